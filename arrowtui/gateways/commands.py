"""Programs of the person's own whose standard output is a source: started directly, never through a shell.

Addresses are `command:` and a command line, split as a shell would split it; nothing is expanded save a leading `~/`.
"""

import asyncio
import contextlib
import os
import shlex
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Mapping
from pathlib import Path

from arrowtui.gateways.home import home_if_any, tilde
from arrowtui.gateways.starting import whole
from arrowtui.model.errors_commands import CommandFailed, CommandMissing, CommandTooMuch, CommandTooSlow
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.ports import Clock
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import RUN, Reply, Request

SCHEME = "command:"
PATIENCE_S = 30
LIMIT_MIB = 10
AT_ONCE = 4
GOODBYE_S = 2
TAIL = 4_096
"""Bytes kept of the error stream: its last line is told."""
OURS = "ARROWTUI_"
"""Variables that begin so may hold secrets: no program is handed them."""


def words_of(address: str) -> list[str]:
    """The program and its arguments. Raises: UnfitAddress for no command line, or one with a quote never closed."""
    scheme, line = address[: len(SCHEME)], address[len(SCHEME) :]
    try:
        words = shlex.split(line)
    except ValueError as cause:
        raise UnfitAddress("command", address) from cause
    if scheme.lower() != SCHEME or not words or not words[0] or "\0" in address:
        raise UnfitAddress("command", address)
    return [tilde(word) if word.startswith("~/") else word for word in words]


class Commands:
    """The `Wire` of the scheme `command`: runs a program, hands back what it printed."""

    def __init__(
        self,
        clock: Clock,
        environment: Mapping[str, str] | None = None,
        *,
        patience_s: float = PATIENCE_S,
        limit: int = LIMIT_MIB << 20,
        timer: Callable[[float], asyncio.Timeout] = asyncio.timeout,
    ) -> None:
        known = os.environ if environment is None else environment
        self._clock, self._patience_s, self._limit, self._timer = clock, patience_s, limit, timer
        self._environment = {name: value for name, value in known.items() if not name.upper().startswith(OURS)}
        self._free = asyncio.Semaphore(AT_ONCE)

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Run the program of the address to its end; its output is the body of a 200.

        Its home is the person's home folder; it gets no input. When it takes too long, prints too much, or the waiter
        is cancelled, nothing of it (nor of what it started in its own process group) runs on.

        Raises: UnfitAddress, also for a request that does not say it wants a program run; CommandMissing,
            CommandFailed, CommandTooSlow, CommandTooMuch.
        """
        if request.method != RUN:
            raise UnfitAddress("web", request.address)
        words = words_of(request.address)
        async with self._free:
            out = await self._run(words)
        return Reply(request, 200, f"{SCHEME}{_name(words)}", {}, out, self._clock.now())

    async def close(self) -> None:
        """Nothing is held open."""

    async def _run(self, words: list[str]) -> bytes:
        name = _name(words)
        child = await self._started(words)
        try:
            async with self._timer(self._patience_s):
                out, said = await asyncio.gather(self._output(child, name), _tail(child))
                code = await child.wait()
        except TimeoutError as cause:
            await _end(child)
            raise CommandTooSlow(name, round(self._patience_s)) from cause
        except BaseException:
            await _end(child)
            raise
        if code:
            raise CommandFailed(name, code, said)
        return out

    async def _started(self, words: list[str]) -> Process:
        starting = asyncio.create_subprocess_exec(
            *words,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
            cwd=home_if_any(),
            env=self._environment,
            start_new_session=True,
        )
        try:
            return await whole(starting, _end)
        except OSError as cause:
            raise CommandMissing(_name(words), cause.strerror or "it cannot be started") from cause

    async def _output(self, child: Process, name: str) -> bytes:
        assert child.stdout is not None  # asked for above
        found = bytearray()
        while chunk := await child.stdout.read(1 << 16):
            found += chunk
            if len(found) > self._limit:
                raise CommandTooMuch(name, self._limit >> 20)
        return bytes(found)


async def _tail(child: Process) -> str:
    """The last line of the error stream that says something."""
    assert child.stderr is not None  # asked for above
    kept = b""
    while chunk := await child.stderr.read(1 << 16):
        kept = (kept + chunk)[-TAIL:]
    lines = ["".join(filter(str.isprintable, line)).strip() for line in kept.decode("utf-8", "replace").splitlines()]
    return next((line for line in reversed(lines) if line), "")


async def _end(child: Process) -> None:
    """Stop a program and what it started, which may hold its output open when it has long ended itself."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)  # its session, and so its group, has its own number
    await child.wait()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(GOODBYE_S):  # the ends of its pipes come a moment after its own
            await asyncio.gather(*(pipe.read() for pipe in (child.stdout, child.stderr) if pipe is not None))


def _name(words: list[str]) -> str:
    """The program without its path and arguments, which may be secret."""
    return Path(words[0]).name
