"""The settings file changes under a running poller: the store follows within seconds."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_store import StoreLocked

log = logging.getLogger(__name__)

LOOK_S = 2.0


Value = TypeVar("Value")


def latest(read: Callable[[], Value], version: Callable[[], object]) -> Callable[[], Value]:
    """What a file says now, read anew only when it has changed. As long as it is faulty: what it said before.

    Raises: SettingsError at once, when it is faulty from the beginning.
    """
    held = read()
    seen = version()

    def now() -> Value:
        nonlocal held, seen
        if (found := version()) != seen:
            seen = found
            try:
                held = read()
            except SettingsError as fault:
                log.warning("%s", fault)
        return held

    return now


async def until(
    is_so: Callable[[], bool], rest: Callable[[float], Awaitable[None]] = asyncio.sleep, every_s: float = LOOK_S
) -> None:
    """Wait until something is so, looking now and then."""
    while not is_so():
        await rest(every_s)


async def follow(
    version: Callable[[], object],
    sync: Callable[[], Awaitable[None]],
    rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    told: Callable[[SettingsError | None], None] = lambda fault: None,
) -> None:
    """Call `sync` whenever the file has changed, for ever. A faulty file leaves the sources as they were.

    Args:
        version: something that is equal as long as the file is the same.
        rest: waits so many seconds between two looks.
        told: what is wrong with a file that became faulty; None when it is mended.
    Raises: StoreError when the store cannot be used at all.
    """
    seen, was_faulty = version(), False
    while True:
        await rest(LOOK_S)
        now = version()
        if now == seen:
            continue
        try:
            await sync()
        except SettingsError as fault:
            log.warning("%s", fault)
            told(fault)
            was_faulty = True
        except StoreLocked:
            continue  # tried again at the next look
        else:
            if was_faulty:
                told(None)
            was_faulty = False
        seen = now
