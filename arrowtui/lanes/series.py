"""Chats nobody told us of: numbered questions that come back under one hashtag propose a series and its schedule."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from arrowtui.lanes.chat_labels import Side, labels, spelled
from arrowtui.lanes.chat_read import handle
from arrowtui.model.chat import ChatPost, Series

FEWEST_QUESTIONS = 3
FEWEST_SESSIONS = 2
GAP = timedelta(hours=3)
"""Questions further apart than this are of different sessions."""
LENGTHS = (30, 45, 60, 90, 120)
_TAG = re.compile(r"#(\w{3,})")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A series somebody may want to follow, and what speaks for it, in words."""

    series: Series
    sessions: tuple[datetime, ...]
    reasons: tuple[str, ...]


def propose(posts: Iterable[ChatPost], zone: str = "UTC") -> tuple[Proposal, ...]:
    """The chats among these posts, best proven first. `zone` (IANA) is where a host's clock is taken to be.

    A hashtag is proposed when one account asked at least three numbered questions under it, on at least two occasions
    a week or a multiple of it apart (a month counts too).
    """
    asked: defaultdict[tuple[str, str], list[ChatPost]] = defaultdict(list)
    for post in posts:
        if _asks(post):
            for tag in {tag.casefold() for tag in _TAG.findall(post.text)}:
                asked[tag, handle(post.author)].append(post)
    found = [_proposal(tag, who, questions, zone) for (tag, who), questions in asked.items()]
    best: dict[str, Proposal] = {}
    for proposal in sorted(filter(None, found), key=lambda one: (-len(one.sessions), one.series.hashtag)):
        best.setdefault(proposal.series.hashtag, proposal)
    return tuple(best.values())


def _asks(post: ChatPost) -> bool:
    text = spelled(post.text)
    first = next(iter(labels(text)), None)
    return first is not None and first.side is Side.ASK and first.start < 4 and "?" in text and not post.reply_to


def _proposal(tag: str, who: str, questions: Sequence[ChatPost], zone: str) -> Proposal | None:
    sessions = [group for group in _sittings(questions) if len(_numbers(group)) >= FEWEST_QUESTIONS]
    if len(sessions) < FEWEST_SESSIONS:
        return None
    local = ZoneInfo(zone)
    starts = [_start(group[0].posted_at, local) for group in sessions]
    rule = _rule([start.astimezone(local) for start in starts])
    if rule is None:
        return None
    lasted = median(
        (group[-1].posted_at - start).total_seconds() / 60 for group, start in zip(sessions, starts, strict=True)
    )
    minutes = next((length for length in LENGTHS if lasted + 5 <= length), LENGTHS[-1])
    series = Series(f"#{tag}", rule, zone, minutes, (who,))
    most = max(len(_numbers(group)) for group in sessions)
    reasons = (f"@{who} asked up to {most} numbered questions", f"on {len(sessions)} occasions at the same hour")
    return Proposal(series, tuple(starts), reasons)


def _numbers(posts: Sequence[ChatPost]) -> set[int]:
    return {label.number for post in posts for label in labels(spelled(post.text))[:1] if label.number is not None}


def _sittings(posts: Sequence[ChatPost]) -> list[list[ChatPost]]:
    groups: list[list[ChatPost]] = []
    for post in sorted(posts, key=lambda one: one.posted_at):
        if groups and post.posted_at - groups[-1][-1].posted_at <= GAP:
            groups[-1].append(post)
        else:
            groups.append([post])
    return groups


def _start(first_question: datetime, zone: tzinfo) -> datetime:
    """The quarter of an hour at or before the first question, greetings allowed for."""
    local = first_question.astimezone(zone)
    quarter = local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0)
    return quarter.astimezone(UTC)


def _rule(starts: Sequence[datetime]) -> str | None:
    """An RFC 5545 rule that the starts (on the host's clock) keep, or None."""
    hour, kept = Counter((start.hour, start.minute) for start in starts).most_common(1)[0]
    weekday, same_day = Counter(start.weekday() for start in starts).most_common(1)[0]
    if kept < FEWEST_SESSIONS or same_day < FEWEST_SESSIONS:
        return None
    gaps = [round((later - earlier) / timedelta(days=1)) for earlier, later in pairwise(starts)]
    at = f"BYHOUR={hour[0]};BYMINUTE={hour[1]}"
    weeks = min(gaps) // 7
    nth = {(start.day - 1) // 7 + 1 for start in starts}
    if len(nth) == 1 and min(gaps) >= 28:
        return f"FREQ=MONTHLY;BYDAY={nth.pop()}{_DAYS[weekday]};{at}"
    if any(gap % 7 for gap in gaps) or weeks < 1:
        return None
    every = f"INTERVAL={weeks};" if weeks > 1 else ""
    return f"FREQ=WEEKLY;{every}BYDAY={_DAYS[weekday]};{at}"
