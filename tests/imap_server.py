"""A scripted mail server on 127.0.0.1 that speaks enough of RFC 3501 for a reader, with every bad manner on request.

    async with ImapServer() as server:
        server.folders["INBOX"].add(raw)
        ...
        assert server.said("EXAMINE")

It keeps account of what is done to its mails: reading must leave no trace. Nothing here sleeps; what hangs, hangs until
the server ends.
"""

import asyncio
import re
import ssl
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from tests.server import TLS

LITERAL = re.compile(rb"\{(\d+)\+?\}\r\n\Z")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
START = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


@dataclass
class StoredMail:
    uid: int
    raw: bytes
    received_at: datetime
    flags: set[str] = field(default_factory=set)
    shown_size: int | None = None


@dataclass
class StoredFolder:
    """A folder; UIDs are never given twice under one `validity`."""

    validity: int = 700
    mails: list[StoredMail] = field(default_factory=list)
    next_uid: int = 1

    def add(self, raw: bytes, *flags: str, received_at: datetime | None = None) -> int:
        """Deliver a mail, lines ended as the protocol wants it."""
        at = received_at or START + timedelta(days=len(self.mails))
        self.mails.append(StoredMail(self.next_uid, re.sub(rb"\r?\n", b"\r\n", raw), at, set(flags)))
        self.next_uid += 1
        return self.next_uid - 1

    def rebuild(self) -> None:
        """As after a restored backup: new numbers for everything."""
        self.validity += 1
        self.next_uid = 1
        for mail in self.mails:
            mail.uid, self.next_uid = self.next_uid, self.next_uid + 1


@dataclass
class Manners:
    """How it behaves. `cut_at` hangs up when a command of that name comes, `cut_after_bytes` inside an answer to FETCH;
    `hang_at` never answers; `answers` replaces the answer to a command."""

    capabilities: str = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 IDLE"
    greeting: bytes = b"* OK ready\r\n"
    cut_at: str = ""
    cut_after_bytes: int | None = None
    hang_at: str = ""
    separator: str = "/"
    answers: dict[str, bytes] = field(default_factory=dict)


class ImapServer:
    """`tls`: encrypted from the first byte on. Users know one password each; tokens are passwords, too."""

    def __init__(self, *, tls: bool = True) -> None:
        self.folders: dict[str, StoredFolder] = {"INBOX": StoredFolder()}
        self.users = {"reader": "s3cret", "müller@desk.example": "pässwort"}
        self.manners = Manners()
        self.lines: list[str] = []
        self.idling = asyncio.Event()
        self._tls = tls
        self._writers: set[asyncio.StreamWriter] = set()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(TLS / "cert.pem", TLS / "key.pem")

    async def __aenter__(self) -> Self:
        context = self._context if self._tls else None
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context, limit=1_000_000)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        self.hang_up()
        await self._server.wait_closed()

    def address(self, folder: str = "INBOX", user: str = "reader", host: str = "localhost") -> str:
        return f"{'imaps' if self._tls else 'imap'}://{user}@{host}:{self.port}/{folder}"

    def said(self, command: str) -> list[str]:
        """The lines in which a command was given; `UID FETCH` counts as FETCH."""
        return [line for line in self.lines if re.match(rf"(?:UID )?{command}\b", line)]

    @property
    def is_untouched(self) -> bool:
        """Whether nobody did anything but read."""
        reading = {
            "CAPABILITY",
            "NOOP",
            "LOGOUT",
            "STARTTLS",
            "LOGIN",
            "AUTHENTICATE",
            "LIST",
            "EXAMINE",
            "IDLE",
            "DONE",
        }
        reading |= {"UID SEARCH", "UID FETCH", "FETCH"}
        words = {" ".join(line.split()[: 2 if line.startswith("UID ") else 1]) for line in self.lines}
        return words <= reading and not any(
            "\\Seen" in mail.flags for box in self.folders.values() for mail in box.mails
        )

    def hang_up(self) -> None:
        """Cut every connection."""
        for writer in tuple(self._writers):
            writer.transport.abort()

    async def deliver(self, raw: bytes, folder: str = "INBOX") -> None:
        """A mail comes while somebody listens: they are told."""
        box = self.folders[folder]
        box.add(raw)
        for writer in tuple(self._writers):
            writer.write(f"* {len(box.mails)} EXISTS\r\n".encode())
            await writer.drain()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._server.is_serving():  # it came in just before the end
            writer.transport.abort()
        self._writers.add(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, _HungUp):
            await _Talk(self, reader, writer).run()
        self._writers.discard(writer)
        writer.close()
        with suppress(ConnectionError, ssl.SSLError):
            await writer.wait_closed()


