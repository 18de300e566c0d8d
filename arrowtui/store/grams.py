"""Words of scripts that are written without blanks.

The full-text index finds words between blanks. Chinese, Japanese, Korean, Thai and their like have none, so each run of
such letters is also kept as its overlapping pairs: 東京都 becomes 東京 京都 都. A search for 東京 is then a search for
one pair, a longer one for neighbouring pairs, and a single letter for pairs that begin with it.
"""

import re
import sys
from array import array
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
UTF_32 = f"utf-32-{sys.byteorder[0]}e"
OTHER = "\0"
ACROSS = re.compile(r" \n.", re.DOTALL)


class _Patterns(NamedTuple):
    run: re.Pattern[str]
    mixed: re.Pattern[str]
    other: re.Pattern[str]
    piece: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when the first such letter comes: start-up time."""
    return _Patterns(
        re.compile(f"[{UNSPACED}]"),
        re.compile(rf"[^\W{UNSPACED}]*+[{UNSPACED}][\w{UNSPACED}]*"),
        re.compile(rf"[^{UNSPACED}\n]+"),
        re.compile(rf"(?P<run>[{UNSPACED}]+)|[^{UNSPACED}]+"),
    )


def grams(*texts: str | None) -> str | None:
    """All pairs of all runs, with blanks between, in order; None when no text has such letters.

    Words of other scripts that touch a run (the iPhone in iPhone発売) are given too: the index takes both for one word.
    """
    if not may_be_unspaced(*texts):
        return None
    text = "\n".join(filter(None, texts))
    return _grams(text) or None if _patterns().run.search(text) else None


def _grams(text: str) -> str:
    """The same for one text: its runs on a line each, and a mark on a line for each word of another script."""
    words = "\n".join(_patterns().mixed.findall(text))
    others = _patterns().other.findall(words)
    if not others:
        return _in_pairs(words)
    found = [""] * (2 * len(others) + 1)
    found[::2] = _in_pairs(_patterns().other.sub(f"\n{OTHER}\n", words).strip()).split(OTHER)
    found[1::2] = others
    return "".join(found)


def _in_pairs(lines: str) -> str:
    """`pairs` of every line, with blanks between. All at once, for a page in Japanese holds a thousand: each letter is
    put beside the next, then the pairs across the end of a line are made what they are meant to be."""
    letters = array("I", f"{lines}\n".encode(UTF_32))
    found = array("I", [ord(" ")]) * (3 * len(lines))
    found[0::3] = letters[:-1]
    found[1::3] = letters[1:]
    return ACROSS.sub("", found.tobytes().decode(UTF_32)).replace("\n", "").rstrip()


def may_be_unspaced(*texts: str | None) -> bool:
    """Whether texts may hold such letters: false for most that hold accents and curly quotes, for a tenth of the price
    of looking closely. In UTF-8 none of these letters begins with another byte than these."""
    data = b"".join([text.encode("utf-8", "surrogatepass") for text in texts if text])
    return not data.isascii() and bool(data.translate(None, NO_BEGINNINGS))


def pieces(word: str) -> Iterator[tuple[bool, str]]:
    """The parts of a word in their order, and of each whether it is a run of such letters."""
    for piece in _patterns().piece.finditer(word):
        yield piece["run"] is not None, piece[0]


def pairs(run: str) -> list[str]:
    """The overlapping pairs of one run, its last letter alone at the end."""
    return [run[at : at + 2] for at in range(len(run))]
