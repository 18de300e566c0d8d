"""Set text: lines of pieces for a width, with no colours yet. What the reader draws, whatever it was set from."""

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from arrowtui.ui.drawing.fit import SEP, cell_len, steady

HARD_BLANK = "\xa0"
LONGEST_GLUED = 32


class Tone(StrEnum):
    """What a piece of text is; the widget gives each tone its style and lays several over one another."""

    TITLE = "title"
    QUIET = "quiet"
    TAG = "tag"
    HEADING = "heading"
    STRONG = "strong"
    STRESS = "stress"
    STRUCK = "struck"
    MARKED = "marked"
    CODE = "code"
    LINK = "link"
    NUMBER = "number"
    QUOTE = "quote"
    PICTURE = "picture"
    BULLET = "bullet"
    RULE = "rule"
    TABLE_HEAD = "table-head"
    BAR = "bar"
    WARNING = "warning"


class Piece(Struct, frozen=True):
    """A run of text on one line. `link` is an index into the links of what was set."""

    text: str
    tones: tuple[Tone, ...] = ()
    link: int | None = None


PageLine = tuple[Piece, ...]
"""One line; the empty tuple is an empty line."""


def cells(line: PageLine) -> int:
    """How wide a line is."""
    return sum(cell_len(piece.text) for piece in line)


def wrapped(text: str, width: int) -> list[str]:
    """Words of one style in lines of at most `width` cells; a word that is too long is broken.

    Words with a hard blank between them stay together.
    """
    lines: list[str] = []
    line: list[str] = []
    filled = 0
    for word in _words(text):
        size = len(word) if word.isascii() else cell_len(word)
        if line and filled + 1 + size <= width:
            line.append(word)
            filled += 1 + size
            continue
        if line:
            lines.append(" ".join(line))
        if size > width:
            *whole, word = _broken(word, width)
            lines += whole
            size = cell_len(word)
        line, filled = [word], size
    lines += [" ".join(line)] if line else []
    return [line.replace(HARD_BLANK, " ") for line in lines] if HARD_BLANK in text else lines


def quiet_facts(facts: Iterable[str | None], width: int) -> list[PageLine]:
    """Facts with a dot between those that share a line; where a line ends or begins there is none."""
    dot = SEP.strip()
    lines = wrapped(steady(SEP.join(fact for fact in facts if fact)), width)
    bare = [line.removesuffix(f" {dot}").removeprefix(f"{dot} ") for line in lines]
    return [(Piece(line, (Tone.QUIET,)),) for line in bare if line != dot]


def _words(text: str) -> list[str]:
    """The words; `split` alone breaks at hard blanks too, which is right only where too many hang together."""
    if HARD_BLANK not in text:
        return text.split()
    glued = re.findall(rf"(?:{HARD_BLANK}|\S)+", text)
    return [word for each in glued for word in ([each] if len(each) <= LONGEST_GLUED else each.split())]


def _broken(word: str, width: int) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and cell_len(parts[-1] + char) > max(width, 2):
            parts.append("")
        parts[-1] += char
    return parts
