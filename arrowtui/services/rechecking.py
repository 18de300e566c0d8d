"""A chore: platforms that want deleted posts to vanish from copies are asked, now and then, what they still show.

A source is gone through backwards in time, a few requests at a time, and from the top again a day after its end. Only
what the platform says is gone goes; a note stays, with title and link.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from msgspec import Struct

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait
from arrowtui.model.item import ItemId
from arrowtui.model.ports import Source
from arrowtui.model.subscription import HostWait, Subscription
from arrowtui.model.wire import Reply, Request
from arrowtui.services.answers import refused
from arrowtui.services.budget import Metered
from arrowtui.services.poll import PATIENCE_S
from arrowtui.services.refresh import Refresh
from arrowtui.services.rounds import LONG_AGO, Waits, host_of
from arrowtui.store.deletion import delete_items
from arrowtui.store.fetching import host_waits, save_host_wait
from arrowtui.store.rechecks import TOP, Stored, next_posts, progress, save_progress
from arrowtui.store.spending import settle
from arrowtui.store.subscriptions import subscriptions

log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
SOON = timedelta(hours=2)
"""After a portion that did not reach the end."""
MOST = 300
"""Posts of one portion."""
REQUESTS = 12
"""Requests of one portion; one alone to a host that wants long gaps between them."""
SHARE = 10 * 31
"""Where each post is charged for: a tenth of the month's budget, day by day, for all sources of the kind together."""
Options = tuple[tuple[str, str], ...]


@runtime_checkable
class Rechecks(Protocol):
    """A kind of source that can be asked which of its posts still exist."""

    def recheck(self, native_ids: Iterable[str], options: Options) -> tuple[Request, ...]:
        """The requests; `read` gives those that are gone as `deleted`. Raises: FetchError where it cannot be asked."""
        ...


class _Turn(Struct, frozen=True):
    """A source that can be asked so: down to where it was gone through, and when it is to go on."""

    one: Subscription
    below: ItemId | None
    due_at: datetime
    sisters: int = 1
    """So many sources of its kind can be asked so, itself among them."""


@dataclass(slots=True)
class _Heard:
    """What a portion brought. `is_whole`: nobody refused to answer."""

    gone: list[str] = field(default_factory=list)
    waits: list[HostWait] = field(default_factory=list)
    is_whole: bool = True


