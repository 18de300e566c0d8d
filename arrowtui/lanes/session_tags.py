"""Hashtags that belong to chats, told by the posts of one batch: numbered questions carry them, hosts announce them."""

from collections import Counter
from collections.abc import Iterable

from arrowtui.lanes.marks import LABEL, hashtags, label_of, names_chat

COMMON = frozenset({"journorequest", "prrequest", "callout", "ama", "edchat", "tips"})
STRONG = 3
"""One numbered question, or two answers, or a name that ends in chat seen three times."""


def session_tags(texts: Iterable[str]) -> frozenset[str]:
    """The hashtags (folded, no sign) under which the texts hold a chat: several labelled posts, or a named chat."""
    weights: Counter[str] = Counter()
    for text in texts:
        tags = hashtags(text) - COMMON
        label = label_of(text) if tags and LABEL.match(text) else None
        for tag in tags:
            if label:
                weights[tag] += 3 if label == "question" else 2
            elif names_chat(tag):
                weights[tag] += 1
    return frozenset(tag for tag, weight in weights.items() if weight >= STRONG)
