"""What the person taught by moving items to another tab."""

from msgspec import Struct

from arrowtui.model.lane import Lane


class Lesson(Struct, frozen=True):
    """One move: what the item has in common with others ("author:…", "source:…", "tag:…", "word:…"), and the tab."""

    traits: tuple[str, ...]
    lane: Lane


class TaughtTrait(Struct, frozen=True):
    """A trait, and how often items that have it were moved to each tab (in the order of `Lane`)."""

    kind: str
    words: str
    moves: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many moves it was seen in."""
        return sum(self.moves)
