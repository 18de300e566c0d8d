"""Connections: names looked up, private addresses told apart before anything is sent, TLS.

A drop-in below httpcore, in place of its own: half the cost of a request, and the only place where the address that
was judged is the address that is dialled (a name cannot answer public first and private later).
"""

import asyncio
import os
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, zip_longest

import httpcore
from msgspec import Struct

from arrowtui.gateways.private import is_literal, is_private

NEXT_TRY_S = 0.25  # RFC 8305: how long one address is waited for before the next is tried beside it
MOST_TRIES = 6
LOOK_UPS = 32  # at once; a look-up is a blocking call that mostly waits


class Place(Struct, frozen=True):
    """One address a name leads to."""

    ip: str
    port: int
    family: int
    is_private: bool


Resolve = Callable[[str, int], Awaitable[tuple[Place, ...]]]


class PrivatePlace(Exception):
    """The name leads to a private address, where this request must not go."""


class Resolver:
    """Asks the system where a name leads. Raises OSError (socket.gaierror) when it leads nowhere."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None

    async def __call__(self, host: str, port: int) -> tuple[Place, ...]:
        if is_literal(host):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            return (Place(host, port, family, is_private(host)),)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(LOOK_UPS, "look-up")
        ask = asyncio.get_running_loop().run_in_executor
        found = await ask(self._threads, socket.getaddrinfo, host, port, 0, socket.SOCK_STREAM)
        places = dict.fromkeys((str(address[0]), family) for family, _, _, _, address in found)
        return _alternated(Place(ip, port, family, is_private(ip)) for ip, family in places)

    def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)


def _alternated(places: Iterable[Place]) -> tuple[Place, ...]:
    """Both families in turn, beginning with the one the system prefers."""
    every = tuple(places)
    first = [place for place in every if place.family == every[0].family]
    others = [place for place in every if place.family != every[0].family]
    return tuple(place for place in chain.from_iterable(zip_longest(first, others)) if place)


class Dialler(httpcore.AsyncNetworkBackend):
    """Connects for one request or one kept line; afterwards `is_private` says where it went."""

    def __init__(self, resolve: Resolve, may_be_private: bool) -> None:
        self._resolve, self._may_be_private = resolve, may_be_private
        self.is_private = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Look the name up and connect. Raises PrivatePlace, OSError."""
        connected, self.is_private = await connected_to(self._resolve, host, port, self._may_be_private)
        return Stream(*await asyncio.open_connection(sock=connected))


async def connected_to(resolve: Resolve, host: str, port: int, may_be_private: bool) -> tuple[socket.socket, bool]:
    """A connected socket, and whether it leads to a private place. Raises PrivatePlace, OSError."""
    places = await resolve(host, port)
    is_private = any(place.is_private for place in places)
    if is_private and not may_be_private:
        raise PrivatePlace(host)
    return (await _dial(places[0]) if len(places) == 1 else await _first_of(places[:MOST_TRIES])), is_private


async def _dial(place: Place) -> socket.socket:
    sock = socket.socket(place.family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        with suppress(OSError):  # a help against delay, not a need
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(sock, _socket_address(place))
    except BaseException:
        sock.close()
        raise
    return sock


def _socket_address(place: Place) -> tuple[str, int] | tuple[str, int, int, int]:
    if place.family != socket.AF_INET6:
        return place.ip, place.port
    ip, _, zone = place.ip.partition("%")
    return ip, place.port, 0, _zone_number(zone)


def _zone_number(zone: str) -> int:
    if not zone:
        return 0
    return int(zone) if zone.isdigit() else socket.if_nametoindex(zone)


async def _first_of(places: tuple[Place, ...]) -> socket.socket:
    """The first of several addresses to answer, each begun a little after the one before.

    Raises: OSError of the last one to fail, when none answers.
    """
    waiting = list(places)
    running: set[asyncio.Task[socket.socket]] = set()
    trouble: BaseException = OSError("no address to try")
    try:
        while waiting or running:
            if waiting:
                running.add(asyncio.create_task(_dial(waiting.pop(0))))
            pause = NEXT_TRY_S if waiting else None
            done, running = await asyncio.wait(running, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if (failed := task.exception()) is None:
                    running |= done - {task}  # a second one just as quick is closed below
                    return task.result()
                trouble = failed
        raise trouble
    finally:
        for task in running:
            task.cancel()
            task.add_done_callback(_close_unused)


def _close_unused(task: asyncio.Task[socket.socket]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()


class Stream(httpcore.AsyncNetworkStream):
    """asyncio's streams under httpcore's names. The time limits are kept by `Web`, once for all steps."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if buffer:
            self._writer.write(buffer)
            await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.transport.abort()  # nothing is left to be said, and TLS would wait for a farewell

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except BaseException:
            self._writer.transport.abort()
            raise
        return self

    def get_extra_info(self, info: str) -> object:
        if info == "is_readable":  # asked of an idle line: has the server hung up?
            return self._reader.at_eof() or self._writer.is_closing()
        return self._writer.get_extra_info(info)


def secure_context() -> ssl.SSLContext:
    """Trust what the system trusts and, unless the environment names its own, the bundle every browser shares."""
    context = ssl.create_default_context()
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        import certifi  # late: only encrypted addresses need it

        context.load_verify_locations(certifi.where())
    return context
