"""Where what stands in a TOML file that decodes well: its tables and keys with the lines they fill.

Decoders forget lines, and both a fault without its line and an edit that moves the owner's comments are half a help.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

Path = tuple[str, ...]

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_PART = re.compile(r"""[ \t]*(?:([A-Za-z0-9_\-]+)|"((?:[^"\\]|\\.)*)"|'([^']*)')[ \t]*""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_PLAIN = re.compile(r"[^\n#,\]}]*[^\s#,\]}]")
_INSIDE = re.compile(r"[^\[\]{}\"'#]+")
_COMMENT = re.compile(r"#[^\n]*")


class Statement(Struct, frozen=True):
    """A header or a key with its value. Lines count from 0; `value` is where the value stands in the text.

    `opens` is "[" or "[[" for a header and "" for a key.
    """

    opens: str
    path: Path
    first: int
    last: int
    value: tuple[int, int] = (0, 0)


def statements(text: str) -> Iterator[Statement]:
    """Everything a decodable TOML text says, in order. Of a text that does not decode, what could be made out."""
    newlines = [match.start() for match in re.finditer("\n", text)]
    place = _after(_GAP, text, 0)
    while place < len(text):
        begin = place
        opens = "[[" if text.startswith("[[", place) else "[" if text[place] == "[" else ""
        path, place = _key(text, place + len(opens))
        value = (place, place)
        if opens:
            place += len(opens)
        elif text.startswith("=", place):
            start = _after(_BLANK, text, place + 1)
            place = _value_end(text, start)
            value = (start, place)
        place = max(place, begin + 1)
        first, last = (bisect_right(newlines, spot - 1) for spot in (begin, place - 1))
        yield Statement(opens, path, first, last, value)
        place = _after(_GAP, text, place)


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


def _key(text: str, place: int) -> tuple[Path, int]:
    """A dotted key, its quotes taken off, and where it ends."""
    parts: list[str] = []
    while found := _PART.match(text, place):
        parts.append(next(part for part in found.groups() if part is not None))
        place = found.end()
        if not text.startswith(".", place):
            break
        place += 1
    return tuple(parts), place


def _value_end(text: str, place: int) -> int:
    depth = 0
    while place < len(text):
        if found := _STRING.match(text, place):
            place = found.end()
        elif text[place] in "[{":
            depth, place = depth + 1, place + 1
        elif text[place] in "]}":
            depth, place = depth - 1, place + 1
        elif depth:
            place = max(_after(_INSIDE, text, _after(_COMMENT, text, place)), place + 1)
        else:
            return _after(_PLAIN, text, place)
        if depth <= 0:
            return place
    return place
