"""Finding a row by a few typed letters."""

from msgspec import Struct


class Match(Struct, frozen=True):
    """How well a text fits (greater is better), which of its characters did it, and whether they stand as typed."""

    score: int
    places: tuple[int, ...]
    is_whole: bool = True


def match(query: str, text: str) -> Match | None:
    """Whether `text` answers `query`: every word of it in the text, or all its letters in their order.

    Case is ignored. Words beat scattered letters, the start of a word beats its middle, and early beats late.
    """
    folded, words = text.casefold(), query.casefold().split()
    if len(folded) != len(text):  # a letter that folds into two would move the places
        folded = text.lower() if len(text.lower()) == len(text) else text
    if not words:
        return Match(0, ())
    return _by_words(words, folded) or _by_letters("".join(words), folded)


def _by_words(words: list[str], text: str) -> Match | None:
    score = 1_000
    places: list[int] = []
    for word in words:
        at = _word_start(word, text)
        is_start = at >= 0
        at = at if is_start else text.find(word)
        if at < 0:
            return None
        score += (100 if is_start else 0) - min(at, 90)
        places += range(at, at + len(word))
    return Match(score, tuple(places))


def _word_start(word: str, text: str) -> int:
    """Where a word of `text` begins with `word`; -1 nowhere."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at


def _by_letters(letters: str, text: str) -> Match | None:
    places: list[int] = []
    for letter in letters:
        at = text.find(letter, places[-1] + 1 if places else 0)
        if at < 0:
            return None
        places.append(at)
    spread = places[-1] - places[0] - len(places)
    return Match(500 - min(spread, 400), tuple(places), is_whole=False) if spread < 3 * len(letters) else None
