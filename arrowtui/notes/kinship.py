"""Whether a note and an item speak of the same thing, told by their words. Any language that puts blanks between words.

Long words carry the subject; they are compared by their beginnings, so that "tickets" meets "ticket". Nothing is
learned and nothing is weighed: a note belongs where two such words stand in both titles, or three in its text.
"""

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 6
MOST = 12
_COMMON = """
about after again against their there these those which while where would could should being every other things
think people really better never always before between because through during without within another first second
today tomorrow yesterday needs using makes looking answer question questions answers weekly
nicht einen einer diese dieser dieses werden wurde haben hatte können muss müssen sollte immer wieder
cette celui celle comme mais nous vous leurs avoir être faire toujours encore
sobre entre cuando donde porque desde hasta puede pueden todos todas siempre
"""
COMMON = frozenset(_COMMON.split())


def stems(text: str) -> dict[str, str]:
    """The beginnings of the words that carry a subject, each with the first word it stands for, in order."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        plain = word.casefold()
        if plain not in COMMON:
            found.setdefault(plain[:STEM], word)
    return found


def shared(item_title: str, note_title: str, note_text: str) -> tuple[str, ...]:
    """The words that make them kin, as the item writes them; () where they are not."""
    mine = stems(item_title)
    in_title = [word for stem, word in mine.items() if stem in stems(note_title)]
    if len(in_title) >= 2:
        return tuple(in_title)
    theirs = stems(f"{note_title} {note_text}")
    in_all = [word for stem, word in mine.items() if stem in theirs]
    return tuple(in_all) if len(in_all) >= 3 else ()


def sought(item_title: str) -> tuple[str, ...]:
    """What to look for in the index: so few beginnings that it is quick."""
    return tuple(stems(item_title))[:MOST]


def named(words: Iterable[str]) -> str:
    """Words for a line on the screen."""
    return ", ".join(list(words)[:3])
