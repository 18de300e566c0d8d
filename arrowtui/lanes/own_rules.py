"""Rules of the person's own, applied to an item: the words of its search are matched as the index matches them.

A word is letters and digits, without accents and without regard to case; from three letters on it matches the
beginning of a word. Words in quotes stand side by side. Scripts written without blanks match anywhere in a run.
Source: https://www.sqlite.org/fts5.html, sections 3 and 4.3.1 (unicode61, remove_diacritics).
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from arrowtui.model.item import Item
from arrowtui.model.rule import Acts, Rule

PREFIX_FROM = 3
TOKEN = re.compile(r"[^\W_]+")
LETTER = re.compile(r"[^\W_]")
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+"
)


class Term(Struct, frozen=True):
    """A word or phrase of a rule; `is_wanted` False: it must not occur."""

    text: str
    is_phrase: bool
    is_wanted: bool


class Matcher(Struct, frozen=True):
    """A rule with the words of its search taken apart. Its source and kind were looked at already."""

    rule: Rule
    terms: tuple[Term, ...] = ()

    def matches(self, words: "ItemWords") -> bool:
        """Whether the rule holds for an item."""
        author = self.rule.author.casefold().removeprefix("@")
        if author and author not in words.author:
            return False
        return all(words.has(term) is term.is_wanted for term in self.terms)


class ItemWords:
    """The words of an item: title, text and author each for itself."""

    def __init__(self, item: Item) -> None:
        self._texts = (item.title, item.text, item.author or "")
        self.author = f"{item.author or ''} {item.draft.author_handle or ''}".casefold()

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        """Words with one blank between, and around: " so begins a text "; last the words that touch a run."""
        texts = [TOKEN.findall(folded(text)) for text in self._texts]
        mixed = [token for tokens in texts for token in tokens if UNSPACED.search(token)]
        touching = [piece for token in mixed for piece in UNSPACED.split(token) if piece]
        return tuple(f" {' '.join(tokens)} " for tokens in (*texts, touching))

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        """What is written without blanks."""
        return tuple(run for text in self._texts if not text.isascii() for run in UNSPACED.findall(text))

    def has(self, term: Term) -> bool:
        """Whether a term occurs: each of its runs somewhere, and its other words in one of the texts."""
        runs = UNSPACED.findall(term.text)
        words = [part.strip() for part in UNSPACED.split(term.text) if LETTER.search(part)]
        if not runs and not words:
            return False
        has_runs = all(any(run in held for held in self._runs) for run in runs)
        return has_runs and all(self._has_words(part, term.is_phrase) for part in words)

    def _has_words(self, part: str, is_phrase: bool) -> bool:
        end = " " if is_phrase or len(part) < PREFIX_FROM else ""
        sought = f" {' '.join(TOKEN.findall(folded(part)))}{end}"
        return any(sought in text for text in self._folded)


def folded(text: str) -> str:
    """A text in small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def acts_of(item: Item, matchers: Sequence[Matcher], at: datetime) -> Acts | None:
    """What the rules that hold for an item do with it; None where none does. `at`: when it arrived."""
    words = ItemWords(item)
    rules = [matcher.rule for matcher in matchers if matcher.matches(words)]
    if not rules:
        return None
    placing = next((rule for rule in rules if rule.lane is not None), None)
    deciding = next((rule for rule in rules if rule.keep or rule.dismiss), None)
    return Acts(
        names=tuple(rule.name for rule in rules),
        at=at,
        lane=placing.lane if placing else None,
        lane_by=placing.name if placing else "",
        tags=tuple(dict.fromkeys(tag for rule in rules for tag in rule.tags)),
        keep=deciding is not None and deciding.keep,
        dismiss=deciding is not None and deciding.dismiss,
        read=any(rule.read for rule in rules),
    )
