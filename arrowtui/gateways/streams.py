"""Listening: streams of events held open, watched for silence, and opened again when they break.

    async with aclosing(streams.listen(request)) as heard:
        async for one in heard:          # Opened, Said, Said ... Lost, Opened, Said ...

Nothing is replayed by the servers: whoever listens asks for what came before each `Opened`.
"""

import asyncio
import logging
import random
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from urllib.parse import quote_plus

from arrowtui import HOMEPAGE, __version__
from arrowtui.gateways.streams_line import Call, Line, Unfit
from arrowtui.gateways.web import NoSecrets
from arrowtui.gateways.web_address import shown_host, target_of
from arrowtui.gateways.web_connect import Resolve, Resolver
from arrowtui.gateways.web_lines import Lines
from arrowtui.gateways.web_proxy import ProxyFor, environment_proxies
from arrowtui.gateways.web_trouble import EXPECTED, trouble_of
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, SecretMissing, ServerFault, ServerUnreachable, UnreadableReply
from arrowtui.model.ports import Clock, SecretStore
from arrowtui.model.stream import Carrier, Heard, Lost, Refused, Said, StreamRequest
from arrowtui.model.wire import Reply

LONGEST_WAIT_S = 300.0
MOST_BYTES = 1024 * 1024
"""Of one event; a post has a few thousand."""


class EventStreams:
    """The `Streams` of the real world. One for a whole process; `close` when done."""

    def __init__(
        self,
        clock: Clock,
        secrets: SecretStore | None = None,
        *,
        resolve: Resolve | None = None,
        proxy_for: ProxyFor | None = None,
        context: ssl.SSLContext | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """`resolve`, `proxy_for` and `context` (TLS) default to the system's; `pause` and `jitter` are for tests."""
        self._clock, self._secrets, self._pause, self._jitter = clock, secrets or NoSecrets(), pause, jitter
        self._resolver = Resolver()
        self._lines = Lines(resolve or self._resolver, context)
        self._proxy_for = proxy_for or environment_proxies()
        for name in ("httpcore", "websockets"):
            logging.getLogger(name).setLevel(logging.WARNING)  # their debug lines hold headers, and so secrets

    async def listen(self, request: StreamRequest) -> AsyncGenerator[Heard, None]:
        """Everything heard, for ever, or until the server refuses. A broken line is opened again after 1, 2, 4 … 300 s;
        once something was heard, the counting begins anew.

        Raises: SecretMissing, SecretNotGiven.
        """
        failures = 0
        while True:
            call = await self._call(request)
            error: FetchError
            try:
                async with aclosing(self._line(request.carrier).hear(call)) as heard:
                    async for one in heard:
                        if isinstance(one, Refused) and (trouble := _passing(one.reply)):
                            raise _Passing(trouble)
                        yield one
                        if isinstance(one, Refused):
                            return
                        failures = 0 if isinstance(one, Said) else failures
                error = ServerUnreachable(call.host, "it hung up")
            except _Passing as passing:
                error = passing.error
            except Unfit:
                error = UnreadableReply(call.host, "a stream")
            except EXPECTED as cause:
                error = trouble_of(cause, call.host, call.host, call.host, MOST_BYTES)
            wait_s = max(self._wait_s(failures), float(getattr(error, "wait_s", 0)))
            failures += 1
            yield Lost(error, wait_s)
            await self._pause(wait_s)

    async def close(self) -> None:
        """Hang up on everybody."""
        await self._lines.close()
        self._resolver.close()

    def _line(self, carrier: Carrier) -> Line:
        if carrier is Carrier.SSE:
            from arrowtui.gateways.streams_sse import SseLine  # late: httpx takes 150 ms to import

            return SseLine(self._lines, self._proxy_for, self._clock)
        from arrowtui.gateways.streams_socket import SocketLine  # late, as above

        return SocketLine(self._lines, self._proxy_for, self._clock)

    async def _call(self, request: StreamRequest) -> Call:
        """What is dialled, with its secrets in place."""
        headers = {"User-Agent": f"arrowtui/{__version__} (+{HOMEPAGE})"}
        address = request.address
        for use in request.secrets:
            try:
                value = use.template.replace("{}", await self._secrets.value(use.name))
            except SecretMissing:
                if use.is_optional:
                    continue
                raise
            if use.place[0] == "header":
                headers[use.place[1]] = value
            else:
                address += f"{'&' if '?' in address else '?'}{quote_plus(use.place[1])}={quote_plus(value)}"
        dialled = f"http{address.removeprefix('ws')}" if address.startswith("ws") else address
        return Call(request, target_of(dialled), headers, shown_host(request.address), MOST_BYTES)

    def _wait_s(self, failures: int) -> float:
        return min(2.0 ** min(failures, 20), LONGEST_WAIT_S) * (0.9 + 0.2 * self._jitter())


class _Passing(Exception):
    """A refusal that may be over soon."""

    def __init__(self, error: FetchError) -> None:
        super().__init__(str(error))
        self.error = error


def _passing(reply: Reply) -> FetchError | None:
    """429 and faults of the server pass; other refusals are for the source to understand."""
    host = shown_host(reply.address)
    if reply.status in (429, 503):
        said = reply.headers.get("retry-after", "")
        wait_s = int(said) if said.isdecimal() and len(said) < 6 else LONGEST_WAIT_S
        return AskedToWait(host, reply.status, round(wait_s))
    return ServerFault(host, reply.status) if reply.status >= 500 else None
