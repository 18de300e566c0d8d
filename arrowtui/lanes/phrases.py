"""A small language for phrases, and a lexicon that finds thousands of them in one pass over the words of a text.

A phrase is words between blanks. `a|b` is a choice, `stem*` any word so beginning (four letters at least), `_` any one
word, `..` up to three words, `word?` may be missing, `#tag` a word right behind a hash sign, `:` or `?` that sign.
Phrases are looked up by their first word, so the time taken hardly grows with their number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress

from msgspec import Struct

from arrowtui.lanes.wording import STEM, Wording
from arrowtui.lanes.words import WORD

LEAST = 4
"""Letters a stem has at least."""

SHORT = 3
"""Letters of words that stand inside many others."""

GAP = r"[\s'\"«»*_,()/&:+-]{1,3}"
"""What may stand between two words of a phrase: blanks, quotes and light punctuation, never the end of a sentence.

Signs beyond Latin 1 would double the time patterns take to be compiled: those of `_RARE` are made a plain quote before.
"""
_RARE = "“”„–"


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


Row = tuple[str, str]
"""A phrase behind the name of its row."""


class Phrase(Struct, eq=False):
    """A phrase of the row `name`. Where it `needs` words beside its first, a text that holds it has one of them.

    What it looks like is compiled when it is first looked for: few are in one run, and a start must be quick.
    """

    name: str
    spelling: str
    needs: frozenset[str]
    form: re.Pattern[str] | None = None

    def begins_at(self, start: int, text: str) -> bool:
        """Whether it stands at this place of a lower-case text."""
        if self.form is None:
            self.form = re.compile(pattern(self.spelling))
        return self.form.match(text, start) is not None


class Head(Struct, frozen=True):
    """What a table holds under a word with which phrases begin.

    `alone`: names of the rows for which the word is enough. `anyhow`: phrases where anything may follow.
    `seconds`: the others by the word that must follow.
    """

    alone: tuple[str, ...]
    anyhow: Sequence[Phrase]
    seconds: Mapping[str, Sequence[Phrase]]


class Lexicon(Struct, frozen=True):
    """The phrases of a table by the word they begin with, or the first letters of its stem.

    `long` are the stems of `STEM` letters, `short` those of fewer. What words look like that were met is kept.
    """

    words: dict[str, Head | Sequence[Row]]
    stems: Mapping[str, Sequence[Row]]
    long: frozenset[str]
    short: Sequence[str]

    def find(self, wording: Wording) -> tuple[set[str], set[str]]:
        """The names of the rows a text has a phrase of, and of those it has several of."""
        once: set[str] = set()
        again: set[str] = set()
        asked: dict[str, set[Phrase]] = {}
        words, known = wording.words, wording.known
        if met := self.words.keys() & known:
            in_pairs = zip(words, (*words[1:], ""), strict=False)
            for word, after in compress(in_pairs, map(met.__contains__, words)):
                head = self.words[word]
                if not isinstance(head, Head):
                    head = self.words[word] = _head(word, head)
                for name in head.alone:
                    (again if name in once else once).add(name)
                if head.anyhow or after in head.seconds:
                    asked.setdefault(word, set()).update(head.anyhow, head.seconds.get(after, ()))
        self._ask_stems(wording, asked)
        if asked:
            plain = _plain(wording.lower)
            for word, phrases in asked.items():
                if likely := [phrase for phrase in phrases if not phrase.needs or not known.isdisjoint(phrase.needs)]:
                    _search(plain, word, likely, once, again)
        once |= again
        return once, again

    def _ask_stems(self, wording: Wording, asked: dict[str, set[Phrase]]) -> None:
        met = [stem for stem in self.short if stem in wording.lower]
        met.extend(self.long & wording.stems)
        for stem in met:
            for word in wording.words:
                if word.startswith(stem):
                    asked.setdefault(word, set()).update([_phrase(*row) for row in self.stems[stem]])


def _plain(text: str) -> str:
    """The text with the rare signs that may stand between words made plain quotes."""
    if not text.isascii():
        for sign in _RARE:
            text = text.replace(sign, '"')
    return text


def _search(text: str, word: str, phrases: Sequence[Phrase], once: set[str], again: set[str]) -> None:
    """Look for phrases wherever their first word stands; a row counts once a place."""
    for start in _places(text, word):
        for name in {phrase.name for phrase in phrases if phrase.begins_at(start, text)}:
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
    by_word: dict[str, list[Row]] = {}
    stems: dict[str, list[Row]] = {}
    for name, phrases in table:
        for phrase in filter(None, map(str.strip, phrases.replace("\n", ";").split(";"))):
            for head in set(heads(phrase)):
                if head[-1] == "*":
                    stems.setdefault(head[:-1], []).append((name, phrase))
                else:
                    by_word.setdefault(head, []).append((name, phrase))
    short = [stem for stem in stems if len(stem) < STEM]
    return Lexicon({**by_word}, stems, frozenset(stems).difference(short), short)


def _head(head: str, rows: Iterable[Row]) -> Head:
    """Sort the phrases that begin with a word by what must follow it."""
    alone = dict.fromkeys(name for name, spelling in rows if _is_enough(spelling, head))
    anyhow: list[Phrase] = []
    seconds: dict[str, list[Phrase]] = {}
    for name, spelling in rows:
        if name not in alone:
            following = _seconds(spelling, head)
            for second in following:
                seconds.setdefault(second, []).append(_phrase(name, spelling))
            if not following:
                anyhow.append(_phrase(name, spelling))
    return Head(tuple(alone), anyhow, seconds)


@cache
def _phrase(name: str, spelling: str) -> Phrase:
    return Phrase(name, spelling, _needs(spelling))


def _is_enough(phrase: str, head: str) -> bool:
    return phrase[0] != "#" and " " not in phrase and head in phrase.split("|")


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
