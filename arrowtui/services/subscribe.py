"""Taking sources on and letting them go: in the person's own list and in the store, together."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct

from arrowtui.model.errors_requests import UnknownSource
from arrowtui.model.errors_settings import SettingsFaulty, SettingsNotToml
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.model.ports import SourceList
from arrowtui.model.replace import replace
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import SourceRow, TakenOut, Wish
from arrowtui.services.naming import named
from arrowtui.store import Store
from arrowtui.store.subscriptions import source_rows, sync_wishes


class Subscribe(Struct, frozen=True):
    """Every change goes to the settings file first: it is what the person owns, and the store follows it.

    The file is read and written in a thread: a long one takes longer than a frame of the screen.
    """

    store: Store
    book: SourceList

    async def sync(self) -> None:
        """Make the store know exactly the sources of the settings; what is no longer listed keeps its items.

        Raises: SettingsError, StoreError.
        """
        async with self.store.write() as db:
            # Read while nobody else writes: of two processes the one that comes later knows what both have listed.
            await sync_wishes(db, await asyncio.to_thread(self.book.wishes))

    async def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Take sources on; returns those that were not there yet. Raises: SettingsError, StoreError."""
        added = await asyncio.to_thread(self.book.add, wishes)
        await self.sync()
        return added

    async def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        """Follow chats; returns those that were not followed yet. Raises: SettingsError, StoreError."""
        added = await asyncio.to_thread(self.book.add_chats, chats)
        await self.sync()
        return added

    async def drop_chat(self, chat: ChatWish) -> None:
        """Follow a chat no longer, as it was added. Raises: SettingsError where it was changed since, StoreError."""
        await asyncio.to_thread(self.book.drop_chat, chat)
        await self.sync()

    async def take_out(self, kind: str, address: str) -> TakenOut:
        """Let a source go that is known by kind and address; returns what puts it back.

        Raises: UnknownSource, SettingsError, StoreError.
        """
        taken = await asyncio.to_thread(self.book.remove, kind, address)
        await self.sync()
        return taken

    async def put_back(self, taken: TakenOut) -> None:
        """Take it on again as it was. Raises: SettingsError, StoreError."""
        await asyncio.to_thread(self.book.put_back, taken)
        await self.sync()

    async def take_back(self, edit: Rewritten) -> None:
        """Make the settings what they were before an edit by hand. Raises: SettingsChangedSince, SettingsError,
        StoreError."""
        await asyncio.to_thread(self.book.take_back, edit)
        with suppress(SettingsFaulty, SettingsNotToml):  # they may have been before, and whoever reads them tells
            await self.sync()

    async def drop_sources(self, sources: Sequence[tuple[str, str]]) -> None:
        """Let those go that are still listed, by kind and address. Raises: SettingsError, StoreError."""
        for kind, address in sources:
            with suppress(UnknownSource):
                await asyncio.to_thread(self.book.remove, kind, address)
        await self.sync()

    async def gather(self, wishes: Sequence[Wish]) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
        """Collect the answers to call-outs; sources that are followed already become such.

        Returns: those that were added, and those that were followed; what was such a source before is in neither.
        Raises: SettingsError, StoreError.
        """
        listed = {(one.kind, one.address): one for one in await asyncio.to_thread(self.book.wishes)}
        new = [replace(one, gathers=True, joins=False) for one in wishes if (one.kind, one.address) not in listed]
        added = await asyncio.to_thread(self.book.add, new) if new else ()
        followed = [one for wish in wishes if (one := listed.get((wish.kind, wish.address))) and not one.gathers]
        for one in followed:
            await asyncio.to_thread(self.book.set_gathers, one.kind, one.address, True)
        await self.sync()
        return added, tuple(followed)

    async def sort_again(self, sources: Sequence[tuple[str, str]]) -> None:
        """Sort the items of sources like others again, by kind and address; what is not listed any more is passed over.

        Raises: SettingsError, StoreError.
        """
        for kind, address in sources:
            with suppress(UnknownSource):
                await asyncio.to_thread(self.book.set_gathers, kind, address, False)
        await self.sync()

    async def rename(self, name: str, title: str | None) -> SourceRow:
        """Call a source by the person's own name; None: by what it calls itself. Returns it as it was.

        Raises: UnknownSource, SeveralSources, SettingsError, StoreError.
        """
        row = await self.named(name)
        await asyncio.to_thread(self.book.rename, row.kind, row.address, title)
        await self.sync()
        return row

    async def set_lane(self, name: str, lane: Lane | None) -> SourceRow:
        """Send what a source brings to one tab; None: let the rules decide. Items that are here already stay put.

        Raises: UnknownSource, SeveralSources, SettingsError, StoreError.
        """
        row = await self.named(name)
        await asyncio.to_thread(self.book.set_lane, row.kind, row.address, lane)
        await self.sync()
        return row

    async def pause(self, name: str, paused: bool) -> SourceRow:
        """Leave a source unasked, or ask it again.

        Raises: UnknownSource, SeveralSources, SettingsError, StoreError.
        """
        row = await self.named(name)
        await self.set_paused(row.kind, row.address, paused)
        return row

    async def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """The same for one that is known by kind and address. Raises: UnknownSource, SettingsError, StoreError."""
        await asyncio.to_thread(self.book.set_paused, kind, address, paused)
        await self.sync()

    async def named(self, name: str) -> SourceRow:
        """The wanted source a name means, a title or an address. Raises: UnknownSource, SeveralSources."""
        async with self.store.reading() as db:
            return named([row for row in await source_rows(db) if row.is_wanted], name)
