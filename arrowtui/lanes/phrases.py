"""A small language for phrases, and a lexicon that finds thousands of them in one pass over the words of a text.

A phrase is words between blanks. `a|b` is a choice, `stem*` any word so beginning (four letters at least), `_` any one
word, `..` up to three words, `word?` may be missing, `#tag` a word right behind a hash sign, `:` or `?` that sign.
Phrases are looked up by their first word, so the time taken hardly grows with their number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

WORD = re.compile(r"[^\W_]+")
STEM = 4
"""Letters by which a stem is looked up."""

_BREAKS = {code: " " for code in range(128) if not chr(code).isalnum()}
SHORT = 3
"""Letters of words that stand inside many others."""

GAP = r"[\s'\"“”„«»*_,()/&:+–-]{1,3}"
"""What may stand between two words of a phrase: blanks, quotes and light punctuation, never the end of a sentence."""


def words_of(text: str) -> list[str]:
    """The words of a text, in order, as `WORD` finds them."""
    return text.translate(_BREAKS).split() if text.isascii() else WORD.findall(text)


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
        yield f"{part[:STEM]}*" if part.endswith("*") and found.end() >= STEM else found.group()


Rows = tuple[tuple[str, str], ...]
"""Rows of a table as (name, phrases): the phrases that begin with one and the same word, between semicolons."""


class Lexicon(Struct, frozen=True):
    """A table of (name, phrases), sorted by how little of a text must be looked at to rule a phrase out.

    `alone`: names of the rows for which a word is enough. `pairs`: rows by the first two words of their phrases.
    `words` and `stems`: rows by their first word, or its first letters, where anything may follow.
    """

    alone: dict[str, tuple[str, ...]]
    pairs: dict[tuple[str, str], Rows]
    words: dict[str, Rows]
    stems: dict[str, Rows]

    def find(self, text: str, tokens: Sequence[str]) -> tuple[set[str], set[str]]:
        """The names of the rows a lower-case text has a phrase of, and of those it has several of.

        `tokens` are the words of the text in order, as `WORD` finds them.
        """
        once: set[str] = set()
        again: set[str] = set()
        words = set(tokens)
        for word in self.alone.keys() & words:
            is_repeated = tokens.count(word) > 1
            for name in self.alone[word]:
                (again if is_repeated or name in once else once).add(name)
        for word, rows in self._asked(words, tokens).items():
            _search(text, word, rows, once, again)
        once |= again
        return once, again

    def _asked(self, words: set[str], tokens: Sequence[str]) -> dict[str, Rows]:
        """The rows worth searching for, by the word they begin with; each once."""
        asked = {word: self.words[word] for word in self.words.keys() & words}
        pairs, stems = self.pairs, self.stems
        for pair in filter(pairs.__contains__, pairwise(tokens)):
            word, rows = pair[0], pairs[pair]
            known: Rows | None = asked.get(word)
            asked[word] = rows if known is None else (*known, *[row for row in rows if row not in known])
        for word in words:
            if more := stems.get(word[:STEM]):
                asked[word] = (*asked.get(word, ()), *more)
        return asked


def _search(text: str, word: str, rows: Iterable[tuple[str, str]], once: set[str], again: set[str]) -> None:
    """Look for phrases wherever their first word stands."""
    for start in _places(text, word):
        for name, phrases in rows:
            if name not in again and _compiled(phrases).match(text, start):
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
    """Build a lexicon from rows of (name, phrases); phrases stand on lines of their own or between semicolons."""
    by_head: dict[str, dict[str, list[str]]] = {}
    for name, phrases in table:
        for phrase in re.split(r"[;\n]", phrases):
            if phrase := phrase.strip():
                for head in heads(phrase):
                    by_head.setdefault(head, {}).setdefault(name, []).append(phrase)
    made = Lexicon({}, {}, {}, {})
    for head, rows in by_head.items():
        for name, parts in rows.items():
            _sort_in(made, head, name, parts)
    return made


def _sort_in(made: Lexicon, head: str, name: str, phrases: list[str]) -> None:
    row = (name, ";".join(phrases))
    if head.endswith("*"):
        made.stems[head[:-1]] = (*made.stems.get(head[:-1], ()), row)
    elif any(head in phrase.split("|") and phrase[0] != "#" and " " not in phrase for phrase in phrases):
        made.alone[head] = (*made.alone.get(head, ()), name)
    else:
        seconds = [_seconds(phrase, head) for phrase in phrases]
        if all(seconds):
            for second in set().union(*seconds):
                made.pairs[head, second] = (*made.pairs.get((head, second), ()), row)
        else:
            made.words[head] = (*made.words.get(head, ()), row)


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
def _compiled(phrases: str) -> re.Pattern[str]:
    """Compiled when first met: most first words are never met in one run, and a start must be quick."""
    return re.compile("|".join(pattern(phrase) for phrase in phrases.split(";")))
