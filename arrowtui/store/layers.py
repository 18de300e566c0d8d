"""Writing notes down: heads, layers, versions. All inside `store.write()`."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import About, LayerId, NoteId, Subject, title_of
from arrowtui.store import Connection
from arrowtui.store.grams import grams
from arrowtui.store.times import stamp

BEGIN = """
INSERT INTO notes (subject_kind, subject_key, item_id, about_title, about_link, about_author, created_at, changed_at)
SELECT :kind, :key, :item, coalesce(:title, items.title), coalesce(:link, items.link), coalesce(:author, items.author),
    :at, :at
FROM (SELECT 1) LEFT JOIN marks ON marks.item_id = :item LEFT JOIN items ON items.serial = marks.serial
"""
ADD_LAYER = "INSERT INTO note_layers (note_id, begun_at, changed_at) VALUES (:note, :at, :at)"
STATE = """
SELECT l.id, l.note_id, l.text, l.changed_at, l.deleted_at, n.changed_at, n.deleted_at
FROM note_layers AS l JOIN notes AS n ON n.id = l.note_id WHERE l.id = :id
"""
NEWEST = (
    "SELECT id FROM note_layers WHERE note_id = :note AND deleted_at IS NULL ORDER BY begun_at DESC, id DESC LIMIT 1"
)
ANY = "SELECT min(id) FROM note_layers WHERE note_id = :note"
SET_LAYER = (
    "UPDATE note_layers SET text = :text, grams = :grams, changed_at = :at, deleted_at = :deleted WHERE id = :id"
)
SET_NOTE = "UPDATE notes SET changed_at = :at, deleted_at = :deleted WHERE id = :id"
NOTE_STATE = "SELECT changed_at, deleted_at FROM notes WHERE id = :id"
ARCHIVE = """
INSERT INTO layer_versions (layer_id, text, written_at) SELECT id, text, changed_at FROM note_layers AS l
WHERE id = :id AND text <> '' AND NOT EXISTS (
  SELECT 1 FROM layer_versions AS v WHERE v.layer_id = l.id AND v.text = l.text AND v.written_at = l.changed_at
)
"""
FIRST_TEXT = """
SELECT text FROM note_layers WHERE note_id = :note AND deleted_at IS NULL AND text <> '' ORDER BY id LIMIT 1
"""
ENTITLE = "UPDATE notes SET title = :title WHERE id = :note AND title <> :title"


class LayerState(Struct, frozen=True):
    """A layer and its note as they stand, put away or not; times in milliseconds."""

    layer: LayerId
    note: NoteId
    text: str
    changed_at: int
    deleted_at: int | None
    note_changed_at: int
    note_deleted_at: int | None


async def insert_note(
    db: Connection, subject: Subject, item: ItemId | None, about: About, at: datetime
) -> tuple[NoteId, LayerId]:
    """An empty note with one empty layer; what `about` leaves open is copied from the item."""
    asked = {
        "kind": subject.kind.value, "key": subject.key, "item": item,
        "title": about.title, "link": about.link, "author": about.author, "at": stamp(at),
    }  # fmt: skip
    async with db.execute(BEGIN, asked) as cursor:
        note = NoteId(cursor.lastrowid or 0)
    return note, await insert_layer(db, note, at)


async def insert_layer(db: Connection, note: NoteId, at: datetime) -> LayerId:
    """An empty layer over the others."""
    async with db.execute(ADD_LAYER, {"note": note, "at": stamp(at)}) as cursor:
        return LayerId(cursor.lastrowid or 0)


async def layer_state(db: Connection, layer: LayerId) -> LayerState | None:
    """A layer, of deleted notes too."""
    found = await db.first(STATE, {"id": layer})
    return LayerState(*found) if found else None


async def newest_layer(db: Connection, note: NoteId) -> LayerId | None:
    """The layer that is written on, of deleted notes too; None when there never was such a note."""
    found = await db.first(NEWEST, {"note": note}) or await db.first(ANY, {"note": note})
    return LayerId(found[0]) if found and found[0] is not None else None


async def note_times(db: Connection, note: NoteId) -> tuple[int, int | None] | None:
    """changed_at and deleted_at of a note, deleted ones too."""
    found = await db.first(NOTE_STATE, {"id": note})
    return (found[0], found[1]) if found else None


async def put(db: Connection, state: LayerState) -> None:
    """Make a layer and its note what `state` says."""
    at, gone = state.changed_at, state.deleted_at
    words = {"id": state.layer, "text": state.text, "grams": grams(state.text), "at": at, "deleted": gone}
    await db.execute(SET_LAYER, words)
    await put_note(db, state.note, state.note_changed_at, state.note_deleted_at)
    await _entitle(db, state.note)


async def put_note(db: Connection, note: NoteId, changed_at: int, deleted_at: int | None) -> None:
    await db.execute(SET_NOTE, {"id": note, "at": changed_at, "deleted": deleted_at})


async def archive(db: Connection, layer: LayerId) -> None:
    """Keep the present text among the versions: it is about to be overwritten.

    An undone change leads back to a text and moment that lie there already; they are not kept twice.
    """
    await db.execute(ARCHIVE, {"id": layer})


async def _entitle(db: Connection, note: NoteId) -> None:
    first = await db.first(FIRST_TEXT, {"note": note})
    await db.execute(ENTITLE, {"note": note, "title": title_of(first[0]) if first else ""})
