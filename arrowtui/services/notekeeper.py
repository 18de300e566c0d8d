"""Takes what is typed into the store, by way of a draft file, so that between two saves nothing can be lost."""

import asyncio
from collections.abc import Sequence

from msgspec import Struct

from arrowtui.gateways.drafts import Drafts
from arrowtui.model.document import Document
from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.errors_store import DraftUnwritable
from arrowtui.model.note import Layer, LayerId, Note, NoteId
from arrowtui.services.journal import Journal
from arrowtui.services.notebook import Notebook


class Recovered(Struct, frozen=True):
    """A note whose last words were found in a draft."""

    note: Note


class NoteKeeper:
    """One for the screen. `save` at every autosave; `hold` where nothing can be awaited any more."""

    def __init__(self, journal: Journal, notebook: Notebook, drafts: Drafts) -> None:
        self._journal, self._notebook, self._drafts = journal, notebook, drafts
        self._turn = asyncio.Lock()
        self._held: dict[LayerId, str] = {}
        self._seen: dict[LayerId, str] = {}

    def shown(self, layer: Layer) -> None:
        """A layer came into a field: what is saved now is written on in this text."""
        self._seen[layer.id] = layer.text

    def undone(self) -> None:
        """Something was taken back: a text that is another one now did not come from elsewhere."""
        self._seen.clear()

    async def save(self, layer: LayerId, text: str, *, in_editor: bool = False) -> Note:
        """The text is in the store when this returns, and in a draft file should the store not take it.

        Args:
            in_editor: as for `writing.write`.
        Raises: StoreError, NoSuchNote; the draft stays then and is read at the next start.
        """
        async with self._turn:
            self._held[layer] = text
            unwritable = await asyncio.to_thread(self._try_to_hold, layer, text)
            words = clean_note(text)
            seen = self._seen.get(layer)
            saved = await self._journal.write_layer(layer, words, based_on=seen, in_editor=in_editor)
            self._seen[layer] = next((each.text for each in saved.layers if each.id == layer), words)
            if unwritable is None and self._held.get(layer) == text:  # not when newer words were held meanwhile
                self._drafts.drop(layer)
            return saved

    def _try_to_hold(self, layer: LayerId, text: str) -> DraftUnwritable | None:
        """A draft that cannot be written is no reason not to try the store."""
        try:
            self._drafts.hold(layer, text)
        except DraftUnwritable as trouble:
            return trouble
        return None

    def hold(self, layer: LayerId, text: str) -> None:
        """The last save of all, synchronous: for a crash, a closed terminal, a signal. The next start brings it in.

        Raises: DraftUnwritable.
        """
        self._held[layer] = text
        self._drafts.hold(layer, text)

    async def recover(self) -> tuple[Recovered, ...]:
        """Bring in what a crash left in drafts; at the start, before the first note is opened.

        Raises: StoreError; the drafts stay then. Words of a note that never was become a note that stands alone.
        """
        recovered = []
        for draft in tuple(self._drafts.left()):
            if await self._notebook.text_of(draft.layer) != clean_note(draft.text):
                recovered.append(Recovered(await self._bring_in(draft.layer, draft.text)))
            self._drafts.drop(draft.layer)
        return tuple(recovered)

    async def _bring_in(self, layer: LayerId, text: str) -> Note:
        try:
            return await self._journal.write_layer(layer, clean_note(text))
        except NoSuchNote:
            alone = await self._journal.begin_note(None)
            return await self._journal.write_layer(alone.layer.id, clean_note(text))

    async def preview(self, note: NoteId, text: str) -> Document:
        """A note as it reads: `text` for its newest layer, the earlier ones dated below, and what links to it.

        Links to notes and items lead to addresses that `model.link.target_of_address` understands.
        """
        from arrowtui.services.previewing import preview  # the parser is needed only here: start-up time

        known = await self._notebook.note(note)
        return preview(known, text, await self._notebook.linking_to(note))

    def passages(self, document: Document) -> tuple[str, ...]:
        """What of an item can be quoted, piece by piece."""
        from arrowtui.notes.quoting import passages  # start-up time

        return passages(document)

    def quote(self, passages: Sequence[str], author: str | None, title: str, link: str | None) -> str:
        """Passages as a Markdown quote that says whose words these are."""
        from arrowtui.notes.quoting import quote  # start-up time

        return quote(passages, author, title, link)


def clean_note(text: str) -> str:
    """The person's text without what would harm a terminal; nothing is cut off, however long."""
    from arrowtui.ingest.text import clean_text  # start-up time, as above

    return clean_text(text, max(len(text), 1))