class Rechecking(Struct, frozen=True):
    """With the means of a refresh."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """When the next source is to be asked after; one that is new here at once, to be put off for a day."""
        return min((turn.due_at for turn in await self._turns()), default=None)

    async def work(self) -> None:
        """Ask after the next posts of every source whose time has come."""
        for turn in await self._turns():
            if turn.due_at <= self.refresh.clock.now() and not await self._rests(turn.one):
                await self._go_on(turn)

    async def _turns(self) -> list[_Turn]:
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            every, known = await subscriptions(db), await progress(db)
            waits = Waits.of(await host_waits(db))
        can = {
            kind for kind in {one.wish.kind for one in every} if isinstance(self.refresh.sources.get(kind), Rechecks)
        }
        able = [one for one in every if not one.wish.paused and one.wish.kind in can]
        kinds = Counter(one.wish.kind for one in able)
        turns = []
        for one in able:
            done, sisters = known.get(one.id), kinds[one.wish.kind]
            until = waits.for_host(_host(one), now) or LONG_AGO
            due = max(done.due_at, until) if done else now
            turns.append(_Turn(one, done.item if done else None, due, sisters))
        return turns

    async def _rests(self, one: Subscription) -> bool:
        """Whether its host wants to be left alone, since a turn before this one perhaps."""
        async with self.refresh.store.reading() as db:
            return Waits.of(await host_waits(db)).for_host(_host(one), self.refresh.clock.now()) is not None

    async def _go_on(self, turn: _Turn) -> None:
        one, below = turn.one, turn.below
        if below is None:  # seen for the first time: what it brings now is fresh
            await self._done(one, ItemId(TOP), EVERY, _Heard())
            return
        source = self.refresh.sources[one.wish.kind]
        assert isinstance(source, Rechecks)  # by `_turns`
        async with self.refresh.store.reading() as db:
            found = await next_posts(db, one.id, one.wish.kind, below, MOST)
        try:
            posts, requests = _portion(source, found, one.wish.options, self._most_requests(one))
            posts, requests, wait = _affordable(source, posts, requests, one.wish.options, turn.sisters)
        except FetchError as error:
            self._tell(one, error)
            await self._done(one, below, EVERY, _Heard())
            return
        heard = await self._hear(one, posts, requests)
        if not heard.is_whole:
            await self._done(one, below, EVERY, heard)
        elif len(posts) == len(found) < MOST:
            await self._done(one, ItemId(TOP), wait or EVERY, heard)
        else:
            await self._done(one, posts[-1].item, wait or SOON, heard)

    def _most_requests(self, one: Subscription) -> int:
        return 1 if self.refresh.sources[one.wish.kind].manners.gap_s > PATIENCE_S else REQUESTS

    async def _hear(self, one: Subscription, posts: Sequence[Stored], requests: Sequence[Request]) -> _Heard:
        """Ask, each host one request at a time, hosts side by side."""
        heard, queues = _Heard(), dict[str, list[Request]]()
        for request in requests:
            queues.setdefault(host_of(request.address), []).append(request)
        names = {post.native_id: post.key for post in posts}
        async with asyncio.TaskGroup() as group:
            for queue in queues.values():
                group.create_task(self._queue(one, queue, names, heard))
        return heard

    async def _queue(self, one: Subscription, queue: Sequence[Request], names: dict[str, str], heard: _Heard) -> None:
        """What one host says. Who does not answer, or refuses, says nothing about any post."""
        source = self.refresh.sources[one.wish.kind]
        gap_s = source.manners.gap_s
        for place, request in enumerate(queue):
            if place and 0 < gap_s <= PATIENCE_S:
                await self.refresh.pause(gap_s)
            try:
                gone = await self._asked(one, source, request, heard)
            except FetchError as error:
                self._tell(one, error)
                heard.is_whole = heard.is_whole and request.is_extra
                return
            heard.gone += [names[name] for name in gone if name in names]

    async def _asked(self, one: Subscription, source: Source, request: Request, heard: _Heard) -> tuple[str, ...]:
        """Those a reply says are gone. Raises: FetchError."""
        wire = Metered(self.refresh.wire, self.refresh.store, self.refresh.clock)
        reply = await wire.fetch(request)
        error = None if reply.status in request.accepts else source.refused(reply) or refused(reply)
        heard.waits += self._waits(source, reply, error)
        if error is not None:
            raise error
        batch = source.read(reply, one.wish.options, "")
        if batch.bill is not None:
            async with self.refresh.store.write() as db:
                await settle(db, batch.bill, batch.billed)
        return batch.deleted

    def _waits(self, source: Source, reply: Reply, error: FetchError | None) -> list[HostWait]:
        """How long its host is left alone now, by whoever asks."""
        now, wishes = self.refresh.clock.now(), [source.rest_until(reply)]
        if isinstance(error, AskedToWait):
            wishes.append(now + timedelta(seconds=error.wait_s))
        if source.manners.gap_s > PATIENCE_S:
            wishes.append(now + timedelta(seconds=source.manners.gap_s))
        until = max((wish for wish in wishes if wish is not None and wish > now), default=None)
        hosts = sorted({host_of(reply.request.address), host_of(reply.address)}) if until else []
        return [HostWait(host, until) for host in hosts if until]

    def _tell(self, one: Subscription, error: FetchError) -> None:
        log.info("%s (%s) could not be asked after: %s", one.title, one.wish.kind, error.headline())

    async def _done(self, one: Subscription, below: ItemId, wait: timedelta, heard: _Heard) -> None:
        now = self.refresh.clock.now()
        async with self.refresh.store.write() as db:
            await delete_items(db, heard.gone)
            await save_progress(db, one.id, below, now, now + wait)
            for rest in heard.waits:
                await save_host_wait(db, rest)


def _host(one: Subscription) -> str:
    """Where a source is asked."""
    return host_of(dict(one.wish.options).get("base") or one.wish.address)


def _names(posts: Sequence[Stored]) -> list[str]:
    return [post.native_id for post in posts if not post.is_restricted]


def _portion(
    source: Rechecks, posts: Sequence[Stored], options: Options, most: int
) -> tuple[Sequence[Stored], tuple[Request, ...]]:
    """As many of the posts as so many requests ask after. Raises: FetchError."""
    requests = source.recheck(_names(posts), options)
    if len(requests) > most:
        return _portion(source, posts[: max(1, len(posts) * most // len(requests))], options, most)
    return posts, requests


def _affordable(
    source: Rechecks, posts: Sequence[Stored], requests: tuple[Request, ...], options: Options, sisters: int
) -> tuple[Sequence[Stored], tuple[Request, ...], timedelta | None]:
    """As many as the day's share of the budget pays for, one at least, and how long to wait then; None: nothing costs.

    Asking after posts must not eat what reading new ones may cost.
    """
    bills = [request.bill for request in requests if request.bill is not None]
    if not bills:
        return posts, requests, None
    price = max(1, sum(bill.micros for bill in bills) // len(posts))
    share = max(1, bills[0].cap // SHARE // sisters)
    paid = posts[: max(1, share // price)]
    if len(paid) < len(posts):
        requests = source.recheck(_names(paid), options)
    return paid, requests, EVERY * max(1, -(-price // share))
