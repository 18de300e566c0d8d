"""Which items stand in a list: ids in display order, walked along an index and never sorted."""

import sqlite3
from enum import Enum

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.store.finding import found_ids
from arrowtui.store.words import match_query

BITS = {Scope.ALL: 1, Scope.UNREAD: 2, Scope.KEPT: 4, Scope.LATER: 8, Scope.DISMISSED: 16}
"""The bit of each scope in the column `scopes`."""

# The indexes that make up a scope, each with its condition word for word as the migration has it.
UNREAD, READ = ("unread", "scopes & 2"), ("read", "scopes & 3 = 1")
SHELVES = {
    Scope.ALL: (UNREAD, READ),
    Scope.UNREAD: (UNREAD,),
    Scope.KEPT: (("kept", "scopes & 4"),),
    Scope.LATER: (("later", "scopes & 8"),),
    Scope.DISMISSED: (("dismissed", "scopes & 16"),),
}
WALK = """
SELECT item_id FROM {table} INDEXED BY {table}_{shelf}
WHERE {condition} AND lane = '{lane}' AND item_id {beyond} :bound {narrowed}
"""
OF_SOURCE = "AND subscription_id = :source"
OF_TAG = "AND tag = :tag"
OF_TAG_AND_SOURCE = f"""{OF_TAG}
AND EXISTS (SELECT 1 FROM origins WHERE origins.item_id = tags.item_id AND origins.subscription_id = :source)"""

NEWEST = ItemId(2**63 - 1)
OLDEST = ItemId(-(2**63))


class Toward(Enum):
    """In which direction a list is walked: the comparison with the bound, and the order of ids."""

    OLDER = ("<", "DESC")
    NEWER = (">", "ASC")


def walk_query(view: View, toward: Toward) -> str:
    """The walk of a list without search; parameters :bound, :limit, and :source and :tag where the view has them.

    All lanes together are several walks merged, so that no list needs an index of its own.
    """
    if view.tag is not None:
        table, narrowed = "tags", OF_TAG if view.source is None else OF_TAG_AND_SOURCE
    elif view.source is not None:
        table, narrowed = "origins", OF_SOURCE
    else:
        table, narrowed = "marks", ""
    beyond, order = toward.value
    walks = [
        WALK.format(table=table, shelf=shelf, condition=condition, lane=lane.value, beyond=beyond, narrowed=narrowed)
        for lane in (Lane if view.lane is None else (view.lane,))
        for shelf, condition in SHELVES[view.scope]
    ]
    return f"{'UNION ALL'.join(walks)} ORDER BY item_id {order} LIMIT :limit"


def list_ids(db: sqlite3.Connection, view: View, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """Up to `limit` ids of the list beyond `bound`, the nearest first; all of them where `limit` is negative."""
    match = match_query(view.words or "")
    if match is not None:
        is_older = toward is Toward.OLDER
        return found_ids(db, view, match, BITS[view.scope], bound, limit, is_older=is_older)
    asked = {"bound": bound, "limit": limit, "source": view.source, "tag": view.tag}
    return [ItemId(number) for (number,) in db.execute(walk_query(view, toward), asked)]
