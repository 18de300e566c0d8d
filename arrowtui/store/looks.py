"""Which kept items were looked at again."""

from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.times import stamp

LOOK = """
INSERT INTO looks (item_id, looked_at)
SELECT item_id, :at FROM marks WHERE item_id = :item AND kept_at < :since
ON CONFLICT DO UPDATE SET times = times + (looked_at < :since), looked_at = :at
"""


async def look(db: Connection, item: ItemId, at: datetime, since: datetime) -> None:
    """An item was opened: it counts where it was kept before `since`, the beginning of the day, and once a day."""
    await db.execute(LOOK, {"item": item, "at": stamp(at), "since": stamp(since)})
