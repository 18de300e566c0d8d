"""What one post is to its session: reposts first, then by who wrote it, host or participant."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from arrowtui.lanes import chat_cues as cues
from arrowtui.lanes.chat_book import Book
from arrowtui.lanes.chat_hosts import Hosts
from arrowtui.lanes.chat_labels import BY_KEY, Label, Side, spelled
from arrowtui.lanes.chat_questions import MISNUMBERED, Questions
from arrowtui.lanes.chat_read import ASKS_AT_END, MENTION, RT, SEPARATED, TAGS, Said, bare, stems
from arrowtui.model.chat import FiledPost, Role, Series

SLIP = timedelta(minutes=10)
"""How long after an answer its author may say that it was for another question."""
FOLLOW_UP = timedelta(minutes=3)
PARTS = timedelta(minutes=15)
SLOW_MINUTES = 1440
_IN_BRACKETS = re.compile(r"\(\W*(?:\w+\W+){0,2}?[QTPFVAR]\s?\d{1,2}\W*\)\W*$", re.IGNORECASE)

_SPOKEN_OF = re.compile(r"\b(?:the|that|this|la|cette|cet|esta|esa|essa|a|die|diese|de|deze)\s$", re.IGNORECASE)
"""Right before a label: it is spoken of ("that Q3 hurts"), not answered."""
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}[.)]\s")
_NUMBERED_FIRST = re.compile(r"\W{0,3}(?:[^\W\d]{2,12}\W{1,2}){0,2}(\d{1,2})[.)]\s+(?=\S)")

Place = tuple[Role, int | None]


@dataclass(slots=True)
class Filing:
    """How the next post is filed, given all earlier ones."""

    series: Series
    hosts: Hosts
    book: Book
    _questions: Questions = field(init=False)

    def __post_init__(self) -> None:
        self._questions = Questions(self.book)

    def file(self, said: Said) -> None:
        """File the post whose page the book has open."""
        role, question = self._place(said)
        self.book.remember(said, FiledPost(said.post, role, question), is_host=self.hosts.runs(said))
        if role is Role.QUESTION and self.series.minutes >= SLOW_MINUTES:
            day = said.post.posted_at.astimezone(ZoneInfo(self.series.tz)).weekday()
            if self.book.asked_on(day) is None:
                self.book.put("day", day, question)

    def _place(self, said: Said) -> Place:
        repeated = self._repeated(said)
        if repeated is not None:
            return repeated
        if self.hosts.runs(said):
            return self._of_host(said)
        if self._questions.stands_in(said) and said.asking:
            return Role.QUESTION, said.asking.number
        return self._of_participant(said)

    def _repeated(self, said: Said) -> Place | None:
        original = self.book.filed(said.post.repost_of)
        own = RT.sub("", said.text)
        if original is not None:
            same = bare(own) == bare(spelled(original.post.text)) or not own
            typed = said.is_repost and len(said.text.split()) <= len(original.post.text.split()) + 6
            return (Role.REPOST, original.question) if same or typed else None
        if not said.is_repost:
            return None
        found = self.book.beginning(bare(own)[:60])
        return Role.REPOST, found.question if found else None

    # hosts

    def _of_host(self, said: Said) -> Place:
        number = self._questions.asks(said)
        if number is not None:
            return Role.QUESTION, number
        if MENTION.match(said.text) and not self._leading(said):
            is_goodbye = said.is_closing and self._is_ending(said) and not said.post.reply_to
            return (Role.WRAPUP if is_goodbye else Role.CHATTER), None
        first = self._leading(said)
        if (
            first is not None
            and self.book.has_asked
            and (first.side is Side.ANSWER or self._questions.answers_other(said, first))
        ):
            return Role.ANSWER, self._answered(said, first)
        if not self.book.has_asked or self._questions.corrects(said):
            is_talk = said.post.reply_to and self.book.role_of(said.post.reply_to) in (Role.CHATTER, Role.ANSWER)
            return (Role.CHATTER if is_talk else Role.ANNOUNCEMENT), None
        return self._of_host_meanwhile(said)

    def _of_host_meanwhile(self, said: Said) -> Place:
        """A host's post that puts no question and gives no labelled answer, after the first question."""
        answered = self.book.filed(said.post.reply_to or said.post.repost_of)
        if said.post.reply_to and answered and answered.role is Role.QUESTION:
            return Role.ANSWER, answered.question
        own = self._continued(said)
        if own is not None:
            return Role.ANSWER, own
        if self.book.wrapped_at is not None and cues.NEXT_TIME.match(said.tagless):
            return Role.ANNOUNCEMENT, None
        if said.is_closing and self._is_ending(said):
            return Role.WRAPUP, None
        if cues.SOON.search(said.folded) and "?" not in said.text:
            return Role.ANNOUNCEMENT, None
        if any(label.side is Side.ASK and cues.COMING.match(said.text[label.end :]) for label in said.labels):
            return Role.ANNOUNCEMENT, None
        if answered and answered.role is Role.QUESTION:
            return Role.ANSWER, answered.question
        return (Role.WRAPUP if self._is_ending(said) else Role.CHATTER), None

    # participants

    def _of_participant(self, said: Said) -> Place:
        if self._is_slip(said):
            return Role.CHATTER, None
        first = self._leading(said)
        if first is not None:
            return Role.ANSWER, self._answered(said, first)
        if self._is_promotion(said):
            return Role.SPAM, None
        own = self._continued(said)
        if own is not None:
            return Role.ANSWER, own
        target = self.book.filed(said.post.reply_to or said.post.repost_of)
        if target is not None:
            return self._in_reply(said, target)
        if self._is_chatter(said):
            closes = self.book.last_question_of(said.who) is not None and self._is_ending(said) and said.is_closing
            return (Role.WRAPUP if closes else Role.CHATTER), None
        return Role.ANSWER, self._meant(said)

    def _leading(self, said: Said) -> Label | None:
        """The label that makes a post an answer: an A-label near its head, or a Q-label as people misuse it."""
        if said.closing is not None:
            return said.closing
        for label in said.labels:
            rest = said.text[label.end :]
            if label.letter == BY_KEY and not (self.book.wording(label.number) and self.book.numbers_by_key):
                continue
            if label.side is Side.ASK and cues.COMING.match(rest) and rest.lstrip()[:1] != "=":
                continue
            if label.side is Side.ANSWER and label.start <= 90:
                return label
            if label.side is Side.ASK and label.start <= 40 and self.book.wording(label.number):
                return None if _speaks_of(said, label) else label
        return self._bare_number(said.text)

    def _bare_number(self, text: str) -> Label | None:
        """ "2. the newest one": a number alone at the head, where it is no list."""
        found = _NUMBERED.findall(text)
        first = _NUMBERED_FIRST.match(text)
        if first is None or len(found) != 1 or not self.book.wording(int(first[1])):
            return None
        return Label(Side.ANSWER, BY_KEY, int(first[1]), first.start(1), first.end())

    def _answered(self, said: Said, first: Label) -> int | None:
        """The number an answer is really for: the first label, unless its author or the moment says otherwise."""
        if first.number is None:
            return self.book.running
        for label in said.labels:
            before = said.text[: label.start].casefold()
            if label.start > first.start and label.number and cues.CORRECTING.search(before):
                return label.number
        if len(said.labels) > 1 and _IN_BRACKETS.search(said.tagless.strip()):
            return said.labels[-1].number
        if day := self._of_day(said):
            return day
        slip = self.book.misnumbered(first.number)
        if slip and timedelta() <= said.post.posted_at - slip[1] <= MISNUMBERED and first.start < 4:
            return slip[0]
        if len(said.labels) > 1 and said.labels[1].side is Side.ANSWER and said.labels[1].start < 12:
            return first.number  # "A1 & A2 together": said of both, filed with the first
        return self._by_content(said, first)

    def _by_content(self, said: Said, first: Label) -> int | None:
        """A label one behind the running question, with words of the running one and none of its own: a slip."""
        running, number = self.book.running, first.number
        if running is None or number != running - 1 or first.start > 3:
            return number
        words = cues.content_words(TAGS.sub(" ", said.text[first.end :]))
        now, before = self.book.wording(running), self.book.wording(number)
        is_slip = now and before and words & now.stems and not words & before.stems
        return running if is_slip else number

    def _is_slip(self, said: Said) -> bool:
        """ "oops that was for Q2": moves the author's last answer, and is chatter itself."""
        last = self.book.last_answer(said.who)
        if last is None or not said.labels or not cues.OWN_SLIP.search(said.folded) or len(said.text.split()) > 12:
            return False
        is_late = said.post.posted_at - last.post.posted_at > SLIP
        if said.labels[0].side is not Side.ASK or is_late or last.role is not Role.ANSWER:
            return False
        meant = FiledPost(last.post, Role.ANSWER, said.labels[-1].number)
        self.book.put("filed", last.post.id, meant)
        return True

    def _in_reply(self, said: Said, target: FiledPost) -> Place:
        words = len(said.text.split())
        if target.role is Role.QUESTION and words <= 14 and (cues.CLARIFIES.search(said.folded) or _thanks(said)):
            return Role.CHATTER, None
        if target.role is not Role.QUESTION:
            same = target.post.author == said.post.author and target.role is Role.ANSWER
            return (Role.ANSWER, target.question) if same else (Role.CHATTER, None)
        substance = not ASKS_AT_END.search(said.tagless) or len(said.text.split()) > 14
        return (Role.ANSWER, target.question) if substance else (Role.CHATTER, None)

    def _continued(self, said: Said) -> int | None:
        last = self.book.last_answer(said.who)
        if last is None or said.post.posted_at - last.post.posted_at > PARTS:
            return None
        return last.question if cues.PART.search(said.tagless.strip()) else None

    def _is_promotion(self, said: Said) -> bool:
        signs = sum(pattern.search(said.folded) is not None for pattern in cues.PROMO)
        others = set(re.findall(r"#\w+", said.folded)) - {self.series.hashtag.casefold()}
        signs += bool(others) + (len(others) >= 2)
        return signs >= (3 if self.book.has_talked(said.who) else 2) and not said.post.reply_to

    def _is_chatter(self, said: Said) -> bool:
        if not self.book.has_asked or MENTION.match(said.text):
            return True
        if said.asking and _speaks_of(said, said.asking):
            return True
        greets = cues.GREETING.search(TAGS.sub("", said.folded).strip())
        if greets or cues.ABOUT_THE_CHAT.search(said.folded) or cues.REPORTER.search(said.folded):
            return True
        if said.bare.endswith("?") or re.search(r"\?\W*$", said.tagless):
            return True
        if cues.ASKS_OTHERS.search(said.tagless) and len(said.text.split()) <= 14:
            return True
        if self.book.follow_up_at and said.post.posted_at - self.book.follow_up_at < FOLLOW_UP:
            return True
        if self.book.wrapped_at and said.post.posted_at > self.book.wrapped_at:
            return not self._of_day(said)
        return self._reacts(said)

    def _reacts(self, said: Said) -> bool:
        """Taking up somebody's words just said, with feeling and little else."""
        if not said.bare:
            return True
        running = self.book.wording(self.book.running)
        loud = cues.EMOJI.search(said.text) is not None or "!!" in said.text or said.bare.isupper()
        words = len(said.bare.split())
        if loud and words <= 9 and cues.TO_ALL.search(said.folded):
            return True
        if not (loud and words <= 8) and not (words <= 12 and cues.MINE_TOO.search(said.folded)):
            return False
        echoes = any(said.stems & stems(earlier) for earlier in self.book.recent)
        return echoes and not (running is not None and said.stems & running.stems)

    def _meant(self, said: Said) -> int | None:
        """The question an unlabelled answer is for: the one it names in words, else the running one."""
        if day := self._of_day(said):
            return day
        if cues.FIRST_ONE.search(said.text) and (first := self.book.first_asked):
            return first
        return self.book.running

    def _of_day(self, said: Said) -> int | None:
        """In a slow chat: "still on Monday's"."""
        if self.series.minutes < SLOW_MINUTES:
            return None
        zone = ZoneInfo(self.series.tz)
        day = cues.weekday_named(said.text, said.post.posted_at.astimezone(zone))
        return None if day is None else self.book.asked_on(day)

    def _is_ending(self, said: Said) -> bool:
        """In the last fifth of the window, after it, or after the first goodbye."""
        if self.book.wrapped_at is not None:
            return True
        window = self.book.window
        if window is None:
            return self.book.has_asked
        length = window.ends_at - window.starts_at
        return said.post.posted_at >= window.ends_at - length / 5


def _speaks_of(said: Said, label: Label) -> bool:
    """Whether a label only speaks of a question: "that Q3 hurts"."""
    rest = said.text[label.end :]
    return (
        _SPOKEN_OF.search(said.text[: label.start]) is not None and not SEPARATED.match(rest) and len(rest.split()) <= 6
    )


def _thanks(said: Said) -> bool:
    return len(said.text.split()) <= 10 and cues.GREETING.search(TAGS.sub("", said.folded).strip()) is not None
