"""Pages the person saved by their address: which are still to be fetched, and what became of them."""

from datetime import datetime
from functools import partial

from msgspec import Struct

from arrowtui.model.item import Item, ItemId
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection, doubles
from arrowtui.store.changes import Saved
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import refill
from arrowtui.store.placed import Ready
from arrowtui.store.times import maybe_moment, maybe_stamp, stamp

REMEMBER = """
INSERT INTO saved (address, item_id, saved_at, due_at) VALUES (:address, :item, :at, :at)
ON CONFLICT (address) DO UPDATE SET item_id = excluded.item_id, due_at = excluded.due_at, tries = 0, trouble = NULL
"""
FORGET = "DELETE FROM saved WHERE address = :address"
DUE = "SELECT address, item_id, tries FROM saved WHERE due_at <= :now ORDER BY due_at LIMIT :limit"
EARLIEST = "SELECT min(due_at) FROM saved WHERE due_at IS NOT NULL"
SETTLE = "UPDATE saved SET due_at = :due, tries = :tries, trouble = :trouble WHERE address = :address"
TROUBLES = """
SELECT saved.address, saved.trouble FROM saved JOIN marks ON marks.item_id = saved.item_id
WHERE saved.trouble IS NOT NULL AND marks.serial IS NOT NULL ORDER BY saved.saved_at DESC LIMIT :limit
"""
RESURRECT = "DELETE FROM known WHERE key = :key AND is_gone"
FIND = "SELECT item_id FROM known WHERE key = :key AND NOT is_gone"
BY_PAGE = """
SELECT d.item_id, i.title, i.link, s.title FROM doubles AS d JOIN marks AS m ON m.item_id = d.item_id
JOIN items AS i ON i.serial = m.serial JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE d.key = :key ORDER BY d.item_id DESC
"""
PART = "DELETE FROM origins WHERE subscription_id = :subscription AND item_id = :item AND is_extra"
FEWER_SOURCES = "UPDATE marks SET other_sources = other_sources - 1 WHERE item_id = :item AND other_sources > 0"
# The index holds the title a note is about: it goes out with the old one and in again with the new one.
NOTE_WORDS_OUT = """
INSERT INTO note_words (note_words, rowid, text, about_title, grams)
SELECT 'delete', id, text, about_title, grams FROM note_texts WHERE id IN (
    SELECT note_layers.id FROM note_layers JOIN notes ON notes.id = note_layers.note_id
    WHERE notes.item_id = :item AND notes.about_title = :old
)
"""
NOTE_WORDS_IN = """
INSERT INTO note_words (rowid, text, about_title, grams)
SELECT id, text, about_title, grams FROM note_texts WHERE id IN (
    SELECT note_layers.id FROM note_layers JOIN notes ON notes.id = note_layers.note_id
    WHERE notes.item_id = :item AND notes.about_title = :new
)
"""
RETITLE = "UPDATE notes SET about_title = :new WHERE item_id = :item AND about_title = :old"


class Waiting(Struct, frozen=True):
    """A page that is to be fetched; it was tried so often."""

    address: str
    item: ItemId
    tries: int


class Alike(Struct, frozen=True):
    """An item that may be the page somebody wants to save."""

    item: ItemId
    title: str
    link: str | None
    source: str


async def remember_saved(db: Connection, address: str, item: ItemId, at: datetime) -> None:
    """Have a page fetched as soon as may be (inside `store.write()`)."""
    await db.execute(REMEMBER, {"address": address, "item": item, "at": stamp(at)})


async def forget_saved(db: Connection, address: str) -> None:
    """Have it fetched no more."""
    await db.execute(FORGET, {"address": address})


async def saved_item(db: Connection, key: str) -> ItemId | None:
    """The item of a page that is saved already; one that was let go may be saved anew."""
    found = await db.first(FIND, {"key": key})
    if found is None:
        await db.execute(RESURRECT, {"key": key})
        return None
    return ItemId(found[0])


async def alike(db: Connection, link_key: int) -> tuple[Alike, ...]:
    """Items whose link leads to that page, the latest first."""
    rows = await db.execute_fetchall(BY_PAGE, {"key": link_key})
    return tuple(Alike(ItemId(item), title, link, source) for item, title, link, source in rows)


async def join_saved(db: Connection, subscription: SubscriptionId, item: Item, other: ItemId) -> None:
    """Make a page that is saved one with an item that another source brought (inside `store.write()`)."""
    await db.run(partial(doubles.join, subscription=subscription, found=[(item.key, item.fingerprint, other)]))


async def unsave(db: Connection, saved: Saved) -> None:
    """Take back that a page was saved."""
    await forget_saved(db, saved.address)
    if saved.is_joined:
        await db.run(partial(doubles.release, claimed=[(saved.key, saved.item)]))
        await _part(db, saved.subscription, ItemId(saved.item))
    else:
        await delete_items(db, [saved.key])


async def _part(db: Connection, subscription: int, item: ItemId) -> None:
    """Take back that a source is one more origin of an item."""
    async with db.execute(PART, {"subscription": subscription, "item": item}) as cursor:
        if cursor.rowcount > 0:
            await db.execute(FEWER_SOURCES, {"item": item})


async def waiting(db: Connection, now: datetime, limit: int) -> tuple[Waiting, ...]:
    """Pages whose time has come, the longest waiting first."""
    rows = await db.execute_fetchall(DUE, {"now": stamp(now), "limit": limit})
    return tuple(Waiting(address, ItemId(item), tries) for address, item, tries in rows)


async def earliest(db: Connection) -> datetime | None:
    """When the next page is due."""
    found = await db.first(EARLIEST)
    return maybe_moment(found[0]) if found else None


async def settle(db: Connection, address: str, due_at: datetime | None, tries: int, trouble: str | None) -> None:
    """How trying went: `due_at` None means it is over, for good or ill."""
    asked = {"address": address, "due": maybe_stamp(due_at), "tries": tries, "trouble": trouble}
    await db.execute(SETTLE, asked)


async def troubles(db: Connection, limit: int) -> tuple[tuple[str, str], ...]:
    """Addresses that could not be fetched so far, and why, the latest saved first."""
    return tuple((row[0], row[1]) for row in await db.execute_fetchall(TROUBLES, {"limit": limit}))


async def fill(db: Connection, item: ItemId, ready: Ready, old_title: str) -> bool:
    """Put what a page says in the place of its bare address. That is no edit: nothing becomes unread again.

    Returns: False where the item is gone.
    """
    if not await db.run(partial(refill, item, ready)):
        return False
    titles: dict[str, str | int] = {"item": item, "old": old_title, "new": ready.title}
    if ready.title != old_title:
        for step in (NOTE_WORDS_OUT, RETITLE, NOTE_WORDS_IN):
            await db.execute(step, titles)
    return True
