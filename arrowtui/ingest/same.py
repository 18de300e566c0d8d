"""Whether two items of two sources are one thing: the same article, the same post. In doubt they are two.

Both rules want words, never a link alone: whoever passes a link on with words of her own has said something new.
"""

import re
import unicodedata
from datetime import timedelta
from hashlib import blake2b

from arrowtui.model.twin import Twin

SAME_PAGE_WITHIN = timedelta(days=30)
SAME_POST_WITHIN = timedelta(days=3)
SHORTEST_POST = 60
"""Letters and digits that two posts without a title must share from their beginning: a greeting says too little."""
SHORTEST_HEAD = 20
"""The same for a title that goes on with the name of a site in one of the two, and for a teaser from the middle."""
LONGEST = 20_000  # characters of a text that are compared

_LINK = re.compile(r"(?:https?://|www\.)\S+")
_NOT_SAID = re.compile(
    r"\b(?:article|comments?) url:?|^\s*(?:points|# comments): ?\d+\s*$|\bsubmitted by\s+/?u/\S+(?:\s+to\s+/?r/\S+)?|"
    r"\[(?:link|comments|\d+ comments?)\]|\bthe post .{1,200}? (?:appeared first on|first appeared on) .*$|"
    r"\b(?:read (?:more|on|the (?:full|whole) (?:story|article|post))|continue reading)\b.{0,80}$|"
    r"^\s*(?:comments|link|read more)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What readers and bridges write around a link: nobody's own words."""
_CUT_OFF = re.compile(r"(?:\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.|→|»))+\s*$")
_SITE = re.compile(r"\s+(?:[|·•–—»-]|::)\s+[^|·•–—»\d]{1,60}$")
_LETTERS = re.compile(r"[^\W_]+")


def is_same(one: Twin, other: Twin, one_page: bool) -> bool:
    """Whether two items are one.

    Args:
        one_page: their links lead to the same page (see `canonical`); else they are only alike in their first words.
    """
    apart = abs(one.sorted_at - other.sorted_at)
    if one_page:
        return apart <= SAME_PAGE_WITHIN and _is_one_page(one, other)
    return apart <= SAME_POST_WITHIN and _is_one_post(one, other)


def post_key(twin: Twin) -> int | None:
    """A number of 63 bits for the beginning of a post without a title of its own; None for one that says too little."""
    if twin.is_titled or twin.author is None:
        return None
    said = _plain(twin.text[: SHORTEST_POST * 12])
    if len(said) < SHORTEST_POST:
        return None
    return int.from_bytes(blake2b(said[:SHORTEST_POST].encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


def _is_one_page(one: Twin, other: Twin) -> bool:
    """The same title, and no words of its own in the one that says less."""
    if one.is_titled and other.is_titled:
        return _is_one_title(one.title, other.title) and _is_within(one, other)
    if one.is_titled or other.is_titled:
        return False
    return _is_within(one, other) and bool(_said(one.text)) and bool(_said(other.text))


def _is_one_post(one: Twin, other: Twin) -> bool:
    """Two posts without titles, by one person, one text the beginning of the other."""
    if one.is_titled or other.is_titled or not one.author or not other.author:
        return False
    if _plain(one.author) != _plain(other.author):
        return False
    shorter, longer = sorted((_said(one.text), _said(other.text)), key=len)
    return len(shorter) >= SHORTEST_POST and longer.startswith(shorter)


def _is_one_title(one: str, other: str) -> bool:
    """Alike but for case, punctuation and the name of a site behind it."""
    if _plain(one) == _plain(other) != "":
        return True
    return any(
        _plain(_SITE.sub("", long)) == _plain(short) and len(_plain(short)) >= SHORTEST_HEAD
        for long, short in ((one, other), (other, one))
    )


def _is_within(one: Twin, other: Twin) -> bool:
    """Whether everything the one that says less says stands in the other as well."""
    shorter, longer = sorted((_beyond_title(one), _beyond_title(other)), key=len)
    return not shorter or longer.startswith(shorter) or (len(shorter) >= SHORTEST_HEAD and shorter in longer)


def _beyond_title(twin: Twin) -> str:
    """What a text says; nothing where it only repeats the title."""
    said = _said(twin.text)
    return "" if twin.is_titled and said == _plain(twin.title) else said


def _said(text: str) -> str:
    """What a text says in the words of its author, plain."""
    own = _NOT_SAID.sub(" ", _LINK.sub(" ", text[:LONGEST]))
    return _plain(_CUT_OFF.sub("", own))


def _plain(text: str) -> str:
    """Letters and digits alone, folded, in one run."""
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", _LINK.sub(" ", text)).casefold()))
