"""A text as it is read: clean blocks and spans, with no width and no colour yet.

Made by `ingest.text` from HTML, Markdown or plain text; set for a width by `ui.drawing`. Every string in it has
passed the cleaner: nothing in it can move a cursor, set a title or turn the direction of writing.
"""

from enum import StrEnum

from msgspec import Struct


class Emphasis(StrEnum):
    STRONG = "strong"
    STRESS = "stress"
    CODE = "code"
    STRUCK = "struck"
    MARKED = "marked"


class Span(Struct, frozen=True):
    """A run of text. `link` is an index into `Document.links`."""

    text: str
    emphasis: frozenset[Emphasis] = frozenset()
    link: int | None = None


class Heading(Struct, frozen=True):
    level: int
    spans: tuple[Span, ...]


class Paragraph(Struct, frozen=True):
    """Lines broken by the author are kept: a span's text may hold a newline."""

    spans: tuple[Span, ...]


class ListItem(Struct, frozen=True):
    """`number` None is a bullet. `blocks` may hold further lists."""

    number: int | None
    blocks: tuple["Block", ...]


class ListBlock(Struct, frozen=True):
    items: tuple[ListItem, ...]


class Quote(Struct, frozen=True):
    blocks: tuple["Block", ...]


class Code(Struct, frozen=True):
    """Kept to the letter (tabs become blanks); `language` where the document names it."""

    text: str
    language: str | None = None


class Table(Struct, frozen=True):
    """Rows of cells of spans; `head` counts the rows that are headings. All rows are equally long."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    head: int = 0


class Picture(Struct, frozen=True):
    """Drawn as `[image: alt]`; `link` is an index into `Document.links`."""

    alt: str
    link: int | None = None


class Rule(Struct, frozen=True):
    """A thematic break."""


Block = Heading | Paragraph | ListBlock | Quote | Code | Table | Picture | Rule


class Document(Struct, frozen=True):
    """`links` are absolute http, https or mailto addresses in order of first appearance, shown numbered from 1.
    `is_part`: only the beginning of a very long text is here."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...] = ()
    is_part: bool = False
