"""The list of notes in the Journal: read from its first on, and page by page below."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.note import NoteId, NoteRow
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.command import Place
from arrowtui.ui.desk import MOST_COUNTED, Desk, Narrowed

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def enter(screen: "MainScreen", before: Desk | None) -> None:
    """Show the notes; where a search was on that finds some, those that it finds."""
    if before is not None and before.view.words and before.notes_found:
        screen.narrowed = Narrowed(before.view.words)
    load(screen)
    screen.describe()


def count_found(screen: "MainScreen", desk: Desk) -> None:
    """How many notes the search of a tab finds, for its caption."""
    if desk.view.words:
        question = partial(screen.services.notebook.rows, limit=MOST_COUNTED, words=desk.view.words)
        screen.ask(question, partial(_counted, screen, desk, desk.visit), group="notes found")


def _counted(screen: "MainScreen", desk: Desk, visit: int, found: tuple[NoteRow, ...]) -> None:
    if visit == desk.visit:
        desk.notes_found = len(found)
        if desk is screen.desk and found:
            screen.describe()


def load(screen: "MainScreen", *, until: NoteId | None = None) -> None:
    """Read the Journal from its first note on, so far that the note `until` is seen."""
    question = partial(screen.clerk.notes, screen.narrowed, None, screen.note_order, until)
    screen.ask(question, partial(_show, screen, ()), group="notes")
    screen.ask(screen.services.notebook.tags, partial(_tagged, screen), group="note tags")


def _tagged(screen: "MainScreen", tags: Sequence[tuple[str, int]]) -> None:
    """The tags that notes have, for the side panel."""
    screen.note_tags = tags
    screen.describe()


def load_older(screen: "MainScreen", last: NoteRow) -> None:
    """Read on below the last note that is held."""
    held = screen.journal_pane.notes
    question = partial(screen.clerk.notes, screen.narrowed, last, screen.note_order)
    screen.ask(question, partial(_show, screen, held), group="notes")


def _show(screen: "MainScreen", before: Sequence[NoteRow], notes: tuple[NoteRow, ...]) -> None:
    screen.journal_pane.has_older = bool(notes)
    screen.journal_pane.notes = (*before, *notes)
    # Entered again, the cursor may stand where it stood; beside it there is nothing before the pane has its size.
    screen.call_after_refresh(partial(opening.glance_at_note, screen))


def leave_glance(screen: "MainScreen") -> None:
    """A link was picked or not: the keyboard goes back to the list, unless it is elsewhere already."""
    if panes.place_of(screen.focused) is Place.JOURNAL:
        panes.focus_list(screen)
