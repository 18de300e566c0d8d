"""Which items stand in a list: all of a walk, or those a search finds."""

import sqlite3

import msgspec

from arrowtui.model.item import ItemId, View
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store.finding import found_ids
from arrowtui.store.walks import TAGGED, Toward, in_order, walk_query
from arrowtui.store.words import match_query

AT_ONCE = "SELECT json_group_array(item_id) FROM ({walk})"
"""All ids in one answer: each row that is fetched by itself waits for Python's lock behind whatever paints."""

_IDS = msgspec.json.Decoder(list[ItemId])


def list_ids(db: sqlite3.Connection, view: View, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """Up to `limit` ids of the list beyond `bound`, the nearest first; all of them where `limit` is negative."""
    match = match_query(view.words or "")
    if match is not None:
        return found_ids(db, view, match, toward, bound, limit)
    if view.source_tag is not None and view.source is None:
        return _of_tagged(db, view, toward, bound, limit)
    asked = {"bound": bound, "limit": limit, "source": view.source, "tag": view.tag}
    (found,) = db.execute(AT_ONCE.format(walk=in_order(walk_query(view, toward), toward)), asked).fetchone()
    return _IDS.decode(found)


def _of_tagged(db: sqlite3.Connection, view: View, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """The nearest of each source, merged: what several of them brought stands once."""
    found: set[ItemId] = set()
    for (source,) in db.execute(TAGGED, {"source_tag": view.source_tag}).fetchall():
        found.update(list_ids(db, replace(view, source=SubscriptionId(source)), toward, bound, limit))
    nearest = sorted(found, reverse=toward is Toward.OLDER)
    return nearest if limit < 0 else nearest[:limit]
