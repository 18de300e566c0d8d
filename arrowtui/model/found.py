"""What lies at an address a person typed."""

from dataclasses import dataclass

from arrowtui.model.subscription import Wish


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that answers: `openings` are the clean titles of its first items, `is_known` that she has it already."""

    wish: Wish
    title: str
    openings: tuple[str, ...] = ()
    is_known: bool = False
    is_comments: bool = False
