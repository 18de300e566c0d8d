"""The poller: asks each source when its time has come, and at once when told to. For ever, or as long as its parent."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from msgspec import Struct

from arrowtui.model.errors import RequestError
from arrowtui.model.errors_store import StoreFull, StoreLocked
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SubscriptionId
from arrowtui.services.chores import Chores
from arrowtui.services.indexing import index_waiting
from arrowtui.services.refresh import Refresh, Tell
from arrowtui.services.rounds import turns
from arrowtui.store.subscriptions import fetch_states, subscriptions

log = logging.getLogger(__name__)

ANEW = timedelta(seconds=30)
TICK_S = 2.0
"""How often to look at the hour (which jumps when a machine wakes) and for new subscriptions."""
GAP = timedelta(seconds=10)
"""Between two rounds nobody asked for: what falls due meanwhile is asked together."""
REST = timedelta(minutes=1)
"""After the store could not be written."""


class Order(Struct, frozen=True):
    """What to do next: ask who is due, or these, or everybody."""

    due_only: bool = False
    names: tuple[str, ...] = ()
    only: frozenset[SubscriptionId] | None = None


RELOAD = Order(due_only=True)


class Over(Exception):
    """It is time to end."""


def order_of(line: str) -> Order | None:
    """What a line says; None where it says nothing we know.

    `refresh` asks everybody, `refresh #3 #17` the sources with these ids, `refresh NAME` one by title or address;
    `reload` looks for new and due ones; `quit` ends.

    Raises: Over.
    """
    word, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    if word == "quit":
        raise Over
    if word == "reload":
        return RELOAD
    if word != "refresh":
        return None
    numbers = [part.removeprefix("#") for part in rest.split()]
    if rest and all(part.startswith("#") and part[1:].isdecimal() for part in rest.split()):
        return Order(only=frozenset(SubscriptionId(int(number)) for number in numbers))
    return Order(names=(rest,) if rest else ())


@dataclass
class Watch:
    """Polls until the lines it hears end or say `quit`."""

    refresh: Refresh
    tell: Tell
    tick_s: float = TICK_S
    chores: Chores | None = None
    _orders: deque[Order] = field(default_factory=deque)
    _roused: asyncio.Event = field(default_factory=asyncio.Event)
    _version: int | None = None
    _due_at: datetime | None = None
    _reckoned_at: datetime | None = None
    _chores_at: datetime | None = None
    _not_before: datetime | None = None

    async def run(self, lines: AsyncIterator[str] | None = None) -> None:
        """Work until cancelled, or until `lines` end.

        Raises: StoreError when the store cannot be used at all.
        """
        try:
            async with asyncio.TaskGroup() as group:
                if lines is not None:
                    group.create_task(self._hear(lines))
                group.create_task(self._work())
        except ExceptionGroup as several:
            first = several.exceptions[0]
            if not isinstance(first, Over):
                raise first from several

    async def _hear(self, lines: AsyncIterator[str]) -> None:
        async for line in lines:
            if order := order_of(line):
                self._orders.append(order)
                self._roused.set()
        raise Over

    async def _work(self) -> None:
        while True:
            order = await self._next()
            try:
                if order != RELOAD or self._has_come(self._due_at):
                    await self.refresh.round(order.names, only=order.only, due_only=order.due_only, progress=self.tell)
                await self._do_chores()
                self._not_before = self.refresh.clock.now() + GAP
                await self._index()
            except RequestError as unknown:
                log.warning("cannot refresh: %s", unknown)
            except (StoreLocked, StoreFull) as trouble:
                log.error("the store cannot be written: %s", trouble)
                self.tell(Progress.stopped_by(trouble))
                self._not_before = self.refresh.clock.now() + REST

    async def _next(self) -> Order:
        """The next thing to do; waits for it."""
        while True:
            self._roused.clear()
            if self._orders:
                order = self._orders.popleft()
                if order != RELOAD or await self._is_somebody_due():
                    return order
            elif self._may_begin() and await self._is_somebody_due():
                return RELOAD
            elif not self._orders:
                await self._doze()

    def _may_begin(self) -> bool:
        return self._not_before is None or self.refresh.clock.now() >= self._not_before

    async def _doze(self) -> None:
        try:
            async with asyncio.timeout(self.tick_s):
                await self._roused.wait()
        except TimeoutError:
            pass

    async def _is_somebody_due(self) -> bool:
        """Reckoned anew when somebody has written to the store, and every half minute: chats begin by the clock."""
        version = await self.refresh.store.data_version()
        now = self.refresh.clock.now()
        is_fresh = self._reckoned_at is not None and abs(now - self._reckoned_at) < ANEW
        if version != self._version or not is_fresh:
            self._reckoned_at = now
            self._version, self._due_at = version, await self._earliest()
            self._chores_at = await self.chores.due_at() if self.chores else None
        return self._has_come(self._due_at) or self._has_come(self._chores_at)

    def _has_come(self, hour: datetime | None) -> bool:
        return hour is not None and hour <= self.refresh.clock.now()

    async def _do_chores(self) -> None:
        """What is due besides, unless somebody wants something."""
        if self.chores and self._has_come(self._chores_at):
            await self.chores.work(lambda: bool(self._orders))
            self._version = None  # a piece of work that changed nothing is done all the same

    async def _earliest(self) -> datetime | None:
        async with self.refresh.store.reading() as db:
            every, states = await subscriptions(db), await fetch_states(db)
        now = self.refresh.clock.now()
        return min((self.refresh.due_at(turn, now) for turn in turns(every, states)), default=None)

    async def _index(self) -> None:
        """Fill the search index until somebody wants something."""
        async for _ in index_waiting(self.refresh.store):
            if self._orders:
                return


def thinned(tell: Tell, now_s: Callable[[], float], gap_s: float = 0.1) -> Tell:
    """Passes on the beginning, the end, news and failures; of sources that had nothing to say one in `gap_s`.

    A thousand lines in a second would only keep the reader busy: their sums are in the next line anyhow.
    """
    last_s = float("-inf")

    def passed(progress: Progress) -> None:
        nonlocal last_s
        report = progress.report
        matters = report is None or report.new or report.updated or report.trouble
        if matters or now_s() - last_s >= gap_s:
            last_s = now_s()
            tell(progress)

    return passed
