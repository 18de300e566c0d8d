"""Polls as items carry them."""

from datetime import datetime

from msgspec import Struct


class PollOption(Struct, frozen=True):
    """One option; `votes` is None while the platform hides it (never 0 instead)."""

    label: str
    votes: int | None = None


class Poll(Struct, frozen=True):
    """A poll; `closes_at` None means no stated end, `voters` None that the platform does not say."""

    options: tuple[PollOption, ...]
    multiple: bool = False
    closes_at: datetime | None = None
    closed: bool = False
    voters: int | None = None
