"""The hours of a chat by the clock: lines open ten minutes before, close half an hour after, and lose nothing between.

Real sockets, scripted servers, a clock that the test turns.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.asyncio.server import Server as Listener
from websockets.asyncio.server import ServerConnection, serve

from arrowtui.gateways.jetstream import REWIND, Jetstream
from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.services.jetstreaming import LOOK_S
from arrowtui.services.liveness import KEPT, Liveness
from arrowtui.services.streaming import WhileItIsOn
from arrowtui.store import open_store
from arrowtui.store.subscriptions import add_wish
from tests.fakes import FakeClock
from tests.mastodon_server import PATIENCE_S, MastodonServer
from tests.services.test_jetstreaming import START, TAG, Live, Posts, said
from tests.services.test_streaming import staged

MINUTE = timedelta(minutes=1)
BEGINS = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)  # Tuesday 8 pm in New York
CHAT = FollowedChat("Ed", Series("#edchat", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20", "America/New_York", 60), ("edchat",))


@dataclass
class Network:
    """A stream of all posts: remembers who dialled with which cursor, says what it is told, hangs up when told."""

    said: list[bytes] = field(default_factory=list)
    cursors: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    lines: list[ServerConnection] = field(default_factory=list)
    listener: Listener | None = None

    async def play(self, line: ServerConnection) -> None:
        """To whoever names a cursor everything is said again, as the network does."""
        assert line.request is not None
        cursor = parse_qs(urlsplit(line.request.path).query).get("cursor", [""])[0]
        self.cursors.append(cursor)
        for message in self.said if cursor else ():
            await line.send(message.decode())
        await self._change(lambda: self.lines.append(line))
        await line.wait_closed()
        await self._change(lambda: self.lines.remove(line))

    async def say(self, message: bytes) -> None:
        self.said.append(message)
        for line in self.lines:
            await line.send(message.decode())

    async def hang_up(self) -> None:
        for line in self.lines:
            line.transport.abort()
        await self.listeners(0)

    async def listeners(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE_S), self.changed:
            await self.changed.wait_for(lambda: len(self.lines) == count)

    async def _change(self, change: object) -> None:
        async with self.changed:
            change()  # type: ignore[operator]  # one of the two above
            self.changed.notify_all()


@dataclass
class Evening:
    """A listener for Bluesky; the test lets its looks at the clock happen one by one, and can hold its redials."""

    live: Live
    clock: FakeClock
    network: Network
    looked: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    may_look: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    may_redial: asyncio.Event = field(default_factory=asyncio.Event)

    async def pause(self, seconds: float) -> None:
        if seconds == LOOK_S:
            self.looked.release()
            await self.may_look.acquire()
        await asyncio.sleep(0)

    async def redial(self, seconds: float) -> None:
        await self.may_redial.wait()

    async def at(self, hour: datetime) -> None:
        """It is that hour, and the wishes were looked at."""
        self.clock.hour = hour
        self.may_look.release()
        async with asyncio.timeout(PATIENCE_S):
            await self.looked.acquire()


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    clock, network = FakeClock(BEGINS - 60 * MINUTE), Network()
    store = await open_store(tmp_path / "store.db", durable=False)
    async with serve(network.play, "127.0.0.1", 0) as network.listener:
        port = next(iter(network.listener.sockets)).getsockname()[1]
        live = Live(store, Posts(clock))
        evening = Evening(live, clock, network)
        options = (("stream", "session"), ("jetstream", f"ws://127.0.0.1:{port}"))
        async with store.write() as db:
            await add_wish(db, Wish("bluesky", TAG, lane=Lane.CHAT, options=options))
        service = live.service(evening.pause)
        service.dial = lambda address: Jetstream(address, pause=evening.redial, jitter=lambda: 0.5)
        service.is_live = Liveness(lambda: [CHAT], clock)
        task = asyncio.create_task(service.run())
        async with asyncio.timeout(PATIENCE_S):
            await evening.looked.acquire()
        yield evening
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()


async def test_bluesky_is_heard_from_ten_minutes_before_to_half_an_hour_after(evening: Evening) -> None:
    await evening.at(BEGINS - 11 * MINUTE)
    assert (evening.network.cursors, evening.live.filled) == ([], [])

    await evening.at(BEGINS - 10 * MINUTE + KEPT)
    await evening.network.listeners(1)
    assert len(evening.live.filled) == 1  # what came before is found by a poll

    await evening.at(BEGINS + 89 * MINUTE)
    assert len(evening.network.lines) == 1

    await evening.at(BEGINS + 91 * MINUTE)
    await evening.network.listeners(0)
    assert evening.network.cursors == [""]


async def test_a_line_of_bluesky_that_breaks_is_taken_up_where_it_broke(evening: Evening) -> None:
    await evening.at(BEGINS)
    await evening.network.listeners(1)
    await evening.network.say(said("1"))
    assert (await evening.live.report()).new == 1

    await evening.network.hang_up()
    await evening.network.say(said("2"))  # nobody hears it
    evening.may_redial.set()

    assert (await evening.live.report()).new == 1
    assert await evening.live.titles() == ["Post 1", "Post 2"]
    assert evening.network.cursors == ["", str(START - REWIND)]
    assert sum(batch.count("1") for batch in evening.live.wire.asked) == 1


async def test_next_week_begins_with_a_poll_and_no_old_cursor(evening: Evening) -> None:
    await evening.at(BEGINS)
    await evening.network.listeners(1)
    await evening.network.say(said("1"))
    await evening.live.report()
    await evening.at(BEGINS + 120 * MINUTE)
    await evening.network.listeners(0)

    await evening.at(BEGINS + timedelta(days=7))
    await evening.network.listeners(1)

    assert evening.network.cursors == ["", ""]
    assert len(evening.live.filled) == 2


async def test_mastodon_is_heard_in_the_same_hours_and_what_was_missed_is_polled_for(tmp_path: Path) -> None:
    clock = FakeClock(BEGINS - 11 * MINUTE)
    async with staged(tmp_path, MastodonServer(clock), clock) as stage:
        social, ear = stage.social, stage.ear
        stage.streaming = replace(stage.streaming, is_wanted=WhileItIsOn(Liveness(lambda: [CHAT], clock)))
        await stage.world.follow(social.at("/tags/edchat"), kind="mastodon", lane=Lane.CHAT)
        social.post("ida", "said before #edchat")
        task = asyncio.create_task(stage.streaming.run())
        for _ in range(200):
            await stage.world.store.data_version()  # the wishes are looked at again and again
        await social.listeners(0)
        assert ear.new == 0

        clock.hour = BEGINS - 10 * MINUTE + KEPT
        await social.listeners(1)
        await ear.wait(new=1)
        social.post("ida", "Q1: heard? #edchat")
        await ear.wait(new=2)

        await social.drop()
        social.post("ida", "A1: missed #edchat")
        await ear.wait(new=3)
        await social.listeners(1)

        clock.hour = BEGINS + 89 * MINUTE
        social.post("ida", "A1: late #edchat")
        await ear.wait(new=4)
        clock.hour = BEGINS + 91 * MINUTE
        await social.left_alone()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    assert ear.updated == 0
