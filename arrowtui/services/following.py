"""The settings file changes under a running poller: the store follows within seconds."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from arrowtui.model.errors import SettingsError, StoreLocked

log = logging.getLogger(__name__)

LOOK_S = 2.0


async def follow(
    version: Callable[[], object],
    sync: Callable[[], Awaitable[None]],
    rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Call `sync` whenever the file has changed, for ever. A faulty file is logged and leaves the sources as they were.

    Args:
        version: something that is equal as long as the file is the same.
        rest: waits so many seconds between two looks.
    Raises: StoreError when the store cannot be used at all.
    """
    seen = version()
    while True:
        await rest(LOOK_S)
        now = version()
        if now == seen:
            continue
        try:
            await sync()
        except SettingsError as fault:
            log.warning("%s", fault)
        except StoreLocked:
            continue  # tried again at the next look
        seen = now
