"""Polls as items carry them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PollOption:
    """One option; `votes` is None while the platform hides it (never 0 instead)."""

    label: str
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll; `closes_at` None means no stated end, `voters` None that the platform does not say."""

    options: tuple[PollOption, ...]
    multiple: bool = False
    closes_at: datetime | None = None
    closed: bool = False
    voters: int | None = None
