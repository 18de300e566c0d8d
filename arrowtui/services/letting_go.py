"""A chore: items older than their source is kept for are let go. What a person has a hand in never is."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from arrowtui.model.ports import Clock
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Store, doubles
from arrowtui.store.deletion import bury
from arrowtui.store.retention import kept_for, old_items

EVERY = timedelta(hours=6)
AT_ONCE = 200
"""Items of one transaction: whoever wants to write waits no longer than for so many (0.1 s)."""
MOST = 5_000
"""Items of one piece of work; more are let go a little later."""


@dataclass
class LettingGo:
    """Goes through the sources every few hours."""

    store: Store
    clock: Clock
    _next: datetime | None = field(default=None, init=False)

    async def due_at(self) -> datetime | None:
        """At once after a start, then every few hours."""
        return self._next or self.clock.now()

    async def work(self) -> None:
        """Let go what is old, a few items a transaction; their keys stay known, so that none comes back as new."""
        now, left = self.clock.now(), MOST
        async with self.store.reading() as db:
            sources = await kept_for(db)
        for source, days in sources:
            left -= await self._go_through(source, now - timedelta(days=days), now, left)
        async with self.store.write() as db:
            await db.run(doubles.sweep)
        self._next = now + (EVERY if left > 0 else timedelta())

    async def _go_through(self, source: SubscriptionId, before: datetime, now: datetime, most: int) -> int:
        """Returns: how many went."""
        gone = 0
        while gone < most:
            async with self.store.write() as db:
                ids = await old_items(db, source, before, now, min(AT_ONCE, most - gone))
                await bury(db, ids)
            gone += len(ids)
            if len(ids) < AT_ONCE:
                break
            await asyncio.sleep(0)  # whoever waits for the pen may have it
        return gone
