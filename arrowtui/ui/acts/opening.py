"""Opening items and notes: what the reader and the note beside it show."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.document import Document
from arrowtui.model.errors import ArrowError
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.link import target_of_address
from arrowtui.model.note import LayerId, Note, NoteId
from arrowtui.model.reading import Reading
from arrowtui.model.recalled import Recalled
from arrowtui.model.replace import replace
from arrowtui.ui.acts import panes
from arrowtui.ui.acts.linking import open_link
from arrowtui.ui.answers import Opened
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def open_current(screen: "MainScreen") -> None:
    """The item under the cursor into the reader, with the keyboard; it is read by that."""
    row = screen.row
    if row is None:
        return
    screen.never_mind("preview")
    panes.focus_reader(screen)
    screen.ask(partial(screen.clerk.open, row.id), partial(_show, screen, row), group="open")


def preview(screen: "MainScreen") -> None:
    """The item under the cursor into the reader, beside the list; it stays unread."""
    row = screen.row
    if row is not None and panes.is_reader_shown(screen) and not is_open(screen, row.id):
        screen.ask(partial(screen.clerk.open, row.id), partial(_show, screen, None), group="open")


def open_whole(screen: "MainScreen") -> None:
    """All of a very long text, of which the reader shows the beginning; it stays at its place."""
    reading = screen.reader.reading
    if reading is not None and reading.document.is_part:
        screen.say("Setting all of it …", Tone.WORK)
        question = partial(screen.clerk.open, reading.row.id, is_whole=True)
        screen.ask(question, partial(_show_whole, screen), group="open")


def _show_whole(screen: "MainScreen", opened: Opened) -> None:
    screen.say("")
    if opened.reading is not None and is_open(screen, opened.reading.row.id):
        screen.reader.reading = opened.reading


def _show(screen: "MainScreen", read: ItemRow | None, opened: Opened) -> None:
    if opened.reading is None:
        screen.say("This item is not there any more", Tone.HINT)
        return
    screen.reader.reading = opened.reading
    _recall(screen, opened.reading.row)
    if read is not None and not opened.reading.row.is_read:
        question = partial(screen.clerk.act, screen.desk.view, [read.id], lambda: screen.journal.read([read.id], True))
        screen.ask(question, partial(screen.acted, is_quiet=True))


def _recall(screen: "MainScreen", row: ItemRow) -> None:
    """An old note that belongs to this, as a quiet line; and that a kept item was looked at again is remembered."""
    screen.ask(partial(screen.services.recall.beside, row.id), partial(_recalled, screen, row.id), group="recall")
    if row.is_kept and screen.is_reading:
        screen.ask(partial(screen.services.reflection.looked, row.id), lambda _: None)


def _recalled(screen: "MainScreen", item: ItemId, recalled: Recalled | None) -> None:
    if is_open(screen, item):
        screen.reader.recalled = recalled


def is_open(screen: "MainScreen", item: ItemId) -> bool:
    """Does the reader show this item?"""
    reading = screen.reader.reading
    return reading is not None and reading.row.id == item


def renew(screen: "MainScreen", rows: Mapping[ItemId, ItemRow]) -> None:
    """The open item's marks as they are now; its text stays as it is being read."""
    reading = screen.reader.reading
    if reading is not None and (row := rows.get(reading.row.id)) is not None and row != reading.row:
        screen.reader.reading = replace(reading, row=row)


def item_at_hand(screen: "MainScreen") -> ItemId | None:
    """The item a command is about: the one being read, else the one under the cursor."""
    if screen.is_journal:
        row = screen.journal_pane.row
        reading = screen.reader.reading
        return reading.row.id if screen.is_reading and reading else row.item if row else None
    return screen.row.id if screen.row else None


def with_reading(screen: "MainScreen", use: Callable[[Reading | None], None]) -> None:
    """Hand the item at hand to `use`, from the reader where it is open there."""
    item = item_at_hand(screen)
    reading = screen.reader.reading
    if item is None:
        use(None)
    elif reading is not None and reading.row.id == item:
        use(reading)
    else:
        screen.ask(partial(screen.clerk.open, item), lambda opened: use(opened.reading), group="open")


# Notes


def glance_at_note(screen: "MainScreen") -> None:
    """The note under the cursor, as it reads, beside the Journal."""
    row = screen.journal_pane.row
    if row is None:
        screen.note_glance.show(None, None, screen.services.clock.now())
    elif panes.is_seen(screen.note_glance):
        screen.ask(partial(screen.notes.read, row.id), partial(_glance, screen, row.id), group="glance")


def _glance(screen: "MainScreen", note: NoteId, read: tuple[Note, Document] | None) -> None:
    if read is not None and screen.journal_pane.row is not None and screen.journal_pane.row.id == note:
        screen.note_glance.show(*read, screen.services.clock.now())


