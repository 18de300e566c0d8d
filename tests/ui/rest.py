"""When a screen has come to rest.

Textual's pilot takes a process that is given no processor for an idle one, and looks once at each queue: on a busy
machine a chain of messages (key, widget, pane, screen) is then half told. Here it is told to its end.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot

QUIET = 3
"""So many rounds through all queues without anything new."""
PATIENCE_S = 60.0

Round = Callable[[Pilot[Any]], Awaitable[bool]]
Press = Callable[..., Awaitable[None]]


def patiently(once: Round) -> Round:
    """`Pilot._wait_for_screen`, which goes once through every queue, until all is told and painted."""

    async def wait(pilot: Pilot[Any], timeout: float = PATIENCE_S) -> bool:
        limit = time.monotonic() + timeout
        quiet = 0
        while quiet < QUIET:
            assert time.monotonic() < limit, "the screen never comes to rest"
            if not await once(pilot):
                return False  # it failed: the pilot tells how
            quiet = 0 if _is_busy(pilot.app) else quiet + 1
        return True

    return wait


def one_by_one(press: Press) -> Press:
    """`Pilot.press`, which types the next key when the process seems idle, with a rest after each key."""

    async def pressed(pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(pilot, key)

    return pressed


def _is_busy(app: App[Any]) -> bool:
    """Whether something is still to be told; what waits for the next painting is painted now."""
    pumps = [app, *(pump for screen in app.screen_stack for pump in screen.walk_children(with_self=True))]
    is_told = not any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
    is_painted = not app.screen._callbacks
    app.screen._on_timer_update()
    return not (is_told and is_painted)
