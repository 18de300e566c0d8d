"""A live hashtag over a line that breaks: nothing is lost, nothing comes twice. Real sockets, a scripted server."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from arrowtui.gateways.streams import EventStreams
from arrowtui.gateways.web import Web
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.replace import replace
from arrowtui.model.stream import Heard, Opened, StreamRequest
from arrowtui.model.subscription import Report, Subscription, SubscriptionId, Wish
from arrowtui.services.streaming import TICK_S, Streaming, WhileItIsOn, filling, wants_stream
from arrowtui.sources.mastodon import Mastodon
from arrowtui.store import open_store
from arrowtui.store.subscriptions import drop_wish, subscriptions
from tests.fakes import FakeClock
from tests.mastodon_server import PATIENCE_S, MastodonServer
from tests.server import Say
from tests.services.world import World, tip


@dataclass
class OneToken:
    """A store of secrets that knows the token of one server."""

    name: str
    token: str = "s3cret"

    async def value(self, name: str) -> str:
        if name != self.name:
            raise SecretMissing(name)
        return self.token


@dataclass
class Ear:
    """Hears what was stored, by a stream or by a poll that fills a gap, and lets a test wait for it."""

    new: int = 0
    updated: int = 0
    gone: int = 0
    troubles: list[str] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    def of_stream(self, report: Report) -> None:
        self.gone += not (report.new or report.updated or report.trouble)
        self.of_poll(report)

    def of_poll(self, report: Report) -> None:
        self.new, self.updated = self.new + report.new, self.updated + report.updated
        self.troubles += [report.trouble.name] if report.trouble else []
        self.heard.set()

    async def wait(self, *, new: int = 0, updated: int = 0, gone: int = 0, troubles: int = 0) -> None:
        """Until so much came in all."""
        wanted = (new, updated, gone, troubles)
        async with asyncio.timeout(PATIENCE_S):
            while any(has < want for has, want in zip(self._counts(), wanted, strict=True)):
                self.heard.clear()
                await self.heard.wait()

    def _counts(self) -> tuple[int, int, int, int]:
        return self.new, self.updated, self.gone, len(self.troubles)


@dataclass
class Stage:
    """A world with a server, and what listens to it."""

    world: World
    social: MastodonServer
    ear: Ear
    streaming: Streaming
    secrets: OneToken
    waits: list[float]

    async def follow(self, path: str = "/tags/edchat", **options: str) -> Subscription:
        pairs = tuple({"stream": "yes", **options}.items())
        await self.world.follow(self.social.at(path), kind="mastodon", options=pairs)
        async with self.world.store.reading() as db:
            return (await subscriptions(db))[-1]


@asynccontextmanager
async def staged(
    tmp_path: Path, social: MastodonServer, clock: FakeClock, token: str = "s3cret"
) -> AsyncIterator[Stage]:
    async with social:
        secrets = OneToken(f"mastodon:127.0.0.1:{social.web.port}", token)
        store = await open_store(tmp_path / "store.db", durable=False)
        web = Web(clock, secrets)
        waits: list[float] = []

        async def tick(seconds: float) -> None:
            """Long rests are for ever; otherwise the store is looked at again once it has had its turn."""
            await (asyncio.Event().wait() if seconds > TICK_S else store.data_version())

        async def pause(seconds: float) -> None:
            waits.append(seconds)
            await asyncio.sleep(0)

        streams = EventStreams(clock, secrets, pause=pause, jitter=lambda: 0.5)
        world = World(store, clock, web, others={"mastodon": Mastodon()})
        ear = Ear()
        fill = filling(world.refresh, lambda progress: ear.of_poll(progress.report) if progress.report else None)
        streaming = Streaming(store, streams, world.sources, fill, ear.of_stream, classify=tip, pause=tick)
        try:
            yield Stage(world, social, ear, streaming, secrets, waits)
        finally:
            await streams.close()
            await web.close()
            await store.close()


@asynccontextmanager
async def listening(stage: Stage, subscription: Subscription) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(stage.streaming.listen(subscription))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture(params=[False, True], ids=["sse", "websocket"])
async def stage(tmp_path: Path, clock: FakeClock, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    version = "0.18.1+git-1a2b3c4" if request.param else "4.5.2"
    social = MastodonServer(clock, version=version, has_websocket=request.param)
    async with staged(tmp_path, social, clock) as stage:
        yield stage


async def test_what_is_posted_while_we_listen_is_stored_at_once(stage: Stage) -> None:
    stage.social.post("ida", "before #edchat")
    async with listening(stage, await stage.follow()):
        await stage.ear.wait(new=1)
        await stage.social.listeners(1)

        stage.social.post("ida", "live #edchat")
        stage.social.post("ida", "elsewhere #other")
        await stage.ear.wait(new=2)

    assert await stage.world.titles() == ["before #edchat", "live #edchat"]


async def test_a_line_that_breaks_again_and_again_loses_nothing_and_brings_nothing_twice(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow()):
        for turn in range(4):
            await social.listeners(1)
            social.post("ida", f"heard {turn} #edchat")
            await ear.wait(new=2 * turn + 1)
            await social.drop()
            social.post("ida", f"missed {turn} #edchat")
            await ear.wait(new=2 * turn + 2)
        await social.listeners(1)
        social.post("ida", "the last #edchat")
        await ear.wait(new=9)

    told = [f"{how} {turn} #edchat" for how in ("heard", "missed") for turn in range(4)]
    assert await stage.world.titles() == sorted([*told, "the last #edchat"])
    assert ear.new == 9 and ear.updated == 0
    assert stage.waits and max(stage.waits) < 2, "a line on which something was heard is opened again at once"


async def test_edits_and_deletions_arrive_too(stage: Stage) -> None:
    social = stage.social
    async with listening(stage, await stage.follow()):
        await social.listeners(1)
        kept = social.post("ida", "Looking for nurses #edchat")
        gone = social.post("ida", "A slip #edchat")
        await stage.ear.wait(new=2)

        social.edit(kept, "CLOSED: looking for nurses #edchat")
        social.delete(gone)
        await stage.ear.wait(updated=1, gone=1)

    assert await stage.world.titles() == ["CLOSED: looking for nurses #edchat"]
    assert [row.is_edited for row in await stage.world.rows()] == [True]


async def test_what_was_edited_and_deleted_while_the_line_was_down_is_found_as_well(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow()):
        await social.listeners(1)
        kept, gone = social.post("ida", "Deadline Friday #edchat"), social.post("ida", "A slip #edchat")
        await ear.wait(new=2)
        await social.drop()
        stage.world.clock.forward(minutes=20)
        social.edit(kept, "Deadline Monday #edchat")
        social.delete(gone)
        await ear.wait(updated=1)

    assert await stage.world.titles() == ["Deadline Monday #edchat"]


async def test_the_same_event_twice_is_one_item(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow()):
        await social.listeners(1)
        post = social.post("ida", "once #edchat")
        social.tell("update", post)
        social.tell("update", post)
        social.post("ida", "after #edchat")
        await ear.wait(new=2)

    assert (ear.new, ear.updated) == (2, 0)
    assert await stage.world.titles() == ["after #edchat", "once #edchat"]


async def test_an_event_that_cannot_be_read_is_polled_for(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow()):
        await social.listeners(1)
        social.post("ida", "first #edchat")
        await ear.wait(new=1)
        social.post("ida", "told by the poll alone #edchat", is_told=False)
        social.say("update", '{"id": tru')
        await ear.wait(new=2)

    assert await stage.world.titles() == ["first #edchat", "told by the poll alone #edchat"]


async def test_several_hashtags_are_several_streams(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow(any="nurschat")):
        await social.listeners(2)
        social.post("ida", "one #edchat")
        social.post("ida", "two #NursChat")
        social.post("ida", "both #edchat #nurschat")
        await ear.wait(new=3)

    assert await stage.world.titles() == ["both #edchat #nurschat", "one #edchat", "two #NursChat"]


async def test_what_the_options_leave_out_is_left_out_of_the_stream(stage: Stage) -> None:
    social, ear = stage.social, stage.ear
    async with listening(stage, await stage.follow(none="advert", all="live")):
        await social.listeners(1)
        social.post("ida", "Buy! #edchat #live #advert")
        social.post("ida", "Not now #edchat")
        social.post("ida", "Q1? #edchat #live")
        await ear.wait(new=1)

    assert await stage.world.titles() == ["Q1? #edchat #live"]


async def test_a_refused_stream_is_told_with_its_reason_and_the_polls_go_on(tmp_path: Path, clock: FakeClock) -> None:
    async with staged(tmp_path, MastodonServer(clock), clock) as stage:
        lacks_right = '{"error": "This action is outside the authorized scopes"}'
        stage.social.web.on("/api/v1/streaming/hashtag", Say(403, lacks_right))
        stage.social.post("ida", "found by polling #edchat")
        await stage.follow()
        task = asyncio.create_task(stage.streaming.run())
        await stage.ear.wait(new=1, troubles=1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    assert stage.ear.troubles == ["TokenRefused"]


async def test_without_a_token_it_says_so_and_the_poll_has_everything(tmp_path: Path, clock: FakeClock) -> None:
    async with staged(tmp_path, MastodonServer(clock), clock) as stage:
        stage.secrets.name = "mastodon:elsewhere.example"
        stage.social.post("ida", "for everybody #edchat")
        await stage.follow()
        task = asyncio.create_task(stage.streaming.run())
        await stage.ear.wait(new=1, troubles=1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

        assert await stage.world.titles() == ["for everybody #edchat"]
    assert stage.ear.troubles == ["SecretMissing"]


@dataclass
class Lines:
    """Streams on which nothing is ever said; `open` are the addresses listened to."""

    open: list[str] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self, request: StreamRequest) -> AsyncGenerator[Heard, None]:
        self.open.append(request.address)
        self.changed.set()
        try:
            yield Opened()
            await asyncio.Event().wait()
        finally:
            self.open.remove(request.address)
            self.changed.set()

    async def wait(self, *endings: str) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while sorted(one.rpartition("=")[2] for one in self.open) != sorted(endings):
                self.changed.clear()
                await self.changed.wait()


async def test_only_what_is_wished_is_listened_to_and_no_longer_than_it_is(tmp_path: Path, clock: FakeClock) -> None:
    async with staged(tmp_path, MastodonServer(clock), clock) as stage:
        stage.streaming.streams = lines = Lines()
        await stage.follow(stream="no")
        wished = await stage.follow("/tags/nurschat")
        task = asyncio.create_task(stage.streaming.run())
        await lines.wait("nurschat")

        async with stage.world.store.write() as db:
            await drop_wish(db, wished.id)
        await lines.wait()
        await stage.follow("/tags/mathschat")
        await lines.wait("mathschat")

        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert lines.open == []


def test_a_paused_source_is_not_listened_to() -> None:
    wish = Wish("mastodon", "https://news.example/tags/x", options=(("stream", "yes"),))

    assert wants_stream(Subscription(SubscriptionId(1), wish, "X"))
    assert not wants_stream(Subscription(SubscriptionId(1), replace(wish, paused=True), "X"))
    assert not wants_stream(Subscription(SubscriptionId(1), replace(wish, options=()), "X"))


async def test_a_chat_is_heard_live_while_it_is_on_and_no_longer(tmp_path: Path, clock: FakeClock) -> None:
    is_on: list[bool] = []
    async with staged(tmp_path, MastodonServer(clock), clock) as stage:
        lines = Lines()
        stage.streaming = replace(stage.streaming, streams=lines, is_wanted=WhileItIsOn(lambda wish: bool(is_on)))
        await stage.world.follow(stage.social.at("/tags/edchat"), kind="mastodon")
        task = asyncio.create_task(stage.streaming.run())
        is_on.append(True)
        await lines.wait("edchat")

        is_on.clear()
        await lines.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_chat_without_a_token_is_polled_and_nothing_is_said_of_it(stage: Stage) -> None:
    stage.secrets.name = "another"
    stage.streaming = replace(stage.streaming, is_wanted=WhileItIsOn(lambda wish: True))
    stage.social.post("ida", "polled #edchat")
    await stage.world.follow(stage.social.at("/tags/edchat"), kind="mastodon")
    task = asyncio.create_task(stage.streaming.run())
    try:
        await stage.ear.wait(new=1)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    assert stage.ear.troubles == []


@pytest.mark.parametrize(("said", "is_wanted"), [({}, True), ({"stream": "no"}, False), ({"stream": "yes"}, True)])
def test_a_word_of_the_persons_own_goes_before_the_hour_of_a_chat(said: dict[str, str], is_wanted: bool) -> None:
    one = Subscription(
        SubscriptionId(1), Wish("mastodon", "https://a.example/tags/edchat", options=tuple(said.items())), "x"
    )

    assert WhileItIsOn(lambda wish: True)(one) is is_wanted
    assert WhileItIsOn(lambda wish: False)(one) is (said == {"stream": "yes"})
