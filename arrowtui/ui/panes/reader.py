"""The item that is read: head, text, what comes with it. Set for the width it has, drawn line by line."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from arrowtui.model.document import Document
from arrowtui.model.item import ItemId
from arrowtui.model.reading import Reading
from arrowtui.model.recalled import Recalled
from arrowtui.model.replace import replace
from arrowtui.ui.drawing.head import Extras, head, tail
from arrowtui.ui.drawing.page import PageLine, Piece, Tone, wrapped
from arrowtui.ui.drawing.reading import is_long, set_document
from arrowtui.ui.drawing.recalled import recalled_line
from arrowtui.ui.widgets.linkpick import LinkUse
from arrowtui.ui.widgets.page import PageView

REMEMBERED = 500
"""For so many items the place where reading stopped is kept."""
MARGIN = 2
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Sheet(Struct, frozen=True):
    """A reading set for a width."""

    reading: Reading
    width: int
    lines: tuple[PageLine, ...]
    links: tuple[str, ...]


class ReaderPane(Vertical):
    """Shows `reading`. Posts `LinkWanted` when a link was picked."""

    DEFAULT_CSS = """
    ReaderPane {
        width: 1fr; height: 1fr;
        & #recalled { height: 1; display: none; padding: 0 2; color: $text-muted; dock: bottom; }
        &.-recalling #recalled { display: block; }
        &.-picking #recalled { display: none; }
        & #pick { height: auto; max-height: 2; display: none; padding: 0 2; color: $text-muted; dock: bottom; }
        &.-picking #pick { display: block; }
    }
    """

    reading: var[Reading | None] = var(None, init=False)
    now: var[datetime] = var(LONG_AGO)
    recalled: var[Recalled | None] = var(None, init=False)

    @dataclass
    class LinkWanted(Message):
        """A link of the text was picked: to be opened in the browser, copied, or saved in the Tips."""

        link: str
        use: LinkUse

    @dataclass
    class Set(Message):
        """A text that takes long was set in a thread."""

        sheet: Sheet

    def __init__(self, measure: int = 72, *, recall_key: str = "'", id: str | None = None) -> None:
        """`measure` is the longest line of text, in cells; `recall_key` opens what is recalled."""
        super().__init__(id=id)
        self.recall_key = recall_key
        self._measure = measure
        self._links: tuple[str, ...] = ()
        self._width = 0
        self._places: OrderedDict[ItemId, float] = OrderedDict()
        self._unfolded: set[ItemId] = set()

    def compose(self) -> ComposeResult:
        yield PageView(id="text")
        yield Static(id="recalled")
        yield Static(id="pick")

    @property
    def text(self) -> PageView:
        """The part that scrolls and takes the keyboard."""
        return self.query_one("#text", PageView)

    # What is shown

    def watch_reading(self, old: Reading | None, new: Reading | None) -> None:
        """Another item begins where it was left; the same one, newly marked, stays where it is."""
        if old is not None:
            self._remember(old.row.id)
        if old is None or new is None or old.row.id != new.row.id:
            self.recalled = None
        if new is None:
            self.text.lines = ()
        elif old is not None and old.row.id == new.row.id and old.document is new.document:
            self._set(new, self._places.get(new.row.id, 0.0))
        else:
            self.text.lines = ()
            self._set(new, self._places.get(new.row.id, 0.0))

    def watch_recalled(self, recalled: Recalled | None) -> None:
        """A quiet line at the foot: an old note belongs to this."""
        self.set_class(recalled is not None, "-recalling")
        if recalled is not None:
            self.query_one("#recalled", Static).update(recalled_line(recalled, self.recall_key, self.size.width - 4))

    def watch_now(self) -> None:
        """Ages grow; what is long is left as it is."""
        if self.reading is not None and not is_long(self.reading.document) and self.text.pick is None:
            self._set(self.reading, self._place())

    def on_resize(self) -> None:
        """Set it anew for the new width; the place in the text stays about the same."""
        if self.reading is not None and self.text.width != self._width:
            self._set(self.reading, self._place())

    def _place(self) -> float:
        """How far down the text is scrolled: 0 to 1."""
        return self.text.scroll_offset.y / max(len(self.text.lines), 1)

    def _remember(self, item: ItemId) -> None:
        self._places[item] = self._place()
        self._places.move_to_end(item)
        while len(self._places) > REMEMBERED:
            self._places.popitem(last=False)

    def _set(self, reading: Reading, place: float) -> None:
        self._width = self.text.width
        if self._width <= 2 * MARGIN:
            return
        if self._is_folded(reading):
            reading = replace(reading, document=Document(()), attachments=(), poll=None, comments_link=None)
        if is_long(reading.document):
            self._places[reading.row.id] = place
            self._set_in_thread(reading, self._width)
        else:
            self._show(self._sheet(reading, self._width), place)

    @work(exclusive=True, group="set")
    async def _set_in_thread(self, reading: Reading, width: int) -> None:
        self.post_message(self.Set(await asyncio.to_thread(self._sheet, reading, width)))

    @on(Set)
    def _take(self, message: Set) -> None:
        sheet = message.sheet
        if self.reading is not None and sheet.reading.row.id == self.reading.row.id and sheet.width == self._width:
            self._show(sheet, self._places.get(sheet.reading.row.id, 0.0))

    def _show(self, sheet: Sheet, place: float) -> None:
        self._links = sheet.links
        self.text.lines = sheet.lines
        self.text.jump(round(place * len(sheet.lines)))

    def _sheet(self, reading: Reading, width: int) -> Sheet:
        wide = width - 2 * MARGIN
        room = min(wide, self._measure)
        extras = Extras.of(reading)
        lines = [
            (),
            *head(reading, extras, self.now, room),
            *self._fold(reading, room),
            *(set_document(reading.document, wide, self._measure) or _without_text(reading)),
            *(_goes_on(room) if reading.document.is_part else ()),
            *tail(reading, extras, self.now, room),
            (),
        ]
        indent = Piece(" " * MARGIN)
        links = (*reading.document.links, *extras.links)
        return Sheet(reading, width, tuple((indent, *line) if line else () for line in lines), links)

    # A content warning

    def _is_folded(self, reading: Reading) -> bool:
        return reading.warning is not None and reading.row.id not in self._unfolded

    def _fold(self, reading: Reading, room: int) -> list[PageLine]:
        if reading.warning is None:
            return []
        lines: list[PageLine] = [(Piece(line, (Tone.WARNING,)),) for line in wrapped(f"⚠ {reading.warning}", room)]
        if self._is_folded(reading):
            lines.append((Piece("Enter shows the text.", (Tone.QUIET,)),))
        return [*lines, ()]

    def unfold(self) -> bool:
        """Show what stands behind a content warning; False when there is none folded."""
        if self.reading is None or not self._is_folded(self.reading):
            return False
        self._unfolded.add(self.reading.row.id)
        self._set(self.reading, 0.0)
        return True

    def first_seen(self, passages: Sequence[str]) -> int:
        """Which of the passages of the text is the first that is in sight; 0 where none is."""
        top = self.text.scroll_offset.y
        lines = self.text.lines[top : top + self.text.size.height]
        seen = " ".join(" ".join("".join(piece.text for piece in line) for line in lines).split())
        beginnings = (" ".join(words.split()[:4]) for words in passages)
        return next((at for at, words in enumerate(beginnings) if words and words in seen), 0)

    # Links

    def pick_link(self) -> bool:
        """Let the person pick one of the links that are seen; False when there is none."""
        return self.text.begin_picking()

    @on(PageView.PickChanged)
    def _offer(self, message: PageView.PickChanged) -> None:
        self.set_class(message.link is not None, "-picking")
        if message.link is not None and message.link < len(self._links):
            keys = "letter or Enter opens · y copies · B saves · j k choose"
            words = Content.assemble((self._links[message.link], "bold"), f"\n{keys}")
            self.query_one("#pick", Static).update(words)

    @on(PageView.Picked)
    def _picked(self, message: PageView.Picked) -> None:
        if message.link < len(self._links):
            self.post_message(self.LinkWanted(self._links[message.link], message.use))


def _goes_on(room: int) -> Iterator[PageLine]:
    """Below the beginning of a very long text."""
    yield ()
    words = "This is the beginning of a very long text. Enter shows all of it, which may take a while."
    yield from ((Piece(line, (Tone.WARNING,)),) for line in wrapped(words, room))


def _without_text(reading: Reading) -> tuple[PageLine, ...]:
    """An item that is nothing but a title says so: it has not been lost on the way."""
    if reading.call or reading.fields or reading.attachments or reading.poll:
        return ()
    return ((Piece("It came without a text.", (Tone.QUIET,)),),)
