"""Lists in any order: what stands above or below an item, the nearest first. Walked along an index, never sorted."""

import sqlite3
from collections.abc import Iterator
from enum import Enum

import msgspec

from arrowtui.model.item import ItemId, View
from arrowtui.model.order import Order
from arrowtui.store.lists import list_ids
from arrowtui.store.rows import SOURCE_PLACE
from arrowtui.store.tallies import COLUMNS
from arrowtui.store.walks import NEWEST, OLDEST, Toward, in_order, own_walk_query

# A thousand sources are read and put in order in a millisecond; their items are walked.
SOURCES = f"""
SELECT json_group_array(json_array(id, place, held)) FROM (
    SELECT s.id, {SOURCE_PLACE} AS place, c.{{column}} AS held
    FROM source_counts AS c JOIN subscriptions AS s ON s.id = c.subscription_id
    WHERE c.lane = :lane AND c.{{column}} > 0 AND NOT (s.gathers AND c.lane = 'noise') ORDER BY place {{order}}
)
"""
"""All in one answer: each row that is fetched by itself waits for Python's lock behind whatever paints."""
PLACE_OF = f"""
SELECT {SOURCE_PLACE} FROM marks AS m JOIN subscriptions AS s ON s.id = m.subscription_id WHERE m.item_id = :item
"""
AT_ONCE = "SELECT json_group_array(item_id) FROM ({walk})"
_IDS = msgspec.json.Decoder(list[ItemId])
_SOURCES = msgspec.json.Decoder(list[tuple[int, int, int]])


class Side(Enum):
    """Which part of a list is wanted."""

    ABOVE = "above"
    BELOW = "below"


def ordered_ids(
    db: sqlite3.Connection, view: View, side: Side, beside: ItemId | None, limit: int, *, with_it: bool = False
) -> list[ItemId]:
    """Up to `limit` ids above or below an item, the nearest first; all of them where `limit` is negative.

    Args:
        beside: None: from the far end, all of the list below its beginning, or above its end.
        with_it: the item itself is among them, if it stands in the list.
    """
    if view.order is Order.SOURCE:
        return _by_source(db, view, side, beside, limit, with_it)
    toward = Toward.OLDER if (side is Side.BELOW) is (view.order is Order.NEWEST) else Toward.NEWER
    return list_ids(db, view, toward, _bound(toward, beside, with_it), limit)


def id_at_line(db: sqlite3.Connection, view: View, line: int) -> ItemId | None:
    """About the id that stands on a line of a list by source; None for an empty list."""
    sources = _listed(db, view, "ASC")
    for source, _, count in sources:
        if line < count or source == sources[-1][0]:
            ids = _own(db, view, source, Toward.OLDER, NEWEST, min(line, count - 1) + 1)
            return ids[-1] if ids else None
        line -= count
    return None


def _bound(toward: Toward, beside: ItemId | None, with_it: bool) -> ItemId:
    if beside is None:
        return NEWEST if toward is Toward.OLDER else OLDEST
    step = 1 if toward is Toward.OLDER else -1
    return ItemId(beside + step) if with_it else beside


def _by_source(
    db: sqlite3.Connection, view: View, side: Side, beside: ItemId | None, limit: int, with_it: bool
) -> list[ItemId]:
    """Source after source, until there are enough."""
    toward = Toward.OLDER if side is Side.BELOW else Toward.NEWER
    ids: list[ItemId] = []
    for source, is_own in _sources(db, view, side, beside):
        bound = _bound(toward, beside if is_own else None, with_it)
        ids += _own(db, view, source, toward, bound, limit - len(ids) if limit >= 0 else limit)
        if 0 <= limit <= len(ids):
            break
    return ids


def _sources(db: sqlite3.Connection, view: View, side: Side, beside: ItemId | None) -> Iterator[tuple[int, bool]]:
    """The sources that have something in the list, from the one of an item on; and whether it is that one."""
    found = _listed(db, view, "ASC" if side is Side.BELOW else "DESC")
    at = None if beside is None else db.execute(PLACE_OF, {"item": beside}).fetchone()
    for source, place, _ in found:
        if at is None or (place >= at[0] if side is Side.BELOW else place <= at[0]):
            yield source, at is not None and place == at[0]


def _listed(db: sqlite3.Connection, view: View, order: str) -> list[tuple[int, int, int]]:
    """The sources that have something in the list: id, place, how much."""
    query = SOURCES.format(column=COLUMNS[view.scope], order=order)
    (found,) = db.execute(query, {"lane": view.lane}).fetchone()
    return _SOURCES.decode(found)


def _own(db: sqlite3.Connection, view: View, source: int, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """The ids of the list that a source brought first."""
    walk = in_order(own_walk_query(view, toward), toward)
    asked = {"bound": bound, "limit": limit, "source": source}
    (found,) = db.execute(AT_ONCE.format(walk=walk), asked).fetchone()
    return _IDS.decode(found)
