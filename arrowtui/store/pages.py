"""Pages of lists, from either end or beyond a row."""

from arrowtui.model.item import ItemId, Page, View
from arrowtui.store import Connection
from arrowtui.store.lists import NEWEST, OLDEST, Toward, list_ids
from arrowtui.store.rows import item_rows


async def page_older(db: Connection, view: View, before: ItemId | None, limit: int) -> Page:
    """Up to `limit` rows older than `before` (None: from the newest)."""
    bound = NEWEST if before is None else before
    ids = await list_ids(db, view, Toward.OLDER, bound, limit + 1)
    has_newer = before is not None and await _goes_on(db, view, Toward.NEWER, ItemId(before - 1))
    return Page(await item_rows(db, ids[:limit]), has_newer=has_newer, has_older=len(ids) > limit)


async def page_newer(db: Connection, view: View, after: ItemId, limit: int) -> Page:
    """Up to `limit` rows newer than `after`, the nearest ones, newest first."""
    ids = await list_ids(db, view, Toward.NEWER, after, limit + 1)
    has_older = await _goes_on(db, view, Toward.OLDER, ItemId(after + 1))
    return Page(await item_rows(db, ids[:limit]), has_newer=len(ids) > limit, has_older=has_older)


async def page_end(db: Connection, view: View, limit: int) -> Page:
    """The oldest rows, newest first."""
    ids = await list_ids(db, view, Toward.NEWER, OLDEST, limit + 1)
    return Page(await item_rows(db, ids[:limit]), has_newer=len(ids) > limit, has_older=False)


async def _goes_on(db: Connection, view: View, toward: Toward, bound: ItemId) -> bool:
    return bool(await list_ids(db, view, toward, bound, 1))
