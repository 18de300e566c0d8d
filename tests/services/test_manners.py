"""A kind of source has its own pace, its own words for refusals, and its own wish to be left alone."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import TokenNeeded
from arrowtui.model.lane import Lane
from arrowtui.model.manners import USUAL, Manners
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.liveness import Liveness
from arrowtui.services.poll import PATIENCE_S
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import host_waits
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import Scripted, World, draft, trouble_of
from tests.store.builders import a_source, an_item, arrived, placed

FIRST, SECOND, THIRD = (f"https://slow.example/{name}" for name in ("first", "second", "third"))


@dataclass
class Platform(Scripted):
    """A scripted platform: its pace, which statuses it reads itself, until when it wants rest."""

    manners: Manners = USUAL
    accepts: tuple[int, ...] = ()
    rest: timedelta | None = None

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        return Request(address, accepts=self.accepts)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        return Batch((draft(f"{reply.address} {reply.status}"),))

    def refused(self, reply: Reply) -> FetchError | None:
        return TokenNeeded("slow.example", "scripted") if reply.status == 401 else None

    def rest_until(self, reply: Reply) -> datetime | None:
        return reply.received_at + self.rest if self.rest else None


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


async def a_world(store: Store, clock: FakeClock, wire: FakeWire, platform: Platform) -> World:
    world = World(store, clock, wire, platform)
    await world.follow(FIRST, SECOND, THIRD, kind="scripted")
    for address in (FIRST, SECOND, THIRD):
        wire.answers(address, "x")
    return world


def asked(wire: FakeWire) -> list[str]:
    return [request.address for request, _ in wire.asked]


async def test_a_short_gap_between_requests_to_a_host_is_waited_for(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    world = await a_world(store, clock, wire, Platform(manners=Manners(gap_s=2)))

    await world.round()

    assert asked(wire) == [FIRST, SECOND, THIRD]
    assert clock.now() == NOON + timedelta(seconds=4)


async def test_a_long_gap_puts_the_others_off_without_calling_them_failing(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    world = await a_world(store, clock, wire, Platform(manners=Manners(gap_s=60)))
    assert PATIENCE_S < 60

    reports = await world.round(due_only=True)
    assert asked(wire) == [FIRST]
    assert all(report.trouble is None for report in reports.values())

    for _ in range(2):
        clock.forward(seconds=61)
        await world.round(due_only=True)
    assert asked(wire) == [FIRST, SECOND, THIRD]


async def test_a_long_gap_is_kept_by_the_next_process_too(store: Store, clock: FakeClock, wire: FakeWire) -> None:
    await (await a_world(store, clock, wire, Platform(manners=Manners(gap_s=60)))).round()

    clock.forward(seconds=5)
    await World(store, clock, wire, Platform(manners=Manners(gap_s=60))).round(SECOND)

    assert asked(wire) == [FIRST]


async def test_a_good_reply_may_ask_for_rest_which_holds_for_the_host(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    world = await a_world(store, clock, wire, Platform(rest=timedelta(minutes=10)))

    reports = await world.round()

    assert asked(wire) == [FIRST]
    assert trouble_of(reports[SECOND]).name == "AskedToWait"
    async with store.reading() as db:
        (wait,) = await host_waits(db)
    assert (wait.host, wait.until) == ("slow.example", NOON + timedelta(minutes=10))


async def test_a_refusal_is_told_in_the_words_of_the_platform(store: Store, clock: FakeClock, wire: FakeWire) -> None:
    world = World(store, clock, wire, Platform())
    await world.follow(FIRST, kind="scripted")
    wire.answers(FIRST, "", status=401)

    reports = await world.round()

    assert trouble_of(reports[FIRST]).name == "TokenNeeded"


async def test_a_status_that_the_request_accepts_is_read(store: Store, clock: FakeClock, wire: FakeWire) -> None:
    world = World(store, clock, wire, Platform(accepts=(404,)))
    await world.follow(FIRST, kind="scripted")
    wire.answers(FIRST, "", status=404)

    reports = await world.round()

    assert reports[FIRST].trouble is None
    assert await world.titles() == [f"{FIRST} 404"]


async def test_the_platforms_pace_counts_until_something_else_is_known(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    world = World(store, clock, wire, Platform(manners=Manners(normal_s=300, floor_s=300)))
    await world.follow(FIRST, kind="scripted")
    wire.answers(FIRST, "x")

    await world.round()

    due = (await world.state()).next_due_at
    assert due is not None
    assert timedelta(minutes=4.5) <= due - NOON <= timedelta(minutes=5.5)


async def test_while_its_chat_is_on_a_source_is_asked_at_the_pace_of_a_chat(
    store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    series = Series("#first", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=12;BYMINUTE=30", "UTC", 60)  # half an hour after noon
    world = World(store, clock, wire, Platform())
    world.is_live = Liveness(lambda: [FollowedChat("First", series, ("first",))], clock)
    await world.follow(FIRST, SECOND, kind="scripted", lane=Lane.CHAT)
    for address in (FIRST, SECOND):
        wire.answers(address, "x")
    await world.round(due_only=True)
    wire.asked.clear()

    clock.forward(minutes=5)
    await world.round(due_only=True)
    assert asked(wire) == []

    clock.forward(minutes=16)  # ten minutes before it begins
    for _ in range(3):
        await world.round(due_only=True)
        clock.forward(seconds=66)
    assert asked(wire) == [FIRST] * 3

    clock.forward(hours=3)
    await world.round(due_only=True)
    wire.asked.clear()
    clock.forward(seconds=90)
    await world.round(due_only=True)
    assert asked(wire) == []


async def test_a_session_that_is_moved_is_asked_after_at_its_new_hour_and_not_at_the_old_one(
    store: Store, clock: FakeClock
) -> None:
    series = Series("#first", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=12;BYMINUTE=30", "UTC", 30, ("@host",))
    chat = FollowedChat("First", series, ("first",))
    is_live = Liveness(lambda: [chat], clock)
    source = await a_source(store)
    words = "#first is moved to Wednesday 15:00"
    post = an_item("1", text=words, author="@host", at=clock.now() - timedelta(hours=2))
    await arrived(store, source, [placed(post, Lane.CHAT)])
    clock.forward(minutes=40)
    assert is_live.is_on(chat)

    await is_live.look(store)

    assert not is_live.is_on(chat)
    clock.hour = datetime(2026, 11, 25, 15, 5, tzinfo=UTC)
    assert is_live.is_on(chat)
