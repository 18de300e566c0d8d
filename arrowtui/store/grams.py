"""Words of scripts that are written without blanks.

The full-text index finds words between blanks. Chinese, Japanese, Korean, Thai and their like have none, so each run of
such letters is also kept as its overlapping pairs: 東京都 becomes 東京 京都 都. A search for 東京 is then a search for
one pair, a longer one for neighbouring pairs, and a single letter for pairs that begin with it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3041-\u30ff\u31f0-\u31ff"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\u1100-\u11ff\uac00-\ud7af"  # Hangul
    "\uff66-\uff9f"  # narrow Katakana
    "\U00020000-\U0003ffff"  # rare Han
)

NO_BEGINNINGS = bytes(set(range(256)).difference((0xE0, 0xE1, *range(0xE3, 0xEE), 0xEF, 0xF0)))


class _Patterns(NamedTuple):
    run: re.Pattern[str]
    mixed: re.Pattern[str]
    piece: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when the first such letter comes: start-up time."""
    return _Patterns(
        re.compile(f"[{UNSPACED}]+"),
        re.compile(rf"[\w{UNSPACED}]*[{UNSPACED}][\w{UNSPACED}]*"),
        re.compile(rf"(?P<run>[{UNSPACED}]+)|[^{UNSPACED}]+"),
    )


def grams(*texts: str | None) -> str | None:
    """All pairs of all runs, with blanks between, in order; None when no text has such letters.

    Words of other scripts that touch a run (the iPhone in iPhone発売) are given too: the index takes both for one word.
    """
    found: list[str] = []
    for text in texts:
        if text and not text.isascii() and may_be_unspaced(text) and _patterns().run.search(text):
            for word in _patterns().mixed.findall(text):
                found += pairs(word) if _patterns().run.fullmatch(word) else _mixed(word)
    return " ".join(found) or None


def _mixed(word: str) -> list[str]:
    """What is kept of a word in which runs and words of other scripts touch."""
    return [part for is_run, piece in pieces(word) for part in (pairs(piece) if is_run else [piece])]


def may_be_unspaced(text: str) -> bool:
    """Whether a text may hold such letters: false for most that hold accents and curly quotes, for a tenth of the price
    of looking closely. In UTF-8 none of these letters begins with another byte than these."""
    return bool(text.encode("utf-8", "surrogatepass").translate(None, NO_BEGINNINGS))


def pieces(word: str) -> Iterator[tuple[bool, str]]:
    """The parts of a word in their order, and of each whether it is a run of such letters."""
    for piece in _patterns().piece.finditer(word):
        yield piece["run"] is not None, piece[0]


def pairs(run: str) -> list[str]:
    """The overlapping pairs of one run, its last letter alone at the end."""
    return [run[at : at + 2] for at in range(len(run))]
