"""The program, so many days later: `python -m tests.e2e.later CONFIG DATA DAYS`. All but the clock is real."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from arrowtui.gateways.places import Folders
from arrowtui.settings import load_settings
from arrowtui.ui.app import ArrowApp
from arrowtui.wiring.screen import open_screen, taste_of


class LaterClock:
    """The real hour, moved."""

    def __init__(self, days: int) -> None:
        self._shift = timedelta(days=days)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift


async def show(config: Path, data: Path, days: int) -> None:
    settings = load_settings(config)
    async with open_screen(Folders(config, data), settings, clock=LaterClock(days)) as services:
        await ArrowApp(services, taste_of(settings)).run_async()


if __name__ == "__main__":
    asyncio.run(show(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
