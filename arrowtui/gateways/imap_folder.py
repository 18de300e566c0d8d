"""A folder on a mail server, opened for reading only: EXAMINE, SEARCH, BODY.PEEK. Nothing here can change a mail.

Source: RFC 3501, RFC 2177 (IDLE), RFC 6154. Runs in a thread.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from msgspec import Struct

from arrowtui.gateways.imap_line import Line
from arrowtui.model.errors_mail import LoginRefused, NoSuchFolder
from arrowtui.model.mailbox import Login, MailServer

NOT_WANTED = frozenset((b"\\Deleted", b"\\Draft"))
UNWANTED = ("UNDELETED", "UNDRAFT")
AT_ONCE = 500
"""Mails named in one command: servers do not take lines of any length."""


class Listed(Struct, frozen=True):
    """A mail that is there: its UID and its size in bytes."""

    uid: int
    size: int


class Taken(Struct, frozen=True):
    """A mail's bytes (or only its headers), and when it came in."""

    raw: bytes
    received_at: datetime | None


class Folder:
    """The folder once it is open. `validity` is its UIDVALIDITY, `count` how many mails it holds, `last_uid` the
    highest UID ever given out there."""

    def __init__(self, line: Line, server: MailServer) -> None:
        """Open it. Raises: NoSuchFolder, and what the library raises."""
        self._line = line
        facts = _examined(line, server)
        self.validity = _number(facts.get(b"UIDVALIDITY"))
        self.count = _number(facts.get(b"EXISTS"))
        self.last_uid = max(_number(facts.get(b"UIDNEXT")) - 1, 0)

    def newest_uids(self, most: int) -> list[int]:
        """UIDs of the last mails of the folder, ascending, at most so many. Found by their places, which costs a server
        less than a search among a hundred thousand."""
        uids: list[int] = []
        self._line.use_uid = False
        try:
            for first in range(max(1, self.count - most + 1), self.count + 1, AT_ONCE):
                places = range(first, min(first + AT_ONCE, self.count + 1))
                found = self._line.fetch(list(places), ["UID", "FLAGS"])
                there = (facts for facts in found.values() if b"UID" in facts)
                uids += (_number(facts[b"UID"]) for facts in there if not NOT_WANTED & set(facts.get(b"FLAGS", ())))
        finally:
            self._line.use_uid = True
        return sorted(uids)

    def uids_after(self, uid: int) -> list[int]:
        """UIDs above this one, ascending. A server answers `n:*` with its last mail even where that lies below n."""
        return sorted(n for n in self._line.search(["UID", f"{uid + 1}:*", *UNWANTED]) if n > uid)

    def uids_since(self, day: date) -> list[int]:
        """UIDs of mails that came in on this day or later, ascending."""
        return sorted(self._line.search(["SINCE", day, *UNWANTED]))

    def sizes(self, uids: Sequence[int]) -> list[Listed]:
        """Those of the mails that are still there, with their sizes."""
        found = self._line.fetch(uids, ["RFC822.SIZE"]) if uids else {}
        return [Listed(uid, _number(found[uid].get(b"RFC822.SIZE"))) for uid in uids if uid in found]

    def take(self, uids: Sequence[int], *, whole: bool) -> dict[int, Taken]:
        """The mails, or only their headers; those that vanished meanwhile are left out. None is marked as read."""
        part, key = ("BODY.PEEK[]", b"BODY[]") if whole else ("BODY.PEEK[HEADER]", b"BODY[HEADER]")
        found = self._line.fetch(uids, [part, "INTERNALDATE"]) if uids else {}
        return {uid: _taken(found[uid], key) for uid in uids if uid in found and key in found[uid]}

    @property
    def can_idle(self) -> bool:
        """Whether the server tells by itself when something comes."""
        return bool(self._line.has_capability("IDLE"))

    def idle(self, wait_s: float) -> bool:
        """Wait until the server says that a mail came, at most so long; False where it said nothing of the kind.

        An empty answer of `idle_check` may also mean that the server hung up: leaving IDLE finds out.
        """
        self._line.idle()
        told = self._line.idle_check(timeout=wait_s)
        _, rest = self._line.idle_done()
        return any(b"EXISTS" in one for one in (*told, *rest) if isinstance(one, tuple))


def log_in(line: Line, server: MailServer, how: Login, secret: str, name: str) -> None:
    """Prove to be the person; `name` is what the secret is called. Raises: LoginRefused, what the library raises."""
    if how is Login.XOAUTH2:
        line.oauth2_login(server.user, secret)
    elif line.has_capability("AUTH=PLAIN"):
        line.plain_login(server.user, secret)  # takes every letter, LOGIN only those of ASCII
    elif line.has_capability("LOGINDISABLED"):
        raise LoginRefused(server.host, name, "Logins with a password are switched off here")
    else:
        try:
            line.login(server.user, secret)
        except UnicodeEncodeError as cause:
            raise LoginRefused(server.host, name, "This server takes only plain letters in passwords") from cause


def _examined(line: Line, server: MailServer) -> Mapping[bytes, object]:
    """Open the folder, also one whose parts this server joins by another sign than "/"."""
    try:
        return dict(line.select_folder(server.folder, readonly=True))
    except line.AbortError:
        raise
    except line.Error:
        there = _folders(line)
        name = there.get(_plain(server.folder, "/"))
        if name is None:
            raise NoSuchFolder(server.host, server.folder, tuple(sorted(there.values()))) from None
        if name == server.folder:
            raise
    return dict(line.select_folder(name, readonly=True))


def _folders(line: Line) -> dict[tuple[str, ...], str]:
    """The folders by their parts in lower case."""
    found = line.list_folders()
    return {_plain(str(name), (sign or b"/").decode("ascii", "replace")): str(name) for _, sign, name in found}


def _plain(name: str, sign: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in name.split(sign))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _taken(facts: Mapping[bytes, object], key: bytes) -> Taken:
    raw, at = facts[key], facts.get(b"INTERNALDATE")
    is_aware = isinstance(at, datetime) and at.tzinfo is not None
    return Taken(
        raw if isinstance(raw, bytes) else b"", at.astimezone(UTC) if isinstance(at, datetime) and is_aware else None
    )
