"""Fetching the pages a person saved by their address, and putting what they say into their items."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from arrowtui.ingest.identity import key_of
from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import FetchError, StoreError
from arrowtui.model.errors_fetching import AnswerRefused, Gone, NotThere, OwnFault, UnreadableReply
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState
from arrowtui.model.wire import Reply
from arrowtui.services.answers import refused
from arrowtui.services.digest import Job
from arrowtui.services.refresh import Refresh
from arrowtui.services.rounds import Waits, host_of
from arrowtui.services.saving import ADDRESS, TITLE, WISH
from arrowtui.store.fetching import host_waits, save_fetch_state
from arrowtui.store.placed import Ready
from arrowtui.store.saved import Waiting, earliest, fill, settle, troubles, waiting
from arrowtui.store.subscriptions import built_in

log = logging.getLogger(__name__)

AT_ONCE = 4
MOST = 20
"""Pages of one piece of work."""
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(days=1)
MOST_TRIES = 10
FEW_TRIES = 3
FINAL = (NotThere, Gone, AnswerRefused, UnreadableReply)
"""Failures that hardly ever mend: tried a few times only."""
TOLD = 3
"""Pages that could not be fetched are named by the source, so many."""


class Filling(Struct, frozen=True):
    """A chore: with the means of a refresh, but not a source of its rounds."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """When the next page is to be fetched."""
        async with self.refresh.store.reading() as db:
            return await earliest(db)

    async def work(self) -> None:
        """Fetch the pages that are due, each host one at a time; what cannot be had is tried again later."""
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            due, waits = await waiting(db, now, MOST), Waits.of(await host_waits(db))
        if not due:
            return
        free, queues = asyncio.Semaphore(AT_ONCE), dict[str, list[Waiting]]()
        for one in due:
            queues.setdefault(host_of(one.address), []).append(one)
        async with asyncio.TaskGroup() as group:
            for queue in queues.values():
                group.create_task(self._queue(queue, waits, free))
        await self._tell()

    async def _queue(self, queue: Sequence[Waiting], waits: Waits, free: asyncio.Semaphore) -> None:
        for one in queue:
            async with free:
                until = waits.for_host(host_of(one.address), self.refresh.clock.now())
                if until is not None:
                    await self._settle(one, until, one.tries, None)
                else:
                    await self._one(one)

    async def _one(self, one: Waiting) -> None:
        task = asyncio.create_task(self._fetched(one.address))
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        bug = task.exception()
        if bug is not None:
            if isinstance(bug, StoreError):
                raise bug
            if not isinstance(bug, FetchError):  # nobody expected it: told and tried again, like a source's
                log.error("%s (saved)", host_of(one.address), exc_info=bug)
                bug = OwnFault(host_of(one.address))
            await self._failed(one, bug)
            return
        ready = task.result()
        async with self.refresh.store.write() as db:
            await fill(db, one.item, ready, one.address)
            await settle(db, one.address, None, one.tries + 1, None)

    async def _fetched(self, address: str) -> Ready:
        """Raises: FetchError."""
        source = self.refresh.sources[WISH.kind]
        reply: Reply = await self.refresh.wire.fetch(source.first(address, (), ""))
        if (trouble := refused(reply)) is not None:
            raise trouble
        async with self.refresh.store.write() as db:
            subscription = await built_in(db, WISH, TITLE)
        context = (await self.refresh.contexts())(
            replace(subscription, wish=replace(WISH, lane=subscription.wish.lane))
        )
        job = Job(source, reply, ADDRESS, (), "", self.refresh.classify, context)
        ready = next(iter((await self.refresh.digesting(job)).arrivals), None)
        if ready is None or ready.key != key_of(WISH.kind, ADDRESS, address, ""):
            raise OwnFault(host_of(address))
        return ready

    async def _failed(self, one: Waiting, error: FetchError) -> None:
        tries = one.tries + 1
        is_over = tries >= (FEW_TRIES if isinstance(error, FINAL) else MOST_TRIES)
        wait = min(FIRST_WAIT * 2**tries, LONGEST_WAIT)
        due = None if is_over else self.refresh.clock.now() + wait
        await self._settle(one, due, tries, f"{error.headline()}{'' if due else '; it is not tried again'}")

    async def _settle(self, one: Waiting, due: datetime | None, tries: int, trouble: str | None) -> None:
        async with self.refresh.store.write() as db:
            await settle(db, one.address, due, tries, trouble)

    async def _tell(self) -> None:
        """Let the source say how it went."""
        now = self.refresh.clock.now()
        async with self.refresh.store.write() as db:
            subscription = await built_in(db, WISH, TITLE)
            notices = tuple(f"{without_secrets(address)}: {trouble}." for address, trouble in await troubles(db, TOLD))
            state = FetchState(subscription.id, ADDRESS, last_polled_at=now, last_good_at=now, notices=notices)
            await save_fetch_state(db, state)
