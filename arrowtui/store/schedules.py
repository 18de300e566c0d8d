"""When notes are due, how meeting them went, and what happened to the things they are about."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from sqlite3 import Row

import msgspec

from arrowtui.model.note import NoteId
from arrowtui.model.review import Event, Happening, Outcome, Schedule
from arrowtui.store import Connection
from arrowtui.store.changes import ScheduleBefore
from arrowtui.store.times import maybe_moment, maybe_stamp, moment, stamp

DAY_MS = 86_400_000

SCHEDULES = """
SELECT note_id, due_at, stability, difficulty, reviewed_at, let_go_at
FROM json_each(:ids) AS asked JOIN schedules ON schedules.note_id = asked.value
"""
START = "INSERT INTO schedules (note_id, due_at) VALUES (:note, :due) ON CONFLICT DO NOTHING"
IS_STARTED = "SELECT 1 FROM schedules WHERE note_id = :note"
PUT = """
UPDATE schedules SET due_at = :due, stability = :stability, difficulty = :difficulty, reviewed_at = :reviewed,
    let_go_at = :let_go WHERE note_id = :note
"""
LOAD = """
SELECT (due_at - :start) / :day, count(*) FROM schedules
WHERE let_go_at IS NULL AND due_at >= :start AND due_at < :end GROUP BY 1
"""
# The last to fall due first: what is long overdue fades behind it. Both are walks along schedules_due.
DUE = """
SELECT s.note_id FROM schedules AS s INDEXED BY schedules_due CROSS JOIN notes ON notes.id = s.note_id
WHERE s.let_go_at IS NULL AND s.due_at <= :until AND s.due_at > :after
AND notes.deleted_at IS NULL AND notes.layers > 0
ORDER BY s.due_at DESC, s.note_id DESC LIMIT :limit
"""
OLDEST = """
SELECT s.note_id FROM schedules AS s INDEXED BY schedules_due CROSS JOIN notes ON notes.id = s.note_id
WHERE s.let_go_at IS NULL AND s.due_at <= :until AND notes.deleted_at IS NULL AND notes.layers > 0
ORDER BY s.due_at, s.note_id LIMIT :limit
"""
NEXT = """
SELECT s.due_at FROM schedules AS s INDEXED BY schedules_due CROSS JOIN notes ON notes.id = s.note_id
WHERE s.let_go_at IS NULL AND s.due_at > :after AND notes.deleted_at IS NULL AND notes.layers > 0
ORDER BY s.due_at LIMIT 1
"""
NEWS = """
SELECT DISTINCT e.note_id FROM note_events AS e CROSS JOIN notes ON notes.id = e.note_id
LEFT JOIN schedules AS s ON s.note_id = e.note_id
WHERE e.seen_at IS NULL AND notes.deleted_at IS NULL AND notes.layers > 0 AND s.let_go_at IS NULL
ORDER BY e.id DESC LIMIT :limit
"""
EVENTS = """
SELECT note_id, kind, detail FROM json_each(:ids) AS asked JOIN note_events ON note_events.note_id = asked.value
WHERE seen_at IS NULL ORDER BY note_events.id
"""
UNSEEN = "SELECT id FROM note_events WHERE note_id = :note AND seen_at IS NULL"
SEE = "UPDATE note_events SET seen_at = ? WHERE id = ?"
UNSEE = "UPDATE OR IGNORE note_events SET seen_at = NULL WHERE id = ?"
HAPPEN = "INSERT OR IGNORE INTO note_events (note_id, kind, detail) VALUES (:note, :kind, :detail)"
HAPPEN_ONCE = """
INSERT OR IGNORE INTO note_events (note_id, kind, detail) SELECT :note, :kind, :detail
WHERE NOT EXISTS (SELECT 1 FROM note_events WHERE note_id = :note AND kind = :kind AND detail = :detail)
"""
MEET = "INSERT INTO reviews (note_id, at, outcome) VALUES (:note, :at, :outcome)"
UNMEET = "UPDATE reviews SET undone_at = :at WHERE id = :id"
MET = "SELECT count(DISTINCT note_id) FROM reviews WHERE undone_at IS NULL AND at >= :since"
REVIEWS = "SELECT at, outcome FROM reviews WHERE note_id = :note AND undone_at IS NULL ORDER BY at"


async def schedules_of(db: Connection, ids: Sequence[NoteId]) -> dict[NoteId, Schedule]:
    """The schedules of these notes; those without one (nothing written yet) are left out."""
    rows = await db.execute_fetchall(SCHEDULES, {"ids": _json(ids)})
    return {
        NoteId(note): Schedule(moment(due), stability, difficulty, maybe_moment(reviewed), maybe_moment(let_go))
        for note, due, stability, difficulty, reviewed, let_go in rows
    }


async def is_started(db: Connection, note: NoteId) -> bool:
    return await db.first(IS_STARTED, {"note": note}) is not None


async def start_schedule(db: Connection, note: NoteId, due_at: datetime) -> None:
    """The first schedule of a note; one that is there stays."""
    await db.execute(START, {"note": note, "due": stamp(due_at)})


async def put_schedule(db: Connection, note: NoteId, schedule: Schedule) -> None:
    cells = {
        "note": note,
        "due": stamp(schedule.due_at),
        "stability": schedule.stability,
        "difficulty": schedule.difficulty,
        "reviewed": maybe_stamp(schedule.reviewed_at),
        "let_go": maybe_stamp(schedule.let_go_at),
    }
    await db.execute(PUT, cells)


async def due_load(db: Connection, start: datetime, days: int) -> tuple[int, ...]:
    """How many notes are due in each of so many spans of 24 hours from `start` on."""
    begin = stamp(start)
    asked = {"start": begin, "day": DAY_MS, "end": begin + days * DAY_MS}
    counts = {row[0]: row[1] for row in await db.execute_fetchall(LOAD, asked)}
    return tuple(counts.get(day, 0) for day in range(days))


async def due_notes(db: Connection, until: datetime, after: datetime, limit: int) -> tuple[NoteId, ...]:
    """Notes due by `until` but not as long ago as `after`, the last to fall due first."""
    asked = {"until": stamp(until), "after": stamp(after), "limit": limit}
    return _ids(await db.execute_fetchall(DUE, asked))


async def oldest_due(db: Connection, until: datetime, limit: int = 1) -> tuple[NoteId, ...]:
    """Notes that fell due by `until`, the longest ago first."""
    return _ids(await db.execute_fetchall(OLDEST, {"until": stamp(until), "limit": limit}))


async def next_due(db: Connection, after: datetime) -> datetime | None:
    """When the first note after `after` falls due."""
    found = await db.first(NEXT, {"after": stamp(after)})
    return moment(found[0]) if found else None


async def notes_with_news(db: Connection, limit: int) -> tuple[NoteId, ...]:
    """Notes about things to which something happened that was not seen yet, the latest news first."""
    return _ids(await db.execute_fetchall(NEWS, {"limit": limit}))


async def events_of(db: Connection, ids: Sequence[NoteId]) -> dict[NoteId, tuple[Event, ...]]:
    """What happened, unseen, by note."""
    found: dict[NoteId, list[Event]] = {}
    for note, kind, detail in await db.execute_fetchall(EVENTS, {"ids": _json(ids)}):
        found.setdefault(NoteId(note), []).append(Event(Happening(kind), detail))
    return {note: tuple(events) for note, events in found.items()}


async def happen(db: Connection, note: NoteId, event: Event) -> None:
    """Remember that something happened; the same again before it was seen changes nothing."""
    await db.execute(HAPPEN, {"note": note, "kind": event.kind.value, "detail": event.detail})


async def happen_once(db: Connection, note: NoteId, event: Event) -> None:
    """Remember that something happened, unless the very same is known, seen or not."""
    await db.execute(HAPPEN_ONCE, {"note": note, "kind": event.kind.value, "detail": event.detail})


async def meet(db: Connection, note: NoteId, before: Schedule, outcome: Outcome, at: datetime) -> ScheduleBefore:
    """Write down how it went and that its news were seen; hands back how all was before."""
    events = tuple(number for (number,) in await db.execute_fetchall(UNSEEN, {"note": note}))
    await db.executemany(SEE, [(stamp(at), number) for number in events])
    async with db.execute(MEET, {"note": note, "at": stamp(at), "outcome": outcome.value}) as cursor:
        row = cursor.lastrowid or 0
    times = maybe_stamp(before.reviewed_at), maybe_stamp(before.let_go_at)
    return ScheduleBefore(note, stamp(before.due_at), before.stability, before.difficulty, *times, row, events)


async def unmeet(db: Connection, before: ScheduleBefore, at: datetime) -> None:
    """Take a meeting back."""
    schedule = Schedule(
        moment(before.due_at),
        before.stability,
        before.difficulty,
        maybe_moment(before.reviewed_at),
        maybe_moment(before.let_go_at),
    )
    await put_schedule(db, NoteId(before.note), schedule)
    await db.executemany(UNSEE, [(number,) for number in before.events])
    await db.execute(UNMEET, {"at": stamp(at), "id": before.review})


async def met_since(db: Connection, since: datetime) -> int:
    """How many notes were met since then."""
    found = await db.first(MET, {"since": stamp(since)})
    return int(found[0]) if found else 0


async def reviews_of(db: Connection, note: NoteId) -> tuple[tuple[datetime, Outcome], ...]:
    """How meeting a note went, each time."""
    rows = await db.execute_fetchall(REVIEWS, {"note": note})
    return tuple((moment(at), Outcome(outcome)) for at, outcome in rows)


def _ids(rows: Iterable[Row]) -> tuple[NoteId, ...]:
    return tuple(NoteId(number) for (number,) in rows)


def _json(ids: Sequence[int]) -> str:
    return msgspec.json.encode(list(ids)).decode()
