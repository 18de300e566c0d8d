"""The Calls tab: sections by urgency. For whoever acts on items it is a list like the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.lazy import Lazy
from textual.message import Message
from textual.reactive import reactive

from arrowtui.model.call_board import CallBoard, CallLine, Section
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.replace import replace
from arrowtui.ui.drawing.call_line import call_pieces, folded_pieces, heading_pieces
from arrowtui.ui.drawing.row import UNICODE, Pieces, Signs
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.window import Window

EMPTY = CallBoard(())
NO_CALLS = (
    "No call is open just now.",
    "",
    "What asks readers to answer comes here by itself · f shows all items of this tab · m moves others here",
)


class BoardList(LineList):
    """The lines of the board. What acts ask of a list of items, it answers too."""

    board: reactive[CallBoard] = reactive(EMPTY, init=False)
    now: reactive[datetime] = reactive(datetime(1970, 1, 1, tzinfo=UTC), init=False)
    picked: reactive[frozenset[ItemId]] = reactive(frozenset(), init=False)
    signs: Signs = UNICODE
    unfold_key = ""
    range_from: ItemId | None = None

    @property
    def line(self) -> CallLine | None:
        """The call under the cursor."""
        return next((line for line in self._calls() if line.row.id == self.key), None)

    @property
    def row(self) -> ItemRow | None:
        """The item under the cursor."""
        return self.line.row if self.line else None

    @property
    def item(self) -> ItemId | None:
        """The id under the cursor."""
        return self.row.id if self.row else None

    @property
    def window(self) -> Window:
        """All rows; they are few."""
        rows = tuple(line.row for line in self._calls())
        return Window(rows, 0, len(rows))

    def renew(self, rows: dict[ItemId, ItemRow]) -> None:
        """Rows as they are now; nothing moves before the board is entered anew."""
        sections = tuple(
            (section, tuple(replace(line, row=rows.get(line.row.id, line.row)) for line in lines))
            for section, lines in self.board.sections
        )
        self.board = replace(self.board, sections=sections)

    def renew_call(self, line: CallLine) -> None:
        """One call as it is now, where it stands."""
        self.renew_calls([line])

    def renew_calls(self, lines: Iterable[CallLine]) -> None:
        """Calls as they are now, each where it stands; those that do not stand here are passed over."""
        now = {line.row.id: line for line in lines}
        sections = tuple(
            (section, tuple(now.get(one.row.id, one) for one in held)) for section, held in self.board.sections
        )
        self.board = replace(self.board, sections=sections)

    def watch_board(self) -> None:
        self.lines = tuple(self._drawn())

    def watch_now(self) -> None:
        self.refresh()

    def watch_picked(self) -> None:
        self.refresh()

    def _calls(self) -> Iterator[CallLine]:
        return (line for _, lines in self.board.sections for line in lines)

    def _drawn(self) -> Iterator[Line]:
        for number, (section, lines) in enumerate(self.board.sections):
            if number:
                yield Line(None, lambda width, _: ())
            yield self._heading(section)
            yield from (self._call(line) for line in lines)
        if self.board.hidden or self.board.declined:
            yield Line(None, lambda width, _: ())
            yield Line(None, lambda width, _: folded_pieces(self.board, width, self.signs, self.unfold_key))

    def _heading(self, section: Section) -> Line:
        return Line(None, lambda width, _: heading_pieces(section, self.board, width, self.signs))

    def _call(self, line: CallLine) -> Line:
        def draw(width: int, is_cursor: bool) -> Pieces:
            is_picked = line.row.id in self.picked
            return call_pieces(line, width, self.now, self.signs, is_cursor=is_cursor, is_picked=is_picked)

        return Line(line.row.id, draw)


class CallsPane(Vertical):
    """Shows the board; tells which call the cursor stands on, and which is opened."""

    DEFAULT_CSS = "CallsPane { width: 1fr; height: 1fr; }"

    @dataclass
    class Moved(Message):
        """The cursor stands on another call."""

        row: ItemRow | None

    @dataclass
    class Opened(Message):
        """A call was chosen."""

        row: ItemRow

    def __init__(self) -> None:
        super().__init__()
        self.list = BoardList()

    def compose(self) -> ComposeResult:
        yield Lazy(self.list)  # the first screen does not wait for what it does not show

    def on_mount(self) -> None:
        self.list.empty = NO_CALLS

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.post_message(self.Moved(self.list.row))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if (row := self.list.row) is not None:
            self.post_message(self.Opened(row))
