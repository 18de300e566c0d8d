"""What notes say one will do, and by which day."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from sqlite3 import Row

import msgspec
from msgspec import Struct

from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.review import Intention, IntentionId
from arrowtui.store import Connection
from arrowtui.store.changes import IntentionBefore
from arrowtui.store.times import maybe_moment, moment, stamp

COLUMNS = "i.id, i.note_id, i.layer_id, i.words, i.day, i.made_at, i.done_at, i.let_go_at, i.is_ticked"
OF_LAYER = f"SELECT {COLUMNS} FROM intentions AS i WHERE i.layer_id = :layer AND i.gone_at IS NULL ORDER BY i.id"
OF_NOTES = f"""
SELECT {COLUMNS} FROM json_each(:ids) AS asked JOIN note_layers AS l ON l.note_id = asked.value
JOIN intentions AS i ON i.layer_id = l.id WHERE l.deleted_at IS NULL AND i.gone_at IS NULL ORDER BY i.id
"""
OPEN = f"""
SELECT {COLUMNS} FROM intentions AS i INDEXED BY intentions_open CROSS JOIN note_layers AS l ON l.id = i.layer_id
CROSS JOIN notes AS n ON n.id = i.note_id
WHERE i.day IS NOT NULL AND i.done_at IS NULL AND i.let_go_at IS NULL AND i.gone_at IS NULL AND i.day <= :until
AND l.deleted_at IS NULL AND n.deleted_at IS NULL ORDER BY i.day, i.id LIMIT :limit
"""
ONE = f"SELECT {COLUMNS} FROM intentions AS i WHERE i.id = :id"
ADD = """
INSERT INTO intentions (note_id, layer_id, words, day, made_at, is_ticked, done_at)
VALUES (:note, :layer, :words, :day, :at, :ticked, CASE WHEN :ticked THEN :at END)
"""
REWORD = "UPDATE intentions SET words = :words, day = :day WHERE id = :id"
TICK = """
UPDATE intentions SET is_ticked = :ticked, done_at = CASE WHEN :ticked THEN coalesce(done_at, :at) END WHERE id = :id
"""
DROP = "DELETE FROM intentions WHERE id = :id"
SET_GONE = "UPDATE intentions SET gone_at = :at WHERE id = :id"
RETURN = """
UPDATE intentions SET gone_at = NULL WHERE id = (
    SELECT id FROM intentions WHERE layer_id = :layer AND words = :words AND gone_at IS NOT NULL LIMIT 1
)
"""
SET = "UPDATE intentions SET done_at = :done, let_go_at = :let_go WHERE id = :id"


class NewIntention(Struct, frozen=True):
    """A line of a layer that became one."""

    words: str
    day: date | None
    is_ticked: bool = False


async def intentions_of_layer(db: Connection, layer: LayerId) -> tuple[Intention, ...]:
    return _read(await db.execute_fetchall(OF_LAYER, {"layer": layer}))


async def intentions_of(db: Connection, notes: Sequence[NoteId]) -> tuple[Intention, ...]:
    """All that these notes mean to do, done or not."""
    return _read(await db.execute_fetchall(OF_NOTES, {"ids": msgspec.json.encode(list(notes)).decode()}))


async def open_intentions(db: Connection, until: date, limit: int = 100) -> tuple[Intention, ...]:
    """What is to be done by a day and is not done yet, the earliest day first."""
    return _read(await db.execute_fetchall(OPEN, {"until": until.isoformat(), "limit": limit}))


async def intention(db: Connection, number: IntentionId) -> Intention | None:
    return next(iter(_read(await db.execute_fetchall(ONE, {"id": number}))), None)


async def add_intention(db: Connection, note: NoteId, layer: LayerId, new: NewIntention, at: datetime) -> None:
    """A line that was not there before; one that comes back (by undo) brings along what had become of it."""
    async with db.execute(RETURN, {"layer": layer, "words": new.words}) as cursor:
        if cursor.rowcount > 0:
            return
    day = new.day.isoformat() if new.day else None
    cells = {"note": note, "layer": layer, "words": new.words, "day": day, "at": stamp(at)}
    await db.execute(ADD, cells | {"ticked": int(new.is_ticked)})


async def reword_intention(db: Connection, number: IntentionId, words: str, day: date | None) -> None:
    """The line says it otherwise."""
    await db.execute(REWORD, {"id": number, "words": words, "day": day.isoformat() if day else None})


async def tick_intention(db: Connection, number: IntentionId, is_ticked: bool, at: datetime) -> None:
    """Its box in the text says so now: done with it, or not after all."""
    await db.execute(TICK, {"id": number, "ticked": int(is_ticked), "at": stamp(at)})


async def drop_intention(db: Connection, known: Intention, at: datetime) -> None:
    """The line is gone; what was done or let go is remembered."""
    if known.done_at is None and known.let_go_at is None:
        await db.execute(DROP, {"id": known.id})
    else:
        await db.execute(SET_GONE, {"id": known.id, "at": stamp(at)})


async def set_intention(
    db: Connection, known: Intention, done_at: datetime | None, let_go_at: datetime | None
) -> IntentionBefore:
    """Done, let go, or neither; hands back how it was."""
    before = IntentionBefore(known.id, *(stamp(at) if at else None for at in (known.done_at, known.let_go_at)))
    done, let_go = (stamp(at) if at else None for at in (done_at, let_go_at))
    await db.execute(SET, {"id": known.id, "done": done, "let_go": let_go})
    return before


async def restore_intention(db: Connection, before: IntentionBefore) -> None:
    await db.execute(SET, {"id": before.intention, "done": before.done_at, "let_go": before.let_go_at})


def _read(rows: Iterable[Row]) -> tuple[Intention, ...]:
    return tuple(_intention(*row) for row in rows)


def _intention(
    number: int,
    note: int,
    layer: int,
    words: str,
    day: str | None,
    made: int,
    done: int | None,
    let_go: int | None,
    ticked: int,
) -> Intention:
    return Intention(
        IntentionId(number),
        NoteId(note),
        LayerId(layer),
        words,
        date.fromisoformat(day) if day else None,
        moment(made),
        maybe_moment(done),
        maybe_moment(let_go),
        bool(ticked),
    )
