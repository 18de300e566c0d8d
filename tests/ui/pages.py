"""A long list without a store, for the widget alone: rows made up on demand, paged as the library pages."""

from datetime import UTC, datetime, timedelta
from functools import partial

from arrowtui.model.item import ItemId, ItemRow, Page, first_id_at
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order, rank
from arrowtui.model.replace import replace

START = datetime(2026, 1, 1, tzinfo=UTC)


def a_row(number: int, *, is_read: bool = False, title: str | None = None) -> ItemRow:
    """Row `number` of a made-up list; a greater number is newer."""
    return ItemRow(
        id=ItemId(first_id_at(START + timedelta(minutes=number))),
        lane=Lane.TIP,
        title=title or f"Item {number}",
        source_title="Source",
        author=None,
        is_read=is_read,
        is_kept=False,
        is_later=False,
        is_dismissed=False,
        is_edited=False,
        tags=(),
        note_count=0,
    )


class PageSource:
    """`count` rows of three sources, newest first unless another order is wanted, handed out in pages."""

    def __init__(self, count: int, order: Order = Order.NEWEST) -> None:
        rows = [replace(a_row(number), source_place=number % 3) for number in range(count, 0, -1)]
        self.order = order
        self.rows = sorted(rows, key=partial(rank, order))
        self._places = {row.id: rank(order, row) for row in rows}

    def forget(self, item: ItemId) -> None:
        """The store no longer lists this item in the view."""
        self.rows = [row for row in self.rows if row.id != item]

    def older(self, before: ItemId | None, limit: int) -> Page:
        """The page below a row."""
        below = [row for row in self.rows if before is None or rank(self.order, row) > self._place(before)]
        return Page(tuple(below[:limit]), len(below) < len(self.rows), len(below) > limit)

    def newer(self, after: ItemId, limit: int) -> Page:
        """The page above a row."""
        above = [row for row in self.rows if rank(self.order, row) < self._place(after)]
        return Page(tuple(above[-limit:]), len(above) > limit, len(above) < len(self.rows))

    def _place(self, item: ItemId) -> tuple[int, int]:
        return self._places.get(item, (0, -item))
