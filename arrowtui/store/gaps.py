"""What could not be had: stretches of time that a source left out, sources that do not answer or were not asked."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from arrowtui.model.chat import Window
from arrowtui.model.chat_board import Had
from arrowtui.model.item import ItemId
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, moment, stamp

LATELY = timedelta(minutes=15)
"""A source that was read so long ago counts as read to the end: chats are asked every minute or two."""

PUT = """
INSERT INTO gaps (subscription_id, since, until, words) VALUES (:source, :since, :until, :words) ON CONFLICT DO NOTHING
"""
# Sources of the chats with how their last polls went.
PLACES = """
SELECT s.id, s.title, lower(s.address), f.failures, f.trouble_headline, f.last_good_at
FROM subscriptions AS s JOIN fetch_states AS f ON f.subscription_id = s.id
WHERE s.lane = 'chat' AND s.is_wanted AND NOT s.paused ORDER BY s.position, s.id
"""
# What sources of the chats left out between two instants.
LEFT_OUT = """
SELECT g.subscription_id, g.words, g.until, s.title, lower(s.address)
FROM gaps AS g JOIN subscriptions AS s ON s.id = g.subscription_id
WHERE s.lane = 'chat' AND g.since < :until AND g.until > :since ORDER BY g.since
"""
HAS_OLDER = """
SELECT EXISTS (SELECT 1 FROM origins WHERE subscription_id = :source AND item_id < :before)
"""


class Gap(Struct, frozen=True):
    """From when to when a source left something out, and the sentence that says why."""

    source: SubscriptionId
    since: datetime
    until: datetime
    words: str


async def put_gap(db: Connection, gap: Gap) -> None:
    """Remember it (inside `store.write()`)."""
    asked = {"source": gap.source, "since": stamp(gap.since), "until": stamp(gap.until), "words": gap.words}
    await db.execute(PUT, asked)


async def has_older(db: Connection, source: SubscriptionId, before: ItemId) -> bool:
    """Whether a source brought anything that stands before an item."""
    found = await db.first(HAS_OLDER, {"source": source, "before": before})
    return bool(found and found[0])


async def session_notices(db: Connection, hashtags: Sequence[str], window: Window, now: datetime) -> tuple[Had, ...]:
    """What could be had of a session at each place; empty where everything could, or before it begins.

    Args:
        hashtags: those of the chat, folded, without sign: its sources have one of them in their address.
    """
    end = min(window.ends_at, now)
    if now < window.starts_at:
        return ()
    lacks = [had async for had in _left_out(db, hashtags, window.starts_at, end)]
    told = {source for source, _ in lacks}
    found, whole = [had for _, had in lacks], list[Had]()
    for source, title, address, failures, headline, last_good_at in await db.execute_fetchall(PLACES):
        if not any(tag in address for tag in hashtags):
            continue
        read_at = maybe_moment(last_good_at)
        if failures and headline and (read_at is None or read_at < end):
            found.append(Had(title, headline))
        elif read_at is not None and read_at < end - LATELY:
            found.append(Had(title, until=read_at))
        elif source not in told:
            whole.append(Had(title))
    return (*dict.fromkeys(found), *whole) if found else ()


async def _left_out(
    db: Connection, hashtags: Sequence[str], since: datetime, until: datetime
) -> AsyncIterator[tuple[int, Had]]:
    asked = {"since": stamp(since), "until": stamp(until)}
    for source, words, had_from, title, address in await db.execute_fetchall(LEFT_OUT, asked):
        if any(tag in address for tag in hashtags):
            yield source, Had(title, words, moment(had_from))
