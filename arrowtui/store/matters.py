"""What of the vault wants a decision: layers written in two places, files that were deleted or cannot be read."""

from msgspec import Struct

from arrowtui.model.note import LayerId, NoteId
from arrowtui.store import Connection

CLASHES = """
SELECT n.id, n.title, kept.id, kept.text, other.id, other.text, other.rival_is_here
FROM note_layers AS other INDEXED BY note_layers_rival
CROSS JOIN notes AS n ON n.id = other.note_id
CROSS JOIN note_layers AS kept ON kept.uid = other.rival AND kept.note_id = n.id
WHERE other.rival IS NOT NULL AND other.deleted_at IS NULL AND kept.deleted_at IS NULL AND n.deleted_at IS NULL
ORDER BY n.id, other.id LIMIT :limit
"""
FILES = """
SELECT f.path, f.note_id, f.state, f.trouble, CASE WHEN n.title <> '' THEN n.title ELSE coalesce(n.about_title, '') END
FROM vault_files AS f INDEXED BY vault_files_asking LEFT JOIN notes AS n ON n.id = f.note_id
WHERE (f.state = 'gone' OR f.trouble IS NOT NULL) AND (f.note_id IS NULL OR n.deleted_at IS NULL)
ORDER BY f.path LIMIT :limit
"""
UNDECIDED = """
SELECT
    (
        SELECT count(*)
        FROM note_layers AS other INDEXED BY note_layers_rival
        CROSS JOIN notes AS n ON n.id = other.note_id
        CROSS JOIN note_layers AS kept ON kept.uid = other.rival AND kept.note_id = n.id
        WHERE other.rival IS NOT NULL AND other.deleted_at IS NULL AND kept.deleted_at IS NULL AND n.deleted_at IS NULL
    )
    + (
        SELECT count(*)
        FROM vault_files AS f INDEXED BY vault_files_asking CROSS JOIN notes AS n ON n.id = f.note_id
        WHERE f.state = 'gone' AND n.deleted_at IS NULL
    )
"""
RIVAL = "SELECT rival, rival_is_here FROM note_layers WHERE id = :id"
SET_RIVAL = "UPDATE note_layers SET rival = :rival, rival_is_here = :here WHERE id = :id"
FILE_STATE = "SELECT path, state FROM vault_files WHERE note_id = :note"
SET_STATE = "UPDATE vault_files SET state = :state WHERE note_id = :note AND state <> 'there'"


class ClashRow(Struct, frozen=True):
    """Two layers of a note that say one thing differently. `is_here`: the text in `other` was written here."""

    note: NoteId
    title: str
    kept: LayerId
    kept_text: str
    other: LayerId
    other_text: str
    is_here: bool


class FileRow(Struct, frozen=True):
    """A file that was deleted (`trouble` None), or is odd."""

    path: str
    note: NoteId | None
    trouble: str | None
    title: str


async def clash_rows(db: Connection, limit: int = 200) -> tuple[ClashRow, ...]:
    """Layers written in two places, undecided."""
    rows = await db.execute_fetchall(CLASHES, {"limit": limit})
    return tuple(
        ClashRow(NoteId(note), title, LayerId(kept), one, LayerId(other), two, bool(here))
        for note, title, kept, one, other, two, here in rows
    )


async def file_rows(db: Connection, limit: int = 200) -> tuple[FileRow, ...]:
    """Files that were deleted or are odd, undecided."""
    rows = await db.execute_fetchall(FILES, {"limit": limit})
    return tuple(
        FileRow(path, None if note is None else NoteId(note), None if state == "gone" else trouble, title or "")
        for path, note, state, trouble, title in rows
    )


async def undecided(db: Connection) -> int:
    """How many of both a person can decide."""
    found = await db.first(UNDECIDED, {})
    return int(found[0]) if found else 0


async def rival_of(db: Connection, layer: LayerId) -> tuple[str | None, bool]:
    """Against which layer this one was written, and whether here."""
    found = await db.first(RIVAL, {"id": layer})
    return (found[0], bool(found[1])) if found else (None, False)


async def set_rival_of(db: Connection, layer: LayerId, rival: str | None, is_here: bool) -> None:
    await db.execute(SET_RIVAL, {"id": layer, "rival": rival, "here": int(is_here)})


async def file_state_of(db: Connection, note: NoteId) -> str | None:
    """How the file of a note is known: there, gone, left; None: not at all."""
    found = await db.first(FILE_STATE, {"note": note})
    return found[1] if found else None


async def set_file_state_of(db: Connection, note: NoteId, state: str) -> int:
    """Decide about a file that is not there; 0 where it is there again."""
    async with db.execute(SET_STATE, {"note": note, "state": state}) as cursor:
        return max(cursor.rowcount, 0)
