"""A text as it is read: clean blocks and spans, with no width and no colour yet.

Made by `ingest.text` from HTML, Markdown or plain text; set for a width by `ui.drawing`. Every string in it has
passed the cleaner: nothing in it can move a cursor, set a title or turn the direction of writing.
"""

from dataclasses import dataclass
from enum import StrEnum


class Emphasis(StrEnum):
    STRONG = "strong"
    STRESS = "stress"
    CODE = "code"
    STRUCK = "struck"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `link` is an index into `Document.links`."""

    text: str
    emphasis: frozenset[Emphasis] = frozenset()
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines broken by the author are kept: a span's text may hold a newline."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """`number` None is a bullet. `blocks` may hold further lists."""

    number: int | None
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Kept to the letter (tabs become blanks); `language` where the document names it."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of spans; `head` counts the rows that are headings. All rows are equally long."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    head: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Drawn as `[image: alt]`; `link` is an index into `Document.links`."""

    alt: str
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Block = Heading | Paragraph | ListBlock | Quote | Code | Table | Picture | Rule


@dataclass(frozen=True, slots=True)
class Document:
    """`links` are absolute http, https or mailto addresses in order of first appearance, shown numbered from 1."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...] = ()
