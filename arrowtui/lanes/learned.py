"""What the person taught by moving items: counts of what moved items had in common, as an immutable value.

A move counts once for the item's author, its source, its hashtags and the telling words of its title. Later items that
share them lean towards the lane they were moved to, and say so. Keeping the counts is the store's work; these are pure.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from arrowtui.lanes.marks import hashtags
from arrowtui.lanes.phrases import WORD
from arrowtui.model.lane import Lane

LANES = tuple(Lane)
TELLING_LETTERS = 5
TELLING_WORDS = 12
LOUDEST = 4
PULL = 1.4


@dataclass(frozen=True, slots=True)
class Learned:
    """How many moves to each lane (in the order of `Lane`) each trait was seen in."""

    counts: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Leaning:
    """What earlier moves say about an item: how far each lane is pulled, and how many moves were most alike."""

    pulls: tuple[float, ...]
    lane: Lane
    moves: int


def traits(whole: str, author: str, source: str) -> Iterator[str]:
    """What an item may have in common with others: its author, source, hashtags and the words of its first line."""
    if author:
        yield f"author:{author.casefold()}"
    if source:
        yield f"source:{source.casefold()}"
    for tag in sorted(hashtags(whole)):
        yield f"tag:{tag}"
    words = dict.fromkeys(word for word in WORD.findall(whole[:160].lower()) if len(word) >= TELLING_LETTERS)
    for word in list(words)[:TELLING_WORDS]:
        yield f"word:{word}"


def _changed(learned: Learned, found: Iterator[str], lane: Lane, by: int) -> Learned:
    counts = dict(learned.counts)
    at = LANES.index(lane)
    for trait in found:
        row = list(counts.get(trait, (0,) * len(LANES)))
        row[at] = max(0, row[at] + by)
        counts[trait] = tuple(row)
        if not any(row):
            del counts[trait]
    return Learned(MappingProxyType(counts))


def learn(learned: Learned, found: Iterator[str], lane: Lane) -> Learned:
    """The counts after one more move of an item with these traits to `lane`."""
    return _changed(learned, found, lane, 1)


def forget(learned: Learned, found: Iterator[str], lane: Lane) -> Learned:
    """The counts without one move: the opposite of `learn`, for an undone move."""
    return _changed(learned, found, lane, -1)


def leaning(learned: Learned, found: Iterator[str]) -> Leaning | None:
    """What earlier moves say about an item with these traits; None when nothing like it was ever moved."""
    rows = [row for trait in found if (row := learned.counts.get(trait))]
    if not rows:
        return None
    rows.sort(key=lambda row: (-max(row), sum(row)))
    pulls = [0.0] * len(LANES)
    for row in rows[:LOUDEST]:
        total = sum(row)
        for at, moves in enumerate(row):
            pulls[at] += PULL * math.log((moves + 0.25) / (total + 1.0) * 4) * total / (total + 1.5)
    best = max(range(len(LANES)), key=lambda at: pulls[at])
    return Leaning(tuple(pulls), LANES[best], max(row[best] for row in rows))
