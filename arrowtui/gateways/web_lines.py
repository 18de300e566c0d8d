"""Open lines to servers: kept a little while for the next request, and one request in flight per host."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

import httpcore

from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.web_address import Target
from arrowtui.gateways.web_connect import Dialler, Resolve, secure_context
from arrowtui.model.ports import Clock

KEPT_S = 15.0  # servers hang up on silent lines from about this age on
KEPT_LINES = 64
LONGEST_REST = timedelta(days=8)
"""A rest beyond it was noted while the clock of this machine was wrong."""


@dataclass(slots=True)
class Line:
    """A connection to one origin; `is_used` once a request went over it."""

    connection: httpcore.AsyncConnectionInterface
    dialler: Dialler
    is_used: bool = False
    is_proxied: bool = False


class ProxyUnusable(Exception):
    """The proxy that is set is none, speaks what we do not, or does not answer."""


@dataclass
class Lines:
    """Lines by origin, the longest unused first. One shared TLS context, made when first needed."""

    resolve: Resolve
    context: ssl.SSLContext | None = None
    _idle: dict[tuple[str, str, int], Line] = field(default_factory=dict)
    _proxies: dict[str, httpcore.AsyncConnectionPool] = field(default_factory=dict)

    async def take(self, target: Target, may_be_private: bool) -> Line:
        """A kept line that still stands, else a new one, which connects when it is first used."""
        line = self._idle.pop(target.origin, None)
        if line is not None:
            if not line.connection.has_expired() and (may_be_private or not line.dialler.is_private):
                return line
            await line.connection.aclose()
        dialler = Dialler(self.resolve, may_be_private)
        origin = httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port)
        secure = self.secure if target.scheme == "https" else None
        return Line(httpcore.AsyncHTTPConnection(origin, secure, KEPT_S, network_backend=dialler), dialler)

    async def give_back(self, target: Target, line: Line) -> None:
        """Keep the line for the next request where it can serve one, else hang up."""
        line.is_used = True
        if not line.connection.is_idle() or line.connection.is_closed():
            await line.connection.aclose()
            return
        self._idle[target.origin] = line
        if len(self._idle) > KEPT_LINES:
            oldest = self._idle.pop(next(iter(self._idle)))
            await oldest.connection.aclose()

    def through(self, proxy: str) -> Line:
        """A line through a proxy; such lines are kept by httpcore's own pool, one for each proxy.

        Raises: ProxyUnusable.
        """
        dialler = Dialler(self.resolve, may_be_private=True)  # a proxy is what the person set, wherever it stands
        if proxy not in self._proxies:
            self._proxies[proxy] = httpcore.AsyncConnectionPool(
                self.secure,
                httpcore.Proxy(*_proxy_parts(proxy)),
                max_connections=None,
                max_keepalive_connections=KEPT_LINES,
                keepalive_expiry=KEPT_S,
                network_backend=dialler,
            )
        return Line(_Pooled(self._proxies[proxy]), dialler, is_proxied=True)

    @cached_property
    def secure(self) -> ssl.SSLContext:
        return self.context or secure_context()

    async def close(self) -> None:
        """Hang up everywhere."""
        for line in self._idle.values():
            await line.connection.aclose()
        self._idle.clear()
        for pool in self._proxies.values():
            await pool.aclose()
        self._proxies.clear()
        await asyncio.sleep(0)  # what was hung up on is put away in the loop's next turn


def _proxy_parts(proxy: str) -> tuple[str, tuple[str, str] | None]:
    """The proxy's address, and its login where it has one. Raises: ProxyUnusable."""
    from importlib.util import find_spec  # late: few people have a proxy
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(proxy)
    schemes = {"http", "https", *(("socks5", "socks5h") if find_spec("socksio") else ())}
    if parts.scheme not in schemes or not parts.hostname:
        raise ProxyUnusable(parts.scheme)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return bare, None if parts.username is None else (unquote(parts.username), unquote(parts.password or ""))


class _Pooled(httpcore.AsyncConnectionInterface):
    """One request's view of a proxy's pool: never idle, so never kept or closed by us."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        return await self._pool.handle_async_request(request)

    async def aclose(self) -> None:
        """The pool lives on."""

    def is_idle(self) -> bool:
        return False

    def is_closed(self) -> bool:
        return False


class HostRests(Exception):
    """Another program has just been told to leave the host alone for `wait_s`."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"{wait_s} s")
        self.wait_s = wait_s


@dataclass
class Turns:
    """One at a time for each host, of this program and its neighbours; those here wait in the order they came."""

    neighbours: Neighbours
    clock: Clock
    _locks: dict[str, tuple[asyncio.Lock, int]] = field(default_factory=dict)

    @asynccontextmanager
    async def of(self, host: str) -> AsyncIterator[None]:
        """Wait for one's turn at the host and hold it. Raises: HostRests."""
        lock, holders = self._locks.get(host) or (asyncio.Lock(), 0)
        self._locks[host] = lock, holders + 1
        try:
            async with lock, self.neighbours.alone_at(host):
                now, until = self.clock.now(), self.neighbours.rest_of(host)
                if until is not None and now < until < now + LONGEST_REST:
                    raise HostRests(round((until - now).total_seconds()))
                yield
        finally:
            lock, holders = self._locks[host]
            if holders > 1:
                self._locks[host] = lock, holders - 1
            else:
                del self._locks[host]
