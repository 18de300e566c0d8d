"""Everything the person wrote and did, out into a folder of plain files. See docs/export.md."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from arrowtui.gateways.bundle_folder import MANIFEST, BundleFolder
from arrowtui.model.bundle import LAYOUT, LayerCopy, Manifest, NoteCopy, VersionCopy
from arrowtui.model.item import ItemId
from arrowtui.model.link import LinkTarget
from arrowtui.model.note import NoteId
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.vault import Uid
from arrowtui.notes.vault.links import Names, item_mark, targets
from arrowtui.store import Connection, Store, leaving
from arrowtui.store.sharing import StoredNote, keys_of, stored_notes
from arrowtui.store.times import moment

AT_ONCE = 500
SOURCES, ITEMS, MARKS, NOTES, DEEDS = (f"{name}.jsonl" for name in ("sources", "items", "marks", "notes", "deeds"))
SETTINGS = "settings.toml"
DRAFTS = "drafts"

encoded = msgspec.json.Encoder(order="deterministic").encode
T = TypeVar("T")


@dataclass(slots=True)
class _Names:
    """What everything is called that has a number here."""

    notes: dict[NoteId, Uid]
    items: dict[ItemId, str] = field(default_factory=dict)

    def shared(self, text: str) -> str:
        """A text whose [[links]] go by names alone: files have none here."""
        return Names(self.notes, {}, self.items).shared(text)


class Exporting:
    """Every method raises StoreError, FileUnwritable and FolderInUse."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def export(
        self, folder: BundleFolder, settings: bytes | None, drafts: Sequence[tuple[str, bytes]] = ()
    ) -> Manifest:
        """Write it all, as it stands at one moment; what was there of an earlier export is replaced.

        Args:
            settings: the settings file as it is; None where there is none.
            drafts: what an editor left, by file name.
        """
        await asyncio.to_thread(folder.begin)
        async with self._store.reading() as db:
            await db.execute("BEGIN")
            try:
                counts = await self._tables(db, folder)
            finally:
                await db.execute("ROLLBACK")
        for name, data in ((SETTINGS, settings), *((f"{DRAFTS}/{name}", data) for name, data in drafts)):
            if data is not None:
                await asyncio.to_thread(folder.copy, name, data)
        manifest = Manifest(LAYOUT, self._clock.now(), counts)
        await asyncio.to_thread(folder.copy, MANIFEST, encoded(manifest) + b"\n")
        return manifest

    async def _tables(self, db: Connection, folder: BundleFolder) -> dict[str, int]:
        notes, layers = await leaving.names_of(db)
        touched, gone = await leaving.touched(db), await leaving.gone_keys(db)
        names = _Names(notes, await keys_of(db, touched))
        items = [each async for batch in _batches(touched) for each in await leaving.item_copies(db, batch, gone)]
        marks = [
            each async for batch in _batches(touched) for each in await leaving.mark_copies(db, batch, names.items)
        ]
        told = [
            each
            async for batch in _batches(await leaving.note_numbers(db))
            for each in await note_copies(db, batch, names)
        ]
        found: Mapping[str, Sequence[object]] = {
            SOURCES: await leaving.source_copies(db, touched),
            ITEMS: items,
            MARKS: marks,
            NOTES: told,
            DEEDS: await leaving.row_copies(db, {"note": notes, "layer": layers, "item": names.items}),
        }
        return {name: await _written(folder, name, copies) for name, copies in found.items()}


async def note_copies(db: Connection, ids: Sequence[NoteId], names: _Names) -> list[NoteCopy]:
    """These notes with all their layers and versions, links by names."""
    stored, layers = await stored_notes(db, ids), await leaving.layer_copies(db, ids)
    deleted = await leaving.deleted_notes(db, ids)
    return [_note(each, layers[number], deleted.get(number), names) for number, each in stored.items()]


def _note(stored: StoredNote, layers: Sequence[LayerCopy], deleted: int | None, names: _Names) -> NoteCopy:
    note = stored.note
    told = tuple(_layer(layer, names) for layer in sorted(layers, key=lambda layer: layer.uid != note.uid))
    texts = (text for layer in told for text in (layer.text, *(version.text for version in layer.versions)))
    marks = {item_mark(key): key for key in names.items.values()} if any("[[item-" in text for text in texts) else {}
    linked = {target.wanted for layer in told for target in _targets(layer)}
    return NoteCopy(
        uid=note.uid,
        kind=note.subject.kind,
        created_at=note.created_at,
        changed_at=note.changed_at,
        layers=told,
        item=note.subject.item,
        rest=note.subject.rest,
        beside=note.beside,
        about=note.about,
        tags=tuple(sorted(note.tags)),
        items=tuple(sorted(key for mark, key in marks.items() if mark in linked)),
        deleted_at=None if deleted is None else moment(deleted),
    )


def _layer(layer: LayerCopy, names: _Names) -> LayerCopy:
    versions = tuple(VersionCopy(version.at, names.shared(version.text)) for version in layer.versions)
    return replace(layer, text=names.shared(layer.text), versions=versions)


def _targets(layer: LayerCopy) -> Iterator[LinkTarget]:
    for text in (layer.text, *(version.text for version in layer.versions)):
        yield from targets(text)


async def _written(folder: BundleFolder, name: str, copies: Sequence[object]) -> int:
    lines = sorted(set(map(encoded, copies)))  # the same step twice at one instant says no more than once
    return await asyncio.to_thread(folder.write, name, lines)


async def _batches(ids: Sequence[T]) -> AsyncIterator[Sequence[T]]:
    for first in range(0, len(ids), AT_ONCE):
        yield ids[first : first + AT_ONCE]
