"""Chats as they are followed: series with their sessions, and a session as it is read."""

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.model.chat import Series, Window
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.replace import replace

if TYPE_CHECKING:
    from arrowtui.model.chat_found import FoundChat

LABEL = re.compile(r"^\W*[QTPFVB]\.?\s?\d{1,2}[a-d]?\s*[:.)/–-]*\s*", re.IGNORECASE)
"""The label a question begins with; its number is known besides."""


class WatchState(StrEnum):
    """How far the reader is with a session."""

    WATCHING = "watching"
    READ = "read"
    REFLECTED = "reflected"


class Fate(StrEnum):
    """What became of a session that did not go as planned."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    NO_SHOW = "no-show"


class RecapForm(StrEnum):
    """In what a recap is written; the value is how the name of the file ends."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


class When(StrEnum):
    """The parts of the Chats tab, in their order."""

    LIVE = "live now"
    NEXT = "next"
    TO_READ = "to read"
    PAST = "past"


class FollowedChat(Struct, frozen=True):
    """A series the person follows. `hashtags` are folded, without the sign; `series.hashtag` is the first of them.

    `skips` are days (on the host's calendar) without a session, `extras` sessions beside the rule: the person says so.
    """

    name: str
    series: Series
    hashtags: tuple[str, ...]
    skips: frozenset[date] = frozenset()
    extras: tuple[Window, ...] = ()


class SessionLine(Struct, frozen=True):
    """One meeting on the board. `posts` is how many are stored of it.

    `fate` None: it goes, or went, as planned. `told` are the words in which that was said, `moved_to` is the new start.
    """

    chat: FollowedChat
    window: Window
    when: When
    posts: int = 0
    state: WatchState | None = None
    fate: Fate | None = None
    told: str = ""
    moved_to: datetime | None = None

    @property
    def key(self) -> str:
        """Names the session for notes and marks: the hashtag and the start."""
        return f"{self.chat.series.hashtag}|{self.window.starts_at:%Y-%m-%dT%H:%MZ}"


class ChatBoard(Struct, frozen=True):
    """The Chats tab: its parts with their lines, empty ones left out; last, chats that could be followed."""

    parts: tuple[tuple[When, tuple[SessionLine, ...]], ...]
    found: "tuple[FoundChat, ...]" = ()


class Said(Struct, frozen=True):
    """A post of a session as it is read: what it is, its item, its words, and how it stands out.

    `reposts` are folded into it; `why` says in words why it is among the most telling answers ("" where it is not).
    `depth` is how deep it answers other answers; `is_answer` False: it is talk that hangs below one.
    """

    item: ItemId
    row: ItemRow
    author: str
    posted_at: datetime
    text: str
    is_moderator: bool = False
    reposts: int = 0
    depth: int = 0
    link: str | None = None
    why: str = ""
    is_answer: bool = True
    replies: int = 0


class Question(Struct, frozen=True):
    """A question with its answers, in order of time. `number` is the one meant, `asked` the post that asks it first.

    `thread` holds the same answers, each followed by what was said back to it.
    """

    number: int
    asked: Said | None
    answers: tuple[Said, ...] = ()
    is_running: bool = False
    thread: tuple[Said, ...] = ()

    @property
    def words(self) -> str:
        """What is asked, without its label; "" where nobody saw it asked."""
        return LABEL.sub("", " ".join(self.asked.text.split())) if self.asked else ""

    @property
    def telling(self) -> tuple[Said, ...]:
        """The answers that tell most: for whoever joins late."""
        return tuple(said for said in self.answers if said.why)


class Had(Struct, frozen=True):
    """What could be had of a session at one place. `lack` says what could not, `since` is the instant from which on it
    is there; `until` the one after which nobody looked."""

    place: str
    lack: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything is there."""
        return not self.lack and self.until is None

    def told(self, zone: tzinfo | None = None) -> str:
        """As a sentence: "Desk: only its newest 20 posts; complete from 14:05 on"; no zone: the reader's own."""
        if self.until is not None:
            return f"{self.place}: not read since {self.until.astimezone(zone):%a %H:%M}"
        if not self.lack:
            return f"{self.place}: complete"
        words = f"{self.place}: {self.lack.removesuffix('.')}"
        return words if self.since is None else f"{words}; complete from {self.since.astimezone(zone):%H:%M} on"


class SessionReading(Struct, frozen=True):
    """A session as a reader wants it: questions with answers; the rest apart.

    `notices` say, place by place, what could be had; empty where that is all.
    """

    line: SessionLine
    questions: tuple[Question, ...]
    around: tuple[Said, ...]
    """Announcements and wrap-up."""
    chatter: tuple[Said, ...]
    moderators: tuple[str, ...]
    posts: int
    has_wrapped: bool = False
    notices: tuple[Had, ...] = ()

    def all_said(self) -> Iterator[Said]:
        """Every post that is shown somewhere, those of the questions first."""
        for one in self.questions:
            yield from (one.asked,) if one.asked else ()
            yield from one.thread
        yield from self.around
        yield from self.chatter

    @property
    def items(self) -> frozenset[ItemId]:
        """All of them, by number."""
        return frozenset(said.item for said in self.all_said())

    def find(self, words: str) -> tuple[tuple[int | None, Said], ...]:
        """What holds all of these words, in text or name, without regard to case; each with its question."""
        wanted = words.casefold().split()
        numbered = [(one.number, said) for one in self.questions for said in one.thread]
        numbered = [*((one.number, one.asked) for one in self.questions if one.asked), *numbered]
        beside = [(None, said) for said in (*self.around, *self.chatter)]
        every = sorted([*numbered, *beside], key=lambda pair: pair[1].item)
        return tuple(pair for pair in every if wanted and _holds(pair[1], wanted))

    def as_seen(self, seen: frozenset[ItemId]) -> "SessionReading":
        """Only what was there before, as it stands now: nothing new among it."""
        questions = tuple(
            replace(one, asked=_kept(one.asked, seen), answers=_only(one.answers, seen), thread=_only(one.thread, seen))
            for one in self.questions
            if one.asked is None or one.asked.item in seen or any(said.item in seen for said in one.thread)
        )
        return replace(self, questions=questions, around=_only(self.around, seen), chatter=_only(self.chatter, seen))


def _holds(said: Said, wanted: list[str]) -> bool:
    text = f"{said.author} {said.text}".casefold()
    return all(word in text for word in wanted)


def _kept(said: Said | None, seen: frozenset[ItemId]) -> Said | None:
    return said if said is None or said.item in seen else None


def _only(many: tuple[Said, ...], seen: frozenset[ItemId]) -> tuple[Said, ...]:
    return tuple(said for said in many if said.item in seen)


class Answerer(Struct, frozen=True):
    """Somebody who answers, over the sessions of the chats that are followed: who answers well."""

    author: str
    answers: int
    kept: int
    sessions: int
    passed_on: int
    replies: int
    last_at: datetime
    best: tuple["Hit", ...] = ()


class Hit(Struct, frozen=True):
    """A post of some session: found by words, or by who said it. `number` is that of its question, None of none."""

    line: SessionLine
    number: int | None
    said: Said
