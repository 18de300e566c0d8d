"""A document -> lines ready to be drawn: what is set how wide, and how far apart."""

from arrowtui.model.document import (
    Block,
    Code,
    Document,
    Emphasis,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
)
from arrowtui.ui.drawing.breaking import lines_of, number, taken
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import HARD_BLANK, PageLine, Piece, Tone, cells
from arrowtui.ui.drawing.reading_table import set_table

LONG = 30_000
"""Characters that take more than a few frames to set."""
WINDOW = 8
"""So many characters to a cell are looked at for the end of a line: one may bear six accents."""
NARROWEST = 8
"""Cells: in less than this nothing is indented any more."""
CODE_INDENT, CODE_GOES_ON = "  ", "↪ "
BAR = "▎ "
BULLETS = "•◦▪"
UNDERLINES = {1: "━", 2: "─"}
LOW_HEADING = "▪ "

Lines = list[PageLine]


def set_document(document: Document, width: int, measure: int = 72) -> tuple[PageLine, ...]:
    """The document in lines of at most `width` cells; running text in at most `measure`.

    Tables and code may use the whole width. Links are underlined pieces with their index, followed by a piece such as
    `[3]` in the tone NUMBER; their addresses are not listed here.
    """
    width = max(width, NARROWEST)
    return tuple(_set_blocks(document.blocks, width, min(width, max(measure, NARROWEST)), 0))


def is_long(document: Document) -> bool:
    """Whether setting it takes so long that it should not be done between two frames."""
    left = LONG
    waiting: list[Block] = list(document.blocks)
    while waiting and left > 0:
        match waiting.pop():
            case Paragraph(spans) | Heading(_, spans):
                left -= _letters(spans)
            case ListBlock(items):
                waiting.extend(block for item in items for block in item.blocks)
            case Quote(blocks):
                waiting.extend(blocks)
            case Code(text):
                left -= len(text)
            case Table(rows):
                left -= sum(_letters(cell) + 20 for row in rows for cell in row)
    return left <= 0


def _letters(spans: tuple[Span, ...]) -> int:
    return sum(len(span.text) for span in spans)


def _set_blocks(blocks: tuple[Block, ...], width: int, measure: int, depth: int) -> Lines:
    """Blocks with an empty line between them; a heading stands close to what it heads."""
    lines: Lines = []
    before: Block | None = None
    for block in blocks:
        own = _set_block(block, width, measure, depth)
        if lines and own and not _are_close(before, block):
            lines.append(())
        lines.extend(own)
        before = block
    return lines


def _are_close(before: Block | None, block: Block) -> bool:
    if isinstance(before, Picture):
        is_caption = isinstance(block, Paragraph) and all(Emphasis.STRESS in span.emphasis for span in block.spans)
        return is_caption or isinstance(block, Picture)
    return isinstance(before, Heading)


def _set_block(block: Block, width: int, measure: int, depth: int) -> Lines:
    match block:
        case Paragraph(spans):
            return lines_of(spans, measure)
        case Heading():
            return _set_heading(block, measure)
        case ListBlock(items):
            return _set_list(items, width, measure, depth)
        case Quote(blocks):
            return _set_quote(blocks, width, measure, depth)
        case Code(text):
            return _set_code(text, width)
        case Table():
            return set_table(block, width)
        case Picture():
            return _set_picture(block, measure)
        case Rule():
            return [(Piece("─" * measure, (Tone.RULE,)),)]


def _set_heading(heading: Heading, width: int) -> Lines:
    """Great headings are underlined, small ones marked: told from text without colour."""
    plain = tuple(Span(span.text.replace("\n", " "), span.emphasis, span.link) for span in heading.spans)
    stroke = UNDERLINES.get(heading.level)
    if stroke is None:
        lines = lines_of(plain, width - len(LOW_HEADING), (Tone.HEADING,))
        return _prefixed(lines, Piece(LOW_HEADING, (Tone.HEADING,)), Piece(" " * len(LOW_HEADING)))
    lines = lines_of(plain, width, (Tone.HEADING,))
    return [*lines, (Piece(stroke * max(map(cells, lines), default=0), (Tone.RULE,)),)]


