"""Looking back over a span of time: what came, was kept, written, met, done. For letters and plots, never for a key."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.item import ItemId, first_id_at
from arrowtui.model.lane import Lane
from arrowtui.model.note import NoteId
from arrowtui.model.review import Outcome
from arrowtui.store import Connection
from arrowtui.store.times import moment, stamp

CAME = """
SELECT lane, count(*) FROM marks WHERE item_id >= :first AND item_id < :last AND serial IS NOT NULL
AND (lane <> 'noise' OR subscription_id NOT IN (SELECT id FROM subscriptions WHERE gathers)) GROUP BY lane
"""
BUSIEST = """
SELECT s.title, count(*) FROM marks AS m JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE m.item_id >= :first AND m.item_id < :last AND m.serial IS NOT NULL AND m.lane <> 'noise'
GROUP BY s.id ORDER BY count(*) DESC, s.title LIMIT :limit
"""
KEPT = """
SELECT item_id FROM marks INDEXED BY marks_kept
WHERE scopes & 4 AND kept_at >= :since AND kept_at < :until ORDER BY kept_at
"""
NEVER_AGAIN = """
SELECT count(*) FROM marks AS m INDEXED BY marks_kept LEFT JOIN looks AS l ON l.item_id = m.item_id
WHERE m.scopes & 4 AND m.kept_at < :before AND (l.looked_at IS NULL OR l.looked_at < m.kept_at)
"""
WRITTEN = """
SELECT id FROM notes INDEXED BY notes_by_change
WHERE deleted_at IS NULL AND layers > 0 AND changed_at >= :since AND changed_at < :until
ORDER BY changed_at DESC, id DESC
"""
MET = """
SELECT outcome, count(*) FROM reviews WHERE undone_at IS NULL AND at >= :since AND at < :until
GROUP BY outcome ORDER BY count(*) DESC
"""
DONE = """
SELECT i.id FROM intentions AS i WHERE i.done_at IS NOT NULL AND i.done_at >= :since AND i.done_at < :until
ORDER BY i.done_at
"""
# For plots: one row a thing that happened, counted by whoever knows the person's weeks.
KEPT_TIMES = """
SELECT m.kept_at, l.looked_at IS NOT NULL AND l.looked_at > m.kept_at FROM marks AS m INDEXED BY marks_kept
LEFT JOIN looks AS l ON l.item_id = m.item_id WHERE m.scopes & 4 AND m.kept_at >= :since
"""
LAYER_TIMES = """
SELECT l.begun_at, l.note_id FROM notes AS n JOIN note_layers AS l ON l.note_id = n.id
WHERE n.deleted_at IS NULL AND n.layers > 0 AND l.deleted_at IS NULL AND l.text <> ''
AND n.changed_at >= :since AND l.begun_at >= :since
"""
INTENTION_TIMES = """
SELECT i.made_at, i.done_at IS NOT NULL FROM intentions AS i JOIN notes AS n ON n.id = i.note_id
WHERE n.deleted_at IS NULL AND i.gone_at IS NULL AND i.let_go_at IS NULL AND i.made_at >= :since
"""
TAG_COUNTS = """
SELECT t.tag, count(*) FROM notes AS n INDEXED BY notes_by_change JOIN note_tags AS t ON t.note_id = n.id
WHERE n.deleted_at IS NULL AND n.layers > 0 AND n.changed_at >= :since
GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT :limit
"""
ITEM_TAG_COUNTS = """
SELECT t.tag, count(DISTINCT n.id) FROM notes AS n INDEXED BY notes_by_change JOIN tags AS t ON t.item_id = n.item_id
WHERE n.deleted_at IS NULL AND n.layers > 0 AND n.changed_at >= :since
AND NOT EXISTS (SELECT 1 FROM note_tags AS k WHERE k.note_id = n.id AND k.tag = t.tag)
GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT :limit
"""
DUE_TIMES = """
SELECT s.due_at FROM schedules AS s INDEXED BY schedules_due JOIN notes AS n ON n.id = s.note_id
WHERE s.let_go_at IS NULL AND s.due_at > :since AND s.due_at < :until AND n.deleted_at IS NULL AND n.layers > 0
"""


async def came(db: Connection, since: datetime, until: datetime) -> tuple[tuple[Lane, int], ...]:
    """How many items there are of that time, by lane; what is gathered lies in none."""
    rows = await db.execute_fetchall(CAME, _ids(since, until))
    return tuple((Lane(lane), count) for lane, count in rows)


async def busiest(db: Connection, since: datetime, until: datetime, limit: int) -> tuple[tuple[str, int], ...]:
    """The sources that brought most into a tab."""
    rows = await db.execute_fetchall(BUSIEST, _ids(since, until) | {"limit": limit})
    return tuple((title, count) for title, count in rows)


async def kept_between(db: Connection, since: datetime, until: datetime) -> tuple[ItemId, ...]:
    """What was kept in that time and still is, in order."""
    return tuple(ItemId(row[0]) for row in await db.execute_fetchall(KEPT, _span(since, until)))


async def never_again(db: Connection, before: datetime) -> int:
    """How many items kept before then were never opened again."""
    found = await db.first(NEVER_AGAIN, {"before": stamp(before)})
    return int(found[0]) if found else 0


async def written_between(db: Connection, since: datetime, until: datetime) -> tuple[NoteId, ...]:
    """Notes last written in that time, the last first."""
    return tuple(NoteId(row[0]) for row in await db.execute_fetchall(WRITTEN, _span(since, until)))


async def met_between(db: Connection, since: datetime, until: datetime) -> tuple[tuple[Outcome, int], ...]:
    """How meeting notes went in that time, the most frequent outcome first."""
    rows = await db.execute_fetchall(MET, _span(since, until))
    return tuple((Outcome(outcome), count) for outcome, count in rows)


async def done_between(db: Connection, since: datetime, until: datetime) -> tuple[int, ...]:
    """The numbers of the intentions done in that time."""
    return tuple(int(row[0]) for row in await db.execute_fetchall(DONE, _span(since, until)))


async def kept_since(db: Connection, since: datetime) -> Sequence[tuple[datetime, bool]]:
    """When each kept item was kept, and whether it was looked at again."""
    return await _pairs(db, KEPT_TIMES, since)


async def layers_since(db: Connection, since: datetime) -> Sequence[datetime]:
    """When each written layer was begun."""
    return [at for at, _ in await _pairs(db, LAYER_TIMES, since)]


async def intentions_since(db: Connection, since: datetime) -> Sequence[tuple[datetime, bool]]:
    """When each intention was made, and whether it was done; what was let go is left out."""
    return await _pairs(db, INTENTION_TIMES, since)


async def tags_since(db: Connection, since: datetime, limit: int) -> tuple[tuple[str, int], ...]:
    """On what one reflected most: tags of the notes and of the items they stand beside."""
    counts: dict[str, int] = {}
    for query in (TAG_COUNTS, ITEM_TAG_COUNTS):
        for tag, count in await db.execute_fetchall(query, {"since": stamp(since), "limit": limit}):
            counts[tag] = counts.get(tag, 0) + count
    return tuple(sorted(counts.items(), key=lambda found: (-found[1], found[0])))[:limit]


async def due_between(db: Connection, since: datetime, until: datetime) -> Sequence[datetime]:
    """When each note falls due that falls due after `since` and before `until`."""
    return [moment(row[0]) for row in await db.execute_fetchall(DUE_TIMES, _span(since, until))]


async def _pairs(db: Connection, query: str, since: datetime) -> Sequence[tuple[datetime, bool]]:
    rows = await db.execute_fetchall(query, {"since": stamp(since)})
    return [(moment(at), bool(is_so)) for at, is_so in rows]


def _span(since: datetime, until: datetime) -> dict[str, int]:
    return {"since": stamp(since), "until": stamp(until)}


def _ids(since: datetime, until: datetime) -> dict[str, int]:
    return {"first": first_id_at(since), "last": first_id_at(until)}
