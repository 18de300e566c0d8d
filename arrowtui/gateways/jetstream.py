"""Bluesky's Jetstream over a WebSocket: every post as it is made, for as long as somebody listens.

    async for name, data in Jetstream(address):
        ...

A line that breaks is dialled again, ever more slowly, from a few seconds before the last message; what comes twice is
given once. Source: bluesky-social/jetstream, version 1.
"""

import asyncio
import logging
import random
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, InvalidURI, WebSocketException

from arrowtui import HOMEPAGE, __version__
from arrowtui.gateways.web_connect import secure_context
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ServerUnreachable

log = logging.getLogger(__name__)

SECOND = 1_000_000
"""Of the stream's own time, which counts microseconds."""
REWIND = 5 * SECOND
REMEMBERED = 3 * REWIND
"""How long a message is remembered, so that it is known when it comes again."""
LONGEST_WAIT_S = 300.0
LARGEST = 1024 * 1024
"""Bytes of one message; a post has a few thousand."""
OPEN_S = 20


class _Commit(msgspec.Struct, frozen=True):
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    rev: str = ""


class _Event(msgspec.Struct, frozen=True):
    did: str
    time_us: int
    kind: str = ""
    commit: _Commit | None = None


_EVENT = msgspec.json.Decoder(_Event)


@dataclass
class Jetstream:
    """Listens. `address` is one of `…/subscribe?…` without a cursor; `cursor` is where an earlier listener stopped.

    `cursor` (microseconds since 1970) belongs to this address: those of other servers mean something else. `trouble` is
    why nothing comes just now, None while the line stands. `pause` and `jitter` (0 to 1) are for tests.
    """

    address: str
    cursor: int | None = None
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random
    context: ssl.SSLContext | None = None
    trouble: FetchError | None = None
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)

    async def __aiter__(self) -> AsyncIterator[tuple[str, bytes]]:
        """Name (`commit`, `identity`, `account`) and bytes of each message, for ever; ends when it is closed.

        Raises: ServerUnreachable when the address is none that can be dialled at all.
        """
        failures = 0
        while True:
            try:
                async with self._dialled() as line:
                    self.trouble = None
                    async for message in line:
                        failures = 0
                        data = message if isinstance(message, bytes) else message.encode()
                        if name := self._taken(data):
                            yield name, data
                self.trouble = ServerUnreachable(self._host, "it hung up")
            except InvalidURI as cause:
                raise ServerUnreachable(self._host, "this is no address of a stream") from cause
            except (OSError, WebSocketException) as cause:
                self.trouble = ServerUnreachable(self._host, _why(cause))
            failures += 1
            await self.pause(wait_s(failures, self.jitter()))

    def _dialled(self) -> connect:
        address = self.address
        if self.cursor is not None:
            address += f"{'&' if '?' in address else '?'}cursor={self.cursor - REWIND}"
        is_secure = address.startswith("wss:")
        return connect(
            address,
            ssl=(self.context or secure_context()) if is_secure else None,
            user_agent_header=f"arrowtui/{__version__} (+{HOMEPAGE})",
            max_size=LARGEST,
            open_timeout=OPEN_S,
        )

    def _taken(self, data: bytes) -> str:
        """The name of a message that is new; "" for one that came before, or is none."""
        try:
            event = _EVENT.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError):
            log.debug("the stream sent something unreadable")
            return ""
        key = _key(event)
        if key in self._seen:
            return ""
        self._seen[key] = event.time_us
        self.cursor = max(self.cursor or 0, event.time_us)
        self._forget(self.cursor - REMEMBERED)
        return event.kind

    def _forget(self, before: int) -> None:
        """Let go what is too old to come again. Messages come in order of time, so the oldest stand first."""
        while self._seen:
            oldest = next(iter(self._seen))
            if self._seen[oldest] >= before:
                return
            del self._seen[oldest]

    @property
    def _host(self) -> str:
        return urlsplit(self.address).netloc.rpartition("@")[2] or self.address


def _key(event: _Event) -> tuple[str, ...]:
    """What makes a message the same when it comes again."""
    commit = event.commit
    if commit is None:
        return (event.did, event.kind, str(event.time_us))
    return (event.did, commit.collection, commit.rkey, commit.operation, commit.rev)


def wait_s(failures: int, jitter: float) -> float:
    """Seconds before the next attempt after so many failures in a row: 1, 2, 4 … 300, spread by up to a fifth."""
    return min(2.0 ** min(failures - 1, 20), LONGEST_WAIT_S) * (0.9 + 0.2 * jitter)


def _why(cause: Exception) -> str:
    if isinstance(cause, InvalidHandshake):
        return "it does not speak as a stream does"
    if isinstance(cause, TimeoutError):
        return "it did not answer"
    return "the line broke" if isinstance(cause, WebSocketException) else getattr(cause, "strerror", None) or str(cause)
