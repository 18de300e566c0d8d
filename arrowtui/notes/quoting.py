"""A passage of an item as a Markdown quote that says whose words these are."""

from collections.abc import Iterable, Sequence

from arrowtui.model.document import (
    Block,
    Code,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Table,
)

MARKED = str.maketrans({"[": "\\[", "]": "\\]", "\n": " "})


def passages(document: Document) -> tuple[str, ...]:
    """What can be quoted, piece by piece: paragraphs, items of lists, code, rows of tables; clean plain text."""
    return tuple(words for words in _passages(document.blocks) if words.strip())


def quote(words: Sequence[str], author: str | None, title: str, link: str | None) -> str:
    """The passages as one quote with its credit, ending in an empty line so that one's own words come below.

    Args:
        words: clean plain text each, lines kept.
        author, title: clean lines; the title may be the only thing known.
        link: an http or https address.
    """
    quoted = "\n>\n".join("\n".join(f"> {line}".rstrip() for line in each.splitlines()) for each in words)
    name = title.translate(MARKED)
    named = f"[{name}](<{link}>)" if link else name
    credit = f"{author}, {named}" if author and author.casefold() not in title.casefold() else named
    return f"{quoted}\n>\n> — {credit}\n\n"


def _passages(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield _text(spans)
            case ListBlock(items):
                for item in items:
                    yield from _passages(item.blocks)
            case Quote(inner):
                yield from _passages(inner)
            case Code(text):
                yield text
            case Table(rows):
                yield from (" | ".join(_text(cell) for cell in row) for row in rows)
            case _:
                pass


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans).strip()
