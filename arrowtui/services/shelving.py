"""Where a round's results go: content as soon as it is understood, what comes close together in one transaction; bare
states in armfuls.

A source is whole by itself: its items and its own state are committed together or not at all, whoever else is in the
same transaction.
"""

import asyncio
from dataclasses import dataclass, field
from functools import partial

from arrowtui.ingest.text import clean_line, safe_link
from arrowtui.model.item import first_id_at
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, Report, Subscription
from arrowtui.services.digest import Digest, Job
from arrowtui.services.digesting import Digesting
from arrowtui.services.poll import Polled
from arrowtui.store import Connection, Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.doubles import Same
from arrowtui.store.fetching import save_fetch_states, save_host_wait
from arrowtui.store.gaps import Gap, has_older, put_gap
from arrowtui.store.group_commit import GroupCommit
from arrowtui.store.items import Arrived, arrive
from arrowtui.store.kin import join
from arrowtui.store.spending import settle
from arrowtui.store.subscriptions import name_source

ARMFUL = 250
CARRIED_S = 2.0
"""States of unchanged sources are carried at most so long, so that a killed round has little to ask again."""


@dataclass
class Shelf:
    """Puts results into the store, several sources in one transaction. `clear` at the end of a round."""

    store: Store
    _states: list[FetchState] = field(default_factory=list)
    _since: float = 0.0

    def __post_init__(self) -> None:
        self._together = GroupCommit[Arrived](self.store)

    def awaiting(self, digesting: Digesting) -> Digesting:
        """The same, noticed here: what is digested just now is worth a moment of waiting."""

        async def noticed(job: Job) -> Digest:
            with self._together.expected():
                return await digesting(job)

        return noticed

    async def put(self, subscription: Subscription, polled: Polled) -> Report:
        """Store what one poll brought, with the state it left; returns once it is committed.

        Raises: StoreError.
        """
        arrived = Arrived(0, 0)
        if polled.digests or polled.waits:
            items = sum(len(digest.arrivals) for digest in polled.digests)
            arrived = await self._together.write(partial(_put, subscription=subscription, polled=polled), items)
        else:
            self._together.look()
            await self._carry(polled.after(0))
        return Report(
            subscription=subscription.id,
            title=subscription.title,
            new=arrived.new,
            updated=arrived.updated,
            unchanged=polled.is_unchanged,
            trouble=polled.trouble,
        )

    async def add(self, subscription: Subscription, digest: Digest) -> Arrived:
        """Store what came between two polls; the state of the source stays as the last poll left it.

        Raises: StoreError.
        """
        return await self.store.write_at_once(partial(take_in, subscription=subscription, digest=digest))

    async def clear(self) -> None:
        """Store everything that is still here. Raises: StoreError."""
        try:
            await self._together.close()
        finally:
            await self._save_states()

    async def _save_states(self) -> None:
        states, self._states = self._states, []
        if not states:
            return
        try:
            await self.store.write_at_once(partial(save_fetch_states, states=states))
        except BaseException:
            self._states = states + self._states
            raise

    async def keep_clearing(self) -> None:
        """Store what is carried while slow hosts are waited for; until cancelled. Raises: StoreError."""
        while True:
            await asyncio.sleep(CARRIED_S)
            await self._save_states()

    async def _carry(self, state: FetchState) -> None:
        now = asyncio.get_running_loop().time()
        self._since = self._since if self._states else now
        self._states.append(state)
        if len(self._states) >= ARMFUL or now - self._since > CARRIED_S:
            await self._save_states()


async def _put(db: Connection, subscription: Subscription, polled: Polled) -> Arrived:
    """What one poll brought, with the state it left."""
    new = updated = 0
    for digest in polled.digests:
        arrived = await take_in(db, subscription, digest)
        new, updated = new + arrived.new, updated + arrived.updated
        if digest.batch.bill is not None:
            await settle(db, digest.batch.bill, digest.batch.billed)
    if (gap := polled.gap or await _left_out(db, polled, new)) is not None:
        await put_gap(db, gap)
    await _name(db, subscription, polled)
    for wait in polled.waits:
        await save_host_wait(db, wait)
    await save_fetch_states(db, [_with_what_was_paid_for(polled, polled.after(new + updated))])
    return Arrived(new, updated)


async def _name(db: Connection, subscription: Subscription, polled: Polled) -> None:
    """What the source calls itself, as far as it says so."""
    named = (digest.batch for digest in polled.digests if clean_line(digest.batch.title or ""))
    if batch := next(named, None):
        title = clean_line(batch.title or "")
        await name_source(db, subscription.id, title, safe_link(batch.site_link, polled.base))


async def _left_out(db: Connection, polled: Polled, new: int) -> Gap | None:
    """What a source that shows its newest posts may have dropped since the last poll: if it had posts then, and none of
    those it shows now is among them. At the first poll: whatever stood before."""
    window, came = polled.window, sum(len(digest.arrivals) for digest in polled.digests)
    if window is None or new < came:
        return None
    is_first = polled.was_never_read
    return window if is_first or await has_older(db, window.source, first_id_at(window.until)) else None


def _with_what_was_paid_for(polled: Polled, state: FetchState) -> FetchState:
    """The state; where a later page failed, with the memory of those that were paid for: they are not bought twice."""
    paid = [digest.batch.memory for digest in polled.digests if digest.batch.bill and digest.batch.memory is not None]
    return replace(state, memory=paid[-1]) if polled.trouble and paid else state


async def take_in(db: Connection, subscription: Subscription, digest: Digest) -> Arrived:
    """Store what one reply held: what came, who belongs to whom, what is gone (inside `store.write()`)."""
    arrived = await arrive(db, subscription.id, digest.arrivals, rule_for(subscription))
    if digest.kin:
        await join(db, digest.kin)
    if digest.gone:
        await delete_items(db, digest.gone)
    return arrived


def rule_for(subscription: Subscription) -> Same | None:
    """By what items of this source are found to be those of another; None where it wants them by themselves."""
    from arrowtui.ingest.same import is_same  # late: a round without news needs no rules

    return is_same if subscription.wish.joins else None
