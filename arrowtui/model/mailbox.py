"""Mailboxes: where they are, what is wanted of them, what they gave. Spoken between `sources.mail` and `gateways`."""

from datetime import datetime
from enum import StrEnum
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct, field

from arrowtui.model.addresses import can_be_host
from arrowtui.model.errors_sources import UnfitAddress

FIRST_PORTS = {"imaps": 993, "imap": 143}
LOCAL = ("maildir", "mbox", "eml")
INBOX = "INBOX"


class Login(StrEnum):
    """How one proves to be oneself: a password (also one made for this program), or an OAuth 2 token."""

    PASSWORD = "password"
    XOAUTH2 = "xoauth2"


class MailServer(Struct, frozen=True):
    """A folder on an IMAP server. `is_tls`: encrypted from the first byte on."""

    host: str
    port: int
    user: str
    folder: str
    is_tls: bool = True

    @classmethod
    def of(cls, address: str) -> Self:
        """Read `imaps://user@host[:port]/Folder`; the user may be an address with its @ plain or as %40.

        Raises: UnfitAddress; also for a password in it, which would stand in settings and logs.
        """
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError as cause:
            raise UnfitAddress("mail", _without_login(address)) from cause
        user = unquote(parts.username or "")
        is_odd = any(not c.isprintable() for c in unquote(address))
        if parts.scheme not in FIRST_PORTS or not can_be_host(host) or not user or parts.password is not None or is_odd:
            raise UnfitAddress("mail", _without_login(address))
        folder = unquote(parts.path.strip("/")) or INBOX
        return cls(host, port or FIRST_PORTS[parts.scheme], user, folder, parts.scheme == "imaps")

    @property
    def address(self) -> str:
        """The address in its one written form."""
        scheme = "imaps" if self.is_tls else "imap"
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == FIRST_PORTS[scheme] else f":{self.port}"
        return f"{scheme}://{quote(self.user, safe='')}@{host}{port}/{quote(self.folder)}"

    @property
    def secret(self) -> str:
        """What the password is called where nobody names it otherwise."""
        return f"imap:{self.user}@{self.host}"


def _without_login(address: str) -> str:
    """The address as it may be shown: what stands before the last @ could hold a password."""
    head, at, tail = address.rpartition("@")
    return f"{head.partition('://')[0]}://…@{tail}" if at else address


class MailFiles(Struct, frozen=True):
    """Mails on this machine: `store` is one of LOCAL, `path` absolute."""

    store: str
    path: str

    @classmethod
    def of(cls, address: str) -> Self:
        """Read `maildir:///abs/path`, `mbox:///abs/path` or `eml:///abs/folder`. Raises: UnfitAddress."""
        try:
            parts = urlsplit(address)
        except ValueError as cause:
            raise UnfitAddress("mail", address) from cause
        is_here = parts.scheme in LOCAL and parts.netloc in ("", "localhost")
        path = unquote(parts.path) if is_here and parts.path.startswith("/") else ""
        if not path or "\0" in path:
            raise UnfitAddress("mail", address)
        return cls(parts.scheme, path)

    @property
    def address(self) -> str:
        """The address in its one written form."""
        return f"{self.store}://{quote(self.path)}"


def mailbox_of(address: str) -> MailServer | MailFiles:
    """The mailbox an address names. Raises: UnfitAddress."""
    return MailFiles.of(address) if address.partition(":")[0] in LOCAL else MailServer.of(address)


class MailCursor(Struct, frozen=True):
    """How far a mailbox has been read. Each kind of mailbox uses what it needs.

    IMAP: `validity` is the UIDVALIDITY under which `uid` was the last one taken, `seen_at` the latest hour at which a
    mail had come in. mbox: `offset` is where the mails not taken begin, `mark` a hash of the last mail taken and
    `mark_at` where that began. Folders of files: `names` are hashes of the names met, NAME_BYTES each.
    """

    validity: int = 0
    uid: int = 0
    seen_at: datetime | None = None
    offset: int = 0
    mark: bytes = b""
    mark_at: int = 0
    names: bytes = b""
    is_begun: bool = False


NAME_BYTES = 6
"""Of a hashed file name: among 100,000 of them, one in three billion new ones would be taken for known."""


class MailsWanted(Struct, frozen=True):
    """What is asked of a mailbox: the mails after `cursor`, oldest first.

    `newest` is how many to begin with where nothing has been read. At most `most_mails` and about `most_bytes` at
    once; of a mail above `largest` bytes only the headers.
    """

    cursor: MailCursor = field(default_factory=MailCursor)
    login: Login = Login.PASSWORD
    newest: int = 200
    most_mails: int = 100
    most_bytes: int = 16 * 1024 * 1024
    largest: int = 10 * 1024 * 1024


class RawMail(Struct, frozen=True):
    """One mail as it lies in its box. `name` tells it from others there; `received_at` is when it came in, aware.

    `is_cut`: it is larger than wanted (`size` bytes), so `raw` holds little more than its headers.
    """

    name: str
    raw: bytes
    received_at: datetime | None = None
    size: int = 0
    is_cut: bool = False


class MailsFound(Struct, frozen=True):
    """What a mailbox gave: mails oldest first, and the cursor for what comes after them.

    `has_more`: ask again with that cursor. `left_out` is how many older mails were passed over at the beginning;
    `is_renewed`: the box was rebuilt and its numbers mean nothing any more, so some mails may have come before.
    """

    mails: tuple[RawMail, ...]
    cursor: MailCursor
    has_more: bool = False
    left_out: int = 0
    is_renewed: bool = False
