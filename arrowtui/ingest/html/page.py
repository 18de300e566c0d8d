"""A page or a piece of one, onto a sheet."""

import re

from selectolax.lexbor import LexborHTMLParser

from arrowtui.ingest.html.elements import ELEMENTS
from arrowtui.ingest.html.guard import sheltered
from arrowtui.ingest.html.walk import Walk, walk
from arrowtui.ingest.links import safe_link
from arrowtui.ingest.sheet import Sheet

_WHOLE_PAGE = re.compile(r"<(?:html|head|body|title|meta)\b", re.IGNORECASE)
_SELF_CLOSED = re.compile(
    r"<(script|iframe|style|title|textarea|noscript|a|video|audio|object)\b([^<>]*)/>", re.IGNORECASE
)


def write_page(sheet: Sheet, text: str) -> None:
    """Read HTML, however broken, and write what a reader of the page sees."""
    if "/>" in text:  # XHTML in feeds closes elements that HTML would take to be open to the end of the page
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    is_whole = _WHOLE_PAGE.search(text) is not None
    page = LexborHTMLParser(sheltered(text if is_whole else f"<body>{text}"))
    if is_whole and page.head is not None:
        base = page.head.css_first("base[href]")
        sheet.base = (
            safe_link(base.attributes.get("href"), sheet.base) or sheet.base if base is not None else sheet.base
        )
    if page.body is not None:
        walk(Walk(sheet), page.body, ELEMENTS)
