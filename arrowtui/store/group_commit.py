"""Several writes in one transaction, where they come faster than one by one is worth it.

A commit writes every page it touched to the log, and the pages of an index are touched by nearly every write: sixteen
together cost a third less than sixteen alone. Nobody else can write meanwhile. So a transaction ends as soon as
another process waits to write (a mark or note of the person's, from the screen), and is kept short by the clock for
those in this one: where the machine has much to do, fewer of a group go together.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any, Generic, TypeVar

from arrowtui.model.errors_store import StoreLocked
from arrowtui.store import Connection, Store

T = TypeVar("T")
Work = Callable[[Connection], Coroutine[object, None, T]]

MOST_WRITES = 16
MOST_ITEMS = 800
"""In a group: more are not gathered."""
HELD_S = 0.05
"""After so long in one transaction no other write is begun in it."""
LONGEST_S = 0.2
"""How long a write waits for others to go with."""
SLOW_S = 0.25
"""After a transaction that took so long (a slow disk, a busy machine) each write goes alone for a while."""


class GroupCommit(Generic[T]):
    """Gathers writes while more are `expected`, and stores up to sixteen together. `close` at the end."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._expected = 0
        self._most = MOST_WRITES
        self._gathering: _Group[T] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @contextmanager
    def expected(self) -> Iterator[None]:
        """While something is done that a write will probably come of."""
        self._expected += 1
        try:
            yield
        finally:
            self._expected -= 1

    async def write(self, work: Work[T], items: int) -> T:
        """Store so many items; returns once they are committed. Each write is whole by itself: where one of a group
        fails, each is done anew in a transaction of its own. Cancelled, it is done to its end nevertheless.

        Args:
            work: waits for nothing but the store.
        Raises: StoreError as `Store.write`, and whatever `work` raises.
        """
        group = self._with_room(items)
        outcome = group.add(work, items)
        self.look()
        either: set[asyncio.Future[Any]] = {group.task, outcome}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if outcome.done():
            return outcome.result()
        failure = group.task.exception()
        if failure is not None and (len(group.writes) == 1 or isinstance(failure, StoreLocked)):
            raise failure  # was done alone, or has waited for long enough already
        return await self._store.write_at_once(work)

    def look(self) -> None:
        """Store what is gathered unless it is worth waiting for more."""
        if self._gathering is not None and (not self._expected or self._is_full(self._gathering)):
            self._begin()

    async def close(self) -> None:
        """Store what is gathered, and wait until nothing is being written any more."""
        self._begin()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _with_room(self, items: int) -> "_Group[T]":
        group = self._gathering
        if group is not None and group.items + items <= MOST_ITEMS:
            return group
        self._begin()
        self._gathering = group = _Group[T]()
        group.task = asyncio.create_task(self._stored(group))
        self._tasks.add(group.task)
        group.task.add_done_callback(self._tasks.discard)
        return group

    def _is_full(self, group: "_Group[T]") -> bool:
        return len(group.writes) >= self._most or group.items >= MOST_ITEMS

    def _begin(self) -> None:
        group, self._gathering = self._gathering, None
        if group is not None:
            group.ready.set()

    async def _stored(self, group: "_Group[T]") -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_S):
                await group.ready.wait()
        if self._gathering is group:
            self._gathering = None
        left = group.writes
        while left:
            done = await self._timed(partial(self._some, works=[work for work, _ in left]))
            for (_, outcome), result in zip(left, done, strict=False):
                outcome.set_result(result)
            left = left[len(done) :]

    async def _timed(self, works: Work[list[T]]) -> list[T]:
        begun = monotonic()
        try:
            return await self._store.write_at_once(works)
        finally:
            is_slow = monotonic() - begun > SLOW_S
            self._most = 1 if is_slow else min(MOST_WRITES, 2 * self._most)

    async def _some(self, db: Connection, works: Sequence[Work[T]]) -> list[T]:
        """What came of the first, and of the next as long as there is time and nobody else waits."""
        until = monotonic() + HELD_S
        done = [await works[0](db)]
        while len(done) < len(works) and monotonic() < until and not self._store.is_awaited():
            done.append(await works[len(done)](db))
        return done


class _Group(Generic[T]):
    """Writes that go together, each with what will come of it."""

    task: asyncio.Task[None]

    def __init__(self) -> None:
        self.writes: list[tuple[Work[T], asyncio.Future[T]]] = []
        self.items = 0
        self.ready = asyncio.Event()

    def add(self, work: Work[T], items: int) -> asyncio.Future[T]:
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.writes.append((work, outcome))
        self.items += items
        return outcome
