"""The real way out, against a server that answers in every manner there is."""

import asyncio
import gzip
import socket
import ssl
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import brotli
import pytest
import zstandard

from arrowtui import HOMEPAGE, __version__
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.web import Web
from arrowtui.gateways.web_address import target_of
from arrowtui.gateways.web_send import Ask, Limits
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, ReplyTooBig, ServerTooSlow, ServerUnreachable
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Request
from tests.fakes import FakeClock
from tests.server import (
    TLS,
    Act,
    BrokenOff,
    Endless,
    Fresh,
    Hang,
    HangsUp,
    Packed,
    Raw,
    Reset,
    Say,
    Server,
    Silent,
    Stalls,
    Waits,
)

PATIENT = Limits(silence_s=60, total_s=60, size=100_000)
BRIEF = Limits(silence_s=0.15, total_s=0.3, size=100_000)  # only for what is slow: a busy machine is no slow server


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
async def web(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock, limits=PATIENT, proxy_for=lambda target: None)
    yield web
    await web.close()


@pytest.fixture
async def impatient(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock, limits=BRIEF, proxy_for=lambda target: None)
    yield web
    await web.close()


async def test_a_reply_comes_whole_with_lower_case_headers_and_the_hour(
    web: Web, server: Server, clock: FakeClock
) -> None:
    address = server.on("/feed", Say(200, "hello", Content_Type="text/xml", X_Many=["a", "b"], ETag=['"1"', '"2"']))

    reply = await web.fetch(Request(address, step="list"))

    assert (reply.status, reply.body, reply.address, reply.moved_to) == (200, b"hello", address, None)
    assert (reply.request.step, reply.received_at) == ("list", clock.now())
    assert (reply.headers["content-type"], reply.headers["x-many"], reply.headers["etag"]) == (
        "text/xml",
        "a, b",
        '"1"',
    )


async def test_we_say_who_we_are_and_what_we_can_unpack(web: Web, server: Server) -> None:
    await web.fetch(Request(server.on("/", Say(200)), headers={"accept": "application/atom+xml", "Host": "evil"}))

    headers = server.asked[0].headers
    assert headers["user-agent"] == f"arrowtui/{__version__} (+{HOMEPAGE})"
    assert headers["accept"] == "application/atom+xml"
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert headers["host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("etag", ['"abc"', 'W/"abc-gzip"', "unquoted", '"ü-latin"', '"a, b"'])
async def test_validators_are_echoed_to_the_letter(web: Web, server: Server, etag: str) -> None:
    modified = "Tue, 24 Nov 2026 08:00:00 +0000"
    address = server.on("/feed", Fresh("body", etag, modified))
    first = await web.fetch(Request(address))

    again = await web.fetch(
        Request(address), Validators(address, first.headers["etag"], first.headers["last-modified"])
    )

    assert (again.status, again.body) == (304, b"")


async def test_validators_of_another_address_stay_at_home(web: Web, server: Server) -> None:
    server.on("/new", Say(200))

    await web.fetch(Request(server.at("/new")), Validators(server.at("/old"), '"1"', "yesterday"))
    await web.fetch(Request(server.at("/new"), conditional=False), Validators(server.at("/new"), '"1"'))

    for asked in server.asked:
        assert "if-none-match" not in asked.headers
        assert "if-modified-since" not in asked.headers


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 410, 429, 500, 503])
async def test_refusals_are_replies_with_their_body(web: Web, server: Server, status: int) -> None:
    address = server.on("/", Say(status, "" if status == 204 else "why", Retry_After="120"))

    reply = await web.fetch(Request(address))

    assert (reply.status, reply.headers["retry-after"]) == (status, "120")
    assert reply.body == (b"" if status == 204 else b"why")


async def test_the_body_of_a_refusal_is_cut(web: Web, server: Server) -> None:
    reply = await web.fetch(Request(server.on("/", Endless(500))))

    assert (reply.status, len(reply.body)) == (500, 64 * 1024)


PACKERS = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}


@pytest.mark.parametrize("encoding", PACKERS)
async def test_compression_is_taken_off(web: Web, server: Server, encoding: str) -> None:
    text = "wörter ".encode() * 1000
    address = server.on("/", Say(200, PACKERS[encoding](text), Content_Encoding=encoding.upper()))

    assert (await web.fetch(Request(address))).body == text


@pytest.mark.parametrize("encoding", PACKERS)
async def test_a_bomb_is_refused(web: Web, server: Server, encoding: str) -> None:
    bomb = PACKERS[encoding](bytes(50_000_000))
    assert len(bomb) < PATIENT.size
    address = server.on("/", Say(200, bomb, Content_Encoding=encoding))

    with pytest.raises(ReplyTooBig):
        await web.fetch(Request(address))


