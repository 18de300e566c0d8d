"""Which items stand in a list: all of a walk, or those a search finds."""

import sqlite3

from arrowtui.model.item import ItemId, View
from arrowtui.store.finding import found_ids
from arrowtui.store.walks import Toward, in_order, walk_query
from arrowtui.store.words import match_query


def list_ids(db: sqlite3.Connection, view: View, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """Up to `limit` ids of the list beyond `bound`, the nearest first; all of them where `limit` is negative."""
    match = match_query(view.words or "")
    if match is not None:
        return found_ids(db, view, match, toward, bound, limit)
    asked = {"bound": bound, "limit": limit, "source": view.source, "tag": view.tag}
    return [ItemId(number) for (number,) in db.execute(in_order(walk_query(view, toward), toward), asked)]
