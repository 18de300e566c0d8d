"""Taking in what other programs kept: links as kept items, highlights and pages as notes. Twice is once.

A link that is an item here already is that item. Everything of one file is one step to undo.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import TypeVar

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import ItemId
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.note import About, SubjectKind
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.rule import Rule
from arrowtui.model.saved import Haul, Page, Saved, Taken
from arrowtui.model.subscription import Subscription, Wish
from arrowtui.model.vault import SharedBase, SharedLayer, SharedNote, SharedSubject, Uid
from arrowtui.notes.imports.highlights import as_text, key_of_highlight
from arrowtui.notes.imports.pages import read_page
from arrowtui.notes.imports.recognise import read_export
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.file import NotText
from arrowtui.notes.vault.merge import in_order, merged
from arrowtui.services.importing_saved import cleaned_saved, draft_of, name_of, part, parts
from arrowtui.services.own_rules import OwnRules
from arrowtui.services.shelving import rule_for
from arrowtui.services.taking_in import Pen, before_of, take_in
from arrowtui.services.vault_versions import cleaned
from arrowtui.store import Connection, Store, layers, undo
from arrowtui.store.changes import (
    ImportedBefore,
    LayerBefore,
    LayerBegun,
    MarksBefore,
    NoteBegun,
    Several,
    TagsBefore,
)
from arrowtui.store.imported import date_kept, items_by_link, known_imports, put_imports, shelf_of
from arrowtui.store.items import arrive
from arrowtui.store.marks import Mark, change
from arrowtui.store.newsboat import MAGIC, read_newsboat
from arrowtui.store.placed import prepared
from arrowtui.store.sharing import StoredNote, insert_shared, items_of, keys_of, stored_notes
from arrowtui.store.tags import change_tags
from arrowtui.store.times import stamp
from arrowtui.store.vault import layers_by_uid, notes_by_uid

AT_ONCE = 500
KIND = "saved"


def understood(data: bytes) -> Haul | None:
    """What an export holds; None where it is nothing we know."""
    return read_newsboat(data) if data.startswith(MAGIC) else read_export(data)


@dataclass(slots=True)
class _Trip:
    """One file or folder on its way in: what was done, for the undo log."""

    now: datetime
    taken: Taken = field(default_factory=Taken)
    changes: list[MarksBefore | TagsBefore | NoteBegun | LayerBegun | LayerBefore | ImportedBefore] = field(
        default_factory=list
    )

    def add(self, **counts: int) -> None:
        self.taken = replace(self.taken, **{name: getattr(self.taken, name) + by for name, by in counts.items()})


class Importing:
    """Every method raises StoreError when the file cannot be written; what came before that stays and is known."""

    def __init__(self, store: Store, clock: Clock, cues: Sequence[str] = (), rules: Sequence[Rule] = ()) -> None:
        self._store, self._clock, self._cues, self._rules = store, clock, tuple(cues), tuple(rules)

    async def take(self, haul: Haul) -> Taken:
        """Links, highlights and notes of an export."""
        trip = _Trip(self._clock.now())
        saved = [cleaned_saved(each) for each in haul.saved]
        for batch in _batches(saved):
            async with self._store.write() as db:
                await self._links(db, haul, batch, trip)
                await self._notes(db, haul, batch, trip)
        return await self._logged(trip, haul.kind)

    async def take_pages(self, pages: Iterable[Page]) -> tuple[Taken, tuple[tuple[str, str], ...]]:
        """Markdown files as notes; also those left out, with the reason."""
        trip, skipped = _Trip(self._clock.now()), list[tuple[str, str]]()
        for batch in _batches(list(pages)):
            async with self._store.write() as db:
                for page in batch:
                    try:
                        await self._page(db, page, trip)
                    except NotText as trouble:
                        skipped.append((page.path, str(trouble)))
        return await self._logged(trip, "Markdown folder"), tuple(skipped)

    async def _links(self, db: Connection, haul: Haul, batch: Sequence[Saved], trip: _Trip) -> None:
        """Those that were not taken in before become items that are kept, or wait to be read."""
        keys = {name_of(haul, each): each for each in batch}
        known = await known_imports(db, list(keys))
        new = [each for key, each in keys.items() if key not in known]
        trip.add(links=len(new), known=len(known))
        items = await self._items(db, haul, new, trip.now)
        later = [item for item, each in items if each.is_later]
        kept = [(item, each.saved_at or trip.now) for item, each in items if not each.is_later]
        read = [item for item, each in items if each.is_read]
        for ids, mark in (([item for item, _ in kept], Mark.KEPT), (later, Mark.LATER), (read, Mark.READ)):
            if before := await change(db, ids, mark, stamp(trip.now)):
                trip.changes.append(before)
        await date_kept(db, kept)
        for tag in dict.fromkeys(tag for _, each in items for tag in each.tags):
            if tagged := await change_tags(db, [item for item, each in items if tag in each.tags], [tag], []):
                trip.changes.append(tagged)
        await self._remember(db, {key: None for key in keys if key not in known}, trip)

    async def _items(
        self, db: Connection, haul: Haul, new: Sequence[Saved], now: datetime
    ) -> list[tuple[ItemId, Saved]]:
        """The items they are, made where there are none yet."""
        here = await items_by_link(db, [each.link for each in new if each.link])
        missing = [each for each in new if not each.link or each.link not in here]
        verdict = Verdict(Lane.TIP, 1.0, ("You kept it elsewhere",), ChosenBy.SOURCE)
        arrival = Arrival(KIND, f"{KIND}:{haul.origin}", now, None)
        made = [(each, normalise(draft_of(each), arrival, order)) for order, each in enumerate(missing)]
        if made:
            title = f"{haul.kind} (taken in)"
            shelf = Subscription(await shelf_of(db, haul.origin, title), Wish(KIND, arrival.address), title)
            rules = OwnRules.of(self._rules, shelf, now)
            placed = [rules.placed(item, verdict) for _, item in made]
            await arrive(db, shelf.id, prepared(placed), rule_for(shelf))
        numbers = await items_of(db, [item.key for _, item in made])
        by_native = {each.native_id: numbers[item.key] for each, item in made if item.key in numbers}
        found = [(here.get(each.link or "") or by_native.get(each.native_id), each) for each in new]
        return [(item, each) for item, each in found if item is not None]

    async def _notes(self, db: Connection, haul: Haul, batch: Sequence[Saved], trip: _Trip) -> None:
        """What she wrote and marked, beside its item: each time what is new as a layer."""
        told = [each for each in batch if each.note or each.highlights]
        keys = {each.native_id: parts(haul, each) for each in told}
        known = await known_imports(db, [key for parts in keys.values() for key in parts])
        for each in told:
            fresh = [key for key in keys[each.native_id] if key not in known]
            if fresh:
                marked = tuple(mark for mark in each.highlights if part(haul, key_of_highlight(each, mark)) in fresh)
                own = each.note if each.note and part(haul, f"{each.native_id}\0note\0{each.note}") in fresh else ""
                await self._note(db, haul, replace(each, note=own, highlights=marked), "\0".join(fresh), trip)
                await self._remember(db, dict.fromkeys(fresh), trip)

    async def _note(self, db: Connection, haul: Haul, each: Saved, mark: str, trip: _Trip) -> None:
        uid = Uid(digest_of(f"{haul.origin}\0{each.native_id}"))
        text = as_text(each.note, each.highlights)
        known = (await notes_by_uid(db, [uid])).get(uid)
        if known is not None:
            before = (await stored_notes(db, [known[0]]))[known[0]].note
            layer = SharedLayer(Uid(digest_of(f"{uid}\0{mark}")), trip.now, text)
            await self._take(db, replace(before, layers=(*before.layers, layer)), SharedBase(), trip)
            return
        item = normalise(draft_of(each), Arrival(KIND, f"{KIND}:{haul.origin}", trip.now, None), 0)
        key = await self._key_of(db, each, item.key)
        begun = min((at for at in (each.saved_at, *(mark.at for mark in each.highlights)) if at), default=trip.now)
        note = SharedNote(
            uid,
            (SharedLayer(uid, begun, text),),
            each.tags,
            begun,
            begun,
            SharedSubject(SubjectKind.ITEM, key),
            About(item.title, item.link, item.author),
            key,
        )
        await self._take(db, note, SharedBase(), trip)

    async def _key_of(self, db: Connection, each: Saved, key: str) -> str:
        """The key of the item it stands beside: the one that was here already, where there was one."""
        here = (await items_by_link(db, [each.link])).get(each.link) if each.link else None
        return (await keys_of(db, [here])).get(here, key) if here is not None else key

    async def _page(self, db: Connection, page: Page, trip: _Trip) -> None:
        """A page that says what it said when it was taken in last is passed over."""
        key, said = f"page\t{page.path}", blake2b(page.data, digest_size=16).digest()
        if (await known_imports(db, [key])).get(key) == said:
            trip.add(known=1)
            return
        note = cleaned(read_page(page, trip.now))
        before = await known_imports(db, [_layer_key(layer.uid) for layer in note.layers])
        base = SharedBase({uid: (mark.hex(), None) for uid, mark in _by_layer(note, before)})
        await self._take(db, note, base, trip)
        layers = {_layer_key(layer.uid): bytes.fromhex(digest_of(layer.text)) for layer in note.layers}
        await self._remember(db, {key: said, **layers}, trip)

    async def _take(self, db: Connection, note: SharedNote, base: SharedBase, trip: _Trip) -> None:
        """A note that is new here, or one that grows; what both sides have changed is kept twice."""
        known = (await notes_by_uid(db, [note.uid])).get(note.uid)
        number = known[0] if known else await insert_shared(db, note)
        stored = (await stored_notes(db, [number]))[number]
        both = merged(stored.note, note, base).note
        both = replace(both, layers=in_order(note.uid, both.layers))
        before = await layers_before(db, stored, both)
        if not await take_in(db, stored, stored.note, both, Pen(trip.now, self._cues)):
            return
        trip.add(notes=1)
        if known is None:
            trip.changes.append(NoteBegun(number))
        else:
            trip.changes += [*before, *await layers_begun(db, stored, both)]

    async def _remember(self, db: Connection, keys: Mapping[str, bytes | None], trip: _Trip) -> None:
        if keys:
            await put_imports(db, keys, trip.now)
            trip.changes.append(ImportedBefore(tuple(keys)))

    async def _logged(self, trip: _Trip, kind: str) -> Taken:
        if trip.changes:
            sentence = f"Took in {trip.taken.links:,} links and {trip.taken.notes:,} notes: {kind}"
            async with self._store.write() as db:
                await undo.log(db, self._clock.now(), sentence, Several(tuple(trip.changes)))
        return trip.taken


async def layers_before(db: Connection, stored: StoredNote, after: SharedNote) -> list[LayerBefore]:
    """The layers that will be written on, as they are."""
    had = {layer.uid: layer.text for layer in stored.note.layers}
    changed = [layer.uid for layer in after.layers if had.get(layer.uid, layer.text) != layer.text]
    states = [await layers.layer_state(db, layer) for layer in (await layers_by_uid(db, changed)).values()]
    return [before_of(state) for state in states if state is not None]


async def layers_begun(db: Connection, stored: StoredNote, after: SharedNote) -> list[LayerBegun]:
    """The layers that were not there before."""
    had = {layer.uid for layer in stored.note.layers}
    made = await layers_by_uid(db, [layer.uid for layer in after.layers if layer.uid not in had])
    return [LayerBegun(layer, stamp(stored.note.changed_at)) for layer in made.values()]


def _layer_key(uid: Uid) -> str:
    return f"layer\t{uid}"


def _by_layer(note: SharedNote, known: Mapping[str, bytes | None]) -> Iterator[tuple[Uid, bytes]]:
    for layer in note.layers:
        mark = known.get(_layer_key(layer.uid))
        if mark is not None:
            yield layer.uid, mark


T = TypeVar("T")


def _batches(every: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(every), AT_ONCE):
        yield every[first : first + AT_ONCE]
