"""The person's tags on notes."""

from collections.abc import Iterable, Sequence

from arrowtui.model.note import NoteId
from arrowtui.store import Connection
from arrowtui.store.changes import NoteTagsBefore

HAVE = "SELECT tag FROM note_tags WHERE note_id = :note"
ADD = "INSERT INTO note_tags (note_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"
REMOVE = "DELETE FROM note_tags WHERE note_id = ? AND tag = ?"


async def change_note_tags(
    db: Connection, note: NoteId, add: Sequence[str], remove: Sequence[str]
) -> NoteTagsBefore | None:
    """Add and remove tags (inside `store.write()`); None when nothing changed. A tag in both lists is added."""
    have = {tag for (tag,) in await db.execute_fetchall(HAVE, {"note": note})}
    added = tuple(tag for tag in dict.fromkeys(add) if tag not in have)
    removed = tuple(tag for tag in dict.fromkeys(remove) if tag in have and tag not in add)
    if not added and not removed:
        return None
    await _write(db, note, added, removed)
    return NoteTagsBefore(note, added, removed)


async def restore_note_tags(db: Connection, before: NoteTagsBefore) -> None:
    """Take a change of tags back."""
    await _write(db, before.note, before.removed, before.added)


async def _write(db: Connection, note: int, add: Iterable[str], remove: Iterable[str]) -> None:
    await db.executemany(ADD, [(note, tag) for tag in add])
    await db.executemany(REMOVE, [(note, tag) for tag in remove])
