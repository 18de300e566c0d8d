"""What was taken in from other programs, so that nothing is taken in twice; and where it is put."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.times import stamp

KNOWN = "SELECT key, digest FROM imported WHERE key IN (SELECT value FROM json_each(:keys))"
PUT = """
INSERT INTO imported (key, at, digest) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET at = excluded.at, digest = excluded.digest
"""
FORGET = "DELETE FROM imported WHERE key = ?"
SHELF = "INSERT INTO subscriptions (kind, address, given_title, is_wanted) VALUES ('saved', :address, :title, 0)"
FIND = "SELECT id FROM subscriptions WHERE kind = 'saved' AND address = :address"
BY_LINK = """
SELECT items.link, items.item_id FROM items WHERE items.link IN (SELECT value FROM json_each(:links))
ORDER BY items.item_id DESC
"""
SET_TIME = "UPDATE marks SET kept_at = ? WHERE item_id = ? AND kept_at IS NOT NULL"


async def known_imports(db: Connection, keys: Sequence[str]) -> dict[str, bytes | None]:
    """Those of these keys that were taken in before, with what they said then."""
    asked = {"keys": msgspec.json.encode(list(keys)).decode()}
    return {row[0]: row[1] for row in await db.execute_fetchall(KNOWN, asked)}


async def put_imports(db: Connection, keys: Mapping[str, bytes | None], at: datetime) -> None:
    await db.executemany(PUT, [(key, stamp(at), digest) for key, digest in keys.items()])


async def forget_imports(db: Connection, keys: Iterable[str]) -> None:
    """They may be taken in again."""
    await db.executemany(FORGET, [(key,) for key in keys])


async def shelf_of(db: Connection, origin: str, title: str) -> SubscriptionId:
    """The source under which what came from a program stands. Nobody polls it."""
    address = f"saved:{origin}"
    found = await db.first(FIND, {"address": address})
    if found is None:
        await db.execute(SHELF, {"address": address, "title": title})
        found = await db.first(FIND, {"address": address})
    return SubscriptionId(found[0] if found else 0)


async def items_by_link(db: Connection, links: Sequence[str]) -> dict[str, ItemId]:
    """Items that lead to these addresses, the oldest of each (a walk through all items: for imports alone)."""
    asked = {"links": msgspec.json.encode(list(links)).decode()}
    return {link: ItemId(item) for link, item in await db.execute_fetchall(BY_LINK, asked)}


async def date_kept(db: Connection, items: Iterable[tuple[ItemId, datetime]]) -> None:
    """When these were kept: elsewhere, before they came here."""
    await db.executemany(SET_TIME, [(stamp(at), item) for item, at in items])
