"""A session rebuilt: questions in order, every answer under its question, the rest told apart.

Posts are filed in order of time whatever the order of their arrival, so the result depends on the set alone. A post
that comes last is filed in O(log n) on what stands; one from the past has those after it filed anew.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from arrowtui.lanes import chat_cues as cues
from arrowtui.lanes.chat_hosts import handle, moderators
from arrowtui.lanes.chat_labels import Label, Side, closing_label, labels, spelled
from arrowtui.lanes.schedule import window_of
from arrowtui.model.chat import ChatPost, FiledPost, Role, Series, Session, Window

SLIP = timedelta(minutes=10)
"""How long after an answer its author may say that it was for another question."""
MISNUMBERED = timedelta(minutes=3)
FOLLOW_UP = timedelta(minutes=3)
PARTS = timedelta(minutes=15)
_RT = re.compile(r"^\s*RT @[\w.\-@]+:?\s*")
_MENTION = re.compile(r"^\W*@[\w.\-@]+")
_TAGS = re.compile(r"[#@][\w.\-@]+|https?://\S+")
_IN_BRACKETS = re.compile(r"\(\W*(?:\w+\W+){0,2}?[QTPFVAR]\s?\d{1,2}\W*\)\W*$", re.IGNORECASE)
_LATE = re.compile(r"\b(?:first one|la primera|die erste|the last one|previous (?:one|question))\b", re.IGNORECASE)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ANY_DAY = re.compile(r"\b(?:today'?s|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'?s)?)\b", re.IGNORECASE)


def assemble(series: Series, posts: Iterable[ChatPost]) -> Session:
    """File every post of a session. The order in which they are given does not matter; doubles by id count once."""
    ordered = sorted({post.id: post for post in posts}.values(), key=_key)
    hosts = moderators(series, ordered)
    window = _window(series, ordered, hosts)
    filing = Filing(series, hosts, window, talkers=_talkers(ordered))
    for post in ordered:
        filing.file(post)
    return Session(series, window, hosts, tuple(filing.filed[post.id] for post in ordered))


def _key(post: ChatPost) -> tuple[datetime, str]:
    return post.posted_at, post.id


def _window(series: Series, posts: list[ChatPost], hosts: frozenset[str]) -> Window | None:
    """By the rule, around the middle host post: early promotion and late answers do not pull it away."""
    from_hosts = [post for post in posts if handle(post.author) in hosts] or posts
    return window_of(series, from_hosts[len(from_hosts) // 2].posted_at) if from_hosts else None


def _talkers(posts: list[ChatPost]) -> frozenset[str]:
    """Who takes part: labelled an answer, or answered somebody. Advertisers do neither."""
    return frozenset(
        handle(post.author)
        for post in posts
        if post.reply_to or any(label.side is Side.ANSWER and label.start < 40 for label in labels(spelled(post.text)))
    )


@dataclass(slots=True)
class Filing:
    """What is known of a session up to a moment, and how the next post is filed."""

    series: Series
    hosts: frozenset[str]
    window: Window | None
    talkers: frozenset[str] = frozenset()
    filed: dict[str, FiledPost] = field(default_factory=dict)
    asked: list[tuple[datetime, int]] = field(default_factory=list)
    wording: dict[int, str] = field(default_factory=dict)
    misnumbered: dict[int, tuple[int, datetime]] = field(default_factory=dict)
    last_of: dict[str, str] = field(default_factory=dict)
    by_words: dict[str, str] = field(default_factory=dict)
    recent: list[frozenset[str]] = field(default_factory=list)
    follow_up_at: datetime | None = None
    wrapped_at: datetime | None = None

    def file(self, post: ChatPost) -> None:
        """File one post that is later than all filed so far."""
        role, question = self._role(post, spelled(post.text).strip())
        self.filed[post.id] = FiledPost(post, role, question)
        self._remember(post, role, question)

    def _role(self, post: ChatPost, text: str) -> tuple[Role, int | None]:
        repeated = self._repeated(post, text)
        if repeated is not None:
            return Role.REPOST, repeated[1]
        if handle(post.author) in self.hosts:
            return self._of_host(post, text)
        if self._stands_in(post, text):
            number = next(label.number for label in labels(text) if label.side is Side.ASK)
            return Role.QUESTION, number
        return self._of_participant(post, text)

    # reposts

    def _repeated(self, post: ChatPost, text: str) -> tuple[str, int | None] | None:
        original = self.filed.get(post.repost_of or "")
        bare = _RT.sub("", text)
        if original is not None:
            same = _bare(bare) == _bare(spelled(original.post.text)) or not bare
            typed = _RT.match(text) and len(text.split()) <= len(original.post.text.split()) + 6
            return (original.post.id, original.question) if same or typed else None
        if not _RT.match(text):
            return None
        found = self.filed.get(self.by_words.get(_bare(bare)[:60], ""))
        return ("", found.question if found else None)

    # hosts

    def _of_host(self, post: ChatPost, text: str) -> tuple[Role, int | None]:
        number = self._asks(post, text)
        if number is not None:
            return Role.QUESTION, number
        if _MENTION.match(text) and not self._leading(text):
            closing = cues.CLOSING.search(text.casefold()) and self._is_ending(post)
            return (Role.WRAPUP if closing and not post.reply_to else Role.CHATTER), None
        first = self._leading(text)
        if first is not None and first.side is Side.ANSWER and self.asked:
            return Role.ANSWER, self._answered(post, text, first)
        if self._corrects(post, text) or not self.asked:
            if post.reply_to and self._role_of(post.reply_to) in (Role.CHATTER, Role.ANSWER):
                return Role.CHATTER, None
            return Role.ANNOUNCEMENT, None
        folded = text.casefold()
        if post.reply_to and self._role_of(post.reply_to) is Role.QUESTION:
            return Role.ANSWER, self.filed[post.reply_to].question
        if self.wrapped_at is not None and cues.NEXT_TIME.match(text):
            return Role.ANNOUNCEMENT, None
        if cues.CLOSING.search(folded) and self._is_ending(post):
            return Role.WRAPUP, None
        if any(label.side is Side.ASK and cues.COMING.match(text[label.end :]) for label in labels(text)):
            return Role.ANNOUNCEMENT, None
        if post.repost_of and self._role_of(post.repost_of) is Role.QUESTION:
            return Role.ANSWER, self.filed[post.repost_of].question
        if self.wrapped_at is not None or self._is_ending(post):
            return (Role.WRAPUP if self._is_ending(post) else Role.CHATTER), None
        return Role.CHATTER, None

    def _asks(self, post: ChatPost, text: str) -> int | None:
        """The number of the question a host's post puts, corrected where it slipped."""
        last = closing_label(text)
        if last is not None and last.side is Side.ASK and self.asked:
            return self._next_free() if last.letter == "B" or "?" in text else None
        label = next((one for one in labels(text) if one.side is Side.ASK), None)
        if label is None or label.number is None:
            return self._keycap(text)
        rest = text[label.end :]
        if cues.COMING.match(rest) or len(_bare(rest).split()) < 3:
            return None
        head = text[: label.start]
        if self._answers_first(text, label):
            return None
        if label.number in self.wording:
            return self._asked_again(post, text, label)
        separated = re.match(r"^\s*(?:\([^)]{1,14}\)\s*)?[:.)\-–—!]", rest) is not None
        at_head = len(re.findall(r"\w+", head)) <= 3
        return label.number if (separated or at_head) and ("?" in rest or separated or at_head) else None

    def _asked_again(self, post: ChatPost, text: str, label: Label) -> int | None:
        number = label.number or 0
        words, before = _stems(text), _stems(self.wording[number])
        if label.start > 8 and words & before:
            return number
        if SequenceMatcher(None, _bare(text[label.end :]), _bare(self.wording[number])[label.end :]).ratio() > 0.6:
            return number
        if label.start > 3 or post.reply_to or not re.match(r"^\s*[:.)\-–—]?\s*\w", text[label.end :]):
            return None
        slipped = self._next_free()
        self.misnumbered[number] = (slipped, post.posted_at)
        return slipped

    def _keycap(self, text: str) -> int | None:
        """A question numbered by an emoji alone: "1️⃣ What …?"."""
        match = re.match(r"^\W{0,3}(\d{1,2})[\s.:)]\s*\w[^?]{8,}\?", text)
        return int(match[1]) if match and int(match[1]) in (self._next_free(), self._next_free() - 1) else None

    def _answers_first(self, text: str, label: Label) -> bool:
        return any(one.side is Side.ANSWER and one.start < label.start for one in labels(text))

    def _corrects(self, post: ChatPost, text: str) -> bool:
        numbers = [label for label in labels(text) if label.side is Side.ASK]
        return len(numbers) >= 2 and cues.OWN_SLIP.search(text.casefold()) is not None

    def _stands_in(self, post: ChatPost, text: str) -> bool:
        """A participant takes over from a silent host: the next number, put as a question."""
        label = next((one for one in labels(text) if one.side is Side.ASK), None)
        if label is None or not self.asked or post.reply_to or label.number != self._next_free():
            return False
        return "?" in text[label.end :] and len(_bare(text[label.end :]).split()) >= 3

    # participants

    def _of_participant(self, post: ChatPost, text: str) -> tuple[Role, int | None]:
        first = self._leading(text)
        if self._is_slip(post, text):
            return Role.CHATTER, None
        target = self.filed.get(post.reply_to or post.repost_of or "")
        if first is not None:
            return Role.ANSWER, self._answered(post, text, first)
        if self._is_promotion(post, text):
            return Role.SPAM, None
        own = self._continued(post, text)
        if own is not None:
            return Role.ANSWER, own
        if target is not None:
            return self._in_reply(post, text, target)
        if self._is_chatter(post, text):
            if self._is_standing_in_close(post, text):
                return Role.WRAPUP, None
            return Role.CHATTER, None
        return Role.ANSWER, self._meant(post, text)

    def _leading(self, text: str) -> Label | None:
        """The label that makes a post an answer: an A-label near its head, or a Q-label as people misuse it."""
        last = closing_label(text)
        if last is not None:
            return last
        for label in labels(text):
            if (
                label.side is Side.ASK
                and cues.COMING.match(text[label.end :])
                and text[label.end :].lstrip()[:1] != "="
            ):
                continue
            if label.side is Side.ANSWER and label.start <= 90:
                return label
            if label.side is Side.ASK and label.number in self.wording and label.start <= 40:
                return label
        return None

    def _answered(self, post: ChatPost, text: str, first: Label) -> int | None:
        """The number an answer is really for: the first label, unless its author or the moment says otherwise."""
        if first.number is None:
            return self.asked[-1][1] if self.asked else None
        found = labels(text)
        for label in found:
            if label.start > first.start and label.number and cues.CORRECTING.search(text[: label.start].casefold()):
                return label.number
        if len(found) > 1 and _IN_BRACKETS.search(_TAGS.sub("", text).strip()):
            return found[-1].number
        if day := self._of_day(post, text):
            return day
        number = first.number
        slip = self.misnumbered.get(number)
        if slip and timedelta() <= post.posted_at - slip[1] <= MISNUMBERED and first.start < 4:
            return slip[0]
        return self._by_content(post, text, first)

    def _by_content(self, post: ChatPost, text: str, first: Label) -> int | None:
        """A label one behind the running question, with words of the running one and none of its own: a slip."""
        running, number = self._running(post), first.number
        if running is None or number != running - 1 or number not in self.wording or first.start > 3:
            return number
        words = _stems(text[first.end :])
        to_running = words & _stems(self.wording.get(running, ""))
        to_labelled = words & _stems(self.wording[number])
        return running if to_running and not to_labelled else number

    def _is_slip(self, post: ChatPost, text: str) -> bool:
        """ "oops that was for Q2": moves the author's last answer, and is chatter itself."""
        last = self.filed.get(self.last_of.get(handle(post.author), ""))
        found = labels(text)
        if last is None or not found or not cues.OWN_SLIP.search(text.casefold()) or len(text.split()) > 12:
            return False
        if found[0].side is not Side.ASK or post.posted_at - last.post.posted_at > SLIP or last.role is not Role.ANSWER:
            return False
        self.filed[last.post.id] = FiledPost(last.post, Role.ANSWER, found[-1].number)
        return True

    def _in_reply(self, post: ChatPost, text: str, target: FiledPost) -> tuple[Role, int | None]:
        if target.role is not Role.QUESTION:
            same = handle(target.post.author) == handle(post.author) and target.role is Role.ANSWER
            return (Role.ANSWER, target.question) if same else (Role.CHATTER, None)
        asks = re.search(r"\?\s*(?:like [^.]{0,20}\??)?[^\w\"'»”“]*$", _TAGS.sub("", text))
        substance = not asks or len(text.split()) > 14
        return (Role.ANSWER, target.question) if substance else (Role.CHATTER, None)

    def _continued(self, post: ChatPost, text: str) -> int | None:
        last = self.filed.get(self.last_of.get(handle(post.author), ""))
        if last is None or last.role is not Role.ANSWER or post.posted_at - last.post.posted_at > PARTS:
            return None
        return last.question if cues.PART.search(_TAGS.sub("", text).strip()) else None

    def _is_promotion(self, post: ChatPost, text: str) -> bool:
        folded = text.casefold()
        signs = sum(pattern.search(folded) is not None for pattern in cues.PROMO)
        others = set(re.findall(r"#\w+", folded)) - {self.series.hashtag.casefold()}
        signs += bool(others) + (len(others) >= 2)
        return signs >= (3 if handle(post.author) in self.talkers else 2) and not post.reply_to

    def _is_chatter(self, post: ChatPost, text: str) -> bool:
        folded, bare = text.casefold(), _bare(text)
        if not self.asked or _MENTION.match(text):
            return True
        if (
            cues.GREETING.search(_TAGS.sub("", folded).strip())
            or cues.ABOUT_THE_CHAT.search(folded)
            or cues.REPORTER.search(folded)
        ):
            return True
        if bare.endswith("?") or re.search(r"\?\W*$", _TAGS.sub("", text)):
            return True
        if self.follow_up_at and post.posted_at - self.follow_up_at < FOLLOW_UP:
            return True
        if self.wrapped_at and post.posted_at > self.wrapped_at:
            return not self._of_day(post, text)
        return self._reacts(text, bare)

    def _reacts(self, text: str, bare: str) -> bool:
        """Taking up somebody's words just said, with feeling and little else."""
        words = _stems(bare)
        echo = any(words & earlier for earlier in self.recent[-4:]) and not words & _stems(self._running_wording())
        loud = len(cues.EMOJI.findall(text)) >= 1 or "!!" in text or bare.isupper()
        short = len(bare.split())
        if not _TAGS.sub("", bare).strip():
            return True
        return (echo and ((loud and short <= 8) or (short <= 12 and "mein" in bare))) or (loud and short <= 3 and echo)

    def _is_standing_in_close(self, post: ChatPost, text: str) -> bool:
        asked_by_her = any(
            filed.role is Role.QUESTION and handle(filed.post.author) == handle(post.author)
            for filed in self.filed.values()
        )
        return asked_by_her and self._is_ending(post) and cues.CLOSING.search(text.casefold()) is not None

    def _meant(self, post: ChatPost, text: str) -> int | None:
        """The question an unlabelled answer is for: the one it names in words, else the running one."""
        if day := self._of_day(post, text):
            return day
        if _LATE.search(text) and self.asked:
            return self.asked[0][1]
        return self._running(post)

    def _of_day(self, post: ChatPost, text: str) -> int | None:
        """In a slow chat: "still on Monday's"."""
        match = _ANY_DAY.search(text)
        if match is None or self.series.minutes < 1440:
            return None
        zone = ZoneInfo(self.series.tz)
        said = match[0][:3].lower()
        if said == "tod":
            said = _DAYS[post.posted_at.astimezone(zone).weekday()]
        return next((n for at, n in self.asked if _DAYS[at.astimezone(zone).weekday()] == said), None)

    # what stands

    def _running(self, post: ChatPost) -> int | None:
        place = bisect_right(self.asked, (post.posted_at, 10**6))
        return self.asked[place - 1][1] if place else None

    def _running_wording(self) -> str:
        return self.wording.get(self.asked[-1][1], "") if self.asked else ""

    def _next_free(self) -> int:
        return max(self.wording, default=0) + 1

    def _role_of(self, post: str) -> Role | None:
        return self.filed[post].role if post in self.filed else None

    def _is_ending(self, post: ChatPost) -> bool:
        """In the last fifth of the window, after it, or after the first goodbye."""
        if self.wrapped_at is not None:
            return True
        if self.window is None:
            return bool(self.asked)
        length = self.window.ends_at - self.window.starts_at
        return post.posted_at >= self.window.ends_at - length / 5

    def _remember(self, post: ChatPost, role: Role, question: int | None) -> None:
        bare = _bare(spelled(post.text))
        self.by_words.setdefault(bare[:60], post.id)
        if role is Role.QUESTION and question is not None:
            self.wording.setdefault(question, post.text)
            insort(self.asked, (post.posted_at, question))  # asked again, it is the one being talked about again
        if role is Role.ANSWER:
            self.last_of[handle(post.author)] = post.id
            self.recent = [*self.recent[-5:], _stems(bare)]
        if role is Role.WRAPUP and self.wrapped_at is None:
            self.wrapped_at = post.posted_at
        host = handle(post.author) in self.hosts
        if host and role is Role.CHATTER and "?" in post.text and not post.reply_to:
            self.follow_up_at = post.posted_at
        elif role is Role.QUESTION:
            self.follow_up_at = None


def _bare(text: str) -> str:
    """A text without tags, mentions and links, white space folded: what two copies of it share."""
    return " ".join(_TAGS.sub(" ", text).split()).strip(" .#")


def _stems(text: str) -> frozenset[str]:
    return cues.content_words(_TAGS.sub(" ", text))
