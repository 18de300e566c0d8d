"""The gate before the one place where a process writes: they pass one by one, each in its turn.

SQLite hands its lock to whoever happens to ask when it is free. A poller with much to store asks again at once, another
process looks every tenth of a second: on a slow disk it found the lock taken until its patience was over. Who waits
for the lock stands in the gate meanwhile, and whoever wrote last comes behind.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from arrowtui.store.faults import BUSY_S

LOOK_S = 0.005


class Gate:
    """Begins the transactions of one connection. Where the system has no such locks nobody waits, as without it."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(f"{store.name}-gate")
        self._handle: int | None = None

    def begin(self, db: sqlite3.Connection) -> None:
        """Begin to write, when it is this process's turn; in the connection's thread. Raises: sqlite3.OperationalError
        when another one writes for too long."""
        with self._passing():
            db.execute("BEGIN IMMEDIATE")

    def is_awaited(self) -> bool:
        """Whether another process stands in the gate, so that whoever writes should soon be done; takes 2 µs."""
        if self._handle is None:
            return False
        if _locked(self._handle):
            _unlock(self._handle)
            return False
        return True

    def close(self) -> None:
        """Leave. The file is left, for another process may be about to open it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    @contextmanager
    def _passing(self) -> Iterator[None]:
        """Stand in the gate; a process that was stopped while it stood there is passed by in the end."""
        handle = self._opened()
        deadline = time.monotonic() + BUSY_S
        while handle is not None and not _locked(handle) and time.monotonic() < deadline:
            time.sleep(LOOK_S)
        try:
            yield
        finally:
            if handle is not None:
                _unlock(handle)

    def _opened(self) -> int | None:
        if self._handle is None:
            try:
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            except OSError:
                return None  # told when the store itself cannot be written
        return self._handle


if sys.platform == "win32":

    def _locked(handle: int) -> bool:
        return True

    def _unlock(handle: int) -> None:
        """Nothing was locked."""

else:
    import fcntl

    def _locked(handle: int) -> bool:
        """Lock the file without waiting; False when another process has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a network disk without locks
        return True

    def _unlock(handle: int) -> None:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
