"""Where a redirect may lead, and what goes along."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from arrowtui.gateways.web import Web
from arrowtui.gateways.web_connect import Place
from arrowtui.gateways.web_send import Limits
from arrowtui.model.errors_fetching import RedirectRefused, SecretMissing, ServerUnreachable
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Request, SecretUse
from tests.fakes import FakeClock
from tests.server import Fresh, Moved, Reset, Say, Server

PUBLIC = {"public.test", "other.test", "xn--bcher-kva.test"}


class Names:
    """Every name leads to 127.0.0.1; those above count as public. What is asked is remembered."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> tuple[Place, ...]:
        self.asked.append(host)
        return (Place("127.0.0.1", port, 2, host not in PUBLIC),)


class OneSecret:
    async def value(self, name: str) -> str:
        if name != "token":
            raise SecretMissing(name)
        return "s3cret value"


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
async def web(clock: FakeClock, names: Names) -> AsyncIterator[Web]:
    web = Web(clock, OneSecret(), limits=Limits(60, 60, 100_000), resolve=names, proxy_for=lambda target: None)
    yield web
    await web.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.mark.parametrize("status", [301, 308])
async def test_permanent_all_the_way_is_a_move(web: Web, server: Server, status: int) -> None:
    server.on("/a", Moved("/b", status))
    server.on("/b", Moved("c?d", status))
    server.on("/c", Say(200, "here"))

    reply = await web.fetch(Request(server.at("/a")))

    assert (reply.body, reply.address, reply.moved_to) == (b"here", server.at("/c?d"), server.at("/c?d"))
    assert reply.request.address == server.at("/a")


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_one_passing_hop_makes_it_no_move(web: Web, server: Server, status: int) -> None:
    server.on("/a", Moved("/b", 301))
    server.on("/b", Moved("/c", status))
    server.on("/c", Say(200, "here"))

    reply = await web.fetch(Request(server.at("/a")))

    assert (reply.body, reply.moved_to) == (b"here", None)


@pytest.mark.parametrize("answer", [Say(301), Say(300, Location="/x"), Say(304, Location="/x")])
async def test_a_redirect_to_nowhere_is_just_a_reply(web: Web, server: Server, answer: Say) -> None:
    assert (await web.fetch(Request(server.on("/a", answer)))).status == answer.status


async def test_ten_hops_are_followed_and_eleven_are_not(web: Web, server: Server) -> None:
    for number in range(12):
        server.on(f"/{number}", Moved(f"/{number + 1}"))
    server.on("/12", Say(200, "far"))

    assert (await web.fetch(Request(server.at("/2")))).body == b"far"
    with pytest.raises(RedirectRefused, match="more than 10 redirects"):
        await web.fetch(Request(server.at("/1")))


async def test_a_circle_is_seen_at_once(web: Web, server: Server) -> None:
    server.on("/a", Moved("/b"))
    server.on("/b", Moved("/a"))

    with pytest.raises(RedirectRefused, match="circle"):
        await web.fetch(Request(server.at("/a")))

    assert server.paths() == ["/a", "/b"]


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "not a web address"),
        ("javascript:alert(1)", "not a web address"),
        ("ftp://public.test/feed", "not a web address"),
        ("http://[::bad", "not a web address"),
        ("http://user:word@public.test/", "name and password"),
        ("http://user@public.test/", "name and password"),
    ],
)
async def test_what_is_no_plain_web_address_is_refused(web: Web, server: Server, location: str, why: str) -> None:
    with pytest.raises(RedirectRefused, match=why):
        await web.fetch(Request(server.on("/a", Moved(location))))


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "localhost", "169.254.169.254", "nas.home"])
async def test_a_public_source_is_not_sent_inside(web: Web, server: Server, inside: str) -> None:
    server.on("/a", Moved(f"http://{inside}:{server.port}/secret"))
    server.on("/secret", Say(200, "router password"))

    with pytest.raises(RedirectRefused, match="private network"):
        await web.fetch(Request(server.at("/a", "public.test")))

    assert server.paths() == ["/a"]


