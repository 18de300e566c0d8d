"""A round of polling on a real store, against a scripted wire."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import ServerTooSlow, ServerUnreachable, UnreadableReply
from arrowtui.model.errors_requests import UnknownSource
from arrowtui.model.errors_store import StoreUnwritable
from arrowtui.model.lane import Lane
from arrowtui.model.progress import Progress
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId, Validators
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services import shelving
from arrowtui.services.digest import Digest, Job, digest
from arrowtui.services.journal import Journal
from arrowtui.services.poll import MOST_FOLLOWED
from arrowtui.services.refresh import DIGESTING_AT_ONCE, STORING_AT_ONCE, Refresh
from arrowtui.store import Connection, Store, open_store
from arrowtui.store.fetching import host_waits
from arrowtui.store.subscriptions import name_source, source_rows
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World, a_feed, draft, trouble_of

ONE, TWO, THREE = (f"https://{name}.example/feed" for name in ("one", "two", "three"))
HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def world(store: Store, clock: FakeClock, wire: FakeWire) -> World:
    return World(store, clock, wire)


# --- what comes in


async def test_a_round_stores_what_the_sources_say(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("First", "Second", title="The <b>one</b>\x1b[31m"))
    wire.answers(TWO, a_feed("Third"))

    reports = await world.round()

    assert (reports[ONE].new, reports[TWO].new, reports[ONE].trouble) == (2, 1, None)
    assert await world.titles() == ["First", "Second", "Third"]
    async with world.store.reading() as db:
        titles = {row.title for row in await source_rows(db)}
    assert any(title.startswith("The") for title in titles)
    assert not any("\x1b" in title for title in titles)


async def test_a_second_round_with_nothing_new_changes_nothing(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Same"))

    await world.round()
    again = await world.round()

    assert (again[ONE].new, again[ONE].updated, again[ONE].trouble) == (0, 0, None)


async def test_a_changed_item_is_an_update_and_keeps_the_persons_marks(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Before", ids=["1"]))
    wire.answers(ONE, a_feed("After", ids=["1"]))
    await world.round()
    (row,) = await world.rows()
    await Journal(world.store, world.clock).keep([row.id], True)

    again = await world.round()

    assert (again[ONE].new, again[ONE].updated) == (0, 1)
    (row,) = await world.rows()
    assert (row.title, row.is_kept, row.is_edited) == ("After", True, True)


async def test_the_configured_lane_reaches_the_classifier(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, lane=Lane.CALL)
    wire.answers(ONE, a_feed("Wanted"))

    await world.round()

    (row,) = await world.rows()
    assert row.lane is Lane.CALL


async def test_an_item_of_two_sources_is_one_item(world: World, wire: FakeWire) -> None:
    here, there = "https://site.example/a.json", "https://www.site.example/b.json"
    await world.follow(here, there)
    wire.answers(here, a_feed("Shared"))
    wire.answers(there, a_feed("Shared"))

    reports = await world.round()

    assert reports[here].new + reports[there].new == 1
    assert await world.titles() == ["Shared"]


async def test_a_reply_with_no_entries_deletes_nothing(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Kept"))
    wire.answers(ONE, a_feed())
    await world.round()

    again = await world.round()

    assert again[ONE].trouble is None
    assert await world.titles() == ["Kept"]


async def test_what_the_platform_deletes_goes_and_stays_gone(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {
        b"both": Batch((draft("a"), draft("b"))),
        b"gone": Batch(deleted=("a",)),
    }
    for body in (b"both", b"gone", b"both"):
        wire.answers(ONE, body)

    for _ in range(3):
        await world.round()

    assert await world.titles() == ["b"]


# --- conditional requests


async def test_validators_are_remembered_and_not_modified_is_quiet(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Kept"), headers={"ETag": 'W/"1"', "Last-Modified": "then"})
    wire.answers(ONE, status=304)
    await world.round()

    again = await world.round()

    assert again[ONE].unchanged
    assert [validators for _, validators in wire.asked] == [None, Validators(ONE, 'W/"1"', "then")]
    assert (await world.state()).validators == Validators(ONE, 'W/"1"', "then")


async def test_a_permanent_move_is_believed_after_three_sightings(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Kept"), final=TWO, moved_to=TWO)
    wire.answers(TWO, a_feed("Kept", "Added"))

    for _ in range(4):
        await world.round()

    assert [request.address for request, _ in wire.asked] == [ONE, ONE, ONE, TWO]
    assert await world.titles() == ["Added", "Kept"]


# --- failures


async def test_a_failing_source_stops_no_other_and_loses_nothing(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("Kept"), headers={"ETag": '"1"'})
    wire.fails(ONE, ServerTooSlow("one.example", 20))
    wire.answers(TWO, a_feed("Also"))
    await world.round()
    world.clock.forward(hours=1)

    reports = await world.round()

    assert (trouble_of(reports[ONE]).name, reports[TWO].trouble) == ("ServerTooSlow", None)
    assert await world.titles() == ["Also", "Kept"]
    state = next(state for state in (await world.states()).values() if state.address == ONE)
    assert (state.failing_since, state.failures, state.last_good_at) == (NOON + HOUR, 1, NOON)
    assert state.validators == Validators(ONE, '"1"')


STATUSES = {
    401: "AnswerRefused",
    403: "AnswerRefused",
    404: "NotThere",
    410: "Gone",
    429: "AskedToWait",
    500: "ServerFault",
    503: "AskedToWait",
}


@pytest.mark.parametrize("status", STATUSES)
async def test_a_status_becomes_a_failure_with_words(world: World, wire: FakeWire, status: int) -> None:
    await world.follow(ONE)
    wire.answers(ONE, status=status)

    reports = await world.round()

    assert trouble_of(reports[ONE]).name == STATUSES[status]
    assert (await world.state()).trouble == reports[ONE].trouble


async def test_a_page_instead_of_a_feed_is_a_failure_and_deletes_nothing(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Kept"))
    wire.answers(ONE, "<!doctype html><title>Please log in</title>")
    await world.round()

    again = await world.round()

    assert trouble_of(again[ONE]).name == "UnreadableReply"
    assert await world.titles() == ["Kept"]


async def test_a_failure_that_ends_is_forgotten(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.fails(ONE, ServerUnreachable("one.example", "x"))
    wire.answers(ONE, a_feed("Back"))
    await world.round()

    await world.round()

    state = await world.state()
    assert (state.failures, state.failing_since, state.trouble) == (0, None, None)


async def test_what_ended_is_asked_no_more_unless_named(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, title="Old friend")
    wire.answers(ONE, status=410)
    wire.answers(ONE, a_feed("Back"))
    await world.round()

    assert await world.round() == {}
    assert (await world.round("old friend"))[ONE].new == 1
    assert not (await world.state()).ended


async def test_a_bug_in_one_source_is_loud_and_stops_no_other(
    world: World, wire: FakeWire, caplog: pytest.LogCaptureFixture
) -> None:
    await world.follow(ONE, kind="scripted", title="Buggy")
    await world.follow(TWO)
    world.scripted.batches = {b"x": ZeroDivisionError("who would have thought")}
    wire.answers(ONE, b"x")
    wire.answers(TWO, a_feed("Fine"))

    with caplog.at_level(logging.ERROR):
        reports = await world.round()

    assert trouble_of(reports[ONE]).name == "OwnFault"
    assert await world.titles() == ["Fine"]
    assert "Buggy" in caplog.text
    assert "ZeroDivisionError: who would have thought" in caplog.text


async def test_a_bug_before_the_request_is_met_the_same_way(
    world: World, wire: FakeWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.follow(ONE, kind="scripted")
    await world.follow(TWO)
    wire.answers(TWO, a_feed("Fine"))
    monkeypatch.setattr(world.scripted, "first", None)

    reports = await world.round()

    assert trouble_of(reports[ONE]).name == "OwnFault"
    assert reports[TWO].new == 1


async def test_a_kind_nobody_knows_is_told_not_raised(world: World) -> None:
    await world.follow(ONE, kind="telepathy")

    reports = await world.round()

    assert trouble_of(reports[ONE]).name == "UnknownKind"


async def test_a_store_that_cannot_be_written_ends_the_round_loudly(
    world: World, wire: FakeWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Lost"))

    async def full(self: Store, work: object) -> None:
        raise StoreUnwritable("store.db", "disk full")

    monkeypatch.setattr(Store, "write_at_once", full)

    with pytest.raises(StoreUnwritable):
        await world.round()


# --- follow


async def test_what_a_reply_leads_to_is_asked_in_the_same_round(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {
        b"1": Batch((draft("a"),), memory="first", follow=(Request(TWO), Request(THREE)), notices=("older ones lost",)),
        b"2": Batch((draft("b"),), memory="second"),
        b"3": Batch((draft("c"),), notices=("older ones lost", "one hidden")),
    }
    wire.answers(ONE, b"1", headers={"ETag": '"1"'})
    wire.answers(TWO, b"2", headers={"ETag": '"2"'})
    wire.answers(THREE, b"3")

    reports = await world.round()

    assert reports[ONE].new == 3
    state = await world.state()
    assert (state.memory, state.notices) == ("second", ("older ones lost", "one hidden"))
    assert state.validators == Validators(ONE, '"1"')
    assert [validators for _, validators in wire.asked] == [None] * 3


async def test_an_endless_trail_is_left_after_a_while(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {b"more": Batch((draft("a"),), follow=(Request(ONE), Request(ONE)))}
    wire.answers(ONE, b"more")

    await world.round()

    assert len(wire.asked) == 1 + MOST_FOLLOWED


async def test_a_trail_that_breaks_keeps_what_came_and_begins_anew(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {b"1": Batch((draft("a"),), memory="further", follow=(Request(TWO),))}
    wire.answers(ONE, b"1", headers={"ETag": '"1"'})
    wire.answers(TWO, status=500)

    reports = await world.round()

    assert trouble_of(reports[ONE]).name == "ServerFault"
    assert await world.titles() == ["a"]
    state = await world.state()
    assert (state.failures, state.memory, state.validators) == (1, "", None)


async def test_memory_comes_back_at_the_next_poll(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {b"1": Batch(memory="since 17"), b"2": Batch()}
    wire.answers(ONE, b"1")
    wire.answers(ONE, b"2")

    for _ in range(3):
        await world.round()

    assert world.scripted.memories == ["", "since 17", "since 17"]


async def test_an_adapter_may_refuse_a_good_looking_reply(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, kind="scripted")
    world.scripted.batches = {b"x": UnreadableReply("one.example", "a timeline")}
    wire.answers(ONE, b"x")

    reports = await world.round()

    assert trouble_of(reports[ONE]).headline == "one.example did not send a timeline"


# --- whose turn it is


async def test_only_those_whose_time_has_come_are_asked(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("a"))
    wire.answers(TWO, a_feed("b"), headers={"Cache-Control": "max-age=7200"})
    await world.round(due_only=True)

    early = await world.round(due_only=True)
    world.clock.forward(minutes=61)
    later = await world.round(due_only=True)

    assert (early, set(later)) == ({}, {ONE})


async def test_what_a_wrong_clock_put_off_for_years_is_due(world: World, wire: FakeWire) -> None:
    busy = "https://busy.example/feed"
    await world.follow(ONE, busy)
    wire.answers(ONE, a_feed("a"))
    wire.answers(busy, status=429)
    world.clock.forward(days=3650)
    await world.round()

    world.clock.forward(days=-3650)
    wire.answers(busy, a_feed("b"))
    wire.answers(busy, a_feed("b"))
    reports = await world.round(due_only=True)

    assert set(reports) == {ONE, busy}
    assert len(wire.asked) == 4


async def test_a_long_interval_of_her_own_is_no_mistake(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, every_min=60 * 24 * 30)
    wire.answers(ONE, a_feed("a"))
    await world.round()

    world.clock.forward(days=20)

    assert await world.round(due_only=True) == {}


async def test_paused_sources_are_asked_only_by_name(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, paused=True, title="Resting")
    wire.answers(ONE, a_feed("a"))

    assert await world.round() == {}
    assert (await world.round("Resting"))[ONE].new == 1


async def test_a_name_nobody_has_is_refused_before_anything_is_asked(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)

    with pytest.raises(UnknownSource):
        await world.round(ONE, "nobody")

    assert wire.asked == []


async def test_ids_choose_as_names_do(world: World, wire: FakeWire) -> None:
    one, two = await world.follow(ONE, TWO)
    wire.answers(TWO, a_feed("b"))

    reports = await world.refresh.round(only={two}, due_only=False, progress=world.told.append)

    assert [report.subscription for report in reports] == [two]
    assert one != two


async def test_replies_are_understood_while_the_disk_is_slow_but_not_without_end(
    world: World, wire: FakeWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = [f"https://host{number}.example/" for number in range(2 * (DIGESTING_AT_ONCE + STORING_AT_ONCE))]
    await world.follow(*addresses)
    for number, address in enumerate(addresses):
        wire.answers(address, a_feed(f"of {number}"))
    understood = 0
    all_it_takes, disk_is_free = asyncio.Event(), asyncio.Event()
    real = Store.write_at_once

    async def counted(job: Job) -> Digest:
        nonlocal understood
        understood += 1
        if understood == DIGESTING_AT_ONCE + STORING_AT_ONCE:
            all_it_takes.set()
        return digest(job)

    async def slow(self: Store, work: Callable[[Connection], Coroutine[object, None, object]]) -> object:
        await disk_is_free.wait()
        return await real(self, work)

    monkeypatch.setattr(Store, "write_at_once", slow)
    refresh: Refresh = replace(world.refresh, digesting=counted, together=1)
    round_ = asyncio.create_task(refresh.round(due_only=False, progress=world.told.append))
    await asyncio.wait_for(all_it_takes.wait(), 30)
    for _ in range(1000):
        await asyncio.sleep(0)
    held = understood
    disk_is_free.set()
    reports = await round_

    assert held == DIGESTING_AT_ONCE + STORING_AT_ONCE
    assert len(reports) == sum(report.new for report in reports) == len(addresses)


# --- hosts


class Gated:
    """A wire that lets each request wait, and counts how many of each host are in flight together."""

    def __init__(self, wire: FakeWire) -> None:
        self.wire = wire
        self.flying: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.most_in_all = 0

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        host = request.address.split("/")[2]
        self.flying[host] = self.flying.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self.flying[host])
        self.most_in_all = max(self.most_in_all, sum(self.flying.values()))
        for _ in range(5):
            await asyncio.sleep(0)
        self.flying[host] -= 1
        return await self.wire.fetch(request, validators)


async def test_each_host_has_one_request_in_flight_and_hosts_go_side_by_side(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    gated = Gated(wire)
    world = World(store, clock, gated)
    addresses = [f"https://{host}.example/{number}" for host in "abc" for number in range(5)]
    await world.follow(*addresses, kind="scripted")
    world.scripted.batches = {b"x": Batch((draft("1"),), follow=(Request("https://a.example/more"),)), b"y": Batch()}
    for address in addresses:
        wire.answers(address, b"x")
    wire.answers("https://a.example/more", b"y")

    await world.round()

    assert gated.most == {"a.example": 1, "b.example": 1, "c.example": 1}
    assert gated.most_in_all == 3


async def test_a_host_that_asks_to_wait_is_left_alone_by_all_its_sources(world: World, wire: FakeWire) -> None:
    first, second = "https://busy.example/1", "https://busy.example/2"
    await world.follow(first, second, ONE)
    wire.answers(first, status=429, headers={"Retry-After": "7200"})
    wire.answers(second, a_feed("never asked"))
    wire.answers(ONE, a_feed("fine"))

    reports = await world.round()

    assert [request.address for request, _ in wire.asked].count(second) == 0
    assert trouble_of(reports[first]).headline == "busy.example asks to wait 120 min (429)"
    assert trouble_of(reports[second]).name == "AskedToWait"
    assert {state.next_due_at for state in (await world.states()).values() if "busy" in state.address} == {
        NOON + timedelta(hours=2)
    }


async def test_a_wait_outlives_the_program(tmp_path: Path, world: World, clock: FakeClock, wire: FakeWire) -> None:
    first, second = "https://busy.example/1", "https://busy.example/2"
    await world.follow(first)
    wire.answers(first, status=503, headers={"Retry-After": "Mon, 23 Nov 2026 15:00:00 GMT"})
    await world.round()
    await world.store.close()
    reopened = await open_store(tmp_path / "store.db", durable=False)
    world.store = reopened
    await world.follow(second)
    wire.answers(second, a_feed("at last"))

    clock.forward(hours=2)
    early = await world.round(second)
    clock.forward(hours=1)
    later = await world.round(second)

    async with reopened.reading() as db:
        waits = await host_waits(db)
    await reopened.close()
    assert [(wait.host, wait.until) for wait in waits] == [("busy.example", NOON + timedelta(hours=3))]
    assert trouble_of(early[second]).headline == "busy.example asks to wait 60 min"
    assert later[second].new == 1


async def test_being_held_is_no_failure_of_ones_own(world: World, wire: FakeWire) -> None:
    first, second = "https://busy.example/1", "https://busy.example/2"
    await world.follow(first, second)
    wire.answers(first, status=429)

    await world.round()

    state = next(state for state in (await world.states()).values() if state.address == second)
    assert (state.failures, state.trouble, state.last_polled_at) == (0, None, None)


# --- progress, cancelling


async def test_progress_is_told_at_the_start_after_each_source_and_at_the_end(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("a", "b"))

    await world.round()

    assert [(one.done, one.total, one.report is None) for one in world.told] == [
        (0, 2, True),
        (1, 2, False),
        (2, 2, False),
        (2, 2, True),
    ]
    assert (world.told[-1].new, world.told[-1].failing) == (2, 1)


async def test_a_round_cancelled_half_way_leaves_what_is_committed_right(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    reached = asyncio.Event()

    class Hanging:
        async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
            if request.address == TWO:
                reached.set()
                await asyncio.Event().wait()
            return await wire.fetch(request, validators)

    world = World(store, clock, Hanging())
    await world.follow(ONE, TWO, THREE)
    wire.answers(ONE, a_feed("Kept"), headers={"ETag": '"1"'})
    wire.answers(THREE, status=304)
    two_done = asyncio.Event()

    def tell(progress: Progress) -> None:
        if progress.done == 2:
            two_done.set()

    round_ = asyncio.create_task(world.refresh.round(due_only=False, progress=tell))
    await asyncio.gather(reached.wait(), two_done.wait())
    round_.cancel()
    await asyncio.gather(round_, return_exceptions=True)

    assert round_.cancelled()
    assert await world.titles() == ["Kept"]
    polled = {state.address: state.validators for state in (await world.states()).values()}
    assert polled == {ONE: Validators(ONE, '"1"'), THREE: None}


async def test_many_unchanged_sources_are_written_together(
    world: World, wire: FakeWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = [f"https://host{number}.example/" for number in range(600)]
    await world.follow(*addresses)
    for address in addresses:
        wire.answers(address, status=304)
    writes = 0
    real = Store.write_at_once

    async def counted(self: Store, work: Callable[[Connection], Coroutine[object, None, None]]) -> None:
        nonlocal writes
        writes += 1
        await real(self, work)

    monkeypatch.setattr(Store, "write_at_once", counted)
    await world.round()

    assert len(await world.states()) == 600
    assert writes <= 10


@dataclass
class Together:
    """Digests so many replies at once and none earlier: as helpers do when a round brings much."""

    crowd: int
    waiting: int = 0
    all_there: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, job: Job) -> Digest:
        self.waiting += 1
        if self.waiting == self.crowd:
            self.all_there.set()
        await self.all_there.wait()
        return digest(job)


@pytest.fixture
async def crowd(world: World, wire: FakeWire) -> list[str]:
    """Sources that have something to say."""
    addresses = [f"https://host{number}.example/" for number in range(6)]
    await world.follow(*addresses)
    for number, address in enumerate(addresses):
        wire.answers(address, a_feed(f"of {number}"))
    return addresses


async def test_a_source_is_told_of_when_what_it_brought_is_committed(world: World, crowd: list[str]) -> None:
    seen: list[tuple[int, int]] = []

    def tell(progress: Progress) -> None:
        with closing(sqlite3.connect(world.store.path)) as db:
            seen.append((progress.new, *db.execute("SELECT count(*) FROM items").fetchone()))

    refresh: Refresh = replace(world.refresh, digesting=Together(len(crowd)))
    await refresh.round(due_only=False, progress=tell)

    assert [told for told, _ in seen] == [0, 1, 2, 3, 4, 5, 6, 6]
    assert all(stored >= told for told, stored in seen)


async def test_a_source_that_cannot_be_stored_takes_none_along(
    world: World, crowd: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def stumbling(db: Connection, source: SubscriptionId, title: str | None, link: str | None) -> None:
        await name_source(db, source, title, link)
        if source == 3:
            raise ZeroDivisionError

    monkeypatch.setattr(shelving, "name_source", stumbling)
    refresh: Refresh = replace(world.refresh, digesting=Together(len(crowd)))
    reports = await refresh.round(due_only=False, progress=world.told.append)

    assert [report.subscription for report in reports if report.trouble] == [3]
    assert await world.titles() == ["of 0", "of 1", "of 3", "of 4", "of 5"]
    assert (await world.states())[SubscriptionId(3)].failures == 1


async def test_what_was_never_asked_is_expected_to_bring_much_and_nothing_else(
    world: World, wire: FakeWire, crowd: list[str]
) -> None:
    told: list[int] = []
    refresh: Refresh = replace(world.refresh, expecting=told.append)
    wire.answers(crowd[0], status=404)

    await refresh.round(due_only=False, progress=world.told.append)
    await refresh.round(due_only=False, progress=world.told.append)

    assert told == [len(crowd), 0]


async def test_a_round_of_nobody_begins_and_ends_with_one_word(world: World) -> None:
    assert await world.round() == {}
    assert [(one.done, one.total) for one in world.told] == [(0, 0)]


async def test_her_own_server_is_asked_as_often_as_she_likes(store: Store, clock: FakeClock, wire: FakeWire) -> None:
    world = World(store, clock, wire)
    mine, named, public = "http://192.168.1.5/feed", "https://mine.example/feed", "https://theirs.example/feed"
    await world.follow(mine, named, public, every_min=2)
    for address in (mine, named, public):
        wire.answers(address, a_feed("x"))
    refresh: Refresh = replace(world.refresh, own_hosts=("mine.example",))

    await refresh.round(due_only=False, progress=world.told.append)

    due = {state.address: state.next_due_at for state in (await world.states()).values()}
    assert due == {mine: NOON + timedelta(minutes=2), named: NOON + timedelta(minutes=2), public: NOON + HOUR / 4}
