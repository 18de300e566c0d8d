"""What a person types into the search, as a query the index understands. Anything typed is safe.

Words are all wanted, and match the beginnings of words from three letters on; "quoted words" stand side by side; -word
must not occur. Everything is quoted for the index, so its own syntax never comes into play.
"""

import re

from msgspec import Struct

from arrowtui.store.grams import pairs, pieces

PREFIX_FROM = 3
"""Shorter beginnings match too much to be quick without an index of their own."""

LETTERS = re.compile(r"\w", re.UNICODE)
PART = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Term(Struct, frozen=True):
    """A word or phrase; `is_wanted` False means that it must not occur."""

    text: str
    is_phrase: bool
    is_wanted: bool


def terms(typed: str) -> tuple[Term, ...]:
    """The parts of a search; those without any letter or digit are dropped."""
    found = []
    typed = typed.replace("\0", " ").encode("utf-8", "replace").decode()  # a terminal may send half a character
    for match in PART.finditer(typed):
        is_phrase = match["phrase"] is not None
        text = match["phrase"] if is_phrase else match["word"]
        if LETTERS.search(text):
            found.append(Term(" ".join(text.split()), is_phrase, not match["no"]))
    return tuple(found)


def match_query(typed: str) -> str | None:
    """The search as an FTS5 expression; None when there is nothing to look for (blank, or only -words)."""
    parts = terms(typed)
    wanted = [_expression(term) for term in parts if term.is_wanted]
    unwanted = [_expression(term) for term in parts if not term.is_wanted]
    if not wanted:
        return None
    query = " AND ".join(wanted)
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def _expression(term: Term) -> str:
    found = []
    for is_run, piece in pieces(term.text):
        if is_run:
            found.append(_unspaced(piece))
        elif LETTERS.search(piece):
            found.append(_spaced(piece.strip(), is_phrase=term.is_phrase))
    return f"({' AND '.join(found)})"


def _spaced(text: str, *, is_phrase: bool) -> str:
    prefix = "" if is_phrase or len(text) < PREFIX_FROM else " *"
    return f"{_quoted(text)}{prefix}"


def _unspaced(run: str) -> str:
    if len(run) == 1:
        return f"grams : {_quoted(run)} *"
    return f"grams : {_quoted(' '.join(pairs(run)[:-1]))}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
