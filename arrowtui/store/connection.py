"""Connections: each one a thread with a queue, so that SQLite never holds up the event loop."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self, TypeVar

import aiosqlite

from arrowtui.model.errors import StoreError
from arrowtui.store.faults import BUSY_S
from arrowtui.store.migrate import bring_up

T = TypeVar("T")

ROWS_AT_A_TIME = 256
"""How many rows of a cursor cross from its thread at once."""


class Connection(aiosqlite.Connection):
    """A connection that can do several statements in one visit to its thread."""

    @classmethod
    async def open(cls, connect: Callable[[], sqlite3.Connection]) -> Self:
        """Connect, in the new thread.

        When that fails or is cancelled the thread is ended before it goes on: aiosqlite leaves it running, and in a
        short program it then speaks to a loop that is closed already.
        """
        failures: list[sqlite3.Error | StoreError] = []

        def attempt() -> sqlite3.Connection:
            try:
                return connect()
            except (sqlite3.Error, StoreError) as failure:
                failures.append(failure)
                return sqlite3.connect(":memory:")

        connection = cls(attempt, ROWS_AT_A_TIME)
        opening = asyncio.ensure_future(connection)
        try:
            await asyncio.shield(opening)
        except asyncio.CancelledError:
            await asyncio.wait({opening})  # the thread is on its way, and would speak to a loop that is closed then
            await connection.close()
            raise
        if failures:
            await connection.close()
            raise failures[0]
        return connection

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in the connection's thread, as one visit: a visit costs as much as a small query."""
        done: T = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]  # the only way in
        return done

    async def visit(self, work: Callable[["Connection"], Coroutine[object, None, T]]) -> T:
        """The same for a function that takes a connection and waits for nothing else: all its steps are one visit."""
        return await self.run(lambda db: _carried_out(work(_Within(db))))

    async def bring_home(self, patience_s: float) -> None:
        """Copy the log into the file before closing, in so many seconds: what is not copied by then stays in the log.
        Nothing may be asked of the connection any more but to close."""
        copying = asyncio.ensure_future(self.run(_copied))
        await asyncio.wait({copying}, timeout=patience_s)
        if not copying.done():
            await self.interrupt()
            await asyncio.wait({copying})
            await self.run(sqlite3.Connection.interrupt)  # closing begins to copy, too, and heeds this

    async def first(self, query: str, asked: Mapping[str, object] | None = None) -> sqlite3.Row | None:
        """The first row of an answer; None when it is empty.

        In one visit, so that no cursor is ever open between two: were the task cancelled just then, the cursor would
        live on with the error, hold its view of the store, and every later read of this connection would see that.
        """
        return await self.run(lambda db: _first(db, query, asked or {}))


class _Within(Connection):
    """A connection as it looks from its own thread: what it is told is done at once, nothing has to wait."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._connection, self._iter_chunk_size = db, ROWS_AT_A_TIME  # no thread and no queue, which the base makes

    def __del__(self) -> None:
        """The one it stands for is still open, and shall be."""

    async def _execute(self, fn: Callable[..., T], *args: object, **kwargs: object) -> T:
        return fn(*args, **kwargs)


def _carried_out(steps: Coroutine[object, None, T]) -> T:
    """The result of a coroutine that never has to wait."""
    try:
        steps.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    steps.close()
    raise RuntimeError("a visit to the store waited for something else")


def connect_writer(path: Path, durable: bool) -> sqlite3.Connection:
    """Connect, migrate and set up; runs in the connection's own thread."""
    with _closed_on_failure(sqlite3.connect(path, isolation_level=None, timeout=BUSY_S)) as db:
        bring_up(db, path)
        db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        if not durable:  # many small transactions touch the same pages: fewer, longer checkpoints
            db.execute("PRAGMA wal_autocheckpoint = 4000")
        db.execute("PRAGMA journal_size_limit = 67108864")  # a log that grew under a bulk import shrinks again
        db.execute("PRAGMA cache_size = -16000")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA foreign_keys = ON")
    return db


def connect_reader(path: Path) -> sqlite3.Connection:
    """Connect for queries only."""
    with _closed_on_failure(sqlite3.connect(path, isolation_level=None, timeout=BUSY_S)) as db:
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA cache_size = -8000")
        db.execute("PRAGMA temp_store = MEMORY")
    return db


def _copied(db: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):  # it is copied by the next one
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _first(db: sqlite3.Connection, query: str, asked: Mapping[str, object]) -> sqlite3.Row | None:
    rows: list[sqlite3.Row] = db.execute(query, asked).fetchall()
    return rows[0] if rows else None


@contextmanager
def _closed_on_failure(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield db
    except BaseException:
        db.close()
        raise
