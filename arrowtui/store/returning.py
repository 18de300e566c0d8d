"""What comes back: into an empty store as it was, into another one beside what is there, which always stays."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from arrowtui.model.bundle import Cell, ItemCopy, LayerCopy, MarkCopy, NoteCopy, RowCopy, SourceCopy
from arrowtui.model.item import Item, ItemId
from arrowtui.model.lane import Verdict
from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.subscription import SubscriptionId
from arrowtui.model.vault import SharedLayer
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.store import Connection
from arrowtui.store.deletion import delete_items
from arrowtui.store.hers import PLAIN, REFERENCES, is_time
from arrowtui.store.items import arrive
from arrowtui.store.layers import LayerState, put
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.sharing import insert_shared_layer
from arrowtui.store.times import maybe_stamp, stamp
from arrowtui.store.vault import layers_by_uid

SOURCE = """
INSERT INTO subscriptions (kind, address, own_title, given_title, site_link, is_wanted)
VALUES (:kind, :address, :own, :given, :site, 0) ON CONFLICT (kind, address) DO NOTHING
"""
FIND_SOURCE = "SELECT id FROM subscriptions WHERE kind = :kind AND address = :address"
KNOWN = "SELECT key FROM known WHERE key IN (SELECT value FROM json_each(:keys))"
MARK = """
UPDATE marks SET read_edition = max(read_edition, :read), edition = max(edition, :edition),
    read_at = coalesce(read_at, :read_at), kept_at = coalesce(kept_at, :kept), later_at = coalesce(later_at, :later),
    dismissed_at = coalesce(dismissed_at, :dismissed),
    moved_at = CASE WHEN moved_to IS NULL THEN :moved ELSE moved_at END, moved_to = coalesce(moved_to, :lane)
