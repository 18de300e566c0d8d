"""The date an element of a page gives. Never a guess: what can be read two ways is no date."""

import re
from datetime import datetime

from selectolax.lexbor import LexborNode

from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.pages.lines import words

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_LABEL = re.compile(
    r"^(?:(?:posted|published|updated|added|date|on|veröffentlicht|publié|publicado|el|le|am)\b[\s:]*)+", re.IGNORECASE
)
_AROUND = " \t\r\n|·•,–—-:()[]"


def date_in(node: LexborNode, day_first: bool | None) -> datetime | None:
    """What an element says of its date: its `datetime` attribute, else its words; None for anything not quite clear."""
    for name in ("datetime", "content"):
        found = read_date(node.attributes.get(name))
        if found is not None:
            return found
    return date_of(words(node), day_first)


def date_of(text: str, day_first: bool | None) -> datetime | None:
    """The date a short text names, after a label such as "Posted on" if it has one."""
    text = _LABEL.sub("", text.strip(_AROUND)).strip(_AROUND)
    numbers = _NUMBERS.search(text)
    if numbers is not None:
        first, second = int(numbers[1]), int(numbers[3])
        if first <= 12 and second <= 12 and first != second and numbers[2] != ".":
            if day_first is None:
                return None
            mark = "." if day_first else "/"
            text = text[: numbers.start()] + mark.join(numbers.group(1, 3, 4)) + text[numbers.end() :]
    return read_date(text)
