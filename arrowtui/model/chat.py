"""Chats: a recurring hashtagged conversation, one meeting of it, and what each post in it is."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a post is to its session."""

    ANNOUNCEMENT = "announcement"
    QUESTION = "question"
    ANSWER = "answer"
    CHATTER = "chatter"
    WRAPUP = "wrapup"
    SPAM = "spam"
    REPOST = "repost"


class Series(Struct, frozen=True):
    """A recurring chat. `rrule` is RFC 5545 (hours in `tz`, an IANA zone); `minutes` is how long a session is open.

    `moderators` are handles the person named; others are inferred from what they post.
    """

    hashtag: str
    rrule: str | None = None
    tz: str = "UTC"
    minutes: int = 60
    moderators: tuple[str, ...] = ()


class ChatPost(Struct, frozen=True):
    """A post as the assembler reads it: plain text, and ids of what it answers or passes on (quotes included)."""

    id: str
    author: str
    posted_at: datetime
    text: str
    reply_to: str | None = None
    repost_of: str | None = None


class FiledPost(Struct, frozen=True):
    """A post with its role; `question` is the number it belongs to (questions, answers and reposts of them)."""

    post: ChatPost
    role: Role
    question: int | None = None


class Window(Struct, frozen=True):
    """From the start to the official end of a session, UTC."""

    starts_at: datetime
    ends_at: datetime


class Session(Struct, frozen=True):
    """One meeting, every post filed, in order of time."""

    series: Series
    window: Window | None
    moderators: frozenset[str]
    posts: tuple[FiledPost, ...]

    def questions(self) -> dict[int, tuple[FiledPost, ...]]:
        """Question number -> the posts that ask it, in order of first asking."""
        found: dict[int, list[FiledPost]] = {}
        for filed in self.posts:
            if filed.role is Role.QUESTION and filed.question is not None:
                found.setdefault(filed.question, []).append(filed)
        return {number: tuple(posts) for number, posts in found.items()}

    def answers(self, question: int) -> tuple[FiledPost, ...]:
        """The answers to a question, late ones included, in order of time."""
        return tuple(filed for filed in self.posts if filed.role is Role.ANSWER and filed.question == question)
