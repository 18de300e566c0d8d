"""Labels: what moderators and authors say a post is, and whether it may be shown."""

from collections.abc import Iterable

from arrowtui.sources.at.shapes import Author, Label, Record, SelfLabels
from arrowtui.sources.social.decoding import part

SIGNED_IN_ONLY = "!no-unauthenticated"
HIDDEN = "!hide"
WARNINGS = {
    "!warn": "moderators warn of this",
    "porn": "adult content",
    "sexual": "sexually suggestive",
    "nudity": "nudity",
    "graphic-media": "graphic pictures",
    "gore": "graphic pictures",
    "spam": "called spam by moderators",
    "misleading": "called misleading by moderators",
    "impersonation": "called an impersonation by moderators",
}


def values(labels: Iterable[Label] | None) -> frozenset[str]:
    """The words that hold; a negated label takes an earlier one back."""
    held: set[str] = set()
    for label in labels or ():
        (held.discard if label.neg else held.add)(label.val)
    return frozenset(held)


def own_values(record: Record) -> frozenset[str]:
    """What the author labels a post herself."""
    found = part(record.labels, SelfLabels)
    return values(found.values) if found else frozenset()


def is_for_members(author: Author) -> bool:
    """Whether the author wants to be read by signed-in people only."""
    return SIGNED_IN_ONLY in values(author.labels)


def warning(labels: frozenset[str]) -> str | None:
    """The content warning a post's labels amount to."""
    words = dict.fromkeys(WARNINGS[label] for label in sorted(labels) if label in WARNINGS)
    return ", ".join(words) or None