async def test_an_address_out_of_somebody_elses_text_does_not_lead_inside(web: Web, server: Server) -> None:
    server.on("/router", Say(200, "rebooted"))
    server.on("/picture", Say(200, "a picture"))

    with pytest.raises(RedirectRefused, match="private network"):
        await web.fetch(Request(server.at("/router", "nas.home"), is_foreign=True))
    fine = await web.fetch(Request(server.at("/picture", "public.test"), is_foreign=True))

    assert (server.paths(), fine.body) == (["/picture"], b"a picture")


async def test_the_long_way_round_does_not_lead_inside_either(web: Web, server: Server) -> None:
    server.on("/a", Moved(server.at("/b", "public.test")))
    server.on("/b", Moved(server.at("/c", "nas.home")))
    server.on("/c", Say(200, "inside"))

    with pytest.raises(RedirectRefused, match="private network"):
        await web.fetch(Request(server.at("/a", "nas.home")))


async def test_a_line_opened_for_the_persons_own_server_is_no_way_in_for_others(web: Web, server: Server) -> None:
    server.on("/mine", Say(200, "mine"))
    server.on("/a", Moved(server.at("/mine", "nas.home")))
    await web.fetch(Request(server.at("/mine", "nas.home")))  # its line is kept open now

    with pytest.raises(RedirectRefused, match="private network"):
        await web.fetch(Request(server.at("/a", "public.test")))


async def test_a_source_inside_may_stay_inside(web: Web, server: Server) -> None:
    server.on("/a", Moved(server.at("/b", "nas.home")))
    server.on("/b", Say(200, "mine"))

    assert (await web.fetch(Request(server.at("/a", "pi.home")))).body == b"mine"


async def test_encryption_is_not_given_up(clock: FakeClock, names: Names) -> None:
    async with AsyncExitStack() as stack:
        secure, plain = [await stack.enter_async_context(Server(secure=is_secure)) for is_secure in (True, False)]
        web = Web(clock, resolve=names, proxy_for=lambda target: None, context=_trusting())
        stack.push_async_callback(web.close)
        secure.on("/down", Moved(plain.at("/", "public.test")))
        plain.on("/up", Moved(secure.at("/")))
        secure.on("/", Say(200, "safe"))
        plain.on("/", Say(200, "naked"))

        with pytest.raises(RedirectRefused, match="encryption"):
            await web.fetch(Request(secure.at("/down")))
        assert (await web.fetch(Request(plain.at("/up")))).body == b"safe"
        assert plain.paths() == ["/up"]


def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def test_validators_go_to_the_end_of_the_way_they_came_from(web: Web, server: Server) -> None:
    server.on("/a", Moved("/b", 302))
    server.on("/b", Fresh("body", '"1"'))
    first = await web.fetch(Request(server.at("/a")))

    again = await web.fetch(Request(server.at("/a")), Validators(first.address, '"1"'))

    assert (again.status, again.address) == (304, server.at("/b"))
    assert "if-none-match" not in server.asked[2].headers


async def test_a_login_and_personal_headers_stay_with_their_origin(web: Web, server: Server) -> None:
    server.on("/same", Moved("/there"))
    server.on("/there", Moved(server.at("/end", "other.test")))
    server.on("/end", Say(200))
    address = server.at("/same", "public.test").replace("http://", "http://anna:word@")

    reply = await web.fetch(Request(address, headers={"Cookie": "a=b", "Accept": "x/y"}))

    logins = [asked.headers.get("authorization") for asked in server.asked]
    assert logins == ["Basic YW5uYTp3b3Jk", "Basic YW5uYTp3b3Jk", None]
    assert [asked.headers.get("cookie") for asked in server.asked] == ["a=b", "a=b", None]
    assert server.asked[2].headers["accept"] == "x/y"
    assert reply.moved_to is None  # the new address would lose the login


