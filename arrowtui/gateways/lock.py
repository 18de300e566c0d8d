"""One at a time, be it pollers or who changes the settings: locks that the system gives back however a holder ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from arrowtui.model.errors_store import unwritable


class LockTaken(Exception):
    """Somebody else holds the lock; `holder` is its process number where the file tells it."""

    def __init__(self, path: Path, holder: int | None) -> None:
        super().__init__(f"{path} is held by process {holder or 'unknown'}")
        self.path, self.holder = path, holder


class FileLock:
    """A lock held from `take` (or `with`) until `release` or the end of the process, even by kill -9.

    The file stays behind and means nothing by itself: what counts is the lock the system keeps on it. It holds the
    process number of the last holder, for people and for `holder`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock or raise LockTaken at once; taking a lock one already holds changes nothing.

        Raises: LockTaken; StoreUnwritable, StoreFull when the file cannot be made.
        """
        if self._handle is not None:
            return
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as cause:
            raise unwritable(self.path, cause) from cause
        if not _locked(handle):
            os.close(handle)
            raise LockTaken(self.path, self.holder())
        self._handle = handle
        with suppress(OSError):  # on a full disk the number is missing; the lock holds without it
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid():>{WIDTH}}\n".encode())

    def release(self) -> None:
        """Give the lock back; without it nothing happens."""
        if self._handle is not None:
            os.close(self._handle)  # closing gives the lock back; the file is left, for unlinking it would race
            self._handle = None

    def is_taken(self) -> bool:
        """Whether somebody (this process included) holds the lock now."""
        if self._handle is not None:
            return True
        try:
            handle = os.open(self.path, os.O_RDWR)
        except OSError:
            return False
        try:
            return not _locked(handle)
        finally:
            os.close(handle)

    def holder(self) -> int | None:
        """The process number written by the last holder, or None."""
        with suppress(OSError, ValueError):
            return int(self.path.read_text())
        return None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


WIDTH = 10
TURN_S, LOOK_S = 2.0, 0.01


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Be the only process that changes a file in `folder`; waits for its turn, and leaves no file behind.

    Where the system can lock no folder (Windows, some network disks) nobody waits; and nowhere long, for a process may
    have been stopped in the middle: whoever changes a file does so in milliseconds.
    """
    handle = _opened(folder)
    if handle is None:
        yield
        return
    try:
        deadline = time.monotonic() + TURN_S
        while not _locked(handle) and time.monotonic() < deadline:
            time.sleep(LOOK_S)
        yield
    finally:
        os.close(handle)


def _opened(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None  # told when the file itself cannot be written


if sys.platform == "win32":
    import msvcrt

    BEYOND = 1 << 20  # the locked byte lies past the text, so that others can still read the process number

    def _locked(handle: int) -> bool:
        """Lock one byte without waiting; False when somebody else has it."""
        os.lseek(handle, BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        """Lock the file without waiting; False when somebody else has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
