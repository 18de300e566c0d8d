"""Chats as they are followed: series with their sessions, and a session as it is read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from arrowtui.model.chat import Series, Window
from arrowtui.model.item import ItemId, ItemRow


class WatchState(StrEnum):
    """How far the reader is with a session."""

    WATCHING = "watching"
    READ = "read"
    REFLECTED = "reflected"


class When(StrEnum):
    """The parts of the Chats tab, in their order."""

    LIVE = "live now"
    NEXT = "next"
    TO_READ = "to read"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class FollowedChat:
    """A series the person follows. `hashtags` are folded, without the sign; `series.hashtag` is the first of them."""

    name: str
    series: Series
    hashtags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One meeting on the board. `posts` is how many are stored of it; a window that passed without one is a no-show."""

    chat: FollowedChat
    window: Window
    when: When
    posts: int = 0
    state: WatchState | None = None

    @property
    def key(self) -> str:
        """Names the session for notes and marks: the hashtag and the start."""
        return f"{self.chat.series.hashtag}|{self.window.starts_at:%Y-%m-%dT%H:%MZ}"


@dataclass(frozen=True, slots=True)
class ChatBoard:
    """The Chats tab: its parts with their lines, empty ones left out."""

    parts: tuple[tuple[When, tuple[SessionLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A post of a session as it is read: what it is, its item, its words, and how it stands out.

    `reposts` are folded into it; `why` says in words why it is among the most telling answers ("" where it is not).
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


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, in order of time. `number` is the one meant, `asked` the post that asks it first."""

    number: int
    asked: Said | None
    answers: tuple[Said, ...] = ()
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class SessionReading:
    """A session as a reader wants it: questions with answers; the rest apart."""

    line: SessionLine
    questions: tuple[Question, ...]
    around: tuple[Said, ...]
    """Announcements and wrap-up."""
    chatter: tuple[Said, ...]
    moderators: tuple[str, ...]
    posts: int
    has_wrapped: bool = False
    notices: tuple[str, ...] = ()
