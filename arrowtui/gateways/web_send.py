"""One request, one reply, over one line: sizes and times limited, nothing followed."""

import asyncio
from dataclasses import dataclass, field

import httpcore
from msgspec import Struct

from arrowtui.gateways.patience import held_up_s
from arrowtui.gateways.web_address import PORTS, Target
from arrowtui.gateways.web_connect import PrivatePlace, Resolve
from arrowtui.gateways.web_decode import TooBig, decoded
from arrowtui.gateways.web_lines import Line, Lines, ProxyUnusable, Turns
from arrowtui.gateways.web_proxy import ProxyFor
from arrowtui.model.replace import replace

FIRST_ONE = {"etag", "last-modified", "content-type", "content-length", "location", "retry-after", "content-encoding"}
"""Headers of which only the first counts when a server sends several; others are joined by commas."""
ERROR_BODY = 64 * 1024  # of a refusal only so much is read: APIs say there what is wrong


@dataclass(frozen=True, slots=True)
class Ask:
    """A request as it goes out. `headers` are complete but for `Host` and `Content-Length`."""

    target: Target
    method: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes | None = field(repr=False)
    may_be_private: bool


class Answer(Struct, frozen=True):
    """A reply as it came in, compression taken off. `is_private`: it came from a private network address."""

    status: int
    headers: dict[str, str]
    body: bytes
    is_private: bool


class Limits(Struct, frozen=True):
    """`silence_s` without a byte, or `total_s` in all, is too slow; more than `size` bytes is too big."""

    silence_s: float = 20
    total_s: float = 120
    size: int = 10 * 1024 * 1024


class Overdue(Exception):
    """A time limit passed."""

    def __init__(self, waited_s: float) -> None:
        super().__init__(f"waited {waited_s} s")
        self.waited_s = waited_s


class Sender:
    """Sends; holds the lines and the turns."""

    def __init__(self, lines: Lines, turns: Turns, resolve: Resolve, proxy_for: ProxyFor, limits: Limits) -> None:
        self._lines, self._resolve, self._proxy_for, self._limits = lines, resolve, proxy_for, limits
        self._turns = turns

    async def send(self, ask: Ask) -> Answer:
        """Wait for the host's turn, send, read.

        Raises: HostRests, PrivatePlace, Overdue, TooBig, Damaged, OSError, httpcore's NetworkError, ProtocolError,
            ProxyError.
        """
        async with self._turns.of(ask.target.host):
            line, before_s = await self._line(ask), held_up_s()
            was_used = line.is_used
            try:
                answer = await self._over(line, ask)
                if line.is_proxied and "location" in answer.headers:  # who is sent on: somebody inside, or the world?
                    return replace(answer, is_private=await self._leads_inside(ask.target))
                return answer
            except (OSError, httpcore.RemoteProtocolError) as cause:
                if line.is_proxied and isinstance(cause, OSError):
                    raise ProxyUnusable from cause
                was_left = was_used or held_up_s() > before_s
                if not was_left or ask.method != "GET":
                    raise
            # The server had hung up on a line that was kept, or on us, who had been stopped: once anew.
            return await self._over(await self._line(ask), ask)

    async def _line(self, ask: Ask) -> Line:
        proxy = self._proxy_for(ask.target)
        if proxy is None:
            return await self._lines.take(ask.target, ask.may_be_private)
        if not ask.may_be_private and await self._leads_inside(ask.target):
            raise PrivatePlace(ask.target.host)
        return self._lines.through(proxy)

    async def _leads_inside(self, target: Target) -> bool:
        """Behind a proxy names need not be known here; those that are, count."""
        try:
            return any(place.is_private for place in await self._resolve(target.host, target.port))
        except OSError:
            return False

    async def _over(self, line: Line, ask: Ask) -> Answer:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            async with asyncio.timeout(self._limits.silence_s) as timer:
                response = await line.connection.handle_async_request(wired(ask))
                headers = headers_of(response.headers)
                raw = await self._raw(response, headers, timer, begun + self._limits.total_s)
        except BaseException as cause:
            await line.connection.aclose()
            if isinstance(cause, TimeoutError):
                raise Overdue(loop.time() - begun) from cause
            raise
        await self._lines.give_back(ask.target, line)
        is_whole = 200 <= response.status < 300  # of others the body may be cut short: left as it came
        encoding = headers.get("content-encoding", "") if is_whole or len(raw) < ERROR_BODY else ""
        body = decoded(raw, encoding, self._limits.size) if encoding and raw else raw
        return Answer(response.status, headers, body, line.dialler.is_private)

    async def _raw(
        self, response: httpcore.Response, headers: dict[str, str], timer: asyncio.Timeout, deadline: float
    ) -> bytes:
        """The bytes of the body as sent; every one of them gives the server new time, up to the deadline."""
        is_good = 200 <= response.status < 300
        limit = self._limits.size if is_good else ERROR_BODY
        if is_good and _length(headers) > limit:
            await response.aclose()
            raise TooBig
        parts: list[bytes] = []
        size, now = 0, asyncio.get_running_loop().time
        try:
            async for chunk in response.aiter_stream():
                parts.append(chunk)
                size += len(chunk)
                if size > limit:
                    break
                timer.reschedule(min(now() + self._limits.silence_s, deadline))
        finally:
            await response.aclose()
        if size > limit and is_good:
            raise TooBig
        return b"".join(parts)[:limit]


def wired(ask: Ask) -> httpcore.Request:
    """The request in the form in which a line sends it."""
    target = ask.target
    port = None if target.port == PORTS[target.scheme] else target.port  # unsaid, as people write it: proxies see it
    scheme, host, path = (part.encode("ascii") for part in (target.scheme, target.host, target.path))
    url = httpcore.URL(scheme=scheme, host=host, port=port, target=path)
    headers = [("Host", target.netloc), *ask.headers]
    if ask.body is not None:
        headers.append(("Content-Length", str(len(ask.body))))
    wired = [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers]
    return httpcore.Request(ask.method, url, headers=wired, content=ask.body)


def headers_of(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers of a reply, names in lower case."""
    found: dict[str, str] = {}
    for name_bytes, value_bytes in raw:
        name, value = name_bytes.decode("latin-1").lower(), value_bytes.decode("latin-1")
        if name not in found:
            found[name] = value
        elif name not in FIRST_ONE:
            found[name] += f", {value}"
    return found


def _length(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0
