"""Polls as they stood when their item was read last, and which are worth another look."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.model.poll import Poll, PollOption
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, maybe_stamp, stamp

KEEP = """
INSERT INTO polls (item_id, options, is_multiple, closes_at, is_closed, voters, read_at)
VALUES (:item, :options, :multiple, :closes_at, :closed, :voters, :at)
ON CONFLICT (item_id) DO UPDATE SET options = excluded.options, is_multiple = excluded.is_multiple,
    closes_at = excluded.closes_at, is_closed = excluded.is_closed, voters = excluded.voters, read_at = excluded.read_at
"""
POLL = "SELECT options, is_multiple, closes_at, is_closed, voters FROM polls WHERE item_id = :item"
# Open ones that were not read for a while, and those that ended since. The conditions of the index stand word by word.
DUE = """
SELECT p.item_id, m.subscription_id, i.key, p.closes_at FROM polls AS p
JOIN marks AS m ON m.item_id = p.item_id JOIN items AS i ON i.serial = m.serial
WHERE NOT p.is_closed AND (p.closes_at IS NULL OR p.read_at < p.closes_at)
    AND (p.closes_at <= :now OR p.read_at <= :before) AND m.scopes & 1
ORDER BY p.closes_at IS NULL, p.closes_at LIMIT :limit
"""

_options = msgspec.json.Decoder(tuple[PollOption, ...]).decode


@dataclass(frozen=True, slots=True)
class Standing:
    """A poll, and when it stood so."""

    poll: Poll
    at: datetime


@dataclass(frozen=True, slots=True)
class DuePoll:
    """An item whose poll is worth another look: its source, its key, and when the poll ends."""

    item: ItemId
    subscription: int
    key: str
    closes_at: datetime | None


def keep_polls(db: sqlite3.Connection, found: Sequence[tuple[int, Standing]]) -> None:
    """Keep polls as they stand now."""
    db.executemany(KEEP, [_cells(item, one.poll, one.at) for item, one in found])


async def poll_of(db: Connection, item: ItemId) -> Poll | None:
    """The poll of an item as it was read last."""
    row = await db.first(POLL, {"item": item})
    if row is None:
        return None
    options, multiple, closes_at, closed, voters = row
    return Poll(_options(options), bool(multiple), maybe_moment(closes_at), bool(closed), voters)


async def polls_due(db: Connection, now: datetime, before: datetime, limit: int = 100) -> tuple[DuePoll, ...]:
    """Polls to be read again: open ones last read before an instant, and ended ones once. The soonest to end first."""
    rows = await db.execute_fetchall(DUE, {"now": stamp(now), "before": stamp(before), "limit": limit})
    return tuple(DuePoll(ItemId(item), source, key, maybe_moment(closes)) for item, source, key, closes in rows)


def _cells(item: int, poll: Poll, at: datetime) -> dict[str, str | int | None]:
    return {
        "item": item,
        "options": msgspec.json.encode(poll.options).decode(),
        "multiple": int(poll.multiple),
        "closes_at": maybe_stamp(poll.closes_at),
        "closed": int(poll.closed),
        "voters": poll.voters,
        "at": stamp(at),
    }
