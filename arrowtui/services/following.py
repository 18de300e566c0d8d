"""The settings file changes under a running poller: the store follows within seconds."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from arrowtui.model.errors import SettingsError, StoreLocked

log = logging.getLogger(__name__)

LOOK_S = 2.0


async def follow(path: Path, sync: Callable[[], Awaitable[None]], look_s: float = LOOK_S) -> None:
    """Call `sync` whenever the file has changed, for ever. A faulty file is logged and leaves the sources as they were.

    Raises: StoreError when the store cannot be used at all.
    """
    seen = _state(path)
    while True:
        await asyncio.sleep(look_s)
        now = _state(path)
        if now == seen:
            continue
        try:
            await sync()
        except SettingsError as fault:
            log.warning("%s", fault)
        except StoreLocked:
            continue  # tried again at the next look
        seen = now


def _state(path: Path) -> tuple[int, int, int] | None:
    """What tells one version of the file from the next; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
