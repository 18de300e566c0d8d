"""Set text: lines of pieces for a width, with no colours yet. What the reader draws, whatever it was set from."""

from dataclasses import dataclass
from enum import StrEnum

from arrowtui.ui.drawing.fit import cell_len


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


@dataclass(frozen=True, slots=True)
class Piece:
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
    """Words of one style in lines of at most `width` cells; a word that is too long is broken."""
    lines: list[str] = []
    line: list[str] = []
    filled = 0
    for word in text.split():
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
    return [*lines, " ".join(line)] if line else lines


def _broken(word: str, width: int) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and cell_len(parts[-1] + char) > max(width, 2):
            parts.append("")
        parts[-1] += char
    return parts
