"""What is remembered: one SQLite file and all the SQL there is.

The reader's connection is apart from the writer's, so nobody reads half-done writes. A process has one `Store`.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from aiosqlite import Connection

from arrowtui.model.errors import StoreError, StoreUnwritable
from arrowtui.store.faults import BUSY_S, translated
from arrowtui.store.migrate import bring_up

__all__ = ["Connection", "Store", "open_store"]

ROWS_AT_A_TIME = 256
"""How many rows of a cursor cross from its thread at once."""


class Store:
    """An open store. Reads go through `reading()` (or `read`), changes through `write()`."""

    def __init__(self, path: Path, read: Connection, writer: Connection) -> None:
        self.path = path
        self.read = read
        self._writer = writer
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """The query-only connection.

        Raises: StoreError when the file cannot be read.
        """
        with translated(self.path):
            yield self.read

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """One transaction: committed when the block ends, undone when it raises or is cancelled. One at a time.

        Raises: StoreError when the file is locked too long, full, damaged or not writable.
        """
        async with self._turn:
            with translated(self.path):
                try:
                    # Inside the try: a task cancelled while BEGIN waits in the connection's queue has still begun.
                    await self._writer.execute("BEGIN IMMEDIATE")
                    yield self._writer
                    await self._writer.commit()
                except BaseException:
                    # Queued behind whatever still runs, so it comes in time even if this wait is cancelled as well.
                    await self._writer.rollback()
                    raise

    async def data_version(self) -> int:
        """A number that changes when another connection (this process's writer included) has committed."""
        async with self.reading() as db, db.execute("PRAGMA data_version") as cursor:
            found = await cursor.fetchone()
        return int(found[0]) if found else 0

    async def close(self) -> None:
        """End both connections and their threads."""
        try:
            await self.read.close()
        finally:
            await self._writer.close()


async def open_store(path: Path, *, durable: bool) -> Store:
    """Open the store at `path`, making or migrating it first. Its folder is made when absent.

    Args:
        durable: True waits for the disk at each commit (what a person wrote); False may lose the last commits when
            the power fails, never when the program is killed (what the poller can fetch again).
    Raises: StoreForeign, StoreNewer, StoreBroken, StoreLocked, StoreUnwritable, SqliteTooOld.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise StoreUnwritable(str(path), cause.strerror or str(cause)) from cause
    with translated(path):
        writer = await _opened(partial(_connect_writer, path, durable))
        try:
            read = await _opened(partial(_connect_reader, path))
        except BaseException:
            await writer.close()
            raise
    return Store(path, read, writer)


async def _opened(connect: Callable[[], sqlite3.Connection]) -> Connection:
    """A connection with its thread. When connecting fails the thread is ended before the failure goes on: aiosqlite
    leaves it running, and in a short program it then speaks to a loop that is closed already."""
    failures: list[sqlite3.Error | StoreError] = []

    def attempt() -> sqlite3.Connection:
        try:
            return connect()
        except (sqlite3.Error, StoreError) as failure:
            failures.append(failure)
            return sqlite3.connect(":memory:")

    connection = await Connection(attempt, ROWS_AT_A_TIME)
    if failures:
        await connection.close()
        raise failures[0]
    return connection


def _connect_writer(path: Path, durable: bool) -> sqlite3.Connection:
    """Connect, migrate and set up; runs in the connection's own thread."""
    with _closed_on_failure(sqlite3.connect(path, isolation_level=None, timeout=BUSY_S)) as db:
        bring_up(db, path)
        db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        db.execute("PRAGMA journal_size_limit = 67108864")  # a log that grew under a bulk import shrinks again
        db.execute("PRAGMA cache_size = -16000")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA foreign_keys = ON")
    return db


def _connect_reader(path: Path) -> sqlite3.Connection:
    with _closed_on_failure(sqlite3.connect(path, isolation_level=None, timeout=BUSY_S)) as db:
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA cache_size = -8000")
        db.execute("PRAGMA temp_store = MEMORY")
    return db


@contextmanager
def _closed_on_failure(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield db
    except BaseException:
        db.close()
        raise
