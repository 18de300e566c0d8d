"""Calls: somebody asks readers to supply what they know or think. What can be read out of such a post."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class CallKind(StrEnum):
    """By what everyone who answers does first."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    POLL = "poll"
    FEEDBACK = "feedback"
    STUDY = "study"
    CASTING = "casting"


class Precision(StrEnum):
    """How exactly a deadline was named. `DAY` stands at 23:59 of the named day, by the clock of its zone."""

    MINUTE = "minute"
    DAY = "day"


class Deadline(Struct, frozen=True):
    """The last moment to respond: an aware UTC instant, and the words it was read from.

    `zone` is the IANA name that the words named, or None where the offset of the post was used.
    """

    at: datetime
    precision: Precision
    words: str
    zone: str | None = None


class ContactKind(StrEnum):
    EMAIL = "email"
    FORM = "form"
    DM = "dm"
    PHONE = "phone"


class Contact(Struct, frozen=True):
    """One way to respond, disguises undone: a lower-case address, a full link, a handle or page, or + and digits."""

    kind: ContactKind
    value: str


class FlagCode(StrEnum):
    """Why a call is doubtful. One of S1 to S4 is decisive; weak flags never are."""

    PAYS = "S1"
    PAPERS = "S2"
    LOOK_ALIKE = "S3"
    LINKS = "S4"
    WEAK = "weak"


class Flag(Struct, frozen=True):
    """A red flag: its code, what it means in plain words, and the words of the post that raise it."""

    code: FlagCode
    meaning: str
    words: str


class Call(Struct, frozen=True):
    """A call as read from one post. None and empty mean: the post does not say.

    `criteria` is a span of the plain text (white space runs folded) that says who is wanted.
    `paid` is True if anything of value is offered, False if said to be unpaid or if the respondent pays.
    `closed` only by the asker's own word in this post; that a deadline is past is told by the clock, not here.
    """

    kind: CallKind
    outlet: str | None
    deadline: Deadline | None
    contacts: tuple[Contact, ...]
    criteria: str | None
    paid: bool | None
    closed: bool
    flags: tuple[Flag, ...] = ()

    @property
    def is_scam(self) -> bool:
        """Whether one of the decisive flags is up."""
        return any(flag.code is not FlagCode.WEAK for flag in self.flags)


class AnswerState(StrEnum):
    """How far the person is with answering a call."""

    NOT_ME = "not me"
    MAYBE = "maybe"
    ANSWERING = "answering"
    ANSWERED = "answered"
    HEARD_BACK = "heard back"
    NOTHING = "nothing"

    @property
    def is_settled(self) -> bool:
        """Whether her part is done."""
        return self in (AnswerState.ANSWERED, AnswerState.HEARD_BACK, AnswerState.NOTHING)


class Answer(Struct, frozen=True):
    """The person's side of a call. `text` is the draft, and what was answered once it was; None: not begun."""

    state: AnswerState | None
    changed_at: datetime
    follow_up_at: datetime | None = None
    contact: str | None = None
    subject: str = ""
    text: str = ""
