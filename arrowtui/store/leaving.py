"""What leaves: everything the person wrote and did, with the items and sources it is about."""

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Row

import msgspec

from arrowtui.model.bundle import Cell, ItemCopy, LayerCopy, MarkCopy, RowCopy, SourceCopy, VersionCopy
from arrowtui.model.item import ItemId, sorted_at
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.vault import Uid
from arrowtui.store import Connection
from arrowtui.store.hers import PLAIN, REFERENCES, Hers, is_time
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import maybe_moment, moment

TOUCHED = """
SELECT item_id FROM marks WHERE read_edition > 0 OR read_at IS NOT NULL OR kept_at IS NOT NULL OR later_at IS NOT NULL
    OR dismissed_at IS NOT NULL OR moved_to IS NOT NULL
UNION SELECT item_id FROM tags UNION SELECT item_id FROM notes WHERE item_id IS NOT NULL
UNION SELECT item_id FROM looks UNION SELECT item_id FROM answers UNION SELECT item_id FROM answer_steps
UNION SELECT item_id FROM lessons UNION SELECT item_id FROM saved
UNION SELECT to_item FROM note_links WHERE to_item IS NOT NULL AND to_item IN (SELECT item_id FROM marks)
ORDER BY 1
"""
CARED_FOR = """
m.kept_at IS NOT NULL OR m.later_at IS NOT NULL OR m.moved_to IS NOT NULL
    OR EXISTS (SELECT 1 FROM tags WHERE tags.item_id = m.item_id)
    OR EXISTS (SELECT 1 FROM notes WHERE notes.item_id = m.item_id)
    OR EXISTS (SELECT 1 FROM answers WHERE answers.item_id = m.item_id)
"""
ITEMS = f"""
SELECT m.item_id, s.kind, s.address, m.ruled_lane, i.key, i.title, i.link, i.author, i.published_at, i.updated_at,
    i.language, i.parent_key, i.root_key, i.repost_key, i.chosen_by, i.confidence, i.reasons, known.fingerprint,
    b.text, CASE WHEN {CARED_FOR} THEN b.raw END
FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value
JOIN subscriptions AS s ON s.id = m.subscription_id
JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial JOIN known ON known.key = i.key
"""
GONE = """
SELECT m.item_id, s.kind, s.address, m.ruled_lane FROM json_each(:ids) AS asked
JOIN marks AS m ON m.item_id = asked.value JOIN subscriptions AS s ON s.id = m.subscription_id WHERE m.serial IS NULL
"""
GONE_KEYS = "SELECT item_id, key FROM known WHERE is_gone"
MARKS = """
SELECT m.item_id, m.read_edition >= m.edition, m.read_edition > 0 AND m.read_edition < m.edition, m.read_at, m.kept_at,
    m.later_at, m.dismissed_at, m.moved_to, m.moved_at,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM tags WHERE tags.item_id = m.item_id ORDER BY tag))
FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value
"""
SOURCES = """
SELECT DISTINCT s.kind, s.address, s.own_title, s.given_title, s.site_link FROM json_each(:ids) AS asked
JOIN marks AS m ON m.item_id = asked.value JOIN subscriptions AS s ON s.id = m.subscription_id
"""
NOTES = "SELECT id FROM notes WHERE EXISTS (SELECT 1 FROM note_layers WHERE note_id = notes.id) ORDER BY uid"
DELETED = "SELECT id, deleted_at FROM notes WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NOT NULL"
LAYERS = """
SELECT l.note_id, l.id, l.uid, l.begun_at, l.changed_at, l.text, l.deleted_at, l.rival, l.rival_is_here
FROM json_each(:ids) AS asked CROSS JOIN note_layers AS l ON l.note_id = asked.value
ORDER BY l.note_id, l.begun_at, l.id
"""
VERSIONS = """
SELECT v.layer_id, v.written_at, v.text FROM json_each(:ids) AS asked
CROSS JOIN layer_versions AS v ON v.layer_id = asked.value ORDER BY v.layer_id, v.id
"""
UIDS = "SELECT id, uid FROM {table}"

Names = Mapping[NoteId, Uid] | Mapping[LayerId, Uid] | Mapping[ItemId, str]
_STRINGS = msgspec.json.Decoder(tuple[str, ...])


async def touched(db: Connection) -> list[ItemId]:
    """Every item she did anything to."""
    return [ItemId(number) for (number,) in await db.execute_fetchall(TOUCHED)]


async def gone_keys(db: Connection) -> dict[ItemId, str]:
    """The keys of items the world deleted."""
    return {ItemId(number): key for number, key in await db.execute_fetchall(GONE_KEYS)}


async def item_copies(db: Connection, ids: Sequence[ItemId], gone: Mapping[ItemId, str]) -> list[ItemCopy]:
    """These items, gone ones by their keys alone."""
    packer = RawPacker()
    found = [_item(row, packer) for row in await db.execute_fetchall(ITEMS, {"ids": _json(ids)})]
    for number, kind, address, lane in await db.execute_fetchall(GONE, {"ids": _json(ids)}):
        if (key := gone.get(ItemId(number))) is not None:
            found.append(ItemCopy(key, kind, address, sorted_at(ItemId(number)), Lane(lane), is_gone=True))
    return found


