"""Looks into documents: their text in order, and every string they hold."""

from collections.abc import Iterable, Iterator

from arrowtui.model.document import Block, Code, Heading, ListBlock, Paragraph, Picture, Quote, Table


def strings(blocks: Iterable[Block]) -> Iterator[str]:
    """Every string of the blocks in order, one for each paragraph, cell or picture."""
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield "".join(span.text for span in spans)
            case ListBlock(items):
                for item in items:
                    if item.number is not None:
                        yield str(item.number)
                    yield from strings(item.blocks)
            case Quote(inner):
                yield from strings(inner)
            case Code(text, language):
                yield text
                yield language or ""
            case Table(rows):
                yield from ("".join(span.text for span in cell) for row in rows for cell in row)
            case Picture(alt):
                yield alt


def text_of(blocks: Iterable[Block]) -> str:
    """The text of the blocks, one line for each paragraph."""
    return "\n".join(string for string in strings(blocks) if string)
