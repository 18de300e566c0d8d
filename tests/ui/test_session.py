"""A chat session by keyboard: questions and answers, nothing moves by itself, a line of thought beside a question."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat, WatchState
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.subscription import Wish
from arrowtui.services.chats import Chats
from arrowtui.store.gaps import Gap, put_gap
from arrowtui.store.subscriptions import add_wish, subscriptions
from arrowtui.ui.acts.panes import is_seen
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.session import SessionScreen
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import Filled, World

START = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # half an hour before the noon of the tests
MINUTE = timedelta(minutes=1)
CHAT = FollowedChat(
    "Ward chat", Series("#wardchat", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=11;BYMINUTE=30", "UTC", 60), ("wardchat",)
)
SAID = (
    ("@wardchat", -5, "Welcome to #wardchat! Say hello and where you work."),
    ("@wardchat", 2, "Q1: What makes a handover good? #wardchat"),
    ("@ida", 4, "A1: two lines, no more. See https://hand.example/over #wardchat"),
    ("@bo", 5, f"A1: {HOSTILE} #wardchat"),
    (
        "@wardchat",
        12,
        "Q2: What did you stop doing, and what came of it, for you and for the others on the ward? #wardchat",
    ),
    ("@ida", 14, "A2: writing the same thing twice #wardchat"),
)


async def chat(world: World) -> None:
    """A chat that is on, with two questions asked."""
    world.followed = (CHAT,)
    world.chats = Chats(world.store, world.clock, world.followed, world.folder / "exports")
    await say(world, await world.source("Hashtag"), *SAID)


async def incomplete(world: World) -> None:
    """A chat of which a source left something out."""
    await chat(world)
    words = "only the first page was to be had, without an app password"
    async with world.store.write() as db:
        await add_wish(db, Wish("bluesky", "https://bsky.app/hashtag/wardchat", "Ward chat on Bluesky", Lane.CHAT))
        source = (await subscriptions(db))[-1].id
        await put_gap(db, Gap(source, START, START + 20 * MINUTE, words))


async def wrapped(world: World) -> None:
    """A chat that is over."""
    await chat(world)
    await say(world, 1, ("@wardchat", 29, "That is a wrap, thanks everyone! #wardchat"), prefix="end")
    world.clock.forward(hours=2)


async def nothing_yet(world: World) -> None:
    """A chat that begins in a while."""
    world.followed = (CHAT,)
    world.chats = Chats(world.store, world.clock, world.followed, world.folder / "exports")
    await world.source("Hashtag")
    world.clock.hour = START - 40 * MINUTE


async def say(world: World, source: int, *said: tuple[str, int, str], prefix: str = "p") -> None:
    batch = [
        placed(
            an_item(f"{prefix}{n}", title=text[:40], text=text, author=author, at=START + minutes * MINUTE), Lane.CHAT
        )
        for n, (author, minutes, text) in enumerate(said)
    ]
    await arrived(world.store, source, batch)  # type: ignore[arg-type]  # the number of a source


async def opened(it: Shown) -> SessionScreen:
    await it.press("2", "enter")
    screen = it.app.screen
    assert isinstance(screen, SessionScreen)
    await it.settled()
    return screen


async def again(it: Shown) -> SessionScreen:
    """Opened by somebody who has been there before."""
    await opened(it)
    await it.press("escape")
    return await opened(it)


async def late_answer(it: Shown, screen: SessionScreen) -> None:
    await say(it.world, 1, ("@cy", 16, "A2: meetings about meetings #wardchat"), prefix="late")
    screen.look()
    await it.settled()


async def test_what_was_asked_stands_beside_the_board_and_no_call_does(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await it.press("2")
        await it.settled()
        text = it.text()

        assert "Monday 23 November" in text
        assert "Q1 What makes a handover good?" in text
        assert "2 answers" in text
        assert "Q2 What did you stop doing" in text
        assert not it.screen.reader.is_on_screen


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 45)])
async def test_each_tab_shows_its_own_list_and_no_other(shown: Show, size: tuple[int, int]) -> None:
    async with shown(size=size, fill=chat) as it:
        main = it.screen
        lists = {"1": main.items, "2": main.chats_pane, "3": main.calls_pane, "4": main.journal_pane}
        for tab in "2431434214":
            await it.press(tab)
            assert [name for name, pane in lists.items() if is_seen(pane)] == [tab]


async def test_the_tab_shows_what_is_on_with_the_time_left(shown: Show) -> None:
    async with shown(size=(100, 30), fill=chat) as it:
        await it.press("2")

        assert "Live now" in it.text()
        assert "30m left" in it.text()
        await it.press("f")
        assert "Live now" not in it.text()


async def test_without_a_followed_chat_the_tab_is_a_list(shown: Show) -> None:
    async with shown(size=(100, 30)) as it:
        await it.press("2")

        assert it.row.title == "#WeNurses tonight at 8"


async def test_who_comes_late_reads_what_was_so_far_and_goes_on_live(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        assert "So far" in it.text()
        assert "gives a link" in it.text()
        assert "2 answers" in it.text()

        await it.press("G", "enter")
        await it.settled()
        assert "writing the same thing twice" in it.text()


async def test_on_a_narrow_screen_the_parts_of_a_session_are_named_in_full(shown: Show) -> None:
    async with shown(size=(80, 24), fill=chat) as it:
        await opened(it)

        assert "So far: the most telling" in it.text()
        assert "Welcome and wrap-up" in it.text()


async def test_whoever_was_there_opens_at_the_running_question_and_brackets_turn(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        assert "writing the same thing twice" in it.text()

        await it.press("left_square_bracket")
        await it.settled()
        assert "two lines, no more" in it.text()
        assert "writing the same" not in it.text()

        await it.press("right_square_bracket")
        await it.settled()
        assert "writing the same thing twice" in it.text()


async def test_turning_back_to_a_question_is_no_new_beginning(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await it.press("left_square_bracket", "j", "j")
        here = screen.here()
        await it.press("right_square_bracket", "left_square_bracket")
        await it.settled()

        assert here is not None
        assert here.author == "@bo"
        assert screen.here() == here


async def test_opening_a_session_that_is_on_watches_it(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        await it.press("escape")

        line = (await it.world.chats.board()).parts[0][1][0]
        assert line.state is WatchState.WATCHING


async def test_what_comes_meanwhile_is_counted_and_shown_when_asked_for(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await late_answer(it, screen)
        assert "1 new · press ." in it.text()
        assert "meetings about" not in it.text()

        await it.press("full_stop")
        await it.settled()
        assert "meetings about" in it.text()


async def test_a_star_is_seen_at_once_while_the_new_still_waits(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await late_answer(it, screen)
        await it.press("j", "s")
        await it.settled()

        assert "★" in it.text()
        assert "1 new · press ." in it.text()
        assert "meetings about" not in it.text()


async def test_what_is_new_does_not_move_the_line_that_is_read(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        for number in range(12):
            await say(it.world, 1, ("@cy", 15 + number, f"A2: more {number} #wardchat"), prefix=f"more{number}")
        screen.look()
        await it.settled()
        await it.press("full_stop", "G")
        await it.settled()
        row, here = screen.pane.answers.cursor - screen.pane.answers.top, screen.here()
        reply = an_item(
            "reply", text="who reads it then?", author="@di", at=START + 29 * MINUTE,
            parent_key="feed|example.org|p5", root_key="feed|example.org|p1",
        )  # fmt: skip
        await arrived(it.world.store, 1, [placed(reply, Lane.CHAT)])  # type: ignore[arg-type]  # as above
        screen.look()
        await it.settled()
        await it.press("full_stop")
        await it.settled()

        assert screen.here() == here
        assert screen.pane.answers.cursor - screen.pane.answers.top == row


async def test_a_paused_session_counts_nothing_until_it_goes_on(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await it.press("P")
        await late_answer(it, screen)
        assert "paused · P goes on" in it.text()
        assert "1 new" not in it.text()

        await it.press("P")
        await it.settled()
        assert "1 new · press ." in it.text()


async def test_replies_hang_below_what_they_answer(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        reply = an_item(
            "reply", text="how do you keep it to two?", author="@cy", at=START + 20 * MINUTE,
            parent_key="feed|example.org|p2", root_key="feed|example.org|p1",
        )  # fmt: skip
        await arrived(it.world.store, 1, [placed(reply, Lane.CHAT)])  # type: ignore[arg-type]  # as above
        screen = await again(it)
        await it.press("left_square_bracket")
        await it.settled()

        question = screen.pane.question
        assert question is not None
        assert [(said.author, said.depth, said.is_answer) for said in question.thread] == [
            ("@ida", 0, True),
            ("@cy", 1, False),
            ("@bo", 0, True),
        ]
        text = it.text()
        assert text.index("two lines, no more") < text.index("keep it to two") < text.index("@click")


async def test_an_answer_is_kept_by_one_key_and_taken_back(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("j", "s")
        await it.settled()
        view = View(Lane.CHAT, Scope.KEPT)
        assert [row.author for row in (await it.world.library.page(view)).rows] == ["@ida"]
        assert "★" in it.text()

        await it.press("u")
        await it.settled()
        assert (await it.world.library.page(view)).rows == ()


async def test_an_answer_is_tagged_and_the_tag_is_seen(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("j", "t")
        await it.settled()
        await it.pilot.press(*"handover", "enter")
        await it.settled()

        rows = (await it.world.library.page(View(Lane.CHAT, Scope.ALL))).rows
        assert [row.author for row in rows if "handover" in row.tags] == ["@ida"]
        assert "#handover" in it.text()


async def test_a_line_of_thought_stays_with_the_question_and_the_stream_stays_open(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await it.press("c", *"Try it on Monday", "enter")
        await it.settled()

        (note,) = await it.world.notebook.about(Subject(SubjectKind.QUESTION, f"{screen.session.key}|2"))
        assert note.text == "Try it on Monday"
        assert note.about.title == "Ward chat Q2"
        assert it.app.screen is screen


async def test_a_line_stands_beside_a_single_answer(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await it.press("G", "N", *"Twice is once too often", "enter")
        await it.settled()

        (row,) = await it.world.notebook.rows()
        assert row.subject == Subject(SubjectKind.ANSWER, str(row.item))
        assert row.about_title == "A2: writing the same thing twice #wardchat"
        assert it.app.screen is screen


async def test_a_session_is_searched_as_one_types_and_enter_leads_to_the_question(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        await it.press("slash", *"two lines")
        await it.settled()
        assert "Found: two lines" in it.text()
        assert "two lines, no more" in it.text()

        await it.press("enter", "enter")
        await it.settled()
        question = screen.pane.question
        assert question is not None
        assert question.number == 1
        await it.press("slash", "escape")
        assert "Found" not in it.text()


async def test_a_search_that_finds_nothing_says_so_and_not_that_nobody_answered(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("slash", *"zzz")
        await it.settled()

        assert "Nothing found for “zzz”." in it.text()
        assert "No answers yet" not in it.text()


async def test_there_is_no_recap_of_a_session_in_which_nothing_was_said(shown: Show) -> None:
    async with shown(size=(120, 30), fill=nothing_yet) as it:
        await it.press("2", "enter", "e")
        await it.settled()

        assert isinstance(it.app.screen, SessionScreen)
        assert "there is nothing to recap" in it.text()


async def test_other_sessions_are_searched_too_and_open_at_the_post(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        week = 7 * 24 * 60
        await say(
            it.world,
            1,
            ("@wardchat", 2 - week, "Q1: Who teaches whom? #wardchat"),
            ("@eva", 5 - week, "A1: the night shift teaches the morning #wardchat"),
            prefix="before",
        )
        await again(it)
        await it.press("slash", *"night shift")
        await it.settled()
        assert "In other sessions" in it.text()
        assert "Mon 16 Nov · Q1" in it.text()

        await it.press("enter", "enter")
        await it.settled()
        screen = it.app.screen
        assert isinstance(screen, SessionScreen)
        said = screen.here()
        assert said is not None
        assert said.author == "@eva"
        assert screen.session.window.starts_at == START - timedelta(days=7)


async def test_people_who_answer_are_listed_with_their_answers(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("j", "s", "g", "p")
        await it.settled()
        text = it.text()
        assert "@ida: 2 answers in 1 session, you kept 1" in text
        assert text.index("@ida") < text.index("@bo ")
        assert "@wardchat" not in text

        await it.press("enter", "enter")
        await it.settled()
        assert isinstance(it.app.screen, SessionScreen)
        said = it.app.screen.here()
        assert said is not None
        assert said.author == "@ida"


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("1",), "wardchat-2026-11-23.md"),
        (("2",), "wardchat-2026-11-23.html"),
        (("r", "3"), "wardchat-2026-11-23-bare.json"),
    ],
)
async def test_e_writes_a_recap_in_the_form_that_is_chosen(shown: Show, keys: tuple[str, ...], name: str) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("c", *"My own", "enter", "e")
        await it.settled()
        assert "You wrote 1 note beside it: in the recap." in it.text()
        await it.press(*keys)
        await it.settled()

        (path,) = (it.world.folder / "exports").iterdir()
        assert path.name == name
        assert f"/{name}" in it.text().split("Wrote")[1].splitlines()[0]
        assert ("My own" in path.read_text()) is ("bare" not in name)


async def test_a_watched_session_that_wraps_offers_to_look_back_once_with_its_questions(shown: Show) -> None:
    async with shown(size=(120, 40), fill=chat) as it:
        screen = await again(it)
        it.world.clock.forward(minutes=31)
        screen.look()
        await it.settled()
        assert "Ward chat has wrapped: look back?" in it.text()

        await it.press("apostrophe")
        await it.settled()
        await it.settled()
        assert it.app.screen is it.screen
        assert it.screen.note.editor is not None
        assert "## Q2: What did you stop doing" in it.screen.note.editor.text
        states = [line.state for _, lines in (await it.world.chats.board()).parts for line in lines]
        assert WatchState.REFLECTED in states


async def test_a_session_that_nobody_watched_offers_nothing(shown: Show) -> None:
    async with shown(size=(120, 40), fill=chat) as it:
        it.world.clock.forward(hours=2)
        await opened(it)

        assert "look back" not in it.text()


async def test_what_could_not_be_had_is_said(shown: Show) -> None:
    async with shown(size=(120, 40), fill=incomplete) as it:
        await opened(it)

        assert "! Ward chat on Bluesky: only the first page was to be had, without an app password" in it.text()


async def test_the_board_marks_and_writes_a_recap_without_opening(shown: Show) -> None:
    async with shown(size=(120, 40), fill=chat) as it:
        it.world.clock.forward(hours=2)
        await it.press("2", "j", "w")
        await it.settled()
        await it.press("r")
        await it.settled()
        states = {line.state for _, lines in (await it.world.chats.board()).parts for line in lines if line.posts}
        assert states == {WatchState.READ}

        await it.press("e")
        await it.settled()
        await it.press("1")
        await it.settled()
        assert (it.world.folder / "exports" / "wardchat-2026-11-23.md").exists()


async def test_the_offer_to_look_back_is_waved_off_for_good(shown: Show) -> None:
    async with shown(size=(120, 40), fill=chat) as it:
        screen = await again(it)
        it.world.clock.forward(minutes=31)
        screen.look()
        await it.settled()
        await it.press("tilde")
        await it.settled()
        assert "Not now, then" in it.text()

        await it.press("escape")
        await opened(it)
        assert "look back" not in it.text()


async def test_a_post_is_opened_in_the_browser_and_its_link_copied(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await again(it)
        await it.press("j", "o", "y")
        await it.settled()

        assert it.world.browser.opened == ["https://example.org/p5"]
        assert it.app.clipboard == "https://example.org/p5"


async def test_tab_changes_sides_and_the_help_shows_the_keys_of_a_session(shown: Show) -> None:
    async with shown(size=(120, 40), fill=chat) as it:
        screen = await again(it)
        await it.press("tab")
        assert screen.pane.questions.has_focus
        await it.press("k")
        await it.settled()
        assert "two lines, no more" in it.text()

        await it.press("question_mark", *"pause")
        await it.settled()
        assert "Pause the session" in it.text()


async def test_keys_without_a_meaning_in_a_session_do_nothing(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await again(it)
        before = it.text()
        await it.press("d", "m", "x", "W")
        await it.settled()

        assert it.app.screen is screen
        assert it.text() == before


Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
@pytest.mark.parametrize("keys", [("2",), ("2", "enter")], ids=["sessions", "session"])
@pytest.mark.parametrize(
    "fill", [nothing_yet, chat, wrapped, incomplete], ids=["empty", "live", "wrapped", "incomplete"]
)
def test_how_chats_look(
    snap_compare: Compare, tmp_path: Path, fill: Filled, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> None:
    app = Pictured(tmp_path, fill, Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.press(*keys)
        await app.it.settled()

    assert snap_compare(app, terminal_size=size, run_before=go_there)
