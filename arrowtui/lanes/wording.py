"""A text taken apart, once: what is asked of it again and again, from many sides, is found out here."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import compress
from operator import itemgetter
from string import ascii_lowercase

from msgspec import Struct

from arrowtui.lanes.words import ALPHABETS, words_of

STEM = 6
"""Letters by which words are taken for one, and stems are looked up."""
DIGIT = re.compile(r"\d")
_STEM_OF = itemgetter(slice(STEM))
_LETTERS = ALPHABETS + ascii_lowercase.encode() + b" \xc2"
"""Bytes that are no signs: the blank, small letters, other alphabets, and with them the signs of Latin 1."""
_DRAWN, _PUNCTUATION = "\xe2", b"\xe2\x80"
"""How drawn signs begin, and how those begin that lie among them but are dashes, quotation marks and the like."""


class Wording(Struct, frozen=True):
    """A text, its words, and the signs between them.

    `lower` is the text in small letters, typographic apostrophes made plain; `words` are the words of that in order.
    `known` are those of the words that mean something to us, each once, and `stems` how these begin, and behind a ^ how
    the very first of the text does. `signs` is what `signs_of` says of the text, `digits` are those of any alphabet.
    """

    text: str
    lower: str
    words: Sequence[str]
    known: frozenset[str]
    stems: Set[str]
    signs: str
    digits: Sequence[str]


def taken_apart(text: str, vocabulary: Mapping[str, object] | None = None) -> Wording:
    """The wording of a text, at most a few thousand characters. Words that begin like none in the `vocabulary` mean
    nothing: so it is with most words of most texts, and with none where no vocabulary is given."""
    lower = text.lower().replace("’", "'")
    words = words_of(lower)
    begun = list(map(_STEM_OF, words))
    if vocabulary is None:
        stems, known = set(begun), frozenset(words)
    else:
        stems = vocabulary.keys() & begun
        known = frozenset(compress(words, map(stems.__contains__, begun)))
    if begun:
        stems.add(f"^{begun[0]}")
    signs = signs_of(text)
    return Wording(text, lower, words, known, stems, signs, DIGIT.findall(signs if signs.isascii() else lower))


def stems_of(words: Iterable[str]) -> set[str]:
    """How these words begin."""
    return set(map(_STEM_OF, words))


def signs_of(text: str) -> str:
    """The ASCII signs, figures and capitals of a text, in order: a dozen where it has hundreds of characters.

    What needs one of them is looked for in no text that has none. Any other character leaves the first byte it has in
    UTF-8, as a character of Latin 1, but letters of Latin and Cyrillic and usual signs of print leave nothing: where
    all is ASCII, the text has no drawn signs, and no figures but these.
    """
    raw = text.encode("utf-8", "surrogatepass")
    signs = raw.translate(None, _LETTERS).decode("latin-1")
    if _DRAWN in signs and signs.count(_DRAWN) == raw.count(_PUNCTUATION):
        return signs.replace(_DRAWN, "")
    return signs
