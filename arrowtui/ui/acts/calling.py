"""Calls: the board, how far one is with a call, and answering it. Nothing is sent from here."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.call import AnswerState
from arrowtui.model.call_board import CallBoard, CallLine
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.services.journal import Done
from arrowtui.ui.acts import linking, lists, opening
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.answer import Answering
    from arrowtui.ui.screens.main import MainScreen


def show_board(screen: "MainScreen") -> None:
    """Read the calls anew; the cursor stays on its call."""
    question = partial(screen.services.calls.board, with_hidden=screen.shows_hidden)
    screen.ask(question, partial(_shown, screen), group="board")


def _shown(screen: "MainScreen", board: CallBoard) -> None:
    screen.calls_pane.list.board = board
    if screen.is_board and screen.row is not None:
        screen.looked_at(screen.row)


def _unfold(screen: "MainScreen") -> None:
    """Show what the profile hides, or hide it again."""
    if not screen.is_board:
        screen.say("Only the Calls by urgency hide anything", Tone.HINT)
        return
    screen.shows_hidden = not screen.shows_hidden
    show_board(screen)


def _state(screen: "MainScreen") -> None:
    """Ask how far one is with the calls that are meant."""

    def choose(rows: Sequence[ItemRow]) -> None:
        # Dialogs are imported when they are first wanted: start-up time.
        from arrowtui.ui.screens.state import StateScreen

        line = screen.calls_pane.list.line if len(rows) == 1 else None
        answer = line.kept.answer if line else None
        about = rows[0].title if len(rows) == 1 else f"{len(rows)} calls"
        screen.app.push_screen(
            StateScreen(about, answer.state if answer else None), partial(_set_state, screen, [row.id for row in rows])
        )

    lists.with_targets(screen, choose)


def _set_state(screen: "MainScreen", items: Sequence[ItemId], chosen: "AnswerState | str | None") -> None:
    if chosen is None:
        return
    state = chosen if isinstance(chosen, AnswerState) else None
    lists.select_none(screen)
    screen.ask(partial(screen.services.calls.set_state, items, state), partial(_stated, screen, items))


def _stated(screen: "MainScreen", items: Sequence[ItemId], done: Done) -> None:
    screen.say(done.sentence, Tone.DONE, (screen.key_of("undo"), "undo") if done.count else None)
    for item in items:
        screen.ask(partial(screen.services.calls.call, item), partial(_renew, screen))


def _renew(screen: "MainScreen", line: CallLine | None) -> None:
    if line is not None:
        screen.calls_pane.list.renew_call(line)


def _answer(screen: "MainScreen") -> None:
    """Open the draft of an answer to the call at hand."""
    item = opening.item_at_hand(screen)
    if item is None:
        screen.say("No call here to answer", Tone.HINT)
        return
    screen.ask(partial(screen.services.calls.call, item), partial(_draft, screen))


def _draft(screen: "MainScreen", line: CallLine | None) -> None:
    if line is None:
        screen.say("This is no call: m moves it to Calls if it is one", Tone.HINT)
        return
    from arrowtui.ui.screens.answer import AnswerScreen  # as above

    draft = screen.services.calls.draft(line)
    screen.app.push_screen(AnswerScreen(line, draft, screen.services.edit), partial(_answered, screen, line))


def _answered(screen: "MainScreen", line: CallLine, answering: "Answering | None") -> None:
    """Keep what was written, then hand it on as was wished."""
    if answering is None:
        return
    write = partial(
        screen.services.calls.write,
        line.kept.item,
        contact=answering.contact,
        subject=answering.subject,
        text=answering.text,
    )
    screen.ask(write, lambda _: _hand_on(screen, line, answering))


def _hand_on(screen: "MainScreen", line: CallLine, answering: "Answering") -> None:
    _stated(screen, [line.kept.item], Done("Kept the draft with the call", 1))
    if answering.link:
        linking.open_link(screen, answering.link)
    elif answering.is_copied:
        screen.app.copy_to_clipboard(answering.text)
        screen.say("Copied the answer; paste it where the call asks for it", Tone.DONE)


CALLING: "dict[str, Callable[[MainScreen], None]]" = {"state": _state, "answer": _answer, "unfold": _unfold}
