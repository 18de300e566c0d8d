"""Which items stand in a list: ids in display order, walked along an index and never sorted."""

from enum import Enum

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.store import Connection
from arrowtui.store.finding import found_ids
from arrowtui.store.words import match_query

BITS = {Scope.ALL: 1, Scope.UNREAD: 2, Scope.KEPT: 4, Scope.LATER: 8, Scope.DISMISSED: 16}
"""The bit of each scope in the column `scopes`."""

WALK = """
SELECT {table}.item_id AS item_id FROM {table} INDEXED BY {table}_{scope}
WHERE {table}.scopes & {bit} AND {table}.lane = '{lane}' AND {table}.item_id {beyond} :bound {narrowed}
"""
OF_SOURCE = "AND origins.subscription_id = :source"
OF_TAG = "AND tags.tag = :tag"
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

    All lanes together are four walks merged, so that no list needs an index of its own.
    """
    if view.tag is not None:
        table, narrowed = "tags", OF_TAG if view.source is None else OF_TAG_AND_SOURCE
    elif view.source is not None:
        table, narrowed = "origins", OF_SOURCE
    else:
        table, narrowed = "marks", ""
    beyond, order = toward.value
    scope, bit = view.scope.value, BITS[view.scope]
    walks = [
        WALK.format(table=table, scope=scope, bit=bit, lane=lane.value, beyond=beyond, narrowed=narrowed)
        for lane in (Lane if view.lane is None else (view.lane,))
    ]
    return f"{'UNION ALL'.join(walks)} ORDER BY item_id {order} LIMIT :limit"


async def list_ids(db: Connection, view: View, toward: Toward, bound: ItemId, limit: int) -> list[ItemId]:
    """Up to `limit` ids of the list beyond `bound`, the nearest first; all of them where `limit` is negative."""
    match = match_query(view.words or "")
    if match is not None:
        is_older = toward is Toward.OLDER
        return await found_ids(db, view, match, BITS[view.scope], bound, limit, is_older=is_older)
    asked = {"bound": bound, "limit": limit, "source": view.source, "tag": view.tag}
    return [ItemId(number) for (number,) in await db.execute_fetchall(walk_query(view, toward), asked)]
