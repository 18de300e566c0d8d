"""Chats nobody told us of: numbered questions that come back under one hashtag propose a series and its schedule."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from msgspec import Struct

from arrowtui.lanes.chat_labels import Side, labels, spelled
from arrowtui.lanes.chat_read import handle
from arrowtui.model.chat import ChatPost, Series
from arrowtui.model.replace import replace

FEWEST_QUESTIONS = 3
FEWEST_SESSIONS = 2
GAP = timedelta(hours=3)
"""Questions further apart than this are of different sessions."""
AROUND = timedelta(minutes=30)
"""Who says something so long before or after a meeting took part in it."""
LENGTHS = (30, 45, 60, 90, 120)
_TAG = re.compile(r"#(\w{3,})")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Proposal(Struct, frozen=True):
    """A series somebody may want to follow, and what speaks for it, in words. `sessions` are the starts of its meetings
    so far, `people` how many took part in them under the hashtag."""

    series: Series
    sessions: tuple[datetime, ...]
    reasons: tuple[str, ...]
    people: int = 0


def propose(posts: Iterable[ChatPost], zone: str = "UTC") -> tuple[Proposal, ...]:
    """The chats among these posts, best proven first. `zone` (IANA) is where a host's clock is taken to be.

    A hashtag is proposed when one account asked at least three numbered questions under it, on at least two occasions
    a week or a multiple of it apart (a month counts too).
    """
    asked: defaultdict[tuple[str, str], list[ChatPost]] = defaultdict(list)
    tagged: defaultdict[str, list[ChatPost]] = defaultdict(list)
    for post in posts:
        tags = tags_of(post.text)
        for tag in tags:
            tagged[tag].append(post)
        if tags and _asks(post):
            for tag in tags:
                asked[tag, handle(post.author)].append(post)
    found = [_proposal(tag, who, questions, zone) for (tag, who), questions in asked.items()]
    return _best(replace(one, people=_people(one, tagged[one.series.hashtag[1:]])) for one in found if one)


def tags_of(text: str) -> set[str]:
    """Its hashtags, folded, without the sign."""
    return {tag.casefold() for tag in _TAG.findall(text)}


def _best(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """One for each hashtag, and one for each hour of a host: who puts several hashtags on a question holds one chat."""
    best: dict[str, Proposal] = {}
    held: set[tuple[tuple[str, ...], tuple[datetime, ...]]] = set()
    for one in sorted(proposals, key=_standing):
        hour = one.series.moderators, one.sessions
        if one.series.hashtag not in best and hour not in held:
            best[one.series.hashtag] = one
            held.add(hour)
    return tuple(best.values())


def _standing(one: Proposal) -> tuple[int, bool, int, str]:
    """The best proven first; of the hashtags of one chat the one that is named like a chat, then the most used."""
    return -len(one.sessions), "chat" not in one.series.hashtag, -one.people, one.series.hashtag


def _people(one: Proposal, tagged: Iterable[ChatPost]) -> int:
    length = timedelta(minutes=one.series.minutes) + AROUND
    hours = [(start - AROUND, start + length) for start in one.sessions]
    inside = (post for post in tagged if any(since <= post.posted_at < until for since, until in hours))
    return len({handle(post.author) for post in inside})


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
    if weeks == 1:
        return f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]};{at}"
    # "Every second week" leaves open which one: the rule says so by its beginning (RFC 5545, section 3.8.2.4).
    return f"DTSTART:{starts[0]:%Y%m%dT%H%M%S} RRULE:FREQ=WEEKLY;INTERVAL={weeks};BYDAY={_DAYS[weekday]};{at}"
