"""Chats: the board of sessions, and opening one."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.chat_board import ChatBoard, SessionLine, WatchState
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def show_sessions(screen: "MainScreen") -> None:
    """Read the sessions anew; the cursor stays on its own."""
    screen.ask(screen.services.chats.board, partial(_shown, screen), group="board")


def _shown(screen: "MainScreen", board: ChatBoard) -> None:
    screen.chats_pane.list.board = board
    if screen.chats_pane.list.session is not None:
        glance(screen, screen.chats_pane.list.session)


def glance(screen: "MainScreen", session: SessionLine) -> None:
    """What was asked in the session under the cursor, beside the board where there is room."""
    if screen.is_sessions and screen.chats_pane.is_glancing:
        screen.ask(partial(screen.services.chats.read, session), screen.chats_pane.show_glance, group="glance")


def open_session(screen: "MainScreen", session: SessionLine) -> None:
    """Show a session; one that is on is watched from then on."""
    # Imported when first wanted: start-up time.
    from arrowtui.ui.screens.session import SessionScreen, is_worth_watching

    if is_worth_watching(session):
        screen.ask(partial(screen.services.chats.set_state, session, WatchState.WATCHING), lambda _: None)
    made = SessionScreen(screen.services, screen.table, screen.signs, session)
    screen.app.push_screen(made, lambda _: screen.quit() if made.wants_to_quit else show_sessions(screen))


def _only_in_a_session(screen: "MainScreen") -> None:
    screen.say("Open a session of a chat first", Tone.HINT, (screen.key_of("tab_chats"), "Chats"))


CHATTING = dict.fromkeys(("next_question", "previous_question", "recap", "watch"), _only_in_a_session)
