"""The words spoken with a source that can also be listened to: what is opened, and what is heard."""

from collections.abc import AsyncGenerator
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from arrowtui.model.errors import FetchError
from arrowtui.model.wire import Reply, Request, SecretUse


class Carrier(StrEnum):
    """How events come."""

    SSE = "sse"
    WEBSOCKET = "websocket"


class StreamRequest(Struct, frozen=True):
    """A stream a source wants opened.

    `address` is http(s) for server-sent events, ws(s) for a WebSocket. `step` is the source's own word. A line on which
    nothing was heard for `silence_s` counts as dead. `may_be_private`: it may lead inside a private network, because
    the person's own address does.
    """

    address: str
    carrier: Carrier
    secrets: tuple[SecretUse, ...] = ()
    step: str = ""
    silence_s: float = 60
    may_be_private: bool = False


class Opened(Struct, frozen=True):
    """The line stands: from now on nothing is missed. What came before must be asked for."""


class Said(Struct, frozen=True):
    """An event. Over a WebSocket they are all called `message`."""

    name: str
    data: str
    received_at: datetime


class Lost(Struct, frozen=True):
    """The line broke, or could not be opened; it is tried again after `again_in_s`."""

    error: FetchError
    again_in_s: float


class Refused(Struct, frozen=True):
    """The server does not want to: the last thing heard. What it means is for the source to say."""

    reply: Reply


Heard = Opened | Said | Lost | Refused


class Streams(Protocol):
    """Listens, and opens lost lines again by itself."""

    def listen(self, request: StreamRequest) -> AsyncGenerator[Heard, None]:
        """Everything heard, for ever, or until the server refuses. Close it when done.

        Raises: SecretMissing, SecretNotGiven.
        """
        ...


def as_reply(request: StreamRequest, said: Said) -> Reply:
    """An event in the form in which a source reads everything: its name stands in the header `event`."""
    asked = Request(request.address, step=request.step)
    return Reply(
        asked, 200, request.address, {"event": said.name}, said.data.encode(errors="replace"), said.received_at
    )
