"""A round of polling: from the wire to the store. The conductor; what to do when is decided elsewhere.

A source is whole by itself: its items and its own state are committed together or not at all, and told of when they
are. So a round may be cancelled or killed anywhere; what is committed is right, and what is not is asked again.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from msgspec import Struct

from arrowtui.gateways.neighbours import Neighbours
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors import StoreError
from arrowtui.model.ports import Clock, Source, Wire
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import FetchState, Report, Subscription, SubscriptionId, Wish
from arrowtui.model.wire import Reply
from arrowtui.services.budget import Metered
from arrowtui.services.digest import Classify, by_rules
from arrowtui.services.digesting import Digesting, digest_here
from arrowtui.services.naming import named_in_settings
from arrowtui.services.poll import ContextOf, Poll, Polled
from arrowtui.services.rounds import Turn, Waits, due_at, queues, turns
from arrowtui.services.shelving import Shelf
from arrowtui.store import Store
from arrowtui.store.group_commit import MOST_WRITES
from arrowtui.store.subscriptions import fetch_states, host_waits, source_rows, subscriptions

log = logging.getLogger(__name__)

HOSTS_AT_ONCE = 64
DIGESTING_AT_ONCE = 16
"""Replies understood beside each other: more would only fill memory."""
STORING_AT_ONCE = 24
"""Results that wait to be stored, or are being stored, while other replies are understood: several sources are one
transaction, and whoever understands replies should never have to wait for that."""
LOOKS, LOOK_S = 120, 0.25
"""How often and how far apart the store is looked at for what another program asked."""
NOBODY = Neighbours()

Tell = Callable[[Progress], None]


async def plain_contexts() -> ContextOf:
    """What lanes are told of a source when nothing else is known: its kind, title and configured lane."""

    def context_of(one: Subscription) -> LaneContext:
        return LaneContext(one.wish.kind, one.title, one.wish.sorted_to)

    return context_of


class Refresh(Struct, frozen=True):
    """Asks sources and stores what they say.

    `contexts` is asked once a round for what the lanes should know of each source. `own_hosts` are hosts the person
    calls hers. `digesting` may put helpers to work; `expecting` is told how many sources were never asked, whose
    content is sure to come. So many sources `together` may be one transaction: 1 where the writes of a person at the
    screen should not wait for that. `jitter` draws numbers from 0 to 1, `pause` lets seconds pass. `is_live` tells
    whose chat is on just now: such sources are asked at the pace of a chat. `neighbours` are the other programs that
    ask for the same store.
    """

    store: Store
    wire: Wire
    sources: Mapping[str, Source]
    clock: Clock
    classify: Classify = by_rules
    contexts: Callable[[], Awaitable[ContextOf]] = plain_contexts
    own_hosts: Collection[str] = ()
    digesting: Digesting = digest_here
    expecting: Callable[[int], None] = lambda replies: None
    together: int = MOST_WRITES
    jitter: Callable[[], float] = random.random
    is_live: Callable[[Wish], bool] = lambda wish: False
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    neighbours: Neighbours = NOBODY

    async def round(
        self,
        names: Sequence[str] = (),
        *,
        due_only: bool,
        progress: Tell,
        only: Collection[SubscriptionId] | None = None,
    ) -> tuple[Report, ...]:
        """Ask everybody whose turn it is, hosts side by side and each host one request at a time.

        Args:
            names: titles or addresses; these sources alone, even paused or ended ones. None named: all.
            due_only: leave out those whose time has not come.
            progress: told at the beginning, after each source and at the end.
            only: as `names`, by id.
        What another program is asking meanwhile is left to it, and done when the store holds what it brought.
        Returns: one report a source, in the order they were done. Failures are reports, not exceptions.
        Raises: UnknownSource, SeveralSources, RemovedSource; StoreError when nothing can be stored at all.
        """
        asked = await self._asked(names, only)
        async with self.store.reading() as db:
            every = await subscriptions(db)
            states, waits = await fetch_states(db), Waits.of(await host_waits(db))
        now = self.clock.now()
        due = [turn for turn in turns(every, states, asked) if not due_only or self.due_at(turn, now) <= now]
        self.expecting(sum(turn.state.last_polled_at is None for turn in due))
        shelf = Shelf(self.store, self.together)
        poll = Poll(
            wire=Metered(self.wire, self.store, self.clock),
            sources=self.sources,
            clock=self.clock,
            classify=self.classify,
            context_of=await self.contexts(),
            own_hosts=self.own_hosts,
            digesting=shelf.awaiting(self.digesting),
            jitter=self.jitter,
            is_live=self.is_live,
            waits=waits,
            pause=self.pause,
            neighbours=self.neighbours,
        )
        return await _Round(poll, shelf, progress, len(due)).run(queues(due))

    def due_at(self, turn: Turn, now: datetime) -> datetime:
        """When the time of a source comes, at the pace of a chat while its chat is on."""
        wish = turn.subscription.wish
        source = self.sources.get(wish.kind)
        return due_at(turn, now, source.manners.live_s if source and self.is_live(wish) else None)

    async def _asked(
        self, names: Sequence[str], only: Collection[SubscriptionId] | None
    ) -> frozenset[SubscriptionId] | None:
        if not names:
            return None if only is None else frozenset(only)
        async with self.store.reading() as db:
            rows = await source_rows(db)
        return frozenset(named_in_settings(rows, name).id for name in names) | frozenset(only or ())


def report_of_other(subscription: Subscription, state: FetchState) -> Report:
    """How a poll by another program went: what it brought is counted there."""
    is_well = state.trouble is None
    return Report(subscription.id, subscription.title, unchanged=is_well, trouble=state.trouble, elsewhere=True)


@dataclass
class _Round:
    """One round while it runs."""

    poll: Poll
    shelf: Shelf
    progress: Tell
    total: int
    reports: list[Report] = field(default_factory=list)
    new: int = 0
    failing: int = 0
    hosts: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(HOSTS_AT_ONCE))
    digests: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(DIGESTING_AT_ONCE))
    results: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(STORING_AT_ONCE))
    elsewhere: dict[SubscriptionId, Turn] = field(default_factory=dict)

    async def run(self, due: Sequence[Sequence[Turn]]) -> tuple[Report, ...]:
        self._tell(None)
        if not due:
            return ()  # begun and ended with one word
        await self._ask_all(due)
        if self.elsewhere:
            await self._hear_of_others()
        if self.elsewhere:  # whoever asked them has ended, or is very slow
            left, self.elsewhere = tuple(self.elsewhere.values()), {}
            await self._ask_all(queues(left), in_any_case=True)
        self._tell(None)
        return tuple(self.reports)

    async def _ask_all(self, due: Sequence[Sequence[Turn]], *, in_any_case: bool = False) -> None:
        clearing = asyncio.create_task(self.shelf.keep_clearing())
        try:
            async with asyncio.TaskGroup() as group:
                for queue in due:
                    group.create_task(self._queue(queue, group, in_any_case))
        except ExceptionGroup as several:
            raise several.exceptions[0] from several  # the store's: everything about one source is caught below
        finally:
            clearing.cancel()
            await asyncio.gather(clearing, return_exceptions=True)  # what it could not store is stored or told now
            await self.shelf.clear()

    async def _hear_of_others(self) -> None:
        """Wait until the store holds what other programs asked for us, as long as they are at it."""
        for _ in range(LOOKS):
            async with self.shelf.store.reading() as db:
                states = await fetch_states(db)
            for source, turn in tuple(self.elsewhere.items()):
                state = states.get(source, turn.state)
                if state.last_polled_at != turn.state.last_polled_at:
                    del self.elsewhere[source]
                    self._note(report_of_other(turn.subscription, state))
            if not any(map(self.poll.is_asked_elsewhere, self.elsewhere.values())):
                return
            await self.poll.pause(LOOK_S)

    async def _queue(self, queue: Sequence[Turn], group: asyncio.TaskGroup, in_any_case: bool) -> None:
        """One host: its sources one after the other. A reply with content is taken in while the next is fetched."""
        async with self.hosts:
            for turn in queue:
                if not in_any_case and self.poll.is_asked_elsewhere(turn):
                    self.elsewhere[turn.subscription.id] = turn
                    continue
                reply = await self._alone(turn, self._ask)
                if reply is not None:
                    await self.digests.acquire()
                    group.create_task(self._alone(turn, partial(self._take_in, reply=reply)))

    async def _ask(self, turn: Turn) -> Reply | None:
        answer = await self.poll.ask(turn)
        if isinstance(answer, Reply):
            return answer
        await self._done(turn, answer)
        return None

    async def _take_in(self, turn: Turn, reply: Reply) -> None:
        try:
            polled = await self.poll.understand(turn, reply)
            await self.results.acquire()
        finally:
            self.digests.release()
        try:
            await self._done(turn, polled)
        finally:
            self.results.release()

    async def _alone(self, turn: Turn, step: Callable[[Turn], Coroutine[None, None, Reply | None]]) -> Reply | None:
        """Run one source's step as a task of its own: what nobody expected ends the task, not the round."""
        task = asyncio.create_task(step(turn))
        try:
            await asyncio.wait({task})
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        bug = None if task.cancelled() else task.exception()
        if bug is None or isinstance(bug, StoreError):
            return task.result()
        log.error("%s (%s)", turn.subscription.title, turn.subscription.wish.kind, exc_info=bug)
        await self._done(turn, self.poll.stumbled(turn))
        return None

    async def _done(self, turn: Turn, polled: Polled) -> None:
        self._note(await self.shelf.put(turn.subscription, polled))

    def _note(self, report: Report) -> None:
        self.reports.append(report)
        self.new += report.new
        self.failing += report.trouble is not None
        self._tell(report)

    def _tell(self, report: Report | None) -> None:
        self.progress(Progress(len(self.reports), self.total, self.new, self.failing, report))
