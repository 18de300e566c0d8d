"""What the poller does besides asking sources: small pieces of work, each when its time has come."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from arrowtui.model.errors import StoreError
from arrowtui.model.ports import Clock

log = logging.getLogger(__name__)

REST = timedelta(hours=1)
"""After a piece of work that failed in a way nobody expected."""


class Chore(Protocol):
    """One kind of such work."""

    async def due_at(self) -> datetime | None:
        """When there is something to do; None: nothing waits. Raises: StoreError."""
        ...

    async def work(self) -> None:
        """Do one piece of it, small enough that nobody waits long behind it. Raises: StoreError."""
        ...


class Chores:
    """Several of them. One that stumbles rests for a while and keeps nobody else from working."""

    def __init__(self, chores: Sequence[Chore], clock: Clock) -> None:
        self._chores, self._clock = tuple(chores), clock
        self._rests: dict[int, datetime] = {}

    async def due_at(self) -> datetime | None:
        """When the next of them has something to do. Raises: StoreError."""
        times = [await self._due(place) for place in range(len(self._chores))]
        return min((time for time in times if time is not None), default=None)

    async def work(self, is_wanted: Callable[[], bool] = lambda: False) -> None:
        """One piece of each whose time has come; ends as soon as somebody wants something else. Raises: StoreError."""
        for place, chore in enumerate(self._chores):
            if is_wanted():
                return
            due = await self._due(place)
            if due is not None and due <= self._clock.now():
                await self._alone(place, chore)

    async def _due(self, place: int) -> datetime | None:
        due = await self._chores[place].due_at()
        rest = self._rests.get(place)
        return due if due is None or rest is None else max(due, rest)

    async def _alone(self, place: int, chore: Chore) -> None:
        """As a task of its own: what nobody expected ends the task, not the poller."""
        task = asyncio.create_task(chore.work())
        try:
            await asyncio.wait({task})
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        bug = None if task.cancelled() else task.exception()
        if bug is None or isinstance(bug, StoreError):
            task.result()
            return
        log.error("%s stumbled", type(chore).__name__, exc_info=bug)
        self._rests[place] = self._clock.now() + REST