def open_note(screen: "MainScreen", question: Callable[[], Awaitable[Opened]]) -> None:
    """Show the note that is asked for; what is typed meanwhile is written into it."""
    screen.never_mind("preview")  # it would take its place
    screen.ask(question, partial(show_note, screen), group="open", opens=True)


def show_note(screen: "MainScreen", opened: Opened) -> None:
    """The note into its field, its item above it, the keyboard to the field."""
    if opened.note is None:
        screen.say("This note is not there any more", Tone.HINT)
        return
    if opened.reading is not None:
        screen.reader.reading = opened.reading
    screen.add_class("-noting")
    screen.set_class(opened.reading is None, "-lone-note")
    if screen.note.note is None or screen.note.note.layer.id != opened.note.layer.id:
        screen.services.notes.shown(opened.note.layer)
    screen.note.note = opened.note
    screen.note.begin_typing()


def preview_of_note(screen: "MainScreen", text: str) -> None:
    """The note as it reads, into its pane."""
    note = screen.note.note
    if note is not None:
        question = partial(screen.services.notes.preview, note.id, text)
        screen.ask(question, partial(screen.note.show_preview, note.id), group="note preview")


def follow(screen: "MainScreen", link: str, item: ItemId | None = None) -> None:
    """Open what a picked link leads to: a note, an item, or the person's browser. `item` is the one it stands in or
    beside."""
    target = target_of_address(link)
    if target is None:
        open_link(screen, link, asks="pick_link", item=item)
    elif target.note is not None:
        open_note(screen, partial(screen.notes.of_id, target.note))
    elif target.item is not None:
        show_item(screen, target.item)


def show_item(screen: "MainScreen", item: ItemId) -> None:
    """An item into the reader, from wherever a link led to it; the list stays as it is."""
    panes.close_note(screen)
    panes.focus_reader(screen)
    screen.ask(partial(screen.clerk.open, item), partial(_show, screen, None), group="open")


def look_at_note(screen: "MainScreen") -> None:
    """Has the open note become another elsewhere? Then it is shown, unless words of hers are on their way."""
    note, field = screen.note.note, screen.note.editor
    if note is not None and field is not None and screen.note.unsaved is None:
        use = partial(_become, screen, note, field.text)
        screen.ask(partial(screen.services.notebook.note, note.id), use, group="note elsewhere")


def _become(screen: "MainScreen", before: Note, words: str, now: Note | None) -> None:
    layer = next((each for each in now.layers if each.id == before.layer.id), None) if now else None
    if layer is not None and layer.text != words and screen.note.become(layer, words):
        screen.services.notes.shown(layer)


def note_closed(screen: "MainScreen") -> None:
    """The field is put away; the list tells of the note."""
    screen.note.note = None
    screen.remove_class("-noting", "-lone-note")
    if screen.is_reading:
        panes.focus_reader(screen)
    else:
        panes.focus_list(screen)


def _renew_rows(screen: "MainScreen", rows: tuple[ItemRow, ...]) -> None:
    found = {row.id: row for row in rows}
    screen.rows.renew(screen.rows.window.renewed(found, ()))
    screen.calls_pane.list.renew(found)
    renew(screen, found)


def save_note(screen: "MainScreen", layer: LayerId, text: str, *, in_editor: bool) -> None:
    """Have the words saved, and tell the pane how it went."""
    screen.beside(partial(_save, screen, layer, text, in_editor), "note")


async def _save(screen: "MainScreen", layer: LayerId, text: str, in_editor: bool) -> None:
    try:
        saved = await screen.services.notes.save(layer, text, in_editor=in_editor)
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(screen.note.not_saved, layer, error.headline())))
    else:
        screen.post_message(screen.Answered(partial(_saved, screen, saved, layer, text)))


def _saved(screen: "MainScreen", note: Note, layer: LayerId, text: str) -> None:
    """The pane tells of it."""
    screen.note.saved(layer, text, note.changed_at)
    noted(screen, note)


def noted(screen: "MainScreen", note: Note) -> None:
    """The line of the item and the Journal tell of a note that was written."""
    if note.item is not None:
        screen.ask(partial(screen.clerk.rows, [note.item]), partial(_renew_rows, screen))
    if screen.is_journal:
        screen.load_notes()


def tell_recovered(screen: "MainScreen", count: int) -> None:
    """Words that a crash had left were found."""
    if count:
        if screen.is_journal:
            screen.load_notes()
        notes = "a note" if count == 1 else f"{count} notes"
        screen.say(
            f"Found the last words of {notes} again after a crash", Tone.DONE, (screen.key_of("tab_journal"), "Journal")
        )
