"""A log as a page of headings, facts, tables and Markdown, whatever it is set in later."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """Plain words; level 1 is the page's own."""

    words: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and plain words beside it; `link` makes them lead somewhere."""

    label: str
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """The person's own Markdown, under a plain label ("" for none). `is_blank`: a form's question she answers later."""

    label: str
    text: str
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said: plain words."""

    words: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Plain words in rows under columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EntryEnd:
    """Here an entry ends; print may begin a new page."""


Block = Heading | Fact | Writing | Quote | Table | EntryEnd


@dataclass(frozen=True, slots=True)
class Page:
    """The whole log, and the same as one table for a spreadsheet."""

    title: str
    blocks: Sequence[Block]
    sheet: Table
