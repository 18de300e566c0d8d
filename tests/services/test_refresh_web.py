"""Real requests against a server with every bad manner, all in one round: each is told apart, none harms another."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.web import Web
from arrowtui.gateways.web_connect import Place
from arrowtui.gateways.web_send import Limits
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock
from tests.server import (
    Act,
    BrokenOff,
    Endless,
    Fresh,
    Hang,
    Moved,
    Packed,
    Raw,
    Reset,
    Say,
    Server,
    Silent,
    Stalls,
)
from tests.services.world import World, a_feed

RSS = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>T</title>{}</channel></rss>'
ENTRY = "<item><guid>https://x.example/{0}</guid><title>{0}</title></item>"
GOOD = a_feed("good").encode()
LATIN = RSS.format("utf-8", ENTRY.format("crème brûlée")).encode("latin-1")
BOMB = gzip.compress(bytes(30_000_000))

FINE: dict[str, Act] = {
    "plain": Say(200, a_feed("plain")),
    "packed": Packed(a_feed("packed").encode()),
    "fresh": Fresh(a_feed("fresh"), '"1"', "yesterday"),
    "mislabelled": Say(200, a_feed("mislabelled"), Content_Type="text/html; charset=koi8-r"),
    "wrong-charset": Say(200, LATIN, Content_Type="text/xml; charset=utf-8"),
}
TROUBLED: dict[str, tuple[str, Act]] = {
    "missing": ("NotThere", Say(404, "no")),
    "gone": ("Gone", Say(410)),
    "locked": ("AnswerRefused", Say(401)),
    "busy-seconds": ("AskedToWait", Say(429, Retry_After="3600")),
    "busy-date": ("AskedToWait", Say(503, Retry_After="Mon, 23 Nov 2026 15:00:00 GMT")),
    "faulty": ("ServerFault", Say(500)),
    "hangs": ("ServerTooSlow", Hang()),
    "stalls": ("ServerTooSlow", Stalls(200, GOOD)),
    "broken-off": ("ServerUnreachable", BrokenOff(200, GOOD)),
    "resets": ("ServerUnreachable", Reset()),
    "silent": ("ServerUnreachable", Silent()),
    "babbles": ("ServerUnreachable", Raw(b"\x00\x01\x02\r\n\r\n")),
    "page": ("UnreadableReply", Say(200, "<!doctype html><title>Log in</title>", Content_Type="text/html")),
    "empty": ("UnreadableReply", Say(200, b"")),
    "bomb": ("ReplyTooBig", Say(200, BOMB, Content_Encoding="gzip")),
    "endless": ("ReplyTooBig", Endless(200)),
    "circle": ("RedirectRefused", Moved("/feed")),
    "inside": ("RedirectRefused", Moved("http://nas.home/feed")),
    "elsewhere": ("RedirectRefused", Moved("ftp://files.test/feed")),
}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async def resolve(host: str, port: int) -> tuple[Place, ...]:
        return (Place("127.0.0.1", port, 2, is_private=not host.endswith(".test")),)

    clock = FakeClock()
    store: Store = await open_store(tmp_path / "store.db", durable=False)
    limits = Limits(silence_s=3, total_s=20, size=1_000_000)
    web = Web(clock, limits=limits, resolve=resolve, proxy_for=lambda target: None)
    yield World(store, clock, web)
    await web.close()
    await store.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server(by_name=True) as server:
        yield server


def answers(server: Server, name: str, *acts: Act) -> str:
    """Let the host of that name answer so; returns the address of its feed."""
    server.on(f"{name}.test", *acts)
    return server.at("/feed", f"{name}.test")


async def test_a_round_with_every_bad_manner_there_is(world: World, server: Server) -> None:
    fine = {answers(server, name, act): name for name, act in FINE.items()}
    bad = {answers(server, name, act): kind for name, (kind, act) in TROUBLED.items()}
    moved = answers(server, "moved", Moved(server.at("/feed", "plain.test")))
    await world.follow(*fine, *bad, moved)

    reports = await world.round()

    assert {address: report.trouble and report.trouble.name for address, report in reports.items()} == {
        **dict.fromkeys(fine),
        **bad,
        moved: None,
    }
    titles = await world.titles()
    assert {"plain", "packed", "fresh", "mislabelled"} <= set(titles)
    assert any("cr" in title and "br" in title for title in titles)


async def test_the_next_round_asks_with_what_it_learned(world: World, server: Server) -> None:
    fresh = answers(server, "fresh", FINE["fresh"])
    busy = answers(server, "busy", Say(429, Retry_After="3600"))
    await world.follow(fresh, busy)
    await world.round()
    asked = len(server.asked)

    again = await world.round()

    assert again[fresh].unchanged
    assert again[busy].trouble is not None
    assert [one.headers["host"].split(":")[0] for one in server.asked[asked:]] == ["fresh.test"]
