"""A body as its source wrote it -> a document to be read: clean blocks and spans, safe numbered links."""

from html import unescape

from arrowtui.ingest import markdown
from arrowtui.ingest.clean import clean_text
from arrowtui.ingest.plain import write_plain
from arrowtui.ingest.portion import beginning, beginning_of_page
from arrowtui.ingest.quick import once_escaped
from arrowtui.ingest.sheet import Sheet
from arrowtui.model.document import Document
from arrowtui.model.wire import Body, Markup


def document(body: Body, most: int | None = None) -> Document:
    """The document a body holds; whatever it is, something readable comes out and nothing is raised.

    Args:
        most: the effort that may be spent, in characters (see `portion`): of a longer text the beginning is set.
    """
    sheet = Sheet(body.base, most)
    if body.markup is Markup.TEXT:
        _write_plain(sheet, body.text)
    elif body.markup is Markup.MARKDOWN:
        _write_markdown(sheet, body.text)
    else:
        _write_html(sheet, once_escaped(body.text))
    return sheet.document()


def _write_plain(sheet: Sheet, text: str) -> None:
    text = _portion(sheet, text)
    write_plain(sheet, clean_text(text, len(text)))


def _portion(sheet: Sheet, text: str) -> str:
    if sheet.left is None:
        return text
    part = beginning(text, sheet.left)
    sheet.is_cut = sheet.is_cut or len(part) < len(text)
    return part


def _write_markdown(sheet: Sheet, text: str) -> None:
    if len(text) > markdown.LONGEST:
        _write_plain(sheet, text)
    else:
        _write_html(sheet, markdown.html_of(_portion(sheet, text)))


def _write_html(sheet: Sheet, text: str) -> None:
    """HTML without a single tag is plain text with entities: then its line breaks are meant."""
    if "<" not in text:
        _write_plain(sheet, unescape(text))
        return
    from arrowtui.ingest.html.page import write_page  # the parser, 10 ms, is loaded for the first page that needs it

    part = text if sheet.left is None else beginning_of_page(text, sheet.left)
    write_page(sheet, part)
    sheet.is_cut = sheet.is_cut or len(part) < len(text)
