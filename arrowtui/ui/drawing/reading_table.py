"""A table -> lines: columns fitted to the width, or one value a line where columns would be slivers."""

import re

from arrowtui.model.document import Span, Table
from arrowtui.ui.drawing.breaking import lines_of, longest_word, natural_width
from arrowtui.ui.drawing.page import HARD_BLANK, PageLine, Piece, Tone, cells

GAP = "  "
LONGEST_WORD = 14
"""Cells: a column is made so narrow that longer words break, but never shorter ones."""
STACK_INDENT = "  "

Cell = tuple[Span, ...]
_NUMBER = re.compile(r"[-+−±~≈<>]?\s?[$€£¥₹]?\s?\d[\d.,'\s  ]*\s?(?:%|[a-zA-Z€$£¥°]{1,4})?")


def set_table(table: Table, width: int) -> list[PageLine]:
    """The table in lines of at most `width` cells."""
    if not table.rows or not table.rows[0]:
        return []
    columns = list(zip(*[row for row in table.rows if not _is_title(row)] or table.rows, strict=True))
    natural = [max(map(natural_width, column)) for column in columns]
    least = [min(max(map(longest_word, column)), LONGEST_WORD) for column in columns]
    room = width - len(GAP) * (len(columns) - 1)
    widths = _shared(natural, least, room)
    return _in_columns(table, widths, width) if widths else _stacked(table, width)


def _is_title(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds nothing but its first cell: a title over all columns, which makes none of them wider."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def _shared(natural: list[int], least: list[int], room: int) -> list[int]:
    """A width for each column; none where even the longest words have no room.

    Columns that need less than an equal share keep what they need, the others share what is left.
    """
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return []
    widths = dict(enumerate(least))
    open_columns = set(widths)
    left = room - sum(least)
    while left > 0 and open_columns:
        share = max(1, left // len(open_columns))
        for column in sorted(open_columns):
            more = min(share, natural[column] - widths[column], left)
            widths[column] += more
            left -= more
            if widths[column] >= natural[column]:
                open_columns.discard(column)
    return [widths[column] for column in range(len(natural))]


def _in_columns(table: Table, widths: list[int], width: int) -> list[PageLine]:
    is_number = [_is_number_column(table, column) for column in range(len(widths))]
    rows = [_set_row(row, widths, width, place < table.head) for place, row in enumerate(table.rows)]
    are_apart = any(len(cell) > 1 for row in rows[table.head :] if len(row) > 1 for cell in row)
    lines: list[PageLine] = []
    for place, row in enumerate(rows):
        if place and place == table.head:
            lines.append((Piece(GAP.join("─" * width for width in widths), (Tone.RULE,)),))
        elif place > table.head and are_apart:
            lines.append(())
        lines.extend(row[0] if len(row) == 1 else _row_lines(row, widths, is_number))
    return lines


def _set_row(row: tuple[Cell, ...], widths: list[int], whole: int, is_head: bool) -> list[list[PageLine]]:
    """The lines of each cell; those of a title alone."""
    tones = (Tone.TABLE_HEAD,) if is_head else ()
    if _is_title(row):
        return [lines_of(row[0], whole, tones)]
    return [lines_of(cell, max(width, 1), tones) for cell, width in zip(row, widths, strict=True)]


def _is_number_column(table: Table, column: int) -> bool:
    texts = [
        "".join(span.text for span in row[column]).strip() for row in table.rows[table.head :] if not _is_title(row)
    ]
    filled = [text for text in texts if text not in ("", "-", "–", "—")]
    return bool(filled) and all(_NUMBER.fullmatch(text.replace(HARD_BLANK, " ")) for text in filled)


def _row_lines(row: list[list[PageLine]], widths: list[int], is_number: list[bool]) -> list[PageLine]:
    lines: list[PageLine] = []
    for place in range(max(map(len, row))):
        line: list[Piece] = []
        blanks = 0
        for cell, width, right in zip(row, widths, is_number, strict=True):
            content = cell[place] if place < len(cell) else ()
            spare = width - cells(content)
            before = blanks + (spare if right else 0)
            if content:
                line.extend([Piece(" " * before), *content] if before else content)
                blanks = len(GAP) + (0 if right else spare)
            else:
                blanks += width + len(GAP)
        lines.append(tuple(line))
    return lines


def _stacked(table: Table, width: int) -> list[PageLine]:
    """Each row as lines "Heading: value", rows apart."""
    head = table.head if table.head < len(table.rows) else 0
    labels = [_label(tuple(row[column] for row in table.rows[:head])) for column in range(len(table.rows[0]))]
    lines: list[PageLine] = []
    for row in table.rows[head:]:
        values = [(*label, *cell) for label, cell in zip(labels, row, strict=True) if cell]
        own = [line for value in values for line in lines_of(value, width - len(STACK_INDENT))]
        if lines and own:
            lines.append(())
        lines.extend((Piece(STACK_INDENT), *line) if place else line for place, line in enumerate(own))
    return lines


def _label(heads: tuple[Cell, ...]) -> Cell:
    spans = [Span(span.text.replace("\n", " "), span.emphasis) for head in heads for span in head]
    return (*spans, Span(": ")) if spans else ()
