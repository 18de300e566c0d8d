"""`refresh` beside `watch`, `add` beside both: a host is asked by one at a time, a source by one alone."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from arrowtui.gateways.byte_lock import lock_byte, unlock_byte
from arrowtui.gateways.neighbours import Neighbours, _gate
from arrowtui.gateways.places import Folders
from arrowtui.model.progress import Progress
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, SubscriptionId, Trouble, Wish
from arrowtui.services.refresh import Refresh
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import save_fetch_state
from tests.fakes import FakeClock, FakeWire
from tests.server import Hang, Say, Server, Waits
from tests.services.world import World, a_feed, trouble_of

ONE, TWO = "https://one.example/feed", "https://two.example/feed"


class Scripted(Neighbours):
    """Another program: what it asks, and what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.asking: dict[int, datetime] = {}
        self.told: dict[int, datetime] = {}
        self.rests: dict[str, datetime] = {}

    def asked(self, source: int) -> datetime | None:
        return self.asking.get(source)

    def asks(self, source: int, when: datetime) -> None:
        self.told[source] = when

    def rest(self, host: str, until: datetime) -> None:
        self.rests[host] = until


@dataclass
class Beside(World):
    """A world with another program in it, which does something whenever we wait."""

    neighbours: Scripted = field(default_factory=Scripted)
    meanwhile: list[FetchState | None] = field(default_factory=list)

    @property
    def refresh(self) -> Refresh:
        return replace(super().refresh, neighbours=self.neighbours)

    async def _pass(self, seconds: float) -> None:
        await super()._pass(seconds)
        if self.meanwhile and (state := self.meanwhile.pop(0)) is not None:
            async with self.store.write() as db:
                await save_fetch_state(db, state)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
async def world(store: Store, clock: FakeClock, wire: FakeWire) -> Beside:
    world = Beside(store, clock, wire)
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("One"))
    wire.answers(TWO, a_feed("Two"))
    return world


def asked(wire: FakeWire) -> list[str]:
    return [request.address for request, _ in wire.asked]


async def test_what_another_program_is_asking_is_left_to_it(world: Beside, wire: FakeWire, clock: FakeClock) -> None:
    one = SubscriptionId(1)
    world.neighbours.asking[one] = clock.now()
    trouble = Trouble("NotThere", "one.example says: not found", "If this lasts …")
    later = clock.now() + timedelta(seconds=1)
    world.meanwhile = [None, FetchState(one, ONE, last_polled_at=later, trouble=trouble)]

    reports = await world.round()

    assert asked(wire) == [TWO]
    assert (reports[ONE].elsewhere, trouble_of(reports[ONE])) == (True, trouble)
    assert (reports[TWO].elsewhere, reports[TWO].new) == (False, 1)
    assert (world.told[-1].done, world.told[-1].total, world.told[-1].failing) == (2, 2, 1)
    assert (await world.states())[one].trouble == trouble


async def test_what_it_drops_because_it_was_ended_is_asked_here(
    world: Beside, wire: FakeWire, clock: FakeClock
) -> None:
    world.neighbours.asking[1] = clock.now()

    async def ends(seconds: float) -> None:
        world.neighbours.asking.clear()

    refresh = replace(world.refresh, pause=ends)
    reports = await refresh.round(due_only=False, progress=world.told.append)

    assert asked(wire) == [TWO, ONE]
    assert [report.new for report in reports] == [1, 1]
    assert await world.titles() == ["One", "Two"]


async def test_one_that_never_comes_to_an_end_is_not_waited_for_for_ever(
    world: Beside, wire: FakeWire, clock: FakeClock
) -> None:
    world.neighbours.asking[1] = clock.now()

    await world.round()

    assert asked(wire) == [TWO, ONE]


async def test_what_it_asked_and_stored_before_is_asked_again(world: Beside, wire: FakeWire, clock: FakeClock) -> None:
    await world.round()
    world.neighbours.asking[1] = clock.now() - timedelta(seconds=1)
    clock.forward(seconds=1)

    await world.round()

    assert sorted(asked(wire)) == [ONE, ONE, TWO, TWO]


async def test_the_others_are_told_what_is_asked_and_which_host_wants_rest(
    world: Beside, wire: FakeWire, clock: FakeClock
) -> None:
    wire._scripts[ONE].clear()
    wire.answers(ONE, "slowly", status=429, headers={"Retry-After": "600"})

    await world.round()

    assert world.neighbours.told == {1: clock.now(), 2: clock.now()}
    assert world.neighbours.rests == {"one.example": clock.now() + timedelta(seconds=600)}


