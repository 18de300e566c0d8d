"""Tables: those that hold data become a Table, those that only place things on a page fall apart into their cells."""

import re

from arrowtui.ingest.flow import PLAIN, STRONG, Flow, spans_of
from arrowtui.model.document import (
    Block,
    Code,
    Emphasis,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Span,
    Table,
)

WIDEST = 40
"""Columns; what has more is not read as a table but as a calendar of pixels."""
LONGEST_BARE_CELL = 160
"""Characters in a cell of a table without headings: longer ones are columns of a page."""
SHORT_CELL = 40

_MARK = re.compile(r"[•▪◦‣·*–-]|([0-9]{1,3})[.)]")

Cell = tuple[Span, ...]
NEWLINE = Span("\n")


class CellFlow(Flow):
    """The inside of a cell."""

    __slots__ = ("columns", "is_head", "rows")

    def __init__(self, is_head: bool, columns: int, rows: int) -> None:
        super().__init__()
        self.is_head = is_head
        self.columns = columns
        self.rows = rows

    def close(self, parent: Flow) -> None:
        self.end()
        if isinstance(parent, TableFlow):
            parent.take(self)
        else:
            super().close(parent)


class TableFlow(Flow):
    """The inside of a table: rows of cells; captions come as blocks."""

    __slots__ = ("is_layout", "rows")

    def __init__(self, is_layout: bool) -> None:
        super().__init__()
        self.is_layout = is_layout
        self.rows: list[list[CellFlow]] = []

    def take(self, cell: CellFlow) -> None:
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    def close(self, parent: Flow) -> None:
        super().close(parent)
        self.rows = [row for row in self.rows if any(cell.blocks for cell in row)]
        for block in [_table(self)] if _holds_data(self) else _placed(self):
            parent.put(block)


def _holds_data(table: TableFlow) -> bool:
    cells = [cell for row in table.rows for cell in row]
    has_head = any(cell.is_head and cell.blocks for cell in cells)
    if table.is_layout or len(table.rows) < 2 or not 1 < _breadth(table.rows) <= WIDEST:
        return False
    if 2 * sum(_mark(row) is not None for row in table.rows) > len(table.rows):
        return False
    if has_head:
        return all(_fits_cell(block) for cell in cells for block in cell.blocks)
    filled = [cell for cell in cells if cell.blocks]
    return 2 * len(filled) > len(cells) and len(filled) > len(table.rows) and all(map(_is_bare, filled))


def _fits_cell(block: Block) -> bool:
    if isinstance(block, ListBlock):
        return all(isinstance(inner, Paragraph) for item in block.items for inner in item.blocks)
    return isinstance(block, Paragraph | Heading | Picture | Code)


def _is_bare(cell: CellFlow) -> bool:
    """One short paragraph: what a cell of a table without headings may hold."""
    return len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) and _length(cell) <= LONGEST_BARE_CELL


def _length(cell: CellFlow) -> int:
    return sum(len(span.text) for block in cell.blocks if isinstance(block, Paragraph) for span in block.spans)


def _breadth(rows: list[list[CellFlow]]) -> int:
    """Columns. A cell said to span many more than any row has is a title across them all."""
    most = max((len(row) for row in rows), default=0)
    return max((sum(min(cell.columns, most) for cell in row) for row in rows), default=0)


def _table(table: TableFlow) -> Table:
    rows = _grid(table.rows)
    width = max(len(row) for row in rows)
    used = [column for column in range(width) if any(column < len(row) and row[column] for row in rows)]
    head = 0
    while head < len(table.rows) and all(cell.is_head or not cell.blocks for cell in table.rows[head]):
        head += 1
    full = [tuple(row[column] if column < len(row) else () for column in used) for row in rows]
    return Table(tuple(full), head if head < len(full) else 0)


def _grid(rows: list[list[CellFlow]]) -> list[list[Cell]]:
    """Cells in their columns; where one spans several, the others are empty."""
    most = max(len(row) for row in rows)
    below: dict[int, int] = {}  # column -> how many further rows a cell from above reaches into
    grid = []
    for row in rows:
        line: list[Cell] = []
        for cell in row:
            while below.get(len(line), 0) > 0:
                line.append(())
            if len(line) >= 2 * WIDEST:
                break
            start, breadth = len(line), min(cell.columns, most)
            line.extend([_content(cell), *([()] * (breadth - 1))])
            if cell.rows > 1:
                below.update((column, cell.rows) for column in range(start, start + breadth))
        grid.append(line[: 2 * WIDEST])
        below = {column: left - 1 for column, left in below.items() if left > 1}
    return grid


def _content(cell: CellFlow) -> Cell:
    """The blocks of a cell as one run of spans, a line for each."""
    spans: list[Span] = []
    for block in cell.blocks:
        lines = (
            [_spans(block)]
            if not isinstance(block, ListBlock)
            else [_item(item.number, item.blocks) for item in block.items]
        )
        for line in lines:
            spans.extend([NEWLINE, *line] if spans else line)
    return tuple(spans)


def _item(number: int | None, blocks: tuple[Block, ...]) -> Cell:
    mark = "• " if number is None else f"{number}. "
    return (Span(mark), *(span for block in blocks for span in _spans(block)))


def _spans(block: Block) -> Cell:
    match block:
        case Paragraph(spans):
            return spans
        case Heading(_, spans):
            return tuple(Span(span.text, span.emphasis | STRONG, span.link) for span in spans)
        case Picture(alt, link):
            return spans_of([(alt, PLAIN, link, True)])
        case Code(text):
            return (Span(text, frozenset((Emphasis.CODE,))),)
    return ()


def _mark(row: list[CellFlow]) -> re.Match[str] | None:
    """The bullet or number in the first cell of a row, where the row is an item of a list made with a table."""
    filled = [cell for cell in row if cell.blocks]
    if len(filled) != 2 or not _is_bare(filled[0]):
        return None
    return _MARK.fullmatch("".join(span.text for span in _content(filled[0])))


def _placed(table: TableFlow) -> list[Block]:
    """The cells one after the other; short ones of one row stay on one line, rows that begin with a mark are items."""
    blocks: list[Block] = []
    items: list[ListItem] = []
    for row in table.rows:
        filled = [cell for cell in row if cell.blocks]
        mark = _mark(row)
        if mark is not None:
            items.append(ListItem(int(mark[1]) if mark[1] else None, tuple(filled[1].blocks)))
            continue
        if items:
            blocks.append(ListBlock(tuple(items)))
            items = []
        if len(filled) > 1 and all(map(_is_short, filled)):
            blocks.append(Paragraph(_in_line(filled)))
        else:
            blocks.extend(block for cell in filled for block in cell.blocks)
    return [*blocks, ListBlock(tuple(items))] if items else blocks


def _is_short(cell: CellFlow) -> bool:
    """Whether a cell is a word or two, or a small picture such as those that lead to networks."""
    block = cell.blocks[0]
    if len(cell.blocks) == 1 and isinstance(block, Picture):
        return len(block.alt) <= SHORT_CELL
    return _is_bare(cell) and _length(cell) <= SHORT_CELL


def _in_line(cells: list[CellFlow]) -> Cell:
    spans: list[Span] = []
    for cell in cells:
        spans.extend([Span(" · "), *_content(cell)] if spans else _content(cell))
    return tuple(spans)
