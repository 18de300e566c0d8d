"""From questions of the list to pages of the library: the windows a view can show. No widgets here."""

from typing import TYPE_CHECKING

from arrowtui.model.item import EPOCH, ItemId, ItemRow, Page, Scope, View, first_id_at, sorted_at
from arrowtui.model.order import Order, rank
from arrowtui.model.replace import replace
from arrowtui.ui.widgets.window import Window

if TYPE_CHECKING:
    from arrowtui.services.library import Library

PAGE = 200
COUNTED_UP_TO = 999


async def top(library: "Library", view: View, total: int) -> Window:
    """The first rows."""
    return Window.of(await library.page(view, limit=PAGE), total, order=view.order)


async def end(library: "Library", view: View, total: int) -> Window:
    """The last rows."""
    return Window.of(await library.page_end(view, limit=PAGE), total, total, view.order)


async def around(
    library: "Library", view: View, item: ItemId, total: int, line: int = 0
) -> tuple[Window, ItemId | None]:
    """The rows around an item (or where it was), and the item itself, where it is gone the next one below, else above.
    `line` is where it is believed to be when that is far down."""
    below = await library.page(view, item, limit=PAGE, with_it=True)
    if not below.has_above:
        return Window.of(below, total, order=view.order), below.rows[0].id if below.rows else None
    above = await library.page_above(view, item, limit=PAGE)
    before = await library.count_above(view, item)
    first = (before if before < COUNTED_UP_TO else max(line, before)) - len(above.rows)
    rows = above.rows + below.rows
    near = below.rows[0] if below.rows else rows[-1] if rows else None
    window = Window.of(Page(rows, above.has_above, below.has_below), total, max(first, 0), view.order)
    return window, near.id if near else None


async def near_line(library: "Library", view: View, line: int, total: int) -> Window:
    """About the rows of a line far from all held ones."""
    place = await _item_near(library, view, line, total)
    if place is None:
        return Window()
    below = await library.page(view, place, limit=PAGE, with_it=True)
    above = await library.page_above(view, place, limit=PAGE)
    page = Page(above.rows + below.rows, above.has_above, below.has_below)
    return Window.of(page, total, max(line - len(above.rows), 0), view.order)


async def _item_near(library: "Library", view: View, line: int, total: int) -> ItemId | None:
    """By source the sources are counted. Else items are taken to be spread evenly over the time between the first and
    the last, for no index can be walked by count."""
    if view.order is Order.SOURCE:
        return await library.item_at_line(view, line)
    first = (await library.page(view, limit=1)).rows
    last = (await library.page_end(view, limit=1)).rows
    if not first or not last:
        return None
    share = min(max(line / max(total, 1), 0.0), 1.0)
    begin, end = sorted_at(first[0].id), sorted_at(last[-1].id)
    return first_id_at(max(begin + (end - begin) * share, EPOCH))


async def next_unread(library: "Library", view: View, item: ItemId, step: int) -> ItemRow | None:
    """The nearest unread row of the view beyond what is held: below `item` (step 1) or above (step -1)."""
    if view.scope is Scope.ALL:
        view = replace(view, scope=Scope.UNREAD)
    while True:
        page = await (library.page(view, item, limit=PAGE) if step > 0 else library.page_above(view, item, limit=PAGE))
        rows = page.rows if step > 0 else tuple(reversed(page.rows))
        found = next((row for row in rows if not row.is_read and not row.is_dismissed), None)
        if found is not None or not rows or not (page.has_below if step > 0 else page.has_above):
            return found
        item = rows[-1].id


async def between(library: "Library", view: View, one: ItemId, other: ItemId) -> list[ItemId]:
    """The ids of the view from one item to the other, both included, however many lie between."""
    ends = sorted(await library.rows([one, other]), key=lambda row: rank(view.order, row))
    if not ends:
        return []
    before, end, ids = ends[0].id, rank(view.order, ends[-1]), list[ItemId]()
    page = await library.page(view, before, limit=1000, with_it=True)
    while True:
        ids += [row.id for row in page.rows if rank(view.order, row) <= end]
        if not page.rows or rank(view.order, page.rows[-1]) >= end or not page.has_below:
            return ids
        page = await library.page(view, page.rows[-1].id, limit=1000)
