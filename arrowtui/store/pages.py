"""Pages of lists, from either end or beyond a row, in whatever order the list stands."""

import sqlite3
from functools import partial

from arrowtui.model.item import ItemId, Page, View
from arrowtui.store import Connection
from arrowtui.store.counts import is_tally_kept, tally
from arrowtui.store.ordered import Side, id_at_line, ordered_ids
from arrowtui.store.rows import read_rows
from arrowtui.store.tallies import kept_tally


async def page_below(db: Connection, view: View, beside: ItemId | None, limit: int, *, with_it: bool = False) -> Page:
    """Up to `limit` rows below `beside` (None: from the top); `with_it`: that item is the first of them."""
    return await db.run(partial(_below, view=view, beside=beside, limit=limit, with_it=with_it))


async def page_top(db: Connection, view: View, limit: int) -> tuple[int, Page]:
    """How many rows a list has, and the first of them: one visit to the store where a count is kept."""
    if not is_tally_kept(view):
        return await tally(db, view), await page_below(db, view, None, limit)
    return await db.run(partial(_top, view=view, limit=limit))


async def page_above(db: Connection, view: View, beside: ItemId, limit: int) -> Page:
    """Up to `limit` rows above `beside`, the nearest ones, in the order of the list."""
    return await db.run(partial(_above, view=view, beside=beside, limit=limit))


async def page_end(db: Connection, view: View, limit: int) -> Page:
    """The last rows, in the order of the list."""
    return await db.run(partial(_end, view=view, limit=limit))


async def item_at_line(db: Connection, view: View, line: int) -> ItemId | None:
    """About the item on a line of a list by source; None for an empty list."""
    return await db.run(partial(id_at_line, view=view, line=line))


def _below(db: sqlite3.Connection, view: View, beside: ItemId | None, limit: int, with_it: bool = False) -> Page:
    ids = ordered_ids(db, view, Side.BELOW, beside, limit + 1, with_it=with_it)
    has_above = beside is not None and bool(ordered_ids(db, view, Side.ABOVE, beside, 1, with_it=not with_it))
    return Page(read_rows(db, ids[:limit], view.order), has_above=has_above, has_below=len(ids) > limit)


def _top(db: sqlite3.Connection, view: View, limit: int) -> tuple[int, Page]:
    return kept_tally(db, view), _below(db, view, None, limit)


def _above(db: sqlite3.Connection, view: View, beside: ItemId, limit: int) -> Page:
    ids = ordered_ids(db, view, Side.ABOVE, beside, limit + 1)
    has_below = bool(ordered_ids(db, view, Side.BELOW, beside, 1, with_it=True))
    return Page(read_rows(db, ids[:limit], view.order), has_above=len(ids) > limit, has_below=has_below)


def _end(db: sqlite3.Connection, view: View, limit: int) -> Page:
    ids = ordered_ids(db, view, Side.ABOVE, None, limit + 1)
    return Page(read_rows(db, ids[:limit], view.order), has_above=len(ids) > limit, has_below=False)
