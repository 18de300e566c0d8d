"""Small pictures of what was kept."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.picture import Picture
from arrowtui.model.wire import Draft
from arrowtui.store import Connection
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import moment, stamp

# What could not be had is tried again sometimes; what has no picture is not.
WITHOUT = """
SELECT m.item_id, coalesce(p.failures, 0), b.raw FROM marks AS m INDEXED BY marks_kept
JOIN bodies AS b ON b.serial = m.serial LEFT JOIN pictures AS p ON p.item_id = m.item_id
WHERE m.scopes & 4 AND (
    p.item_id IS NULL OR (p.rgb IS NULL AND p.failures > 0 AND p.failures < :most AND p.looked_at <= :again)
)
ORDER BY m.kept_at DESC, m.item_id DESC LIMIT :limit
"""
LAST = "SELECT max(looked_at) FROM pictures"
PUT = """
INSERT INTO pictures (item_id, looked_at, failures, width, height, rgb)
VALUES (:item, :at, :failures, :width, :height, :rgb)
ON CONFLICT (item_id) DO UPDATE SET looked_at = :at, failures = :failures, width = :width, height = :height, rgb = :rgb
"""
OF_ITEM = "SELECT width, height, rgb FROM pictures WHERE item_id = :item AND rgb IS NOT NULL"


class Pictureless(Struct, frozen=True):
    """A kept item without a picture; asking for it failed so often."""

    item: ItemId
    failures: int
    draft: Draft


async def pictureless(db: Connection, again: datetime, most: int, limit: int) -> Sequence[Pictureless]:
    """Kept items whose picture was never looked for, or was asked for in vain, at most so often and not since `again`;
    the last kept first."""
    rows = await db.execute_fetchall(WITHOUT, {"again": stamp(again), "most": most, "limit": limit})
    packer = RawPacker()
    return [Pictureless(ItemId(item), failures, packer.unpack(raw)) for item, failures, raw in rows]


async def last_look(db: Connection) -> datetime | None:
    """When any picture was looked for last."""
    found = await db.first(LAST)
    return None if found is None or found[0] is None else moment(found[0])


async def put_picture(db: Connection, item: ItemId, picture: Picture | None, failures: int, at: datetime) -> None:
    """What came of looking for it; no picture and no failures: it has none."""
    width, height, rgb = (picture.width, picture.height, picture.rgb) if picture else (None, None, None)
    cells = {"item": item, "at": stamp(at), "failures": failures, "width": width, "height": height, "rgb": rgb}
    await db.execute(PUT, cells)


async def picture_of(db: Connection, item: ItemId) -> Picture | None:
    """The picture of an item, where there is one."""
    found = await db.first(OF_ITEM, {"item": item})
    if found is None or len(found[2]) != 3 * found[0] * found[1]:
        return None
    return Picture(found[0], found[1], found[2])
