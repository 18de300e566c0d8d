"""Starting a program so that whoever leaves off meanwhile leaves nothing behind."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress


async def whole(starting: Coroutine[None, None, Process], end: Callable[[Process], Awaitable[None]]) -> Process:
    """The process once it has started, even where the waiter is cancelled before: then it is ended as any other.

    Cancelled within its start, asyncio kills the program itself but nothing that this has started by then, and waits
    until that ends, too: for what holds a pipe open, for ever.

    Args:
        starting: `asyncio.create_subprocess_exec(...)`, not awaited yet.
        end: stops the process and all it started.
    Raises: OSError when it cannot be started.
    """
    task = asyncio.ensure_future(starting)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        with suppress(OSError):  # it never started
            await end(await task)
        raise
