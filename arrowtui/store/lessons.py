"""What the person taught by moving items: a lesson is a move that stands, with what its item shares with others."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.model.lesson import Lesson
from arrowtui.store import Connection
from arrowtui.store.changes import LessonsBefore
from arrowtui.store.times import stamp

MOST = 5_000
"""Lessons that count: the latest."""
MOST_AT_ONCE = 500
"""Items of one act that are learned from: who moves thousands at once says no more by it."""

MOVED = """
SELECT m.item_id, i.title, b.text, coalesce(i.author, ''), s.title
FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value JOIN items AS i ON i.serial = m.serial
JOIN bodies AS b ON b.serial = m.serial JOIN subscriptions AS s ON s.id = m.subscription_id
LIMIT :limit
"""
LEARN = """
INSERT INTO lessons (item_id, traits, learned_at) VALUES (:item, :traits, :at)
ON CONFLICT (item_id) DO UPDATE SET learned_at = excluded.learned_at
"""
LESSONS = """
SELECT l.traits, m.moved_to FROM lessons AS l JOIN marks AS m ON m.item_id = l.item_id
WHERE m.moved_to IS NOT NULL ORDER BY l.learned_at DESC LIMIT :limit
"""
ALL = "SELECT item_id, traits, learned_at FROM lessons"
FORGET = "DELETE FROM lessons"
RESTORE = "INSERT OR IGNORE INTO lessons (item_id, traits, learned_at) VALUES (?, ?, ?)"

_traits = msgspec.json.Decoder(tuple[str, ...]).decode


class MovedItem(msgspec.Struct, frozen=True):
    """What an item says that was just moved."""

    item: int
    title: str
    text: str
    author: str
    source: str


async def moved_items(db: Connection, ids: Iterable[ItemId]) -> list[MovedItem]:
    """What the items of one act say; those that are gone, and more than `MOST_AT_ONCE`, are left out."""
    asked = {"ids": msgspec.json.encode(sorted(set(ids))).decode(), "limit": MOST_AT_ONCE}
    return [MovedItem(*row) for row in await db.execute_fetchall(MOVED, asked)]


async def learn(db: Connection, found: Sequence[tuple[int, Sequence[str]]], now: datetime) -> None:
    """Write down what moved items had in common with others (inside `store.write()`)."""
    shared = [(item, msgspec.json.encode(list(traits)).decode()) for item, traits in found]
    await db.executemany(LEARN, [{"item": item, "traits": traits, "at": stamp(now)} for item, traits in shared])


async def lessons(db: Connection, limit: int = MOST) -> tuple[Lesson, ...]:
    """The latest moves that stand."""
    rows = await db.execute_fetchall(LESSONS, {"limit": limit})
    return tuple(Lesson(_traits(traits), Lane(lane)) for traits, lane in rows)


async def forget_lessons(db: Connection) -> LessonsBefore | None:
    """Forget them all (inside `store.write()`); None when there are none. The items stay where they are."""
    rows = tuple((item, traits, at) for item, traits, at in await db.execute_fetchall(ALL))
    if not rows:
        return None
    await db.execute(FORGET)
    return LessonsBefore(rows)


async def restore_lessons(db: Connection, before: LessonsBefore) -> int:
    """Bring forgotten lessons back; returns how many."""
    await db.executemany(RESTORE, list(before.rows))
    return len(before.rows)
