"""Polls as they stood when they were read last, how their votes grew, and which are worth another look."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from arrowtui.model.item import ItemId, first_id_at
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.subscription import SubscriptionId
from arrowtui.model.wire import Draft
from arrowtui.store import Connection
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import MILLISECOND, maybe_moment, maybe_stamp, moment, stamp

GRACE = timedelta(minutes=2)
"""Servers count for a moment longer than a poll runs."""
ENDLESS = timedelta(days=30)
"""So long a poll without a stated end is asked for again."""
MOST_FAILURES = 8

KEEP = """
INSERT INTO polls (item_id, options, is_multiple, closes_at, is_closed, voters, read_at)
VALUES (:item, :options, :multiple, :closes_at, :closed, :voters, :at)
ON CONFLICT (item_id) DO UPDATE SET options = excluded.options, is_multiple = excluded.is_multiple,
    closes_at = excluded.closes_at, is_closed = excluded.is_closed, voters = excluded.voters,
    read_at = excluded.read_at, failures = 0
"""
COUNT = """
INSERT OR REPLACE INTO poll_counts (item_id, at, votes)
SELECT :item, :at, :votes WHERE :votes IS NOT NULL AND :votes IS NOT (
    SELECT votes FROM poll_counts WHERE item_id = :item ORDER BY at DESC LIMIT 1
)
"""
POLL = "SELECT options, is_multiple, closes_at, is_closed, voters, read_at FROM polls WHERE item_id = :item"
COUNTS = "SELECT at, votes FROM poll_counts WHERE item_id = :item ORDER BY at"
# The conditions of the index polls_running stand word by word. `last` is when it was read or asked for last.
RUNNING = f"""
SELECT p.item_id, m.subscription_id, i.key, p.closes_at, m.serial, max(p.read_at, coalesce(p.asked_at, 0)) AS last,
    CASE WHEN s.kind IN (SELECT value FROM json_each(:dear)) THEN :dear_every ELSE :every END AS every
FROM polls AS p JOIN marks AS m ON m.item_id = p.item_id JOIN items AS i ON i.serial = m.serial
JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE NOT p.is_closed AND (p.closes_at IS NULL OR p.read_at < p.closes_at) AND m.scopes & 1
    AND p.failures < {MOST_FAILURES} AND (p.closes_at IS NOT NULL OR p.item_id >= :young)
    AND m.subscription_id IN (SELECT value FROM json_each(:sources))
"""
# An open one after a while, one that ended as soon as it has; what could not be had then, after a while as well.
DUE_AT = """
CASE WHEN closes_at IS NULL OR (last + every < closes_at AND :now < closes_at) THEN last + every
    WHEN last < closes_at + :grace THEN closes_at + :grace
    ELSE last + every END
"""
DUE = f"""
SELECT item_id, subscription_id, key, closes_at, (SELECT raw FROM bodies WHERE bodies.serial = running.serial)
FROM ({RUNNING}) AS running WHERE {DUE_AT} <= :now ORDER BY closes_at IS NULL, closes_at LIMIT :limit
"""
NEXT = f"SELECT min({DUE_AT}) FROM ({RUNNING})"
ASKED = "UPDATE polls SET asked_at = :at, failures = failures + 1 WHERE item_id = :item"

_options = msgspec.json.Decoder(tuple[PollOption, ...]).decode


class Standing(Struct, frozen=True):
    """A poll, and when it stood so."""

    poll: Poll
    at: datetime


class DuePoll(Struct, frozen=True):
    """An item whose poll is worth another look: its source, its key, when the poll ends, and the raw post."""

    item: ItemId
    subscription: SubscriptionId
    key: str
    closes_at: datetime | None
    draft: Draft


class Pace(Struct, frozen=True):
    """How often polls are asked for: `dear` kinds of source, which charge for it, more seldom. Only `sources`."""

    sources: Collection[SubscriptionId]
    every: timedelta
    dear: Collection[str] = ()
    dear_every: timedelta = timedelta(days=1)

    def asked(self, now: datetime) -> dict[str, str | int]:
        """As the parameters of the queries."""
        return {
            "sources": msgspec.json.encode(list(self.sources)).decode(),
            "every": self.every // MILLISECOND,
            "dear": msgspec.json.encode(list(self.dear)).decode(),
            "dear_every": self.dear_every // MILLISECOND,
            "grace": GRACE // MILLISECOND,
            "young": first_id_at(now - ENDLESS),
            "now": stamp(now),
        }


def keep_polls(db: sqlite3.Connection, found: Sequence[tuple[int, Standing]]) -> None:
    """Keep polls as they stand now, and how many votes they have where the platform says so."""
    cells = [_cells(item, one.poll, one.at) for item, one in found]
    db.executemany(KEEP, cells)
    db.executemany(COUNT, cells)


async def standing_of(db: Connection, item: ItemId) -> Standing | None:
    """The poll of an item as it was read last, and when that was; None where it has none."""
    row = await db.first(POLL, {"item": item})
    if row is None:
        return None
    options, multiple, closes_at, closed, voters, read_at = row
    poll = Poll(_options(options), bool(multiple), maybe_moment(closes_at), bool(closed), voters)
    return Standing(poll, moment(read_at))


async def poll_of(db: Connection, item: ItemId) -> Poll | None:
    """The poll of an item as it was read last."""
    found = await standing_of(db, item)
    return found.poll if found else None


async def poll_counts(db: Connection, item: ItemId) -> tuple[tuple[datetime, int], ...]:
    """How the votes of a poll grew: whenever their sum was found to be another, the first the earliest."""
    return tuple((moment(at), votes) for at, votes in await db.execute_fetchall(COUNTS, {"item": item}))


async def polls_due(db: Connection, now: datetime, pace: Pace, limit: int = 50) -> tuple[DuePoll, ...]:
    """Polls to be read again: open ones now and then, ended ones once. The soonest to end first."""
    packer = RawPacker()
    rows = await db.execute_fetchall(DUE, {**pace.asked(now), "limit": limit})
    return tuple(
        DuePoll(ItemId(item), SubscriptionId(source), key, maybe_moment(closes), packer.unpack(raw))
        for item, source, key, closes, raw in rows
    )


async def next_poll_at(db: Connection, now: datetime, pace: Pace) -> datetime | None:
    """When the first of them is due; None where none runs."""
    found = await db.first(NEXT, pace.asked(now))
    return maybe_moment(found[0]) if found else None


async def polls_failed(db: Connection, items: Sequence[ItemId], now: datetime) -> None:
    """They were asked for in vain (inside `store.write()`): later again, and not for ever."""
    await db.executemany(ASKED, [{"item": item, "at": stamp(now)} for item in items])


def _cells(item: int, poll: Poll, at: datetime) -> dict[str, str | int | None]:
    votes = [option.votes for option in poll.options]
    return {
        "item": item,
        "options": msgspec.json.encode(poll.options).decode(),
        "multiple": int(poll.multiple),
        "closes_at": maybe_stamp(poll.closes_at),
        "closed": int(poll.closed),
        "voters": poll.voters,
        "at": stamp(at),
        "votes": poll.voters
        if poll.voters is not None
        else None
        if None in votes
        else sum(map(int, filter(None, votes))),
    }