async def test_a_secret_goes_out_only_to_its_origin_and_never_comes_back(web: Web, server: Server) -> None:
    header = SecretUse("token", ("header", "X-Key"), "Bearer {}")
    query = SecretUse("token", ("query", "key"))
    server.on("/a?q=1&key=s3cret+value", Moved(server.at("/b?key=s3cret+value", "other.test")))
    server.on("/b", Say(200, "done"))

    reply = await web.fetch(Request(server.at("/a?q=1", "public.test"), secrets=(header, query)))

    assert server.asked[0].headers["x-key"] == "Bearer s3cret value"
    assert "x-key" not in server.asked[1].headers
    assert "s3cret" not in repr(reply.address) + repr(reply.request) + repr(reply.moved_to)


async def test_no_error_holds_a_secret(web: Web, server: Server) -> None:
    server.on("/a", Reset())
    with pytest.raises(ServerUnreachable) as caught:
        await web.fetch(Request(server.at("/a"), secrets=(SecretUse("token", ("query", "key")),)))
    assert "s3cret" not in str(caught.value) + repr(caught.value)

    server.on("/b", Moved("http://u:s3cret+value@public.test/s3cret+value"))
    with pytest.raises(RedirectRefused) as refused:
        await web.fetch(Request(server.at("/b"), secrets=(SecretUse("token", ("query", "key")),)))
    assert "s3cret" not in str(refused.value) + repr(refused.value)


async def test_a_missing_secret_stops_the_request(web: Web, server: Server) -> None:
    with pytest.raises(SecretMissing):
        await web.fetch(Request(server.at("/"), secrets=(SecretUse("nobody", ("header", "X")),)))

    assert server.asked == []


async def test_a_secret_that_only_helps_may_be_missing(web: Web, server: Server) -> None:
    server.on("/", Say(200, "for all"))
    helps = SecretUse("nobody", ("header", "X-Key"), is_optional=True)
    needed = SecretUse("token", ("header", "X-Other"))

    reply = await web.fetch(Request(server.at("/"), secrets=(helps, needed)))

    assert reply.body == b"for all"
    assert "x-key" not in server.asked[0].headers
    assert server.asked[0].headers["x-other"] == "s3cret value"


@pytest.mark.parametrize(("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
async def test_a_post_is_repeated_only_where_the_rules_say_so(
    web: Web, server: Server, status: int, method: str
) -> None:
    server.on("/a", Moved("/b", status))
    server.on("/b", Say(200))

    await web.fetch(Request(server.at("/a"), method="POST", body=b"x"))

    assert (server.asked[1].method, server.asked[1].body) == (method, b"x" if method == "POST" else b"")


@pytest.mark.parametrize(("body", "sent"), [(b"a=1", b"a=1&T=s3cret+value"), (None, b"T=s3cret+value")])
async def test_a_secret_may_be_a_field_of_a_form(web: Web, server: Server, body: bytes | None, sent: bytes) -> None:
    server.on("/", Say(200))

    reply = await web.fetch(
        Request(server.at("/"), method="POST", body=body, secrets=(SecretUse("token", ("form", "T")),))
    )

    assert server.asked[0].body == sent
    assert "s3cret" not in repr(reply)


@pytest.mark.parametrize("status", [307, 308])
async def test_a_form_is_sent_to_no_other_server(web: Web, server: Server, status: int) -> None:
    async with Server() as other:
        server.on("/a", Moved(other.at("/b"), status))

        with pytest.raises(RedirectRefused, match="another server"):
            await web.fetch(Request(server.at("/a"), method="POST", body=b"Passwd=x"))

    assert other.asked == []


async def test_international_names_are_written_in_ascii(web: Web, server: Server, names: Names) -> None:
    server.on("/", Say(200))

    await web.fetch(Request(server.at("/", "bücher.test")))

    assert names.asked == ["xn--bcher-kva.test"]


async def test_several_addresses_are_tried_until_one_answers(clock: FakeClock, server: Server) -> None:
    async def twofold(host: str, port: int) -> tuple[Place, ...]:
        return tuple(Place(ip, port, 2, False) for ip in ("127.0.0.9", "127.0.0.1"))  # nobody listens on the first

    web = Web(clock, resolve=twofold, proxy_for=lambda target: None)
    server.on("/", Say(200, "second"))

    reply, *_ = await asyncio.gather(web.fetch(Request(server.at("/", "public.test"))))
    await web.close()

    assert reply.body == b"second"
