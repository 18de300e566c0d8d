"""Keys typed ahead: each waits until what the key before it set off is done, for that may put the keyboard elsewhere.

Textual hands a key to whatever has the keyboard at that moment, and what the key does is done later, several messages
on. A slow line or a busy machine brings keys in bursts: of `/delay` the `d` would reach the list and dismiss an item
before the search line is there.
"""

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

MOST_ROUNDS = 8
PATIENCE_S = 0.5
"""A key is never kept longer than this for one pane that does not answer."""


class OrderlyKeys(App[str]):
    """An app that reads one key after the other. A key that comes while all is at rest takes no detour."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Event] = deque()

    async def on_event(self, event: events.Event) -> None:
        is_typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not is_typed or (not self._ahead and self._is_at_rest()):
            await super().on_event(event)
        else:
            self._ahead.append(event)
            if len(self._ahead) == 1:
                self.run_worker(self._catch_up(), group="keys")

    async def _catch_up(self) -> None:
        while self._ahead:
            await self._until_told()
            await super().on_event(self._ahead[0])
            self._ahead.popleft()  # only now: what comes meanwhile stands behind it

    def _way(self) -> list[MessagePump]:
        """Whom a key passes: what has the keyboard, all around it, the screen, the app."""
        return [*(self.focused or self.screen).ancestors_with_self]

    def _is_at_rest(self) -> bool:
        return not any(pump.message_queue_size for pump in self._way())

    async def _until_told(self) -> None:
        """Until nothing is on its way to any of them; what was told may have put the keyboard elsewhere."""
        for _ in range(MOST_ROUNDS):
            way = self._way()
            for pump in way:
                await _heard_all(pump)
            if self._way() == way and self._is_at_rest():
                return


async def _heard_all(pump: MessagePump) -> None:
    done = asyncio.Event()
    if pump.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await done.wait()
