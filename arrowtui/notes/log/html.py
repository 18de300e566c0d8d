"""A log as one HTML page: nothing in it runs, nothing in it is fetched; printed it is ready for a PDF."""

from collections.abc import Iterator
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from arrowtui.notes.log.markdown import deeper
from arrowtui.notes.log.page import Block, EntryEnd, Fact, Heading, Page, Quote, Table, Writing

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1a1a1a; background: #fff; }
h1, h2, h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-top: 1px solid #bbb; padding-top: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dt { color: #555; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #bbb; padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line; }
blockquote { border-left: 3px solid #bbb; margin: .5rem 0; padding-left: 1rem; color: #333; }
cite { color: #555; font-style: normal; } a { color: #0b4f8a; overflow-wrap: anywhere; }
.blank { border-bottom: 1px solid #bbb; height: 6rem; } pre { white-space: pre-wrap; }
"""
PAGE = """
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); } }
"""
PRINT = """
body { font-size: 11pt; max-width: none; margin: 0; padding: 0; }
h2, h3 { break-after: avoid; } dl, blockquote, tr, .writing > p { break-inside: avoid; }
section { break-after: page; } section:last-of-type { break-after: auto; }
a { color: inherit; text-decoration: none; } a[href]::after { content: " <" attr(href) ">"; font-size: .85em; }
"""


def as_html(page: Page, *, for_print: bool = False) -> str:
    """A whole document.

    Args:
        for_print: pages of their own for entries, addresses written out, page numbers.
    """
    style = STYLE + PAGE + (PRINT if for_print else f"@media print {{{PRINT}}}\n")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(page.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    return f"{head}<h1>{escape(page.title)}</h1>\n{''.join(_body(page))}</body>\n</html>\n"


def _body(page: Page) -> Iterator[str]:
    is_listing = is_inside = False
    for block in page.blocks:
        if is_listing and not isinstance(block, Fact):
            yield "</dl>\n"
        if isinstance(block, Fact) and not is_listing:
            yield "<dl>\n"
        is_listing = isinstance(block, Fact)
        if isinstance(block, Heading) and block.level == 2 and not is_inside:
            yield "<section>\n"
            is_inside = True
        if isinstance(block, EntryEnd):
            yield "</section>\n" if is_inside else ""
            is_inside = False
        else:
            yield _block(block)
    yield "</dl>\n" if is_listing else ""
    yield "</section>\n" if is_inside else ""


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return f"<h{level}>{escape(words)}</h{level}>\n"
        case Fact(label, words, link):
            told = f'<a href="{escape(link)}">{escape(words)}</a>' if link else escape(words)
            return f"<dt>{escape(label)}</dt><dd>{told}</dd>\n"
        case Writing(label, text, is_blank):
            head = f"<h3>{escape(label)}</h3>\n" if label else ""
            return f'{head}<div class="{"blank" if is_blank else "writing"}">{_rendered(text)}</div>\n'
        case Quote(words, by):
            return f"<blockquote>{escape(words)}{f' <cite>{escape(by)}</cite>' if by else ''}</blockquote>\n"
        case Table():
            return _table(block)
        case EntryEnd():
            return ""


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in table.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _rendered(text: str) -> str:
    return str(_parser().render(deeper(text, 3))) if text else ""


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 40 ms

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable("image")  # nothing is fetched
    return parser
