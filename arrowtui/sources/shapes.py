"""JSON replies into typed structs. What is not what it should be is refused by name, never guessed."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors import UnreadableReply
from arrowtui.model.wire import Reply
from arrowtui.sources.feeds.dates import read_date

Filled = Annotated[str, msgspec.Meta(min_length=1)]
NativeId = int | Filled
"""Opaque, whatever it looks like; some platforms changed their mind over the years."""

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
Shape = TypeVar("Shape")


def decoded(reply: Reply, shape: type[Shape], wanted: str) -> Shape:
    """The body of a reply as a shape. `wanted` names it for a person, in 16 characters.

    Raises: UnreadableReply.
    """
    try:
        return msgspec.json.decode(reply.body, type=shape)
    except UNREADABLE as cause:
        raise unreadable(reply, wanted) from cause


def each(reply: Reply, raws: list[msgspec.Raw], shape: type[Shape], wanted: str) -> list[Shape]:
    """Every entry of a list that has the shape; one that has not costs itself alone.

    Raises: UnreadableReply when there are entries and none has it: that is another list, not an empty one.
    """
    decode, found = msgspec.json.Decoder(shape).decode, list[Shape]()
    for raw in raws:
        try:
            found.append(decode(raw))
        except UNREADABLE:
            continue
    if raws and not found:
        raise unreadable(reply, wanted)
    return found


def maybe(raw: bytes | str, shape: type[Shape]) -> Shape | None:
    """A body or memory as a shape, None where it has not that shape."""
    try:
        return msgspec.json.decode(raw, type=shape)
    except UNREADABLE:
        return None


def unreadable(reply: Reply, wanted: str) -> UnreadableReply:
    """The error for a reply that is not what was wanted."""
    return UnreadableReply(host_of(reply), wanted)


def host_of(reply: Reply) -> str:
    """The host a reply came from."""
    return urlsplit(reply.address).hostname or reply.address


def remembered(shape: object) -> str:
    """A struct as the memory handed back at the next poll."""
    return msgspec.json.encode(shape).decode()


def instant(said: str | float | None) -> datetime | None:
    """A time written in ISO 8601 (without a zone: UTC) or in seconds since 1970; None for what is none."""
    if said is None or isinstance(said, str):
        return read_date(said)
    try:
        return datetime.fromtimestamp(said, UTC)
    except (ValueError, OverflowError, OSError):
        return None
