"""Streams over real sockets: what is heard, how silence ends it, how a broken line comes back."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from arrowtui.gateways.streams import EventStreams
from arrowtui.gateways.web_connect import Place
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.stream import Carrier, Heard, Lost, Opened, Refused, Said, StreamRequest
from arrowtui.model.wire import SecretUse
from tests.fakes import NOON, FakeClock
from tests.mastodon_server import MastodonServer
from tests.server import Act, BrokenOff, Moved, Raw, Reset, Say, Server, Silent

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
TOKEN = SecretUse("mastodon:news.example", ("header", "Authorization"), "Bearer {}")


class Known:
    """Knows one secret."""

    async def value(self, name: str) -> str:
        if name != TOKEN.name:
            raise SecretMissing(name)
        return "s3cret"


@asynccontextmanager
async def streams(waits: list[float] | None = None) -> AsyncIterator[EventStreams]:
    async def pause(seconds: float) -> None:
        if waits is not None:
            waits.append(seconds)
        await asyncio.sleep(0)

    async def resolve(host: str, port: int) -> tuple[Place, ...]:
        return (Place("127.0.0.1", port, 2, is_private=not host.endswith(".test")),)

    made = EventStreams(
        FakeClock(), Known(), resolve=resolve, proxy_for=lambda target: None, pause=pause, jitter=lambda: 0.5
    )
    try:
        yield made
    finally:
        await made.close()


def sse(address: str, silence_s: float = 20, *, may_be_private: bool = True) -> StreamRequest:
    return StreamRequest(address, Carrier.SSE, (TOKEN,), "edchat", silence_s, may_be_private)


def socket(address: str, silence_s: float = 20) -> StreamRequest:
    return StreamRequest(address, Carrier.WEBSOCKET, (TOKEN,), "edchat", silence_s, True)


async def first(made: EventStreams, request: StreamRequest, count: int) -> list[Heard]:
    """The first so many things heard; fewer where it ends before."""
    found: list[Heard] = []
    async with aclosing(made.listen(request)) as heard:
        async for one in heard:
            found.append(one)
            if len(found) == count:
                break
    return found


async def heard_from(act: Act, count: int, silence_s: float = 20) -> list[Heard]:
    async with Server() as server, streams() as made:
        return await first(made, sse(server.on("/stream", act), silence_s), count)


async def test_events_are_heard_with_their_names_and_every_sign(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = (
        b':)\n\nevent: update\ndata: {"a": "\xe2\x80\xa8 line"}\n\n'
        b":thump\nevent: delete\ndata: 17\n\n"
        b"data: one\ndata: two\n\n"
    )

    found = await heard_from(Raw(HEAD + body), 4)

    assert found == [
        Opened(),
        Said("update", '{"a": "\u2028 line"}', NOON),
        Said("delete", "17", NOON),
        Said("message", "one\ntwo", NOON),
    ]
    assert "s3cret" not in caplog.text


async def test_the_token_goes_along_and_is_never_shown() -> None:
    async with Server() as server, streams() as made:
        request = sse(server.on("/stream", Raw(HEAD)))
        await first(made, request, 1)

    assert server.asked[0].headers["authorization"] == "Bearer s3cret"
    assert server.asked[0].headers["accept"] == "text/event-stream"
    assert server.asked[0].headers["user-agent"].startswith("arrowtui/")
    assert "s3cret" not in repr(request)


async def test_without_the_token_nothing_is_asked() -> None:
    async with Server() as server, streams() as made:
        request = StreamRequest(server.at("/stream"), Carrier.SSE, (SecretUse("mastodon:x", TOKEN.place),))
        with pytest.raises(SecretMissing):
            await first(made, request, 1)

    assert not server.asked


async def test_a_line_that_falls_silent_counts_as_dead() -> None:
    class Mute:
        async def play(self, asked: object, writer: asyncio.StreamWriter) -> bool:
            writer.write(HEAD + b"event: update\ndata: 1\n\n")
            await writer.drain()
            await asyncio.Event().wait()
            return False

    found = await heard_from(Mute(), 4, silence_s=2)

    assert [type(one) for one in found] == [Opened, Said, Lost, Opened]
    assert isinstance(found[2], Lost) and type(found[2].error).__name__ == "ServerTooSlow"


async def test_signs_of_life_keep_a_line_alive() -> None:
    class Thumping:
        def __init__(self) -> None:
            self.thumps = 0

        async def play(self, asked: object, writer: asyncio.StreamWriter) -> bool:
            writer.write(HEAD)
            while self.thumps < 20:  # a fifth of a second apart: longer in all than the silence allowed
                writer.write(b":thump\n")
                await writer.drain()
                self.thumps += 1
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.2):
                        await asyncio.Event().wait()
            writer.write(b"event: update\ndata: 1\n\n")
            await writer.drain()
            return False

    act = Thumping()
    found = await heard_from(act, 2, silence_s=3)

    assert found == [Opened(), Said("update", "1", NOON)]
    assert act.thumps == 20


async def test_a_broken_line_is_tried_ever_more_slowly_until_something_is_heard_again() -> None:
    waits: list[float] = []
    async with Server() as server, streams(waits) as made:
        told = Raw(HEAD + b"event: update\ndata: 1\n\n")
        address = server.on("/stream", *[Reset()] * 11, told, Silent(), Silent(), told)
        found = await first(made, sse(address), 18)

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 1, 2, 4]
    assert sum(isinstance(one, Said) for one in found) == 2


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (Silent(), "ServerUnreachable"),
        (Raw(b"\x00\x01\r\n\r\n"), "ServerUnreachable"),
        (Say(200, "<!doctype html><title>Log in</title>", Content_Type="text/html"), "UnreadableReply"),
        (Say(500, "no"), "ServerFault"),
        (Say(429, "no", Retry_After="120"), "AskedToWait"),
        (Raw(HEAD + b"data: " + b"x" * 1_100_000), "ReplyTooBig"),
        (BrokenOff(200, "event: update\ndata: 1\n\n", Content_Type="text/event-stream"), "ServerUnreachable"),
    ],
    ids=["silent", "babbles", "page", "fault", "busy", "endless-event", "breaks-off"],
)
async def test_what_breaks_a_line_is_told_and_it_is_tried_again(act: Act, error: str) -> None:
    found = await heard_from(act, 3)

    lost = next(one for one in found if isinstance(one, Lost))
    assert type(lost.error).__name__ == error
    assert isinstance(lost.error, FetchError)


async def test_a_server_that_asks_to_wait_is_waited_for() -> None:
    waits: list[float] = []
    async with Server() as server, streams(waits) as made:
        address = server.on("/stream", Say(429, "no", Retry_After="120"), Say(503, "no"), Raw(HEAD))
        await first(made, sse(address), 3)

    assert waits == [120, 300]


@pytest.mark.parametrize(
    "act", [Say(401, '{"error": "no"}'), Say(404, "no"), Moved("https://elsewhere.example/stream")]
)
async def test_a_refusal_is_the_last_thing_heard(act: Act) -> None:
    (found,) = await heard_from(act, 5)

    assert isinstance(found, Refused)
    assert found.reply.status in (301, 302, 401, 404)


async def test_a_stream_that_leads_inside_a_private_network_is_not_dialled() -> None:
    async with Server() as server, streams() as made:
        address = server.on("/stream", Raw(HEAD))
        (found,) = await first(made, sse(address, may_be_private=False), 1)

    assert isinstance(found, Lost)
    assert not server.asked


async def test_a_websocket_is_heard_and_comes_back() -> None:
    waits: list[float] = []
    async with MastodonServer(FakeClock(), has_websocket=True) as social, streams(waits) as made:
        request = socket(f"{social.streaming}/api/v1/streaming?stream=hashtag&tag=edchat")
        async with aclosing(made.listen(request)) as heard:
            assert await anext(heard) == Opened()
            await social.listeners(1)
            social.post("ida", "one #edchat")
            said = await anext(heard)
            assert isinstance(said, Said) and said.name == "message"
            assert '"payload": "{\\"id\\"' in said.data
            await social.drop()
            assert isinstance(await anext(heard), Lost)
            assert await anext(heard) == Opened()

    assert waits == [1]


async def test_a_websocket_with_a_bad_token_is_refused_and_one_in_the_query_is_taken() -> None:
    async with MastodonServer(FakeClock(), has_websocket=True) as social, streams() as made:
        address = f"{social.streaming}/api/v1/streaming?stream=user"
        in_query = SecretUse(TOKEN.name, ("query", "access_token"))
        bad = SecretUse(TOKEN.name, ("header", "Authorization"), "Bearer not-{}")

        (refused,) = await first(made, StreamRequest(address, Carrier.WEBSOCKET, (bad,), may_be_private=True), 2)
        (opened,) = await first(made, StreamRequest(address, Carrier.WEBSOCKET, (in_query,), may_be_private=True), 1)

    assert isinstance(refused, Refused) and refused.reply.status == 401
    assert b"invalid" in refused.reply.body
    assert "s3cret" not in repr(refused)
    assert opened == Opened()


async def test_what_is_no_websocket_is_refused_or_tried_again() -> None:
    async with Server() as server, streams() as made:
        page = server.on("/page", Say(200, "<!doctype html>")).replace("http:", "ws:")
        torn = server.on("/torn", Reset()).replace("http:", "ws:")

        (refused,) = await first(made, socket(page), 1)
        (lost,) = await first(made, socket(torn), 1)

    assert isinstance(refused, Refused) and refused.reply.status == 200
    assert isinstance(lost, Lost)
