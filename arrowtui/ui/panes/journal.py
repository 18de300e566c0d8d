"""The Journal: every note, the last written first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.lazy import Lazy
from textual.message import Message
from textual.reactive import reactive, var

from arrowtui.model.note import NoteId, NoteRow
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, cut, fit, steady
from arrowtui.ui.drawing.row import NARROW, SOURCELESS, UNICODE, Ink, Pieces, Signs
from arrowtui.ui.panes.searched import SearchedPane
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.motion import Motion

MARGIN = 40
ABOUT_SHARE = 0.4
TAGS_CELLS = 20


class JournalPane(SearchedPane):
    """Shows notes; tells which is opened, and when the list nears its end."""

    notes: reactive[Sequence[NoteRow]] = reactive(())
    has_older: var[bool] = var(False)
    now: reactive[datetime] = reactive(datetime(1970, 1, 1, tzinfo=UTC))
    signs: reactive[Signs] = reactive(UNICODE)

    @dataclass
    class Opened(Message):
        """A note was chosen."""

        row: NoteRow

    @dataclass
    class Moved(Message):
        """The cursor stands on another note."""

        row: NoteRow | None

    @dataclass
    class OlderWanted(Message):
        """The end of what is held is near."""

        last: NoteRow

    @dataclass
    class Sought(SearchedPane.Sought):
        """Other notes are looked for."""

    @dataclass
    class SearchDone(SearchedPane.SearchDone):
        """The person goes to the notes that were found."""

    def __init__(self) -> None:
        super().__init__("Words of notes and of what they are about")
        self.list = LineList()

    def compose(self) -> ComposeResult:
        # The first screen does not wait for what it does not show.
        yield Lazy(self.search_row())
        yield Lazy(self.list)

    def walk(self, motion: Motion) -> None:
        self.list.move(motion)

    def on_mount(self) -> None:
        self.list.empty = ("No notes yet.", "", "c on an item notes a line beside it.")
        self.watch_notes(self.notes)

    @property
    def row(self) -> NoteRow | None:
        """The note under the cursor."""
        return next((row for row in self.notes if row.id == self.list.key), None)

    def watch_notes(self, notes: Sequence[NoteRow]) -> None:
        """Other notes; the cursor stays on its own."""
        if self.is_mounted:
            self.list.lines = tuple(self._line(row) for row in notes)
            self.post_message(self.Moved(self.row))

    def go_to(self, note: NoteId) -> None:
        """Put the cursor on a note, if it is held."""
        self.list.go_to(note)

    def _line(self, row: NoteRow) -> Line:
        return Line(row.id, lambda width, is_cursor: note_pieces(row, width, self.now, self.signs, is_cursor=is_cursor))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.row is not None:
            self.post_message(self.Opened(self.row))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.post_message(self.Moved(self.row))
        if self.has_older and self.notes and self.list.cursor > len(self.notes) - MARGIN:
            self.post_message(self.OlderWanted(self.notes[-1]))


def note_pieces(row: NoteRow, width: int, now: datetime, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """The line of a note in exactly `width` cells: its first words, what it is about in a column, tags, its age."""
    is_roomy = width >= NARROW
    old = f" {age(row.changed_at, now, short=not is_roomy):>4} "
    layers = f" {row.layers}×" if row.layers > 1 else ""
    room = max(width - 4 - cell_len(old), 0)
    tags = "".join(f" #{steady(tag)}" for tag in row.tags) if width >= SOURCELESS else ""
    tags = cut(tags, min(TAGS_CELLS, int(room * ABOUT_SHARE) // (2 if is_roomy else 1)), signs.ellipsis)
    taken = cell_len(tags) + cell_len(layers)
    beside = int(room * ABOUT_SHARE) if is_roomy else taken
    about = beside - taken
    words = steady(row.opening) or "(nothing written yet)"
    pieces: list[tuple[str, Ink]] = [(signs.bar if is_cursor else " ", Ink.BAR), (f" {signs.note} ", Ink.SIGN)]
    if row.about_title and is_roomy:
        pieces.append((fit(words, room - beside, signs.ellipsis), Ink.PLAIN))
        pieces.append((fit(steady(f"  {row.about_title}"), about, signs.ellipsis), Ink.SOURCE))
    else:
        pieces.append((fit(words, max(room - beside + about, 0), signs.ellipsis), Ink.PLAIN))
    pieces += [(tags, Ink.TAG), (layers, Ink.SIGN), (old, Ink.AGE)]
    return tuple(pieces)
