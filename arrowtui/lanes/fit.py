"""How well a call fits a person: the words of her profile that the call asks for. Pure, and says why."""

import re
from collections.abc import Iterator, Sequence

from arrowtui.model.call import Call
from arrowtui.model.call_board import Fit, Profile

WEIGHTS = {"profession": 40, "experiences": 30, "topics": 20, "places": 15, "languages": 10}
IN_CRITERIA = 1.5
"""A word counts more where the call says who is wanted."""
REPEATED = 0.4
"""Further words of one kind add so much of the first one's weight."""
WHOLE = 100
BETWEEN = r"[\s-]{1,3}"
"""Night shift is night-shift."""


def fit_of(call: Call, text: str, profile: Profile) -> Fit:
    """The fit of a call; `text` is its title and plain text. Words match from their beginning (nurse: nurses)."""
    lower, criteria = text.casefold(), (call.criteria or "").casefold()
    score, words = 0.0, list[str]()
    for kind, weight in WEIGHTS.items():
        share = float(weight)
        for word in _found(getattr(profile, kind), lower):
            score += share * (IN_CRITERIA if _stands_in(word, criteria) else 1.0)
            share *= REPEATED
            words.append(word)
    return Fit(min(WHOLE, round(score)), tuple(dict.fromkeys(words)), tuple(_found(profile.never, lower)))


def _found(words: Sequence[str], lower: str) -> Iterator[str]:
    return (word for word in words if _stands_in(word, lower))


def _stands_in(word: str, lower: str) -> bool:
    parts = [re.escape(part) for part in re.split(r"[\s-]+", word.casefold().strip()) if part]
    return bool(parts) and re.search(rf"(?<!\w){BETWEEN.join(parts)}", lower) is not None
