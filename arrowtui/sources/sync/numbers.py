"""Numbers of items: decimal or hexadecimal, short or long, and remembered in little space.

Source: https://github.com/mihaip/google-reader-api/blob/master/wiki/ItemId.wiki and the two servers' own rules.
"""

import re
from collections.abc import Iterable

LONG = "tag:google.com,2005:reader/item/"
WORD = 1 << 64
HEX = re.compile(r"[0-9a-f]{1,16}", re.IGNORECASE)
DIGITS = re.compile(r"-?[0-9]{1,20}")
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


def number_of(said: str | int) -> int | None:
    """The number an id stands for, as 64 bits without a sign; None for what is no such id.

    The long form and whatever begins with a zero is hexadecimal, and so is what has letters; else it is decimal,
    also where it has sixteen digits (FreshRSS counts microseconds). Negative ones are the upper half.
    """
    if isinstance(said, int):
        return said % WORD if abs(said) < WORD else None
    bare = said.removeprefix(LONG)
    is_hex = bare != said or bare.startswith("0") or not DIGITS.fullmatch(bare)
    if is_hex:
        return int(bare, 16) if HEX.fullmatch(bare) else None
    return int(bare) % WORD if abs(int(bare)) < WORD else None


def long_form(number: int) -> str:
    """The form that every server takes for what it is."""
    return f"{LONG}{number:016x}"


def packed(numbers: Iterable[int]) -> str:
    """Many numbers in little space: in order, each as what it is more than the one before, to the base 36."""
    last, steps = 0, list[str]()
    for number in sorted(set(numbers)):
        steps.append(_written(number - last))
        last = number
    return " ".join(steps)


def unpacked(words: str) -> frozenset[int]:
    """The numbers again; none from what is no such text."""
    found, last = set[int](), 0
    try:
        for word in words.split():
            last += int(word, 36)
            found.add(last)
    except ValueError:
        return frozenset()
    return frozenset(found)


def _written(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = SIGNS[rest] + digits
        if not number:
            return digits
