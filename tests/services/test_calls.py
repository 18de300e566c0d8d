"""Calls on a real store: urgency, notices, repetitions, and the person's answers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.call import (
    Answer,
    AnswerState,
    Call,
    CallKind,
    Contact,
    ContactKind,
    Deadline,
    Flag,
    FlagCode,
    Precision,
)
from arrowtui.model.call_board import CallBoard, CallLine, Ending, Profile, Section
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.reminder import RemindWish
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId
from arrowtui.services.calls import Calls
from arrowtui.services.chats import Chats
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.reminding import due
from arrowtui.store import Store, open_store
from arrowtui.store.answers import answer_steps
from arrowtui.store.calls import ReadCall
from arrowtui.store.deletion import delete_items
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, placed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOBODY = Profile()
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")


def a_call(due: timedelta | None = None, **facts: object) -> Call:
    deadline = None if due is None else Deadline(NOON + due, Precision.MINUTE, "by then")
    return replace(Call(CallKind.INTERVIEW, "Desk", deadline, (MAIL,), "nurses", None, False), **facts)  # type: ignore[arg-type]  # fields of Call, named by the test


@dataclass
class Desk:
    """A store with calls and what one does there."""

    store: Store
    clock: FakeClock
    source: SubscriptionId
    profile: Profile = NOBODY

    @property
    def calls(self) -> Calls:
        return Calls(self.store, self.clock, self.profile)

    @property
    def journal(self) -> Journal:
        return Journal(self.store, self.clock)

    async def arrive(self, name: str, call: Call, sign: str = "", **item: object) -> ItemId:
        """One call arrives; returns its item."""
        one = an_item(name, **({"title": name, "author": "Ida"} | item))  # type: ignore[arg-type]  # fields of Item, named by the test
        await arrived(self.store, self.source, [replace(placed(one, Lane.CALL), call=ReadCall(call, sign))])
        rows = (await Library(self.store).page(View(Lane.CALL, Scope.ALL))).rows
        return next(row.id for row in rows if row.title == one.title)

    async def board(self) -> dict[Section, list[str]]:
        """Titles by section."""
        return titles(await self.calls.board())

    async def line(self, item: ItemId) -> CallLine:
        found = await self.calls.call(item)
        assert found is not None
        return found


def titles(board: CallBoard) -> dict[Section, list[str]]:
    return {section: [line.row.title for line in lines] for section, lines in board.sections}


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Desk(store, clock, await a_source(store))
    await store.close()


async def test_calls_stand_by_urgency_and_pass_from_section_to_section_as_time_goes(desk: Desk) -> None:
    await desk.arrive("in two days", a_call(2 * DAY))
    await desk.arrive("in an hour", a_call(HOUR))
    await desk.arrive("in three hours", a_call(3 * HOUR))
    await desk.arrive("whenever", a_call())
    assert await desk.board() == {
        Section.CLOSING: ["in an hour", "in three hours"],
        Section.OPEN: ["in two days"],
        Section.NO_DEADLINE: ["whenever"],
    }

    desk.clock.forward(hours=30)
    assert await desk.board() == {
        Section.CLOSING: ["in two days"],
        Section.NO_DEADLINE: ["whenever"],
        Section.OVER: ["in three hours", "in an hour"],
    }

    desk.clock.forward(days=25)
    assert (await desk.board())[Section.STALE] == ["whenever"]


async def test_what_its_asker_closed_is_told_from_what_expired(desk: Desk) -> None:
    closed = await desk.arrive("closed", a_call(DAY, closed=True))
    expired = await desk.arrive("expired", a_call(-HOUR))

    assert (await desk.line(closed)).ending is Ending.CLOSED
    assert (await desk.line(expired)).ending is Ending.EXPIRED


# What other posts say of a call


async def test_a_notice_in_its_thread_closes_a_call_and_returns_it_to_new(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.journal.read([call], True)

    notice = await desk.arrive("got enough", a_call(closed=True), parent_key="feed|example.org|nurses wanted")

    line = await desk.line(call)
    assert (line.ending, line.kept.closed_by) == (Ending.CLOSED, notice)
    assert (line.row.is_read, line.row.is_edited) == (False, True)
    assert (await desk.board()) == {Section.OVER: ["nurses wanted"]}


async def test_a_notice_of_its_own_closes_the_only_call_its_author_has_open(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.arrive("of somebody else", a_call(DAY), author="Bo")

    await desk.arrive("closing now", a_call(closed=True), at=NOON + HOUR, is_titled=False)

    assert (await desk.line(call)).ending is Ending.CLOSED
    assert (await desk.board())[Section.CLOSING] == ["of somebody else"]


async def test_a_notice_that_may_mean_either_of_two_closes_neither(desk: Desk) -> None:
    calls = [await desk.arrive(name, a_call(DAY)) for name in ("nurses wanted", "teachers wanted")]

    await desk.arrive("closing now", a_call(closed=True), at=NOON + HOUR, is_titled=False)

    assert [(await desk.line(call)).ending for call in calls] == [None, None]


async def test_an_edit_that_closes_a_call_closes_that_one_and_no_other_of_its_author(desk: Desk) -> None:
    other = await desk.arrive("teachers wanted", a_call(DAY))
    await desk.arrive("nurses wanted", a_call(DAY), fingerprint=b"first")
    both = await desk.arrive("nurses wanted", a_call(DAY, closed=True), fingerprint=b"edited")

    assert (await desk.line(other)).ending is None
    assert (await desk.line(both)).ending is Ending.CLOSED
    assert (await desk.board()) == {Section.CLOSING: ["teachers wanted"], Section.OVER: ["nurses wanted"]}


@pytest.mark.parametrize(("title", "is_closed"), [("Closed: parents of twins", False), ("Closed: NURSES", True)])
async def test_a_closing_page_with_a_title_closes_what_it_names_only(desk: Desk, title: str, is_closed: bool) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))

    await desk.arrive(title, a_call(closed=True), at=NOON + HOUR)

    assert ((await desk.line(call)).ending is Ending.CLOSED) is is_closed


async def test_an_extension_in_the_thread_moves_the_deadline_visibly(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(HOUR))
    await desk.journal.read([call], True)

    by = await desk.arrive("until Friday", a_call(3 * DAY), parent_key="feed|example.org|nurses wanted")

    line = await desk.line(call)
    assert line.kept.call.deadline is not None
    assert line.kept.call.deadline.at == NOON + 3 * DAY
    assert (line.kept.extended_from, line.kept.extended_by) == (NOON + HOUR, by)
    assert not line.row.is_read
    assert await desk.board() == {Section.OPEN: ["nurses wanted"]}


async def test_an_edit_that_extends_is_seen_as_one(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(HOUR))

    await desk.arrive("nurses wanted", a_call(DAY), text="EXTENDED", fingerprint=b"another")

    line = await desk.line(call)
    assert line.kept.extended_from == NOON + HOUR
    assert line.row.is_edited


async def test_a_notice_outlives_an_edit_that_says_nothing_of_it(desk: Desk) -> None:
    closed = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.arrive("got enough", a_call(closed=True), parent_key="feed|example.org|nurses wanted")
    extended = await desk.arrive("bakers wanted", a_call(HOUR), author="Bo")
    await desk.arrive("until Friday", a_call(3 * DAY), parent_key="feed|example.org|bakers wanted", author="Bo")

    for name, author, until in (("nurses wanted", "Ida", DAY), ("bakers wanted", "Bo", HOUR)):
        await desk.arrive(name, a_call(until), text="a word mended", fingerprint=b"another", author=author)

    assert (await desk.line(closed)).ending is Ending.CLOSED
    kept = (await desk.line(extended)).kept
    assert kept.call.deadline is not None
    assert (kept.call.deadline.at, kept.extended_from) == (NOON + 3 * DAY, NOON + HOUR)


async def test_an_edit_that_extends_further_than_a_notice_did_counts(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(HOUR))
    await desk.arrive("until Friday", a_call(3 * DAY), parent_key="feed|example.org|nurses wanted")

    await desk.arrive("nurses wanted", a_call(5 * DAY), text="EXTENDED", fingerprint=b"another")

    kept = (await desk.line(call)).kept
    assert kept.call.deadline is not None
    assert (kept.call.deadline.at, kept.extended_from) == (NOON + 5 * DAY, NOON + 3 * DAY)


async def test_a_relay_that_hands_on_that_a_call_is_closed_closes_it(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY), "sign")
    await desk.journal.read([call], True)

    await desk.arrive("CLOSED: nurses wanted", a_call(DAY, closed=True), "sign", author="Bo", at=NOON + HOUR)

    line = await desk.line(call)
    assert (line.ending, line.row.is_read) == (Ending.CLOSED, False)


async def test_the_same_call_through_several_relays_stands_there_once(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY), "sign")
    await desk.arrive("RELAY: nurses wanted", a_call(DAY), "sign", author="Bo", at=NOON + HOUR)
    await desk.arrive("again", a_call(DAY), "sign", author="Cy", at=NOON + 2 * HOUR)

    assert await desk.board() == {Section.CLOSING: ["nurses wanted"]}
    kept = (await desk.line(call)).kept
    source = "https://example.org/feed"
    assert (kept.others, kept.relays) == (2, (f"Bo ({source})", f"Cy ({source})"))


# The person's side


async def test_a_state_is_dated_undone_and_never_lost(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    for state in (AnswerState.MAYBE, AnswerState.ANSWERING, AnswerState.ANSWERED):
        desk.clock.forward(minutes=10)
        await desk.calls.set_state([call], state)
    assert await desk.board() == {Section.ANSWERED: ["nurses wanted"]}

    await desk.journal.undo()
    line = await desk.line(call)
    assert line.kept.answer is not None
    assert line.kept.answer.state is AnswerState.ANSWERING
    await desk.journal.undo()
    await desk.journal.undo()

    assert (await desk.line(call)).kept.answer is None
    async with desk.store.reading() as db:
        steps = [state for state, _ in await answer_steps(db, call)]
    assert steps == [
        AnswerState.MAYBE,
        AnswerState.ANSWERING,
        AnswerState.ANSWERED,
        AnswerState.ANSWERING,
        AnswerState.MAYBE,
        None,
    ]


async def test_a_state_given_to_several_calls_is_one_step_to_undo(desk: Desk) -> None:
    calls = [await desk.arrive(name, a_call(DAY)) for name in ("nurses", "teachers", "bakers")]
    await desk.calls.set_state(calls[:1], AnswerState.MAYBE)

    done = await desk.calls.set_state(calls, AnswerState.ANSWERED)
    assert done.sentence == "3 calls: answered"
    await desk.journal.undo()

    answers = [(await desk.line(call)).kept.answer for call in calls]
    assert [answer.state if answer else None for answer in answers] == [AnswerState.MAYBE, None, None]


async def test_the_date_of_a_state_is_that_of_its_change_and_not_of_the_last_word_written(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.MAYBE)
    desk.clock.forward(days=2)
    await desk.calls.follow_up(call, NOON + 9 * DAY)
    await desk.calls.write(call, contact=None, subject="Re: nurses", text="I work nights.")

    answer = (await desk.line(call)).kept.answer
    assert answer is not None
    assert (answer.state, answer.changed_at) == (AnswerState.MAYBE, NOON)


async def test_words_saved_every_second_are_one_step_to_undo_and_a_later_sitting_another(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    for text in ("I", "I work", "I work nights."):
        desk.clock.forward(seconds=1)
        await desk.calls.write(call, contact=None, subject="Re: nurses", text=text)
    desk.clock.forward(hours=1)
    await desk.calls.write(call, contact=None, subject="Re: nurses", text="I work nights. Call me.")

    await desk.journal.undo()
    answer = (await desk.line(call)).kept.answer
    assert answer is not None
    assert answer.text == "I work nights."
    await desk.journal.undo()

    assert (await desk.line(call)).kept.answer is None
    assert await desk.journal.undo() is None
    assert await desk.calls.earlier(call) == ("I work nights.", "I work nights. Call me.")


async def test_an_answer_that_is_written_anew_keeps_what_it_said_before(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    for text in ("I work nights.", "I work nights, mostly.", "No."):
        await desk.calls.write(call, contact=None, subject="", text=text)

    assert await desk.calls.earlier(call) == ("I work nights, mostly.",)


async def test_a_day_to_ask_again_comes_up_on_that_day_until_she_has_heard(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.ANSWERED)
    await desk.calls.follow_up(call, NOON + 2 * DAY)
    wish = RemindWish(timedelta(0), timedelta(0))
    chats = Chats(desk.store, desk.clock, (), Path("nowhere"))
    assert await due(chats, desk.calls, desk.clock, wish) == ()

    desk.clock.forward(days=2)
    (reminder,) = await due(chats, desk.calls, desk.clock, wish)
    assert reminder.words == "Ask again: “nurses wanted”"

    await desk.calls.set_state([call], AnswerState.HEARD_BACK)
    assert await due(chats, desk.calls, desk.clock, wish) == ()
    await desk.journal.undo()
    assert len(await due(chats, desk.calls, desk.clock, wish)) == 1
    await desk.calls.follow_up(call, None)
    assert await due(chats, desk.calls, desk.clock, wish) == ()


@pytest.mark.parametrize(
    ("words", "day"), [("Friday", "2026-11-27"), ("in two weeks", "2026-12-07"), ("2026-12-01", "2026-12-01")]
)
async def test_a_day_is_named_in_words(desk: Desk, words: str, day: str) -> None:
    at = desk.calls.day_of(words)
    assert at is not None
    assert (f"{at.astimezone():%Y-%m-%d}", at.astimezone().hour) == (day, 9)


@pytest.mark.parametrize("words", ["", "soon", "2026-11-01", "today"])
async def test_what_names_no_day_to_come_is_none(desk: Desk, words: str) -> None:
    assert desk.calls.day_of(words) is None


@dataclass(frozen=True)
class Act:
    """Something she does to a call."""

    call: int
    state: AnswerState | None = None
    text: str | None = None
    days: int | None = None


ACTS = st.lists(
    st.builds(Act, st.integers(0, 1), state=st.sampled_from([None, *AnswerState]))
    | st.builds(Act, st.integers(0, 1), text=st.text(max_size=20))
    | st.builds(Act, st.integers(0, 1), days=st.integers(1, 9)),
    max_size=12,
)


@given(ACTS)
async def test_whatever_she_does_undo_leads_back_step_by_step_and_no_word_is_lost(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        store = await open_store(Path(folder) / "store.db", durable=False)
        desk = Desk(store, FakeClock(), await a_source(store))
        calls = [await desk.arrive(name, a_call(DAY)) for name in ("nurses", "bakers")]

        async def stood() -> list[Answer | None]:
            return [(await desk.line(call)).kept.answer for call in calls]

        before = [await stood()]
        for act in acts:
            desk.clock.forward(hours=1)  # each a sitting of its own
            item = calls[act.call]
            if act.text is not None:
                done = await desk.calls.write(item, contact=None, subject="", text=act.text)
            elif act.days is not None:
                done = await desk.calls.follow_up(item, desk.clock.now() + DAY * act.days)
            else:
                done = await desk.calls.set_state([item], act.state)
            if done.count:
                before.append(await stood())
        for was in before[-2::-1]:
            assert await desk.journal.undo() is not None
            assert await stood() == was

        assert await desk.journal.undo() is None
        assert await stood() == [None, None]
        for number, item in enumerate(calls):
            kept = await desk.calls.earlier(item)
            said = [act.text for act in acts if act.call == number and act.text]
            assert all(any(text in words for words in kept) for text in map(clean_half, said))
        await store.close()


def clean_half(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


async def test_the_same_state_again_is_no_step(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.MAYBE)

    assert (await desk.calls.set_state([call], AnswerState.MAYBE)).count == 0
    await desk.journal.undo()
    assert await desk.journal.undo() is None


async def test_not_me_leaves_the_board_and_is_counted(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.NOT_ME)

    board = await desk.calls.board()

    assert (titles(board), board.declined) == ({}, 1)


async def test_a_draft_stays_with_the_call_and_makes_it_one_that_is_being_answered(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.write(call, contact="ida@desk.example", subject="Re: nurses", text="I work nights.")
    await desk.calls.follow_up(call, NOON + 7 * DAY)
    await desk.calls.set_state([call], AnswerState.ANSWERED)

    answer = (await desk.line(call)).kept.answer
    assert answer is not None
    assert (answer.state, answer.contact, answer.text) == (AnswerState.ANSWERED, "ida@desk.example", "I work nights.")
    assert answer.follow_up_at == NOON + 7 * DAY


async def test_an_answer_outlives_its_call(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.write(call, contact=None, subject="Re: nurses", text="I work nights.")

    async with desk.store.write() as db:
        await delete_items(db, ["feed|example.org|nurses wanted"])

    async with desk.store.reading() as db:
        row = await db.first("SELECT title, link, text FROM answers")
    assert row is not None
    assert tuple(row) == ("nurses wanted", "https://example.org/nurses wanted", "I work nights.")


async def test_only_calls_she_minds_are_reminded_of(desk: Desk) -> None:
    mind = await desk.arrive("minded", a_call(2 * HOUR))
    await desk.arrive("not minded", a_call(2 * HOUR))
    later = await desk.arrive("minded, later", a_call(10 * HOUR))
    await desk.calls.set_state([mind, later], AnswerState.MAYBE)

    assert [line.row.title for line in await desk.calls.closing(3 * HOUR)] == ["minded"]


async def test_what_she_moves_to_calls_is_read_as_one(desk: Desk) -> None:
    item = an_item("Nurses wanted", title="Nurses wanted", text="Looking for nurses. Mail ida@desk.example by 25 Nov")
    await arrived(desk.store, desk.source, [placed(item)])
    (row,) = (await Library(desk.store).page(View(Lane.TIP))).rows
    await desk.journal.move([row.id], Lane.CALL)

    assert await desk.board() == {Section.OPEN: ["Nurses wanted"]}
    assert (await desk.line(row.id)).kept.call.contacts == (MAIL,)


# Fit


async def test_what_she_has_taken_up_is_never_folded_away(desk: Desk) -> None:
    desk.profile = Profile(never=("crypto",))
    call = await desk.arrive("Crypto nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.ANSWERED)

    board = await desk.calls.board()

    assert (titles(board), board.hidden) == ({Section.ANSWERED: ["Crypto nurses wanted"]}, 0)


async def test_a_calendar_hears_of_every_deadline_and_of_what_was_closed_but_not_of_what_is_not_hers(
    desk: Desk,
) -> None:
    desk.profile = Profile(never=("crypto",))
    for name, call in (
        ("soon", a_call(DAY)),
        ("closed", a_call(2 * DAY, closed=True)),
        ("expired", a_call(-HOUR)),
        ("whenever", a_call()),
        ("crypto", a_call(DAY)),
        ("scam", a_call(DAY, flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay 50"),))),
        ("not hers", a_call(DAY)),
    ):
        item = await desk.arrive(name, call, author=name)
    await desk.calls.set_state([item], AnswerState.NOT_ME)

    assert [line.row.title for line in await desk.calls.deadlines()] == ["expired", "soon", "closed"]
    assert [line.row.title for line in await desk.calls.deadlines([item])] == ["not hers"]


async def test_what_the_profile_excludes_is_folded_away_and_counted(desk: Desk) -> None:
    desk.profile = Profile(profession=("nurse",), never=("crypto",))
    await desk.arrive("Nurses wanted", a_call(DAY))
    await desk.arrive("Crypto nurses wanted", a_call(DAY))

    board, whole = await desk.calls.board(), await desk.calls.board(with_hidden=True)

    assert (titles(board), board.hidden) == ({Section.CLOSING: ["Nurses wanted"]}, 1)
    assert len(titles(whole)[Section.CLOSING]) == 2
    assert board.sections[0][1][0].fit.words == ("nurse",)
