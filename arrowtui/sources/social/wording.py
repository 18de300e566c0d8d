"""Posts as bodies: plain text where it is plain, else HTML with its links in place."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from msgspec import Struct

from arrowtui.model.wire import Body, Markup

_BLANK_LINES = re.compile(r"\n[ \t]*\n[\s]*")
QUOTED = 600
"""Characters of another post that are shown beside the one that speaks of it."""


class Piece(Struct, frozen=True):
    """A run of a post's text; `link` is where it leads."""

    text: str
    link: str | None = None


class Card(Struct, frozen=True):
    """The preview of a linked page. It is part of what a post says: "read this" alone says nothing."""

    link: str
    title: str = ""
    description: str = ""


def body_of(pieces: Sequence[Piece], card: Card | None = None) -> Body | None:
    """The body of a post; None where nothing is said at all."""
    text = "".join(piece.text for piece in pieces)
    if card is None and not any(piece.link for piece in pieces):
        return Body(text, Markup.TEXT) if text.strip() else None
    said = "".join(_piece(piece) for piece in pieces).strip()
    paragraphs = [paragraph.replace("\n", "<br>") for paragraph in _BLANK_LINES.split(said) if paragraph]
    if card is not None:
        paragraphs += _card(card, text)
    return Body("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), Markup.HTML)


def _piece(piece: Piece) -> str:
    if piece.link is None:
        return escape(piece.text, quote=False)
    return _anchor(piece.link, " ".join(piece.text.split()) or piece.link)


def _anchor(link: str, words: str) -> str:
    return f'<a href="{escape(link)}">{escape(words, quote=False)}</a>'


def _card(card: Card, text: str) -> Iterable[str]:
    """The card's title as a link, and what it adds to the text."""
    title = " ".join(card.title.split()) or card.link
    lines = [_anchor(card.link, title)]
    if card.description.strip() and card.description.strip() not in text:
        lines.append(escape(" ".join(card.description.split()), quote=False))
    return ("<br>".join(lines),)


def beside(who: str, text: str) -> str:
    """Another post in one line, as it is shown beside the one that answers or quotes it."""
    words = " ".join(text.split())
    if len(words) > QUOTED:
        words = f"{words[: QUOTED - 1].rstrip()}…"
    return f"{who}: {words}" if words else who
