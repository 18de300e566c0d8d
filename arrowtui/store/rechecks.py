"""Which stored posts are to be asked after next: whether their platform still shows them."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import moment, stamp

TOP = 2**63 - 1
WHERE = "SELECT subscription_id, item_id, due_at FROM rechecks"
# Going back in time; only items that are of this platform themselves, not those a copy of which came from it.
NEXT = """
SELECT o.item_id, i.key, b.raw
FROM origins AS o CROSS JOIN marks AS m ON m.item_id = o.item_id CROSS JOIN items AS i ON i.serial = m.serial
CROSS JOIN bodies AS b ON b.serial = m.serial
WHERE o.subscription_id = :source AND o.item_id < :below AND i.key >= :kind || '|' AND i.key < :kind || '}'
ORDER BY o.item_id DESC LIMIT :limit
"""
SAVE = """
INSERT INTO rechecks (subscription_id, item_id, checked_at, due_at) VALUES (:source, :item, :at, :due)
ON CONFLICT (subscription_id) DO UPDATE
SET item_id = excluded.item_id, checked_at = excluded.checked_at, due_at = excluded.due_at
"""


class Progressed(Struct, frozen=True):
    """How far a source was gone through: down to this item; and when it is to go on."""

    item: ItemId
    due_at: datetime


class Stored(Struct, frozen=True):
    """A post as it is stored, and as its platform calls it. `is_restricted`: nobody but its readers may ask for it."""

    item: ItemId
    key: str
    native_id: str
    is_restricted: bool = False


async def progress(db: Connection) -> dict[SubscriptionId, Progressed]:
    """Every source that was ever asked after."""
    rows = await db.execute_fetchall(WHERE)
    return {SubscriptionId(source): Progressed(ItemId(item), moment(due)) for source, item, due in rows}


async def next_posts(
    db: Connection, source: SubscriptionId, kind: str, below: ItemId, limit: int
) -> tuple[Stored, ...]:
    """The posts of a source older than one, the newest of them first."""
    packer = RawPacker()
    asked: dict[str, str | int] = {"source": source, "kind": kind, "below": below, "limit": limit}
    rows = await db.execute_fetchall(NEXT, asked)
    drafts = ((item, key, packer.unpack(raw)) for item, key, raw in rows)
    return tuple(Stored(ItemId(item), key, draft.native_id, draft.is_restricted) for item, key, draft in drafts)


async def save_progress(db: Connection, source: SubscriptionId, item: ItemId, at: datetime, due_at: datetime) -> None:
    """Remember how far it was gone, and when it is to go on (inside `store.write()`)."""
    await db.execute(SAVE, {"source": source, "item": item, "at": stamp(at), "due": stamp(due_at)})
