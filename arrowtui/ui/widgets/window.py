"""The part of a long list that is held in memory: a few hundred rows, and where they lie in the whole.

Pure values: the widget draws them, the screen fetches pages for them. Rows stand in an order and are found by their id;
a line number is only where an id lies just now.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial

from msgspec import Struct

from arrowtui.model.item import ItemId, ItemRow, Page
from arrowtui.model.order import Order, rank
from arrowtui.model.replace import replace

KEEP = 600
MARGIN = 120
"""So many rows are wanted beyond what is seen, and beyond the cursor."""


class Edge(StrEnum):
    """Which rows are wanted: beyond either edge of the window, at an end of the list, or around a line."""

    ABOVE = "above"
    BELOW = "below"
    TOP = "top"
    END = "end"
    LINE = "line"


class Window(Struct, frozen=True):
    """Rows `base` to `base + len(rows)` of `total` lines.

    `base` and `total` are estimates while the list goes on beyond the window; reaching an end makes them exact.
    """

    rows: tuple[ItemRow, ...] = ()
    base: int = 0
    total: int = 0
    has_above: bool = False
    has_below: bool = False
    order: Order = Order.NEWEST

    @classmethod
    def of(cls, page: Page, total: int = 0, base: int = 0, order: Order = Order.NEWEST) -> "Window":
        """A window that holds one page, its first row believed to be line `base` of `total`."""
        return cls(page.rows, base, total, page.has_above, page.has_below, order)._settled()

    @property
    def end(self) -> int:
        """The line after the last held one."""
        return self.base + len(self.rows)

    def line_of(self, item: ItemId) -> int | None:
        """The line of an item, None where it is not held."""
        index = self._index(item, None)
        is_held = index is not None and index < len(self.rows) and self.rows[index].id == item
        return self.base + index if index is not None and is_held else None

    def spans(self, row: ItemRow) -> bool:
        """Whether the place of a row is among those held."""
        return bool(self.rows) and self._rank(self.rows[0]) <= self._rank(row) <= self._rank(self.rows[-1])

    def _rank(self, row: ItemRow) -> tuple[int, int]:
        return rank(self.order, row)

    def _index(self, item: ItemId, known: ItemRow | None) -> int | None:
        """Where the item stands or would stand. By source an id alone does not tell: None then, unless it is held or
        `known` is its row."""
        if self.order is Order.SOURCE:
            held = next((index for index, row in enumerate(self.rows) if row.id == item), None)
            if held is not None or known is None:
                return held
            return bisect_left(self.rows, self._rank(known), key=self._rank)
        sign = 1 if self.order is Order.OLDEST else -1
        return bisect_left(self.rows, sign * item, key=lambda row: sign * row.id)

    def row_at(self, line: int) -> ItemRow | None:
        """The row of a line, None where it is not held."""
        return self.rows[line - self.base] if self.base <= line < self.end else None

    def nearest(self, item: ItemId, known: ItemRow | None = None) -> ItemRow | None:
        """The row of the item; where it is gone the next below, at the very end the last.

        Args:
            known: the row as it was last seen: by source it tells where a row that is gone stood.
        """
        if not self.rows:
            return None
        return self.rows[min(self._index(item, known) or 0, len(self.rows) - 1)]

    def unread_after(self, line: int | None, step: int) -> ItemRow | None:
        """The nearest unread row below (step 1) or above (step -1) a line, as far as rows are held."""
        start = (-1 if step > 0 else 0) if line is None else line
        end = self.end if step > 0 else self.base - 1
        for at in range(start + step, end, step):
            row = self.row_at(at)
            if row is not None and not row.is_read and not row.is_dismissed:
                return row
        return None

    def short_at(self, top: int, bottom: int, cursor: int | None) -> Iterator[Edge]:
        """At which edges more rows are wanted while the lines `top` to `bottom` are seen."""
        first, last = self.base + MARGIN, self.end - MARGIN
        if self.has_above and (top < first or (cursor is not None and cursor < first)):
            yield Edge.ABOVE
        if self.has_below and (bottom > last or (cursor is not None and cursor > last)):
            yield Edge.BELOW

    def with_below(self, page: Page, kept: Iterable[ItemRow] = ()) -> "Window":
        """The window grown downwards by a page that begins below its last row.

        `kept` are rows changed by the person during this visit: those that lie within the page's reach stay visible
        although the store no longer lists them in this view.
        """
        last = self.rows[-1] if self.rows else None
        reach = page.rows[-1] if page.rows and page.has_below else None
        extra = (row for row in kept if self._is_between(row, last, reach))
        rows = self.rows + self._merged(page.rows, extra, last, None)
        return replace(self, rows=rows, has_below=page.has_below)._settled()

    def with_above(self, page: Page, kept: Iterable[ItemRow] = ()) -> "Window":
        """The window grown upwards by a page that ends above its first row."""
        first = self.rows[0] if self.rows else None
        reach = page.rows[0] if page.rows and page.has_above else None
        extra = (row for row in kept if self._is_between(row, reach, first))
        added = self._merged(page.rows, extra, None, first)
        grown = replace(self, rows=added + self.rows, base=max(self.base - len(added), 0), has_above=page.has_above)
        return grown._settled()

    def with_kept(self, kept: Iterable[ItemRow]) -> "Window":
        """The window with the rows of `kept` that lie within its reach put where they belong."""
        top = self.rows[0] if self.rows and self.has_above else None
        bottom = self.rows[-1] if self.rows and self.has_below else None
        held = {row.id for row in self.rows}
        extra = [row for row in kept if row.id not in held and self._is_between(row, top, bottom)]
        return replace(self, rows=self._merged(self.rows, extra, None, None))._settled() if extra else self

    def renewed(self, rows: Mapping[ItemId, ItemRow], asked: Collection[ItemId]) -> "Window":
        """The window with `rows` in place of its own; what was asked for and did not come is gone."""
        renewed = tuple(rows.get(row.id, row) for row in self.rows if row.id in rows or row.id not in asked)
        lost = len(self.rows) - len(renewed)
        return replace(self, rows=renewed, total=max(self.total - lost, 0))._settled()

    def trimmed(self, line: int, keep: int = KEEP) -> "Window":
        """At most `keep` rows, those around `line`."""
        if len(self.rows) <= keep:
            return self
        first = min(max(line - self.base - keep // 2, 0), len(self.rows) - keep)
        return replace(
            self,
            rows=self.rows[first : first + keep],
            base=self.base + first,
            has_above=self.has_above or first > 0,
            has_below=self.has_below or first + keep < len(self.rows),
        )

    def _settled(self) -> "Window":
        """Make `base` and `total` agree with what is known about the two ends."""
        count = len(self.rows)
        if not self.has_above and not self.has_below:
            return replace(self, base=0, total=count)
        if not self.has_above:
            return replace(self, base=0, total=max(self.total, count + 1))
        if not self.has_below:
            total = max(self.total, count + 1)
            return replace(self, base=total - count, total=total)
        base = max(self.base, 1)
        return replace(self, base=base, total=max(self.total, base + count + 1))

    def _is_between(self, row: ItemRow, above: ItemRow | None, below: ItemRow | None) -> bool:
        """Does `row` stand below `above` and not below `below`? None is no bound."""
        place = self._rank(row)
        return (above is None or place > self._rank(above)) and (below is None or place <= self._rank(below))

    def _merged(
        self, rows: Iterable[ItemRow], extra: Iterable[ItemRow], above: ItemRow | None, below: ItemRow | None
    ) -> tuple[ItemRow, ...]:
        """Both in order, once each, strictly between the bounds; `rows` is fresher than `extra`."""
        found = {row.id: row for row in extra} | {row.id: row for row in rows}
        inside = [
            row
            for row in found.values()
            if (above is None or self._rank(row) > self._rank(above))
            and (below is None or self._rank(row) < self._rank(below))
        ]
        return tuple(sorted(inside, key=partial(rank, self.order)))
