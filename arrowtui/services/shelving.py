"""Where a round's results go: content at once, one transaction a source; bare states in armfuls."""

import asyncio
from dataclasses import dataclass, field

from arrowtui.ingest.text import clean_line, safe_link
from arrowtui.model.subscription import FetchState, Report, Subscription
from arrowtui.services.poll import Polled
from arrowtui.store import Connection, Store
from arrowtui.store.fetching import save_fetch_states, save_host_wait
from arrowtui.store.items import Arrived, arrive, delete_items
from arrowtui.store.subscriptions import name_source

ARMFUL = 250
CARRIED_S = 2.0
"""States of unchanged sources are carried at most so long, so that a killed round has little to ask again."""


@dataclass
class Shelf:
    """Puts results into the store. `clear` at the end of a round."""

    store: Store
    _states: list[FetchState] = field(default_factory=list)
    _since: float = 0.0

    async def put(self, subscription: Subscription, polled: Polled) -> Report:
        """Store what one poll brought, with the state it left.

        Raises: StoreError.
        """
        arrived = Arrived(0, 0)
        if polled.digests or polled.waits:
            arrived = await self._store(subscription, polled)
        else:
            await self._carry(polled.after(0))
        return Report(
            subscription=subscription.id,
            title=subscription.title,
            new=arrived.new,
            updated=arrived.updated,
            unchanged=polled.is_unchanged,
            trouble=polled.trouble,
        )

    async def clear(self) -> None:
        """Store every state still carried. Raises: StoreError."""
        states, self._states = self._states, []
        if not states:
            return
        try:
            async with self.store.write() as db:
                await save_fetch_states(db, states)
        except BaseException:
            self._states = states + self._states
            raise

    async def _store(self, subscription: Subscription, polled: Polled) -> Arrived:
        new = updated = 0
        async with self.store.write() as db:
            for digest in polled.digests:
                arrived = await arrive(db, subscription.id, digest.placed)
                new, updated = new + arrived.new, updated + arrived.updated
                if digest.gone:
                    await delete_items(db, digest.gone)
            await self._name(db, subscription, polled)
            for wait in polled.waits:
                await save_host_wait(db, wait)
            await save_fetch_states(db, [polled.after(new + updated)])
        return Arrived(new, updated)

    async def _name(self, db: Connection, subscription: Subscription, polled: Polled) -> None:
        """What the source calls itself, as far as it says so."""
        for digest in polled.digests:  # some platforms tell it only in the reply to a second request
            if title := clean_line(digest.batch.title or ""):
                await name_source(db, subscription.id, title, safe_link(digest.batch.site_link, polled.base))
                return

    async def _carry(self, state: FetchState) -> None:
        now = asyncio.get_running_loop().time()
        self._since = self._since if self._states else now
        self._states.append(state)
        if len(self._states) >= ARMFUL or now - self._since > CARRIED_S:
            await self.clear()
