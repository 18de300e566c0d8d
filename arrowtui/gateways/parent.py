"""The poller's side of being a child: hear the parent, notice its end, stand back behind it."""

import asyncio
import os
import stat
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

LOOK_S = 2.0
MANNERS = 19


def is_spoken_to() -> bool:
    """Whether standard input is a line from a parent: a pipe or socket, neither a terminal nor nothing."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def stand_back() -> None:
    """Let others go first: the screen must answer keys while we work."""
    with suppress(AttributeError, OSError):  # no such thing on Windows; not allowed in some containers
        os.nice(MANNERS)


async def lines_from_parent() -> AsyncIterator[str]:
    """The lines the parent writes; ends when it hangs up, ends, or is killed."""
    heard: asyncio.Queue[str | None] = asyncio.Queue()
    loop, parent = asyncio.get_running_loop(), os.getppid()

    def pass_on(line: str | None) -> None:
        with suppress(RuntimeError):  # the loop has closed meanwhile
            loop.call_soon_threadsafe(heard.put_nowait, line)

    # A thread, for Windows cannot wait for its standard input otherwise; unbuffered, for a buffer's lock held by a
    # daemon thread would stop the interpreter from ending.
    threading.Thread(target=_listen, args=(sys.stdin.fileno(), pass_on), name="parent", daemon=True).start()
    while os.getppid() == parent:
        try:
            async with asyncio.timeout(LOOK_S):
                line = await heard.get()
        except TimeoutError:
            continue
        if line is None:
            return
        yield line


def _listen(handle: int, pass_on: Callable[[str | None], None]) -> None:
    rest = b""
    while True:
        try:
            heard = os.read(handle, 4096)
        except OSError:
            heard = b""
        *lines, rest = (rest + heard).split(b"\n")
        for line in lines:
            pass_on(line.decode("utf-8", "replace"))
        if not heard:
            pass_on(None)
            return
