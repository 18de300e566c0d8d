"""What notes are about, for those who ask what shows it: the item, its source, and the talk around it."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, moment, stamp

IN_PERIOD = """
SELECT DISTINCT l.note_id FROM note_layers AS l JOIN notes AS n ON n.id = l.note_id
WHERE l.begun_at >= :first AND l.begun_at < :end AND l.deleted_at IS NULL AND l.text <> '' AND n.deleted_at IS NULL
"""
ITEMS = """
SELECT m.item_id, i.title, i.link, i.author, i.published_at, s.title, i.key, i.root_key
FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value JOIN items AS i ON i.serial = m.serial
JOIN subscriptions AS s ON s.id = m.subscription_id
"""
# The key has no index among items: found through what is known of it.
ROOT = """
SELECT i.author, substr(b.text, 1, 2000), i.title, i.published_at FROM known
JOIN marks AS m ON m.item_id = known.item_id JOIN items AS i ON i.serial = m.serial
JOIN bodies AS b ON b.serial = m.serial WHERE known.key = :root
"""
ANSWERS = """
SELECT i.author, substr(b.text, 1, 2000), i.title, i.published_at FROM items AS i INDEXED BY items_by_root
JOIN bodies AS b ON b.serial = i.serial WHERE i.root_key = :root AND i.key <> :root ORDER BY i.item_id LIMIT :limit
"""


class ItemFacts(Struct, frozen=True):
    """An item as evidence. `root` is the key of the post the talk around it began with."""

    title: str
    link: str | None
    author: str | None
    published_at: datetime | None
    source: str
    key: str
    root: str


class Spoken(Struct, frozen=True):
    """One post of a talk."""

    author: str | None
    text: str
    at: datetime | None


async def notes_in(db: Connection, first: datetime, end: datetime) -> tuple[NoteId, ...]:
    """Notes with a layer begun from `first` on and before `end`."""
    rows = await db.execute_fetchall(IN_PERIOD, {"first": stamp(first), "end": stamp(end)})
    return tuple(NoteId(number) for (number,) in rows)


async def facts_of(db: Connection, items: Sequence[ItemId]) -> dict[ItemId, ItemFacts]:
    """These items; those that are gone are left out."""
    rows = await db.execute_fetchall(ITEMS, {"ids": msgspec.json.encode(list(items)).decode()})
    return {
        ItemId(number): ItemFacts(title, link, author, maybe_moment(published), source, key, root or key)
        for number, title, link, author, published, source, key, root in rows
    }


async def talk_of(db: Connection, root: str, limit: int) -> tuple[Spoken, ...]:
    """The post a talk began with, and what was said to it, the oldest first."""
    found = [
        *await db.execute_fetchall(ROOT, {"root": root}),
        *await db.execute_fetchall(ANSWERS, {"root": root, "limit": limit}),
    ]
    return tuple(Spoken(author, text or title, None if at is None else moment(at)) for author, text, title, at in found)