WHERE item_id = :item
"""
TAG = """
INSERT INTO tags (item_id, tag, lane, scopes) SELECT item_id, :tag, lane, scopes FROM marks WHERE item_id = :item
ON CONFLICT DO NOTHING
"""
NOTE_TIMES = "UPDATE notes SET changed_at = :changed, deleted_at = :deleted WHERE id = :id"
NOTE_TAG = "INSERT INTO note_tags (note_id, tag) VALUES (:note, :tag) ON CONFLICT DO NOTHING"
VERSION = """
INSERT INTO layer_versions (layer_id, text, written_at) SELECT :layer, :text, :at
WHERE NOT EXISTS (SELECT 1 FROM layer_versions WHERE layer_id = :layer AND text = :text AND written_at = :at)
"""
ROW = "INSERT INTO {table} ({columns}) SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {same})"


async def return_sources(db: Connection, copies: Sequence[SourceCopy]) -> None:
    """Sources come back without being polled: the settings say what is."""
    for copy in copies:
        cells = {"kind": copy.kind, "address": copy.address, "own": copy.own_title, "given": copy.given_title}
        await db.execute(SOURCE, cells | {"site": copy.site_link})


async def return_items(db: Connection, copies: Sequence[ItemCopy]) -> int:
    """Items that were not met here arrive; returns how many."""
    asked = msgspec.json.encode([copy.key for copy in copies]).decode()
    known = {key for (key,) in await db.execute_fetchall(KNOWN, {"keys": asked})}
    new = [copy for copy in copies if copy.key not in known]
    by_source: dict[tuple[str, str], list[ItemCopy]] = {}
    for copy in new:
        by_source.setdefault((copy.kind, copy.address), []).append(copy)
    for (kind, address), batch in by_source.items():
        await return_sources(db, [SourceCopy(kind, address)])
        found = await db.first(FIND_SOURCE, {"kind": kind, "address": address})
        await arrive(db, SubscriptionId(found[0] if found else 0), prepared([_placed(copy) for copy in batch]))
    await delete_items(db, [copy.key for copy in new if copy.is_gone])
    return len(new)


async def return_marks(db: Connection, copies: Sequence[MarkCopy], items: Mapping[str, ItemId]) -> None:
    """What she did to items; where she did something here already, that stays."""
    for copy in copies:
        item = items.get(copy.item)
        if item is None:
            continue
        cells = {
            "item": item,
            "read": int(copy.is_read or copy.is_edited),
            "edition": 2 if copy.is_edited else 1,
            "read_at": maybe_stamp(copy.read_at),
            "kept": maybe_stamp(copy.kept_at),
            "later": maybe_stamp(copy.later_at),
            "dismissed": maybe_stamp(copy.dismissed_at),
            "lane": copy.moved_to,
            "moved": maybe_stamp(copy.moved_at),
        }
        await db.execute(MARK, cells)
        for tag in copy.tags:
            await db.execute(TAG, {"item": item, "tag": tag})


async def return_layers(db: Connection, note: NoteId, copy: NoteCopy) -> None:
    """The layers of a note that is new here, to the letter and the millisecond. The first is there already, empty."""
    numbers = await layers_by_uid(db, [layer.uid for layer in copy.layers])
    changed, deleted = stamp(copy.changed_at), maybe_stamp(copy.deleted_at)
    for layer in copy.layers:
        number = numbers.get(layer.uid) or await insert_shared_layer(
            db, note, _shared(layer), is_here=layer.rival_is_here
        )
        state = LayerState(
            LayerId(number), note, layer.text, stamp(layer.changed_at), maybe_stamp(layer.deleted_at), changed, deleted
        )
        await put(db, state)
        await return_versions(db, number, layer)
    for tag in copy.tags:
        await db.execute(NOTE_TAG, {"note": note, "tag": tag})
    await db.execute(NOTE_TIMES, {"id": note, "changed": changed, "deleted": deleted})


async def return_versions(db: Connection, layer: int, copy: LayerCopy) -> None:
    """Earlier texts that are not remembered yet."""
    for version in copy.versions:
        await db.execute(VERSION, {"layer": layer, "text": version.text, "at": stamp(version.at)})


async def return_rows(db: Connection, copies: Sequence[RowCopy], numbers: Mapping[str, Mapping[str, int]]) -> int:
    """Rows that are not here yet; returns how many could not come because what they are about is not known.

    Args:
        numbers: for "note", "layer" and "item" the numbers of names.
    """
    tables = {hers.table: hers for hers in PLAIN}
    lost = 0
    for copy in copies:
        hers = tables[copy.table]
        cells = {column: _own(column, copy.cells.get(column), numbers) for column in hers.columns}
        if any(cells[column] is None for column in hers.columns if column in REFERENCES):
            lost += 1
            continue
        names = {column: REFERENCES.get(column, column) for column in hers.columns}
        query = ROW.format(
            table=hers.table,
            columns=", ".join(names.values()),
            values=", ".join(f":{column}" for column in hers.columns),
            same=" AND ".join(f"{names[column]} IS :{column}" for column in hers.same),
        )
        await db.execute(query, cells)
    return lost


def _own(column: str, value: Cell, numbers: Mapping[str, Mapping[str, int]]) -> Cell | bytes:
    if column in REFERENCES:
        return numbers[column].get(str(value)) if value is not None else None
    if is_time(column) and isinstance(value, str):
        return stamp(datetime.fromisoformat(value))
    if column == "digest" and isinstance(value, str):
        return bytes.fromhex(value)
    return value


def _shared(layer: LayerCopy) -> SharedLayer:
    return SharedLayer(layer.uid, layer.begun_at, layer.text, layer.rival)


def _placed(copy: ItemCopy) -> Placed:
    """The item as it was; of one that was only read there is no more than a line."""
    draft = copy.draft or Draft(copy.key.rpartition("|")[2], Body(copy.title, Markup.TEXT), link=copy.link)
    item = Item(
        key=copy.key,
        title=copy.title or "(gone)",
        text=copy.text,
        link=copy.link,
        author=copy.author,
        published_at=copy.published_at,
        updated_at=copy.updated_at,
        sorted_at=copy.at,
        language=copy.language,
        fingerprint=bytes.fromhex(copy.fingerprint),
        draft=draft,
        parent_key=copy.parent_key,
        root_key=copy.root_key,
        repost_key=copy.repost_key,
    )
    return Placed(item, Verdict(copy.lane, copy.confidence, copy.reasons, copy.chosen_by))
