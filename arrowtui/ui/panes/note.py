"""The note beside the item: written in Markdown, saved by itself. Knows no store; what it needs is handed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.lazy import Lazy
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from arrowtui.model.document import Document
from arrowtui.model.note import Layer, LayerId, Note, NoteId
from arrowtui.ui.drawing.layers import layer_lines
from arrowtui.ui.drawing.notehead import about_words, state_words
from arrowtui.ui.panes.note_preview import NotePreview
from arrowtui.ui.typeahead import OrderlyKeys
from arrowtui.ui.widgets.autosave import Autosave
from arrowtui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from arrowtui.ui.widgets.editor import NoteEditor

SAVE_AFTER_S = 1.0
LINK = "[["
FIELD = "field of the note"


class NotePane(Widget):
    """Shows and edits `note`. The screen answers `Changed` by saving and then calls `saved` or `not_saved`.

    At every exit the screen asks for `unsaved`, which is None when every word is in the store.
    """

    DEFAULT_CSS = """
    NotePane {
        layout: vertical; padding: 0 1;
        & #about { height: 1; margin-bottom: 1; color: $text-muted; padding: 0 1; }
        & #about { text-overflow: ellipsis; text-wrap: nowrap; }
        & #state { height: 1; color: $text-muted; padding: 0 1; dock: bottom; }
        & #page { display: none; }
        & #earlier { height: auto; max-height: 40%; display: none; margin: 0 1 1 1; }
        &.-layered #earlier { display: block; }
        &.-preview { & NoteEditor, & #earlier { display: none; } & #page { display: block; } }
    }
    """

    note: var[Note | None] = var(None, init=False)
    is_preview: var[bool] = var(False, toggle_class="-preview", init=False)

    @dataclass
    class Changed(Message):
        """The text has been different for a second, or the pane is left: it wants to be saved. `in_editor`: it came
        back so from the person's own editor."""

        layer: LayerId
        text: str
        in_editor: bool = False

    @dataclass
    class PreviewWanted(Message):
        """The text as it reads is asked for: hand it to `show_preview`."""

        text: str

    @dataclass
    class LinkWanted(Message):
        """[[ was typed: `put_link` takes what it shall be."""

    @dataclass
    class Picked(Message):
        """A link of the preview was chosen: an address of the world, or of a note or item."""

        link: str

    @dataclass
    class Closed(Message):
        """The person is done with this note for now."""

        note: NoteId

    def __init__(self, clean: Callable[[str], str], *, id: str | None = None) -> None:
        """`clean` makes pasted text safe for a terminal."""
        super().__init__(id=id)
        self._clean = clean
        self._state = Autosave()
        self._saved_at: datetime | None = None
        self._beat: Timer | None = None
        self._is_awaited = False
        self._field: NoteEditor | None = None
        self._filled: LayerId | None = None
        self.earlier, self.page = PageView(id="earlier"), NotePreview(id="page")  # older layers; how it reads

    def compose(self) -> ComposeResult:
        yield Static(id="about")
        yield Lazy(self.earlier)
        yield Lazy(self.page)
        yield Static(id="state")

    # What is shown

    def watch_note(self, old: Note | None, new: Note | None) -> None:
        """Another note comes into the field; the words of the old one are handed over first, to the last letter."""
        if old is not None and new is not None and old.layer.id == new.layer.id:
            return  # the same layer, come back from the store: what is in the field is newer
        if old is not None:
            self._take_in(old)
            self._hand_over(old.layer.id)
        self.is_preview = False
        self._state = Autosave.of(new.text if new else "")
        self._saved_at = new.changed_at if new and new.text else None
        self._filled = None
        if new is not None:
            self.query_one("#about", Static).update(Content(about_words(new)))
            self.call_after_refresh(self._set_earlier)
            self._fill(new)
            self._show_state()
        else:
            self._let_keys_go()

    def _take_in(self, note: Note) -> None:
        """Keys whose message is still on its way count too."""
        field = self._field
        if field is not None and self._filled == note.layer.id:
            self._state = self._state.typed(field.text)

    def _fill(self, note: Note) -> None:
        """The text into the field, which is made with the first note: at the start of the program there is none."""
        field = self._field
        if field is None:
            from arrowtui.ui.widgets.editor import NoteEditor  # as said above

            self._field = field = NoteEditor(note.text, self._clean)
            self.mount(field, before="#state")
        else:
            field.load_text(note.text)
        self._filled = note.layer.id
        field.call_after_refresh(self._settle, note)

    def _settle(self, note: Note) -> None:
        """The field has its size: the cursor goes to the end, and the keyboard to the field where it waits for that."""
        field = self._field
        if field is None or self._filled != note.layer.id:
            return
        if field.text == note.text:
            field.move_cursor(field.document.end)
        if self._is_awaited:
            field.focus()
        self._is_awaited = False
        self._let_keys_go()

    def _let_keys_go(self) -> None:
        if isinstance(self.app, OrderlyKeys):
            self.app.let_keys_go(FIELD)

    @property
    def editor(self) -> "NoteEditor | None":
        """The field, while a note is open."""
        return None if self.note is None else self._field

    def _set_earlier(self) -> None:
        """What was written before, over the field."""
        view = self.earlier
        lines = layer_lines(self.note.layers[:-1], max(self.size.width - 6, 8)) if self.note else ()
        view.lines = lines
        view.styles.height = min(len(lines), max(self.size.height // 3 - 1, 2))
        self.set_class(bool(lines), "-layered")

    def begin_typing(self) -> None:
        """Give the keyboard to the field."""
        field = self.editor
        if field is not None and field.is_mounted:
            field.focus()
        else:
            self._is_awaited = True  # the field is on its way: it takes the keyboard when it is there
            if isinstance(self.app, OrderlyKeys):
                self.app.hold_keys(FIELD)

    # What is typed

    def on_text_area_changed(self) -> None:
        """Every change counts at once; it is handed over within a second."""
        field = self.editor
        if field is None or self.note is None:
            return
        if len(field.text) > len(self._state.text) and field.is_after(LINK):
            self.post_message(self.LinkWanted())
        self._state = self._state.typed(field.text)
        if self._state.is_due and self._beat is None:
            self._beat = self.set_timer(SAVE_AFTER_S, self._save)
        self._show_state()

    def _save(self) -> None:
        self._beat = None
        if self.note is not None:
            self._hand_over(self.note.layer.id)
            self._show_state()

    def _hand_over(self, layer: LayerId, *, in_editor: bool = False) -> None:
        if self._beat is not None:
            self._beat.stop()
            self._beat = None
        if self._state.is_due:
            self._state = self._state.handed_over()
            self.post_message(self.Changed(layer, self._state.text, in_editor))

    def saved(self, layer: LayerId, text: str, at: datetime) -> None:
        """The store has `text`; `at` is shown in local time."""
        if self.note is not None and self.note.layer.id == layer:
            self._state, self._saved_at = self._state.confirmed(text), at
            self._show_state()

    def not_saved(self, layer: LayerId, why: str) -> None:
        """The store did not take it; it is tried again every second while the pane is open."""
        if self.note is not None and self.note.layer.id == layer:
            self._state = self._state.refused(why)
            self._beat = self._beat or self.set_timer(SAVE_AFTER_S, self._save)
            self._show_state()

    def become(self, layer: Layer, instead_of: str) -> bool:
        """Show what became of the open layer elsewhere; False where words were typed since `instead_of` stood there."""
        field = self.editor
        if field is None or self._filled != layer.id or field.text != instead_of or not self._state.is_safe:
            return False
        self._state, self._saved_at = Autosave.of(layer.text), layer.changed_at
        field.become(layer.text)
        return True

    @property
    def unsaved(self) -> tuple[LayerId, str] | None:
        """The layer and its text when the store does not have every word yet: for the last save of all."""
        if self.note is None:
            return None
        self._take_in(self.note)
        return None if self._state.is_safe else (self.note.layer.id, self._state.text)

    # What the person does

    def close(self) -> None:
        """Save and say that the note is closed; the screen takes it from the pane."""
        if self.note is not None:
            self._hand_over(self.note.layer.id)
            self.post_message(self.Closed(self.note.id))

    def put_text(self, text: str) -> None:
        """Another text in the place of this one; undo in the field brings the old one back."""
        if field := self.editor:
            field.put(self._clean(text))

    def put_edited(self, text: str) -> None:
        """What came back from the person's own editor, saved at once, apart from what was typed here before."""
        note = self.note
        if note is not None:
            self._take_in(note)
            self._hand_over(note.layer.id)
            self.put_text(text)
            self._take_in(note)
            self._hand_over(note.layer.id, in_editor=True)

    def put_in(self, text: str) -> None:
        """Text at the end, on lines of its own."""
        if field := self.editor:
            before = field.text.rstrip("\n")
            field.put(self._clean(f"{before}\n\n{text}" if before else text))

    def put_link(self, link: str) -> None:
        """A link where the cursor is, in the place of the [[ that asked for it."""
        if field := self.editor:
            field.put_word(self._clean(link), LINK)

    def pick_link(self) -> bool:
        """Let the person pick a link of the preview; False when there is none."""
        return self.is_preview and self.page.begin_picking()

    @on(PageView.Picked)
    def _picked(self, message: PageView.Picked) -> None:
        message.stop()
        if (link := self.page.link_at(message.link)) is not None:
            self.post_message(self.Picked(link))

    @on(PageView.PickChanged)
    def _pick_changed(self, message: PageView.PickChanged) -> None:
        message.stop()

    def show_preview(self, note: NoteId, document: Document) -> None:
        """Show how a note reads, if it is still the one that is open."""
        if self.note is not None and self.note.id == note:
            self.page.document = document
            self.call_after_refresh(self.page.set_anew)  # as soon as the page has its width

    def on_resize(self) -> None:
        """A preview is set anew, and what was written before."""
        self.page.set_anew()
        self._set_earlier()

    def toggle_preview(self) -> None:
        """See it as it reads, or write on."""
        if self.note is None:
            return
        self.is_preview = not self.is_preview
        if self.is_preview:
            self.page.focus()
            self.post_message(self.PreviewWanted(self._state.text))
        else:
            self.begin_typing()

    def _show_state(self) -> None:
        if self.note is not None:
            is_wrapped = self._field is None or self._field.soft_wrap
            words = state_words(self.note, self._state, self._saved_at, is_wrapped=is_wrapped)
            self.query_one("#state", Static).update(words)
