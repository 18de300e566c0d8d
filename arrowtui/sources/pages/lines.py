"""The lines of a page as a reader sees them: one for each block, with its links."""

import re
from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span "
    "strike strong sub sup td th time tt u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_SILENT_TAGS = "script style template noscript svg head iframe object select textarea button canvas math"
_NEVER_SEEN = frozenset(_SILENT_TAGS.split())
_AROUND = frozenset(("nav", "aside", "footer", "header"))
_BANNER = re.compile(r"cookie|consent|gdpr", re.IGNORECASE)


class Line(Struct, frozen=True):
    """One line: pieces of text, each with where it links to as written there."""

    pieces: tuple[tuple[str, str | None], ...]

    @property
    def words(self) -> str:
        return " ".join("".join(text for text, _ in self.pieces).split())


class _Place(Struct, frozen=True):
    """Where a text stands: its block (an id), the link around it, whether anybody sees it."""

    block: int
    link: str | None
    is_seen: bool


def lines(root: LexborNode, *, without_around: bool = False) -> list[Line]:
    """Every line with words in it, in the order of the page.

    Args:
        without_around: leave out navigation, headers, footers and what stands aside.
    """
    return [line for line in _grouped(root, without_around) if line.words]


def words(root: LexborNode) -> str:
    """All that an element says, in one line."""
    return " ".join(line.words for line in lines(root))


def _grouped(root: LexborNode, without_around: bool) -> Iterator[Line]:
    top = _Place(root.mem_id, None, True)
    known: dict[int, _Place] = {root.mem_id: top}
    pieces: list[tuple[str, str | None]] = []
    block = top.block
    for node in root.traverse(include_text=True):
        if node.is_text_node:
            parent = node.parent
            place = known[parent.mem_id] if parent is not None else top
            if place.is_seen:
                if place.block != block:
                    yield Line(tuple(pieces))
                    pieces, block = [], place.block
                pieces.append((node.text_content or "", place.link))
        elif node.mem_id != root.mem_id:
            around = known.get(node.parent.mem_id, top) if node.parent is not None else top
            known[node.mem_id] = _place(node, around, without_around)
            if node.tag in ("br", "hr"):
                yield Line(tuple(pieces))
                pieces = []
            elif node.tag in ("td", "th"):
                pieces.append((" ", None))
    yield Line(tuple(pieces))


def _place(node: LexborNode, around: _Place, without_around: bool) -> _Place:
    tag = node.tag or ""
    if not around.is_seen or tag in _NEVER_SEEN or (without_around and tag in _AROUND) or _is_hidden(node):
        return _Place(around.block, None, False)
    link = node.attributes.get("href") if tag == "a" else around.link
    return _Place(around.block if tag in _INLINE else node.mem_id, link, True)


def _is_hidden(node: LexborNode) -> bool:
    given = node.attributes
    if not given:
        return False
    if "hidden" in given or given.get("aria-hidden") == "true" or given.get("role") == "dialog":
        return True
    return _BANNER.search(f"{given.get('id') or ''} {given.get('class') or ''}") is not None and node.tag != "body"
