"""What programs on one data folder (`watch`, `refresh`, `add`) must know of each other: whose turn it is at a host,
which hosts want rest, and which sources are being asked.

All of it lies in one small file. A turn is the system's lock on a byte of it, and so is being alive: kill -9 leaves
neither behind. What is noted is an hour, and a hint. Where the file cannot be made, written or locked, each program
goes on by itself.
"""

import asyncio
import os
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from arrowtui.gateways.byte_lock import lock_byte, unlock_byte

LOOK_S, LONGEST_LOOK_S = 0.01, 0.1
PATIENCE_S = 150.0
"""Longer than any request takes: who holds a turn still was stopped in the middle (`kill -STOP`), and others go on."""
SLOT = struct.Struct("<8s8sq8x")
"""What is noted: a digest of what, the mark of the program that noted it, the hour in milliseconds."""
SLOTS = 1 << 14
TURNS_AT, LIVES_AT, MANY = 1 << 40, 1 << 60, 1 << 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(milliseconds=1)


class Neighbours:
    """The other programs on this data folder; without a file there are none. One for a whole process."""

    def __init__(self, path: Path | None = None, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._path, self._sleep = path, sleep
        self._mark = os.urandom(8)
        self._handle: int | None = None
        self._is_alive = False
        self._held: set[int] = set()
        self._stopped: set[str] = set()

    @asynccontextmanager
    async def alone_at(self, host: str) -> AsyncIterator[None]:
        """Be the only program that asks a host; waits for its turn. Of one's own tasks one at a time may ask.

        Two bytes make it fair: who waits for the turn holds the gate to it, so that whoever gives the turn back and
        wants the next one comes after him.
        """
        handle, gate = self._opened(), _gate(host)
        is_held = handle is not None and await self._take(handle, gate, host)
        try:
            yield
        finally:
            if is_held and handle is not None:
                self._give_back(handle, gate + 1)

    def rest(self, host: str, until: datetime) -> None:
        """Tell the others that a host wants to be left alone until then."""
        self._note(f"rest {host}", until)

    def rest_of(self, host: str) -> datetime | None:
        """Until when another program was told to leave a host alone; it may be over."""
        found = self._noted(f"rest {host}")
        return found[1] if found else None

    def asks(self, source: int, when: datetime) -> None:
        """Tell the others that a source is being asked from now on."""
        handle = self._opened()
        if handle is not None and not self._is_alive:
            with suppress(OSError):
                self._is_alive = lock_byte(handle, _life(self._mark))
        self._note(f"source {source}", when)

    def asked(self, source: int) -> datetime | None:
        """When another program that still runs last began to ask a source."""
        found = self._noted(f"source {source}")
        return found[1] if found and self._runs(found[0]) else None

    def step_back(self) -> None:
        """Give everything back, for one is about to be stopped: nobody shall wait for that."""
        for place in self._places():
            _unlock(self._handle, place)

    def step_up(self) -> None:
        """One goes on: take again what nobody else has taken meanwhile."""
        for place in self._places():
            if self._handle is not None:
                with suppress(OSError):
                    lock_byte(self._handle, place)

    def _places(self) -> set[int]:
        return {*self._held, *({_life(self._mark)} if self._is_alive else ())}

    def close(self) -> None:
        """Give everything back."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = self._path = None
        self._is_alive = False

    def _runs(self, mark: bytes) -> bool:
        handle = self._opened()
        try:
            if handle is None or not lock_byte(handle, _life(mark)):
                return handle is not None
            unlock_byte(handle, _life(mark))
        except OSError:
            pass
        return False

    def _note(self, what: str, when: datetime) -> None:
        """Two things may share a place, and then the later is known: these are hints."""
        handle, digest = self._opened(), _digest(what)
        if handle is not None:
            with suppress(OSError):  # a full disk: nobody is told
                _write(handle, _place(digest), SLOT.pack(digest, self._mark, (when - EPOCH) // TICK))

    def _noted(self, what: str) -> tuple[bytes, datetime] | None:
        """Which other program told an hour last, and the hour; None where none did, or it is not to be read."""
        handle, digest = self._opened(), _digest(what)
        if handle is None:
            return None
        try:
            found, mark, when = SLOT.unpack(_read(handle, _place(digest), SLOT.size))
            return (mark, EPOCH + when * TICK) if found == digest and mark != self._mark else None
        except (OSError, struct.error, OverflowError):
            return None

    async def _take(self, handle: int, gate: int, host: str) -> bool:
        """Whether the turn is ours now. Who was waited for in vain is not waited for again until he gave it back."""
        patience_s = 0.0 if host in self._stopped else PATIENCE_S
        is_held = False
        try:
            if await self._locked(handle, gate, patience_s):
                try:
                    is_held = await self._locked(handle, gate + 1, patience_s)
                finally:
                    self._give_back(handle, gate)
        except OSError:
            return False  # nothing can be locked here, as on some network disks
        (self._stopped.discard if is_held else self._stopped.add)(host)
        return is_held

    async def _locked(self, handle: int, place: int, patience_s: float) -> bool:
        left_s, pause_s = patience_s, LOOK_S
        while not lock_byte(handle, place):
            if left_s <= 0:
                return False
            await self._sleep(pause_s)
            left_s, pause_s = left_s - pause_s, min(pause_s * 1.5, LONGEST_LOOK_S)
        self._held.add(place)
        return True

    def _give_back(self, handle: int, place: int) -> None:
        self._held.discard(place)
        _unlock(handle, place)

    def _opened(self) -> int | None:
        if self._handle is None and self._path is not None:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
            try:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._handle = os.open(self._path, flags, 0o600)
            except OSError:
                self._path = None  # told in words by whoever opens the store, which lies beside it
        return self._handle


@lru_cache(4096)
def _digest(what: str) -> bytes:
    return blake2b(what.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _number(digest: bytes) -> int:
    return int.from_bytes(digest, "little")


def _gate(host: str) -> int:
    return TURNS_AT + 2 * (_number(_digest(host)) % MANY)


def _life(mark: bytes) -> int:
    return LIVES_AT + _number(mark) % MANY


def _place(digest: bytes) -> int:
    return _number(digest) % SLOTS * SLOT.size


def _unlock(handle: int | None, place: int) -> None:
    if handle is not None:
        with suppress(OSError):  # closed meanwhile, which gives back as well
            unlock_byte(handle, place)


if hasattr(os, "pread"):

    def _read(handle: int, place: int, size: int) -> bytes:
        return os.pread(handle, size, place)

    def _write(handle: int, place: int, raw: bytes) -> None:
        os.pwrite(handle, raw, place)

else:  # Windows

    def _read(handle: int, place: int, size: int) -> bytes:
        os.lseek(handle, place, os.SEEK_SET)
        return os.read(handle, size)

    def _write(handle: int, place: int, raw: bytes) -> None:
        os.lseek(handle, place, os.SEEK_SET)
        os.write(handle, raw)
