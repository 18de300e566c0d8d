"""The poller at work: by the hour, by what it hears, and until its parent ends."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.model.errors_store import StoreBroken, StoreLocked
from arrowtui.model.item import Scope, View
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import Report, SubscriptionId, Trouble, Validators, Wish
from arrowtui.model.wire import Reply, Request
from arrowtui.services.chores import Chores
from arrowtui.services.library import Library
from arrowtui.services.poller import RELOAD, Order, Over, Watch, order_of, thinned
from arrowtui.services.refresh import Refresh
from arrowtui.store import Store, open_store
from arrowtui.store.subscriptions import add_wish
from tests.fakes import FakeClock, FakeWire
from tests.services.world import World, a_feed

ONE, TWO = "https://one.example/feed", "https://two.example/feed"


class Parent:
    """Speaks to a watch and hears how far it is."""

    def __init__(self, watch: Callable[["Parent"], Watch]) -> None:
        self.heard: list[Progress] = []
        self.lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._rounds: asyncio.Queue[Progress] = asyncio.Queue()
        self._watch = watch(self)

    async def __aenter__(self) -> "Parent":
        self.task = asyncio.create_task(self._watch.run(self._spoken()))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.say(None)
        await asyncio.gather(self.task, return_exceptions=True)

    def say(self, line: str | None) -> None:
        self.lines.put_nowait(line)

    def tell(self, progress: Progress) -> None:
        self.heard.append(progress)
        if progress.report is None and progress.done == progress.total:
            self._rounds.put_nowait(progress)

    async def round(self) -> Progress:
        """Wait for the end of the next round."""
        return await asyncio.wait_for(self._rounds.get(), 60)

    async def _spoken(self) -> AsyncIterator[str]:
        while (line := await self.lines.get()) is not None:
            yield line


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def world(store: Store, clock: FakeClock, wire: FakeWire) -> World:
    wire.answers(ONE, a_feed("First"))
    wire.answers(TWO, a_feed("Second"))
    return World(store, clock, wire)


@pytest.fixture
def parent(world: World) -> Parent:
    return Parent(lambda parent: Watch(world.refresh, parent.tell, tick_s=0.01))


async def test_who_is_due_is_asked_at_once_and_then_when_the_time_comes(
    world: World, wire: FakeWire, parent: Parent
) -> None:
    await world.follow(ONE)
    async with parent:
        await parent.round()
        world.clock.forward(minutes=59)
        parent.say("reload")
        world.clock.forward(minutes=2)
        await parent.round()

    assert [request.address for request, _ in wire.asked] == [ONE, ONE]


async def test_a_source_added_by_another_process_is_asked_soon(tmp_path: Path, world: World, parent: Parent) -> None:
    await world.follow(ONE)
    other = await open_store(tmp_path / "store.db", durable=True)
    async with parent:
        await parent.round()
        world.clock.forward(seconds=11)
        async with other.write() as db:
            await add_wish(db, Wish("feed", TWO))
        await parent.round()
    await other.close()

    assert await world.titles() == ["First", "Second"]


async def test_refresh_asks_everybody_due_or_not(world: World, wire: FakeWire, parent: Parent) -> None:
    await world.follow(ONE, TWO)
    async with parent:
        await parent.round()
        parent.say("refresh")
        await parent.round()

    assert len(wire.asked) == 4


async def test_refresh_of_one_asks_that_one(world: World, wire: FakeWire, parent: Parent) -> None:
    _, two = await world.follow(ONE, TWO)
    async with parent:
        await parent.round()
        parent.say(f"refresh #{two}")
        await parent.round()
        parent.say(f"refresh {ONE}")
        await parent.round()

    assert [request.address for request, _ in wire.asked][2:] == [TWO, ONE]


async def test_nonsense_and_unknown_names_are_survived(world: World, parent: Parent) -> None:
    await world.follow(ONE)
    async with parent:
        await parent.round()
        for line in ("", "dance", "refresh nobody", "refresh #999", "refresh # #", "\0"):
            parent.say(line)
        await parent.round()  # that of #999: nobody to ask
        parent.say("refresh")
        last = await parent.round()

    assert (last.total, last.failing) == (1, 0)


async def test_the_search_knows_what_a_round_brought(world: World, parent: Parent) -> None:
    await world.follow(ONE)
    async with parent:
        await parent.round()
        parent.say("refresh")
        await parent.round()

    page = await Library(world.store).page(View(None, Scope.ALL, words="First"))
    assert [row.title for row in page.rows] == ["First"]


@pytest.mark.parametrize("line", ["quit", None])
async def test_quit_or_silence_for_ever_ends_it_even_in_the_middle_of_a_round(
    store: Store, clock: FakeClock, line: str | None
) -> None:
    begun = asyncio.Event()

    class Hanging:
        async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

    world = World(store, clock, Hanging())
    await world.follow(ONE)
    parent = Parent(lambda parent: Watch(world.refresh, parent.tell, tick_s=0.01))
    async with parent:
        await begun.wait()
        parent.say(line)
        await asyncio.wait_for(parent.task, 60)

    assert parent.task.exception() is None
    assert await world.states() == {}


async def test_a_store_that_is_busy_for_once_is_tried_again_later(
    world: World, wire: FakeWire, parent: Parent, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.follow(ONE)
    real, failures = Refresh.round, iter([StoreLocked("store.db", 5)])

    async def busy_once(self: Refresh, *given: object, **named: object) -> object:
        for failure in failures:
            raise failure
        return await real(self, *given, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(Refresh, "round", busy_once)
    async with parent:
        trouble = (await parent.round()).trouble
        world.clock.forward(seconds=61)
        assert (await parent.round()).trouble is None

    assert trouble is not None and trouble.name == "StoreLocked"
    assert await world.titles() == ["First"]


async def test_a_store_that_is_broken_ends_it_with_that(
    world: World, parent: Parent, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(self: Store) -> int:
        raise StoreBroken("store.db", "malformed")

    monkeypatch.setattr(Store, "data_version", broken)
    async with parent:
        await asyncio.wait({parent.task}, timeout=60)

    assert isinstance(parent.task.exception(), StoreBroken)


async def test_without_a_parent_it_works_until_it_is_cancelled(world: World) -> None:
    await world.follow(ONE)
    done = asyncio.Event()
    watch = Watch(world.refresh, lambda progress: done.set() if progress.done == 1 else None, tick_s=0.01)

    task = asyncio.create_task(watch.run())
    await asyncio.wait_for(done.wait(), 60)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert task.cancelled()


async def test_nothing_due_costs_no_reading_of_all_sources(
    world: World, parent: Parent, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.follow(ONE)
    looks = 0
    real: Callable[[Watch], Awaitable[object]] = Watch._earliest

    async def counted(self: Watch) -> object:
        nonlocal looks
        looks += 1
        return await real(self)

    monkeypatch.setattr(Watch, "_earliest", counted)
    async with parent:
        await parent.round()
        for _ in range(50):
            parent.say("reload")
        parent.say(f"refresh {ONE}")
        await parent.round()

    assert looks <= 5


ORDERS = {
    "refresh": Order(),
    "refresh\n": Order(),
    "  refresh  ": Order(),
    "refresh #3 #17": Order(only=frozenset({SubscriptionId(3), SubscriptionId(17)})),
    "refresh A #3 name": Order(names=("A #3 name",)),
    "refresh #x": Order(names=("#x",)),
    "reload": RELOAD,
    "": None,
    "hello": None,
    "refreshing": None,
}


@pytest.mark.parametrize("line", ORDERS)
def test_lines_are_understood(line: str) -> None:
    assert order_of(line) == ORDERS[line]


def test_quit_is_the_end() -> None:
    with pytest.raises(Over):
        order_of("quit\n")


def test_of_sources_with_nothing_to_say_only_some_are_told() -> None:
    told: list[Progress] = []
    hours = iter(range(1000))
    tell = thinned(told.append, lambda: next(hours) / 100, gap_s=0.1)
    quiet = Report(SubscriptionId(1), "Quiet", unchanged=True)
    loud = [
        Report(SubscriptionId(2), "New", new=1),
        Report(SubscriptionId(3), "Failing", trouble=Trouble("a", "b", "c")),
    ]

    tell(Progress(0, 103))
    for done in range(100):
        tell(Progress(done, 103, report=quiet))
    for report in loud:
        tell(Progress(102, 103, report=report))
    tell(Progress(103, 103))

    assert told[0].done == 0
    assert told[-1].done == told[-1].total
    assert [one.report for one in told if one.report in loud] == loud
    assert 5 <= len(told) <= 30


class Counted:
    """A chore that waits for its hour, and counts how often it was done."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock, self.at = clock, clock.now() + timedelta(hours=3)
        self.done = asyncio.Queue[int]()
        self.count = 0

    async def due_at(self) -> datetime | None:
        return self.at

    async def work(self) -> None:
        self.count += 1
        self.at = self.clock.now() + timedelta(hours=3)
        self.done.put_nowait(self.count)


async def test_a_chore_is_done_when_its_hour_comes_and_only_once(world: World, wire: FakeWire) -> None:
    chore = Counted(world.clock)
    parent = Parent(lambda parent: Watch(world.refresh, parent.tell, 0.01, Chores((chore,), world.clock)))
    async with parent:
        parent.say("refresh")
        await parent.round()
        assert chore.count == 0

        world.clock.forward(hours=4)
        parent.say("reload")
        assert await asyncio.wait_for(chore.done.get(), 60) == 1
        parent.say("reload")
        parent.say("refresh")
        await parent.round()

    assert chore.count == 1
    assert wire.asked == []
