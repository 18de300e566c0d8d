"""In which order a list stands, and where a row belongs in it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol


class Order(StrEnum):
    """The words are those of the header; `S` goes round among those a list has."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    SOURCE = "by source"
    URGENCY = "by urgency"
    FIT = "by fit"
    CHANGED = "last written first"
    TITLE = "by title"


class Placed(Protocol):
    """What the place of a row depends on: its id, greater for newer, and the place of its source among the sources."""

    @property
    def id(self) -> int: ...
    @property
    def source_place(self) -> int: ...


def rank(order: Order, row: Placed) -> tuple[int, int]:
    """Rows of a list of items stand by this, the smallest first."""
    match order:
        case Order.OLDEST:
            return 0, row.id
        case Order.SOURCE:
            return row.source_place, -row.id
        case _:
            return 0, -row.id


def next_order(order: Order, among: Sequence[Order]) -> Order:
    """The one after it, round and round; the first where it is none of them."""
    return among[(among.index(order) + 1) % len(among)] if order in among else among[0]
