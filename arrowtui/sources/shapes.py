"""What the wire shapes of several platforms have in common: ids, instants, and what is remembered between polls."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Reply
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.social.decoding import Pieces, part

Filled = Annotated[str, msgspec.Meta(min_length=1)]
NativeId = int | Filled
"""Opaque, whatever it looks like; some platforms changed their mind over the years."""

Shape = TypeVar("Shape")


def each(reply: Reply, raws: list[msgspec.Raw], shape: type[Shape], wanted: str) -> Pieces[Shape]:
    """The entries of a list; one that has not the shape costs itself alone.

    Raises: UnreadableReply when there are entries and none has it: that is another list, not an empty one.
    """
    return Pieces.of(raws, shape).checked(reply, wanted)


def remembered(shape: msgspec.Struct) -> str:
    """A struct as the memory handed back at the next poll."""
    return msgspec.json.encode(shape).decode()


def memory_as(memory: str, shape: type[Shape]) -> Shape:
    """What was remembered; a fresh one at the first poll, and where it cannot be read."""
    return part(memory.encode("utf-8", "replace"), shape) or shape()


def instant(said: str | float | None) -> datetime | None:
    """A time written in ISO 8601 (without a zone: UTC) or in seconds since 1970; None for what is none."""
    if said is None or isinstance(said, str):
        return read_date(said)
    try:
        return datetime.fromtimestamp(said, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def unreadable(reply: Reply, wanted: str) -> UnreadableReply:
    """The error for a reply that is not what was wanted."""
    return UnreadableReply(hostname(reply), wanted)


def hostname(reply: Reply) -> str:
    """The host a reply came from, without its port: secrets are named by it."""
    return urlsplit(reply.address).hostname or reply.address
