"""Notes: what the person thinks. Sacred: they outlive the item and the source they stand beside."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.subscription import SubscriptionId

NoteId = NewType("NoteId", int)
LayerId = NewType("LayerId", int)


class SubjectKind(StrEnum):
    """What a note can be about."""

    ALONE = "alone"
    ITEM = "item"
    QUESTION = "question"
    ANSWER = "answer"
    CALL = "call"
    POLL = "poll"
    SERIES = "series"
    SESSION = "session"
    SOURCE = "source"
    PERSON = "person"
    DAY = "day"


class Subject(Struct, frozen=True):
    """What a note is about. `key` is opaque except for those who made it: "" where it stands alone."""

    kind: SubjectKind = SubjectKind.ALONE
    key: str = ""

    @classmethod
    def of_item(cls, item: ItemId) -> "Subject":
        """An item: its number."""
        return cls(SubjectKind.ITEM, str(item))

    @classmethod
    def of_source(cls, source: SubscriptionId) -> "Subject":
        """A source: its number."""
        return cls(SubjectKind.SOURCE, str(source))

    @classmethod
    def of_day(cls, day: date) -> "Subject":
        """A day of the person's own calendar."""
        return cls(SubjectKind.DAY, day.isoformat())

    @classmethod
    def of_person(cls, name: str) -> "Subject":
        """Somebody, by the name or handle under which she is read, whatever its case."""
        return cls(SubjectKind.PERSON, name.strip().lstrip("@").casefold())


ALONE = Subject()


class About(Struct, frozen=True):
    """What is copied from the subject when a note is begun: the note keeps it whatever becomes of the subject."""

    title: str | None = None
    link: str | None = None
    author: str | None = None


class Layer(Struct, frozen=True):
    """What was thought at one time, in Markdown. Only the newest layer of a note is written on."""

    id: LayerId
    text: str
    begun_at: datetime
    changed_at: datetime


class Note(Struct, frozen=True):
    """A note with its layers, the first one first; there is always at least one.

    `item` is the item beside which it stands, whatever it is about there; None: it stands alone, or its item is gone.
    """

    id: NoteId
    subject: Subject
    item: ItemId | None
    about: About
    layers: tuple[Layer, ...]
    tags: tuple[str, ...]
    created_at: datetime
    changed_at: datetime

    @property
    def layer(self) -> Layer:
        """The newest layer."""
        return self.layers[-1]

    @property
    def text(self) -> str:
        """The text of the newest layer."""
        return self.layers[-1].text

    @property
    def title(self) -> str:
        """Its first words; what it is about while nothing is written; "" where there is neither."""
        written = next((title for layer in self.layers if (title := title_of(layer.text))), "")
        return written or self.about.title or ""


class NoteRow(Struct, frozen=True):
    """One line of the Journal: `opening` is the beginning of the newest words, clean; `layers` how many are written."""

    id: NoteId
    item: ItemId | None
    about_title: str | None
    opening: str
    changed_at: datetime
    subject: Subject = ALONE
    layers: int = 1
    tags: tuple[str, ...] = ()
    title: str = ""


TITLE_LENGTH = 80
MARKS = "#>*-+ \t"


def title_of(text: str) -> str:
    """The first line with words of its own, without the marks of a heading, list or quote, at most 80 characters."""
    return next((line[:TITLE_LENGTH].rstrip() for line in plain_lines(text)), "")


def opening_of(text: str, length: int = 200) -> str:
    """The first words as one line."""
    return " ".join(" ".join(plain_lines(text)).split())[:length]


LINKED = re.compile(r"\[\[[^\[\]|\n]+\|([^\[\]\n]+)\]\]|\[\[([^\[\]|\n]+)\]\]|!?\[([^\[\]\n]*)\]\(<?[^()\s]*>?\)")
MARKED = re.compile(r"\*\*|__|`+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")


def _plain(line: str) -> str:
    """A line of Markdown without the marks that stand inside it; links are their words."""
    return MARKED.sub("", LINKED.sub(lambda found: found[1] or found[2] or found[3] or "", line))


def plain_lines(text: str) -> Iterator[str]:
    """The lines that say something. Empty ones are left out, and prompts where anything else is said: headings below
    the first rank, such as templates put, and all that end with a question mark."""
    prompts, has_words = [], False
    for line in text.splitlines():
        words = line.lstrip(MARKS).strip()
        for box in ("[ ] ", "[x] ", "[X] "):
            words = words.removeprefix(box)
        words = _plain(words).strip(" *_")
        if words and (line.startswith("##") or (line.startswith("#") and words.endswith("?"))):
            prompts.append(words)
        elif words:
            has_words = True
            yield words
    if not has_words:
        yield from prompts
