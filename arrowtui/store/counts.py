"""How long lists are: counts kept by triggers, counted only where a list is narrow."""

from functools import partial

from arrowtui.model.item import ItemId, LaneCounts, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.store import Connection
from arrowtui.store.lists import NEWEST, Toward, list_ids
from arrowtui.store.words import match_query

LANES = "SELECT lane, total, unread, kept, later, dismissed FROM lane_counts"
TAGS = "SELECT tag, sum(total) FROM tag_counts GROUP BY tag HAVING sum(total) > 0 ORDER BY tag"
TALLY = "SELECT coalesce(sum({column}), 0) FROM {table} WHERE {lanes} {narrowed}"
COLUMNS = {scope: "total" if scope is Scope.ALL else scope.value for scope in Scope}
CAP = 10_000


async def lane_counts(db: Connection) -> dict[Lane, LaneCounts]:
    """The counts of every lane."""
    rows = await db.execute_fetchall(LANES)
    return {Lane(lane): LaneCounts(*numbers) for lane, *numbers in rows}


async def tag_counts(db: Connection) -> tuple[tuple[str, int], ...]:
    """Every tag in use and how many items (not dismissed) carry it, by name."""
    return tuple((tag, total) for tag, total in await db.execute_fetchall(TAGS))


async def tally(db: Connection, view: View) -> int:
    """How many rows a list has: read where a count is kept, else counted up to 10,000."""
    if match_query(view.words or "") is not None or (view.source is not None and view.tag is not None):
        return await _length(db, view, Toward.OLDER, NEWEST, CAP)
    if view.tag is not None:
        table, narrowed = "tag_counts", "AND tag = :tag"
    elif view.source is not None:
        table, narrowed = "source_counts", "AND subscription_id = :source"
    else:
        table, narrowed = "lane_counts", ""
    lanes = "true" if view.lane is None else "lane = :lane"
    query = TALLY.format(column=COLUMNS[view.scope], table=table, lanes=lanes, narrowed=narrowed)
    async with db.execute(query, {"lane": view.lane, "tag": view.tag, "source": view.source}) as cursor:
        found = await cursor.fetchone()
    return int(found[0]) if found else 0


async def newer_count(db: Connection, view: View, than: ItemId, cap: int = 999) -> int:
    """How many rows of a list are newer than this one, at most `cap`."""
    return await _length(db, view, Toward.NEWER, than, cap)


async def _length(db: Connection, view: View, toward: Toward, bound: ItemId, cap: int) -> int:
    return len(await db.run(partial(list_ids, view=view, toward=toward, bound=bound, limit=cap)))
