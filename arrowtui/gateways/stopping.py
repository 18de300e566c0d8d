"""Ctrl-Z: the program is stopped and may go on in a minute, or tomorrow. What others would wait for is given back."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

STOP = getattr(signal, "SIGTSTP", None)
"""What a terminal sends; Windows knows no such thing."""


@contextmanager
def told_of_stops(before: Callable[[], None], after: Callable[[], None]) -> Iterator[None]:
    """While in here, `before` is called as we are about to be stopped, and `after` as soon as we go on.

    Where stopping is switched off (a shell without job control does so), or this is no main thread, nothing is called.
    """
    if STOP is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    if signal.getsignal(STOP) is not signal.SIG_DFL:
        yield
        return

    def stop(number: int, _: FrameType | None) -> None:
        before()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)  # we are stopped in here
        signal.signal(number, stop)
        after()

    signal.signal(STOP, stop)
    try:
        yield
    finally:
        signal.signal(STOP, signal.SIG_DFL)
