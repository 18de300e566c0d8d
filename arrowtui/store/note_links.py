"""Which layer links to what, as its text says now."""

from collections.abc import Iterable, Sequence
from sqlite3 import Row

from arrowtui.model.link import LinkTarget
from arrowtui.model.note import LayerId, NoteId
from arrowtui.store import Connection

DROP = "DELETE FROM note_links WHERE layer_id = :layer"
PUT = "INSERT INTO note_links (layer_id, place, to_note, to_item, wanted) VALUES (?, ?, ?, ?, ?)"
TO_NOTE = """
SELECT DISTINCT l.note_id FROM (
    SELECT layer_id FROM note_links WHERE to_note = :note
    UNION
    SELECT layer_id FROM note_links WHERE wanted = (SELECT title FROM notes WHERE id = :note) COLLATE NOCASE
) AS found CROSS JOIN note_layers AS l ON l.id = found.layer_id
WHERE l.deleted_at IS NULL AND l.note_id <> :note ORDER BY l.note_id DESC LIMIT :limit
"""
TITLED = """
SELECT id FROM notes WHERE title = :title COLLATE NOCASE AND deleted_at IS NULL AND layers > 0 ORDER BY id LIMIT 1
"""


async def put_links(db: Connection, layer: LayerId, targets: Sequence[LinkTarget]) -> None:
    """Replace the links of a layer (inside `store.write()`)."""
    await db.execute(DROP, {"layer": layer})
    rows = [(layer, at, target.note, target.item, target.wanted) for at, target in enumerate(targets)]
    await db.executemany(PUT, rows)


async def links_to_note(db: Connection, note: NoteId, limit: int = 50) -> tuple[NoteId, ...]:
    """Notes that link to a note, by number or by its title, the newest first."""
    return _ids(await db.execute_fetchall(TO_NOTE, {"note": note, "limit": limit}))


async def note_titled(db: Connection, title: str) -> NoteId | None:
    """The first note with this title, whatever its case."""
    found = await db.first(TITLED, {"title": title})
    return NoteId(found[0]) if found else None


def _ids(rows: Iterable[Row]) -> tuple[NoteId, ...]:
    return tuple(NoteId(number) for (number,) in rows)
