"""Goes to the services for the main screen and comes back with whole answers. Knows no widget and changes none."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from arrowtui.model.item import ItemId, ItemRow, KeptSearch, Scope, View
from arrowtui.model.note import NoteId, NoteRow
from arrowtui.model.order import Order
from arrowtui.model.pack import ChatWish
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SourceRow, Wish
from arrowtui.services.journal import Done
from arrowtui.ui import listing
from arrowtui.ui.answers import Acted, Added, Entered, Fetched, Opened, Seen
from arrowtui.ui.desk import Narrowed
from arrowtui.ui.ports import Services
from arrowtui.ui.widgets.window import Edge, Window

NOTES_PAGE = 200


class Clerk:
    """`acts` counts what was done. Every method raises StoreError when the store cannot be used."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._turn = asyncio.Lock()
        self._ahead: tuple[View, asyncio.Task[Entered]] | None = None
        self.acts = 0

    def look_ahead(self, view: View) -> asyncio.Task[Entered]:
        """Begin to read the view that will be entered first, while the screen is still being built."""
        task = asyncio.create_task(self._enter(view, None, 0))
        self._ahead = view, task
        return task

    def at_hand(self, view: View, cursor: ItemId | None) -> Entered | None:
        """What was read ahead of a view, where that is done and went well: it can be shown without waiting."""
        if self._ahead is None or cursor is not None:
            return None
        seen, task = self._ahead
        if (
            seen != view
            or seen.order is not view.order
            or not task.done()
            or task.cancelled()
            or task.exception() is not None
        ):
            return None
        self._ahead = None
        return task.result()

    async def enter(self, view: View, cursor: ItemId | None, line: int = 0) -> Entered:
        """The window on a view around the cursor; at the top without one."""
        ahead, self._ahead = self._ahead, None
        if ahead is None:
            return await self._enter(view, cursor, line)
        seen, task = ahead
        if seen == view and seen.order is view.order and cursor is None:
            return await task
        task.cancel()
        return await self._enter(view, cursor, line)

    async def _enter(self, view: View, cursor: ItemId | None, line: int) -> Entered:
        library = self._services.library
        tally, page = await library.top(view, listing.PAGE if cursor is None else 1)
        newest = page if view.order is Order.NEWEST else await library.page(view.ordered(Order.NEWEST), limit=1)
        window, near = Window.of(page, tally, order=view.order), None
        if cursor is not None:
            window, near = await listing.around(library, view, cursor, tally, line)
        return Entered(window, tally, newest.rows[0].id if newest.rows else None, near)

    async def act(self, view: View, ids: Sequence[ItemId], deed: Callable[[], Awaitable[Done]]) -> Acted:
        """Do something to items; one after the other, in the order they were asked for."""
        self.acts += 1
        async with self._turn:
            before = await self._tally(view)
            done = await deed()
            after = await self._tally(view)
        rows = await self._services.library.rows(ids)
        return Acted(done, rows, frozenset(ids), await self._services.library.counts(), before, after)

    async def undo(self, view: View, ids: Sequence[ItemId], cursor: ItemId | None, line: int) -> Acted:
        """Take back the last act; what it brings back into the view comes as a window around the cursor."""
        self.acts += 1
        async with self._turn:
            before = await self._tally(view)
            done = await self._services.journal.undo()
            after = await self._tally(view)
        library = self._services.library
        rows = await library.rows(ids)
        window = None
        if done is not None:
            entered = await self.enter(view, cursor, line)
            window = entered.window
        return Acted(done, rows, frozenset(ids), await library.counts(), before, after, window)

    async def _tally(self, view: View) -> int | None:
        return None if view.words else await self._services.library.tally(view)

    async def look(self, view: View, ids: Sequence[ItemId], *, is_surely: bool = False) -> Seen | None:
        """What has changed since the last look; None when nobody wrote (unless it is to be told surely)."""
        library = self._services.library
        if not await library.changed() and not is_surely:
            return None
        tally = await self._tally(view)
        rows = await library.rows(ids) if ids else ()
        counts, sources, tags = await library.counts(), await library.sources(), await library.tags()
        is_gathering = any(source.gathers and source.is_wanted for source in sources)
        answers = await self._services.gatherings.unread() if is_gathering else None
        return Seen(counts, tally, rows, frozenset(ids), sources, tags, answers)

    async def open(self, item: ItemId, *, is_whole: bool = False) -> Opened:
        """An item to read; of a very long one the beginning, unless all of it is wanted."""
        reading = await self._services.library.item(item, is_part=not is_whole)
        if reading is None or reading.call is None:
            return Opened(reading)
        line = await self._services.calls.call(item)  # it knows the profile
        return Opened(replace(reading, fit=line.fit) if line else reading)

    async def notes(
        self, only: Narrowed, last: NoteRow | None = None, order: Order = Order.CHANGED, until: NoteId | None = None
    ) -> tuple[NoteRow, ...]:
        """Notes after `last`, in an order: a page of them, or so many that the note `until` is among them."""
        found: tuple[NoteRow, ...] = ()
        while True:
            before = None if last is None else (last.changed_at, last.id)
            rows = self._services.notebook.rows
            page = await rows(before, NOTES_PAGE, words=only.words or None, tag=only.tag, item=only.item, order=order)
            found += page
            if until is None or len(page) < NOTES_PAGE or any(row.id == until for row in page):
                return found
            last = page[-1]

    async def unread_in(self, view: View) -> int:
        """How many items `A` would mark."""
        if view.scope in (Scope.UNREAD, Scope.ALL):
            view = replace(view, scope=Scope.UNREAD)
        return await self._services.library.tally(view)

    async def to_unread(self, view: View, item: ItemId, step: int, line: int) -> tuple[ItemRow, Window] | None:
        """The nearest unread item beyond what is held, and the window around it."""
        library = self._services.library
        row = await listing.next_unread(library, view, item, step)
        if row is None:
            return None
        window, _ = await listing.around(library, view, row.id, await library.tally(view), line)
        return row, window

    async def add(self, wishes: Sequence[Wish], chats: Sequence[ChatWish] = ()) -> Added:
        """Take sources and chats on. The poller is told of chats; whoever adds sources has those asked, which tells it
        as well: told both ways it would ask them twice."""
        before = {row.id for row in await self._services.library.sources() if row.is_wanted}
        added = await self._services.subscribe.add(wishes)
        followed = await self._services.subscribe.add_chats(chats) if chats else ()
        rows = await self._services.library.sources()
        ids = [row.id for row in rows if row.is_wanted and row.id not in before]
        if followed and not ids:
            await self._services.poller.reload()
        return Added(await self._services.journal.added(added, followed), tuple(ids))

    async def gather(self, wishes: Sequence[Wish]) -> Added:
        """Watch call-outs of the person's own; the poller is told as for `add`. Raises: SettingsError."""
        done = await self._services.journal.gather(wishes)
        if not done.count:
            return Added(done, ())
        rows, named = await self._services.library.sources(), {(wish.kind, wish.address) for wish in wishes}
        return Added(done, tuple(row.id for row in rows if (row.kind, row.address) in named))

    async def save(self, view: View, address: str) -> Acted:
        """Put a page into the Tips and let the poller fetch it. Raises: NoSuchAddress, StoreError."""

        async def saved() -> Done:
            return (await self._services.saving.save(address)).done

        acted = await self.act(view, (), saved)
        await self._services.poller.reload()
        return acted

    async def pause(self, view: View, source: SourceRow) -> Acted:
        """Leave a source unasked, or ask it again, and let the poller know. Raises: UnknownSource, SettingsError."""
        acted = await self.act(view, (), partial(self._services.journal.pause, source, not source.is_paused))
        await self._services.poller.reload()
        return acted

    async def remove(self, view: View, source: SourceRow) -> Acted:
        """Take a source out of the settings, and let the poller know. Raises: UnknownSource, SettingsError."""
        acted = await self.act(view, (), partial(self._services.journal.remove_source, source))
        await self._services.poller.reload()
        return acted

    async def is_new_here(self) -> bool:
        """Is there no source and no item at all?"""
        library = self._services.library
        return not await library.sources() and not any(count.total for count in (await library.counts()).values())

    async def tallies(self, searches: Sequence[KeptSearch]) -> dict[KeptSearch, int]:
        """How many items each search finds, counted up to 10,000."""
        return {search: await self._services.library.tally(search.view) for search in searches}

    async def rows(self, ids: Sequence[ItemId]) -> tuple[ItemRow, ...]:
        """The present lines of items."""
        return await self._services.library.rows(ids)

    async def selected(
        self, view: View, picked: frozenset[ItemId], start: ItemId | None, cursor: ItemId | None
    ) -> tuple[ItemRow, ...]:
        """The rows that are picked one by one, and those of the range from `start` to the cursor."""
        ids = set(picked)
        if start is not None and cursor is not None:
            ids.update(await listing.between(self._services.library, view, start, cursor), (start, cursor))
        return await self._services.library.rows(sorted(ids, reverse=True))

    async def fetch(self, view: View, window: Window, edge: Edge, line: int, total: int) -> Fetched:
        """The page a list wants next to (or instead of) the window it holds."""
        library = self._services.library
        match edge:
            case Edge.BELOW if window.rows:
                return Fetched(
                    edge, window.rows[-1].id, page=await library.page(view, window.rows[-1].id, listing.PAGE)
                )
            case Edge.ABOVE if window.rows:
                page = await library.page_above(view, window.rows[0].id, listing.PAGE)
                return Fetched(edge, window.rows[0].id, page=page)
            case Edge.END:
                return Fetched(edge, window=await listing.end(library, view, total))
            case Edge.LINE:
                return Fetched(edge, window=await listing.near_line(library, view, line, total))
            case _:
                return Fetched(edge, window=await listing.top(library, view, total))
