"""From questions of the list to pages of the library: the windows a view can show. No widgets here."""

from dataclasses import replace
from typing import TYPE_CHECKING

from arrowtui.model.item import EPOCH, ItemId, ItemRow, Page, Scope, View, first_id_at, sorted_at
from arrowtui.ui.widgets.window import Window

if TYPE_CHECKING:
    from arrowtui.services.library import Library

PAGE = 200
COUNTED_UP_TO = 999


async def top(library: "Library", view: View, total: int) -> Window:
    """The newest rows."""
    return Window.of(await library.page(view, limit=PAGE), total)


async def end(library: "Library", view: View, total: int) -> Window:
    """The oldest rows."""
    return Window.of(await library.page_end(view, limit=PAGE), total, total)


async def around(library: "Library", view: View, item: ItemId, total: int, line: int = 0) -> Window:
    """The rows around an item (or where it was); `line` is where it is believed to be when that is far down."""
    older = await library.page(view, ItemId(item + 1), limit=PAGE)
    if not older.has_newer:
        return Window.of(older, total)
    newer = await library.page_newer(view, ItemId(item), limit=PAGE)
    above = await library.newer_count(view, item)
    first = (above if above < COUNTED_UP_TO else max(line, above)) - len(newer.rows)
    page = Page(newer.rows + older.rows, newer.has_newer, older.has_older)
    return Window.of(page, total, max(first, 0))


async def near_line(library: "Library", view: View, line: int, total: int) -> Window:
    """About the rows of a line far from all held ones: items are taken to be spread evenly over the time between the
    newest and the oldest, for no index can be walked by count."""
    newest = (await library.page(view, limit=1)).rows
    oldest = (await library.page_end(view, limit=1)).rows
    if not newest or not oldest:
        return Window()
    share = min(max(line / max(total, 1), 0.0), 1.0)
    first, last = sorted_at(newest[0].id), sorted_at(oldest[-1].id)
    moment = first_id_at(max(first - (first - last) * share, EPOCH))
    older = await library.page(view, moment, limit=PAGE)
    newer = await library.page_newer(view, ItemId(moment - 1), limit=PAGE)
    page = Page(newer.rows + older.rows, newer.has_newer, older.has_older)
    return Window.of(page, total, max(line - len(newer.rows), 0))


async def next_unread(library: "Library", view: View, item: ItemId, step: int) -> ItemRow | None:
    """The nearest unread row of the view beyond what is held: older than `item` (step 1) or newer (step -1)."""
    if view.scope is Scope.ALL:
        view = replace(view, scope=Scope.UNREAD)
    while True:
        page = await (library.page(view, item, limit=PAGE) if step > 0 else library.page_newer(view, item, limit=PAGE))
        rows = page.rows if step > 0 else tuple(reversed(page.rows))
        found = next((row for row in rows if not row.is_read and not row.is_dismissed), None)
        if found is not None or not rows or not (page.has_older if step > 0 else page.has_newer):
            return found
        item = rows[-1].id


async def between(library: "Library", view: View, one: ItemId, other: ItemId) -> list[ItemId]:
    """The ids of the view from one item to the other, both included, however many lie between."""
    low, high = sorted((one, other))
    ids: list[ItemId] = []
    before = ItemId(high + 1)
    while True:
        page = await library.page(view, before, limit=1000)
        ids += [row.id for row in page.rows if row.id >= low]
        if not page.rows or page.rows[-1].id < low or not page.has_older:
            return ids
        before = page.rows[-1].id
