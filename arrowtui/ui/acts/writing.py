"""Notes: beside an item or any other thing, in the Journal, in the person's own editor."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError
from arrowtui.model.item import ItemId
from arrowtui.model.note import About, NoteRow, Subject
from arrowtui.ui.acts import capturing, lists, opening, panes
from arrowtui.ui.capture import Target
from arrowtui.ui.command import Place
from arrowtui.ui.desk import Narrowed, Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.tags import TagChange


def _note(screen: "MainScreen") -> None:
    """The note beside the item at hand; in the Journal the note under the cursor."""
    if screen.tab is Tab.JOURNAL and not screen.is_reading:
        screen.journal_pane.list.choose()
        return
    item = opening.item_at_hand(screen)
    if item is None:
        screen.say("No item here to write beside", Tone.HINT)
    else:
        opening.open_note(screen, partial(screen.notes.beside, item))


def _new_note(screen: "MainScreen") -> None:
    """Another note: what about is asked where there is a choice."""
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.about import AboutScreen

    targets = _targets(screen)

    def begin(id: str | None) -> None:
        if id is not None:
            question = partial(screen.notes.new, targets[id])
            opening.open_note(screen, question)

    screen.app.push_screen(AboutScreen([(id, target.title) for id, target in targets.items()]), begin)


def _targets(screen: "MainScreen") -> dict[str, Target]:
    """What a new note can be about, as things are."""
    found: dict[str, Target] = {}
    reading = screen.reader.reading if screen.is_reading else None
    row = reading.row if reading else None if screen.is_journal else screen.row
    if row is not None:
        found["item"] = Target(row.id, title=f"The item “{row.title}”")
        if row.author:
            found["person"] = Target(
                None, Subject.of_person(row.author), About(row.author), f"{row.author}, who wrote it"
            )
        source = next((each for each in screen.sources if each.title == row.source_title), None)
        if source is not None:
            about = About(source.title, source.shown_address if "://" in source.address else None)
            found["source"] = Target(None, Subject.of_source(source.id), about, f"{source.title}, the source")
    today = screen.services.clock.now().astimezone().date()
    found["day"] = Target(None, Subject.of_day(today), About(f"{today:%A, %d %B %Y}"), "Today")
    found["alone"] = Target(title="Nothing of these: it stands alone")
    return found


def _notes(screen: "MainScreen") -> None:
    """The Journal, narrowed to the notes beside this item and those that link to it; without an item all of it."""
    item = opening.item_at_hand(screen)
    if item is None:
        screen.tab = Tab.JOURNAL
    else:
        screen.ask(partial(screen.services.notebook.rows, item=item), partial(_beside, screen, item), group="open")


def _beside(screen: "MainScreen", item: ItemId, found: tuple[NoteRow, ...]) -> None:
    if not found:
        screen.say("Nothing is noted beside this yet", Tone.HINT, (screen.key_of("capture"), "note"))
        return
    title = next((row.about_title for row in found if row.item == item and row.about_title), "this item")
    screen.tab = Tab.JOURNAL
    lists.narrow_notes(screen, Narrowed(item=item, title=title))


def _editor(screen: "MainScreen") -> None:
    """The note, in the person's own editor; the terminal is hers meanwhile."""
    if screen.place is Place.CAPTURE:
        capturing.to_the_editor(screen)
        return
    note, field = screen.note.note, screen.note.editor
    if note is None or field is None:
        _open_first(screen)
        return
    try:
        with screen.app.suspend():
            text = screen.services.edit(field.text, f"note-{note.id}")
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)
        return
    screen.note.put_edited(text)


def _open_first(screen: "MainScreen") -> None:
    screen.say("Open a note first", Tone.HINT, (screen.key_of("note"), "write"))


def _preview(screen: "MainScreen") -> None:
    """The note as it reads, or the field again."""
    if screen.note.note is None:
        _open_first(screen)
    else:
        screen.note.toggle_preview()


def _layer(screen: "MainScreen") -> None:
    """Answer the note again; the words in the field are saved first."""
    note = screen.note.note or (None if not screen.is_journal else screen.journal_pane.row)
    if note is None:
        _open_first(screen)
        return
    question = partial(screen.notes.answer_again, note.id, screen.note.unsaved)
    opening.open_note(screen, question)


