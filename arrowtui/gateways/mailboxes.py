"""The way into mailboxes: the `Wire` for imaps://, imap://, maildir://, mbox:// and eml:// addresses.

Nothing in a mailbox is ever changed. Secrets are asked for at the moment of logging in; nothing that leaves this file
(reply, error, log line) holds one.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from arrowtui.gateways.mail_files import read_folder
from arrowtui.gateways.mail_mbox import read_mbox
from arrowtui.gateways.mail_watch import changed
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.mailbox import MailFiles, MailServer, MailsFound, MailsWanted, mailbox_of
from arrowtui.model.ports import Clock, SecretStore
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import MAILS, Reply, Request

if TYPE_CHECKING:
    from arrowtui.gateways.imap_line import MailLimits
    from arrowtui.gateways.imap_server import ImapServers

SCHEMES = frozenset(("imaps", "imap", "maildir", "mbox", "eml"))


class Mailboxes:
    """One for a whole process; `close` when done. `own_hosts` may be asked without encryption."""

    def __init__(
        self,
        clock: Clock,
        secrets: SecretStore,
        *,
        own_hosts: Collection[str] = (),
        limits: "MailLimits | None" = None,
        context: ssl.SSLContext | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        refused: Callable[[str], None] = lambda name: None,
    ) -> None:
        """`limits`, `context` (TLS) and `pause` have their usual values unless tests hand in their own.

        `refused` is told the name of a secret that a server did not take, so that it can be looked up anew.
        """
        self._clock, self._pause = clock, pause
        self._make_servers = partial(_servers, secrets, own_hosts, limits, context, pause, refused)
        self._made: ImapServers | None = None

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Read the next mails a request wants: `MailsWanted` in its body, `MailsFound` in that of the reply.

        Returns: 200, or 304 for a conditional request where nothing is new.
        Raises: UnfitAddress, also for a request that does not ask for mails; of a server SecretMissing,
            ServerUnreachable, ServerTooSlow, NotEncrypted, LoginRefused, NoSuchFolder, MailServerRefuses; of files
            MailboxNotThere, NotAMailbox.
        """
        if request.method != MAILS:
            raise UnfitAddress("web", request.address)
        box, wanted = mailbox_of(request.address), _wanted(request)
        if isinstance(box, MailServer):
            found = await self._servers.poll(box, request, wanted)
        else:
            found = await self._read(box, wanted)
        is_old = not found.mails and not found.is_renewed and found.cursor == wanted.cursor
        if is_old and request.conditional:
            return Reply(request, 304, request.address, {}, b"", self._clock.now())
        return Reply(request, 200, request.address, {}, msgspec.msgpack.encode(found), self._clock.now())

    async def wait_for_news(self, request: Request, until: datetime) -> bool:
        """Wait until there is something that a poll with this request would bring, at the latest until then.

        A mail server is listened to (IDLE) where it offers that; files are looked at every few seconds. While it waits
        it costs a connection and a thread for each folder on a server. May be cancelled at any time.

        Returns: whether there is something; False when the time is over.
        Raises: as `fetch`.
        """
        box, wanted = mailbox_of(request.address), _wanted(request)
        seconds = (until - self._clock.now()).total_seconds()
        if isinstance(box, MailServer):
            return await self._servers.wait(box, request, wanted, seconds)
        return await changed(box, wanted, seconds, partial(self._read, box), self._pause)

    async def close(self) -> None:
        """Hang up on everybody."""
        if self._made is not None:
            self._made.cut()

    @property
    def _servers(self) -> "ImapServers":
        if self._made is None:
            self._made = self._make_servers()
        return self._made

    async def _read(self, box: MailFiles, wanted: MailsWanted) -> MailsFound:
        read = read_mbox if box.store == "mbox" else read_folder
        return await asyncio.to_thread(read, box, wanted, self._clock.now())


def _servers(
    secrets: SecretStore,
    own_hosts: Collection[str],
    limits: "MailLimits | None",
    context: ssl.SSLContext | None,
    pause: Callable[[float], Awaitable[None]],
    refused: Callable[[str], None],
) -> "ImapServers":
    from arrowtui.gateways.imap_server import ImapServers  # 40 ms to import: only who has a mailbox on a server pays

    return ImapServers(secrets, own_hosts, limits, context, pause, refused)


def _wanted(request: Request) -> MailsWanted:
    return msgspec.msgpack.decode(request.body or b"\x80", type=MailsWanted)
