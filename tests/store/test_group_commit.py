"""Writes that come close together are one transaction, and each is whole by itself."""

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from arrowtui.model.errors_store import StoreLocked
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.store import Connection, Store, group_commit, open_store
from arrowtui.store.group_commit import MOST_ITEMS, MOST_WRITES, GroupCommit
from arrowtui.store.subscriptions import add_wish

FOR_EVER = 3600.0


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def transactions(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was written in one go, a line each."""
    begun: list[object] = []
    real = Store.write_at_once

    async def counted(self: Store, work: Callable[[Connection], Coroutine[object, None, object]]) -> object:
        begun.append(work)
        return await real(self, work)

    monkeypatch.setattr(Store, "write_at_once", counted)
    return begun


async def _follow(db: Connection, name: str) -> SubscriptionId:
    return await add_wish(db, Wish("feed", f"https://{name}.example/"))


async def _half(db: Connection, name: str) -> SubscriptionId:
    await _follow(db, name)
    raise ZeroDivisionError(name)


async def _with_a_bad_one_between(group: GroupCommit[SubscriptionId]) -> None:
    """Three together, of which the middle one fails and hears of it."""
    works = [partial(_follow, name="first"), partial(_half, name="bad"), partial(_follow, name="last")]
    with group.expected():
        outcomes = await asyncio.gather(*(group.write(work, 1) for work in works), return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [int, ZeroDivisionError, int]


def _committed(store: Store) -> list[str]:
    """What anybody else sees in the file."""
    with closing(sqlite3.connect(store.path)) as db:
        return sorted(address.split("/")[2] for (address,) in db.execute("SELECT address FROM subscriptions"))


def _named(*names: str) -> list[str]:
    return sorted(f"{name}.example" for name in names)


async def test_what_comes_while_more_is_expected_is_one_transaction(
    store: Store, transactions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "HELD_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)
    names = [f"n{number}" for number in range(MOST_WRITES)]

    with group.expected():
        ids = await asyncio.gather(*(group.write(partial(_follow, name=name), 1) for name in names))

    assert _committed(store) == _named(*names)
    assert ids == sorted(set(ids)), "each hears of its own"
    assert len(transactions) == 1


async def test_where_another_process_waits_to_write_the_transaction_ends(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the screen with a mark of the person's."""
    monkeypatch.setattr(group_commit, "LONGEST_S", FOR_EVER)
    monkeypatch.setattr(group_commit, "HELD_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)
    with store.path.with_name("store.db-gate").open("a") as gate, group.expected():

        async def somebody_comes(db: Connection) -> SubscriptionId:
            fcntl.flock(gate, fcntl.LOCK_EX)
            return await _follow(db, "a")

        first = asyncio.create_task(group.write(somebody_comes, 1))
        others = [asyncio.create_task(group.write(partial(_follow, name=name), 1)) for name in "bc"]
        await asyncio.sleep(0)
        group.look()
        closing_ = asyncio.create_task(group.close())
        await first
        assert _committed(store) == _named("a")
        fcntl.flock(gate, fcntl.LOCK_UN)
        await asyncio.gather(*others, closing_)

    assert _committed(store) == _named("a", "b", "c")


async def test_what_comes_alone_waits_for_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)

    await group.write(partial(_follow, name="alone"), 1)

    assert _committed(store) == _named("alone")


async def test_the_last_to_come_takes_along_those_that_wait(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)
    with group.expected():
        early = asyncio.create_task(group.write(partial(_follow, name="early"), 1))
        await asyncio.sleep(0)
        assert _committed(store) == []

    group.look()
    await early

    assert _committed(store) == _named("early")


async def test_nothing_waits_longer_than_a_moment(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_S", 0.0)
    group = GroupCommit[SubscriptionId](store)

    with group.expected():  # of something that never comes
        await group.write(partial(_follow, name="one"), 1)

    assert _committed(store) == _named("one")


async def test_a_group_holds_no_more_than_others_can_wait_for(
    store: Store, transactions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)

    with group.expected():
        few = asyncio.create_task(group.write(partial(_follow, name="few"), MOST_ITEMS // 2))
        many = asyncio.create_task(group.write(partial(_follow, name="many"), MOST_ITEMS))
        await asyncio.gather(few, many)

    assert len(transactions) == 2
    assert _committed(store) == _named("few", "many")


async def test_a_slow_machine_holds_the_store_for_one_write_at_a_time(
    store: Store, transactions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "HELD_S", 0.0)
    group = GroupCommit[SubscriptionId](store)

    with group.expected():
        ids = await asyncio.gather(*(group.write(partial(_follow, name=name), 1) for name in "abc"))

    assert _committed(store) == _named("a", "b", "c")
    assert (ids, len(transactions)) == (sorted(set(ids)), 3)


async def test_what_was_committed_before_another_fails_is_not_done_again(
    store: Store, transactions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "HELD_S", 0.0)
    group = GroupCommit[SubscriptionId](store)

    await _with_a_bad_one_between(group)

    assert _committed(store) == _named("first", "last")
    assert len(transactions) == 4, "the first, the bad one twice, the last"


async def test_on_a_slow_disk_each_goes_alone_so_that_others_have_their_turn(
    store: Store, transactions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "HELD_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)

    async def written(*names: str) -> int:
        before = len(transactions)
        with group.expected():
            await asyncio.gather(*(group.write(partial(_follow, name=name), 1) for name in names))
        return len(transactions) - before

    monkeypatch.setattr(group_commit, "SLOW_S", -1.0)
    assert await written(*"abcdefgh") == 1
    assert await written(*"ijkl") == 4

    monkeypatch.setattr(group_commit, "SLOW_S", FOR_EVER)
    assert await written(*"mnop") == 4, "it was slow before"
    assert await written(*"qrstuvwx") == 1
    assert len(_committed(store)) == 24


async def test_one_that_fails_undoes_no_other_and_leaves_nothing_behind(store: Store) -> None:
    group = GroupCommit[SubscriptionId](store)

    await _with_a_bad_one_between(group)

    assert _committed(store) == _named("first", "last")


async def test_a_store_that_is_locked_is_waited_for_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0

    async def locked(self: Store, work: object) -> None:
        nonlocal tries
        tries += 1
        raise StoreLocked("store.db", 10)

    monkeypatch.setattr(Store, "write_at_once", locked)
    group = GroupCommit[SubscriptionId](store)

    with group.expected():
        writes = (group.write(partial(_follow, name=str(number)), 1) for number in range(3))
        outcomes = await asyncio.gather(*writes, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [StoreLocked] * 3
    assert tries == 1


async def test_who_is_cancelled_takes_nothing_from_the_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_S", FOR_EVER)
    group = GroupCommit[SubscriptionId](store)
    with group.expected():
        gone = asyncio.create_task(group.write(partial(_follow, name="gone"), 1))
        stays = asyncio.create_task(group.write(partial(_follow, name="stays"), 1))
        await asyncio.sleep(0)

        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
        await group.close()

    assert gone.cancelled()
    assert await stays
    assert _committed(store) == _named("gone", "stays")
