"""Ctrl-Z: the program is stopped and may go on in a minute, or tomorrow. What others would wait for is given back, and
what they could not do without is ended first."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, contextmanager, suppress
from types import FrameType

from msgspec import Struct

STOP = getattr(signal, "SIGTSTP", None)
"""What a terminal sends; Windows knows no such thing."""
PATIENCE_S = 2.0
"""So long a stop is put off for those who must not be stopped just now: a transaction takes a tenth of it."""


def nothing() -> None:
    """For whoever has nothing to do then."""


class Concern(Struct, frozen=True):
    """Whom a stop concerns: what to do `before` it and `after` it; it happens within `quiet`, where there is that."""

    before: Callable[[], None] = nothing
    after: Callable[[], None] = nothing
    quiet: Callable[[], AbstractAsyncContextManager[None]] | None = None


class _Stops:
    """Hears the signal for all whom it concerns."""

    def __init__(self) -> None:
        self.concerns: list[Concern] = []
        self._is_coming = False
        self._task: asyncio.Task[None] | None = None

    def __call__(self, number: int, _: FrameType | None) -> None:
        """A signal is heard between any two steps of the program: the loop stops it where that does no harm. Where
        there is none, or it does not come to it and the person asks again, that is now."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._stop(number)
            return
        if self._is_coming:
            self._stop(number)
        else:
            self._is_coming = True
            loop.call_soon_threadsafe(self._stop_soon, number)

    def _stop_soon(self, number: int) -> None:
        if self._is_coming:
            self._task = asyncio.create_task(self._stop_in_quiet(number))

    async def _stop_in_quiet(self, number: int) -> None:
        async with AsyncExitStack() as stack:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_S):
                    for one in self.concerns:
                        if one.quiet is not None:
                            await stack.enter_async_context(one.quiet())
            if self._is_coming:
                self._stop(number)

    def _stop(self, number: int) -> None:
        self._is_coming = False
        for one in self.concerns:
            one.before()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)  # we are stopped in here
        signal.signal(number, self)
        for one in self.concerns:
            one.after()


@contextmanager
def told_of_stops(concern: Concern) -> Iterator[None]:
    """While in here, a stop concerns this one as well.

    Where stopping is switched off (a shell without job control does so), or this is no main thread, nobody is told.
    """
    if STOP is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard_by = signal.getsignal(STOP)
    stops = heard_by if isinstance(heard_by, _Stops) else _Stops()
    if heard_by not in (signal.SIG_DFL, stops):
        yield
        return
    stops.concerns.append(concern)
    signal.signal(STOP, stops)
    try:
        yield
    finally:
        stops.concerns.remove(concern)
        if not stops.concerns:
            signal.signal(STOP, signal.SIG_DFL)
