"""What is remembered: one SQLite file and all the SQL there is.

The reader's connection is apart from the writer's, so nobody reads half-done writes. A process has one `Store`.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from arrowtui.model.errors import StoreError
from arrowtui.model.errors_store import unwritable
from arrowtui.store.connection import Connection, connect_reader, connect_writer
from arrowtui.store.faults import translated
from arrowtui.store.gate import Gate

__all__ = ["Connection", "Store", "open_store"]

T = TypeVar("T")


class Store:
    """An open store. Reads go through `reading()` (or `read`), changes through `write()`."""

    def __init__(self, path: Path, read: Connection, writer: Connection) -> None:
        self.path = path
        self.read = read
        self._writer = writer
        self._gate = Gate(path)
        self._turn = asyncio.Lock()
        self._seeker: asyncio.Task[Connection] | None = None
        self._seekers_turn = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """The query-only connection.

        Raises: StoreError when the file cannot be read.
        """
        with translated(self.path):
            yield self.read

    @asynccontextmanager
    async def seeking(self) -> AsyncIterator[Connection]:
        """A query-only connection for searches, which may take long where a key press must not wait behind them.

        Opened at the first search. A search that is cancelled (the person typed on) is stopped at once.
        Raises: StoreError when the file cannot be read.
        """
        async with self._seekers_turn:
            with translated(self.path):
                seeker = await self._opened_seeker()
                try:
                    yield seeker
                except asyncio.CancelledError:
                    await seeker.interrupt()
                    raise

    async def _opened_seeker(self) -> Connection:
        """Opened by a task of its own: a search cancelled meanwhile leaves it to the next one, never open to nobody."""
        task = self._seeker
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = self._seeker = asyncio.create_task(Connection.open(partial(connect_reader, self.path)))
        return await asyncio.shield(task)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """One transaction: committed when the block ends, undone when it raises or is cancelled. One at a time.

        Raises: StoreError when the file is locked too long, full, damaged or not writable.
        """
        async with self._turn:
            with translated(self.path):
                async with _transaction(self._writer, self._gate):
                    yield self._writer

    async def write_at_once(self, work: Callable[[Connection], Coroutine[object, None, T]]) -> T:
        """The same for `work` that waits for nothing but the store, in one visit to the connection's thread instead of
        one for each statement. Cancelled, it is done to its end nevertheless.

        Raises: StoreError as `write`.
        """

        async def transaction(db: Connection) -> T:
            async with _transaction(db, self._gate):
                return await work(db)

        async with self._turn:
            with translated(self.path):
                return await self._writer.visit(transaction)

    def is_awaited(self) -> bool:
        """Whether another process waits to write while this one does. For `work` in `write_at_once`."""
        return self._gate.is_awaited()

    @asynccontextmanager
    async def quiet(self) -> AsyncIterator[None]:
        """In here no transaction of this process is open, and none begins."""
        async with self._turn:
            yield

    async def data_version(self) -> int:
        """A number that changes when another connection (this process's writer included) has committed."""
        async with self.reading() as db:
            found = await db.first("PRAGMA data_version")
        return int(found[0]) if found else 0

    async def close(self, patience_s: float | None = None) -> None:
        """End all connections and their threads.

        Args:
            patience_s: the last one to leave copies SQLite's log into the file, which a slow disk makes last. After so
                many seconds what is left of it is left in the log, to whoever opens the store next; None: never.
        """
        try:
            await self.read.close()
            if self._seeker is not None:
                with suppress(StoreError, sqlite3.Error):  # told to the search that wanted it
                    await (await self._seeker).close()
            if patience_s is not None:
                await self._writer.bring_home(patience_s)
        finally:
            await self._writer.close()
            self._gate.close()


@asynccontextmanager
async def _transaction(db: Connection, gate: Gate) -> AsyncIterator[None]:
    try:
        # Inside the try: a task cancelled while BEGIN waits in the connection's queue has still begun.
        await db.run(gate.begin)
        yield
        await db.commit()
    except BaseException:
        # Queued behind whatever still runs, so it comes in time even if this wait is cancelled as well.
        await db.rollback()
        raise


async def open_store(path: Path, *, durable: bool) -> Store:
    """Open the store at `path`, making or migrating it first. Its folder is made when absent; what is
    made here only its owner may read: there are her notes in it, and addresses that may hold a password.

    Args:
        durable: True waits for the disk at each commit (what a person wrote); False may lose the last commits when
            the power fails, never when the program is killed (what the poller can fetch again).
    Raises: StoreForeign, StoreNewer, StoreBroken, StoreLocked, StoreUnwritable, StoreFull, SqliteTooOld.
    """
    _make_room(path)
    with translated(path):
        writer = await Connection.open(partial(connect_writer, path, durable))
        try:
            read = await Connection.open(partial(connect_reader, path))
        except BaseException:
            await writer.close()
            raise
    return Store(path, read, writer)


def _make_room(path: Path) -> None:
    """A folder and an empty file, where there is none; SQLite's further files get the mode of this one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as cause:
        raise unwritable(path, cause) from cause
