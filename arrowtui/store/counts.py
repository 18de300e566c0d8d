"""How long lists are: counts kept by triggers, counted only where a list is narrow."""

from functools import partial

from arrowtui.model.item import MOST_FOUND, ItemId, LaneCounts, View
from arrowtui.model.lane import Lane
from arrowtui.store import Connection
from arrowtui.store.lists import list_ids
from arrowtui.store.ordered import Side, ordered_ids
from arrowtui.store.tallies import kept_tally
from arrowtui.store.walks import NEWEST, Toward, tagged_query
from arrowtui.store.words import match_query

LANES = "SELECT lane, total, unread, kept, later, dismissed FROM lane_counts"
GATHERED = """
SELECT coalesce(sum(total), 0), coalesce(sum(unread), 0), coalesce(sum(kept), 0), coalesce(sum(later), 0),
    coalesce(sum(dismissed), 0)
FROM source_counts WHERE lane = 'noise' AND subscription_id IN (SELECT id FROM subscriptions WHERE gathers)
"""
TAGS = "SELECT tag, sum(total) FROM tag_counts GROUP BY tag HAVING sum(total) > 0 ORDER BY tag"


async def lane_counts(db: Connection) -> dict[Lane, LaneCounts]:
    """The counts of every lane. What is gathered lies in none of them."""
    rows = await db.execute_fetchall(LANES)
    (gathered,) = await db.execute_fetchall(GATHERED)
    found = {Lane(lane): LaneCounts(*numbers) for lane, *numbers in rows}
    noise = found[Lane.NOISE]
    held = (noise.total, noise.unread, noise.kept, noise.later, noise.dismissed)
    less = LaneCounts(*(max(count - apart, 0) for count, apart in zip(held, gathered, strict=True)))
    return found | {Lane.NOISE: less}


async def tag_counts(db: Connection) -> tuple[tuple[str, int], ...]:
    """Every tag in use and how many items (not dismissed) carry it, by name."""
    return tuple((tag, total) for tag, total in await db.execute_fetchall(TAGS))


async def tally(db: Connection, view: View) -> int:
    """How many rows a list has: read where a count is kept, else counted up to 10,000."""
    if is_tally_kept(view):
        return await db.run(partial(kept_tally, view=view))
    if view.source_tag is not None and view.tag is None and match_query(view.words or "") is None:
        asked = {"source_tag": view.source_tag, "bound": NEWEST, "most": MOST_FOUND}
        found = await db.first(f"SELECT count(*) FROM ({tagged_query(view)} LIMIT :most)", asked)
        return int(found[0]) if found else 0
    return await _length(db, view, Toward.OLDER, NEWEST, MOST_FOUND)


def is_tally_kept(view: View) -> bool:
    """Whether triggers count this list: not a search, not of tagged sources, and not by source and tag at once."""
    is_narrow = view.source_tag is not None or (view.source is not None and view.tag is not None)
    return match_query(view.words or "") is None and not is_narrow


async def count_above(db: Connection, view: View, item: ItemId, cap: int = 999) -> int:
    """How many rows of a list stand above this one, at most `cap`."""
    return len(await db.run(partial(ordered_ids, view=view, side=Side.ABOVE, beside=item, limit=cap)))


async def _length(db: Connection, view: View, toward: Toward, bound: ItemId, cap: int) -> int:
    return len(await db.run(partial(list_ids, view=view, toward=toward, bound=bound, limit=cap)))
