"""JSON of a platform read piece by piece, so that one odd post does not cost the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Reply

T = TypeVar("T")


def host_of(reply: Reply) -> str:
    """The host a reply came from, with its port."""
    return urlsplit(reply.address).netloc.rpartition("@")[2]


def whole(reply: Reply, shape: type[T], wanted: str) -> T:
    """The body of a reply. Raises: UnreadableReply for anything that is not of this shape."""
    try:
        return msgspec.json.decode(reply.body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as cause:
        raise UnreadableReply(host_of(reply), wanted) from cause


def part(raw: bytes | msgspec.Raw, shape: type[T]) -> T | None:
    """A piece of a body; None where it is absent or not of this shape."""
    try:
        return msgspec.json.decode(raw, type=shape) if bytes(raw) else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


@dataclass(slots=True)
class Pieces(Generic[T]):
    """The pieces of a list, each read by itself: those that could be, and how many could not."""

    read: list[T] = field(default_factory=list)
    odd: int = 0

    @classmethod
    def of(cls, raws: Iterable[msgspec.Raw], shape: type[T]) -> "Pieces[T]":
        pieces = cls()
        for raw in raws:
            found = part(raw, shape)
            if found is None:
                pieces.odd += 1
            else:
                pieces.read.append(found)
        return pieces

    def checked(self, reply: Reply, wanted: str) -> "Pieces[T]":
        """Itself, unless not one of several pieces could be read: that is no empty list. Raises: UnreadableReply."""
        if self.odd and not self.read:
            raise UnreadableReply(host_of(reply), wanted)
        return self

    def notices(self) -> tuple[str, ...]:
        """What to tell the person of those that could not be read."""
        if not self.odd:
            return ()
        return (f"{self.odd} post{'' if self.odd == 1 else 's'} could not be read and {_is(self.odd)} left out.",)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def moment(text: str | None) -> datetime | None:
    """An ISO 8601 instant as aware UTC; None for none or for what is none. Without a zone it is meant as UTC."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def unix_moment(text: str | None) -> datetime | None:
    """A number of seconds since 1970 as aware UTC; None for what is none."""
    digits = (text or "").strip().partition(".")[0]
    if not (digits.isascii() and digits.isdigit() and len(digits) < 12):
        return None
    return datetime.fromtimestamp(int(digits), UTC)


def said(words: str | None, most: int = 160) -> str:
    """What a server says about a failure, fit for an error: one line of printable characters."""
    line = "".join(sign if sign.isprintable() else " " for sign in (words or "")[: most * 4])
    return " ".join(line.split())[:most]
