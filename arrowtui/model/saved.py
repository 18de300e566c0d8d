"""What other programs kept for a person: links, highlights, notes."""

from datetime import datetime

from msgspec import Struct


class Highlight(Struct, frozen=True):
    """A passage that was marked; `note` is what she wrote beside it, `place` where it stands."""

    text: str
    note: str = ""
    at: datetime | None = None
    place: str = ""


class Saved(Struct, frozen=True):
    """Something kept elsewhere, a page or a book. Nothing is cleaned yet.

    `native_id` tells it from all others of its origin; it is the link where there is one. `is_later`: it waits to be
    read. `note` is her own text about it, `text` somebody else's.
    """

    native_id: str
    title: str
    link: str | None = None
    author: str | None = None
    saved_at: datetime | None = None
    tags: tuple[str, ...] = ()
    is_read: bool = False
    is_later: bool = False
    note: str = ""
    text: str = ""
    highlights: tuple[Highlight, ...] = ()


class Page(Struct, frozen=True):
    """A Markdown file of somebody's own; `path` is below the folder that is taken in."""

    path: str
    data: bytes
    changed_at: datetime | None = None


class Haul(Struct, frozen=True):
    """What an export holds. `origin` is a word for the program, `kind` says what it is to people; `skipped` are places
    that were left out, each with the reason."""

    origin: str
    kind: str
    saved: tuple[Saved, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()


class Taken(Struct, frozen=True):
    """What came of it, in links and notes. `known` had been taken in before."""

    links: int = 0
    notes: int = 0
    known: int = 0
