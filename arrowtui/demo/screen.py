"""`arrowtui demo`: the screen on the invented world. What fetches and parses is a process of its own, here too."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from arrowtui.demo.clock import DemoClock
from arrowtui.demo.home import demo_folders
from arrowtui.gateways.places import Folders
from arrowtui.model.replace import replace
from arrowtui.settings import load_settings
from arrowtui.wiring.screen import ScreenServices, open_screen

DEMO = (sys.executable, "-m", "arrowtui.demo")


@asynccontextmanager
async def open_demo() -> AsyncIterator[ScreenServices]:
    """What the screen needs, in a world that has just begun; all of it is gone afterwards."""
    with demo_folders() as folders:
        await _fill(folders)
        began = datetime.now(UTC)
        poller = (*DEMO, "watch", str(folders.data_folder), began.isoformat())
        async with open_screen(
            folders, load_settings(folders.config_file), clock=DemoClock(began), poller=poller
        ) as services:
            yield replace(services, helper=DEMO)


async def run_demo(theme: str = "dark") -> None:
    """Show the demo until it is left.

    Raises: StoreError.
    """
    from arrowtui.ui.app import ArrowApp  # the screen's library: only where a screen is shown
    from arrowtui.ui.ports import Taste

    async with open_demo() as services:
        await ArrowApp(services, Taste(theme)).run_async()


async def _fill(folders: Folders) -> None:
    """Have the world made. Parsers stay out of this process."""
    command = (*DEMO, "fill", str(folders.config_file), str(folders.data_folder))
    filling = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL)
    if await filling.wait():
        raise RuntimeError("the world of the demo could not be made")
