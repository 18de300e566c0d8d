"""What two items are compared by when they may be the same thing met through two sources."""

from datetime import datetime

from msgspec import Struct


class Twin(Struct, frozen=True):
    """An item as far as it is compared. `is_titled`: its title is its own, not the first words of its text."""

    title: str
    text: str
    author: str | None
    sorted_at: datetime
    is_titled: bool
