"""Notes as they stand. What was overwritten lies in note_versions; nothing is ever destroyed."""

from datetime import datetime
from sqlite3 import Row

from arrowtui.model.item import ItemId
from arrowtui.model.note import Note, NoteId, NoteRow
from arrowtui.store import Connection
from arrowtui.store.grams import grams
from arrowtui.store.times import moment, stamp
from arrowtui.store.words import match_query

NOTE = """
SELECT n.id, CASE WHEN m.serial IS NULL THEN NULL ELSE n.item_id END, n.about_title, n.about_link, n.text, n.created_at,
    n.changed_at
FROM notes AS n LEFT JOIN marks AS m ON m.item_id = n.item_id
"""
BY_ID = f"{NOTE} WHERE n.id = :id AND n.deleted_at IS NULL"
OF_ITEM = f"{NOTE} WHERE n.item_id = :item AND n.deleted_at IS NULL ORDER BY n.id DESC LIMIT 1"
LINE = """
SELECT n.id, CASE WHEN m.serial IS NULL THEN NULL ELSE n.item_id END, n.about_title, substr(n.text, 1, 400),
    n.changed_at
"""
JOURNAL = f"""
{LINE} FROM notes AS n INDEXED BY notes_by_change LEFT JOIN marks AS m ON m.item_id = n.item_id
WHERE n.deleted_at IS NULL AND n.text <> '' AND (n.changed_at, n.id) < (:at, :id)
ORDER BY n.changed_at DESC, n.id DESC LIMIT :limit
"""
# Few notes match few words: sorting them is nothing.
FOUND = f"""
{LINE} FROM note_words CROSS JOIN notes AS n ON n.id = note_words.rowid
LEFT JOIN marks AS m ON m.item_id = n.item_id
WHERE note_words MATCH :match AND n.deleted_at IS NULL AND n.text <> '' AND (n.changed_at, n.id) < (:at, :id)
ORDER BY n.changed_at DESC, n.id DESC LIMIT :limit
"""
BEGIN = """
INSERT INTO notes (item_id, about_title, about_link, created_at, changed_at)
SELECT :item, items.title, items.link, :at, :at
FROM (SELECT 1) LEFT JOIN marks ON marks.item_id = :item LEFT JOIN items ON items.serial = marks.serial
"""
WRITE = "UPDATE notes SET text = :text, grams = :grams, changed_at = :at, deleted_at = NULL WHERE id = :id"
DELETE = "UPDATE notes SET deleted_at = :at WHERE id = :id"
ARCHIVE = """
INSERT INTO note_versions (note_id, text, written_at) SELECT id, text, changed_at FROM notes
WHERE id = :id AND text <> ''
"""
STATE = "SELECT text, changed_at, deleted_at FROM notes WHERE id = :id"
VERSIONS = "SELECT text, written_at FROM note_versions WHERE note_id = :id ORDER BY id"

LAST = (2**63 - 1, 2**63 - 1)


async def note(db: Connection, note_id: NoteId) -> Note | None:
    """A note that was not deleted."""
    return await _maybe_note(db, BY_ID, {"id": note_id})


async def note_of(db: Connection, item: ItemId) -> Note | None:
    """The latest note beside an item."""
    return await _maybe_note(db, OF_ITEM, {"item": item})


async def journal_rows(
    db: Connection, before: tuple[datetime, NoteId] | None, limit: int, words: str | None = None
) -> tuple[NoteRow, ...]:
    """Written notes (those that `words` find), the last changed first, below `before`."""
    at, last = LAST if before is None else (stamp(before[0]), before[1])
    match = match_query(words or "")
    asked = {"at": at, "id": last, "limit": limit, "match": match}
    rows = await db.execute_fetchall(JOURNAL if match is None else FOUND, asked)
    return tuple(_note_row(row) for row in rows)


async def versions(db: Connection, note_id: NoteId) -> tuple[tuple[datetime, str], ...]:
    """Earlier texts of a note that are not contained in a later one, oldest first, with the time of their writing."""
    return tuple((moment(at), text) for text, at in await db.execute_fetchall(VERSIONS, {"id": note_id}))


async def insert_note(db: Connection, item: ItemId | None, at: datetime) -> NoteId:
    """An empty note that remembers the title and link of its item."""
    async with db.execute(BEGIN, {"item": item, "at": stamp(at)}) as cursor:
        return NoteId(cursor.lastrowid or 0)


async def note_state(db: Connection, note_id: NoteId) -> tuple[str, int, int | None] | None:
    """Text, changed_at and deleted_at, of deleted notes too."""
    found = await db.first(STATE, {"id": note_id})
    return (found[0], found[1], found[2]) if found else None


async def set_text(db: Connection, note_id: NoteId, text: str, changed_at: int) -> None:
    """Write the text, and bring the note back if it was deleted."""
    await db.execute(WRITE, {"id": note_id, "text": text, "grams": grams(text), "at": changed_at})


async def set_deleted(db: Connection, note_id: NoteId, deleted_at: int | None) -> None:
    await db.execute(DELETE, {"id": note_id, "at": deleted_at})


async def archive(db: Connection, note_id: NoteId) -> None:
    """Keep the present text among the versions: it is about to be overwritten."""
    await db.execute(ARCHIVE, {"id": note_id})


async def _maybe_note(db: Connection, query: str, asked: dict[str, int]) -> Note | None:
    row = await db.first(query, asked)
    if row is None:
        return None
    number, item, title, link, text, created_at, changed_at = row
    return Note(NoteId(number), item, title, link, text, moment(created_at), moment(changed_at))


def _note_row(row: Row) -> NoteRow:
    number, item, title, opening, changed_at = row
    return NoteRow(NoteId(number), item, title, " ".join(opening.split())[:200], moment(changed_at))
