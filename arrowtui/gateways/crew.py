"""Processes beside this one that turn bytes into bytes: for work that holds Python's lock, or may kill whoever does it.

Each has a pipe to hear its work by and one to answer by, read by the event loop itself: no threads stand between, as
they do in `concurrent.futures`, where they cost a third of a round's fetching. Their own side is `crew_hand.py`.
"""

import asyncio
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from arrowtui.gateways.crew_hand import HEAD

AHEAD = 4
"""Pieces of work a process is given at a time: where every core is taken, whoever hands it the next comes late."""
PIPE_BYTES = 1 << 20
"""What a pipe should take at once, where the system lets us say so: work and answers then go over in one piece."""


class HandDied(Exception):
    """A process ended over the work it had in hand."""


class _NotBegun(Exception):
    """A process ended before it came to this piece of work."""


class Crew:
    """Up to `most` such processes, each started by `command` when the others have something to do."""

    def __init__(self, command: Sequence[str], most: int) -> None:
        self._command, self._most = tuple(command), most
        self._hands: list[_Hand] = []
        self._free = asyncio.Semaphore(most * AHEAD)
        self._choosing = asyncio.Lock()

    async def do(self, work: bytes) -> memoryview:
        """Have a piece of work done. Raises: HandDied when that ended the process; OSError when none can be started."""
        async with self._free:
            while True:
                hand = await self._least_busy()
                with suppress(_NotBegun):
                    return await hand.give(work)

    async def begin(self) -> None:
        """Start them all, so that they are ready when there is something to do. Raises: OSError."""
        async with self._choosing:
            while len(self._hands) < self._most:
                await self._start_one()

    async def close(self) -> None:
        """End them all; what they were doing is lost."""
        for hand in self._hands:
            await hand.end()
        self._hands.clear()

    async def _least_busy(self) -> "_Hand":
        async with self._choosing:  # so that no two are started for one piece of work
            alive = [hand for hand in self._hands if not hand.is_gone]
            idlest = min(alive, key=_Hand.owes, default=None)
            if idlest is None or (idlest.owes() and len(alive) < self._most):
                idlest = await self._start_one()
            return idlest

    async def _start_one(self) -> "_Hand":
        with undisturbed():
            _, hand = await asyncio.get_running_loop().subprocess_exec(_Hand, *self._command, stderr=None)
        self._hands = [hand for hand in self._hands if not hand.over.done()] + [hand]
        return hand


class _Hand(asyncio.SubprocessProtocol):
    """One process: what it was given and has not answered yet, in order. `is_gone` once it says nothing more, `over`
    once the system has put it away."""

    def __init__(self) -> None:
        self.is_gone = False
        self._owed: deque[asyncio.Future[memoryview]] = deque()
        self._heard: list[bytes] = []
        self._wanted = HEAD.size
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def owes(self) -> int:
        return len(self._owed)

    def give(self, work: bytes) -> "asyncio.Future[memoryview]":
        """Send it a piece of work. Raises, in its place: HandDied, _NotBegun."""
        answer: asyncio.Future[memoryview] = asyncio.get_running_loop().create_future()
        self._owed.append(answer)
        self._ear.write(HEAD.pack(len(work)) + work)
        return answer

    async def end(self) -> None:
        self._process.close()  # kills it as well
        await self.over

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.SubprocessTransport)  # asyncio's word for it, and for the next
        ear = transport.get_pipe_transport(0)
        assert isinstance(ear, asyncio.WriteTransport)
        self._process, self._ear = transport, ear
        _widen(ear)
        _widen(transport.get_pipe_transport(1))

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Mostly a whole answer: it is handed on as it lies there, for copies of it cost as much as its way here."""
        self._heard.append(data)
        self._wanted -= len(data)
        if self._wanted > 0:
            return
        heard = memoryview(b"".join(self._heard))
        while (end := _end_of_answer(heard)) <= len(heard):
            self._hand_over(heard[HEAD.size : end])
            heard = heard[end:]
        self._heard, self._wanted = [bytes(heard)], end - len(heard)

    def _hand_over(self, said: memoryview) -> None:
        answer = self._owed.popleft()
        if not answer.done():  # nobody waits for it where its task was cancelled
            answer.set_result(said)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        """It says no more: what it had in hand is what it ended over."""
        self.is_gone = True
        self._process.close()
        error: type[Exception] = HandDied
        while fd == 1 and self._owed:
            answer = self._owed.popleft()
            if not answer.done():
                answer.set_exception(error())
            error = _NotBegun

    def connection_lost(self, exc: Exception | None) -> None:
        self.over.set_result(None)


def _end_of_answer(heard: memoryview) -> int:
    """Where the first answer ends; at least a head."""
    return HEAD.size + (HEAD.unpack_from(heard)[0] if len(heard) >= HEAD.size else 0)


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


def _widen(pipe: asyncio.BaseTransport | None) -> None:
    with suppress(ImportError, AttributeError, OSError):  # Linux lets us, up to a limit
        import fcntl

        fcntl.fcntl(pipe.get_extra_info("pipe"), fcntl.F_SETPIPE_SZ, PIPE_BYTES)  # type: ignore[union-attr]  # a pipe
