"""Connections under cancellation."""

import ast
import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from arrowtui.model.errors import StoreError
from arrowtui.store import Store
from arrowtui.store.connection import Connection, connect_reader
from tests.parsed import parsed
from tests.store.builders import a_source, arrived, some

STORE = Path(__file__).parents[2] / "arrowtui" / "store"


async def test_a_read_cancelled_at_any_moment_does_not_hold_later_reads_in_the_past(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(3))
    errors: list[object] = []  # kept, as whoever ran the task may do

    async with store.reading() as db:
        for turns in range(12):
            task = asyncio.create_task(db.first("SELECT key FROM items"))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            errors += await asyncio.gather(task, return_exceptions=True)
            await arrived(store, source, some(1, prefix=f"later {turns}"))
            found = await db.first("SELECT count(*) FROM items")
            assert found is not None and found[0] == 4 + turns


async def test_an_opening_that_is_cancelled_leaves_no_thread_behind(tmp_path: Path) -> None:
    begun, may_go_on = asyncio.Event(), threading.Event()
    loop, before = asyncio.get_running_loop(), set(threading.enumerate())

    def connect() -> sqlite3.Connection:
        loop.call_soon_threadsafe(begun.set)
        may_go_on.wait(60)
        return sqlite3.connect(tmp_path / "s.db")

    opening = asyncio.create_task(Connection.open(connect))
    await begun.wait()
    opening.cancel()
    loop.call_later(0, may_go_on.set)

    with pytest.raises(asyncio.CancelledError):
        await opening
    for thread in set(threading.enumerate()) - before:
        thread.join(20)  # it ends by itself, a little after it has said so
        assert not thread.is_alive()


async def test_searches_cancelled_while_their_connection_is_opened_leave_it_to_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def connect(path: Path) -> sqlite3.Connection:
        opened.append(path)
        return connect_reader(path)

    async def seek() -> int:
        async with store.seeking() as db:
            found = await db.first("SELECT count(*) FROM items")
        return int(found[0]) if found else -1

    monkeypatch.setattr("arrowtui.store.connect_reader", connect)
    for turns in range(12):
        task = asyncio.create_task(seek())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    assert await seek() == 0
    assert opened == [store.path]


async def test_a_search_whose_connection_could_not_be_opened_is_told_and_the_next_tries_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> sqlite3.Connection:
        return connect_reader(path / "nowhere")

    with monkeypatch.context() as broken:
        broken.setattr("arrowtui.store.connect_reader", fails)
        with pytest.raises(StoreError):
            async with store.seeking():
                pass

    async with store.seeking() as db:
        assert await db.first("SELECT 1") is not None


def test_no_cursor_of_a_read_is_ever_held_open_between_two_visits() -> None:
    for path in STORE.glob("*.py"):
        for node in ast.walk(parsed(path)):
            names = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
            assert not (isinstance(node, ast.AsyncWith) and names & {"fetchone", "fetchmany"}), path.name
            assert not isinstance(node, ast.AsyncFor), path.name
