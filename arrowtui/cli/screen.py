"""The screen itself and the demo: the only commands that import Textual."""

import asyncio
import codecs
import gc
import os
import sys

from msgspec import Struct

from arrowtui.cli.checked import checked
from arrowtui.cli.ends import guarded
from arrowtui.cli.output import tell
from arrowtui.gateways.places import Folders, folders
from arrowtui.model.replace import replace
from arrowtui.settings import Settings

DEMO_DOOR = "demo"
"""What the screen answers when the newcomer wants to look around."""

SWITCH_S = 0.0005
"""How long the thread that paints may hold up the one that reads the store. With Python's own 5 ms a page of 200 rows,
each of which asks for its turn, waits for the whole painting of a screen."""

FRAMES_A_SECOND = "500"
"""Textual paints what has changed at the beats of a clock, and after a rest may miss one: at its usual 60 a key waits
up to 33 ms, at 500 up to 4. Where nothing changes nothing is painted, so quick beats cost nothing."""


def start() -> int:
    """The bare command: the screen on the usual folders. Returns the exit code."""
    return guarded(lambda: open_screen(folders()))


def open_screen(places: Folders, begin: str = "") -> None:
    """Open the screen on a person's own store. The settings are read first, so a fault is told before it opens; and
    again where they were changed and it has to begin anew.

    Args:
        begin: a command to run as soon as it is there ("review").

    Raises: SettingsError, NoTerminal, DumbTerminal, NotUtf8, StoreError.
    """
    end: End | None = End("", begin)
    while end is not None:
        settings = checked(places, places.settings_cache)
        _need_terminal()
        end = asyncio.run(_run(places, settings, end))
        if end is not None and end.door == DEMO_DOOR:
            open_demo()
            return


class End(Struct, frozen=True):
    """How a screen ended, and how the next one begins."""

    door: str
    begin: str = ""
    greeting: str = ""


async def _run(places: Folders, settings: Settings, before: End) -> End | None:
    gc.disable()  # hardly anything made before the first rows is garbage: the screen enables it when they are there
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_A_SECOND)  # read when Textual is imported
    from arrowtui.ui.app import ArrowApp
    from arrowtui.wiring.screen import open_screen, taste_of
    from arrowtui.wiring.shell import write_log

    sys.setswitchinterval(SWITCH_S)
    write_log(places)
    taste = taste_of(settings, before.begin, before.greeting)
    async with open_screen(places, settings) as services:
        app = ArrowApp(services, replace(taste, orders=await services.arranging.orders()))
        door = await app.run_async()
    return None if door is None else End(door, app.begin, app.greeting)


def _need_terminal() -> None:
    """Textual reads keys where the input is and paints where errors are told. Without a terminal it would run for
    ever, asking a file for keys.

    Raises: NoTerminal, DumbTerminal, NotUtf8.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        from arrowtui.model.errors_screen import NoTerminal  # start-up time

        raise NoTerminal
    if os.environ.get("TERM") == "dumb":
        from arrowtui.model.errors_screen import DumbTerminal  # start-up time

        raise DumbTerminal
    if codecs.lookup(sys.stderr.encoding).name != "utf-8":
        from arrowtui.model.errors_screen import NotUtf8  # start-up time

        raise NotUtf8(sys.stderr.encoding)


def open_demo() -> None:
    """Open the screen on the sample world.

    Raises: NoTerminal, DumbTerminal, NotUtf8, StoreError.
    """
    _need_terminal()
    tell("Making the sample world, a moment …")  # seconds on a busy machine: nobody looks at an empty terminal
    from arrowtui.demo.screen import run_demo

    asyncio.run(run_demo())
