"""One task for each source that is wanted, as long as it is wanted as it is."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field

from arrowtui.model.subscription import Subscription, SubscriptionId, Wish

Key = tuple[SubscriptionId, Wish]
"""A source whose wish was changed is another: its task begins anew."""


@dataclass
class OneEach:
    """Begins `keep` for a source that is wanted, and ends it when it is wanted no more. A task that ended by itself is
    not begun again: `keep` goes on for ever."""

    keep: Callable[[Subscription], Coroutine[None, None, None]]
    _running: dict[Key, asyncio.Task[None]] = field(default_factory=dict)

    async def follow(self, wanted: Iterable[Subscription]) -> None:
        """These are wanted now, and no others; returns when those that are not have ended."""
        by_key = {(one.id, one.wish): one for one in wanted}
        await self._end([key for key in self._running if key not in by_key])
        for key, one in by_key.items():
            if key not in self._running:
                self._running[key] = asyncio.create_task(self.keep(one))

    async def end(self) -> None:
        """End all of them."""
        await self._end(list(self._running))

    async def _end(self, gone: list[Key]) -> None:
        tasks = [self._running.pop(key) for key in gone]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
