"""What the person taught by moving items: counts of what moved items had in common, as an immutable value.

A move counts once for the item's author, its source, its hashtags and the telling words of its title. Later items that
share them lean towards the lane they were moved to, and say so. Keeping the moves is the store's work; these are pure.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct, field

from arrowtui.lanes.marks import hashtags
from arrowtui.lanes.words import WORD
from arrowtui.model.lane import Lane
from arrowtui.model.lesson import Lesson

LANES = tuple(Lane)
TELLING_LETTERS = 5
TELLING_WORDS = 12
LOUDEST = 4
PULL = 1.4
SHARES = {"author": 1.0, "tag": 0.8, "source": 0.5, "word": 0.4}
"""How much each kind of trait tells: what one author writes is more alike than what one source brings."""
LEAST = {"author": 1, "tag": 1, "source": 3, "word": 2}
"""Moves before a trait tells anything: one moved item does not move all of its source."""

Counts = Mapping[str, tuple[int, ...]]


class Learned(Struct, frozen=True):
    """How many moves to each lane (in the order of `Lane`) each trait was seen in."""

    counts: Counts = field(default_factory=dict)

    def __reduce__(self) -> "tuple[object, tuple[bytes]]":
        """Packed when it goes to another process, where the same bytes are unpacked once."""
        return _unpacked, (msgspec.msgpack.encode(dict(self.counts)),)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Learned:
    return Learned(msgspec.msgpack.decode(packed, type=dict[str, tuple[int, ...]]))


class Leaning(Struct, frozen=True):
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


def learned_from(lessons: Iterable[Lesson]) -> Learned | None:
    """The counts of these moves; None for none."""
    counts: dict[str, list[int]] = {}
    for lesson in lessons:
        for trait in lesson.traits:
            counts.setdefault(trait, [0] * len(LANES))[LANES.index(lesson.lane)] += 1
    return Learned({trait: tuple(row) for trait, row in counts.items()}) if counts else None


def leaning(learned: Learned, found: Iterable[str]) -> Leaning | None:
    """What earlier moves say about an item with these traits; None when nothing like it was ever moved."""
    rows: list[tuple[float, tuple[int, ...]]] = []
    for trait in found:
        row = learned.counts.get(trait)
        kind = trait.partition(":")[0]
        if row and sum(row) >= LEAST.get(kind, 1):
            rows.append((SHARES.get(kind, 1.0), row))
    if not rows:
        return None
    rows.sort(key=lambda one: (-one[0] * max(one[1]), sum(one[1])))
    pulls = [0.0] * len(LANES)
    for share, row in rows[:LOUDEST]:
        total = sum(row)
        for at, moves in enumerate(row):
            pulls[at] += share * PULL * math.log((moves + 0.25) / (total + 1.0) * 4) * total / (total + 1.5)
    best = max(range(len(LANES)), key=lambda at: pulls[at])
    return Leaning(tuple(pulls), LANES[best], max(row[best] for _, row in rows))
