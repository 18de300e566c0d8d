"""Meeting notes again: how it went, when they are due, what was meant to be done, and what happened meanwhile."""

from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import LayerId, Note, NoteId, Subject

IntentionId = NewType("IntentionId", int)
OfferId = NewType("OfferId", int)


class Outcome(StrEnum):
    """What came of meeting a note again. The first four answer "what did you mean to do?" before the note is shown."""

    FORGOT = "forgot"
    EFFORT = "with effort"
    YES = "yes"
    HABIT = "already habit"
    USED = "used it"
    LATER = "later"
    LET_GO = "let go"

    @property
    def is_grade(self) -> bool:
        """Whether it moves the schedule by how well one remembered."""
        return self in GRADES


GRADES = (Outcome.FORGOT, Outcome.EFFORT, Outcome.YES, Outcome.HABIT)


class Schedule(Struct, frozen=True):
    """When a note is due. `stability` is in days, `difficulty` 1 to 10; both None before the first grade."""

    due_at: datetime
    stability: float | None = None
    difficulty: float | None = None
    reviewed_at: datetime | None = None
    let_go_at: datetime | None = None


class Happening(StrEnum):
    """What the world did to the thing a note is about."""

    EDITED = "edited"
    GONE = "gone"
    LINK_DEAD = "link dead"
    EXTENDED = "extended"


class Event(Struct, frozen=True):
    """Something that brings a note back before its day; `detail` is clean text and may be empty."""

    kind: Happening
    detail: str = ""


class Intention(Struct, frozen=True):
    """Something a note says she will do; `day` None: without a day; `is_ticked`: its box in the text is."""

    id: IntentionId
    note: NoteId
    layer: LayerId
    words: str
    day: date | None
    made_at: datetime
    done_at: datetime | None = None
    let_go_at: datetime | None = None
    is_ticked: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None and self.let_go_at is None


class Card(Struct, frozen=True):
    """A note to be met again: why now, and what it meant to do. `is_faded`: long overdue, offered for letting go."""

    note: Note
    schedule: Schedule
    events: tuple[Event, ...] = ()
    intentions: tuple[Intention, ...] = ()
    is_faded: bool = False


class ReviewCount(Struct, frozen=True):
    """How many cards today still has, and how many were met today."""

    left: int
    met: int


class ReviewRules(Struct, frozen=True):
    """How much is met a day. `fades_days`: so long after its day a note is only offered for letting go."""

    most_a_day: int = 5
    retention: float = 0.9
    fades_days: int = 30


BEFORE = "before"
WRAPPED = "wrapped"
"""The kind of offer to look back on a chat session that was watched."""
"""The kind of an offer whose `detail` is the number of the note to open."""


class Offer(Struct, frozen=True):
    """Something worth a reflection that waits to be taken up. `item` is where to write, `detail` what to begin with."""

    id: OfferId
    kind: str
    subject: Subject
    item: ItemId | None
    words: str
    detail: str
    made_at: datetime


class ReviewHour(Struct, frozen=True):
    """The hour for looking back, in the person's own time. `weekday` 0 is Monday; None: every day."""

    weekday: int | None
    hour: int
    minute: int
