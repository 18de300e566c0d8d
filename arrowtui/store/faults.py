"""SQLite's failures in the words of the house."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arrowtui.model.errors import StoreError
from arrowtui.model.errors_store import StoreBroken, StoreForeign, StoreFull, StoreLocked, StoreUnwritable

BUSY_S = 10
"""How long a writer waits for another process before it gives up."""

NOTHING = 65_536
"""Free bytes with which nothing can be begun."""

_PRIMARY = 0xFF  # an extended result code holds the primary one in its lowest byte


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn failures of the file or disk into a StoreError; a wrong statement stays what it is, a bug."""
    try:
        yield
    except sqlite3.DatabaseError as cause:
        fault = _fault(cause, path)
        if fault is None:
            raise
        raise fault from cause


def _is_full(path: Path) -> bool:
    """SQLite has a word of its own for a full disk, but not where the file its processes share cannot grow."""
    import shutil  # only when something is wrong

    try:
        return shutil.disk_usage(path.parent).free < NOTHING
    except OSError:
        return False


def _fault(cause: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    code = getattr(cause, "sqlite_errorcode", None)  # absent on errors of the Python module itself
    if code is None:
        return None
    match code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLocked(str(path), BUSY_S)
        case sqlite3.SQLITE_CORRUPT:
            return StoreBroken(str(path), str(cause))
        case sqlite3.SQLITE_NOTADB:
            return StoreForeign(str(path))
        case sqlite3.SQLITE_FULL:
            return StoreFull(str(path))
        case sqlite3.SQLITE_IOERR if _is_full(path):
            return StoreFull(str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return StoreUnwritable(str(path), str(cause))
    return None
