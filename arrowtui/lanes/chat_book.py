"""What is known of a session up to a moment, in books that can be turned back to an earlier one."""

from bisect import bisect_right
from collections.abc import Hashable, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from arrowtui.lanes.chat_read import Said
from arrowtui.model.chat import FiledPost, Role

RECENT = 6
_ABSENT: Any = object()


@dataclass(slots=True)
class Book:
    """Everything later posts are filed by. Write with `put`; a page is what one post has written."""

    filed: dict[str, FiledPost] = field(default_factory=dict)
    wording: dict[int, Said] = field(default_factory=dict)
    """Question -> how it was put first."""
    misnumbered: dict[int, tuple[int, datetime]] = field(default_factory=dict)
    """A number used twice -> the number that was meant, and when."""
    last_of: dict[str, str] = field(default_factory=dict)
    """Author -> her last answer."""
    by_words: dict[str, str] = field(default_factory=dict)
    """How a post begins -> its id."""
    talked: dict[str, bool] = field(default_factory=dict)
    """Who has answered so far, or answered somebody: advertisers do neither."""
    asked_by: dict[str, str] = field(default_factory=dict)
    """Host -> her last question."""
    hours: dict[str, datetime | None] = field(default_factory=dict)
    recent: dict[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    turns: dict[str, tuple[tuple[datetime, int], ...]] = field(default_factory=dict)
    _written: list[tuple[MutableMapping[Any, Any], Hashable, Any]] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)

    def put(self, book: MutableMapping[Any, Any], key: Hashable, value: object) -> None:
        """Write into one of the books."""
        self._written.append((book, key, book.get(key, _ABSENT)))
        book[key] = value

    def drop(self, book: MutableMapping[Any, Any], key: Hashable) -> None:
        """Take an entry out of one of the books."""
        self._written.append((book, key, book.pop(key, _ABSENT)))

    def next_page(self) -> None:
        """Begin the page of the next post."""
        self._pages.append(len(self._written))

    def back_to(self, page: int) -> None:
        """Take back all that was written from this page on (from 0)."""
        if page >= len(self._pages):
            return
        while len(self._written) > self._pages[page]:
            book, key, before = self._written.pop()
            if before is _ABSENT:
                book.pop(key, None)
            else:
                book[key] = before
        del self._pages[page:]

    # what stands there

    @property
    def asked(self) -> tuple[tuple[datetime, int], ...]:
        """When which question was put, in order of time; asked again, it is the one being talked about again."""
        return self.turns.get("asked", ())

    @property
    def wrapped_at(self) -> datetime | None:
        """When the hosts first said goodbye."""
        return self.hours.get("wrapped")

    @property
    def follow_up_at(self) -> datetime | None:
        """When a host last asked something without a number, if no question came since."""
        return self.hours.get("follow-up")

    def running(self, at: datetime) -> int | None:
        """The question being talked about at a moment."""
        place = bisect_right(self.asked, (at, 10**6))
        return self.asked[place - 1][1] if place else None

    def next_free(self) -> int:
        """The number after the highest one asked."""
        return max(self.wording, default=0) + 1

    def role_of(self, post: str | None) -> Role | None:
        """What an earlier post was; None for one that is not known."""
        found = self.filed.get(post or "")
        return found.role if found else None

    def last_answer(self, who: str) -> FiledPost | None:
        """The last answer somebody gave."""
        return self.filed.get(self.last_of.get(who, ""))

    def renumber(self, question: str, meant: int) -> None:
        """Give a question that was put under a wrong number the one that was meant, and its answers with it."""
        wrong, at = self.filed[question].question, self.filed[question].post.posted_at
        if wrong is None:
            return
        for post, filed in list(self.filed.items()):
            if filed.question == wrong and filed.post.posted_at >= at:
                self.put(self.filed, post, FiledPost(filed.post, filed.role, meant))
        self.put(self.wording, meant, self.wording[wrong])
        self.drop(self.wording, wrong)
        turns = tuple((when, meant if (when, number) == (at, wrong) else number) for when, number in self.asked)
        self.put(self.turns, "asked", turns)
        self.put(self.misnumbered, wrong, (meant, at))

    def remember(self, said: Said, filed: FiledPost, is_host: bool) -> None:
        """Write down a post that was just filed."""
        role, question = filed.role, filed.question
        self.put(self.filed, said.post.id, filed)
        if said.bare[:60] not in self.by_words:
            self.put(self.by_words, said.bare[:60], said.post.id)
        if said.post.reply_to or (role is Role.ANSWER and said.who not in self.talked):
            self.put(self.talked, said.who, True)
        if role is Role.QUESTION and question is not None:
            if question not in self.wording:
                self.put(self.wording, question, said)
            self.put(self.turns, "asked", (*self.asked, (said.post.posted_at, question)))
            self.put(self.hours, "follow-up", None)
            self.put(self.asked_by, said.who, said.post.id)
        elif role is Role.ANSWER:
            self.put(self.last_of, said.who, said.post.id)
            self.put(self.recent, "stems", (*self.recent.get("stems", ())[1 - RECENT :], said.stems))
        elif role is Role.WRAPUP and self.wrapped_at is None:
            self.put(self.hours, "wrapped", said.post.posted_at)
        if is_host and role is Role.CHATTER and "?" in said.post.text and not said.post.reply_to:
            self.put(self.hours, "follow-up", said.post.posted_at)
