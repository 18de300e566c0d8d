"""Notes: beside an item, in the Journal, in the person's own editor."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import Note
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _note(screen: "MainScreen") -> None:
    """The note beside the item at hand; in the Journal the note under the cursor."""
    if screen.tab is Tab.JOURNAL and not screen.is_reading:
        screen.journal_pane.list.choose()
        return
    item = opening.item_at_hand(screen)
    if item is None:
        screen.say("No item here to write beside", Tone.HINT)
    else:
        screen.ask(partial(screen.clerk.note_beside, item), partial(opening.show_note, screen), group="open")


def _notes(screen: "MainScreen") -> None:
    """The Journal, with the cursor on the note of this item where there is one."""
    item = opening.item_at_hand(screen)
    screen.tab = Tab.JOURNAL
    if item is not None:
        screen.ask(partial(screen.services.library.note_of, item), partial(_point, screen), group="open")


def _point(screen: "MainScreen", note: Note | None) -> None:
    if note is not None:
        screen.journal_pane.go_to(note.id)


def _editor(screen: "MainScreen") -> None:
    """The note, in the person's own editor; the terminal is hers meanwhile."""
    note, field = screen.note.note, screen.note.editor
    if note is None or field is None:
        screen.say("Open a note first", Tone.HINT, ("c", "note"))
        return
    try:
        with screen.app.suspend():
            text = screen.services.edit(field.text, f"note-{note.id}")
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)
        return
    screen.note.put_text(text)


def _preview(screen: "MainScreen") -> None:
    """The note as it reads, or the field again."""
    if screen.note.note is None:
        screen.say("Open a note first", Tone.HINT, (screen.key_of("note"), "note"))
    else:
        screen.note.toggle_preview()


def _delete(screen: "MainScreen") -> None:
    row = screen.journal_pane.row if screen.tab is Tab.JOURNAL else None
    if row is None:
        screen.say("Notes are deleted in the Journal", Tone.HINT, ("4", "Journal"))
        return
    ids = [row.item] if row.item is not None else []
    if screen.note.note is not None and screen.note.note.id == row.id:
        panes.close_note(screen)
    screen.ask(
        partial(screen.clerk.act, screen.desk.view, ids, lambda: screen.journal.delete_note(row.id)), screen.acted
    )


WRITING = {"note": _note, "notes": _notes, "editor": _editor, "preview": _preview, "delete_note": _delete}
