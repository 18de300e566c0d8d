"""Calls as they are worked through: by urgency, with time left and age, fit and state."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from arrowtui.model.call import Answer, Call, Contact
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.order import Order
from arrowtui.model.replace import replace


class Section(StrEnum):
    """The parts of the Calls tab, in their order."""

    CLOSING = "closing"
    OPEN = "open"
    NO_DEADLINE = "no deadline"
    STALE = "stale"
    ANSWERED = "answered"
    OVER = "closed or expired"


class Ending(StrEnum):
    """Two truths shown apart: the asker said so, or the stated time is past."""

    CLOSED = "closed"
    EXPIRED = "expired"


class KeptCall(Struct, frozen=True):
    """A call as the store knows it. `extended_from` is the deadline before the latest extension, `others` how many
    more relays brought the same call; `closed_by` and `extended_by` are items that said so of it. `edition` grows with
    every change; `relays` are who passed it on and where, as far as somebody asked."""

    item: ItemId
    call: Call
    asker: str | None
    posted_at: datetime
    closed_by: ItemId | None = None
    extended_from: datetime | None = None
    extended_by: ItemId | None = None
    others: int = 0
    edition: int = 1
    relays: tuple[str, ...] = ()
    answer: Answer | None = None


class Fit(Struct, frozen=True):
    """How well a call fits the person: 0 to 100, the words that spoke for it, and those that exclude it."""

    score: int
    words: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def is_excluded(self) -> bool:
        return bool(self.against)


class CallLine(Struct, frozen=True):
    """One call of the board. `ending` is set in the section of what is over."""

    row: ItemRow
    kept: KeptCall
    fit: Fit
    ending: Ending | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether it is folded away: the profile excludes it, and she has not taken it up all the same."""
        return self.fit.is_excluded and (self.kept.answer is None or self.kept.answer.state is None)


class CallBoard(Struct, frozen=True):
    """The Calls tab: sections with their lines, those without any left out; how many calls are folded away, and why.

    `hidden` are excluded by the profile, `declined` said "not me" to. `more` counts what a section holds besides.
    """

    sections: tuple[tuple[Section, tuple[CallLine, ...]], ...]
    hidden: int = 0
    declined: int = 0
    more: tuple[tuple[Section, int], ...] = ()


class AnswerDraft(Struct, frozen=True):
    """What there is to begin an answer with: the contact that is offered first, and what was written before, else the
    template of its kind filled with facts."""

    contact: Contact | None
    subject: str
    text: str


class Profile(Struct, frozen=True):
    """Who the person is, as far as calls ask for it. `never` are words that fold a call away."""

    profession: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    experiences: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    name: str = ""
    signature: str = ""


OPEN = (Section.CLOSING, Section.OPEN, Section.NO_DEADLINE, Section.STALE)
"""The sections of calls that can still be answered."""


def arranged(board: CallBoard, order: Order) -> CallBoard:
    """The board in an order: by urgency as it is; the newest first or by fit, all that is open is one section."""
    if order not in (Order.NEWEST, Order.FIT):
        return board
    lines = [line for section, lines in board.sections if section in OPEN for line in lines]
    if order is Order.NEWEST:
        lines.sort(key=lambda line: (line.kept.posted_at, line.row.id), reverse=True)
    else:
        lines.sort(key=lambda line: -line.fit.score)  # equal ones stay by urgency
    rest = tuple(one for one in board.sections if one[0] not in OPEN)
    more = sum(count for section, count in board.more if section in OPEN)
    kept = tuple(one for one in board.more if one[0] not in OPEN)
    return replace(
        board,
        sections=(((Section.OPEN, tuple(lines)),) if lines else ()) + rest,
        more=(((Section.OPEN, more),) if more else ()) + kept,
    )
