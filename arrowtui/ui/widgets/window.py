"""The part of a long list that is held in memory: a few hundred rows, and where they lie in the whole.

Pure values: the widget draws them, the screen fetches pages for them. Rows are newest first (greatest id first) and are
found by their id; a line number is only where an id lies just now.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from arrowtui.model.item import ItemId, ItemRow, Page

KEEP = 600


@dataclass(frozen=True, slots=True)
class Window:
    """Rows `base` to `base + len(rows)` of `total` lines.

    `base` and `total` are estimates while the list goes on beyond the window; reaching an end makes them exact.
    """

    rows: tuple[ItemRow, ...] = ()
    base: int = 0
    total: int = 0
    has_newer: bool = False
    has_older: bool = False

    @classmethod
    def of(cls, page: Page, total: int = 0, base: int = 0) -> "Window":
        """A window that holds one page, its first row believed to be line `base` of `total`."""
        return cls(page.rows, base, total, page.has_newer, page.has_older)._settled()

    @property
    def end(self) -> int:
        """The line after the last held one."""
        return self.base + len(self.rows)

    def line_of(self, item: ItemId) -> int | None:
        """The line of an item, None where it is not held."""
        index = bisect_left(self.rows, -item, key=lambda row: -row.id)
        return self.base + index if index < len(self.rows) and self.rows[index].id == item else None

    def row_at(self, line: int) -> ItemRow | None:
        """The row of a line, None where it is not held."""
        return self.rows[line - self.base] if self.base <= line < self.end else None

    def nearest(self, item: ItemId) -> ItemRow | None:
        """The row of the item; where it is gone the next older one, at the very end the last."""
        if not self.rows:
            return None
        index = bisect_left(self.rows, -item, key=lambda row: -row.id)
        return self.rows[min(index, len(self.rows) - 1)]

    def with_older(self, page: Page, kept: Iterable[ItemRow] = ()) -> "Window":
        """The window grown downwards by a page that begins below its last row.

        `kept` are rows changed by the person during this visit: those that lie within the page's reach stay visible
        although the store no longer lists them in this view.
        """
        below = self.rows[-1].id if self.rows else None
        reach = page.rows[-1].id if page.rows and page.has_older else None
        extra = (row for row in kept if _between(row.id, below, reach))
        rows = self.rows + _merged(page.rows, extra, below, None)
        return replace(self, rows=rows, has_older=page.has_older)._settled()

    def with_newer(self, page: Page, kept: Iterable[ItemRow] = ()) -> "Window":
        """The window grown upwards by a page that ends above its first row."""
        above = self.rows[0].id if self.rows else None
        reach = page.rows[0].id if page.rows and page.has_newer else None
        extra = (row for row in kept if _between(row.id, reach, above))
        added = _merged(page.rows, extra, None, above)
        grown = replace(self, rows=added + self.rows, base=max(self.base - len(added), 0), has_newer=page.has_newer)
        return grown._settled()

    def with_kept(self, kept: Iterable[ItemRow]) -> "Window":
        """The window with the rows of `kept` that lie within its reach put where they belong."""
        top = self.rows[0].id if self.rows and self.has_newer else None
        bottom = self.rows[-1].id if self.rows and self.has_older else None
        held = {row.id for row in self.rows}
        extra = [row for row in kept if row.id not in held and _between(row.id, top, bottom)]
        return replace(self, rows=_merged(self.rows, extra, None, None))._settled() if extra else self

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
            has_newer=self.has_newer or first > 0,
            has_older=self.has_older or first + keep < len(self.rows),
        )

    def _settled(self) -> "Window":
        """Make `base` and `total` agree with what is known about the two ends."""
        count = len(self.rows)
        if not self.has_newer and not self.has_older:
            return replace(self, base=0, total=count)
        if not self.has_newer:
            return replace(self, base=0, total=max(self.total, count + 1))
        if not self.has_older:
            total = max(self.total, count + 1)
            return replace(self, base=total - count, total=total)
        base = max(self.base, 1)
        return replace(self, base=base, total=max(self.total, base + count + 1))


def _between(item: ItemId, above: ItemId | None, below: ItemId | None) -> bool:
    """Is `item` older than `above` and not older than `below`? None is no bound."""
    return (above is None or item < above) and (below is None or item >= below)


def _merged(
    rows: Iterable[ItemRow], extra: Iterable[ItemRow], above: ItemId | None, below: ItemId | None
) -> tuple[ItemRow, ...]:
    """Both, newest first, once each, strictly between the bounds; `rows` is fresher than `extra`."""
    found = {row.id: row for row in extra} | {row.id: row for row in rows}
    inside = (item for item in found if (above is None or item < above) and (below is None or item > below))
    return tuple(found[item] for item in sorted(inside, reverse=True))
