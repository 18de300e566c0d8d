"""Who runs a session? Inferred from what people do: who asks numbered questions first, welcomes, is called host."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from arrowtui.lanes.chat_cues import OPENING
from arrowtui.lanes.chat_labels import Side, labels, spelled
from arrowtui.model.chat import ChatPost, Series

_NAMED = re.compile(
    r"(?:(?:guest|co-?)\s*hosts?|hosts?|guest|modera\w*|invitad\w*|gast\w*|anfitri\w*|animé\w* par"
    r"|with)\W+(?:\w+\W+){0,4}?@([\w.\-]+)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:(?:your|i'?m (?:the|your)) (?:guest|host|co-?host|moderator)|(?:co-?)?host \w* ?here|guest host"
    r"|be your guest|os modero|ich moderiere)\b",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"^\s*(?:\([^)]{1,12}\)\s*)?[:.)\-–—!]")


def handle(author: str) -> str:
    """A handle as it is compared: no @, no case, no server for the part before it."""
    return author.removeprefix("@").casefold()


def moderators(series: Series, posts: Sequence[ChatPost]) -> frozenset[str]:
    """Handles (as `handle` gives them) of host, co-hosts and guests."""
    named = {handle(name) for name in series.moderators}
    score: Counter[str] = Counter()
    tag = re.sub(r"\W", "", series.hashtag.casefold())
    asked: dict[int, str] = {}
    for post in posts:
        who = handle(post.author)
        text = spelled(post.text)
        first = next(iter(labels(text)), None)
        asks = first is not None and first.side is Side.ASK and first.number is not None and first.start < 25
        if asks and first is not None and not text.startswith("RT @") and _SEPARATED.match(text[first.end :]):
            # Who put a number first is asking; the same letter from others is their way of answering.
            score[who] += 2 if asked.setdefault(first.number or 0, who) == who else -1
        if OPENING.search(text.casefold()) and not asked:
            score[who] += 1
    for who in {handle(post.author) for post in posts}:
        if tag and tag in re.sub(r"\W", "", who):
            score[who] += 3
    hosts = {who for who, points in score.items() if points >= 3} | named
    return frozenset(hosts | _helpers(hosts, posts))


def _helpers(hosts: set[str], posts: Sequence[ChatPost]) -> set[str]:
    """Co-hosts and guests: named as such by a host, or saying so themselves before the first answers."""
    authors: Mapping[str, str] = {handle(post.author).split("@")[0]: handle(post.author) for post in posts}
    found: set[str] = set()
    own: defaultdict[str, int] = defaultdict(int)
    for post in posts:
        who = handle(post.author)
        own[who] += 1
        if who in hosts:
            called = (name.rstrip(".").casefold().split("@")[0] for name in _NAMED.findall(post.text))
            found |= {authors[name] for name in called if name in authors}
        elif own[who] <= 2 and _SELF.search(post.text):
            found.add(who)
    return found