@dataclass
class Desk:
    """Folders of one data folder, and programs on it."""

    folders: Folders
    server: Server

    def follow(self, *addresses: str) -> None:
        SettingsFile(self.folders.config_file).add([Wish("feed", address) for address in addresses])

    @asynccontextmanager
    async def running(self, *words: str) -> AsyncIterator[asyncio.subprocess.Process]:
        folders = ("--config", str(self.folders.config_file), "--data", str(self.folders.data_folder))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "arrowtui", *folders, *words),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()

    async def until_asked(self, *paths: str) -> None:
        async with asyncio.timeout(60):
            while not set(paths) <= set(self.server.paths()):
                self.server.was_asked.clear()
                await self.server.was_asked.wait()

    async def until_somebody_waits(self) -> None:
        """Until a program stands at the gate of the server."""
        handle = os.open(self.folders.neighbours_file, os.O_RDWR)
        async with asyncio.timeout(60):
            while lock_byte(handle, _gate("127.0.0.1")):
                unlock_byte(handle, _gate("127.0.0.1"))
                await asyncio.sleep(0)
        os.close(handle)

    def titles(self) -> list[str]:
        with sqlite3.connect(self.folders.store_file) as db:
            found = sorted(str(title) for (title,) in db.execute("SELECT title FROM items"))
        db.close()
        return found


async def ended(process: asyncio.subprocess.Process) -> list[Progress]:
    """What a program says until it ends well."""
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    return [msgspec.json.decode(line, type=Progress) for line in said.splitlines()]


async def until_over(process: asyncio.subprocess.Process) -> Progress:
    """The line that ends the round a poller is in."""
    assert process.stdout is not None
    while True:
        progress = msgspec.json.decode(await asyncio.wait_for(process.stdout.readline(), 60), type=Progress)
        if progress.is_over and progress.total:
            return progress


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with Server() as server:
        yield Desk(Folders(tmp_path / "config.toml", tmp_path / "data"), server)


@pytest.mark.parametrize(("first", "second"), [("watch", "refresh"), ("refresh", "watch")])
async def test_refresh_and_watch_share_the_work_at_a_host(desk: Desk, first: str, second: str) -> None:
    gate = asyncio.Event()
    paths = ("/1", "/2", "/3", "/4")
    desk.follow(*(desk.server.on(path, Waits(gate, 200, a_feed(path))) for path in paths))

    async with desk.running(first, "--json") as one:
        await desk.until_asked("/1")
        async with desk.running(second, "--json") as other:
            await desk.until_somebody_waits()
            gate.set()
            watch, refresh = (one, other) if first == "watch" else (other, one)
            reports = [progress.report for progress in await ended(refresh) if progress.report]
            last = await until_over(watch)

    assert desk.server.most_at_once == 1
    assert sorted(desk.server.paths()) == list(paths)  # each by one of them
    assert len(reports) == last.total == 4
    assert sum(report.new for report in reports) + last.new == 4
    assert desk.titles() == list(paths)


@pytest.mark.parametrize(("killed", "left"), [("watch", "refresh"), ("refresh", "watch")])
async def test_kill_9_in_the_middle_leaves_all_to_the_other(desk: Desk, killed: str, left: str) -> None:
    hanging = desk.server.on("/1", Hang(), Say(200, a_feed("/1")))
    desk.follow(hanging, desk.server.on("/2", Say(200, a_feed("/2"))))

    async with desk.running(killed, "--json") as one:
        await desk.until_asked("/1")
        async with desk.running(left, "--json") as other:
            await desk.until_somebody_waits()
            one.kill()
            last = await until_over(other)

    assert (last.total, last.new, last.failing) == (2, 2, 0)
    assert desk.server.paths() == ["/1", "/2", "/1"]
    assert desk.titles() == ["/1", "/2"]


async def test_add_waits_for_its_turn_at_a_host(desk: Desk) -> None:
    gate = asyncio.Event()
    desk.follow(desk.server.on("/1", Waits(gate, 200, a_feed("/1"))))
    desk.server.on("/new", Say(200, a_feed("New"), Content_Type="application/feed+json"))

    async with desk.running("watch", "--json"):
        await desk.until_asked("/1")
        async with desk.running("add", "--yes", desk.server.at("/new")) as adding:
            await desk.until_somebody_waits()
            gate.set()
            said, _ = await asyncio.wait_for(adding.communicate(), 60)

    assert b"Added" in said
    assert desk.server.most_at_once == 1
    assert "New" in desk.titles()
