"""Where a chore of the poller is watched at work: a store on a file, a clock, a scripted wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from arrowtui.services.chores import Chore
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock, FakeWire


@dataclass
class ChoreDesk:
    """Subclasses say which chore it is."""

    store: Store
    clock: FakeClock
    wire: FakeWire

    @property
    def chore(self) -> Chore:
        raise NotImplementedError

    @classmethod
    @asynccontextmanager
    async def opened(cls, folder: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Self]:
        store = await open_store(folder / "store.db", durable=False)
        yield cls(store, clock, wire)
        await store.close()

    async def work(self) -> list[str]:
        """One piece of work; the addresses that were asked for it."""
        before = len(self.wire.asked)
        await self.chore.work()
        return sorted(request.address for request, _ in self.wire.asked[before:])
