"""Pages of lists, from either end or beyond a row."""

import sqlite3
from functools import partial

from arrowtui.model.item import ItemId, Page, View
from arrowtui.store import Connection
from arrowtui.store.counts import is_tally_kept, tally
from arrowtui.store.lists import list_ids
from arrowtui.store.rows import read_rows
from arrowtui.store.tallies import kept_tally
from arrowtui.store.walks import NEWEST, OLDEST, Toward


async def page_older(db: Connection, view: View, before: ItemId | None, limit: int) -> Page:
    """Up to `limit` rows older than `before` (None: from the newest)."""
    return await db.run(partial(_older, view=view, before=before, limit=limit))


async def page_top(db: Connection, view: View, limit: int) -> tuple[int, Page]:
    """How many rows a list has, and the newest of them: one visit to the store where a count is kept."""
    if not is_tally_kept(view):
        return await tally(db, view), await page_older(db, view, None, limit)
    return await db.run(partial(_top, view=view, limit=limit))


async def page_newer(db: Connection, view: View, after: ItemId, limit: int) -> Page:
    """Up to `limit` rows newer than `after`, the nearest ones, newest first."""
    return await db.run(partial(_newer, view=view, after=after, limit=limit))


async def page_end(db: Connection, view: View, limit: int) -> Page:
    """The oldest rows, newest first."""
    return await db.run(partial(_end, view=view, limit=limit))


def _older(db: sqlite3.Connection, view: View, before: ItemId | None, limit: int) -> Page:
    bound = NEWEST if before is None else before
    ids = list_ids(db, view, Toward.OLDER, bound, limit + 1)
    has_newer = before is not None and _goes_on(db, view, Toward.NEWER, ItemId(before - 1))
    return Page(read_rows(db, ids[:limit]), has_newer=has_newer, has_older=len(ids) > limit)


def _top(db: sqlite3.Connection, view: View, limit: int) -> tuple[int, Page]:
    return kept_tally(db, view), _older(db, view, None, limit)


def _newer(db: sqlite3.Connection, view: View, after: ItemId, limit: int) -> Page:
    ids = list_ids(db, view, Toward.NEWER, after, limit + 1)
    has_older = _goes_on(db, view, Toward.OLDER, ItemId(after + 1))
    return Page(read_rows(db, ids[:limit]), has_newer=len(ids) > limit, has_older=has_older)


def _end(db: sqlite3.Connection, view: View, limit: int) -> Page:
    ids = list_ids(db, view, Toward.NEWER, OLDEST, limit + 1)
    return Page(read_rows(db, ids[:limit]), has_newer=len(ids) > limit, has_older=False)


def _goes_on(db: sqlite3.Connection, view: View, toward: Toward, bound: ItemId) -> bool:
    return bool(list_ids(db, view, toward, bound, 1))
