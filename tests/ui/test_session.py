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
from arrowtui.services.chats import Chats
from arrowtui.ui.acts.panes import is_seen
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.session import SessionScreen
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown, answered
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import World

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
    await settled(it)
    return screen


async def settled(it: Shown) -> None:
    """The questions of the session's own screen are answered, too."""
    for _ in range(4):
        await it.pilot.pause()
        busy = [worker for worker in it.app.workers if worker.group != "poller" and not worker.is_finished]
        if busy:
            await answered(busy)


async def test_what_was_asked_stands_beside_the_board_and_no_call_does(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await it.press("2")
        await settled(it)
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


async def test_it_opens_at_the_running_question_and_brackets_turn(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        assert "writing the same thing twice" in it.text()

        await it.press("left_square_bracket")
        await settled(it)
        assert "two lines, no more" in it.text()
        assert "writing the same" not in it.text()


async def test_opening_a_session_that_is_on_watches_it(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        await it.press("escape")

        line = (await it.world.chats.board()).parts[0][1][0]
        assert line.state is WatchState.WATCHING


async def test_what_comes_meanwhile_is_counted_and_shown_when_asked_for(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await opened(it)
        await say(it.world, 1, ("@cy", 16, "A2: meetings about meetings #wardchat"), prefix="late")
        screen._look()
        await settled(it)
        assert "1 new · press ." in it.text()
        assert "meetings about" not in it.text()

        await it.press("full_stop")
        await settled(it)
        assert "meetings about" in it.text()


async def test_an_answer_is_kept_by_one_key_and_taken_back(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        await it.press("j", "s")
        await settled(it)
        view = View(Lane.CHAT, Scope.KEPT)
        assert [row.author for row in (await it.world.library.page(view)).rows] == ["@ida"]
        assert "★" in it.text()

        await it.press("u")
        await settled(it)
        assert (await it.world.library.page(view)).rows == ()


async def test_a_line_of_thought_stays_with_the_question_and_the_stream_stays_open(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await opened(it)
        await it.press("c", *"Try it on Monday", "enter")
        await settled(it)

        (note,) = await it.world.notebook.about(Subject(SubjectKind.QUESTION, f"{screen._session.key}|2"))
        assert note.text == "Try it on Monday"
        assert note.about.title == "Ward chat Q2"
        assert it.app.screen is screen


async def test_a_line_stands_beside_a_single_answer(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        screen = await opened(it)
        await it.press("G", "N", *"Twice is once too often", "enter")
        await settled(it)

        (row,) = await it.world.notebook.rows()
        assert row.subject == Subject(SubjectKind.ANSWER, str(row.item))
        assert row.about_title == "A2: writing the same thing twice #wardchat"
        assert it.app.screen is screen


async def test_e_writes_a_recap(shown: Show) -> None:
    async with shown(size=(120, 30), fill=chat) as it:
        await opened(it)
        await it.press("e")
        await settled(it)

        assert "Wrote" in it.text()
        assert [path.name for path in (it.world.folder / "exports").iterdir()] == ["wardchat-2026-11-23.md"]


Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
@pytest.mark.parametrize("keys", [("2",), ("2", "enter")], ids=["sessions", "session"])
def test_how_chats_look(
    snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> None:
    app = Pictured(tmp_path, chat, Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.press(*keys)
        await settled(app.it)

    assert snap_compare(app, terminal_size=size, run_before=go_there)
