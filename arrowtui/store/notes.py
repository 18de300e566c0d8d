"""Notes as they stand. What was overwritten lies in layer_versions; nothing is ever destroyed."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from sqlite3 import Row

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.model.note import About, Layer, LayerId, Note, NoteId, NoteRow, Subject, SubjectKind, opening_of
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.store import Connection
from arrowtui.store.times import moment, stamp
from arrowtui.store.words import match_query

# An item that is gone is no longer beside the note.
BESIDE = "CASE WHEN m.serial IS NULL THEN NULL ELSE n.item_id END"
TAGS = "(SELECT json_group_array(tag) FROM note_tags WHERE note_tags.note_id = n.id)"
HEADS = f"""
SELECT n.id, n.subject_kind, n.subject_key, {BESIDE}, n.about_title, n.about_link, n.about_author, {TAGS},
    n.created_at, n.changed_at
FROM json_each(:ids) AS asked JOIN notes AS n ON n.id = asked.value LEFT JOIN marks AS m ON m.item_id = n.item_id
WHERE n.deleted_at IS NULL
"""
# The first layer is never put away without its note; a later one that was begun in vain has no words.
LAYERS = """
SELECT l.note_id, l.id, l.text, l.begun_at, l.changed_at FROM json_each(:ids) AS asked
CROSS JOIN note_layers AS l ON l.note_id = asked.value
WHERE l.deleted_at IS NULL ORDER BY l.note_id, l.begun_at, l.id
"""
OF_ITEM = "SELECT id FROM notes WHERE item_id = :item AND deleted_at IS NULL ORDER BY id DESC LIMIT :limit"
OF_SUBJECT = """
SELECT id FROM notes WHERE subject_kind = :kind AND subject_key = :key AND deleted_at IS NULL
ORDER BY id DESC LIMIT :limit
"""
NEWEST = """
coalesce((
    SELECT substr(text, 1, 400) FROM note_layers
    WHERE note_id = n.id AND deleted_at IS NULL AND text <> '' ORDER BY begun_at DESC, id DESC LIMIT 1
), '')
"""
LINE = f"""
SELECT n.id, {BESIDE}, n.about_title, {NEWEST}, n.changed_at, n.subject_kind, n.subject_key, n.layers, {TAGS}, n.title
"""
WRITTEN = "n.deleted_at IS NULL AND n.layers > 0"
# In each order: what is beyond the last one had, the order, and the index that is walked.
WALKS = {
    Order.CHANGED: ("(n.changed_at, n.id) < (:at, :id)", "n.changed_at DESC, n.id DESC", "notes_by_change"),
    Order.OLDEST: ("(n.changed_at, n.id) > (:at, :id)", "n.changed_at, n.id", "notes_by_change"),
    Order.TITLE: (
        "(n.title COLLATE NOCASE, n.id) > (coalesce((SELECT title FROM notes WHERE id = :id), ''), :id)",
        "n.title COLLATE NOCASE, n.id",
        "notes_by_title",
    ),
}
BEYOND = f"{WRITTEN} AND {{beyond}} ORDER BY {{order}} LIMIT :limit"
JOURNAL = f"""
{LINE} FROM notes AS n INDEXED BY {{index}} LEFT JOIN marks AS m ON m.item_id = n.item_id WHERE {BEYOND}
"""
# The first that fit are picked first, by a walk along the index: a line is costly, and a word may stand in every note.
NARROWED = f"""
{LINE} FROM (SELECT n.id FROM {{narrowed}} WHERE {{only}} AND {BEYOND}) AS found
CROSS JOIN notes AS n ON n.id = found.id LEFT JOIN marks AS m ON m.item_id = n.item_id
ORDER BY {{order}}
"""
FOUND = (
    "notes AS n INDEXED BY {index}",
    """n.id IN (
    SELECT l.note_id FROM note_words CROSS JOIN note_layers AS l ON l.id = note_words.rowid
    WHERE note_words MATCH :match AND l.deleted_at IS NULL
)""",
)
TAGGED = ("note_tags AS t CROSS JOIN notes AS n ON n.id = t.note_id", "t.tag = :tag")
AROUND_ITEM = (
    "notes AS n",
    """n.id IN (
    SELECT id FROM notes WHERE item_id = :around AND deleted_at IS NULL UNION
    SELECT l.note_id FROM note_links AS k JOIN note_layers AS l ON l.id = k.layer_id
    WHERE k.to_item = :around AND l.deleted_at IS NULL
)""",
)
BESIDE_ITEM = ("notes AS n INDEXED BY notes_by_item", "n.item_id = :item")
ROWS = f"""
{LINE} FROM json_each(:ids) AS asked JOIN notes AS n ON n.id = asked.value
LEFT JOIN marks AS m ON m.item_id = n.item_id WHERE {WRITTEN}
"""
ALL_TAGS = """
SELECT tag, count(*) FROM note_tags JOIN notes ON notes.id = note_tags.note_id
WHERE notes.deleted_at IS NULL AND notes.layers > 0 GROUP BY tag ORDER BY tag
"""
VERSIONS = "SELECT text, written_at FROM layer_versions WHERE layer_id = :id ORDER BY id"

LAST, FIRST = (2**63 - 1, 2**63 - 1), (-(2**63), -1)
_STRINGS = msgspec.json.Decoder(tuple[str, ...])


async def note(db: Connection, note_id: NoteId) -> Note | None:
    """A note that was not deleted."""
    return next(iter(await notes_by_id(db, [note_id])), None)


async def notes_by_id(db: Connection, ids: Sequence[NoteId]) -> tuple[Note, ...]:
    """These notes in this order; deleted and unknown ones are left out."""
    found = await db.run(partial(_read, ids=ids))
    return tuple(found[each] for each in dict.fromkeys(ids) if each in found)


async def note_of(db: Connection, item: ItemId) -> Note | None:
    """The latest note beside an item."""
    return next(iter(await notes_of(db, item, 1)), None)


async def notes_of(db: Connection, item: ItemId, limit: int = 100) -> tuple[Note, ...]:
    """All notes beside an item, the latest first."""
    return await _asked(db, OF_ITEM, {"item": item, "limit": limit})


async def notes_about(db: Connection, subject: Subject, limit: int = 100) -> tuple[Note, ...]:
    """All notes about one thing, the latest first."""
    return await _asked(db, OF_SUBJECT, {"kind": subject.kind.value, "key": subject.key, "limit": limit})


async def journal_rows(
    db: Connection,
    before: tuple[datetime, NoteId] | None,
    limit: int,
    words: str | None = None,
    tag: str | None = None,
    item: ItemId | None = None,
    around: ItemId | None = None,
    order: Order = Order.CHANGED,
) -> tuple[NoteRow, ...]:
    """Written notes below `before`, the last changed first unless another order (OLDEST, TITLE) is wanted: those that
    `words` find, else those with a tag, beside an item, or beside it and linking to it (`around`), else all."""
    at, last = (stamp(before[0]), before[1]) if before else LAST if order is Order.CHANGED else FIRST
    match = match_query(words or "")
    asked = {"at": at, "id": last, "limit": limit, "match": match, "tag": tag, "item": item, "around": around}
    beside = BESIDE_ITEM if item is not None else AROUND_ITEM if around is not None else None
    narrowed = FOUND if match else TAGGED if tag else beside
    return tuple(_note_row(row) for row in await db.execute_fetchall(_walk(order, narrowed), asked))


def _walk(order: Order, narrowed: tuple[str, str] | None) -> str:
    beyond, by, index = WALKS[order]
    if narrowed is None:
        return JOURNAL.format(beyond=beyond, order=by, index=index)
    table, only = narrowed
    return NARROWED.format(narrowed=table.format(index=index), only=only, beyond=beyond, order=by)


async def note_rows(db: Connection, ids: Sequence[NoteId]) -> tuple[NoteRow, ...]:
    """The lines of these notes in this order; deleted and empty ones are left out."""
    rows = map(_note_row, await db.execute_fetchall(ROWS, {"ids": _json(ids)}))
    found = {row.id: row for row in rows}
    return tuple(found[each] for each in dict.fromkeys(ids) if each in found)


async def note_tag_counts(db: Connection) -> tuple[tuple[str, int], ...]:
    """Every tag of notes with how many notes carry it, by name."""
    return tuple((tag, count) for tag, count in await db.execute_fetchall(ALL_TAGS))


async def versions(db: Connection, layer: LayerId) -> tuple[tuple[datetime, str], ...]:
    """Earlier texts of a layer that are not contained in a later one, oldest first, with the time of their writing."""
    return tuple((moment(at), text) for text, at in await db.execute_fetchall(VERSIONS, {"id": layer}))


async def _asked(db: Connection, query: str, asked: dict[str, str | int]) -> tuple[Note, ...]:
    return await notes_by_id(db, [NoteId(number) for (number,) in await db.execute_fetchall(query, asked)])


def _read(db: sqlite3.Connection, ids: Sequence[NoteId]) -> dict[NoteId, Note]:
    asked = {"ids": _json(ids)}
    found = {each.id: each for each in map(_head, db.execute(HEADS, asked))}
    layers: dict[NoteId, list[Layer]] = {}
    for number, *layer in db.execute(LAYERS, asked):
        layers.setdefault(number, []).append(_layer(layer))
    return {each: replace(head, layers=tuple(layers[each])) for each, head in found.items() if each in layers}


def _head(row: Row) -> Note:
    number, kind, key, item, title, link, author, tags, created_at, changed_at = row
    about = About(title, link, author)
    times = moment(created_at), moment(changed_at)
    return Note(NoteId(number), Subject(SubjectKind(kind), key), item, about, (), _STRINGS.decode(tags), *times)


def _layer(cells: Sequence[str | int]) -> Layer:
    number, text, begun_at, changed_at = cells
    return Layer(LayerId(int(number)), str(text), moment(int(begun_at)), moment(int(changed_at)))


def _note_row(row: Row) -> NoteRow:
    number, item, title, opening, changed_at, kind, key, layers, tags, own = row
    return NoteRow(
        NoteId(number),
        item,
        title,
        opening_of(opening),
        moment(changed_at),
        Subject(SubjectKind(kind), key),
        layers,
        _STRINGS.decode(tags),
        own or title or "",
    )


def _json(ids: Sequence[int]) -> str:
    return msgspec.json.encode(list(ids)).decode()
