"""Gatherings: a call-out of the person's own elsewhere, and the answers that came to it."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from arrowtui.model.addresses import without_secrets
from arrowtui.model.item import ItemId
from arrowtui.model.poll import Poll
from arrowtui.model.subscription import SubscriptionId, Trouble


class Unit(StrEnum):
    """What the answers are counted by: whichever makes a small plot of the time they came in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


class AnswerMark(StrEnum):
    """What became of an answer in triage."""

    NEW = "new"
    READ = "read"
    KEPT = "kept"
    LATER = "later"
    DISMISSED = "dismissed"


class GatheredAnswer(Struct, frozen=True):
    """One answer as it leaves: plain text, the tags it was given, and the notes beside it."""

    item: ItemId
    at: datetime
    author: str | None
    title: str
    text: str
    link: str | None
    mark: AnswerMark
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Gathering(Struct, frozen=True):
    """A watched call-out. `question` is the post itself where it was met (a mail folder has none), `asker` who wrote
    it: what she answers herself below it is no answer. Without the dismissed ones: `answers`, and of these `unread`
    and `kept`; `people` is by how many.

    `counts` are answers by `unit` from the first to the last that came (local beginnings, none left out); `poll` is
    that of the question and `votes` how it grew.
    """

    source: SubscriptionId
    kind: str
    address: str
    title: str
    is_followed: bool
    question: ItemId | None = None
    asker: str | None = None
    answers: int = 0
    unread: int = 0
    kept: int = 0
    dismissed: int = 0
    people: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    last_polled_at: datetime | None = None
    unit: Unit = Unit.DAY
    counts: tuple[tuple[datetime, int], ...] = ()
    poll: Poll | None = None
    votes: tuple[tuple[datetime, int], ...] = ()
    trouble: Trouble | None = None

    @property
    def shown_address(self) -> str:
        """The address without passwords and keys."""
        return without_secrets(self.address)
