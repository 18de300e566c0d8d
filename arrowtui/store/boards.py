"""The calls of each section, nearest first: every section is a walk along an index, cut where a screen has enough."""

import sqlite3
from functools import partial

import msgspec
from msgspec import Struct

from arrowtui.model.call_board import Section
from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.calls import COLUMNS, StoredCall, stored_call

# What is on the board at all: calls of the Calls tab that are no repetition and no notice, not dismissed, and not
# among those she is done with.
ALIVE = f"""
SELECT {COLUMNS} FROM calls AS c JOIN marks AS m ON m.item_id = c.item_id
WHERE m.lane = 'call' AND m.scopes & 1 AND c.same_as IS NULL AND NOT c.is_notice
    AND NOT EXISTS (
        SELECT 1 FROM answers AS a WHERE a.item_id = c.item_id
        AND a.state IN ('answered', 'heard back', 'nothing', 'not me')
    )
"""
QUERIES = {
    Section.CLOSING: f"{ALIVE} AND c.deadline >= :now AND c.deadline <= :soon AND NOT c.is_closed ORDER BY c.deadline",
    Section.OPEN: f"{ALIVE} AND c.deadline > :soon AND NOT c.is_closed ORDER BY c.deadline",
    Section.NO_DEADLINE: f"""{ALIVE} AND c.deadline IS NULL AND c.posted_at >= :stale AND NOT c.is_closed
        ORDER BY c.posted_at DESC""",
    Section.STALE: f"""{ALIVE} AND c.deadline IS NULL AND c.posted_at < :stale AND NOT c.is_closed
        ORDER BY c.posted_at DESC""",
    Section.OVER: f"""{ALIVE} AND (c.is_closed OR c.deadline < :now) AND c.posted_at >= :long_ago
        ORDER BY max(c.posted_at, coalesce(c.deadline, 0)) DESC""",
    Section.ANSWERED: f"""
        SELECT {COLUMNS} FROM answers AS a JOIN calls AS c ON c.item_id = a.item_id
        JOIN marks AS m ON m.item_id = c.item_id
        WHERE a.state IN ('answered', 'heard back', 'nothing') AND m.serial IS NOT NULL ORDER BY a.changed_at DESC""",
}
LONGEST_CALENDAR = 2000
WITH_DEADLINE = f"""
SELECT {COLUMNS} FROM calls AS c JOIN marks AS m ON m.item_id = c.item_id
WHERE m.lane = 'call' AND m.scopes & 1 AND c.same_as IS NULL AND NOT c.is_notice AND c.deadline >= :long_ago
    AND NOT EXISTS (SELECT 1 FROM answers AS a WHERE a.item_id = c.item_id AND a.state = 'not me')
ORDER BY c.deadline LIMIT {LONGEST_CALENDAR}
"""
RELAYS = """
SELECT i.author, s.title FROM calls AS twin JOIN marks AS m ON m.item_id = twin.item_id
JOIN items AS i ON i.serial = m.serial JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE twin.same_as = :item ORDER BY twin.posted_at, twin.item_id LIMIT 20
"""
# In a letter that was taken apart every query hangs on the letter itself.
SIBLINGS = """
SELECT m.item_id, i.title FROM marks AS own JOIN items AS me ON me.serial = own.serial
JOIN items AS i ON i.root_key = me.root_key AND i.parent_key = me.root_key
JOIN marks AS m ON m.serial = i.serial JOIN calls AS c ON c.item_id = m.item_id
WHERE own.item_id = :item AND me.parent_key = me.root_key AND me.key GLOB 'mail|*' AND m.item_id <> :item
    AND c.same_as IS NULL AND NOT c.is_notice AND m.scopes & 1
ORDER BY m.item_id LIMIT 60
"""
ONE = f"SELECT {COLUMNS} FROM calls AS c WHERE c.item_id = :item"
TEXTS = """
SELECT m.item_id, i.title || char(10) || substr(b.text, 1, 4000) FROM json_each(:items) AS asked
JOIN marks AS m ON m.item_id = asked.value JOIN items AS i ON i.serial = m.serial
JOIN bodies AS b ON b.serial = m.serial
"""
CLOSING = f"SELECT count(*) FROM ({QUERIES[Section.CLOSING]})"
DECLINED = """
SELECT count(*) FROM answers AS a JOIN calls AS c ON c.item_id = a.item_id
WHERE a.state = 'not me' AND NOT c.is_closed AND (c.deadline IS NULL OR c.deadline >= :now)
"""


class Hours(Struct, frozen=True):
    """The stamps between which sections lie: now, the end of "closing", before what is stale, and of no interest."""

    now: int
    soon: int
    stale: int
    long_ago: int


async def section_calls(db: Connection, section: Section, hours: Hours, limit: int) -> tuple[StoredCall, ...]:
    """Up to `limit` calls of a section, the most urgent first."""
    return await db.run(partial(_section, section, hours, limit))


async def closing_count(db: Connection, now: int, soon: int) -> int:
    """How many calls close between two instants."""
    row = await db.first(CLOSING, {"now": now, "soon": soon})
    return int(row[0]) if row else 0


async def stored(db: Connection, item: int) -> StoredCall | None:
    """One call; None where the item is none."""
    row = await db.first(ONE, {"item": item})
    return None if row is None else stored_call(row)


async def with_deadline(db: Connection, hours: Hours) -> tuple[StoredCall, ...]:
    """Every call with a deadline that is of any interest still, the nearest deadline first."""
    rows = await db.execute_fetchall(WITH_DEADLINE, {"long_ago": hours.long_ago})
    return tuple(stored_call(row) for row in rows)


async def relays_of(db: Connection, item: int) -> tuple[str, ...]:
    """Who else passed a call on, and where, the first the earliest."""
    rows = await db.execute_fetchall(RELAYS, {"item": item})
    return tuple(f"{author} ({source})" if author and author != source else source for author, source in rows)


async def siblings_of(db: Connection, item: int) -> tuple[tuple[ItemId, str], ...]:
    """The other queries of the letter that a call came in, with their titles, the first the earliest."""
    return tuple((ItemId(other), title) for other, title in await db.execute_fetchall(SIBLINGS, {"item": item}))


async def call_texts(db: Connection, items: list[int]) -> dict[int, str]:
    """Title and beginning of the text of these items."""
    rows = await db.execute_fetchall(TEXTS, {"items": msgspec.json.encode(items).decode()})
    return dict(tuple(row) for row in rows)


async def declined_count(db: Connection, hours: Hours) -> int:
    """How many calls that are not over she said "not me" to."""
    found = await db.first(DECLINED, {"now": hours.now})
    return int(found[0]) if found else 0


def _section(section: Section, hours: Hours, limit: int, db: sqlite3.Connection) -> tuple[StoredCall, ...]:
    asked = {"now": hours.now, "soon": hours.soon, "stale": hours.stale, "long_ago": hours.long_ago, "limit": limit}
    return tuple(stored_call(row) for row in db.execute(f"{QUERIES[section]} LIMIT :limit", asked))
