"""When a screen has come to rest.

Textual's pilot takes a process that is given no processor for an idle one, and looks once at each queue: on a busy
machine a chain of messages (key, widget, pane, screen) is then half told. Here it is told to its end, and since
nothing is measured nothing is waited for either.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from arrowtui.ui.typeahead import OrderlyKeys

QUIET = 2
"""So many rounds through all queues without anything new."""
TURNS = 5
"""After so many turns of the loop a key that was pressed is in the queue of the app."""
PATIENCE_S = 60.0

Round = Callable[[Pilot[Any]], Awaitable[bool]]
Press = Callable[..., Awaitable[None]]


def rest_always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `pilot.press` and `pilot.pause` returns with the screen at rest."""
    monkeypatch.setattr(Pilot, "_wait_for_screen", until_rest(Pilot._wait_for_screen))
    monkeypatch.setattr(Pilot, "press", one_by_one(Pilot.press))
    for module in ("pilot", "app"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", turns)


def until_rest(once: Round) -> Round:
    """`Pilot._wait_for_screen`, which goes once through every queue, until all is told and painted."""

    async def wait(pilot: Pilot[Any], timeout: float = PATIENCE_S) -> bool:
        limit = time.monotonic() + timeout
        quiet = 0
        while quiet < QUIET:
            assert time.monotonic() < limit, "the screen never comes to rest"
            if not await once(pilot):
                return False  # it failed, or is over: the pilot tells
            quiet = 0 if is_busy(pilot.app) else quiet + 1
        return True

    return wait


def one_by_one(press: Press) -> Press:
    """`Pilot.press` with a rest after each key."""

    async def pressed(pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(pilot, key)

    return pressed


async def turns(*_: float) -> None:
    """`wait_for_idle`, whatever share of the processor there is."""
    for _turn in range(TURNS):
        await asyncio.sleep(0)


def keys_wait(app: App[Any]) -> bool:
    """Whether keys wait for the one before them; not where that waits for what a test holds back."""
    return isinstance(app, OrderlyKeys) and bool(app._ahead) and not app._holders


def is_busy(app: App[Any]) -> bool:
    """Whether something was still to be told; what waits for the next painting is painted now."""
    pumps = [app, *(pump for screen in app.screen_stack for pump in screen.walk_children(with_self=True))]
    is_told = not any(pump.message_queue_size or pump._next_callbacks for pump in pumps) and not keys_wait(app)
    is_painted = not app.screen._callbacks and app._resize_event is None  # another size is taken up a moment later
    app.screen._on_timer_update()
    return not (is_told and is_painted)