def _template(screen: "MainScreen") -> None:
    """Prompts to think along, at the end of the field."""
    if screen.note.note is None:
        _open_first(screen)
        return
    from arrowtui.ui.screens.templates import TemplatesScreen  # as above

    taste = screen.taste
    first = [taste.template, *(each for each in taste.templates.values() if each is not taste.template)]

    def put(name: str | None) -> None:
        template = next((each for each in first if each.name == name), None)
        if template is not None:
            screen.note.put_in(template.text())
            screen.note.begin_typing()

    screen.app.push_screen(TemplatesScreen(each for each in first if each.prompts), put)


def _history(screen: "MainScreen") -> None:
    """What the newest layer said before."""
    note = screen.note.note
    if note is None:
        _open_first(screen)
    else:
        screen.ask(
            partial(screen.services.notebook.versions, note.layer.id), partial(_show_history, screen), opens=True
        )


def _show_history(screen: "MainScreen", versions: Sequence[tuple[datetime, str]]) -> None:
    field = screen.note.editor
    if not versions or field is None:
        screen.say("Nothing of this note was ever overwritten", Tone.HINT)
        return
    from arrowtui.ui.screens.history import HistoryScreen  # as above

    def bring_back(text: str | None) -> None:
        if text is not None:
            screen.note.put_text(text)
            screen.say("Brought back; what it replaced is among the earlier texts", Tone.DONE)

    screen.app.push_screen(HistoryScreen(versions, field.text), bring_back)


def link(screen: "MainScreen") -> None:
    """Find what to link to."""
    if screen.note.note is None or screen.note.editor is None:
        _open_first(screen)
        return
    from arrowtui.ui.screens.links import LinksScreen  # as above

    def put(found: str | None) -> None:
        if found is not None:
            screen.note.put_link(found)
        screen.note.begin_typing()

    screen.app.push_screen(LinksScreen(partial(screen.notes.linkable, screen.note.note.id)), put)


def _quote(screen: "MainScreen") -> None:
    """A passage of the text that is read, into its note."""
    reading = screen.reader.reading
    if reading is None or not panes.is_reader_shown(screen):
        screen.say("Open an item first: passages of its text are quoted", Tone.HINT)
        return
    selected = screen.get_selected_text()
    if selected and selected.strip():
        screen.clear_selection()
        _take_quote(screen, (selected,))
        return
    from arrowtui.ui.screens.quote import QuoteScreen  # as above

    found = screen.notes.passages(reading)
    if not found:
        screen.say("There is no text here to quote", Tone.HINT)
    elif len(found) == 1:
        _take_quote(screen, found)
    else:
        screen.app.push_screen(QuoteScreen(found, screen.reader.first_seen(found)), partial(_take_quote, screen))


def _take_quote(screen: "MainScreen", passages: Sequence[str] | None) -> None:
    """Into the field where its note is open, else into the latest note beside it."""
    reading = screen.reader.reading
    if not passages or reading is None:
        return
    text = screen.notes.quote(reading, passages)
    note = screen.note.note
    if note is not None and note.item == reading.row.id:
        screen.note.put_in(text)
        screen.note.begin_typing()
        return
    opening.open_note(screen, partial(screen.notes.with_quote, reading.row.id, text))


def _tag(screen: "MainScreen") -> None:
    """Tags of the note under the cursor."""
    row = screen.journal_pane.row
    if row is None:
        screen.say("No note here", Tone.HINT)
        return
    from arrowtui.ui.screens.tags import TagsScreen  # as above

    def choose(known: tuple[tuple[str, int], ...]) -> None:
        screen.app.push_screen(TagsScreen(known, dict.fromkeys(row.tags, 1)), change)

    def change(answer: "TagChange | None") -> None:
        if answer is not None and (answer.add or answer.remove):
            deed = partial(screen.journal.tag_note, row.id, answer.add, answer.remove)
            screen.ask(partial(screen.clerk.act, screen.desk.view, [], deed), screen.acted)

    screen.ask(screen.services.notebook.tags, choose, opens=True)


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


WRITING = {
    "note": _note,
    "new_note": _new_note,
    "notes": _notes,
    "editor": _editor,
    "preview": _preview,
    "layer": _layer,
    "template": _template,
    "history": _history,
    "link": link,
    "quote": _quote,
    "tag_note": _tag,
    "delete_note": _delete,
}
