"""Old items are let go, source by source, a few at a time. What the person has a hand in stays."""

from datetime import datetime

from arrowtui.model.item import ItemId, first_id_at
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.deletion import TOUCHED
from arrowtui.store.times import stamp

SOURCES = "SELECT id, keep_days FROM subscriptions WHERE is_wanted AND keep_days IS NOT NULL"
# An item of several sources stays as long as the one that keeps it longest.
OLD = f"""
SELECT o.item_id FROM origins AS o CROSS JOIN marks ON marks.item_id = o.item_id
WHERE o.subscription_id = :source AND o.item_id < :bound AND marks.serial IS NOT NULL AND NOT {TOUCHED}
    AND NOT EXISTS (
        SELECT 1 FROM subscriptions AS s WHERE s.id = marks.subscription_id AND s.id <> :source
            AND (s.keep_days IS NULL OR o.item_id >= (:now - s.keep_days * 86400000) << 20)
    )
    AND (marks.other_sources = 0 OR NOT EXISTS (
        SELECT 1 FROM origins AS x JOIN subscriptions AS s ON s.id = x.subscription_id
        WHERE x.item_id = o.item_id AND x.is_extra AND s.id <> :source
            AND (s.keep_days IS NULL OR o.item_id >= (:now - s.keep_days * 86400000) << 20)
    ))
ORDER BY o.item_id LIMIT :limit
"""


async def kept_for(db: Connection) -> tuple[tuple[SubscriptionId, int], ...]:
    """Sources whose items are not kept for ever, and for how many days."""
    return tuple((SubscriptionId(source), days) for source, days in await db.execute_fetchall(SOURCES))


async def old_items(
    db: Connection, source: SubscriptionId, before: datetime, now: datetime, limit: int
) -> tuple[ItemId, ...]:
    """Items of a source published (or first seen) before then that nobody would miss, the oldest first."""
    asked = {"source": source, "bound": first_id_at(before), "now": stamp(now), "limit": limit}
    return tuple(ItemId(row[0]) for row in await db.execute_fetchall(OLD, asked))
