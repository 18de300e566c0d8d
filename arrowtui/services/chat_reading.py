"""A session as it is read: questions with their answers, talk hung below what it answers, the rest apart. Pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from msgspec import Struct

from arrowtui.lanes.chat_read import handle
from arrowtui.lanes.telling import most_telling
from arrowtui.model.chat import FiledPost, Role, Session
from arrowtui.model.chat_board import Had, Question, Said, SessionLine, SessionReading
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.replace import replace
from arrowtui.services.session_reader import Kept

DEEPEST = 3
Held = dict[tuple[ItemId, int], Said]


class Sheaf(Struct, frozen=True):
    """What is stored of a session: item and link of each post by key, their rows, and whose posts the reader kept.

    `before` is what the last reading made of posts (by item and depth): what is the same stays the same object, so that
    two readings of thousands of posts are compared at once.
    """

    posts: Mapping[str, Kept]
    rows: Mapping[ItemId, ItemRow]
    liked: Collection[str] = ()
    notices: tuple[Had, ...] = ()
    before: "Held" = {}  # each its own, says msgspec


def reading_of(line: SessionLine, session: Session, sheaf: Sheaf, now: datetime) -> SessionReading:
    """Everything filed, as a reader wants it."""
    return _Builder(line, session, sheaf, now).reading()


@dataclass
class _Builder:
    line: SessionLine
    session: Session
    sheaf: Sheaf
    now: datetime
    replies: Counter[str] = field(init=False)
    reposts: Counter[str] = field(init=False)
    below: defaultdict[str, list[FiledPost]] = field(init=False)
    answers: defaultdict[int | None, list[FiledPost]] = field(init=False)
    hung: set[str] = field(default_factory=set)
    moderators: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        posts = self.session.posts
        self.replies = Counter(filed.post.reply_to for filed in posts if filed.post.reply_to)
        self.reposts = Counter(
            filed.post.repost_of for filed in posts if filed.role is Role.REPOST and filed.post.repost_of
        )
        self.below, self.answers = defaultdict(list), defaultdict(list)
        for filed in posts:
            if filed.role is Role.ANSWER:
                self.answers[filed.question].append(filed)
            if filed.post.reply_to and filed.role in (Role.CHATTER, Role.ANSWER):
                self.below[filed.post.reply_to].append(filed)

    def reading(self) -> SessionReading:
        posts = self.session.posts
        questions = self._running([self._question(*each) for each in sorted(self.session.questions().items())])
        return SessionReading(
            line=self.line,
            questions=questions,
            around=tuple(self._said(f) for f in posts if f.role in (Role.ANNOUNCEMENT, Role.WRAPUP)),
            chatter=tuple(self._said(f) for f in posts if f.role is Role.CHATTER and f.post.id not in self.hung),
            moderators=tuple(dict.fromkeys(f.post.author for f in posts if self._is_moderator(f))),
            posts=len(posts),
            has_wrapped=self._has_wrapped,
            notices=self.sheaf.notices,
        )

    @property
    def _has_wrapped(self) -> bool:
        return any(filed.role is Role.WRAPUP for filed in self.session.posts)

    def _running(self, questions: Sequence[Question]) -> tuple[Question, ...]:
        """The question asked last is running, while the session is on."""
        window = self.line.window
        if not questions or self._has_wrapped or not window.starts_at <= self.now < window.ends_at:
            return tuple(questions)
        latest = max(questions, key=lambda one: one.asked.posted_at if one.asked else window.starts_at)
        return tuple(replace(one, is_running=one is latest) for one in questions)

    def _question(self, number: int, asked: Sequence[FiledPost]) -> Question:
        answers = self.answers[number]
        why = {one.post: one.why for one in most_telling(answers, self.replies, self.reposts, self.sheaf.liked)}
        of_it = {filed.post.id for filed in answers}
        said = {filed.post.id: self._said(filed, why.get(filed.post.id, "")) for filed in answers}
        heads = [filed for filed in answers if filed.post.reply_to not in of_it]
        thread: list[Said] = []
        for head in heads:
            if head.post.id not in self.below and head.post.id not in self.hung:  # nearly all
                self.hung.add(head.post.id)
                thread.append(said[head.post.id])
            else:
                thread += self._hang(head, number, said)
        if not of_it <= self.hung:  # two answer each other, and neither is a head
            for answer in answers:
                thread += self._hang(answer, number, said)
        return Question(number, self._said(asked[0]), tuple(said.values()), thread=tuple(thread))

    def _hang(self, head: FiledPost, number: int, said: Mapping[str, Said]) -> Iterator[Said]:
        """A post and, deeper, what was said back to it; an answer to another question is not torn from its own."""
        waiting = [(head, 0)]
        while waiting:
            filed, depth = waiting.pop()
            if filed.post.id in self.hung:
                continue
            self.hung.add(filed.post.id)
            own = said.get(filed.post.id) or self._said(filed)
            if depth == 0 and filed.role is Role.ANSWER:
                yield own
            else:
                yield self._held(replace(own, depth=min(depth, DEEPEST), is_answer=filed.role is Role.ANSWER))
            waiting += [
                (reply, depth + 1)
                for reply in reversed(self.below.get(filed.post.id, ()))
                if reply.role is Role.CHATTER or reply.question == number
            ]

    def _said(self, filed: FiledPost, why: str = "") -> Said:
        post, key = self.sheaf.posts[filed.post.id], filed.post.id
        row, known = self.sheaf.rows[post.item], self.sheaf.before.get((post.item, 0))
        told = self._is_moderator(filed), self.reposts.get(key, 0), why, self.replies.get(key, 0)
        is_same = known is not None and known.row is row and known.is_answer
        if is_same and known and told == (known.is_moderator, known.reposts, known.why, known.replies):
            return known  # nearly always: then nothing is made
        is_moderator, reposts, why, replies = told
        made = Said(
            item=post.item,
            row=row,
            author=filed.post.author,
            posted_at=filed.post.posted_at,
            text=filed.post.text,
            is_moderator=is_moderator,
            reposts=reposts,
            link=post.link,
            why=why,
            replies=replies,
        )
        return self._held(made)

    def _is_moderator(self, filed: FiledPost) -> bool:
        author = filed.post.author
        if author not in self.moderators:
            self.moderators[author] = handle(author) in self.session.moderators
        return self.moderators[author]

    def _held(self, made: Said) -> Said:
        """The same as before where it is the same."""
        known = self.sheaf.before.get((made.item, made.depth))
        if known == made:
            return known
        self.sheaf.before[made.item, made.depth] = made
        return made
