"""Bluesky as it happens: what the stream names is fetched and stored; what is gone goes; nothing else is touched."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.asyncio.server import ServerConnection, serve

from arrowtui.gateways.jetstream import Jetstream
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors_fetching import ServerUnreachable
from arrowtui.model.errors_store import StoreBroken
from arrowtui.model.item import Item, Scope, View
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.subscription import Report, SubscriptionId, Validators, Wish
from arrowtui.model.wire import Reply, Request
from arrowtui.services.jetstreaming import Jetstreaming
from arrowtui.services.library import Library
from arrowtui.sources.bluesky import Bluesky
from arrowtui.store import Store, open_store
from arrowtui.store.subscriptions import add_wish
from tests.fakes import FakeClock

TAG = "https://bsky.app/hashtag/edchat"
START = 1_795_420_800_000_000


def uri(key: str) -> str:
    return f"at://did:plc:ida/app.bsky.feed.post/{key}"


def said(key: str, operation: str = "create", text: str = "A1 yes", tag: str = "edchat", **record: object) -> bytes:
    commit: dict[str, object] = {"operation": operation, "collection": "app.bsky.feed.post", "rkey": key, "rev": key}
    if operation != "delete":
        commit["record"] = {"text": text, "createdAt": "2026-11-23T11:59:00Z", "tags": [tag], **record}
    return json.dumps({"did": "did:plc:ida", "time_us": START, "kind": "commit", "commit": commit}).encode()


def post(key: str) -> dict[str, object]:
    return {
        "uri": uri(key),
        "author": {"did": "did:plc:ida", "handle": "ida.example"},
        "record": {"text": f"Post {key}", "createdAt": "2026-11-23T11:59:00Z"},
        "indexedAt": "2026-11-23T11:59:01Z",
    }


@dataclass
class Line:
    """A stream that says what the test puts into it."""

    messages: asyncio.Queue[tuple[str, bytes]] = field(default_factory=asyncio.Queue)

    async def __aiter__(self) -> AsyncIterator[tuple[str, bytes]]:
        while True:
            yield await self.messages.get()
            self.messages.task_done()  # whoever listens has come back for the next

    def say(self, data: bytes, name: str = "commit") -> None:
        self.messages.put_nowait((name, data))


@dataclass
class Posts:
    """A wire that knows posts by name; each is found from its n-th asking on."""

    clock: FakeClock
    late: dict[str, int] = field(default_factory=dict)
    fails: int = 0
    asked: list[list[str]] = field(default_factory=list)

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        keys = [one.rpartition("/")[2] for one in parse_qs(urlsplit(request.address).query).get("uris", [])]
        self.asked.append(keys)
        if self.fails:
            self.fails -= 1
            raise ServerUnreachable("public.api.bsky.app", "no route")
        tries = sum(batch.count(key) for batch in self.asked for key in keys[:1])
        found = [post(key) for key in keys if tries >= self.late.get(key, 1)]
        body = json.dumps({"posts": found}).encode()
        return Reply(request, 200, request.address, {}, body, self.clock.now())


@dataclass
class Live:
    """A listener at work, and what came of it."""

    store: Store
    wire: Posts
    line: Line = field(default_factory=Line)
    dialled: list[str] = field(default_factory=list)
    filled: list[SubscriptionId] = field(default_factory=list)
    reports: asyncio.Queue[Report] = field(default_factory=asyncio.Queue)

    def service(self, pause: Callable[[float], Awaitable[object]] | None = None) -> Jetstreaming:
        async def fill(subscription: SubscriptionId) -> None:
            self.filled.append(subscription)

        def dial(address: str) -> Line:
            self.dialled.append(address)
            return self.line

        def tip(item: Item, context: LaneContext) -> Verdict:
            return Verdict(Lane.TIP, 1.0, ("a test says so",))

        async def at_once(seconds: float) -> None:
            await asyncio.sleep(0)

        return Jetstreaming(
            self.store, self.wire, Bluesky(), dial, fill, self.reports.put_nowait, tip, pause=pause or at_once
        )

    async def follow(self, address: str = TAG, **options: str) -> SubscriptionId:
        given = tuple(({"stream": "jetstream"} | options).items())
        async with self.store.write() as db:
            return await add_wish(db, Wish("bluesky", address, options=given))

    async def titles(self) -> list[str]:
        rows = (await Library(self.store).page(View(Lane.TIP, Scope.ALL))).rows
        return sorted(row.title for row in rows)

    async def report(self) -> Report:
        async with asyncio.timeout(60):
            return await self.reports.get()


@pytest.fixture
async def live(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Live]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Live(store, Posts(clock))
    await store.close()


@pytest.fixture
async def running(live: Live) -> AsyncIterator[Live]:
    """One source is listened for."""
    await live.follow()
    task = asyncio.create_task(live.service().run())
    yield live
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_post_of_the_chat_is_fetched_and_stored_at_once(running: Live) -> None:
    running.line.say(said("1"))
    running.line.say(said("2", tag="other"))
    running.line.say(b"{}", "identity")

    report = await running.report()

    assert (report.new, report.trouble) == (1, None)
    assert await running.titles() == ["Post 1"]
    assert running.wire.asked == [["1"]]
    assert len(running.filled) == 1  # what came before is found by a poll


async def test_posts_that_come_together_are_fetched_together(live: Live) -> None:
    gate = asyncio.Event()

    async def pause(seconds: float) -> None:
        if seconds == 1.0:
            await gate.wait()
        await asyncio.sleep(0)

    await live.follow()
    task = asyncio.create_task(live.service(pause).run())
    for number in range(30):
        live.line.say(said(str(number)))
    await live.line.messages.join()
    gate.set()

    assert (await live.report()).new == 30
    assert [len(batch) for batch in live.wire.asked] == [25, 5]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_reply_to_a_post_of_the_chat_needs_no_hashtag(running: Live) -> None:
    running.line.say(said("q1"))
    await running.report()
    reply = {"root": {"uri": uri("q1"), "cid": "c"}, "parent": {"uri": uri("q1"), "cid": "c"}}

    running.line.say(said("a1", tag="none", reply=reply))

    assert (await running.report()).new == 1
    assert await running.titles() == ["Post a1", "Post q1"]


async def test_a_deleted_post_goes(running: Live) -> None:
    running.line.say(said("1"))
    await running.report()

    running.line.say(said("1", "delete"))
    await running.report()

    assert await running.titles() == []


async def test_a_post_the_network_has_not_indexed_yet_is_asked_for_again(running: Live) -> None:
    running.wire.late["1"] = 3
    running.line.say(said("1"))

    assert (await running.report()).new == 1
    assert running.wire.asked == [["1"]] * 3


async def test_a_post_that_never_shows_is_left_to_the_polls(running: Live) -> None:
    running.wire.late["1"] = 99
    running.line.say(said("1"))
    running.line.say(said("2"))
    await running.report()

    running.line.say(said("3"))
    await running.report()

    assert await running.titles() == ["Post 2", "Post 3"]
    assert sum(batch.count("1") for batch in running.wire.asked) == 3


async def test_a_network_that_fails_is_told_and_tried_again(running: Live) -> None:
    running.wire.fails = 1
    running.line.say(said("1"))

    failed, well = await running.report(), await running.report()

    assert failed.trouble and failed.trouble.name == "ServerUnreachable"
    assert well.new == 1


async def test_one_line_serves_every_source_that_wants_it(live: Live) -> None:
    await live.follow()
    await live.follow("https://bsky.app/hashtag/deskchat")
    await live.follow("https://bsky.app/hashtag/quiet", stream="no")
    await live.follow("https://bsky.app/profile/ida.example")
    await live.follow("https://bsky.app/hashtag/odd", stream="perhaps")
    task = asyncio.create_task(live.service().run())

    live.line.say(said("1"))
    live.line.say(said("2", tag="DeskChat"))
    live.line.say(said("3", tag="quiet"))
    new = (await live.report()).new + (await live.report()).new

    assert new == 2
    assert len(live.dialled) == 1
    assert len(live.filled) == 2
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_new_wish_is_listened_for_and_the_last_one_gone_ends_it(live: Live) -> None:
    looked = asyncio.Semaphore(0)
    go = asyncio.Semaphore(0)

    async def pause(seconds: float) -> None:
        if seconds == 2.0:
            looked.release()
            await go.acquire()
        await asyncio.sleep(0)

    task = asyncio.create_task(live.service(pause).run())
    await looked.acquire()
    assert live.dialled == []

    await live.follow()
    go.release()
    live.line.say(said("1"))
    assert (await live.report()).new == 1

    async with live.store.write() as db:
        await db.execute("UPDATE subscriptions SET paused = 1")
    await looked.acquire()
    go.release()
    await looked.acquire()
    live.line.say(said("2"))
    go.release()
    await looked.acquire()

    assert not live.line.messages.empty()  # nobody listens any more
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_after_a_fault_of_the_store_it_rests_and_listens_again(live: Live) -> None:
    rested = asyncio.Event()

    async def pause(seconds: float) -> None:
        if seconds == 60.0:
            rested.set()
        await asyncio.sleep(0)

    service, times = live.service(pause), 0

    async def fill(subscription: SubscriptionId) -> None:
        nonlocal times
        times += 1
        if times == 1:
            raise StoreBroken("store.db", "a test says so")

    service.fill = fill
    await live.follow()
    task = asyncio.create_task(service.run())
    live.line.say(said("1"))

    assert (await live.report()).new == 1
    assert rested.is_set()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_over_real_sockets_a_broken_line_loses_nothing(live: Live) -> None:
    scripts = [[said("1")], [said("1"), said("2")]]
    cursors: list[str] = []

    async def play(line: ServerConnection) -> None:
        assert line.request is not None
        cursors.append(parse_qs(urlsplit(line.request.path).query).get("cursor", [""])[0])
        for message in scripts.pop(0) if scripts else ():
            await line.send(message.decode())
        if not scripts:
            await line.wait_closed()

    async def at_once(seconds: float) -> None:
        await asyncio.sleep(0)

    async with serve(play, "127.0.0.1", 0) as listener:
        port = next(iter(listener.sockets)).getsockname()[1]
        await live.follow(jetstream=f"ws://127.0.0.1:{port}")
        service = live.service()
        service.dial = lambda address: Jetstream(address, pause=at_once)
        task = asyncio.create_task(service.run())
        new = 0
        while new < 2:
            new += (await live.report()).new
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    assert await live.titles() == ["Post 1", "Post 2"]
    assert cursors[:2] == ["", str(START - 5_000_000)]
    assert sum(batch.count("1") for batch in live.wire.asked) == 1
