"""What the two ways of listening have in common: what is dialled, and what such a line does."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from arrowtui.gateways.web_address import Target
from arrowtui.gateways.web_send import Overdue
from arrowtui.model.stream import Opened, Refused, Said, StreamRequest

OPEN_S = 20.0
"""How long a server may take to answer the call."""


@dataclass(frozen=True, slots=True)
class Call:
    """A stream as it is dialled: `target` and `headers` hold secrets, so they are never shown."""

    request: StreamRequest
    target: Target = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    host: str = ""
    most_bytes: int = 1024 * 1024


class Line(Protocol):
    """One connection."""

    def hear(self, call: Call) -> AsyncGenerator[Opened | Said | Refused, None]:
        """Dial, then everything heard until the server hangs up; a refusal is the only thing heard.

        Raises: Unfit, Overdue after silence, TooBig, OSError, httpcore's errors.
        """
        ...


@asynccontextmanager
async def within(limit_s: float) -> AsyncIterator[None]:
    """Wait no longer than that. Never around a `yield` of one's own: the clock would run for the listener.

    Raises: Overdue.
    """
    try:
        async with asyncio.timeout(limit_s):
            yield
    except TimeoutError as cause:
        raise Overdue(limit_s) from cause


class Unfit(Exception):
    """The server answered, but not with a stream."""