@pytest.mark.parametrize("answer", [Endless(200), Say(200, bytes(100_001)), Packed(bytes(100_001))])
async def test_too_much_is_refused_however_it_comes(web: Web, server: Server, answer: Say) -> None:
    with pytest.raises(ReplyTooBig):
        await web.fetch(Request(server.on("/", answer)))


async def test_just_enough_is_read(web: Web, server: Server) -> None:
    assert len((await web.fetch(Request(server.on("/", Packed(bytes(100_000)))))).body) == 100_000


async def test_a_promise_of_too_much_is_refused_before_it_is_read(web: Web, server: Server) -> None:
    address = server.on("/", Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"))

    with pytest.raises(ReplyTooBig):
        await web.fetch(Request(address))


UNREACHABLE: dict[str, Act] = {
    "the answer broke off": BrokenOff(200, b"x" * 1000),
    "the connection was cut": Reset(),
    "it hung up without an answer": Silent(),
    "it does not speak proper HTTP": Raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    "its answer is damaged": Say(200, gzip.compress(bytes(range(256)) * 40)[:-200], Content_Encoding="gzip"),
}


@pytest.mark.parametrize("cause", UNREACHABLE)
async def test_what_breaks_is_told_in_plain_words(web: Web, server: Server, cause: str) -> None:
    with pytest.raises(ServerUnreachable) as caught:
        await web.fetch(Request(server.on("/", UNREACHABLE[cause])))

    assert caught.value.cause == cause
    assert caught.value.host == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("act", [Hang(), Stalls(200, b"x" * 1000)])
async def test_a_silent_server_is_too_slow(impatient: Web, server: Server, act: Hang | Stalls) -> None:
    with pytest.raises(ServerTooSlow):
        await impatient.fetch(Request(server.on("/", act)))


async def test_a_closed_port_refuses(web: Web) -> None:
    async with Server() as server:
        address = server.at("/")

    with pytest.raises(ServerUnreachable, match="refuses connections"):
        await web.fetch(Request(address))


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (socket.EAI_NONAME, "there is no server of that name"),
        (socket.EAI_AGAIN, "its name could not be looked up"),
    ],
)
async def test_a_name_that_leads_nowhere_is_told(
    web: Web, monkeypatch: pytest.MonkeyPatch, number: int, cause: str
) -> None:
    """What the system answers is given: a real question would leave this machine, and may take its time."""

    def look_up(*asked: object) -> None:
        raise socket.gaierror(number, "as the system says it")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(ServerUnreachable) as caught:
        await web.fetch(Request("http://nothing.invalid/feed"))

    assert caught.value.cause == cause


@pytest.mark.parametrize(
    "address",
    [
        "",
        "feed",
        "ftp://host/x",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://a b/",
        "http://x:99999/",
        "http://é\udc80/",
    ],
)
async def test_what_is_no_web_address_is_refused_not_raised(web: Web, address: str) -> None:
    with pytest.raises(ServerUnreachable, match="not a web address"):
        await web.fetch(Request(address))


async def test_odd_paths_are_made_fit_for_the_wire(web: Web, server: Server) -> None:
    server.on("/bl%C3%B6g/a%20b", Say(200, "found"))

    reply = await web.fetch(Request(server.at("/blög/a b?q=ä|1&x=%41#part")))

    assert reply.body == b"found"
    assert server.paths() == ["/bl%C3%B6g/a%20b?q=%C3%A4%7C1&x=%41"]


async def test_a_line_is_kept_and_used_again(web: Web, server: Server) -> None:
    address = server.on("/", Say(200, "x"))

    for _ in range(5):
        await web.fetch(Request(address))

    assert server.connections == 1


async def test_a_line_hung_up_meanwhile_is_opened_anew(web: Web, server: Server) -> None:
    address = server.on("/", HangsUp(200, "x"))

    bodies = [(await web.fetch(Request(address))).body for _ in range(3)]

    assert bodies == [b"x"] * 3


async def test_a_server_that_tears_a_kept_line_is_asked_once_more(web: Web, server: Server) -> None:
    address = server.on("/", Say(200, "one"), Reset(), Say(200, "two"))

    bodies = [(await web.fetch(Request(address))).body for _ in range(2)]

    assert bodies == [b"one", b"two"]


async def test_a_host_has_one_request_in_flight(web: Web, server: Server) -> None:
    gate = asyncio.Event()
    addresses = [server.on(f"/{number}", Waits(gate)) for number in range(10)]

    fetches = [asyncio.create_task(web.fetch(Request(address))) for address in addresses]
    await server.was_asked.wait()
    gate.set()
    replies = await asyncio.gather(*fetches)

    assert {reply.status for reply in replies} == {200}
    assert server.most_at_once == 1


async def test_waiting_for_ones_turn_is_not_the_servers_slowness(impatient: Web, server: Server) -> None:
    """Three silences take longer than all the time one fetch has: whoever waited behind them is asked all the same."""
    slow, last = server.on("/slow", Stalls(200, b"xx")), server.on("/last", Stalls(200, b"xx"))

    outcomes = await asyncio.gather(
        *(impatient.fetch(Request(address)) for address in (slow, slow, slow, last)), return_exceptions=True
    )

    assert [type(one) for one in outcomes] == [ServerTooSlow] * 4
    assert server.paths() == ["/slow", "/slow", "/slow", "/last"]


