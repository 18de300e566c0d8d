"""Notes as other machines know them: names for numbers, keys for items; and back."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b

import msgspec
from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import About, LayerId, NoteId, SubjectKind
from arrowtui.model.vault import SharedLayer, SharedNote, SharedSubject, Uid
from arrowtui.store import Connection
from arrowtui.store.times import moment, stamp

HEADS = """
SELECT n.id, n.uid, n.subject_kind, n.subject_key, n.item_id, n.wanted_item, n.about_title, n.about_link,
    n.about_author, n.created_at, n.changed_at, n.deleted_at,
    (SELECT json_group_array(tag) FROM note_tags WHERE note_tags.note_id = n.id)
FROM json_each(:ids) AS asked JOIN notes AS n ON n.id = asked.value
"""
LAYERS = """
SELECT l.note_id, l.uid, l.begun_at, l.text, l.rival FROM json_each(:ids) AS asked
CROSS JOIN note_layers AS l ON l.note_id = asked.value
WHERE l.deleted_at IS NULL ORDER BY l.note_id, l.begun_at, l.id
"""
KEYS = """
SELECT asked.value, items.key FROM json_each(:ids) AS asked JOIN marks ON marks.item_id = asked.value
JOIN items ON items.serial = marks.serial
"""
GONE_KEYS = "SELECT item_id, key FROM known WHERE item_id IN (SELECT value FROM json_each(:ids))"
ITEMS = "SELECT key, item_id FROM known WHERE key IN (SELECT value FROM json_each(:keys))"
SOURCES = "SELECT id, kind, address FROM subscriptions"
INSERT = """
INSERT INTO notes (uid, subject_kind, subject_key, item_id, wanted_item, about_title, about_link, about_author,
    created_at, changed_at)
