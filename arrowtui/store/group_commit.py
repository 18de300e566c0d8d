"""Several writes in one transaction, where they come faster than one by one is worth it.

A commit writes every page it touched to the log, and the pages of an index are touched by nearly every write: eight
together cost a quarter less than eight alone. Nobody else can write meanwhile, so a group is kept short.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Generic, TypeVar

from arrowtui.model.errors_store import StoreLocked
from arrowtui.store import Connection, Store

T = TypeVar("T")
Work = Callable[[Connection], Coroutine[object, None, T]]

MOST_WRITES = 8
MOST_ITEMS = 400
"""In one transaction: up to 20 ms of work, for so long a mark or note of the person's may have to wait."""
LONGEST_S = 0.1
"""How long a write waits for others to go with."""
SLOW_S = 0.25
"""After a transaction that took so long (a slow disk, a busy machine) each write goes alone for a while."""


class GroupCommit(Generic[T]):
    """Gathers writes while more are `expected`, and stores them together. `close` at the end."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._expected = 0
        self._most = MOST_WRITES
        self._gathering: _Group[T] | None = None
        self._tasks: set[asyncio.Task[list[T]]] = set()

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
        place = group.add(work, items)
        self.look()
        await asyncio.wait({group.task})
        failure = group.task.exception()
        if failure is None:
            return group.task.result()[place]
        if len(group.works) == 1 or isinstance(failure, StoreLocked):  # waited for long enough already
            raise failure
        return await self._store.write_at_once(work)

    def look(self) -> None:
        """Store what is gathered unless it is worth waiting for more."""
        if self._gathering is not None and (not self._expected or self._gathering.is_full(self._most)):
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

    def _begin(self) -> None:
        group, self._gathering = self._gathering, None
        if group is not None:
            group.ready.set()

    async def _stored(self, group: "_Group[T]") -> list[T]:
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_S):
                await group.ready.wait()
        if self._gathering is group:
            self._gathering = None
        begun = time.monotonic()
        try:
            return await self._store.write_at_once(partial(_all, works=group.works))
        finally:
            is_slow = time.monotonic() - begun > SLOW_S
            self._most = 1 if is_slow else min(MOST_WRITES, 2 * self._most)


class _Group(Generic[T]):
    """Writes that go together."""

    task: asyncio.Task[list[T]]

    def __init__(self) -> None:
        self.works: list[Work[T]] = []
        self.items = 0
        self.ready = asyncio.Event()

    def add(self, work: Work[T], items: int) -> int:
        """Returns: the place of what comes of it."""
        self.works.append(work)
        self.items += items
        return len(self.works) - 1

    def is_full(self, most: int) -> bool:
        return len(self.works) >= most or self.items >= MOST_ITEMS


async def _all(db: Connection, works: Sequence[Work[T]]) -> list[T]:
    return [await work(db) for work in works]
