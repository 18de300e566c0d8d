"""The walks along indexes that lists are made of: ids in display order, never sorted."""

from enum import Enum

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane

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
OF_SOURCE_ALONE = f"{OF_SOURCE} AND NOT is_extra"
OF_TAG = "AND tag = :tag"
OF_TAG_AND_SOURCE = f"""{OF_TAG}
AND EXISTS (SELECT 1 FROM origins WHERE origins.item_id = tags.item_id AND origins.subscription_id = :source)"""

NOT_GATHERED = "subscription_id NOT IN (SELECT id FROM subscriptions WHERE gathers)"
"""Answers to call-outs of her own belong to no tab, and are no noise either: they are a collection of their own."""

TAGGED = """
SELECT id FROM subscriptions AS s WHERE NOT gathers
AND EXISTS (SELECT 1 FROM json_each(s.tags) WHERE json_each.value = :source_tag)
"""
"""Sources by a tag of theirs; their answers to call-outs are a collection of their own."""
OF_TAGGED = f"AND subscription_id IN ({TAGGED})"

NEWEST = ItemId(2**63 - 1)
OLDEST = ItemId(-(2**63))


class Toward(Enum):
    """In which direction a list is walked."""

    OLDER = ("<", "DESC")
    NEWER = (">", "ASC")

    @property
    def beyond(self) -> str:
        """The comparison of an id with the bound."""
        return self.value[0]

    @property
    def order(self) -> str:
        return self.value[1]


def walk_query(view: View, toward: Toward) -> str:
    """The ids of a list beyond :bound, without regard to its words; :source and :tag where the view has them.

    All lanes together are several walks merged, so that no list needs an index of its own. With `in_order` added the
    rows come in order, and no sort is needed for it.
    """
    if view.tag is not None:
        table, narrowed = "tags", OF_TAG if view.source is None else OF_TAG_AND_SOURCE
    elif view.source is not None:
        table, narrowed = "origins", OF_SOURCE
    else:
        table, narrowed = "marks", f"AND {NOT_GATHERED}" if view.lane is Lane.NOISE else ""
    return _walks(view, toward, table, narrowed)


def own_walk_query(view: View, toward: Toward) -> str:
    """The ids of a list that :source brought before any other did, beyond :bound."""
    return _walks(view, toward, "origins", OF_SOURCE_ALONE)


def tagged_query(view: View) -> str:
    """The ids of a list of sources by their tag, each once, in no order."""
    return f"SELECT DISTINCT item_id FROM ({_walks(view, Toward.OLDER, 'origins', OF_TAGGED)})"


def _walks(view: View, toward: Toward, table: str, narrowed: str) -> str:
    walks = [
        WALK.format(
            table=table, shelf=shelf, condition=condition, lane=lane.value, beyond=toward.beyond, narrowed=narrowed
        )
        for lane in (Lane if view.lane is None else (view.lane,))
        for shelf, condition in SHELVES[view.scope]
    ]
    return "UNION ALL".join(walks)


def in_order(walk: str, toward: Toward) -> str:
    """The first :limit rows of a walk, the nearest to :bound first."""
    return f"{walk} ORDER BY item_id {toward.order} LIMIT :limit"
