"""The processes of a crew as seen from here: each hears its work by one pipe and answers by another."""

import asyncio
import os
import signal
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from arrowtui.gateways.crew_hand import HEAD, TWINS

PIPE_BYTES = 1 << 20
"""What a pipe should take at once, where the system lets us say so: work and answers then go over in one piece."""


PATIENCE_S = 0.5
"""How long a process may take to end by itself. One that hangs in a library hears nothing."""


class HandDied(Exception):
    """A process ended over the work it had in hand."""


class NotBegun(Exception):
    """A process ended before it came to this piece of work."""


class Hand(ABC, asyncio.Protocol):
    """One process: what it was given and has not answered yet, in order. `is_gone` once it says nothing more."""

    _ear: asyncio.WriteTransport

    def __init__(self) -> None:
        self.is_gone = False
        self._owed: deque[asyncio.Future[memoryview]] = deque()
        self._heard: list[bytes] = []
        self._wanted = HEAD.size
        self._silence = asyncio.Event()

    async def connect(self, ear: int, mouth: int) -> None:
        """Use these ends of its pipes, which are closed in the end.

        Pipes of our own: those of `asyncio.subprocess` are sockets in places, which take less at once.
        """
        loop = asyncio.get_running_loop()
        self._ear, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(ear, "wb", 0))
        listening, _ = await loop.connect_read_pipe(lambda: self, os.fdopen(mouth, "rb", 0))
        _widen(self._ear)
        _widen(listening)

    def owes(self) -> int:
        """How many pieces of work it has not answered yet."""
        return len(self._owed)

    def give(self, work: bytes) -> "asyncio.Future[memoryview]":
        """Send it a piece of work. Raises, in its place: HandDied, NotBegun."""
        answer = self._answer()
        self._ear.write(HEAD.pack(len(work)) + work)
        return answer

    def is_over(self) -> bool:
        """Whether the system has put it away, as far as that can be known."""
        return self.is_gone

    @abstractmethod
    async def end(self) -> None:
        """End it, and wait until it is gone."""

    def data_received(self, data: bytes) -> None:
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

    def connection_lost(self, exc: Exception | None) -> None:
        """It says no more: what it had in hand is what it ended over."""
        self.is_gone = True
        self._hang_up()
        error: type[Exception] = HandDied
        while self._owed:
            answer = self._owed.popleft()
            if not answer.done():
                answer.set_exception(error())
            error = NotBegun
        self._silence.set()

    def _answer(self) -> "asyncio.Future[memoryview]":
        """What it will say next."""
        answer: asyncio.Future[memoryview] = asyncio.get_running_loop().create_future()
        self._owed.append(answer)
        return answer

    def _hand_over(self, said: memoryview) -> None:
        answer = self._owed.popleft()
        if not answer.done():  # nobody waits for it where its task was cancelled
            answer.set_result(said)

    def _hang_up(self) -> None:
        if not self._ear.is_closing():
            self._ear.abort()


class Child(Hand):
    """A process that is started from here."""

    async def start(self, command: Sequence[str], ends: Sequence[int]) -> None:
        """Start it with the ends of its pipes: its own two, and two for each twin. Raises: OSError."""
        (ear, mouth), for_twins = ends[:2], ends[2:]
        self._process, self._watch = await asyncio.get_running_loop().subprocess_exec(
            _Watch,
            *command,
            stdin=ear,
            stdout=mouth,
            stderr=None,
            pass_fds=for_twins,
            env=os.environ | {TWINS: " ".join(map(str, for_twins))},
        )

    async def end(self) -> None:
        """Let it end by itself, which it does at once, so that the system counts the time of its twins with its own;
        kill it where it does not."""
        self._hang_up()
        await asyncio.wait({self._watch.over}, timeout=PATIENCE_S)
        self._process.close()  # kills it; not earlier: it looks whether the process has ended, which is for its watcher
        await self._watch.over
        await self._silence.wait()

    def is_over(self) -> bool:
        return super().is_over() and self._watch.over.done()


class _Watch(asyncio.SubprocessProtocol):
    """Told when the system has put a process away."""

    def __init__(self) -> None:
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._process = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._process.close()
        self.over.set_result(None)


class Twin(Hand):
    """A process that such a child makes of itself (`crew_hand`): the first thing it says is its number. Ended before
    that, it hears of it as soon as it listens."""

    def __init__(self) -> None:
        super().__init__()
        self._number = self._answer()
        self._number.add_done_callback(asyncio.Future.exception)  # which nobody else asks for where there is none

    def owes(self) -> int:
        return super().owes() - (not self._number.done())

    async def end(self) -> None:
        if not self.is_gone and self._number.done():
            with suppress(ProcessLookupError):
                os.kill(int(bytes(self._number.result())), signal.SIGKILL)
        self._hang_up()
        await self._silence.wait()


def _end_of_answer(heard: memoryview) -> int:
    """Where the first answer ends; at least a head."""
    return HEAD.size + (HEAD.unpack_from(heard)[0] if len(heard) >= HEAD.size else 0)


def _widen(pipe: asyncio.BaseTransport) -> None:
    """Let a pipe take more at once."""
    with suppress(ImportError, AttributeError, OSError):  # Linux lets us, up to a limit
        import fcntl

        fcntl.fcntl(pipe.get_extra_info("pipe"), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