async def source_copies(db: Connection, ids: Sequence[ItemId]) -> list[SourceCopy]:
    """The sources these items were met through first."""
    return [SourceCopy(*row) for row in await db.execute_fetchall(SOURCES, {"ids": _json(ids)})]


async def mark_copies(db: Connection, ids: Sequence[ItemId], keys: Mapping[ItemId, str]) -> list[MarkCopy]:
    """What she did to these items; where that is nothing (an item she only linked to) there is none."""
    rows = await db.execute_fetchall(MARKS, {"ids": _json(ids)})
    copies = [_mark(keys[ItemId(row[0])], row) for row in rows if ItemId(row[0]) in keys]
    return [copy for copy in copies if copy != MarkCopy(copy.item)]


async def note_numbers(db: Connection) -> list[NoteId]:
    """Every note that ever was, by its name."""
    return [NoteId(number) for (number,) in await db.execute_fetchall(NOTES)]


async def layer_copies(db: Connection, notes: Sequence[NoteId]) -> dict[NoteId, list[LayerCopy]]:
    """Every layer of these notes, put away or not, with the links in its texts as the store writes them."""
    rows = list(await db.execute_fetchall(LAYERS, {"ids": _json(notes)}))
    past: dict[int, dict[VersionCopy, None]] = {}  # each once: stores of earlier releases hold some twice
    for layer, at, text in await db.execute_fetchall(VERSIONS, {"ids": _json([row[1] for row in rows])}):
        past.setdefault(layer, {})[VersionCopy(moment(at), text)] = None
    found: dict[NoteId, list[LayerCopy]] = {}
    for note, number, uid, begun, changed, text, deleted, rival, here in rows:
        times = moment(begun), moment(changed)
        away, versions = maybe_moment(deleted), tuple(past.get(number, ()))
        copy = LayerCopy(Uid(uid), *times, text, away, Uid(rival) if rival else None, bool(here), versions)
        found.setdefault(NoteId(note), []).append(copy)
    return found


async def deleted_notes(db: Connection, notes: Sequence[NoteId]) -> dict[NoteId, int]:
    """Which of these were put away, and when (milliseconds)."""
    return {NoteId(note): at for note, at in await db.execute_fetchall(DELETED, {"ids": _json(notes)})}


async def names_of(db: Connection) -> tuple[dict[NoteId, Uid], dict[LayerId, Uid]]:
    """The names of all notes and layers."""
    notes = {NoteId(n): Uid(uid) for n, uid in await db.execute_fetchall(UIDS.format(table="notes"))}
    layers = {LayerId(n): Uid(uid) for n, uid in await db.execute_fetchall(UIDS.format(table="note_layers"))}
    return notes, layers


async def row_copies(db: Connection, names: Mapping[str, Names]) -> list[RowCopy]:
    """Every row of the tables that leave as they are.

    Args:
        names: for "note", "layer" and "item" what their numbers are called.
    """
    found = []
    for hers in PLAIN:
        columns = ", ".join(REFERENCES.get(column, column) for column in hers.columns)
        for row in await db.execute_fetchall(f"SELECT {columns} FROM {hers.table}"):
            found.append(RowCopy(hers.table, dict(_cells(hers, row, names))))
    return found


def _cells(hers: Hers, row: Row, names: Mapping[str, Names]) -> Iterable[tuple[str, Cell]]:
    for column, value in zip(hers.columns, row, strict=True):
        if column in REFERENCES:
            yield column, names[column].get(value)
        elif is_time(column):
            yield column, None if value is None else moment(value).isoformat(timespec="milliseconds")
        else:
            yield column, value.hex() if isinstance(value, bytes) else value


def _item(row: Row, packer: RawPacker) -> ItemCopy:
    number, kind, address, lane, key, title, link, author, published, updated, language, *rest = row
    parent, root, repost, chosen_by, confidence, reasons, fingerprint, text, raw = rest
    return ItemCopy(
        key=key,
        kind=kind,
        address=address,
        at=sorted_at(ItemId(number)),
        lane=Lane(lane),
        title=title,
        link=link,
        author=author,
        published_at=maybe_moment(published),
        updated_at=maybe_moment(updated),
        language=language,
        parent_key=parent,
        root_key=root,
        repost_key=repost,
        chosen_by=ChosenBy(chosen_by),
        confidence=confidence,
        reasons=_STRINGS.decode(reasons),
        fingerprint=fingerprint.hex(),
        text=text if raw is not None else "",
        draft=packer.unpack(raw) if raw is not None else None,
    )


def _mark(key: str, row: Row) -> MarkCopy:
    _, is_read, is_edited, read, kept, later, dismissed, lane, moved, tags = row
    return MarkCopy(
        item=key,
        is_read=bool(is_read),
        is_edited=bool(is_edited),
        read_at=maybe_moment(read),
        kept_at=maybe_moment(kept),
        later_at=maybe_moment(later),
        dismissed_at=maybe_moment(dismissed),
        moved_to=Lane(lane) if lane else None,
        moved_at=maybe_moment(moved),
        tags=_STRINGS.decode(tags),
    )


def _json(ids: Sequence[int]) -> str:
    return msgspec.json.encode(list(ids)).decode()
