"""A small language for phrases, and a lexicon that finds thousands of them in one pass over the words of a text.

A phrase is words between blanks. `a|b` is a choice, `stem*` any word so beginning (four letters at least), `_` any one
word, `..` up to three words, `word?` may be missing, `#tag` a word right behind a hash sign, `:` or `?` that sign.
Phrases are looked up by their first word, so the time taken hardly grows with their number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress

from msgspec import Struct, field

WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\w+")
"""The same where no _ is, quicker."""
STEM = 6
"""Letters by which words are taken for one, and stems are looked up."""
LEAST = 4
"""Letters a stem has at least."""

_BREAKS = {code: " " for code in range(128) if not chr(code).isalnum()}
SHORT = 3
"""Letters of words that stand inside many others."""

GAP = r"[\s'\"«»*_,()/&:+-]{1,3}"
"""What may stand between two words of a phrase: blanks, quotes and light punctuation, never the end of a sentence.

Signs beyond Latin 1 would double the time patterns take to be compiled: those of `_RARE` are made a plain quote before.
"""
_RARE = "“”„–"


def words_of(text: str) -> list[str]:
    """The words of a text, in order, as `WORD` finds them."""
    return text.translate(_BREAKS).split() if text.isascii() else _RUN.findall(text.replace("_", " "))


def stems_of(words: Iterable[str]) -> list[str]:
    """How these words begin, each."""
    return [word[:STEM] for word in words]


def _choice(token: str) -> str:
    parts = [f"{re.escape(part[:-1])}\\w*" if part.endswith("*") else re.escape(part) for part in token.split("|")]
    return f"(?:{'|'.join(parts)})"


def _token(token: str) -> str:
    if token == "_":
        return r"[\w'.-]+"
    if token.startswith("#"):
        return f"#{_choice(token[1:])}\\b"
    return f"{_choice(token)}(?![\\w])"


def pattern(phrase: str) -> str:
    """The regular expression of one phrase, for a lower-case text; the first word is bare."""
    first, *rest = phrase.split()
    made = f"(?<=#){_choice(first[1:])}(?!\\w)" if first.startswith("#") else _token(first)
    for token in rest:
        if token == "..":
            made += rf"(?:{GAP}[\w'.-]+){{0,3}}?"
        elif token in {":", "?", "!"}:
            made += rf"\s?\{token}"
        elif token.endswith("?"):
            made += f"(?:{GAP}{_token(token[:-1])})?"
        else:
            made += GAP + _token(token)
    return made


def heads(phrase: str) -> Iterable[str]:
    """The first words by which a phrase is looked up; stems end in `*`."""
    for part in phrase.split()[0].removeprefix("#").split("|"):
        found = WORD.match(part)
        if found is None:
            raise ValueError(f"a phrase begins with a word: {phrase!r}")
        yield f"{found.group()[:STEM]}*" if part.endswith("*") and found.end() >= LEAST else found.group()


Phrase = tuple[str, str]
"""A phrase behind the name of its row."""


class Head(Struct, frozen=True):
    """What a table holds under a word with which phrases begin.

    `alone`: names of the rows for which the word is enough. `rows`: phrases where anything may follow.
    `seconds`: the others by the word that must follow.
    """

    alone: tuple[str, ...]
    rows: Sequence[Phrase]
    seconds: Mapping[str, Sequence[Phrase]]


class Lexicon(Struct, frozen=True):
    """The phrases of a table by the word they begin with, or the first letters of its stem.

    `long` are the stems of `STEM` letters, `short` those of fewer. What words look like that were met is kept.
    """

    words: Mapping[str, Sequence[Phrase]]
    stems: Mapping[str, Sequence[Phrase]]
    long: frozenset[str]
    short: Sequence[str]
    _heads: dict[str, Head] = field(default_factory=dict)

    def find(self, text: str, words: Sequence[str], stems: Sequence[str]) -> tuple[set[str], set[str]]:
        """The names of the rows a lower-case text has a phrase of, and of those it has several of.

        Args:
            words: the words of the text in order, as `words_of` finds them.
            stems: how they begin, as `stems_of` has it.
        """
        once: set[str] = set()
        again: set[str] = set()
        asked: dict[str, set[Phrase]] = {}
        in_pairs = zip(words, (*words[1:], ""), strict=False)
        for word, after in compress(in_pairs, map(self.words.__contains__, words)):
            head = self._heads.get(word) or self._met(word)
            for name in head.alone:
                (again if name in once else once).add(name)
            if head.rows or after in head.seconds:
                asked.setdefault(word, set()).update(head.rows, head.seconds.get(after, ()))
        self._ask_stems(text, words, stems, asked)
        if asked:
            plain = _plain(text)
            for word, phrases in asked.items():
                if likely := [row for row in phrases if _may_be_in(row[1], words)]:
                    _search(plain, word, likely, once, again)
        once |= again
        return once, again

    def _met(self, word: str) -> Head:
        return self._heads.setdefault(word, _head(word, self.words[word]))

    def _ask_stems(self, text: str, words: Sequence[str], stems: Sequence[str], asked: dict[str, set[Phrase]]) -> None:
        met = [stem for stem in self.short if stem in text]
        if not self.long.isdisjoint(stems):
            met.extend(self.long.intersection(stems))
        for stem in met:
            for word in words:
                if word.startswith(stem):
                    asked.setdefault(word, set()).update(self.stems[stem])


def _plain(text: str) -> str:
    """The text with the rare signs that may stand between words made plain quotes."""
    if not text.isascii():
        for sign in _RARE:
            text = text.replace(sign, '"')
    return text


def _search(text: str, word: str, phrases: Sequence[Phrase], once: set[str], again: set[str]) -> None:
    """Look for phrases wherever their first word stands; a row counts once a place."""
    for start in _places(text, word):
        for name in {name for name, phrase in phrases if _compiled(phrase).match(text, start)}:
            (again if name in once else once).add(name)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself. Short ones are letters of many others: those a pattern sifts quicker."""
    if len(word) <= SHORT:
        for found in _alone(word).finditer(text):
            yield found.start()
        return
    length, size = len(text), len(word)
    start = text.find(word)
    while start >= 0:
        end = start + size
        if not (start and text[start - 1].isalnum()) and not (end < length and text[end].isalnum()):
            yield start
        start = text.find(word, end)


