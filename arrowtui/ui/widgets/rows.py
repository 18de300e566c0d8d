"""The list of items: any number of rows, of which only a window is held. Shows what it is handed; asks for more pages.

The cursor is an item, not a line: whatever arrives, vanishes or is loaded, it stays on its item and the item stays on
its line of the screen. Textual's own lists hold every row as an object and need half a minute for a million of them;
this one draws the lines that are seen, from a cache, and repaints only those that changed.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip

from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.order import rank
from arrowtui.model.replace import replace
from arrowtui.ui.drawing.empty import folded
from arrowtui.ui.drawing.row import Ink, Look, row_pieces
from arrowtui.ui.widgets.inked import InkedScroll
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.window import Edge, Window

SCROLL_OFF = 2


class RowList(InkedScroll):
    """Rows of items under a cursor."""

    look: reactive[Look] = reactive(Look(80))
    now: reactive[datetime] = reactive(datetime(1970, 1, 1, tzinfo=UTC))
    empty: reactive[tuple[str, ...]] = reactive(())
    below: reactive[str] = reactive("")
    picked: reactive[frozenset[ItemId]] = reactive(frozenset())
    range_from: reactive[ItemId | None] = reactive(None)
    cursor: var[ItemId | None] = var(None)

    @dataclass
    class Moved(Message):
        """The cursor stands on another item, or on none."""

        row: ItemRow | None

    @dataclass
    class Chosen(Message):
        """The person chose an item with the mouse."""

        row: ItemRow

    @dataclass
    class Wanted(Message):
        """More rows are wanted; answer with `grow` or `show`. `line` only for LINE."""

        edge: Edge
        line: int = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.window = Window()
        self._asked: set[Edge] = set()
        self._known: ItemRow | None = None
        self._range_at: tuple[int, int] | None = None

    @property
    def row(self) -> ItemRow | None:
        """The row under the cursor."""
        line = self._cursor_line
        return None if line is None else self.window.row_at(line)

    @property
    def _cursor_line(self) -> int | None:
        return None if self.cursor is None else self.window.line_of(self.cursor)

    # What is shown

    def show(self, window: Window, cursor: ItemId | None = None, screen_line: int | None = None) -> None:
        """Show another list, or another part of it, with the cursor on that item (or the nearest, or the first).

        Args:
            screen_line: on which line of the widget the cursor is wanted; None scrolls as little as possible.
        """
        self._take(window)
        row = (
            window.rows[0]
            if cursor is None and window.rows
            else window.nearest(cursor or ItemId(0), self._last_seen(cursor))
        )
        line = None if row is None else window.line_of(row.id)
        if line is not None and screen_line is not None:
            self.jump(line - screen_line)
        self._set_cursor(row)
        self.refresh()
        self._ask_for_more()

    def grow(self, window: Window) -> None:
        """The same list with rows added, renewed or gone: nothing that is seen moves."""
        anchor = self._anchor()
        at = None if anchor is None else self.window.line_of(anchor)
        offset = 0 if at is None else at - self.top
        before = self.window
        self._take(window.trimmed(self.top))
        line = None
        known = None if at is None else before.row_at(at)
        if anchor is not None and (row := self.window.nearest(anchor, known)) is not None:
            line = self.window.line_of(row.id)
        if line is not None:
            self.jump(line - offset)
        if self.cursor is not None and self.window.line_of(self.cursor) is None and self._is_lost(before, self.cursor):
            self._set_cursor(self.window.nearest(self.cursor, self._last_seen(self.cursor)))
        self.refresh()
        self._ask_for_more()

    def renew(self, window: Window) -> None:
        """The same rows in the same places, some of them redrawn: only their lines are painted."""
        if window.base != self.window.base or len(window.rows) != len(self.window.rows):
            self.grow(window)
            return
        before, self.window = self.window, window
        for index in range(max(self.top - window.base, 0), min(self.top + self.size.height, window.end) - window.base):
            if before.rows[index] != window.rows[index]:
                self.paint(window.base + index)

    @property
    def screen_line(self) -> int:
        """On which line of the widget the cursor is."""
        line = self._cursor_line
        return 0 if line is None else line - self.top

    def _is_lost(self, before: Window, item: ItemId) -> bool:
        """Was the cursor's item in the window that was replaced, and is its place in this one? (A trim may leave it
        outside: it is still there.)"""
        line = before.line_of(item)
        row = None if line is None else before.row_at(line)
        return row is not None and self.window.spans(row)

    def _last_seen(self, item: ItemId | None) -> ItemRow | None:
        """The row of the cursor's item as it was when the cursor came to it."""
        return self._known if self._known is not None and self._known.id == item else None

    def _anchor(self) -> ItemId | None:
        """The item that must not move: the cursor's where it is seen, else the uppermost seen."""
        line = self._cursor_line
        if line is not None and self.top <= line < self.top + max(self.size.height, 1):
            return self.cursor
        row = self.window.row_at(max(self.top, self.window.base))
        return None if row is None else row.id

    def _take(self, window: Window) -> None:
        self.window = window
        self._asked.clear()
        self.virtual_size = Size(self.width, window.total)

    # Moving

    def move(self, motion: Motion) -> None:
        """Move the cursor; at the edge of what is held it waits for the page."""
        if not self.window.rows:
            return
        lines = motion.lines(self.size.height - 1)
        if lines is not None:
            self._step(lines)
        elif motion is Motion.TOP:
            self._to_end(Edge.TOP, self.window.has_above, 0)
        else:
            self._to_end(Edge.END, self.window.has_below, self.window.end - 1)

    def go_to(self, item: ItemId) -> bool:
        """Put the cursor on an item; False where it is not held."""
        line = self.window.line_of(item)
        if line is None:
            return False
        self._set_cursor(self.window.row_at(line))
        self._ask_for_more()
        return True

    def unread_after(self, step: int) -> ItemRow | None:
        """The nearest unread row below (step 1) or above (step -1) the cursor, as far as rows are held."""
        return self.window.unread_after(self._cursor_line, step)

    def _step(self, lines: int) -> None:
        line = self._cursor_line
        start = self.top if line is None else line
        target = min(max(start + lines, self.window.base), self.window.end - 1)
        if abs(lines) > 1:
            self.jump(min(max(self.top + lines, 0), max(self.window.total - self.size.height, 0)))
        self._set_cursor(self.window.row_at(target))
        self._ask_for_more()

    def _to_end(self, edge: Edge, is_beyond: bool, line: int) -> None:
        if is_beyond:
            self._ask(edge)
        else:
            self._set_cursor(self.window.row_at(line))

    def _set_cursor(self, row: ItemRow | None) -> None:
        before, self.cursor = self._cursor_line, None if row is None else row.id
        self._known = row
        line = self._cursor_line
        if self.range_from is not None:
            self.refresh()
        for changed in {before, line} - {None}:
            if changed is not None:
                self.paint(changed)
        if line is not None:
            self._reveal(line)
        self.post_message(self.Moved(row))

    def _reveal(self, line: int) -> None:
        height = self.size.height
        if height <= 0:
            return
        off = min(SCROLL_OFF, (height - 1) // 2)
        if line < self.top + off:
            self.jump(line - off)
        elif line > self.top + height - 1 - off:
            self.jump(min(line - height + 1 + off, max(self.window.total - height, 0)))

    # Asking for more

    def _ask_for_more(self) -> None:
        height, window = self.size.height, self.window
        if window.rows and height and (self.top + height <= window.base or self.top >= window.end):
            self.post_message(self.Wanted(Edge.LINE, self.top))
            return
        for edge in window.short_at(self.top, self.top + height, self._cursor_line):
            self._ask(edge)

    def _ask(self, edge: Edge) -> None:
        if edge not in self._asked:
            self._asked.add(edge)
            self.post_message(self.Wanted(edge))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._ask_for_more()

    # Drawing

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(self.width, self.window.total)
        line = self._cursor_line
        if line is not None:
            self._reveal(line)
        self._ask_for_more()

    def render_line(self, y: int) -> Strip:
        line = self.top + y
        row = self.window.row_at(line)
        width = self.width
        if row is None:
            return self._blank(y, width)
        is_cursor = row.id == self.cursor
        look = self.look if self.look.width == width else replace(self.look, width=width)
        pieces = row_pieces(row, look, self.now, is_cursor=is_cursor, is_picked=self.is_picked(row.id))
        return self.strip(pieces, self.ground(is_cursor))

    def is_picked(self, item: ItemId) -> bool:
        """Is the item selected, by itself or as part of the range that is being drawn?"""
        if self._range_at is None:
            return item in self.picked
        line, cursor = self.window.line_of(item), self.row
        row = None if line is None else self.window.row_at(line)
        if cursor is None or row is None:
            return item in self.picked
        first, last = sorted((self._range_at, rank(self.window.order, cursor)))
        return first <= rank(self.window.order, row) <= last or item in self.picked

    def watch_range_from(self, item: ItemId | None) -> None:
        """Its place is kept: its row may be let go of while the range grows."""
        line = None if item is None else self.window.line_of(item)
        row = None if line is None else self.window.row_at(line)
        self._range_at = None if row is None else rank(self.window.order, row)

    def _blank(self, y: int, width: int) -> Strip:
        """A line without a row: a list without rows says why; under the last row stands what is in no list."""
        if not self.window.rows:
            return self.said_in_the_middle(self.empty, y)
        below = folded(self.below, width - 4) if self.below else []
        at = self.top + y - self.window.total - 1  # under one empty line
        words = below[at] if 0 <= at < len(below) else ""
        return self.strip((("    " + words, Ink.READ),)) if words else Strip.blank(width, self.rich_style)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        row = self.window.row_at(self.top + event.y)
        if row is None:
            return
        if (row.id == self.cursor and self.has_focus) or event.chain == 2:
            self.post_message(self.Chosen(row))
        self._set_cursor(row)
