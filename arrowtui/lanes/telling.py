"""Which answers tell most: for whoever joins late. Pure, and says why."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from arrowtui.model.chat import FiledPost

FEW = 3
LONG = 160
"""Characters from which an answer goes into detail."""
_LINK = re.compile(r"https?://\S+")


class Telling(Struct, frozen=True):
    """An answer that tells much, and why."""

    post: str
    why: str


def most_telling(
    answers: Sequence[FiledPost], replies: Counter[str], reposts: Counter[str], kept_authors: Collection[str] = ()
) -> tuple[Telling, ...]:
    """Up to three answers of one question, in order of time.

    By what others did with them (replies, reposts), then what they give (a link, detail), then who wrote them
    (somebody the reader kept something of before).
    """
    scored = []
    for filed in answers:
        text, post = filed.post.text, filed.post.id
        reasons = []
        score = 2.0 * replies[post] + 1.5 * reposts[post]
        if replies[post]:
            reasons.append("1 reply" if replies[post] == 1 else f"{replies[post]} replies")
        if reposts[post]:
            reasons.append("passed on" if reposts[post] == 1 else f"passed on {reposts[post]} times")
        if "://" in text and _LINK.search(text):
            score += 1.0
            reasons.append("gives a link")
        if len(text) >= LONG:
            score += 0.8
            reasons.append("goes into detail")
        if filed.post.author in kept_authors:
            score += 1.5
            reasons.append("you kept something of theirs before")
        if reasons:
            scored.append((score, filed, ", ".join(reasons)))
    best = sorted(scored, key=lambda one: (-one[0], one[1].post.posted_at, one[1].post.id))[:FEW]
    return tuple(Telling(filed.post.id, why) for _, filed, why in sorted(best, key=lambda one: one[1].post.posted_at))
