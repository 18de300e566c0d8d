"""Goes to the services for what concerns notes, and comes back with whole answers. Knows no widget."""

from collections.abc import Sequence

from arrowtui.model.document import Document
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import About, LayerId, Note, NoteId, NoteRow
from arrowtui.model.reading import Reading
from arrowtui.model.review import BEFORE, Offer
from arrowtui.ui.answers import Opened
from arrowtui.ui.capture import Target
from arrowtui.ui.linkable import Linkable
from arrowtui.ui.ports import Services

FOUND = 30


class NoteClerk:
    """Every method raises StoreError when the store cannot be used."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def beside(self, item: ItemId) -> Opened:
        """The item with its latest note, or a new one."""
        library = self._services.library
        note = await library.note_of(item) or await self._services.journal.begin_note(item)
        return Opened(await library.item(item), note)

    async def of_row(self, row: NoteRow) -> Opened:
        """A note of the Journal with its item, where that is still there."""
        return await self._with_item(await self._services.notebook.note(row.id))

    async def saved(self, layer: LayerId, text: str) -> Opened:
        """The note of a layer with this text, and its item."""
        return await self._with_item(await self._services.notes.save(layer, text))

    async def of_id(self, note: NoteId) -> Opened:
        """A note with its item."""
        return await self._with_item(await self._services.notebook.note(note))

    async def read(self, note: NoteId) -> tuple[Note, Document] | None:
        """A note and how it reads."""
        known = await self._services.notebook.note(note)
        return None if known is None else (known, await self._services.notes.preview(note, known.text))

    async def new(self, target: Target) -> Opened:
        """Another note."""
        journal = self._services.journal
        return await self._with_item(await journal.begin_note(target.item, subject=target.subject, about=target.about))

    async def answer_again(self, note: NoteId, unsaved: tuple[LayerId, str] | None) -> Opened:
        """A new layer; what stands in the field unsaved is saved first."""
        if unsaved is not None:
            await self._services.notes.save(*unsaved)
        return await self._with_item(await self._services.journal.add_layer(note))

    async def with_quote(self, item: ItemId, text: str) -> Opened:
        """The latest note beside an item (else a new one) with a quote at its end."""
        opened = await self.beside(item)
        note = opened.note
        assert note is not None
        before = note.text.rstrip("\n")
        saved = await self._services.notes.save(note.layer.id, f"{before}\n\n{text}" if before else text)
        return Opened(opened.reading, saved)

    async def from_offer(self, offer: Offer) -> Opened:
        """A note that begins with what the offer brings; before a chat, the note about the last one."""
        if offer.kind == BEFORE and offer.detail.isdecimal():
            return await self.of_id(NoteId(int(offer.detail)))
        about = About(offer.words)
        note = await self._services.journal.begin_note(offer.item, subject=offer.subject, about=about)
        if offer.detail:
            note = await self._services.notes.save(note.layer.id, offer.detail)
        return await self._with_item(note)

    async def linkable(self, note: NoteId, words: str) -> Sequence[Linkable]:
        """Notes and items that words find, notes first; without words the notes written last and what was kept."""
        rows = await self._services.notebook.rows(limit=FOUND, words=words or None)
        scope = Scope.ALL if words else Scope.KEPT
        items = await self._services.library.page(View(None, scope, words=words or None), limit=FOUND)
        found = [Linkable(to_note(row.id, row.title), row.title, "note") for row in rows if row.id != note]
        return [*found, *(Linkable(to_item(row.id, row.title), row.title, row.lane.tab) for row in items.rows)]

    def passages(self, reading: Reading) -> tuple[str, ...]:
        """What can be quoted of an item."""
        return self._services.notes.passages(reading.document)

    def quote(self, reading: Reading, passages: Sequence[str]) -> str:
        """Passages of an item as a credited quote."""
        return self._services.notes.quote(passages, reading.author, reading.row.title, reading.link)

    async def _with_item(self, note: Note | None) -> Opened:
        is_beside = note is not None and note.item is not None
        reading = await self._services.library.item(note.item) if is_beside and note and note.item else None
        return Opened(reading, note)
