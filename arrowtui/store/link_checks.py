"""When the link of a note was looked at, and what came of it."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.review import Happening
from arrowtui.store import Connection
from arrowtui.store.times import moment, stamp

# Of notes that may come back: those that were let go are left alone. A link that failed is looked at again sooner.
DUE = """
SELECT n.about_link, coalesce(c.failures, 0) FROM notes AS n INDEXED BY notes_by_link
LEFT JOIN link_checks AS c ON c.link = n.about_link
LEFT JOIN schedules AS s ON s.note_id = n.id
WHERE n.about_link LIKE 'http%' AND n.deleted_at IS NULL AND n.layers > 0 AND s.let_go_at IS NULL
AND (c.checked_at IS NULL OR (NOT c.is_dead AND c.checked_at <= CASE WHEN c.failures THEN :failed ELSE :fine END))
GROUP BY n.about_link ORDER BY coalesce(c.checked_at, 0) LIMIT :limit
"""
LAST = "SELECT max(checked_at) FROM link_checks"
PUT = """
INSERT INTO link_checks (link, checked_at, failures, is_dead) VALUES (:link, :at, :failures, :dead)
ON CONFLICT (link) DO UPDATE SET checked_at = :at, failures = :failures, is_dead = :dead
"""
TELL = """
INSERT OR IGNORE INTO note_events (note_id, kind)
SELECT id, :kind FROM notes WHERE about_link = :link AND deleted_at IS NULL AND layers > 0
"""


class LinkDue(Struct, frozen=True):
    """A link to be looked at; it failed so often in a row."""

    link: str
    failures: int


async def links_due(db: Connection, fine: datetime, failed: datetime, limit: int) -> tuple[LinkDue, ...]:
    """Links never looked at, or last before `fine` (before `failed` where it failed), the longest ago first."""
    asked = {"fine": stamp(fine), "failed": stamp(failed), "limit": limit}
    return tuple(LinkDue(link, failures) for link, failures in await db.execute_fetchall(DUE, asked))


async def last_check(db: Connection) -> datetime | None:
    """When any link was looked at last."""
    found = await db.first(LAST)
    return None if found is None or found[0] is None else moment(found[0])


async def put_check(db: Connection, link: str, at: datetime, failures: int, is_dead: bool) -> None:
    """What came of it; a dead link brings the notes about it back."""
    await db.execute(PUT, {"link": link, "at": stamp(at), "failures": failures, "dead": int(is_dead)})
    if is_dead:
        await db.execute(TELL, {"kind": Happening.LINK_DEAD.value, "link": link})
