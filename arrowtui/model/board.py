"""What was kept, as a board: shelves of items, those never looked at again on top."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from arrowtui.model.item import ItemRow


class Grouping(StrEnum):
    """By what the shelves are made."""

    TAG = "tag"
    SOURCE = "source"
    PROFESSION = "profession"


class Kept(Struct, frozen=True):
    """An item that was kept. `looked_at` None: never opened again after the day it was kept on."""

    row: ItemRow
    kept_at: datetime
    looked_at: datetime | None
    source_address: str = ""


class Shelf(Struct, frozen=True):
    """`title` is "" for what belongs to no shelf; `never` is how many were never looked at again."""

    title: str
    items: tuple[Kept, ...]

    @property
    def never(self) -> int:
        return sum(kept.looked_at is None for kept in self.items)
