"""What could not be had: stretches of time that a source left out, and sources that do not answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from arrowtui.model.chat import Window
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.times import stamp

PUT = """
INSERT INTO gaps (subscription_id, since, until, words) VALUES (:source, :since, :until, :words) ON CONFLICT DO NOTHING
"""
# Sources of the chats, with what they left out between two instants.
LEFT_OUT = """
SELECT s.title, lower(s.address), g.words FROM gaps AS g JOIN subscriptions AS s ON s.id = g.subscription_id
WHERE s.lane = 'chat' AND g.since < :until AND g.until > :since ORDER BY g.since
"""
# Sources of the chats that have not answered since before an instant.
SILENT = """
SELECT s.title, lower(s.address), f.trouble_headline FROM fetch_states AS f JOIN subscriptions AS s
ON s.id = f.subscription_id
WHERE s.lane = 'chat' AND s.is_wanted AND NOT s.paused AND f.failures > 0 AND f.trouble_headline IS NOT NULL
    AND coalesce(f.last_good_at, 0) < :until
ORDER BY s.position
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """From when to when a source left something out, and the sentence that says why."""

    source: SubscriptionId
    since: datetime
    until: datetime
    words: str


async def put_gap(db: Connection, gap: Gap) -> None:
    """Remember it (inside `store.write()`)."""
    asked = {"source": gap.source, "since": stamp(gap.since), "until": stamp(gap.until), "words": gap.words}
    await db.execute(PUT, asked)


async def session_notices(db: Connection, hashtags: Sequence[str], window: Window, now: datetime) -> tuple[str, ...]:
    """Sentences about what a session lacks, each once: "Bluesky: only the first page, without an app password".

    Args:
        hashtags: those of the chat, folded, without sign: its sources have one of them in their address.
    """
    asked = {"since": stamp(window.starts_at), "until": stamp(min(window.ends_at, now))}
    found: list[str] = []
    for query in (LEFT_OUT, SILENT):
        if query is SILENT and now < window.starts_at:
            continue
        for title, address, words in await db.execute_fetchall(query, asked):
            if any(tag in address for tag in hashtags):
                found.append(f"{title}: {words}")
    return tuple(dict.fromkeys(found))
