"""The learning log: what was done in a period, what shows it, and what was thought about it, in dated layers."""

from datetime import date, datetime

from msgspec import Struct

from arrowtui.model.note import NoteId, SubjectKind


class Said(Struct, frozen=True):
    """One post of a transcript, its text as one clean line."""

    text: str
    author: str | None = None
    at: datetime | None = None


class Evidence(Struct, frozen=True):
    """What an entry is about, as far as it is known: it outlives the item."""

    title: str | None = None
    link: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    source: str | None = None
    transcript: tuple[Said, ...] = ()


class LogLayer(Struct, frozen=True):
    """What was thought at one time, in Markdown without [[links]]."""

    begun_at: datetime
    text: str


class LogIntention(Struct, frozen=True):
    """What was meant to be done."""

    words: str
    day: date | None
    done_at: datetime | None


class LogEntry(Struct, frozen=True):
    """A note of the period. `hours` None: not given. `met_at`: when it was met again; `used_at`: when it was used."""

    note: NoteId
    title: str
    kind: SubjectKind
    begun_at: datetime
    evidence: Evidence
    layers: tuple[LogLayer, ...]
    tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    hours: float | None = None
    intentions: tuple[LogIntention, ...] = ()
    met_at: tuple[datetime, ...] = ()
    used_at: tuple[datetime, ...] = ()

    @property
    def activity(self) -> str:
        """What was done, in a few words."""
        about = self.evidence.title or self.title
        return f"{ACTIVITIES[self.kind]}: {about}" if about else ACTIVITIES[self.kind]


ACTIVITIES = {
    SubjectKind.ALONE: "Thought",
    SubjectKind.ITEM: "Read",
    SubjectKind.QUESTION: "Followed a question of a chat",
    SubjectKind.ANSWER: "Read an answer in a chat",
    SubjectKind.CALL: "Considered a call",
    SubjectKind.POLL: "Looked at a poll",
    SubjectKind.SERIES: "Followed a series of chats",
    SubjectKind.SESSION: "Followed a chat",
    SubjectKind.SOURCE: "Read a source",
    SubjectKind.PERSON: "Learned from",
    SubjectKind.DAY: "Looked back on a day",
}


class Period(Struct, frozen=True):
    """Days in the person's own calendar, both included."""

    first: date
    last: date


class Log(Struct, frozen=True):
    """Everything of a period, the oldest first. `name` is whose it is, "" unknown; `narrowed` says by what."""

    period: Period
    entries: tuple[LogEntry, ...]
    name: str = ""
    narrowed: str = ""

    @property
    def hours(self) -> float:
        """The sum of the hours that were given."""
        return sum(entry.hours or 0 for entry in self.entries)
