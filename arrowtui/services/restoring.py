"""An export comes back: into an empty store as it was, into another beside what is there. Twice is once.

All of it is read and found sound before any of it is written.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from arrowtui.gateways.bundle_folder import MANIFEST, BundleFolder
from arrowtui.ingest.clean import clean_line, clean_text
from arrowtui.ingest.links import safe_link
from arrowtui.model.bundle import LAYOUT, ItemCopy, LayerCopy, Manifest, MarkCopy, NoteCopy, RowCopy, SourceCopy
from arrowtui.model.errors_vault import ExportBroken, ExportTooNew
from arrowtui.model.note import NoteId
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.vault import SharedLayer, SharedNote, SharedSubject
from arrowtui.notes.vault.links import Numbers, item_mark, marks_of, targets
from arrowtui.notes.vault.merge import merged
from arrowtui.services.exporting import DEEDS, ITEMS, MARKS, NOTES, SOURCES
from arrowtui.services.notekeeper import clean_note
from arrowtui.services.taking_in import Pen, take_in
from arrowtui.services.vault_versions import cleaned
from arrowtui.store import Connection, Store, leaving, returning
from arrowtui.store.hers import PLAIN
from arrowtui.store.note_links import put_links
from arrowtui.store.sharing import insert_shared, items_of, meet_wanted, stored_notes
from arrowtui.store.vault import layers_by_uid, notes_by_uid

AT_ONCE = 500
T = TypeVar("T")


class Restored(Struct, frozen=True):
    """What came back. `lost` are rows about things that the export does not hold."""

    items: int = 0
    marks: int = 0
    notes: int = 0
    deeds: int = 0
    lost: int = 0


class _Bundle(Struct, frozen=True):
    sources: Sequence[SourceCopy]
    items: Sequence[ItemCopy]
    marks: Sequence[MarkCopy]
    notes: Sequence[NoteCopy]
    deeds: Sequence[RowCopy]


class Restoring:
    """Every method raises StoreError, FileUnreadable, ExportBroken and ExportTooNew."""

    def __init__(self, store: Store, clock: Clock, cues: Sequence[str] = ()) -> None:
        self._store, self._clock, self._cues = store, clock, tuple(cues)

    async def restore(self, folder: BundleFolder) -> Restored:
        """Bring an export in. What is here already stays as it is; notes of both grow together."""
        bundle = await asyncio.to_thread(_read, folder)
        async with self._store.write() as db:
            await returning.return_sources(db, bundle.sources)
        met = 0
        for items in _batches(bundle.items):
            async with self._store.write() as db:
                met += await returning.return_items(db, [_clean_item(item) for item in items])
        for marks in _batches(bundle.marks):
            async with self._store.write() as db:
                known = await items_of(db, [mark.item for mark in marks])
                await returning.return_marks(db, marks, known)
        notes = await self._notes(bundle.notes)
        lost = await self._deeds(bundle.deeds)
        return Restored(met, len(bundle.marks), notes, len(bundle.deeds) - lost, lost)

    async def _notes(self, copies: Sequence[NoteCopy]) -> int:
        """First their names, so that links find them; then what they say."""
        fresh: set[NoteId] = set()
        for batch in _batches(copies):
            async with self._store.write() as db:
                await meet_wanted(db)
                fresh |= await self._begin(db, batch)
        for batch in _batches(copies):
            async with self._store.write() as db:
                await self._fill(db, batch, fresh)
        return len(fresh)

    async def _begin(self, db: Connection, batch: Sequence[NoteCopy]) -> set[NoteId]:
        known = await notes_by_uid(db, [copy.uid for copy in batch])
        return {await insert_shared(db, cleaned(_shared(copy))) for copy in batch if copy.uid not in known}

    async def _fill(self, db: Connection, batch: Sequence[NoteCopy], fresh: set[NoteId]) -> None:
        notes, _ = await leaving.names_of(db)
        items = await items_of(db, (key for copy in batch for key in copy.items))
        by_mark = {mark: note for note, uid in notes.items() for mark in marks_of(uid)}
        numbers = Numbers({}, by_mark, {item_mark(key): item for key, item in items.items()})
        known = await notes_by_uid(db, [copy.uid for copy in batch])
        for copy in batch:
            note, own = known[copy.uid][0], _own(copy, numbers)
            if note in fresh:
                await returning.return_layers(db, note, own)
            else:
                await self._grow(db, note, own)
            await self._link(db, own)

    async def _grow(self, db: Connection, note: NoteId, copy: NoteCopy) -> None:
        """A note that is here already gets what it lacks. One that was deleted here or there is not called back."""
        if copy.deleted_at is not None:
            return
        stored = (await stored_notes(db, [note]))[note]
        if not stored.is_away:
            both = merged(stored.note, cleaned(_shared(copy))).note
            await take_in(db, stored, stored.note, both, Pen(self._clock.now(), self._cues))
        numbers = await layers_by_uid(db, [layer.uid for layer in copy.layers])
        for layer in copy.layers:
            if layer.uid in numbers:
                await returning.return_versions(db, numbers[layer.uid], layer)

    async def _link(self, db: Connection, copy: NoteCopy) -> None:
        numbers = await layers_by_uid(db, [layer.uid for layer in copy.layers])
        for layer in copy.layers:
            if layer.uid in numbers:
                await put_links(db, numbers[layer.uid], targets(layer.text))

    async def _deeds(self, copies: Sequence[RowCopy]) -> int:
        lost = 0
        async with self._store.reading() as db:
            notes, layers = await leaving.names_of(db)
        for batch in _batches(copies):
            async with self._store.write() as db:
                keys = [str(row.cells["item"]) for row in batch if row.cells.get("item")]
                numbers: Mapping[str, Mapping[str, int]] = {
                    "note": {uid: number for number, uid in notes.items()},
                    "layer": {uid: number for number, uid in layers.items()},
                    "item": await items_of(db, keys),
                }
                lost += await returning.return_rows(db, batch, numbers)
        return lost


def _read(folder: BundleFolder) -> _Bundle:
    """Every line of every file, understood."""
    manifest = _decoded(folder.data(MANIFEST) or b"{}", Manifest, MANIFEST, 1)
    if manifest.layout > LAYOUT:
        raise ExportTooNew(str(folder.path), manifest.layout, LAYOUT)
    tables = {hers.table for hers in PLAIN}
    deeds = _lines(folder, DEEDS, RowCopy)
    for number, deed in enumerate(deeds, 1):
        if deed.table not in tables:
            raise ExportBroken(DEEDS, number, f"there is no table {deed.table!r}")
    notes = _lines(folder, NOTES, NoteCopy)
    for number, note in enumerate(notes, 1):
        if not note.layers or note.layers[0].uid != note.uid or note.layers[0].deleted_at:
            raise ExportBroken(NOTES, number, "a note begins with the layer that bears its name")
    return _Bundle(
        _lines(folder, SOURCES, SourceCopy),
        _lines(folder, ITEMS, ItemCopy),
        _lines(folder, MARKS, MarkCopy),
        notes,
        deeds,
    )


def _lines(folder: BundleFolder, name: str, kind: type[T]) -> list[T]:
    return [_decoded(line, kind, name, number) for number, line in folder.lines(name)]


def _decoded(line: bytes, kind: type[T], name: str, number: int) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, RecursionError) as cause:
        raise ExportBroken(name, number, str(cause)) from cause


def _clean_item(item: ItemCopy) -> ItemCopy:
    """An export may have passed through anybody's hands."""
    return replace(
        item,
        title=clean_line(item.title),
        text=clean_text(item.text),
        author=clean_line(item.author, 200) if item.author else None,
        link=safe_link(item.link),
    )


def _shared(copy: NoteCopy) -> SharedNote:
    """The part of a note that is in sight."""
    layers = tuple(
        SharedLayer(layer.uid, layer.begun_at, layer.text, layer.rival) for layer in copy.layers if not layer.deleted_at
    )
    subject = SharedSubject(copy.kind, copy.item, copy.rest)
    times = copy.created_at, copy.changed_at
    return SharedNote(copy.uid, layers, copy.tags, *times, subject, copy.about, copy.beside)


def _own(copy: NoteCopy, numbers: Numbers) -> NoteCopy:
    """The note with clean texts whose links go by the numbers of this store."""

    def text(told: str) -> str:
        return numbers.own(clean_note(told))

    layers = tuple(
        LayerCopy(
            layer.uid, layer.begun_at, layer.changed_at, text(layer.text), layer.deleted_at, layer.rival,
            layer.rival_is_here, tuple(replace(version, text=text(version.text)) for version in layer.versions),
        )
        for layer in copy.layers
    )  # fmt: skip
    return replace(copy, layers=layers)


def _batches(every: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(every), AT_ONCE):
        yield every[first : first + AT_ONCE]
