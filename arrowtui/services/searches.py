"""Searches the person keeps under names: they stand in her settings, and keeping one can be taken back."""

import asyncio

from msgspec import Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.item import KeptSearch
from arrowtui.model.ports import Clock, SearchList
from arrowtui.model.replace import replace
from arrowtui.store import Store, changes, undo


class Searches(Struct, frozen=True):
    """The settings file is read and written in a thread: a long one takes longer than a frame of the screen."""

    store: Store
    clock: Clock
    book: SearchList

    async def all(self) -> tuple[KeptSearch, ...]:
        """Those that are kept, in their order. Raises: SettingsError."""
        return await asyncio.to_thread(self.book.searches)

    async def keep(self, search: KeptSearch) -> str:
        """Keep one, in the place of the one of that name; says what was done. Raises: SettingsError, StoreError."""
        search = replace(search, name=clean_line(search.name), words=clean_line(search.words))
        before = await asyncio.to_thread(self.book.keep_search, search)
        if before == search:
            return f"You keep the search “{search.name}” already"
        change = changes.SearchBefore(search.name)
        if before is not None:
            change = changes.SearchBefore(before.name, before.words, before.lane, before.scope)
        sentence = f"Kept the search “{search.name}”"
        async with self.store.write() as db:
            await undo.log(db, self.clock.now(), sentence, change)
        return sentence


async def put_back(book: SearchList | None, change: changes.SearchBefore) -> None:
    """What stood under the name of a search before it was kept. Raises: SettingsError."""
    assert book is not None  # whoever keeps searches hands them to the journal
    if change.words:
        before = KeptSearch(change.name, change.words, change.lane, change.scope)
        await asyncio.to_thread(book.keep_search, before)
    else:
        await asyncio.to_thread(book.forget_search, change.name)
