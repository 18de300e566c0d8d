"""Mail servers: one dialogue a poll, one that lasts for a folder that is listened to. Each in a thread of its own."""

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from time import monotonic
from typing import TypeVar

from arrowtui.gateways.imap_folder import Folder, log_in
from arrowtui.gateways.imap_line import Guard, Line, MailLimits
from arrowtui.gateways.imap_poll import poll
from arrowtui.gateways.imap_trouble import told
from arrowtui.gateways.threads import in_thread
from arrowtui.gateways.web_connect import secure_context
from arrowtui.model.errors_fetching import SecretMissing, ServerTooSlow
from arrowtui.model.errors_mail import LoginRefused
from arrowtui.model.mailbox import MailServer, MailsFound, MailsWanted
from arrowtui.model.ports import SecretStore
from arrowtui.model.wire import Request, SecretUse

T = TypeVar("T")
FIRST_LISTEN_S = 1.0
"""The first look into IDLE is short: what the server said while we went into it comes to light when we leave it."""
LISTEN_S = 9 * 60.0
"""Servers hang up after half an hour, routers forget a silent connection after ten minutes."""


class ImapServers:
    """Everything that is said to mail servers."""

    def __init__(
        self,
        secrets: SecretStore,
        own_hosts: Collection[str] = (),
        limits: MailLimits | None = None,
        context: ssl.SSLContext | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        refused: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._refused = refused
        self._secrets, self._own_hosts = secrets, own_hosts
        self._limits, self._tls, self._pause = limits or MailLimits(), context, pause
        self._guards: set[Guard] = set()
        logging.getLogger("imapclient").setLevel(logging.WARNING)  # its debug lines hold what we say, and so secrets

    async def poll(self, server: MailServer, request: Request, wanted: MailsWanted) -> MailsFound:
        """The next mails. Raises: FetchError."""
        room = wanted.most_bytes + wanted.largest + self._limits.beyond_bytes
        try:
            async with asyncio.timeout(self._limits.total_s):
                return await self._talk(server, request, wanted, room, partial(poll, wanted=wanted))
        except TimeoutError as cause:
            raise ServerTooSlow(server.host, round(self._limits.total_s)) from cause

    async def wait(self, server: MailServer, request: Request, wanted: MailsWanted, seconds: float) -> bool:
        """Listen to a folder for at most so long; whether something came. Raises: FetchError."""
        until = monotonic() + seconds
        listen = partial(_listen, wanted=wanted, until=until)
        heard = await self._talk(server, request, wanted, self._limits.beyond_bytes, listen)
        if heard is None:
            await self._pause(max(0.0, until - monotonic()))
        return bool(heard)

    def cut(self) -> None:
        """Hang up on everybody."""
        for guard in tuple(self._guards):
            guard.cut()

    async def _talk(
        self, server: MailServer, request: Request, wanted: MailsWanted, room: int, talk: Callable[[Folder], T]
    ) -> T:
        """Connect, log in, open the folder, talk, hang up. `room` is how many bytes the server may send.

        A secret that is refused is looked up anew, once: tokens live an hour, passwords are changed.
        """
        use = next(iter(request.secrets), None)
        if use is None:
            raise SecretMissing(server.secret)
        secret = await self._secrets.value(use.name)
        begin = partial(self._begin, server, room, wanted, use, talk=talk)
        try:
            return await begin(secret)
        except LoginRefused:
            self._refused(use.name)
            fresh = await self._secrets.value(use.name)
            if fresh == secret:
                raise
        return await begin(fresh)

    async def _begin(
        self,
        server: MailServer,
        room: int,
        wanted: MailsWanted,
        use: SecretUse,
        secret: str,
        talk: Callable[[Folder], T],
    ) -> T:
        guard = Guard(room)
        self._guards.add(guard)
        try:
            written = use.template.replace("{}", secret)
            work = partial(self._dialogue, server, guard, wanted, written, use.name, talk)
            return await in_thread(work, guard.cut, f"mail {server.host}")
        finally:
            self._guards.discard(guard)

    def _dialogue(
        self, server: MailServer, guard: Guard, wanted: MailsWanted, secret: str, name: str, talk: Callable[[Folder], T]
    ) -> T:
        with told(server, name, self._limits.answer_s):
            line = Line(server, guard, self._context, self._limits, self._is_own)
            try:
                log_in(line, server, wanted.login, secret, name)
                result = talk(Folder(line, server))
                line.say_goodbye()
                return result
            finally:
                line.close()

    def _context(self) -> ssl.SSLContext:
        return self._tls or secure_context()

    def _is_own(self, host: str) -> bool:
        return host in self._own_hosts


def _listen(folder: Folder, wanted: MailsWanted, until: float) -> bool | None:
    """Whether something came; None where the server cannot tell by itself."""
    cursor = wanted.cursor
    if not cursor.is_begun or cursor.validity != folder.validity or folder.uids_after(cursor.uid):
        return True
    if not folder.can_idle:
        return None
    longest, left = FIRST_LISTEN_S, max(0.0, until - monotonic())
    while True:
        if folder.idle(min(left, longest)) and folder.uids_after(cursor.uid):
            return True
        longest, left = LISTEN_S, until - monotonic()
        if left <= 0:
            return False
