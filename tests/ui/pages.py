"""A long list without a store, for the widget alone: rows made up on demand, paged as the library pages."""

from datetime import UTC, datetime, timedelta

from arrowtui.model.item import ItemId, ItemRow, Page, first_id_at
from arrowtui.model.lane import Lane

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
    """`count` rows, newest first, handed out in pages."""

    def __init__(self, count: int) -> None:
        self.rows = [a_row(number) for number in range(count, 0, -1)]

    def forget(self, item: ItemId) -> None:
        """The store no longer lists this item in the view."""
        self.rows = [row for row in self.rows if row.id != item]

    def older(self, before: ItemId | None, limit: int) -> Page:
        below = [row for row in self.rows if before is None or row.id < before]
        return Page(tuple(below[:limit]), len(below) < len(self.rows), len(below) > limit)

    def newer(self, after: ItemId, limit: int) -> Page:
        above = [row for row in self.rows if row.id > after]
        return Page(tuple(above[-limit:]), len(above) > limit, len(above) < len(self.rows))
