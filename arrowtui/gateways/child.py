"""The screen's side of the poller: a process that is started, heard, told and ended, whatever happens to it."""

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from arrowtui.gateways.lock import FileLock
from arrowtui.model.errors_screen import PollerEnded, PollerMissing
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SubscriptionId

log = logging.getLogger(__name__)

FAREWELL_S = 2.0
"""How long a poller may take to end by itself."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
WELL_AFTER_S = 30.0
"""A poller that ran so long did not fail at its start: the next pause is the first again."""
LINE_BYTES = 1 << 20
NO_ROUND = Progress(0, 0)
"""Told when a poller has ended: whatever round it was in is over."""

Sleep = Callable[[float], Awaitable[None]]


def poller_command(*options: str) -> tuple[str, ...]:
    """How the poller is started: this very arrowtui, with the same folders. `options` stand before the command."""
    return (sys.executable, "-m", "arrowtui", *options, "watch", "--json")


@dataclass
class ChildPoller:
    """Keeps one poller running for a screen. Nothing a poller does can raise into the screen.

    Where another poller holds the lock (a user service, another screen), none is started until that one ends.
    """

    command: Sequence[str]
    lock: FileLock
    sleep: Sleep = asyncio.sleep
    clock_s: Callable[[], float] = field(default=lambda: asyncio.get_running_loop().time())
    _process: asyncio.subprocess.Process | None = None
    _is_over: bool = False
    _is_in_round: bool = False
    _has_told: bool = False
    _unsaid: list[str] = field(default_factory=list)
    _decode: Callable[[bytes], Progress] = field(default_factory=lambda: msgspec.json.Decoder(Progress).decode)

    async def listen(self, tell: Callable[[Progress], None]) -> None:
        """Start the poller, tell every line it speaks, start it again when it dies. Returns after `stop`."""
        pause_s, deaths = FIRST_PAUSE_S, 0
        while not self._is_over:
            if not self.lock.is_taken():
                begun = self.clock_s()
                status = await self._once(tell)
                was_well = self.clock_s() - begun > WELL_AFTER_S
                pause_s = FIRST_PAUSE_S if was_well else min(pause_s * 2, LONGEST_PAUSE_S)
                deaths = deaths + 1 if status and not was_well else 0
                self._farewell(status, deaths, tell)
            if not self._is_over:
                await self.sleep(pause_s)

    async def ask(self, sources: Sequence[SubscriptionId] = ()) -> bool:
        """Have these sources asked now; none named: all of them. One that does not run yet is told as it begins.

        Returns: False where another program polls, which takes no orders from here.
        """
        line = " ".join(["refresh", *(f"#{source}" for source in sources)])
        if self._process is None and line not in self._unsaid:
            self._unsaid.append(line)
        await self._say(line)
        return self._process is not None or not self.lock.is_taken()

    async def reload(self) -> None:
        """Let it look for new subscriptions at once."""
        await self._say("reload")

    async def stop(self) -> None:
        """End the poller: asked first, then told, then killed. It loses nothing by any of them."""
        self._is_over = True
        process = self._process
        if process is None:
            return
        await self._say("quit")
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        for end in (process.terminate, process.kill):
            if await self._has_ended(process):
                return
            with suppress(ProcessLookupError):
                end()
        await process.wait()

    async def _once(self, tell: Callable[[Progress], None]) -> int:
        """Run one poller until it ends. Returns: its status, 0 where it was never there."""
        self._is_in_round = self._has_told = False
        pipe, null = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(
                *self.command, stdin=pipe, stdout=pipe, stderr=null, limit=LINE_BYTES, env=dict(os.environ)
            )
        except OSError as cause:
            log.warning("the poller cannot be started: %s", cause)
            tell(Progress.stopped_by(PollerMissing(cause.strerror or str(cause))))
            return 0
        self._process = process
        try:
            while self._unsaid:
                await self._say(self._unsaid.pop(0))
            await self._hear(process, tell)
            return await process.wait()
        finally:
            self._process = None
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()

    def _farewell(self, status: int, deaths: int, tell: Callable[[Progress], None]) -> None:
        """Tell of ends nobody asked for: of the second in a row, for the first mends itself; not where the poller said
        itself what is wrong, or another one took its place."""
        if self._is_over:
            return
        if status:
            log.warning("the poller ended with status %s", status)
        if deaths > 1 and not self._has_told and not self.lock.is_taken():
            tell(Progress.stopped_by(PollerEnded(status)))
        elif self._is_in_round or (status and not self._has_told):
            tell(NO_ROUND)  # what it was told to ask died with it

    async def _hear(self, process: asyncio.subprocess.Process, tell: Callable[[Progress], None]) -> None:
        assert process.stdout is not None  # asked for above
        while True:
            try:
                line = await process.stdout.readline()
            except (ValueError, ConnectionError):  # a line beyond every measure, or a torn pipe
                return
            if not line:
                return
            try:
                progress = self._decode(line)
            except msgspec.DecodeError:
                log.warning("the poller said something unheard of: %r", line[:200])
                continue
            if progress.trouble is None or progress.is_stopped:
                self._is_in_round, self._has_told = not progress.is_over, progress.is_stopped
            tell(progress)

    async def _say(self, line: str) -> None:
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            return
        with suppress(ConnectionError, RuntimeError):  # it has just ended
            process.stdin.write(f"{line}\n".encode())
            await process.stdin.drain()

    async def _has_ended(self, process: asyncio.subprocess.Process) -> bool:
        try:
            async with asyncio.timeout(FAREWELL_S):
                await process.wait()
        except TimeoutError:
            return False
        return True
