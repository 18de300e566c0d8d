"""The note under the cursor of the Journal, as it reads, beside the list."""

from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.lazy import Lazy
from textual.message import Message
from textual.widget import Widget

from arrowtui.model.document import Document
from arrowtui.model.note import Note
from arrowtui.ui.drawing.note_page import MARGIN, note_page
from arrowtui.ui.widgets.linkpick import LinkUse
from arrowtui.ui.widgets.page import PageView


class NoteGlance(Widget):
    """Shows what it is handed; nothing while there is no note. It has the keyboard only while a link is picked."""

    DEFAULT_CSS = "NoteGlance { height: 1fr; }"

    @dataclass
    class LinkWanted(Message):
        """A link of the note was picked."""

        link: str
        use: LinkUse

    @dataclass
    class PickingDone(Message):
        """The keyboard may go back to the list."""

    def __init__(self, measure: int = 72, *, id: str | None = None) -> None:
        """`measure` is the longest line of text, in cells."""
        super().__init__(id=id)
        self._measure = measure
        self._is_picking = False
        self._shown: tuple[Note, Document, datetime] | None = None

        self.page = PageView()  # the part that scrolls

    def compose(self) -> ComposeResult:
        yield Lazy(self.page)  # the first screen does not wait for what it does not show

    def show(self, note: Note | None, document: Document | None, now: datetime) -> None:
        """Another note, or the same with other words."""
        is_other = note is None or self._shown is None or self._shown[0].id != note.id
        self._shown = None if note is None or document is None else (note, document, now)
        self._set()
        if is_other:
            self.page.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Set it anew for the new width."""
        self._set()

    def _set(self) -> None:
        page = self.page
        if self._shown is None:
            page.lines = ()
        elif page.width > 2 * MARGIN:
            note, document, now = self._shown
            page.lines = note_page(note, document, page.width, self._measure, now)

    def pick_link(self) -> bool:
        """Let the person pick one of the links that are seen; False when there is none."""
        self.page.focus()
        self._is_picking = self.page.begin_picking()
        if not self._is_picking:
            self.post_message(self.PickingDone())
        return self._is_picking

    @on(PageView.PickChanged)
    def _pick_changed(self, message: PageView.PickChanged) -> None:
        message.stop()
        if message.link is None and self._is_picking:
            self._is_picking = False
            self.post_message(self.PickingDone())

    @on(PageView.Picked)
    def _picked(self, message: PageView.Picked) -> None:
        message.stop()
        links = self._shown[1].links if self._shown else ()
        if message.link < len(links):
            self.post_message(self.LinkWanted(links[message.link], message.use))