@lru_cache(maxsize=1024)
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(word)}(?<![^\W_]{re.escape(word)})(?![^\W_])")


def lexicon(table: Iterable[tuple[str, str]]) -> Lexicon:
    """Build a lexicon from rows of (name, phrases); phrases stand on lines of their own or between semicolons.

    What a word's phrases look like is found out when it is first met: few are in one run, and a start must be quick.
    """
    words: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    for name, phrases in table:
        for phrase in filter(None, map(str.strip, phrases.replace("\n", ";").split(";"))):
            for head in set(heads(phrase)):
                if head[-1] == "*":
                    stems.setdefault(head[:-1], []).append((name, phrase))
                else:
                    words.setdefault(head, []).append((name, phrase))
    short = [stem for stem in stems if len(stem) < STEM]
    return Lexicon(words, stems, frozenset(stems).difference(short), short)


def _head(head: str, phrases: Iterable[Phrase]) -> Head:
    """Sort the phrases that begin with a word by what must follow it."""
    alone = dict.fromkeys(name for name, phrase in phrases if _is_enough(phrase, head))
    rows: list[Phrase] = []
    seconds: dict[str, list[Phrase]] = {}
    for name, phrase in phrases:
        if name not in alone:
            following = _seconds(phrase, head)
            for second in following:
                seconds.setdefault(second, []).append((name, phrase))
            if not following:
                rows.append((name, phrase))
    return Head(tuple(alone), rows, seconds)


def _is_enough(phrase: str, head: str) -> bool:
    return phrase[0] != "#" and " " not in phrase and head in phrase.split("|")


def _may_be_in(phrase: str, words: Sequence[str]) -> bool:
    needs = _needs(phrase)
    return not needs or not needs.isdisjoint(words)


@lru_cache(maxsize=8192)
def _needs(phrase: str) -> frozenset[str]:
    """Words one of which every text has that holds a phrase, beside its first; none where that cannot be told.

    Of all that cannot be missing, the choices for the last.
    """
    return frozenset(next(filter(None, map(_firsts, reversed(phrase.split()[1:]))), ()))


def _seconds(phrase: str, head: str) -> set[str]:
    """The words one of which must follow the first word of a phrase; none where anything may follow."""
    first, *rest = phrase.split()
    if first.startswith("#"):
        return set()
    found: set[str] = set()
    for part in first.split("|"):
        pieces = WORD.findall(part)
        if pieces[0] != head:
            continue
        following = pieces[1:2] or _firsts(rest[0] if rest else "")
        if not following:
            return set()
        found.update(following)
    return found


def _firsts(token: str) -> list[str]:
    """The first words of a token's choices; none where it may be missing, or be another word."""
    if token in {"", "_", ".."} or token.startswith("#") or token.endswith("?"):
        return []
    parts = token.split("|")
    firsts = [WORD.match(part) for part in parts]
    if any(f"{found.group()}*" == part if found else True for part, found in zip(parts, firsts, strict=True)):
        return []
    return [found.group() for found in firsts if found]


@lru_cache(maxsize=8192)
def _compiled(phrase: str) -> re.Pattern[str]:
    """Compiled when first met: most phrases are never met in one run, and a start must be quick."""
    return re.compile(pattern(phrase))
