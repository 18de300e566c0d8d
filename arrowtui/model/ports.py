"""What the world must offer: the seams at which tests and the demo put a scripted world."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Validators, Wish
from arrowtui.model.wire import Batch, Reply, Request


class Clock(Protocol):
    """Tells the hour."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        ...


class Wire(Protocol):
    """Fetches. The only way out of the house."""

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Send one request and read the whole reply.

        Returns: any reply with a status, errors and 304 included.
        Raises: FetchError (unreachable, too slow, too big, redirect refused, secret missing).
        """
        ...


class SecretStore(Protocol):
    """Knows secrets by name. Only gateways ask it, at the moment of sending."""

    async def value(self, name: str) -> str:
        """The secret of that name.

        Raises: SecretMissing.
        """
        ...


class Browser(Protocol):
    """Opens a link for the person."""

    def open(self, link: str) -> bool:
        """Hand an http, https or mailto link to the person's browser; False when there is none.

        Raises: RequestError for any other kind of link.
        """
        ...


class SourceList(Protocol):
    """The person's own list of sources: one entry of the settings file each."""

    def wishes(self) -> tuple[Wish, ...]: ...

    def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Add sources not listed yet; returns those. Raises: SettingsError."""
        ...

    def remove(self, kind: str, address: str) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def rename(self, kind: str, address: str, title: str | None) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def set_lane(self, kind: str, address: str, lane: Lane | None) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...


class Source(Protocol):
    """A kind of source: sans-I/O. It says what to ask and understands what came back."""

    kind: str

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """The request that begins a poll; `memory` is what the last batch left ("" at first)."""
        ...

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """Understand a 2xx reply.

        Raises: UnreadableReply when it is not what this source speaks.
        """
        ...
