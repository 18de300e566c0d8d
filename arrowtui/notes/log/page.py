"""A log as a page of headings, facts, tables and Markdown, whatever it is set in later."""

from collections.abc import Sequence

from msgspec import Struct


class Heading(Struct, frozen=True):
    """Plain words; level 1 is the page's own."""

    words: str
    level: int = 2


class Fact(Struct, frozen=True):
    """A label and plain words beside it; `link` makes them lead somewhere."""

    label: str
    words: str
    link: str | None = None


class Writing(Struct, frozen=True):
    """The person's own Markdown, under a plain label ("" for none). `is_blank`: a form's question she answers later."""

    label: str
    text: str
    is_blank: bool = False


class Quote(Struct, frozen=True):
    """What somebody said: plain words."""

    words: str
    by: str = ""


class Table(Struct, frozen=True):
    """Plain words in rows under columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class EntryEnd(Struct, frozen=True):
    """Here an entry ends; print may begin a new page."""


Block = Heading | Fact | Writing | Quote | Table | EntryEnd


class Page(Struct, frozen=True):
    """The whole log, and the same as one table for a spreadsheet."""

    title: str
    blocks: Sequence[Block]
    sheet: Table
