"""Chats that were found in what was read, and which of them the person does not want."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from sqlite3 import Row

import msgspec

from arrowtui.model.chat import Series, Window
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.changes import RefusedBefore
from arrowtui.store.times import moment, stamp

FOUND = """
SELECT f.hashtag, f.rrule, f.zone, f.minutes, f.moderators, f.places, f.sessions, f.people, f.last_at
FROM found_chats AS f WHERE f.hashtag NOT IN (SELECT hashtag FROM refused_chats) ORDER BY f.position
"""
REFUSED = "SELECT hashtag FROM refused_chats"
EMPTY = "DELETE FROM found_chats"
PUT = """
INSERT INTO found_chats (hashtag, rrule, zone, minutes, moderators, places, sessions, people, last_at, position)
VALUES (:hashtag, :rrule, :zone, :minutes, :moderators, :places, :sessions, :people, :last_at, :position)
"""
REFUSE = "INSERT INTO refused_chats (hashtag, refused_at) VALUES (:hashtag, :at) ON CONFLICT DO NOTHING"
WANT_AGAIN = "DELETE FROM refused_chats WHERE hashtag = :hashtag"
# Through which sources posts came that are still asked.
BROUGHT_BY = """
SELECT DISTINCT s.kind, s.address FROM json_each(:ids) AS asked JOIN origins AS o ON o.item_id = asked.value
JOIN subscriptions AS s ON s.id = o.subscription_id WHERE s.is_wanted ORDER BY s.position
"""

_NAMES = msgspec.json.Decoder(tuple[str, ...]).decode


async def found_chats(db: Connection) -> tuple[FoundChat, ...]:
    """Those that were found last, best proven first, without those that were refused."""
    return tuple(_found(row) for row in await db.execute_fetchall(FOUND))


async def refused_chats(db: Connection) -> frozenset[str]:
    """The hashtags (with sign, folded) the person does not want to be told of."""
    return frozenset(hashtag for (hashtag,) in await db.execute_fetchall(REFUSED))


async def put_found(db: Connection, found: Sequence[FoundChat]) -> None:
    """These were found, and no others (inside `store.write()`)."""
    await db.execute(EMPTY)
    await db.executemany(PUT, [_row(one, position) for position, one in enumerate(found)])


async def refuse(db: Connection, hashtag: str, now: datetime) -> RefusedBefore | None:
    """Do not tell of it again (inside `store.write()`); None where it was refused already."""
    if hashtag in await refused_chats(db):
        return None
    await db.execute(REFUSE, {"hashtag": hashtag, "at": stamp(now)})
    return RefusedBefore(hashtag)


async def want_again(db: Connection, before: RefusedBefore) -> None:
    """Take a refusal back (inside `store.write()`)."""
    await db.execute(WANT_AGAIN, {"hashtag": before.hashtag})


async def brought_by(db: Connection, items: Collection[ItemId]) -> tuple[tuple[str, str], ...]:
    """Kind and address of the sources these items came from, in the order of the settings."""
    ids = msgspec.json.encode(sorted(items)).decode()
    return tuple((kind, address) for kind, address in await db.execute_fetchall(BROUGHT_BY, {"ids": ids}))


def _row(one: FoundChat, position: int) -> Mapping[str, str | int]:
    return {
        "hashtag": one.hashtag,
        "rrule": one.series.rrule or "",
        "zone": one.series.tz,
        "minutes": one.series.minutes,
        "moderators": msgspec.json.encode(one.series.moderators).decode(),
        "places": msgspec.json.encode(one.places).decode(),
        "sessions": one.sessions,
        "people": one.people,
        "last_at": stamp(one.last.starts_at),
        "position": position,
    }


def _found(row: Row) -> FoundChat:
    hashtag, rrule, zone, minutes, moderators, places, sessions, people, last_at = row
    start = moment(last_at)
    series = Series(hashtag, rrule, zone, minutes, _NAMES(moderators))
    return FoundChat(series, sessions, people, Window(start, start + timedelta(minutes=minutes)), _NAMES(places))