class _HungUp(Exception):
    pass


class _Talk:
    """One connection."""

    def __init__(self, server: ImapServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.server, self.reader, self.writer = server, reader, writer
        self.folder = StoredFolder()
        self.user = ""

    async def run(self) -> None:
        await self.send(self.server.manners.greeting)
        while True:
            line = await self._line()
            tag, _, command = line.partition(" ")
            self.server.lines.append(command)
            await self._answer(tag, command)

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def _line(self) -> str:
        """A command with its literals put in."""
        whole = b""
        while True:
            part = await self.reader.readuntil(b"\r\n")
            whole += part
            announced = LITERAL.search(part)
            if not announced:
                return whole.decode("utf-8", "replace").rstrip("\r\n")
            await self.send(b"+ go on\r\n")
            literal = await self.reader.readexactly(int(announced[1]))
            whole = whole[: -len(announced[0])] + b'"' + literal + b'"'

    async def _answer(self, tag: str, command: str) -> None:
        manners = self.server.manners
        word = command.removeprefix("UID ").split(" ")[0].upper()
        if word == manners.cut_at:
            self.writer.transport.abort()
            raise _HungUp
        if word == manners.hang_at:
            await asyncio.Event().wait()
        if word in manners.answers:
            await self.send(manners.answers[word].replace(b"TAG", tag.encode()))
            return
        handler: Callable[[str, str], object] | None = getattr(self, f"_do_{word.lower()}", None)
        if handler is None:
            await self.send(f"{tag} BAD unknown command\r\n".encode())
            return
        result = handler(tag, command)
        if asyncio.iscoroutine(result):
            await result
        else:
            await self.send(result if isinstance(result, bytes) else b"")

    def _do_capability(self, tag: str, command: str) -> bytes:
        return f"* CAPABILITY {self.server.manners.capabilities}\r\n{tag} OK done\r\n".encode()

    def _do_noop(self, tag: str, command: str) -> bytes:
        return f"{tag} OK done\r\n".encode()

    async def _do_logout(self, tag: str, command: str) -> None:
        await self.send(f"* BYE see you\r\n{tag} OK done\r\n".encode())
        raise _HungUp

    async def _do_starttls(self, tag: str, command: str) -> None:
        await self.send(f"{tag} OK go ahead\r\n".encode())
        await self.writer.start_tls(self.server._context)
        self.server.manners.capabilities = self.server.manners.capabilities.replace(" STARTTLS", "")

    def _do_login(self, tag: str, command: str) -> bytes:
        user, password = (found[1] or found[2] for found in QUOTED.finditer(command.removeprefix("LOGIN ")))
        return self._logged_in(tag, user, password)

    async def _do_authenticate(self, tag: str, command: str) -> None:
        await self.send(b"+ \r\n")
        said = b64decode(await self.reader.readuntil(b"\r\n")).decode()
        if "XOAUTH2" in command:
            found = re.fullmatch("user=(.*)\x01auth=Bearer (.*)\x01\x01", said)
            user, password = (found[1], found[2]) if found else ("", "")
        else:
            _, user, password = said.split("\0")
        await self.send(self._logged_in(tag, user, password))

    def _logged_in(self, tag: str, user: str, password: str) -> bytes:
        if self.server.users.get(user) != password:
            return f"{tag} NO [AUTHENTICATIONFAILED] Application-specific password required\r\n".encode()
        self.user = user
        return f"{tag} OK logged in\r\n".encode()

    def _do_list(self, tag: str, command: str) -> bytes:
        sign = self.server.manners.separator
        lines = [f'* LIST (\\HasNoChildren) "{sign}" "{name}"\r\n' for name in self.server.folders]
        return f"{''.join(lines)}{tag} OK done\r\n".encode()

    def _do_examine(self, tag: str, command: str) -> bytes:
        (name,) = (found[1] or found[2] for found in QUOTED.finditer(command.removeprefix("EXAMINE ")))
        if name not in self.server.folders or not self.user:
            return f"{tag} NO [NONEXISTENT] Mailbox doesn't exist\r\n".encode()
        self.folder = self.server.folders[name]
        return (
            f"* FLAGS (\\Seen)\r\n* {len(self.folder.mails)} EXISTS\r\n* 0 RECENT\r\n"
            f"* OK [UIDVALIDITY {self.folder.validity}] valid\r\n* OK [UIDNEXT {self.folder.next_uid}] next\r\n"
            f"{tag} OK [READ-ONLY] opened\r\n"
        ).encode()

    def _do_search(self, tag: str, command: str) -> bytes:
        """`UID SEARCH UID n:* …` (which always names the last mail) and `UID SEARCH SINCE day …`."""
        mails = [mail for mail in self.folder.mails if not mail.flags & {"\\Deleted", "\\Draft"}]
        if above := re.search(r"UID (\d+):\*", command.removeprefix("UID ")):
            found = [mail.uid for mail in mails if mail.uid >= int(above[1])] or [mail.uid for mail in mails[-1:]]
        else:
            since = re.search(r"SINCE (\S+)", command)
            assert since
            day = datetime.strptime(since[1], "%d-%b-%Y").replace(tzinfo=UTC)
            found = [mail.uid for mail in mails if mail.received_at >= day]
        return f"* SEARCH{''.join(f' {uid}' for uid in found)}\r\n{tag} OK done\r\n".encode()

    async def _do_fetch(self, tag: str, command: str) -> None:
        by_uid = command.startswith("UID ")
        _, chosen, items = command.removeprefix("UID ").split(" ", 2)
        answer = b"".join(self._fetched(place, mail, items) for place, mail in self._chosen(chosen, by_uid))
        if self.server.manners.cut_after_bytes is not None and "BODY" in items:
            await self.send(answer[: self.server.manners.cut_after_bytes])
            self.writer.close()
            raise _HungUp
        await self.send(answer + f"{tag} OK done\r\n".encode())

    def _chosen(self, chosen: str, by_uid: bool) -> Iterator[tuple[int, StoredMail]]:
        for place, mail in enumerate(self.folder.mails, 1):
            number, last = (mail.uid if by_uid else place), (self.folder.next_uid if by_uid else len(self.folder.mails))
            for part in chosen.split(","):
                begin, _, end = part.partition(":")
                if int(begin) <= number <= (last if end == "*" else int(end or begin)):
                    yield place, mail

    def _fetched(self, place: int, mail: StoredMail, items: str) -> bytes:
        if "BODY[" in items:
            mail.flags.add("\\Seen")
        size = len(mail.raw) if mail.shown_size is None else mail.shown_size
        said = [f"UID {mail.uid}", f"RFC822.SIZE {size}", f"FLAGS ({' '.join(sorted(mail.flags))})"]
        said.append(f'INTERNALDATE "{mail.received_at.strftime("%d-%b-%Y %H:%M:%S +0000")}"')
        facts = " ".join(fact for fact in said if fact.split(" ")[0] in items or fact.startswith("UID"))
        body = b""
        for name, content in (("HEADER", mail.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"), ("", mail.raw)):
            if f"BODY.PEEK[{name}]" in items or f"BODY[{name}]" in items:
                body = f" BODY[{name}] {{{len(content)}}}\r\n".encode() + content
        return f"* {place} FETCH ({facts}".encode() + body + b")\r\n"

    async def _do_idle(self, tag: str, command: str) -> None:
        await self.send(b"+ idling\r\n")
        self.server.idling.set()
        await self.reader.readuntil(b"DONE\r\n")
        self.server.lines.append("DONE")
        await self.send(f"{tag} OK done\r\n".encode())
