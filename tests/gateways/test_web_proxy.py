"""Through a proxy, where the environment names one."""

from collections.abc import AsyncIterator

import pytest

from arrowtui.gateways.web import Web
from arrowtui.gateways.web_address import target_of
from arrowtui.gateways.web_connect import Place
from arrowtui.gateways.web_proxy import environment_proxies
from arrowtui.gateways.web_send import Limits
from arrowtui.model.errors_fetching import RedirectRefused, ServerUnreachable
from arrowtui.model.wire import Request
from tests.fakes import FakeClock
from tests.server import Moved, Raw, Say, Server

NAMES = {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}


@pytest.fixture(autouse=True)
def no_proxies_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES | {name.upper() for name in NAMES}:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def proxy() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


def through(proxy: str) -> Web:
    async def nowhere(host: str, port: int) -> tuple[Place, ...]:
        """Names mean nothing here: the proxy knows them. That of the proxy itself leads to it."""
        if host in ("127.0.0.1", "::1", "inside.test"):
            return (Place("127.0.0.1", port, 2, True),)
        raise OSError("no such name")

    limits = Limits(60, 60, 100_000)
    return Web(FakeClock(), limits=limits, resolve=nowhere, proxy_for=lambda target: proxy)


async def test_a_plain_request_goes_through_the_proxy(proxy: Server) -> None:
    proxy.on("http://public.test/feed", Say(200, "fetched for you"))
    web = through(proxy.at(""))

    reply = await web.fetch(Request("http://public.test/feed"))
    await web.close()

    assert (reply.body, reply.address) == (b"fetched for you", "http://public.test/feed")
    assert proxy.asked[0].headers["host"] == "public.test"


async def test_the_login_of_the_proxy_goes_to_the_proxy(proxy: Server) -> None:
    proxy.on("http://public.test/", Say(200))
    web = through(proxy.at("").replace("http://", "http://me:p%40ss@"))

    await web.fetch(Request("http://public.test/"))
    await web.close()

    assert proxy.asked[0].headers["proxy-authorization"] == "Basic bWU6cEBzcw=="


async def test_a_proxy_that_refuses_is_told(proxy: Server) -> None:
    proxy.on("public.test:443", Say(403))
    web = through(proxy.at(""))

    with pytest.raises(ServerUnreachable, match="the proxy does not let us through"):
        await web.fetch(Request("https://public.test/"))
    await web.close()


@pytest.mark.parametrize("inside", ["http://127.0.0.1/", "http://inside.test/", "http://[::1]/"])
async def test_no_redirect_leads_inside_behind_a_proxy_either(proxy: Server, inside: str) -> None:
    proxy.on("http://public.test/", Moved(inside))
    web = through(proxy.at(""))

    with pytest.raises(RedirectRefused):
        await web.fetch(Request("http://public.test/"))
    await web.close()

    assert len(proxy.asked) == 1


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1", "gopher://127.0.0.1:1", "http://"])
async def test_a_proxy_we_cannot_use_is_told(address: str) -> None:
    web = through(address)

    with pytest.raises(ServerUnreachable, match="proxy"):
        await web.fetch(Request("http://public.test/"))
    await web.close()


async def test_a_broken_proxy_is_told(proxy: Server) -> None:
    proxy.on("http://public.test/", Raw(b"what?\r\n\r\n"))
    web = through(proxy.at(""))

    with pytest.raises(ServerUnreachable, match="proper HTTP"):
        await web.fetch(Request("http://public.test/"))
    await web.close()


def test_an_environment_without_proxies_has_none() -> None:
    assert environment_proxies()(target_of("https://public.test/")) is None


def test_the_environment_names_proxies_and_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "proxy.test:3128")
    monkeypatch.setenv("https_proxy", "http://secure.test:3128")
    monkeypatch.setenv("NO_PROXY", "localhost,.home.test,127.0.0.1")

    found = environment_proxies()

    assert found(target_of("http://public.test/")) == "http://proxy.test:3128"
    assert found(target_of("https://public.test/")) == "http://secure.test:3128"
    assert found(target_of("https://nas.home.test/")) is None
    assert found(target_of("http://127.0.0.1:8080/")) is None


def test_one_proxy_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.test")

    assert environment_proxies()(target_of("https://public.test/")) == "http://proxy.test"
