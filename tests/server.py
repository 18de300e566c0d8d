"""A scripted web server on 127.0.0.1: every manner, good and bad, in which the world answers.

    async with Server() as server:
        server.on("/feed", Say(200, b"...", ETag='"1"'), Hang())
        ...                                    # asks server.at("/feed") twice; the last answer of a script repeats
        assert server.asked[0].headers["user-agent"] == ...

Connections are kept alive as real servers do. Nothing here sleeps: what hangs, hangs until the server ends.
"""

import asyncio
import gzip
import ssl
import struct
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from types import TracebackType
from typing import Protocol, Self

TLS = Path(__file__).parent / "tls"  # a key that is worth nothing: it stands for localhost and is signed by itself


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in; header names in lower case, values verbatim."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int


class Act(Protocol):
    """One way to answer."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        """Answer; True when the connection goes on."""
        ...


class Say:
    """A whole answer. Header names are written as given, with `_` for `-`; a header given as a list is repeated."""

    def __init__(self, status: int = 200, body: bytes | str = b"", **headers: str | list[str]) -> None:
        self.status = status
        self.body = body.encode() if isinstance(body, str) else body
        self.headers = headers

    def head(self, length: int | None) -> bytes:
        phrase = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else "Whatever"
        lines = [f"HTTP/1.1 {self.status} {phrase}"]
        for name, values in self.headers.items():
            lines += [
                f"{name.replace('_', '-')}: {value}" for value in ([values] if isinstance(values, str) else values)
            ]
        if length is not None and self.status != 304:
            lines.append(f"Content-Length: {length}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1")

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.head(len(self.body)) + (b"" if self.status == 304 else self.body))
        await writer.drain()
        return asked.headers.get("connection") != "close"


class Fresh(Say):
    """200 with validators, 304 to whoever echoes both of them to the letter."""

    def __init__(self, body: bytes | str, etag: str = "", modified: str = "", **headers: str | list[str]) -> None:
        validators = {name: value for name, value in (("ETag", etag), ("Last_Modified", modified)) if value}
        super().__init__(200, body, **validators, **headers)
        self.due = {name: value for name, value in (("if-none-match", etag), ("if-modified-since", modified)) if value}

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        if self.due and all(asked.headers.get(name) == value for name, value in self.due.items()):
            return await Say(304, b"", **self.headers).play(asked, writer)
        return await super().play(asked, writer)


class Moved(Say):
    """A redirect."""

    def __init__(self, location: str, status: int = 301) -> None:
        super().__init__(status, b"", Location=location)


class Packed(Say):
    """A body under gzip."""

    def __init__(self, body: bytes, **headers: str | list[str]) -> None:
        super().__init__(200, gzip.compress(body, 9), Content_Encoding="gzip", **headers)


class BrokenOff(Say):
    """Half of the body it promised, then the end of the connection."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.head(len(self.body)) + self.body[: len(self.body) // 2])
        await writer.drain()
        return False


class HangsUp(Say):
    """Promises one more request on the connection and hangs up."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        await super().play(asked, writer)
        return False


class Stalls(Say):
    """Half of the body, then silence."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.head(len(self.body)) + self.body[: len(self.body) // 2])
        await writer.drain()
        return await _for_ever()


class Hang:
    """Never answers."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        return await _for_ever()


class Endless(Say):
    """A body without length and without end."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.head(None))
        with suppress(ConnectionError):
            while True:
                writer.write(b"x" * 65_536)
                await writer.drain()
        return False


class Reset:
    """Tears the connection (RST)."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
        return False


class Silent:
    """Hangs up without a word."""

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        return False


class Raw:
    """Whatever bytes, then the end."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.raw)
        await writer.drain()
        return False


class Waits(Say):
    """Answers once the test opens the gate."""

    def __init__(self, gate: asyncio.Event, status: int = 200, body: bytes | str = b"", **headers: str) -> None:
        super().__init__(status, body, **headers)
        self.gate = gate

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        await self.gate.wait()
        return await super().play(asked, writer)


async def _for_ever() -> bool:
    await asyncio.Event().wait()
    return False


@dataclass
class Server:
    """Scripts by path (with `by_name` by the host asked for); what has no script is for `otherwise`, else 404.

    `most_at_once` is how many requests were ever in work together.
    """

    secure: bool = False
    by_name: bool = False
    host: str = "127.0.0.1"
    otherwise: Act | None = None
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    connections: int = 0
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0
    _scripts: dict[str, deque[Act]] = field(default_factory=lambda: defaultdict(deque))
    _working: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _is_over: bool = False

    def on(self, path: str, *acts: Act) -> str:
        """Add to the script of a path; returns its whole address."""
        self._scripts[path].extend(acts)
        return self.at(path)

    def at(self, path: str, host: str | None = None) -> str:
        """The whole address of a path; `host` is another name that leads here."""
        return f"{'https' if self.secure else 'http'}://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    async def __aenter__(self) -> Self:
        context = None
        if self.secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(TLS / "cert.pem", TLS / "key.pem")
        self._listener = await asyncio.start_server(self._met, self.host, self.port, ssl=context, limit=1 << 20)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()
        self._is_over = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._listener.wait_closed()

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_over:  # it came in just before
            writer.transport.abort()
            return
        self.connections += 1
        task = asyncio.create_task(self._serve(reader, writer, self.connections))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A task cancelled before its first step does not come to its `finally`, and the listener waits for every line.
        task.add_done_callback(lambda _: writer.transport.abort())

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                while await self._one(reader, writer, number):
                    pass
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip().split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        asked = Asked(method, path, headers, body, number)
        self.asked.append(asked)
        self.was_asked.set()
        named = headers.get("host", "").partition(":")[0] if self.by_name else path
        rest = deque([self.otherwise or Say(404, b"no")])
        script = self._scripts.get(named) or self._scripts.get(path.partition("?")[0]) or rest
        act = script.popleft() if len(script) > 1 else script[0]
        self._working += 1
        self.most_at_once = max(self.most_at_once, self._working)
        try:
            return await act.play(asked, writer)
        finally:
            self._working -= 1
