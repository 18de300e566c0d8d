"""The note beside the item: written in Markdown, saved by itself. Knows no store; what it needs is handed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from arrowtui.model.document import Document
from arrowtui.model.note import LayerId, Note, NoteId
from arrowtui.ui.drawing.page import Piece
from arrowtui.ui.drawing.reading import set_document
from arrowtui.ui.widgets.autosave import Autosave
from arrowtui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from arrowtui.ui.widgets.editor import NoteEditor

SAVE_AFTER_S = 1.0
COUNT_UP_TO = 200_000
"""Characters up to which words are counted at every key."""


class NotePane(Widget):
    """Shows and edits `note`. The screen answers `Changed` by saving and then calls `saved` or `not_saved`.

    At every exit the screen asks for `unsaved`, which is None when every word is in the store.
    """

    DEFAULT_CSS = """
    NotePane {
        layout: vertical; padding: 0 1;
        & #about { height: auto; max-height: 2; margin-bottom: 1; color: $text-muted; padding: 0 1; }
        & #state { height: 1; color: $text-muted; padding: 0 1; dock: bottom; }
        & PageView { display: none; }
        &.-preview { & NoteEditor { display: none; } & PageView { display: block; } }
    }
    """

    note: var[Note | None] = var(None, init=False)
    is_preview: var[bool] = var(False, toggle_class="-preview", init=False)
    preview: var[Document | None] = var(None, init=False)

    @dataclass
    class Changed(Message):
        """The text has been different for a second, or the pane is left: it wants to be saved."""

        layer: LayerId
        text: str

    @dataclass
    class PreviewWanted(Message):
        """The text as it reads is asked for: set `preview`."""

        text: str

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

    def compose(self) -> ComposeResult:
        yield Static(id="about")
        yield PageView()
        yield Static(id="state")

    # What is shown

    async def watch_note(self, old: Note | None, new: Note | None) -> None:
        """Another note comes into the field; the words of the old one are handed over first."""
        if old is not None and new is not None and old.layer.id == new.layer.id:
            return  # the same layer, come back from the store: what is in the field is newer
        if old is not None:
            self._hand_over(old.layer.id)
        self.is_preview = False
        self._state = Autosave.of(new.text if new else "")
        self._saved_at = new.changed_at if new and new.text else None
        await self._fill(new)

    async def _fill(self, note: Note | None) -> None:
        # Imported when the first note is opened: no note, no text area at the start of the program.
        from arrowtui.ui.widgets.editor import NoteEditor

        await self.query(NoteEditor).remove()
        if note is None:
            return
        about = f"✎ {note.about.title}" if note.about.title else "✎ A note that stands alone"
        self.query_one("#about", Static).update(Content(about))
        editor = NoteEditor(note.text, self._clean)
        await self.mount(editor, after="#about")
        editor.move_cursor(editor.document.end)
        if self._is_awaited:
            editor.focus()
        self._is_awaited = False
        self._show_state()

    @property
    def editor(self) -> "NoteEditor | None":
        """The field, while a note is open."""
        from arrowtui.ui.widgets.editor import NoteEditor  # as above

        return next(iter(self.query(NoteEditor)), None)

    @property
    def page(self) -> PageView:
        """What shows the preview."""
        return self.query_one(PageView)

    def begin_typing(self) -> None:
        """Give the keyboard to the field."""
        if field := self.editor:
            field.focus()
        else:
            self._is_awaited = True  # the field is on its way: it takes the keyboard when it is there

    # What is typed

    def on_text_area_changed(self) -> None:
        """Every change counts at once; it is handed over within a second."""
        field = self.editor
        if field is None or self.note is None:
            return
        self._state = self._state.typed(field.text)
        if self._state.is_due and self._beat is None:
            self._beat = self.set_timer(SAVE_AFTER_S, self._save)
        self._show_state()

    def _save(self) -> None:
        self._beat = None
        if self.note is not None:
            self._hand_over(self.note.layer.id)
            self._show_state()

    def _hand_over(self, layer: LayerId) -> None:
        if self._beat is not None:
            self._beat.stop()
            self._beat = None
        if self._state.is_due:
            self._state = self._state.handed_over()
            self.post_message(self.Changed(layer, self._state.text))

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

    @property
    def unsaved(self) -> tuple[LayerId, str] | None:
        """The layer and its text when the store does not have every word yet: for the last save of all."""
        if self.note is None or self._state.is_safe:
            return None
        return self.note.layer.id, self._state.text

    # What the person does

    def close(self) -> None:
        """Save and say that the note is closed; the screen takes it from the pane."""
        if self.note is not None:
            self._hand_over(self.note.layer.id)
            self.post_message(self.Closed(self.note.id))

    def put_text(self, text: str) -> None:
        """What came back from the person's own editor; undo in the field brings the old text back."""
        if field := self.editor:
            field.put(self._clean(text))

    def watch_preview(self) -> None:
        """Set it as soon as the page has its width."""
        self.call_after_refresh(self._set_preview)

    def _set_preview(self) -> None:
        page = self.page
        width = page.width - 2
        if self.preview is not None and width > 0:
            lines = set_document(self.preview, width)
            page.lines = tuple((Piece(" "), *line) if line else () for line in lines)

    def on_resize(self) -> None:
        """A preview is set anew."""
        self._set_preview()

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
        field = self.query_one("#state", Static)
        text = self._state.text
        words = f"{_words(text)} · " if text and len(text) <= COUNT_UP_TO else ""
        if self._state.trouble:
            field.update(Content.assemble(words, (f"not saved: {self._state.trouble}", "$text-error")))
        else:
            field.update(Content(words + self._safety()))

    def _safety(self) -> str:
        if not self._state.is_safe:
            return "…"
        if self._saved_at is None:
            return "saved by itself as you write"
        return f"saved {self._saved_at.astimezone():%H:%M}"


def _words(text: str) -> str:
    count = len(text.split())
    return "1 word" if count == 1 else f"{count:,} words"
