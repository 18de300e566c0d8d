"""A letter's text -> its queries and all that is not one. Every line goes somewhere, whatever the text and wherever it
was cut off."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from arrowtui.sources.digests.block import Query, known_labels, read_query
from arrowtui.sources.digests.profile import CATEGORY, QUERY, SUMMARY, Profile, is_rule

LOOKED_AT = 40
"""Lines below an opening in which its facts must stand."""
INDEXED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})?\s?[).]\s+(?P<title>\S.*)")
INDEX = re.compile(r"\W*(?:index|in this (?:issue|edition)|today['’]s queries)\W*", re.IGNORECASE)
FOOT = re.compile(
    r"\W*(?:(?:to |click here to )?unsubscribe\b|you(?:['’]re| are) (?:receiving|getting|subscribed)\b"
    r"|you (?:get|got|receive|received) this\b|manage (?:your )?(?:e-?mail )?(?:preferences|subscription)"
    r"|update your (?:profile|preferences)|copyright\b|©|\(c\) 20\d\d)",
    re.IGNORECASE,
)
FOOT_LINES = 12
"""A letter's foot is no longer than that."""
TRAILING = 3
"""Lines of a heading that may stand between the end of one query and the next."""
HEADING = 70


class Split(Struct, frozen=True):
    """What a letter holds. `rest` is its text without the queries and without the part of its index that names them;
    `is_cut`: the last query is not whole; `missing` are titles the index names and the letter does not hold."""

    queries: tuple[Query, ...]
    rest: str
    is_cut: bool
    missing: tuple[str, ...]


class Pieces(Struct, frozen=True):
    """The lines of a letter by what they are: places (from, to) of the queries, of text, and of rules between."""

    queries: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]
    is_closed: tuple[bool, ...]


def split(text: str, profile: Profile) -> Split | None:
    """The queries of a text; None where it holds none that this profile knows."""
    lines = text.split("\n")
    pieces = pieces_of(lines, profile)
    if not pieces.queries:
        return None
    queries = tuple(read_query(lines[begin:end], profile) for begin, end in pieces.queries)
    rest, missing = _rest(lines, pieces, queries)
    last_is_open = not queries[-1].text or (
        len(queries) > 1 and all(pieces.is_closed[:-1]) and not pieces.is_closed[-1]
    )
    return Split(queries, rest, last_is_open, missing)


def pieces_of(lines: Sequence[str], profile: Profile) -> Pieces:
    """Where queries begin and end. Queries and others together are all lines, in order."""
    starts = _starts(lines, profile)
    queries, others, closed = [], [(0, starts[0])] if starts else [(0, len(lines))], []
    for begin, following in pairwise([*starts, len(lines)]):
        end, is_closed = _end(lines, begin, following, is_last=following == len(lines))
        queries.append((begin, end))
        others.append((end, following))
        closed.append(is_closed)
    return Pieces(tuple(queries), tuple(others), tuple(closed))


def _starts(lines: Sequence[str], profile: Profile) -> list[int]:
    """Lines that open a query and have its facts below them; an index has none."""
    opening = [at for at, line in enumerate(lines) if profile.title_in(line) is not None]
    found = []
    for at, following in pairwise([*opening, len(lines)]):
        below = lines[at + 1 : min(following, at + 1 + LOOKED_AT)]
        if len(set(known_labels(below, profile)) - {SUMMARY}) >= profile.least:
            found.append(at)
    if found and opening[-1] > found[-1] and _is_broken_off(lines, opening[-1], profile):
        found.append(opening[-1])
    return found


def _is_broken_off(lines: Sequence[str], at: int, profile: Profile) -> bool:
    """Whether the last opening, which has too few facts, is a query whose letter ends in the middle of them."""
    below = [line for line in lines[at + 1 :] if line.strip()]
    return len(below) <= LOOKED_AT and not any(is_rule(line) for line in below)


def _end(lines: Sequence[str], begin: int, following: int, *, is_last: bool) -> tuple[int, bool]:
    """Where a query ends, and whether a rule or "Back to Top" says so."""
    rules = [at for at in range(begin + 1, following) if is_rule(lines[at])]
    if is_last:
        texts = _text_from(lines, begin, following)
        rule = next((at for at in rules if at > texts), None)
        end = following if rule is None else rule
        foot = next((at for at in range(max(texts + 1, end - FOOT_LINES), end) if FOOT.match(lines[at])), end)
        return _trimmed(lines, begin, foot), rule is not None
    for rule in rules:
        behind = [line for line in lines[rule:following] if line.strip() and not is_rule(line)]
        if len(behind) <= TRAILING and all(len(line) <= HEADING for line in behind):
            return _trimmed(lines, begin, rule), True
    return _trimmed(lines, begin, following), False


def _text_from(lines: Sequence[str], begin: int, following: int) -> int:
    """The line with the label of the text, else the opening: rules before it are the letter's ornaments."""
    for at in range(begin + 1, following):
        if QUERY in known_labels(lines[at : at + 1], _ANY):
            return at
    return begin


_ANY = Profile("any")


def _trimmed(lines: Sequence[str], begin: int, end: int) -> int:
    while end > begin + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _rest(lines: Sequence[str], pieces: Pieces, queries: Sequence[Query]) -> tuple[str, tuple[str, ...]]:
    """The other lines as text, without rules, without what the index says of queries that are here."""
    titles = [_key(query.title) for query in queries]
    sections = {_key(query.fact(CATEGORY)) for query in queries}
    kept: list[str] = []
    missing: list[str] = []
    for place, (begin, end) in enumerate(pieces.others):
        in_index = False
        for at in range(begin, end):
            line = lines[at]
            in_index = place == 0 and (in_index or INDEX.fullmatch(line) is not None) and not is_rule(line)
            entry = INDEXED.fullmatch(line) if place == 0 else None
            if entry and not any(_names(entry["title"], title) for title in titles):
                missing.append(entry["title"].strip())
                kept.append(line)
            elif not (
                entry or _is_ornament(line) or _key(line) in sections or (in_index and _is_heading(lines, at, end))
            ):
                kept.append(line)
        kept.append("")
    if all(FOOT.match(line) for line in kept if line.strip()):
        return "", tuple(missing)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")
    return text, tuple(missing)


def _is_ornament(line: str) -> bool:
    return is_rule(line) or INDEX.fullmatch(line) is not None


def _is_heading(lines: Sequence[str], at: int, end: int) -> bool:
    """Whether a line of the index is the name of a section: short, with entries below it."""
    below = next((line for line in lines[at + 1 : end] if line.strip()), "")
    return len(lines[at]) <= HEADING and INDEXED.fullmatch(below) is not None


def _names(entry: str, title: str) -> bool:
    """Whether a line of the index names a query: it begins with its title, or with as much as it had room for."""
    key = _key(entry)
    return bool(title) and (key.startswith(title[:40]) or title.startswith(key.rpartition("(")[0].strip()[:40] or key))


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
