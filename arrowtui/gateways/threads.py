"""Work that blocks, in a thread of its own, so that the event loop never waits for it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[[], T], stop: Callable[[], None], name: str) -> T:
    """Run `work` in a thread; what it returns or raises. When nobody waits for it any more, `stop` shall end it.

    Not asyncio's own threads: they are few, and a mailbox that is watched keeps one for hours. Daemons, because the
    program shall end even if `stop` does not help.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            result = work()
        except BaseException as error:
            _tell(loop, _fail, done, error)
        else:
            _tell(loop, _finish, done, result)

    Thread(target=run, name=name, daemon=True).start()
    try:
        return await done
    except asyncio.CancelledError:
        stop()
        raise


def _tell(loop: asyncio.AbstractEventLoop, say: Callable[..., None], done: "asyncio.Future[T]", what: object) -> None:
    with suppress(RuntimeError):  # the loop is closed: nobody is there to hear it
        loop.call_soon_threadsafe(say, done, what)


def _finish(done: "asyncio.Future[T]", result: T) -> None:
    if not done.done():
        done.set_result(result)


def _fail(done: "asyncio.Future[T]", error: BaseException) -> None:
    if not done.done():
        done.set_exception(error)
