"""Meeting again what was noted: review, intentions, offers, board, letter, measures."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.note import NoteId
from arrowtui.model.review import Intention
from arrowtui.ui.acts import opening, sorting
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.over import Beneath, OverScreen

AHEAD = timedelta(days=366)


def review(screen: "MainScreen") -> None:
    """One card at a time."""
    # Screens of their own are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.review import ReviewScreen

    _over(screen, ReviewScreen)


def _board(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.board import BoardScreen  # as above

    _over(screen, BoardScreen)


def _letter(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.sheet import SheetScreen  # as above
    from arrowtui.ui.sheets import letter_sheet

    _over(screen, lambda lent: SheetScreen(lent, partial(letter_sheet, lent.services)))


def _measures(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.sheet import SheetScreen  # as above
    from arrowtui.ui.sheets import measures_sheet

    is_ascii = screen.taste.is_ascii
    _over(screen, lambda lent: SheetScreen(lent, partial(measures_sheet, lent.services, is_ascii), has_past=False))


def _over(screen: "MainScreen", make: "Callable[[Beneath], OverScreen]") -> None:
    """Put a screen of its own over this one; afterwards what was done there is shown here."""
    from arrowtui.ui.screens.over import Beneath  # as above

    screen.stop_noting()
    lent = Beneath(screen.services, screen.all_commands, screen.signs, partial(opening.show_item, screen), screen.quit)
    screen.app.push_screen(make(lent), lambda _: refreshed(screen))


def _let_go(screen: "MainScreen") -> None:
    """The note under the cursor does not come back any more, or does again."""
    row = screen.journal_pane.row
    if row is None:
        screen.say("No note here", Tone.HINT)
        return
    deed = partial(screen.services.reflection.let_go_or_take_up, row.id)
    screen.ask(partial(screen.clerk.act, screen.desk.view, [], deed), screen.acted)


def refreshed(screen: "MainScreen") -> None:
    """Back from elsewhere: what was done there is shown here."""
    screen.must_look = True
    screen.look()
    sorting.stand_again(screen)
    screen.renew_searches()
    if screen.is_journal:
        screen.load_notes()


def _intentions(screen: "MainScreen") -> None:
    today = screen.services.clock.now().astimezone().date()
    question = partial(screen.services.reflection.intentions, today + AHEAD)
    screen.ask(question, partial(_show_intentions, screen, today), group="open", opens=True)


def _show_intentions(screen: "MainScreen", today: date, found: tuple[Intention, ...]) -> None:
    from arrowtui.ui.screens.intentions import IntentionsScreen  # as above

    async def finish(intention: Intention, is_done: bool) -> None:
        await screen.services.reflection.finish(intention.id, is_done=is_done, is_let_go=not is_done)

    screen.app.push_screen(IntentionsScreen(found, today, finish), partial(_open_note, screen))


def _open_note(screen: "MainScreen", note: NoteId | None) -> None:
    refreshed(screen)
    if note is not None:
        opening.open_note(screen, partial(screen.notes.of_id, note))


RETURNING = {
    "letter": _letter,
    "measures": _measures,
    "review": review,
    "review_here": review,
    "intentions": _intentions,
    "let_note_go": _let_go,
    "board": _board,
}
