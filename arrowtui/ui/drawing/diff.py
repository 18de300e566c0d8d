"""What changed between two texts, line by line."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum


class Side(Enum):
    """Where a line stands."""

    THEN = "then"
    NOW = "now"
    BOTH = "both"


NEAR = 2
"""So many unchanged lines are shown around a change."""


def changes(then: str, now: str) -> Iterator[tuple[Side, str]]:
    """The lines of both texts in order; unchanged ones far from any change are left out (one line "…" for them)."""
    old, new = then.splitlines(), now.splitlines()
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(NEAR):
        if group[0][1] > 0:
            yield Side.BOTH, "…"
        for kind, begin, end, new_begin, new_end in group:
            if kind == "equal":
                yield from ((Side.BOTH, line) for line in old[begin:end])
                continue
            yield from ((Side.THEN, line) for line in old[begin:end])
            yield from ((Side.NOW, line) for line in new[new_begin:new_end])
