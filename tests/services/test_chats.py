"""Chats on a real store: what is on, next, to read; a session by question; the person's marks and words."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from arrowtui.lanes.recap import as_html, as_json, as_markdown
from arrowtui.model.chat import Series, Window
from arrowtui.model.chat_board import Fate, FollowedChat, SessionLine, WatchState, When
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId
from arrowtui.services.agenda import planned
from arrowtui.services.chats import Chats
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, placed

START = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)  # Tuesday 8 pm in New York
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CHAT = FollowedChat(
    "Ward chat",
    Series("#wardchat", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0", "America/New_York", 60),
    ("wardchat",),
)
SAID = (
    ("@wardchat", -5, "Welcome to #wardchat! Say hello and where you work."),
    ("@wardchat", 2, "Q1: What makes a handover good? #wardchat"),
    ("@ida", 4, "A1: two lines, no more. See https://hand.example/over #wardchat"),
    ("@bo", 5, "A1: read it out loud <b>together</b> [x](javascript:y) #wardchat"),
    ("@wardchat", 12, "Q2: What did you stop doing? #wardchat"),
    ("@ida", 14, "A2: writing the same thing twice #wardchat"),
    ("@wardchat", 58, "That's all for tonight, thanks everyone! #wardchat"),
)


@dataclass
class Desk:
    """A store with chat posts and what one does there."""

    store: Store
    clock: FakeClock
    source: SubscriptionId
    exports: Path

    @property
    def chats(self) -> Chats:
        return Chats(self.store, self.clock, (CHAT,), self.exports)

    @property
    def journal(self) -> Journal:
        return Journal(self.store, self.clock)

    async def say(self, *said: tuple[str, int, str], prefix: str = "p") -> None:
        """Posts arrive: author, minutes after the start, words."""
        batch = [
            placed(
                an_item(f"{prefix}{number}", title=text[:30], text=text, author=author, at=START + minutes * MINUTE),
                Lane.CHAT,
            )
            for number, (author, minutes, text) in enumerate(said)
        ]
        await arrived(self.store, self.source, batch)

    async def parts(self) -> dict[When, list[SessionLine]]:
        return {when: list(lines) for when, lines in (await self.chats.board()).parts}

    async def session(self) -> SessionLine:
        lines = [line for lines in (await self.parts()).values() for line in lines]
        return next(line for line in lines if line.window.starts_at == START)


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Desk(store, clock, await a_source(store), tmp_path / "exports")
    await store.close()


async def test_a_session_is_next_then_live_then_to_read_then_past(desk: Desk) -> None:
    desk.clock.hour = START - HOUR
    assert [line.window.starts_at for line in (await desk.parts())[When.NEXT]] == [START]

    await desk.say(*SAID)
    desk.clock.hour = START + 20 * MINUTE
    parts = await desk.parts()
    assert [line.posts for line in parts[When.LIVE]] == [len(SAID)]
    assert parts[When.NEXT][0].window.starts_at == START + timedelta(days=7)

    desk.clock.hour = START + 2 * HOUR
    assert [line.window.starts_at for line in (await desk.parts())[When.TO_READ]] == [START]
    await desk.chats.set_state(await desk.session(), WatchState.READ)
    assert [line.state for line in (await desk.parts())[When.PAST]] == [WatchState.READ]
    await desk.journal.undo()
    assert When.TO_READ in await desk.parts()


async def test_the_hour_follows_the_clock_of_the_host_when_it_changes(desk: Desk) -> None:
    desk.clock.hour = datetime(2026, 10, 28, 12, tzinfo=UTC)  # the clocks of New York change on 1 November
    (before,) = (await desk.parts())[When.NEXT]
    assert before.window.starts_at == datetime(2026, 11, 4, 1, tzinfo=UTC)

    desk.clock.hour = datetime(2026, 10, 27, 12, tzinfo=UTC)
    (summer,) = (await desk.parts())[When.NEXT]
    assert summer.window.starts_at == datetime(2026, 10, 28, 0, tzinfo=UTC)


async def test_a_window_in_which_nothing_was_posted_does_not_wait_to_be_read(desk: Desk) -> None:
    desk.clock.hour = START + 2 * HOUR

    assert set(await desk.parts()) == {When.NEXT}


async def test_a_session_that_its_host_calls_off_is_shown_so_and_the_one_after_is_next(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@wardchat", -240, "No #wardchat tonight, see you next week"), prefix="off")

    off, following = (await desk.parts())[When.NEXT]

    assert (off.fate, off.told) == (Fate.CANCELLED, "No #wardchat tonight, see you next week")
    assert (following.fate, following.window.starts_at) == (None, START + timedelta(days=7))
    desk.clock.hour = START + 2 * HOUR
    assert [line.fate for line in (await desk.parts())[When.PAST]] == [Fate.CANCELLED]


async def test_only_a_host_calls_a_session_off(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@zed", -240, "No #wardchat tonight, ha ha"), prefix="off")

    assert [line.fate for line in (await desk.parts())[When.NEXT]] == [None]


async def test_who_asked_the_questions_before_is_a_host(desk: Desk) -> None:
    week = 7 * 24 * 60
    asked = [("@kim", 5 * n - week, f"Q{n}: What about {n}? #wardchat") for n in (1, 2, 3)]
    await desk.say(*asked, ("@kim", -60, "Sorry, #wardchat is cancelled tonight"))
    desk.clock.hour = START - 30 * MINUTE

    assert [line.fate for line in (await desk.parts())[When.NEXT]] == [Fate.CANCELLED, None]


async def test_a_session_that_is_held_after_all_is_not_called_off(desk: Desk) -> None:
    await desk.say(("@wardchat", -240, "No #wardchat tonight"), prefix="off")
    await desk.say(*SAID)
    desk.clock.hour = START + 20 * MINUTE

    assert [line.fate for line in (await desk.parts())[When.LIVE]] == [None]


async def test_a_moved_session_is_shown_at_both_hours(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@wardchat", -240, "#wardchat is moved to Thursday, 9pm ET"), prefix="off")
    to = datetime(2026, 11, 27, 2, tzinfo=UTC)

    old, new = (await desk.parts())[When.NEXT]
    assert (old.fate, old.moved_to) == (Fate.MOVED, to)
    assert (new.fate, new.window.starts_at) == (None, to)

    desk.clock.hour = to + 5 * MINUTE
    assert [line.window.starts_at for line in (await desk.parts())[When.LIVE]] == [to]


async def test_an_hour_in_which_nothing_was_asked_is_a_no_show(desk: Desk) -> None:
    await desk.say(("@ida", 3, "Is anybody here? #wardchat"), ("@bo", 9, "I am, good evening #wardchat"))
    desk.clock.hour = START + 2 * HOUR

    assert [line.fate for line in (await desk.parts())[When.PAST]] == [Fate.NO_SHOW]


async def test_the_person_names_days_without_a_session_and_sessions_besides(desk: Desk) -> None:
    desk.clock.hour = START - HOUR
    extra = Window(START + timedelta(days=1), START + timedelta(days=1, hours=1))
    chat = replace(CHAT, skips=frozenset({date(2026, 11, 24)}), extras=(extra,))

    board = await Chats(desk.store, desk.clock, (chat,)).board()

    lines = dict(board.parts)[When.NEXT]
    assert [(line.fate, line.window.starts_at) for line in lines] == [(Fate.CANCELLED, START), (None, extra.starts_at)]


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Sydney", "Asia/Kathmandu"])
def test_a_session_keeps_its_hour_on_the_clock_of_its_host_all_year(zone: str) -> None:
    series = Series("#x", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0", zone, 60)
    year = planned(
        FollowedChat("x", series, ("x",)), datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    )

    assert {window.starts_at.astimezone(ZoneInfo(zone)).strftime("%a %H:%M") for window in year} == {"Tue 20:00"}
    assert len(year) == 52


async def test_a_session_that_grows_reads_as_one_that_was_read_at_once(desk: Desk) -> None:
    desk.clock.hour = START + 3 * HOUR
    chats = desk.chats
    for number, said in enumerate(SAID):
        await desk.say(said, prefix=f"one{number}-")
        grown = await chats.read(await desk.session())

    assert grown == await desk.chats.read(await desk.session())


async def test_an_edited_post_is_read_anew(desk: Desk) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 3 * HOUR
    chats = desk.chats
    await chats.read(await desk.session())
    changed = an_item("p2", text="A2: three lines after all #wardchat", author="@ida", at=START + 4 * MINUTE)
    await arrived(desk.store, desk.source, [placed(changed, Lane.CHAT)])

    reading = await chats.read(await desk.session())

    assert "three lines after all" in reading.questions[1].answers[0].text


async def test_two_answers_that_answer_each_other_are_both_shown(desk: Desk) -> None:
    await desk.say(*SAID)
    for name, other in (("x", "y"), ("y", "x")):
        item = an_item(
            name, text=f"A1: {name} #wardchat", author=f"@{name}", at=START + 6 * MINUTE,
            parent_key=f"feed|example.org|{other}",
        )  # fmt: skip
        await arrived(desk.store, desk.source, [placed(item, Lane.CHAT)])
    desk.clock.hour = START + 3 * HOUR

    question = (await desk.chats.read(await desk.session())).questions[0]

    assert sorted(said.author for said in question.thread) == ["@bo", "@ida", "@x", "@y"]


async def test_a_session_is_read_by_question_with_the_rest_apart(desk: Desk) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 3 * HOUR

    reading = await desk.chats.read(await desk.session())

    assert [(one.number, [said.author for said in one.answers]) for one in reading.questions] == [
        (1, ["@ida", "@bo"]),
        (2, ["@ida"]),
    ]
    assert reading.moderators == ("@wardchat",)
    assert len(reading.around) == 2
    assert reading.has_wrapped
    assert not any(one.is_running for one in reading.questions)


async def test_the_question_asked_last_is_running_while_it_is_on(desk: Desk) -> None:
    await desk.say(*SAID[:6])
    desk.clock.hour = START + 15 * MINUTE

    reading = await desk.chats.read(await desk.session())

    assert [one.number for one in reading.questions if one.is_running] == [2]


async def test_a_reply_that_lost_the_hashtag_belongs_to_the_session(desk: Desk) -> None:
    await desk.say(*SAID)
    reply = an_item(
        "reply",
        text="ours has three lines",
        author="@cy",
        at=START + 6 * MINUTE,
        parent_key="feed|example.org|p1",
        root_key="feed|example.org|p1",
    )
    await arrived(desk.store, desk.source, [placed(reply, Lane.CHAT)])
    desk.clock.hour = START + 3 * HOUR

    reading = await desk.chats.read(await desk.session())

    assert "@cy" in [said.author for said in reading.questions[0].answers]


async def test_posts_of_other_hours_and_tags_are_not_of_it(desk: Desk) -> None:
    await desk.say(*SAID)
    await desk.say(
        ("@zed", 9, "A1: this is another chat #edchat"), ("@zed", 60 * 30, "A1: far too late #wardchat"), prefix="z"
    )
    desk.clock.hour = START + timedelta(days=2)

    reading = await desk.chats.read(await desk.session())

    assert "@zed" not in [said.author for one in reading.questions for said in one.answers]


async def test_the_most_telling_answers_say_why(desk: Desk) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 3 * HOUR

    answers = (await desk.chats.read(await desk.session())).questions[0].answers

    assert [said.why for said in answers] == ["gives a link", ""]


async def test_a_kept_answer_is_marked_in_the_recap_and_foreign_words_stay_words(desk: Desk) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 3 * HOUR
    rows = (await Library(desk.store).page(View(Lane.CHAT, Scope.ALL))).rows
    await desk.journal.keep([row.id for row in rows if row.author == "@bo"], True)
    line = await desk.session()
    note = await desk.journal.begin_note(subject=Subject(SubjectKind.QUESTION, f"{line.key}|1"))
    await desk.journal.write_note(note.id, "Try two lines on Monday.")

    reading = await desk.chats.read(line)
    recap, bare = await desk.chats.recap(reading), await desk.chats.recap(reading, with_reflections=False)

    markdown, html, json = as_markdown(recap), as_html(recap), as_json(recap)
    assert "- ★ **[@bo](<https://example.org/p3>)**: A1: read it out loud \\<b\\>together\\</b\\>" in markdown
    assert "> Try two lines on Monday." in markdown
    assert "Try two lines" not in as_markdown(bare)
    assert "- <https://hand.example/over>" in markdown
    assert "<b>together" not in html
    assert "&lt;b&gt;together" in html
    assert '"number": 2' in json


async def test_a_recap_is_written_where_it_is_said_to_be(desk: Desk) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 3 * HOUR

    path = await desk.chats.write_recap(await desk.chats.read(await desk.session()))

    words = await asyncio.to_thread(Path(path).read_text)
    assert words.startswith("# Ward chat, Tuesday 24 November 2026")


def test_a_session_line_names_its_session() -> None:
    line = SessionLine(CHAT, Window(START, START + HOUR), When.PAST)

    assert line.key == "#wardchat|2026-11-25T01:00Z"
