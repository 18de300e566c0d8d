"""Subscriptions follow the settings file; nothing is ever deleted with them."""

from datetime import timedelta

from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, HostWait, Trouble, Validators, Wish
from arrowtui.store import Store
from arrowtui.store.subscriptions import (
    add_wish,
    drop_wish,
    fetch_states,
    host_waits,
    name_source,
    rename,
    save_fetch_state,
    save_host_wait,
    source_rows,
    subscriptions,
    sync_wishes,
)
from tests.fakes import NOON
from tests.store.builders import arrived, some

ONE = Wish("feed", "https://one.example/feed", "One", Lane.CALL, ("news", "écoles"), 30, False, (("a", "1"),))
TWO = Wish("feed", "https://two.example/feed")
THREE = Wish("mastodon", "https://two.example/feed", paused=True)


async def sync(store: Store, *wishes: Wish) -> list[Wish]:
    async with store.write() as db:
        await sync_wishes(db, wishes)
    async with store.reading() as db:
        return [one.wish for one in await subscriptions(db)]


async def test_wishes_come_back_as_they_were_in_the_order_of_the_file(store: Store) -> None:
    assert await sync(store, ONE, TWO, THREE) == [ONE, TWO, THREE]
    assert await sync(store, THREE, replace(ONE, title="Uno", lane=None), TWO) == [
        THREE,
        replace(ONE, title="Uno", lane=None),
        TWO,
    ]


async def test_what_is_no_longer_wished_for_keeps_its_items_and_comes_back_as_itself(store: Store) -> None:
    await sync(store, ONE, TWO)
    async with store.reading() as db:
        one, two = await subscriptions(db)
    await arrived(store, one.id, some(2))

    assert await sync(store, THREE) == [THREE]

    async with store.reading() as db:
        everybody = await subscriptions(db, wanted_only=False)
        rows = await source_rows(db)
    assert [entry.is_wanted for entry in everybody] == [True, False, False]
    assert [(row.title, row.total, row.is_wanted) for row in rows] == [(THREE.address, 0, True), ("One", 2, False)]
    await sync(store, TWO, ONE)
    async with store.reading() as db:
        assert [entry.id for entry in await subscriptions(db)] == [two.id, one.id]


async def test_adding_goes_to_the_end_and_adding_again_renews(store: Store) -> None:
    await sync(store, ONE, TWO)
    async with store.write() as db:
        number = await add_wish(db, THREE)
        assert await add_wish(db, replace(THREE, title="Tres")) == number
        await drop_wish(db, number)
        assert [one.wish for one in await subscriptions(db)] == [ONE, TWO]
        assert await add_wish(db, THREE) == number
        assert [one.wish for one in await subscriptions(db)] == [ONE, TWO, THREE]


async def test_the_persons_name_goes_before_the_sources_own_and_that_before_the_address(store: Store) -> None:
    async with store.write() as db:
        number = await add_wish(db, TWO)
        titles = [(await subscriptions(db))[0].title]
        await name_source(db, number, "Two's own", "https://two.example/")
        titles.append((await subscriptions(db))[0].title)
        await rename(db, number, "My two")
        titles.append((await subscriptions(db))[0].title)
        await rename(db, number, None)
        titles.append((await subscriptions(db))[0].title)

    assert titles == [TWO.address, "Two's own", "My two", "Two's own"]


async def test_a_fetch_state_comes_back_as_it_was(store: Store) -> None:
    async with store.write() as db:
        number, other = await add_wish(db, ONE), await add_wish(db, TWO)
        full = FetchState(
            subscription=number,
            address="https://moved.example/feed",
            next_due_at=NOON + timedelta(hours=1),
            last_polled_at=NOON,
            last_good_at=NOON - timedelta(days=1),
            validators=Validators("https://one.example/feed", 'W/"x"', "Mon, 23 Nov 2026 12:00:00 GMT"),
            moved_to="https://moved.example/feed",
            moved_seen=2,
            failures=3,
            failing_since=NOON - timedelta(hours=5),
            trouble=Trouble("ServerTooSlow", "one.example did not answer", "It will be asked again."),
            pace_s=900,
            hint_s=3600,
            ended=True,
            memory='{"cursor": 1}',
            notices=("first page only", "é"),
            skip_hours=frozenset({0, 23}),
            skip_days=frozenset({6}),
        )
        await save_fetch_state(db, FetchState(number, "https://one.example/feed"))
        await save_fetch_state(db, full)
        await save_fetch_state(db, FetchState(other, TWO.address))

    async with store.reading() as db:
        assert await fetch_states(db) == {number: full, other: FetchState(other, TWO.address)}
        (row, _) = await source_rows(db)
    assert (row.trouble, row.failing_since, row.next_due_at) == (full.trouble, full.failing_since, full.next_due_at)
    assert (row.notices, row.lane, row.tags) == (full.notices, Lane.CALL, ("news", "écoles"))


async def test_a_host_that_wants_to_be_left_alone_is_remembered(store: Store) -> None:
    async with store.write() as db:
        await save_host_wait(db, HostWait("busy.example", NOON))
        await save_host_wait(db, HostWait("busy.example", NOON + timedelta(hours=1)))

    async with store.reading() as db:
        assert await host_waits(db) == (HostWait("busy.example", NOON + timedelta(hours=1)),)
