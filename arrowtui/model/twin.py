"""What two items are compared by when they may be the same thing met through two sources."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Twin:
    """An item as far as it is compared. `is_titled`: its title is its own, not the first words of its text."""

    title: str
    text: str
    author: str | None
    sorted_at: datetime
    is_titled: bool