async def test_a_cancelled_fetch_gives_its_turn_back(web: Web, server: Server) -> None:
    fetch = asyncio.create_task(web.fetch(Request(server.on("/hangs", Hang()))))
    await server.was_asked.wait()
    fetch.cancel()
    await asyncio.gather(fetch, return_exceptions=True)

    assert (await web.fetch(Request(server.on("/", Say(200))))).status == 200


async def test_a_post_carries_its_body(web: Web, server: Server) -> None:
    address = server.on("/api", Say(200, "{}"))

    await web.fetch(Request(address, method="POST", body=b'{"a":1}', headers={"Content-Type": "application/json"}))

    assert (server.asked[0].method, server.asked[0].body) == ("POST", b'{"a":1}')


async def test_tls_is_spoken_and_trusted_only_with_reason(clock: FakeClock) -> None:
    trusting = Web(
        clock, proxy_for=lambda target: None, context=ssl.create_default_context(cafile=str(TLS / "cert.pem"))
    )
    doubting = Web(clock, proxy_for=lambda target: None)
    async with Server(secure=True) as server:
        address = server.on("/", Say(200, "secret"), Say(200, "kept line"))

        bodies = [(await trusting.fetch(Request(address))).body for _ in range(2)]
        with pytest.raises(ServerUnreachable, match="its certificate is signed by itself"):
            await doubting.fetch(Request(address))

        await trusting.close()
        await doubting.close()
    assert bodies == [b"secret", b"kept line"]


async def test_a_plain_server_behind_https_is_told(web: Web) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as listener:
        port = listener.sockets[0].getsockname()[1]
        with pytest.raises(ServerUnreachable, match="no secure connection"):
            await web.fetch(Request(f"https://127.0.0.1:{port}/"))


async def test_no_error_shows_a_name_password_or_query(web: Web, server: Server) -> None:
    server.on("/", Reset())

    with pytest.raises(FetchError) as caught:
        await web.fetch(Request(f"http://anna:hunter2@127.0.0.1:{server.port}/?token=abcdef"))

    shown = str(caught.value) + repr(caught.value)
    assert not any(word in shown for word in ("anna", "hunter2", "abcdef"))


async def test_a_login_in_the_address_is_sent_as_a_header(web: Web, server: Server) -> None:
    server.on("/", Say(200))

    await web.fetch(Request(f"http://anna:p%40ss@127.0.0.1:{server.port}/"))

    assert server.asked[0].headers["authorization"] == "Basic YW5uYTpwQHNz"
    assert "anna" not in server.asked[0].headers["host"]


def test_importing_the_web_brings_no_parser_and_no_screen(tmp_path: Path) -> None:
    import subprocess
    import sys

    probe = "import arrowtui.gateways.web, sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert not {"textual", "lxml", "feedparser", "httpx", "rich", "zstandard", "brotli"} & set(loaded)


@pytest.mark.parametrize("host", ["a..example", ".", f"{64 * 'a'}.example"])
async def test_a_name_that_cannot_be_one_is_told_and_never_looked_up(clock: FakeClock, host: str) -> None:
    web = Web(clock, proxy_for=lambda target: None)

    with pytest.raises(ServerUnreachable):
        await web.fetch(Request(f"https://{host}/feed"))

    await web.close()


def test_nothing_on_its_way_out_shows_a_secret() -> None:
    target = target_of("https://me:t0p-secret@a.example/feed?token=t0p-secret")
    ask = Ask(target, "GET", (("Authorization", "Bearer t0p-secret"),), b"t0p-secret", may_be_private=False)

    assert "t0p-secret" not in repr(ask)
    assert "a.example" in repr(ask)


async def test_a_host_that_told_another_program_to_wait_is_not_asked(server: Server, clock: FakeClock) -> None:
    class Told(Neighbours):
        until = clock.now() + timedelta(minutes=10)

        def rest_of(self, host: str) -> datetime | None:
            return self.until if host == "127.0.0.1" else None

    neighbours = Told()
    web = Web(clock, limits=PATIENT, proxy_for=lambda target: None, neighbours=neighbours)
    address = server.on("/feed", Say(200, "hello"))

    with pytest.raises(AskedToWait) as told:
        await web.fetch(Request(address))
    assert (told.value.host, told.value.wait_s, server.asked) == (f"127.0.0.1:{server.port}", 600, [])
    clock.forward(minutes=10)
    assert (await web.fetch(Request(address))).status == 200
    neighbours.until = clock.now() + timedelta(days=400)  # noted while the clock was wrong
    assert (await web.fetch(Request(address))).status == 200
    await web.close()
