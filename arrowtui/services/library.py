"""What is there to be read: lists, counts, items and notes. Reads only."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from arrowtui.model.item import ItemId, ItemRow, LaneCounts, Page, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import Note, NoteId, NoteRow
from arrowtui.model.reading import Reading
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SourceRow
from arrowtui.services.kept_calls import kept_call
from arrowtui.services.notebook import clean_rows
from arrowtui.services.reading import reading
from arrowtui.store import Connection, Store, counts, notes, pages, scams
from arrowtui.store.answers import answer
from arrowtui.store.boards import relays_of, siblings_of, stored
from arrowtui.store.readings import links_of, opened
from arrowtui.store.rows import item_rows
from arrowtui.store.subscriptions import source_rows


class Library:
    """Views on the store. Every method raises StoreError when the file cannot be read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen_version: int | None = None

    async def page(self, view: View, before: ItemId | None = None, limit: int = 100, *, with_it: bool = False) -> Page:
        """Up to `limit` rows below `before`, in the order of the view; None begins at the top.

        Args:
            with_it: the item itself is the first of them, if it stands in the list.
        """
        async with self._for(view) as db:
            return await pages.page_below(db, view, before, limit, with_it=with_it)

    async def top(self, view: View, limit: int = 100) -> tuple[int, Page]:
        """How many rows a list has (see `tally`), and up to `limit` of its first."""
        async with self._for(view) as db:
            return await pages.page_top(db, view, limit)

    async def page_above(self, view: View, after: ItemId, limit: int = 100) -> Page:
        """Up to `limit` rows above `after`, the nearest ones, in the order of the view."""
        async with self._for(view) as db:
            return await pages.page_above(db, view, after, limit)

    async def page_end(self, view: View, limit: int = 100) -> Page:
        """The last rows, in the order of the view."""
        async with self._for(view) as db:
            return await pages.page_end(db, view, limit)

    async def item_at_line(self, view: View, line: int) -> ItemId | None:
        """About the item on a line of a list by source; None for an empty list."""
        async with self._store.reading() as db:
            return await pages.item_at_line(db, view, line)

    async def rows(self, ids: Sequence[ItemId]) -> tuple[ItemRow, ...]:
        """The present lines of these items, newest first; deleted ones are left out."""
        async with self._store.reading() as db:
            return await item_rows(db, ids)

    async def links(self, ids: Sequence[ItemId]) -> dict[ItemId, str]:
        """The links of these items; those without one are left out."""
        async with self._store.reading() as db:
            return await links_of(db, ids)

    async def scam_behind(self, link: str, item: ItemId | None = None) -> str | None:
        """Why a link is not to be opened at a single key: it belongs to a suspected scam. None: nothing against it."""
        async with self._store.reading() as db:
            return await scams.scam_behind(db, link, item)

    async def tally(self, view: View) -> int:
        """How many rows a list has; a search is counted up to 10,000."""
        async with self._for(view) as db:
            return await counts.tally(db, view)

    async def count_above(self, view: View, than: ItemId) -> int:
        """How many rows of a list stand above this one, at most 999."""
        async with self._for(view) as db:
            return await counts.count_above(db, view, than)

    async def counts(self) -> dict[Lane, LaneCounts]:
        """The counts of every lane."""
        async with self._store.reading() as db:
            return await counts.lane_counts(db)

    async def sources(self) -> tuple[SourceRow, ...]:
        """The rows of the source panel, in the order of the settings file."""
        async with self._store.reading() as db:
            return await source_rows(db)

    async def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with the number of its items, by name."""
        async with self._store.reading() as db:
            return await counts.tag_counts(db)

    async def item(self, item: ItemId, *, is_part: bool = False) -> Reading | None:
        """An item with its text set for reading; None when it is gone. With `is_part` the beginning suffices of a text
        that takes long."""
        from arrowtui.store.polls import poll_of  # start-up time

        async with self._store.reading() as db:
            found, rows = await opened(db, item), await item_rows(db, [item])
            call, answered = await stored(db, item), await answer(db, item)
            poll = await poll_of(db, item)
            relays = await relays_of(db, item) if call and call.others else ()
            siblings = await siblings_of(db, item) if call else ()
        if not found or not rows:
            return None
        read = await reading(rows[0], found, poll, is_part=is_part)
        return (
            replace(read, call=replace(kept_call(call, answered), relays=relays), siblings=siblings) if call else read
        )

    async def note_of(self, item: ItemId) -> Note | None:
        """The latest note beside an item."""
        async with self._store.reading() as db:
            return await notes.note_of(db, item)

    async def note(self, note: NoteId) -> Note | None:
        """A note; None when it was deleted."""
        async with self._store.reading() as db:
            return await notes.note(db, note)

    async def journal(
        self, before: tuple[datetime, NoteId] | None = None, limit: int = 100, words: str | None = None
    ) -> tuple[NoteRow, ...]:
        """Written notes, the last changed first.

        Args:
            before: changed_at and id of the last row had.
            words: a search as typed, in the notes' texts and the titles they are about.
        """
        async with self._store.reading() as db:
            return clean_rows(await notes.journal_rows(db, before, limit, words))

    def _for(self, view: View) -> AbstractAsyncContextManager[Connection]:
        return self._store.seeking() if view.words else self._store.reading()

    async def changed(self) -> bool:
        """Whether anything was committed since the last call, here or in another process. The first call says yes."""
        version = await self._store.data_version()
        has_changed, self._seen_version = version != self._seen_version, version
        return has_changed
