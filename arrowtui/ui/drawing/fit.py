"""Text cut or padded to a number of terminal cells; wide characters are never halved.

Terminals disagree on how wide joined emoji, skin tones, flags and emoji forms of plain signs are, and one cell of
disagreement shifts all that stands right of it. `steady` leaves only characters of which nobody is in doubt.
"""

import re

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"
SEP = " · "
FLAG_A = 0x1F1E6
_DOUBTFUL = re.compile("\u200d.?\ufe0f?|[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]+")

__all__ = ["ELLIPSIS", "cell_len", "clipped", "cut", "fit", "steady", "whole_parts"]


def steady(text: str) -> str:
    """The text with every emoji as its first, plain part (a nurse is a woman, a flag its two letters)."""
    if text.isascii():
        return text
    plain = _DOUBTFUL.sub("", text)
    return _FLAG.sub(lambda flags: "".join(chr(ord(sign) - FLAG_A + ord("A")) for sign in flags[0]), plain)


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` in at most `width` cells; where something is left out it ends with the ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    return set_cell_size(text, room).rstrip() + ellipsis if room > 0 else set_cell_size(ellipsis, width)


def clipped(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """A sentence in at most `width` cells, cut after a whole word unless that would lose more than a third of them."""
    short = cut(text, width, ellipsis)
    if short == text:
        return text
    words = short.removesuffix(ellipsis)
    whole = words if text[len(words) : len(words) + 1].isspace() else words.rpartition(" ")[0]
    return whole.rstrip(" ,;:·–") + ellipsis if cell_len(whole) * 3 > width * 2 else short


def whole_parts(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """As many of the parts between " · " as have room, the last left out first; the first one is rather cut."""
    while cell_len(text) > width and SEP in text:
        text = text.rpartition(SEP)[0]
    return cut(text, width, ellipsis)


def fit(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` in exactly `width` cells, cut with the ellipsis or padded with blanks."""
    return set_cell_size(cut(text, width, ellipsis), max(width, 0))
