"""Processes beside this one that turn bytes into bytes: for work that holds Python's lock, or may kill whoever does it.

Each has a pipe to hear its work by and one to answer by, read by the event loop itself: no threads stand between, as
they do in `concurrent.futures`, where they cost a third of a round's fetching. How each looks from here is told in
`crew_hands.py`, their own side in `crew_hand.py`.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress

from arrowtui.gateways.crew_hands import Child, Hand, HandDied, NotBegun, Twin

__all__ = ["AHEAD", "CAN_DOUBLE", "Crew", "HandDied", "undisturbed"]

AHEAD = 4
"""Pieces of work a process is given at a time: where every core is taken, whoever hands it the next comes late."""


CAN_DOUBLE = sys.platform == "linux"
"""Where a process may make another of itself with all the libraries it holds; others do not allow for that."""


class Crew:
    """Up to `most` such processes, each started by `command` when the others have something to do."""

    def __init__(self, command: Sequence[str], most: int) -> None:
        self._command, self._most = tuple(command), most
        self._hands: list[Hand] = []
        self._free = asyncio.Semaphore(most * AHEAD)
        self._choosing = asyncio.Lock()

    async def do(self, work: bytes) -> memoryview:
        """Have a piece of work done. Raises: HandDied when that ended the process; OSError when none can be started."""
        async with self._free:
            while True:
                hand = await self._least_busy()
                with suppress(NotBegun):
                    return await hand.give(work)

    async def begin(self) -> None:
        """Start them all, so that they are ready when there is something to do. Raises: OSError.

        One is started and makes the others of itself once it has brought in what they all need, where that can be done.
        """
        async with self._choosing:
            while len(self._hands) < self._most:
                await self._start(self._most - 1 if CAN_DOUBLE and not self._hands else 0)

    async def close(self) -> None:
        """End them all; what they were doing is lost."""
        for hand in reversed(self._hands):  # who made twins last
            await hand.end()
        self._hands.clear()

    async def _least_busy(self) -> Hand:
        async with self._choosing:  # so that no two are started for one piece of work
            alive = [hand for hand in self._hands if not hand.is_gone]
            idlest = min(alive, key=lambda hand: hand.owes(), default=None)
            if idlest is None or (idlest.owes() and len(alive) < self._most):
                idlest = await self._start()
            return idlest

    async def _start(self, twins: int = 0) -> Hand:
        """Start one that makes so many others of itself."""
        child = Child()
        hands = [child, *(Twin() for _ in range(twins))]
        with ExitStack() as theirs:
            ends: list[int] = []
            for hand in hands:
                (ear, to_ear), (from_mouth, mouth) = os.pipe(), os.pipe()
                theirs.callback(os.close, ear)
                theirs.callback(os.close, mouth)
                ends += [ear, mouth]
                await hand.connect(to_ear, from_mouth)
            with undisturbed():
                await child.start(self._command, ends)
        self._hands = [hand for hand in self._hands if not hand.is_over()] + hands
        return child


@contextmanager
def undisturbed() -> Iterator[None]:
    """Processes begun in here never hear Ctrl-C, not even while they start. A terminal sends it to us and to them; we
    end them, and they would only say how they were interrupted."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
