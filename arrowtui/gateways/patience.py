"""An event loop whose clock stands still while this process does: stopped (Ctrl-Z), or kept waiting by a busy machine.

Time in which we did not run is no time that a server took. Without it every request in flight would be overdue at `fg`,
and every source behind them called failing.
"""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from selectors import DefaultSelector, SelectorKey
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

GRACE_S = 0.5
"""Being held up for less is the usual course of things, and counts."""
SLICE_S = 1.0
"""So long it is waited at a time: of a wait in which we were stopped nobody knows when, and it counts as over."""


class Watchful(DefaultSelector):
    """Waits as any selector does, and adds up in `lost_s` for how long nothing could be done: while it waited longer
    than it was told to, and while it was not asked again."""

    def __init__(self, clock_s: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock_s = clock_s
        self._woke_at = clock_s()
        self.lost_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """As the selectors of the standard library; it may come back empty-handed after `SLICE_S`."""
        begun = self._clock_s()
        self._lose(begun - self._woke_at)
        wait_s = None if timeout is None else min(max(timeout, 0.0), SLICE_S)
        found = super().select(wait_s)
        self._woke_at = self._clock_s()
        if wait_s is not None:
            self._lose(self._woke_at - begun - wait_s)
        return found

    def _lose(self, late_s: float) -> None:
        if late_s > GRACE_S:
            self.lost_s += late_s


class PatientLoop(asyncio.SelectorEventLoop):
    """Its timers wait for time in which we ran."""

    def __init__(self, clock_s: Callable[[], float] = monotonic) -> None:
        self._clock_s, self._watchful = clock_s, Watchful(clock_s)
        super().__init__(self._watchful)

    @property
    def lost_s(self) -> float:
        """For how long nothing could be done, so far."""
        return self._watchful.lost_s

    def time(self) -> float:
        return self._clock_s() - self.lost_s


def run(work: Coroutine[None, None, T]) -> T:
    """As `asyncio.run`, for work that waits for others. Windows cannot stop a program so."""
    with asyncio.Runner(loop_factory=None if sys.platform == "win32" else PatientLoop) as runner:
        return runner.run(work)


def held_up_s() -> float:
    """For how long this process did not run, so far; what grew meanwhile was in the midst of it."""
    loop = asyncio.get_running_loop()
    return loop.lost_s if isinstance(loop, PatientLoop) else 0.0
