"""What of a source is already here, by the names its platform gives."""

from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection

NEWEST = """
SELECT items.key FROM origins JOIN marks ON marks.item_id = origins.item_id JOIN items ON items.serial = marks.serial
WHERE origins.subscription_id = :subscription ORDER BY origins.item_id DESC LIMIT :limit
"""


async def newest_ids(db: Connection, subscription: SubscriptionId, limit: int = 2_000) -> tuple[str, ...]:
    """The native ids of the newest items of a source, newest first."""
    rows = await db.execute_fetchall(NEWEST, {"subscription": subscription, "limit": limit})
    return tuple(str(key).split("|", 2)[2] for (key,) in rows)
