"""Several processes write by turns, and none has to be lucky."""

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from arrowtui.model.subscription import Wish
from arrowtui.store import Store, gate, open_store
from arrowtui.store.subscriptions import add_wish, subscriptions


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=True)
    yield store
    await store.close()


async def _follow(store: Store, name: str) -> None:
    async with store.write() as db:
        await add_wish(db, Wish("feed", f"https://{name}.example/"))


async def _followed(store: Store) -> list[str]:
    async with store.reading() as db:
        return [one.wish.address.split("/")[2] for one in await subscriptions(db)]


@contextmanager
def _standing_in_the_gate(store: Store) -> Iterator[None]:
    """Somebody else waits there for the lock."""
    with (store.path.with_name("store.db-gate")).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


async def test_who_wrote_last_comes_behind_who_waits(store: Store) -> None:
    """As the poller with much to store, and the screen with a mark."""
    await _follow(store, "first")
    with _standing_in_the_gate(store):
        again = asyncio.create_task(_follow(store, "again"))
        with closing(sqlite3.connect(store.path, isolation_level=None)) as db:
            db.execute(
                "UPDATE subscriptions SET own_title = 'Mine'"
            )  # the lock is free, and the other one leaves it so
        assert await _followed(store) == ["first.example"]

    await again
    assert await _followed(store) == ["first.example", "again.example"]


async def test_who_has_begun_to_write_makes_room_in_the_gate(store: Store) -> None:
    await _follow(store, "first")
    async with store.write():
        with _standing_in_the_gate(store):
            """It is free while the transaction is still open."""


async def test_one_who_was_stopped_in_the_gate_is_passed_by(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BUSY_S", 0.0)
    await _follow(store, "first")

    with _standing_in_the_gate(store):
        await _follow(store, "second")

    assert await _followed(store) == ["first.example", "second.example"]


async def test_without_a_gate_it_is_written_all_the_same(store: Store) -> None:
    store.path.with_name("store.db-gate").mkdir()

    await _follow(store, "first")

    assert await _followed(store) == ["first.example"]


async def test_all_that_several_write_at_once_is_there(tmp_path: Path, store: Store) -> None:
    async def many(name: str) -> None:
        mine = await open_store(store.path, durable=False)
        for number in range(20):
            await _follow(mine, f"{name}{number}")
        await mine.close()

    await asyncio.gather(*(asyncio.to_thread(partial(asyncio.run, many(name))) for name in "abc"))

    assert len(await _followed(store)) == 60


async def test_a_screen_leaves_at_once_and_loses_nothing_on_a_slow_disk(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = await open_store(path, durable=True)
    await _follow(store, "first")
    log = path.with_name("store.db-wal")
    size = log.stat().st_size

    await store.close(patience_s=0.0)
    left = log.stat().st_size if log.exists() else 0

    again = await open_store(path, durable=True)
    assert await _followed(again) == ["first.example"]
    await again.close(patience_s=60.0)
    assert size > 0 and left in (0, size), "the log is left whole, or was copied in time"
    assert not log.exists()
