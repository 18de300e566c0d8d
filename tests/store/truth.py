"""What lists and counts must be, worked out the slow way: all rows into Python, then plain filters."""

from dataclasses import dataclass

from arrowtui.model.item import ItemId, LaneCounts, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Store

MARKS = """
SELECT item_id, subscription_id, serial IS NULL, coalesce(moved_to, ruled_lane), read_edition < edition,
    kept_at IS NOT NULL, later_at IS NOT NULL, dismissed_at IS NOT NULL
FROM marks
"""


@dataclass(frozen=True)
class Fact:
    id: ItemId
    first: SubscriptionId
    lane: Lane
    scopes: frozenset[Scope]
    sources: frozenset[SubscriptionId]
    tags: frozenset[str]


async def facts(store: Store) -> list[Fact]:
    """Every item that is there, newest first."""
    async with store.reading() as db:
        marks = list(await db.execute_fetchall(MARKS))
        origins = [tuple(row) for row in await db.execute_fetchall("SELECT item_id, subscription_id FROM origins")]
        tags = [tuple(row) for row in await db.execute_fetchall("SELECT item_id, tag FROM tags")]
    return [
        Fact(
            ItemId(item),
            SubscriptionId(first),
            Lane(lane),
            scopes_of(bool(unread), bool(kept), bool(later), bool(dismissed)),
            frozenset(SubscriptionId(source) for number, source in origins if number == item),
            frozenset(tag for number, tag in tags if number == item),
        )
        for item, first, gone, lane, unread, kept, later, dismissed in sorted(map(tuple, marks), reverse=True)
        if not gone
    ]


def scopes_of(unread: bool, kept: bool, later: bool, dismissed: bool) -> frozenset[Scope]:
    if dismissed:
        return frozenset({Scope.DISMISSED})
    stands = {Scope.ALL: True, Scope.UNREAD: unread, Scope.KEPT: kept, Scope.LATER: later}
    return frozenset(scope for scope, is_in in stands.items() if is_in)


def in_view(fact: Fact, view: View) -> bool:
    return (
        view.scope in fact.scopes
        and view.lane in (None, fact.lane)
        and (view.source is None or view.source in fact.sources)
        and (view.tag is None or view.tag in fact.tags)
    )


def counts_of(known: list[Fact]) -> LaneCounts:
    names = [Scope.ALL, Scope.UNREAD, Scope.KEPT, Scope.LATER, Scope.DISMISSED]
    return LaneCounts(*(sum(scope in fact.scopes for fact in known) for scope in names))


def in_order(known: list[Fact], order: Order) -> list[ItemId]:
    """The ids as a list in that order has them; sources stand in the order of their numbers."""
    match order:
        case Order.OLDEST:
            return sorted(fact.id for fact in known)
        case Order.SOURCE:
            return [fact.id for fact in sorted(known, key=lambda fact: (fact.first, -fact.id))]
        case _:
            return sorted((fact.id for fact in known), reverse=True)
