"""Chats: the board of sessions, opening one, and who answers in them."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.chat_board import Hit, SessionLine, WatchState
from arrowtui.model.item import ItemId
from arrowtui.ui.acts import entering, sorting
from arrowtui.ui.acts.offering import take_up
from arrowtui.ui.acts.recapping import ask_for_recap
from arrowtui.ui.acts.triage import TRIAGE
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.session import SessionScreen


RENEWED_AFTER_S = 3.0


def renew_sessions(screen: "MainScreen") -> None:
    """Soon, and not again and again while posts stream in; nobody sees the board below another screen."""
    if screen.is_sessions and screen.is_current and not screen.is_waiting("sessions"):
        screen.later("sessions", RENEWED_AFTER_S, partial(_renew, screen))


def _renew(screen: "MainScreen") -> None:
    if screen.is_sessions and screen.is_current:
        entering.show_sessions(screen)


def open_session(screen: "MainScreen", session: SessionLine, at: ItemId | None = None) -> None:
    """Show a session, from one of its posts on; one that is on is watched from then on."""
    # Imported when first wanted: start-up time.
    from arrowtui.ui.screens.session import SessionScreen, is_worth_watching

    if is_worth_watching(session):
        screen.ask(partial(screen.services.chats.set_state, session, WatchState.WATCHING), lambda _: None)
    made = SessionScreen(screen.services, screen.all_commands, screen.signs, session, at)
    screen.is_covered = True
    screen.app.push_screen(made, lambda _: _left(screen, made))


def _left(screen: "MainScreen", made: "SessionScreen") -> None:
    leaving, screen.is_covered = made.leaving, False
    if leaving.quits:
        screen.quit()
    elif leaving.hit is not None:
        open_session(screen, leaving.hit.line, leaving.hit.said.item)
    else:
        entering.show_sessions(screen)
        sorting.stand_again(screen)
        screen.renew_searches()
        if leaving.offer is not None:
            take_up(screen, leaving.offer)


def show_people(screen: "MainScreen | SessionScreen") -> None:
    """Who answers well; an answer that is chosen there opens its session."""
    from arrowtui.ui.screens.people import PeopleScreen  # as above

    made = PeopleScreen(screen.services, screen.all_commands, screen.signs)
    screen.app.push_screen(made, lambda _: screen.left_people(made.hit, quits=made.quits))


def left_people(screen: "MainScreen", hit: Hit | None, *, quits: bool) -> None:
    """What follows on the main screen."""
    if quits:
        screen.quit()
    elif hit is not None:
        open_session(screen, hit.line, hit.said.item)


def _people(screen: "MainScreen") -> None:
    if screen.services.chats.is_following:
        show_people(screen)
    else:
        screen.say("You follow no chat yet: a [[chat]] in the settings does", Tone.HINT)


def _watch(screen: "MainScreen") -> None:
    session = screen.chats_pane.list.session if screen.is_sessions else None
    if session is None:
        _only_in_a_session(screen)
        return
    screen.ask(
        partial(screen.services.chats.set_state, session, WatchState.WATCHING),
        lambda done: marked(screen, done.sentence),
    )


def _read(screen: "MainScreen") -> None:
    """Done with the session under the cursor; elsewhere with the item."""
    session = screen.chats_pane.list.session if screen.is_sessions else None
    if session is None:
        TRIAGE["read"](screen)
        return
    screen.ask(
        partial(screen.services.chats.set_state, session, WatchState.READ),
        lambda done: marked(screen, done.sentence),
    )


def marked(screen: "MainScreen", sentence: str) -> None:
    """Say what was done to what stands on the board, and read it anew."""
    screen.say(sentence, Tone.DONE, (screen.key_of("undo"), "undo"))
    entering.show_sessions(screen)


def _recap(screen: "MainScreen") -> None:
    session = screen.chats_pane.list.session if screen.is_sessions else None
    if session is None:
        _only_in_a_session(screen)
        return
    screen.ask(partial(screen.services.chats.read, session), partial(ask_for_recap, screen), opens=True)


def _only_in_a_session(screen: "MainScreen") -> None:
    screen.say("Open a session of a chat first", Tone.HINT, (screen.key_of("tab_chats"), "Chats"))


CHATTING = {
    **dict.fromkeys(("next_question", "previous_question"), _only_in_a_session),
    "recap": _recap,
    "read": _read,
    "watch": _watch,
    "people": _people,
}
