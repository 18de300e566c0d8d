"""The live stream, against a scripted server: noise, broken lines, what comes twice."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.asyncio.server import Server as Listener
from websockets.asyncio.server import ServerConnection, serve

from arrowtui.gateways.jetstream import REWIND, SECOND, Jetstream, wait_s
from arrowtui.model.errors_fetching import ServerUnreachable

START = 1_795_420_800_000_000


def commit(number: int, at: int, operation: str = "create") -> str:
    inner = {"rev": f"rev{number}", "operation": operation, "collection": "app.bsky.feed.post", "rkey": f"key{number}"}
    return json.dumps({"did": "did:plc:abc", "time_us": at, "kind": "commit", "commit": inner})


def noise(kind: str, at: int) -> str:
    return json.dumps({"did": "did:plc:abc", "time_us": at, "kind": kind, kind: {"did": "did:plc:abc", "seq": 1}})


@dataclass
class Stage:
    """A server that plays one script a connection, then hangs up; after the last it holds the line."""

    scripts: deque[Sequence[str | bytes]] = field(default_factory=deque)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    listener: Listener | None = None

    async def play(self, line: ServerConnection) -> None:
        assert line.request is not None
        self.asked.append(line.request.path)
        self.agents.append(line.request.headers["user-agent"])
        for message in self.scripts.popleft() if self.scripts else ():
            await line.send(message)
        if not self.scripts:
            await line.wait_closed()

    @property
    def address(self) -> str:
        assert self.listener is not None
        port = next(iter(self.listener.sockets)).getsockname()[1]
        return f"ws://127.0.0.1:{port}/subscribe?wantedCollections=app.bsky.feed.post"

    def cursors(self) -> list[str | None]:
        return [parse_qs(urlsplit(path).query).get("cursor", [None])[0] for path in self.asked]


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    async with serve(stage.play, "127.0.0.1", 0) as listener:
        stage.listener = listener
        yield stage


@dataclass
class Pauses:
    """Lets no time pass, and remembers how much should have."""

    waited: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.waited.append(seconds)


def listening(stage: Stage, pauses: Pauses, cursor: int | None = None) -> Jetstream:
    return Jetstream(stage.address, cursor, pause=pauses, jitter=lambda: 0.5)


async def heard(stream: Jetstream, count: int) -> list[tuple[str, str]]:
    """The names and record keys of the next messages."""
    found: list[tuple[str, str]] = []
    events = stream.__aiter__()
    async with asyncio.timeout(60):
        while len(found) < count:
            name, data = await anext(events)
            found.append((name, json.loads(data).get("commit", {}).get("rkey", "")))
    await events.aclose()  # type: ignore[attr-defined]  # a generator
    return found


async def test_messages_come_in_order_with_the_noise_named(stage: Stage) -> None:
    stage.scripts.append([noise("identity", START), commit(1, START + 1), noise("account", START + 2)])
    stream = listening(stage, Pauses())

    found = await heard(stream, 3)

    assert found == [("identity", ""), ("commit", "key1"), ("account", "")]
    assert stream.cursor == START + 2
    assert stage.agents[0].startswith("arrowtui/")
    assert stage.cursors() == [None]


async def test_a_broken_line_is_taken_up_a_little_earlier_and_nothing_comes_twice(stage: Stage) -> None:
    stage.scripts.append([commit(1, START), commit(2, START + SECOND)])
    stage.scripts.append([commit(1, START), commit(2, START + SECOND), commit(3, START + 2 * SECOND)])
    stream = listening(stage, Pauses())

    found = await heard(stream, 3)

    assert [key for _, key in found] == ["key1", "key2", "key3"]
    assert stage.cursors() == [None, str(START + SECOND - REWIND)]


async def test_a_deletion_of_a_post_is_not_taken_for_the_post(stage: Stage) -> None:
    stage.scripts.append([commit(1, START), commit(1, START + 1, "delete")])

    assert len(await heard(listening(stage, Pauses()), 2)) == 2


async def test_an_earlier_listeners_place_is_taken_up(stage: Stage) -> None:
    stage.scripts.append([commit(9, START)])

    await heard(listening(stage, Pauses(), cursor=START), 1)

    assert stage.cursors() == [str(START - REWIND)]


async def test_what_cannot_be_read_is_passed_over(stage: Stage) -> None:
    stage.scripts.append(["<html>", "{}", b"\xff\xfe", '{"time_us":"late"}', commit(1, START)])

    assert await heard(listening(stage, Pauses()), 1) == [("commit", "key1")]


async def test_it_is_tried_ever_more_slowly_and_says_why_nothing_comes(stage: Stage) -> None:
    stage.scripts.extend([[], [], [], [commit(1, START)], [commit(2, START + 1)]])
    pauses = Pauses()
    stream = listening(stage, pauses)

    await heard(stream, 1)
    assert pauses.waited == [1, 2, 4]
    assert stream.trouble is None


async def test_after_a_message_the_waits_begin_anew(stage: Stage) -> None:
    stage.scripts.extend([[], [commit(1, START)], [commit(2, START + 1)]])
    pauses = Pauses()

    await heard(listening(stage, pauses), 2)

    assert pauses.waited == [1, 1]


async def test_a_server_that_is_no_stream_is_a_trouble_and_is_tried_again() -> None:
    async def hangs_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    tried = asyncio.Event()

    async def once(seconds: float) -> None:
        tried.set()
        await asyncio.Event().wait()

    server = await asyncio.start_server(hangs_up, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    stream = Jetstream(f"ws://127.0.0.1:{port}/subscribe", pause=once)
    listener = asyncio.create_task(heard(stream, 1))
    async with asyncio.timeout(60):
        await tried.wait()

    assert isinstance(stream.trouble, ServerUnreachable)
    assert "speak" in stream.trouble.cause

    listener.cancel()
    await asyncio.gather(listener, return_exceptions=True)
    server.close()
    await server.wait_closed()


async def test_an_address_that_cannot_be_dialled_is_told_at_once() -> None:
    with pytest.raises(ServerUnreachable):
        await anext(Jetstream("https://jetstream.example/").__aiter__())


async def test_what_is_remembered_against_doubles_stays_small(stage: Stage) -> None:
    stage.scripts.append([commit(number, START + number * SECOND) for number in range(200)])
    stream = listening(stage, Pauses())

    await heard(stream, 200)

    assert len(stream._seen) <= 16


def test_the_longest_wait_is_five_minutes() -> None:
    assert max(wait_s(failures, 1.0) for failures in range(1, 60)) <= 330
