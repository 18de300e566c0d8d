"""What is known of a session up to a moment: the words of a chat for what its ledger holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from arrowtui.lanes.chat_labels import BY_KEY
from arrowtui.lanes.chat_ledger import Ledger, Moment
from arrowtui.lanes.chat_read import Said
from arrowtui.model.chat import FiledPost, Role, Window

RECENT = 4
WINDOW = "window"
BEGINNING: Moment = (datetime.min.replace(tzinfo=UTC), "")
"""Before every post: where what does not depend on posts is written."""


@dataclass(slots=True)
class Book:
    """Everything later posts are filed by, as it stood when the post was written whose page is open."""

    ledger: Ledger = field(default_factory=Ledger)
    has_renumbered: bool = False
    """Whether any question was ever given another number than the one it was put under."""

    def put(self, what: str, which: object, value: object) -> None:
        """Write an entry: what it tells, of which question, author or post."""
        self.ledger.put((what, which), value)

    def _read(self, what: str, which: object = None) -> Any:
        return self.ledger.get((what, which))

    # questions

    @property
    def has_asked(self) -> bool:
        """Whether a question was put yet."""
        return self._read("turn") is not None

    @property
    def running(self) -> int | None:
        """The question being talked about: the last one put, or put again."""
        turn = self._read("turn")
        return turn[1] if turn else None

    @property
    def first_asked(self) -> int | None:
        """The question that was put first."""
        first = self._read("first")
        return first[1] if first else None

    def wording(self, number: int | None) -> Said | None:
        """How a question was put first; None for one not put."""
        found: Said | None = self._read("wording", number) if number is not None else None
        return found

    def asked_on(self, weekday: int) -> int | None:
        """In a slow chat: the question of a day (0 is Monday)."""
        found: int | None = self._read("day", weekday)
        return found

    @property
    def numbers_by_key(self) -> bool:
        """Whether questions of this session are numbered by keys alone."""
        return bool(self._read("by key"))

    def next_free(self) -> int:
        """The number after the highest one asked."""
        return (self._read("highest") or 0) + 1

    def misnumbered(self, number: int) -> tuple[int, datetime] | None:
        """For a number used twice: the number that was meant, and when."""
        found: tuple[int, datetime] | None = self._read("misnumbered", number)
        return found

    def last_question_of(self, who: str) -> FiledPost | None:
        """The question a host put last."""
        return self.filed(self._read("asked by", who))

    # posts

    def refiled(self) -> Iterator[str]:
        """The posts that may be filed otherwise since this was asked last."""
        for what, which in self.ledger.turned():
            if what == "filed":
                yield which

    def filed(self, post: str | None) -> FiledPost | None:
        """How an earlier post is filed; None for one that is not known."""
        found: FiledPost | None = self._read("filed", post) if post else None
        if found is None or found.question is None:
            return found
        for meant, since, until in self._read("renumbered", found.question) or ():
            if since <= (found.post.posted_at, found.post.id) < until:
                return FiledPost(found.post, found.role, meant)
        return found

    def role_of(self, post: str | None) -> Role | None:
        """What an earlier post was; None for one that is not known."""
        found = self.filed(post)
        return found.role if found else None

    def beginning(self, words: str) -> FiledPost | None:
        """The first post that began with these words."""
        return self.filed(self._read("begins", words))

    def last_answer(self, who: str) -> FiledPost | None:
        """The last answer somebody gave."""
        return self.filed(self._read("last of", who))

    def has_talked(self, who: str) -> bool:
        """Whether somebody has answered so far, or answered somebody: advertisers do neither."""
        return bool(self._read("talked", who))

    @property
    def recent(self) -> tuple[str, ...]:
        """What the last answers were about."""
        return self._read("recent") or ()

    # hours

    @property
    def wrapped_at(self) -> datetime | None:
        """When the hosts first said goodbye."""
        found: datetime | None = self._read("wrapped")
        return found

    @property
    def follow_up_at(self) -> datetime | None:
        """When a host last asked something without a number, if no question came since."""
        found: datetime | None = self._read("follow-up")
        return found

    @property
    def window(self) -> Window | None:
        """When the session is held, by its rule."""
        found: Window | None = self._read(WINDOW)
        return found

    # writing

    def set_window(self, window: Window | None) -> Iterator[Moment]:
        """Write when the session is held; returns the posts that are filed by it."""
        self.ledger.turn_to(BEGINNING)
        self.put(WINDOW, None, window)
        return self.ledger.close()

    def renumber(self, question: FiledPost, meant: int, now: Moment) -> None:
        """Give a question that was put under a wrong number the one that was meant, and its answers so far with it."""
        wrong, at = question.question, question.post.posted_at
        if wrong is None:
            return
        self.has_renumbered = True
        spans = self._read("renumbered", wrong) or ()
        self.put("renumbered", wrong, (*spans, (meant, (at, question.post.id), now)))
        self.put("wording", meant, self.wording(wrong))
        self.put("wording", wrong, None)
        numbers = [number for number in range(1, self.next_free()) if self.wording(number)]
        self.put("highest", None, max((meant, *numbers)))
        for turn in ("turn", "first"):
            if self._read(turn) == (at, wrong):
                self.put(turn, None, (at, meant))
        self.put("misnumbered", wrong, (meant, at))

    def remember(self, said: Said, filed: FiledPost, *, is_host: bool) -> None:
        """Write down a post that was just filed."""
        role = filed.role
        self.put("filed", said.post.id, filed)
        if self._read("begins", said.bare[:60]) is None:
            self.put("begins", said.bare[:60], said.post.id)
        if (said.post.reply_to or role is Role.ANSWER) and not self.has_talked(said.who):
            self.put("talked", said.who, True)
        if role is Role.QUESTION and filed.question is not None:
            self._remember_question(said, filed.question)
        elif role is Role.ANSWER:
            self.put("last of", said.who, said.post.id)
            self.put("recent", None, (*self.recent[1 - RECENT :], said.text))
        elif role is Role.WRAPUP and self.wrapped_at is None:
            self.put("wrapped", None, said.post.posted_at)
        if is_host and role is Role.CHATTER and "?" in said.post.text and not said.post.reply_to:
            self.put("follow-up", None, said.post.posted_at)

    def _remember_question(self, said: Said, number: int) -> None:
        turn = (said.post.posted_at, number)
        if self.wording(number) is None:
            self.put("wording", number, said)
            self.put("highest", None, max(number, self.next_free() - 1))
        if self._read("first") is None:
            self.put("first", None, turn)
        if said.asking and said.asking.letter == BY_KEY and not self.numbers_by_key:
            self.put("by key", None, True)
        self.put("turn", None, turn)
        self.put("follow-up", None, None)
        self.put("asked by", said.who, said.post.id)
