"""Hearing that something changed under a folder."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

log = logging.getLogger(__name__)

QUIET_MS = 1_000
"""Changes that follow one another so closely are one: editors write a file in several steps."""
BLIND_S = 60.0
"""How often to say that something may have changed where the system cannot tell."""


async def changes(folder: Path) -> AsyncIterator[None]:
    """One word for each burst of changes to Markdown files, until cancelled. Where the system gives no news (no watches
    left, the folder gone), a word a minute."""
    from watchfiles import Change, awatch  # late: 30 ms, and only for those with a vault

    def is_note(change: Change, path: str) -> bool:
        return path.endswith(".md") and not any(part.startswith(".") for part in Path(path).parts[len(folder.parts) :])

    while True:
        try:
            async for _ in awatch(folder, watch_filter=is_note, debounce=QUIET_MS * 3, step=QUIET_MS):
                yield
        except (OSError, RuntimeError) as trouble:
            log.info("cannot watch %s: %s", folder, trouble)
        await asyncio.sleep(BLIND_S)
        yield
