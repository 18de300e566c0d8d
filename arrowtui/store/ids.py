"""Ids in display order: the millisecond an item is sorted at, and a tie-break below it."""

import sqlite3
from collections.abc import Iterable, Sequence
from zlib import crc32

import msgspec

from arrowtui.model.item import TIE_BITS

ORDER_BITS = 10
"""The low half of the tie-break keeps a source's own order among items of the same instant; the high half keeps
sources apart (many feeds give dates without hours, so midnight is crowded)."""

# The next millisecond as well: where one is full to its end, an item is moved on into that.
TAKEN = """
SELECT marks.item_id FROM json_each(:milliseconds) AS asked
JOIN marks ON marks.item_id >= asked.value << 20 AND marks.item_id < asked.value + 2 << 20
"""


def give_ids(db: sqlite3.Connection, items: Sequence[tuple[str, int]]) -> list[int]:
    """An unused id for each new item, given as its key and the millisecond it is sorted at; among equal times the
    first item of the batch gets the greatest.

    Ids of deleted items are not used again: the undo log may still speak of them.
    """
    wanted = [_wish(key, at, order) for order, (key, at) in enumerate(items)]
    taken = _taken(db, wanted)
    given = []
    # From the last to the first, so that bumped items of one instant keep their order.
    for wish in reversed(wanted):
        number = wish
        while number in taken:
            number += 1
        taken.add(number)
        given.append(number)
    return given[::-1]


def _wish(key: str, at: int, order: int) -> int:
    kind_and_host = "|".join(key.split("|", 2)[:2])
    apart = crc32(kind_and_host.encode("utf-8", "surrogatepass")) >> 32 - (TIE_BITS - ORDER_BITS)
    last = (1 << ORDER_BITS) - 1
    return at << TIE_BITS | apart << ORDER_BITS | max(0, last - order)


def _taken(db: sqlite3.Connection, wanted: Iterable[int]) -> set[int]:
    """Ids in use in the same milliseconds as the wanted ones, and in those after them."""
    milliseconds = sorted({number >> TIE_BITS for number in wanted})
    asked = {"milliseconds": msgspec.json.encode(milliseconds).decode()}
    return {number for (number,) in db.execute(TAKEN, asked)}