VALUES (:uid, :kind, :key, :item, :wanted, :title, :link, :author, :created, :changed)
"""
INSERT_LAYER = """
INSERT INTO note_layers (note_id, uid, begun_at, changed_at, rival, rival_is_here)
VALUES (:note, :uid, :begun, :begun, :rival, :here)
"""
LAYER = "SELECT uid, begun_at, text, rival FROM note_layers WHERE id = :id"
SET_RIVAL = "UPDATE note_layers SET rival = :rival, rival_is_here = :here WHERE id = :id"
WANTED = """
SELECT notes.id, notes.subject_key, notes.wanted_item, known.item_id FROM notes INDEXED BY notes_wanting_items
JOIN known ON known.key = notes.wanted_item WHERE notes.wanted_item IS NOT NULL
"""
MET = "UPDATE notes SET item_id = coalesce(item_id, :item), subject_key = :key, wanted_item = NULL WHERE id = :id"

ITEM_NUMBER = re.compile(r"(\d{15,19})(?!\d)")
"""Numbers of items hold their time in milliseconds: in no key does anything else look like one."""

_STRINGS = msgspec.json.Decoder(tuple[str, ...])


class StoredNote(Struct, frozen=True):
    """A note of this store as others know it, but for the [[links]] in its texts. `is_away`: it was put away."""

    id: NoteId
    note: SharedNote
    is_away: bool


class _Head(Struct, frozen=True):
    id: NoteId
    uid: Uid
    kind: SubjectKind
    key: str
    item: ItemId | None
    wanted: str | None
    about: About
    created_at: datetime
    changed_at: datetime
    is_away: bool
    tags: tuple[str, ...]


async def stored_notes(db: Connection, ids: Sequence[NoteId]) -> dict[NoteId, StoredNote]:
    """These notes, those put away too; unknown ones are left out."""
    asked = {"ids": _json(ids)}
    heads = [_head(*row) for row in await db.execute_fetchall(HEADS, asked)]
    layers: dict[int, list[SharedLayer]] = {}
    for note, uid, begun, text, rival in await db.execute_fetchall(LAYERS, asked):
        layers.setdefault(note, []).append(SharedLayer(Uid(uid), moment(begun), text, Uid(rival) if rival else None))
    numbers = {number for head in heads for number in (head.item, _number_in(head.key)) if number is not None}
    keys = await keys_of(db, sorted(numbers))
    sources = await _source_marks(db) if any(head.kind is SubjectKind.SOURCE for head in heads) else {}
    return {head.id: _stored(head, layers.get(head.id, []), keys, sources) for head in heads}


async def keys_of(db: Connection, items: Sequence[ItemId]) -> dict[ItemId, str]:
    """The keys of items, gone ones too."""
    if not items:
        return {}
    found = {ItemId(item): key for item, key in await db.execute_fetchall(KEYS, {"ids": _json(items)})}
    missing = [item for item in items if item not in found]
    if missing:  # a walk through everything ever met, for the few whose item is gone
        rows = await db.execute_fetchall(GONE_KEYS, {"ids": _json(missing)})
        found |= {ItemId(item): key for item, key in rows}
    return found


async def items_of(db: Connection, keys: Iterable[str]) -> dict[str, ItemId]:
    """The items of these keys; those never met here are left out."""
    asked = sorted(set(keys))
    if not asked:
        return {}
    return {key: ItemId(item) for key, item in await db.execute_fetchall(ITEMS, {"keys": _json(asked)})}


async def insert_shared(db: Connection, note: SharedNote) -> NoteId:
    """A note of another machine, with its first layer, empty (inside `store.write()`). An item that was not met here is
    remembered and wanted."""
    wanted = [key for key in (note.beside, note.subject.item) if key]
    known = await items_of(db, wanted)
    beside = known.get(note.beside) if note.beside else None
    cells = {
        "uid": note.uid,
        "kind": note.subject.kind.value,
        "key": await _own_key(db, note.subject, known),
        "item": beside,
        "wanted": next((key for key in wanted if key not in known), None),
        "title": note.about.title,
        "link": note.about.link,
        "author": note.about.author,
        "created": stamp(note.created_at),
        "changed": stamp(note.changed_at),
    }
    async with db.execute(INSERT, cells) as cursor:
        number = NoteId(cursor.lastrowid or 0)
    await insert_shared_layer(db, number, SharedLayer(note.uid, note.layers[0].begun_at, ""), is_here=False)
    return number


async def insert_shared_layer(db: Connection, note: NoteId, layer: SharedLayer, *, is_here: bool) -> LayerId:
    """A layer with its name, date and rival, still without words."""
    cells = {
        "note": note, "uid": layer.uid, "begun": stamp(layer.begun_at), "rival": layer.rival, "here": int(is_here)
    }  # fmt: skip
    async with db.execute(INSERT_LAYER, cells) as cursor:
        return LayerId(cursor.lastrowid or 0)


async def shared_layer(db: Connection, layer: LayerId) -> SharedLayer | None:
    """A layer as it stands here, put away or not."""
    found = await db.first(LAYER, {"id": layer})
    if found is None:
        return None
    uid, begun, text, rival = found
    return SharedLayer(Uid(uid), moment(begun), text, Uid(rival) if rival else None)


async def set_rival(db: Connection, layer: LayerId, rival: Uid | None, *, is_here: bool) -> None:
    await db.execute(SET_RIVAL, {"id": layer, "rival": rival, "here": int(is_here)})


async def meet_wanted(db: Connection) -> int:
    """Notes whose item has been met since stand beside it now; returns how many."""
    met = list(await db.execute_fetchall(WANTED))
    for note, key, wanted, item in met:
        own = f"{item}{key.removeprefix(wanted)}" if key.startswith(wanted) else key
        await db.execute(MET, {"id": note, "item": item, "key": own})
    return len(met)


def _head(
    number: int, uid: str, kind: str, key: str, item: int | None, wanted: str | None, title: str | None,
    link: str | None, author: str | None, created: int, changed: int, deleted: int | None, tags: str,
) -> _Head:  # fmt: skip
    about = About(title, link, author)
    beside = None if item is None else ItemId(item)
    times = moment(created), moment(changed)
    told = _STRINGS.decode(tags)
    return _Head(
        NoteId(number), Uid(uid), SubjectKind(kind), key, beside, wanted, about, *times, deleted is not None, told
    )


def _stored(head: _Head, layers: list[SharedLayer], keys: dict[ItemId, str], sources: dict[str, str]) -> StoredNote:
    beside = keys.get(head.item) if head.item is not None else head.wanted
    ordered = sorted(layers, key=lambda layer: layer.uid != head.uid)
    note = SharedNote(
        uid=head.uid,
        layers=tuple(ordered) or (SharedLayer(head.uid, head.created_at, ""),),
        tags=head.tags,
        created_at=head.created_at,
        changed_at=head.changed_at,
        subject=_subject(head, keys, sources),
        about=head.about,
        beside=beside,
    )
    return StoredNote(head.id, note, head.is_away)


def _subject(head: _Head, keys: dict[ItemId, str], sources: dict[str, str]) -> SharedSubject:
    if head.kind is SubjectKind.SOURCE:
        return SharedSubject(head.kind, None, sources.get(head.key, head.key))
    number = _number_in(head.key)
    if number is not None and number in keys:
        return SharedSubject(head.kind, keys[number], head.key[len(str(number)) :])
    if head.wanted and head.key.startswith(head.wanted):
        return SharedSubject(head.kind, head.wanted, head.key.removeprefix(head.wanted))
    return SharedSubject(head.kind, None, head.key)


def _number_in(key: str) -> ItemId | None:
    found = ITEM_NUMBER.match(key)
    return ItemId(int(found[1])) if found else None


async def _own_key(db: Connection, subject: SharedSubject, known: dict[str, ItemId]) -> str:
    if subject.kind is SubjectKind.SOURCE:
        marks = {mark: number for number, mark in (await _source_marks(db)).items()}
        return marks.get(subject.rest, subject.rest)
    if subject.item is None:
        return subject.rest
    return f"{known.get(subject.item, subject.item)}{subject.rest}"


async def _source_marks(db: Connection) -> dict[str, str]:
    """Number of a source -> its kind and what stands for its address, which may hold a secret."""
    rows = await db.execute_fetchall(SOURCES)
    return {
        str(number): f"{kind} {blake2b(address.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
        for number, kind, address in rows
    }


def _json(values: Sequence[int] | Sequence[str]) -> str:
    return msgspec.json.encode(list(values)).decode()
