"""A post's text with its links in their places. Offsets count UTF-8 bytes: after one "é" nothing else would fit."""

from collections.abc import Iterator
from itertools import chain

from arrowtui.sources.at.shapes import Facet, Record
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.wording import Piece

LINK, HASHTAG = "#link", "#tag"


def facets_of(record: Record) -> tuple[Facet, ...]:
    """The facets that can be read, in the order of the text."""
    found = part(record.facets, list[Facet])
    return tuple(sorted(found or (), key=lambda facet: facet.index.byte_start))


def pieces_of(record: Record, facets: tuple[Facet, ...]) -> tuple[Piece, ...]:
    """The text cut at its links. A facet that overlaps another, lies outside or cuts a character is passed over."""
    return tuple(piece for piece in _cut(record.text.encode("utf-8", "surrogatepass"), facets) if piece.text)


def _cut(text: bytes, facets: tuple[Facet, ...]) -> Iterator[Piece]:
    done = 0
    for facet in facets:
        start, end = facet.index.byte_start, facet.index.byte_end
        link = next((feature.uri for feature in facet.features if feature.type.endswith(LINK) and feature.uri), None)
        if link is None or not done <= start < end <= len(text):
            continue
        if not (_is_boundary(text, start) and _is_boundary(text, end)):
            continue
        yield Piece(_words(text[done:start]))
        yield Piece(_words(text[start:end]), link)
        done = end
    yield Piece(_words(text[done:]))


def _is_boundary(text: bytes, at: int) -> bool:
    """Whether a character begins here (or the text ends)."""
    return at == len(text) or text[at] & 0xC0 != 0x80


def _words(part: bytes) -> str:
    return part.decode("utf-8", "replace")


def tags_of(record: Record, facets: tuple[Facet, ...]) -> tuple[str, ...]:
    """Every hashtag of a post, without its sign, once: those in the text first, then those beside it."""
    shown = (feature.tag for facet in facets for feature in facet.features if feature.type.endswith(HASHTAG))
    found: dict[str, str] = {}
    for tag in chain(shown, record.tags or ()):
        bare = (tag or "").strip().lstrip("#")
        if bare:
            found.setdefault(bare.casefold(), bare)
    return tuple(found.values())
