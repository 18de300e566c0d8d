"""A body as its source wrote it -> a document to be read: clean blocks and spans, safe numbered links."""

from html import unescape

from arrowtui.ingest import markdown
from arrowtui.ingest.clean import clean_text
from arrowtui.ingest.plain import write_plain
from arrowtui.ingest.quick import once_escaped
from arrowtui.ingest.sheet import Sheet
from arrowtui.model.document import Document
from arrowtui.model.wire import Body, Markup


def document(body: Body) -> Document:
    """The document a body holds; whatever it is, something readable comes out and nothing is raised."""
    sheet = Sheet(body.base)
    if body.markup is Markup.TEXT:
        write_plain(sheet, clean_text(body.text, len(body.text)))
    elif body.markup is Markup.MARKDOWN:
        _write_markdown(sheet, body.text)
    else:
        _write_html(sheet, once_escaped(body.text))
    return sheet.document()


def _write_markdown(sheet: Sheet, text: str) -> None:
    if len(text) > markdown.LONGEST:
        write_plain(sheet, clean_text(text, len(text)))
    else:
        _write_html(sheet, markdown.html_of(text))


def _write_html(sheet: Sheet, text: str) -> None:
    """HTML without a single tag is plain text with entities: then its line breaks are meant."""
    if "<" not in text:
        write_plain(sheet, clean_text(unescape(text), len(text)))
        return
    from arrowtui.ingest.html.page import write_page  # the parser, 10 ms, is loaded for the first page that needs it

    write_page(sheet, text)