def _set_picture(picture: Picture, width: int) -> Lines:
    text = f"[image:{HARD_BLANK}{picture.alt}]" if picture.alt else "[image]"
    lines = lines_of(
        (Span(text),), width - (0 if picture.link is None else len(str(picture.link)) + 3), (Tone.PICTURE,)
    )
    lines = [tuple(Piece(piece.text, piece.tones, picture.link) for piece in line) for line in lines]
    if picture.link is not None:
        lines[-1] = (*lines[-1], number(picture.link))
    return lines


def _set_quote(blocks: tuple[Block, ...], width: int, measure: int, depth: int) -> Lines:
    if measure - len(BAR) < NARROWEST:
        return _set_blocks(blocks, width, measure, depth)
    bar = Piece(BAR, (Tone.QUOTE,))
    lines = _set_blocks(blocks, width - len(BAR), measure - len(BAR), depth)
    return [(bar, *line) if line else (Piece(BAR.rstrip(), (Tone.QUOTE,)),) for line in lines]


def _set_list(items: tuple[ListItem, ...], width: int, measure: int, depth: int) -> Lines:
    """Items close together, unless one of them has several paragraphs; marks hang at the left."""
    marks = [_mark(item, depth) for item in items]
    hang = max(map(cell_len, marks))
    if measure - hang < NARROWEST:
        hang = 0
    are_loose = any(_is_loose(item) for item in items)
    lines: Lines = []
    for item, mark in zip(items, marks, strict=True):
        if lines and are_loose:
            lines.append(())
        lines.extend(_set_item(item, mark, hang, width, measure, depth))
    return lines


def _set_item(item: ListItem, mark: str, hang: int, width: int, measure: int, depth: int) -> Lines:
    bullet = Piece(mark.rjust(hang), (Tone.BULLET,))
    if not hang:
        return [(bullet,), *_set_blocks(item.blocks, width, measure, depth + 1)]
    inner = _set_item_blocks(item.blocks, width - hang, measure - hang, depth + 1)
    return _prefixed(inner or [()], bullet, Piece(" " * hang))


def _set_item_blocks(blocks: tuple[Block, ...], width: int, measure: int, depth: int) -> Lines:
    """Like other blocks, but a list stands close to the line it belongs to."""
    lines: Lines = []
    for place, block in enumerate(blocks):
        own = _set_block(block, width, measure, depth)
        is_close = (
            isinstance(block, ListBlock)
            or _are_close(blocks[place - 1] if place else None, block)
            or _is_term(blocks, place)
        )
        if lines and own and not is_close:
            lines.append(())
        lines.extend(own)
    return lines


def _is_term(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a block explains the term in bold above it."""
    first = blocks[0]
    return place == 1 and isinstance(first, Paragraph) and all(Emphasis.STRONG in span.emphasis for span in first.spans)


def _is_loose(item: ListItem) -> bool:
    rest = [block for place, block in enumerate(item.blocks) if not isinstance(block, ListBlock) and place]
    return len(rest) > (1 if _is_term(item.blocks, 1) else 0) if item.blocks else False


def _mark(item: ListItem, depth: int) -> str:
    return f"{BULLETS[min(depth, len(BULLETS) - 1)]} " if item.number is None else f"{item.number}. "


def _set_code(text: str, width: int) -> Lines:
    """Every letter in its place; what is too long goes on below, marked, so that nothing is lost."""
    room = width - len(CODE_INDENT)
    lines: Lines = []
    for line in text.split("\n"):
        lead, at = CODE_INDENT, 0
        while len(head := taken(line[at : at + room * WINDOW], room)) < len(line) - at:
            head = _up_to_a_blank(head) or line[at]
            lines.append((Piece(lead, (Tone.BULLET,)), Piece(head, (Tone.CODE,))))
            lead, at = CODE_GOES_ON, at + len(head)
        lines.append((Piece(lead, (Tone.BULLET,)), Piece(head, (Tone.CODE,))) if head else ())
    return lines


def _up_to_a_blank(head: str) -> str:
    """As much of the head as ends with a blank, so that no word is torn; all of it where that would be little."""
    place = head.rfind(" ") + 1
    return head[:place] if place * 2 > len(head) and not head[:place].isspace() else head


def _prefixed(lines: Lines, first: Piece, other: Piece) -> Lines:
    """Lines with a piece before the first and another before the rest; empty ones stay empty."""
    return [(first, *line) if place == 0 else (other, *line) if line else () for place, line in enumerate(lines)]
