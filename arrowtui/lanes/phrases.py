"""A small language for phrases, and a lexicon that finds thousands of them in one pass over the words of a text.

A phrase is words between blanks. `a|b` is a choice, `stem*` any word so beginning (four letters at least), `_` any one
word, `..` up to three words, `word?` may be missing, `#tag` a word right behind a hash sign, `:` or `?` that sign.
Phrases are looked up by their first word, so the time taken hardly grows with their number.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
STEM = 4
"""Letters by which a stem is looked up."""

GAP = r"[\s'\"“”„«»*_,()/&:+–-]{1,3}"
"""What may stand between two words of a phrase: blanks, quotes and light punctuation, never the end of a sentence."""


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: which row of the table it belongs to, and where."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rows of (name, phrases) by first word, or by the first letters of a stem."""

    words: Mapping[str, tuple[tuple[str, str], ...]]
    stems: Mapping[str, tuple[tuple[str, str], ...]]

    def find(self, text: str) -> list[Hit]:
        """Every phrase in a lower-case text, in order of place; one hit per row and first word."""
        found: list[Hit] = []
        words, stems = self.words, self.stems
        length = len(text)
        for word in set(WORD.findall(text)):
            rows = words.get(word, ()) + stems.get(word[:STEM], ())
            if not rows:
                continue
            start, size = text.find(word), len(word)
            while start >= 0:
                end = start + size
                if not (start and text[start - 1].isalnum()) and not (end < length and text[end].isalnum()):
                    for name, phrases in rows:
                        if hit := _compiled(phrases).match(text, start):
                            found.append(Hit(name, start, hit.end()))
                start = text.find(word, end)
        found.sort(key=_place)
        return found


def _place(hit: Hit) -> tuple[int, str]:
    return hit.start, hit.name


def lexicon(table: Iterable[tuple[str, str]]) -> Lexicon:
    """Build a lexicon from rows of (name, phrases); phrases stand on lines of their own or between semicolons."""
    by_head: dict[str, dict[str, list[str]]] = {}
    for name, phrases in table:
        for phrase in re.split(r"[;\n]", phrases):
            if phrase := phrase.strip():
                for head in heads(phrase):
                    by_head.setdefault(head, {}).setdefault(name, []).append(phrase)
    made = {head: tuple((name, ";".join(parts)) for name, parts in rows.items()) for head, rows in by_head.items()}
    return Lexicon(
        {head: rows for head, rows in made.items() if not head.endswith("*")},
        {head[:-1]: rows for head, rows in made.items() if head.endswith("*")},
    )


@lru_cache(maxsize=8192)
def _compiled(phrases: str) -> re.Pattern[str]:
    """Compiled when first met: most first words are never met in one run, and a start must be quick."""
    return re.compile("|".join(pattern(phrase) for phrase in phrases.split(";")))
