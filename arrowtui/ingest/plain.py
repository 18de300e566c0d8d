"""Plain text -> a document: paragraphs, quotes marked by ">", bullets; lines broken by machines are made whole."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby, pairwise

from arrowtui.ingest.flow import ItemFlow, ListFlow, QuoteFlow
from arrowtui.ingest.sheet import Sheet
from arrowtui.model.document import Rule

NARROWEST_WRAP, WIDEST_WRAP = 55, 80
"""Columns at which mail programs break lines."""
RAGGED = 8
"""Columns by which full lines of one letter may differ: its parts were often broken by several machines."""
SURE = 3
"""Full lines it takes to believe in a machine: the two lines of a post are its author's."""
DEEPEST_QUOTE = 6

_RULE = re.compile(r"\s*([-=_*~#])(?:\s?\1){4,}\s*")
_BULLET = re.compile(r"\s{0,6}[-*•–]\s+(?=\S)")
_QUOTED = re.compile(r"((?:>\s?)+)")


class _Kind(Enum):
    TEXT = 1
    ITEM = 2
    RULE = 3


def write_plain(sheet: Sheet, text: str) -> None:
    """Write clean text as it is meant: its lines are the author's, unless a mail program broke them."""
    for depth, group in groupby(text.expandtabs(4).split("\n"), key=_depth):
        lines = [_QUOTED.sub("", line, count=1) if depth else line for line in group]
        for _ in range(depth):
            sheet.open(QuoteFlow())
        _write_lines(sheet, lines)
        for _ in range(depth):
            sheet.close()


def _depth(line: str) -> int:
    """How many ">" a line begins with; ">:(" is no quote."""
    marks = _QUOTED.match(line)
    is_quote = marks is not None and (marks[0][-1].isspace() or marks.end() == len(line))
    return min(marks[1].count(">"), DEEPEST_QUOTE) if marks is not None and is_quote else 0


def _write_lines(sheet: Sheet, lines: list[str]) -> None:
    wrap = _wrap(lines)
    parts = (part for is_blank, run in groupby(lines, _is_blank) if not is_blank for part in _parts(run, wrap))
    for kind, group in groupby(parts, key=lambda part: part[0]):
        if kind is _Kind.ITEM:
            sheet.open(ListFlow(None))
        for _, text in group:
            _write_part(sheet, kind, text)
        if kind is _Kind.ITEM:
            sheet.close()


def _wrap(lines: list[str]) -> int | None:
    """The column at which a machine broke the lines; None where no more than a few lines look like that."""
    width = max((len(line.rstrip()) for line in lines), default=0) - RAGGED
    if not NARROWEST_WRAP <= width + RAGGED <= WIDEST_WRAP:
        return None
    full = sum(bool(line.strip()) and _was_full(last, line, width) for last, line in pairwise(lines))
    return width if full >= SURE else None


def _was_full(last: str, line: str, wrap: int) -> bool:
    """Whether the line before had no room for the first word of this one."""
    return len(last.rstrip()) + 1 + len(line.split(None, 1)[0]) > wrap


def _is_blank(line: str) -> bool:
    return not line.strip()


def _write_part(sheet: Sheet, kind: _Kind, text: str) -> None:
    if kind is _Kind.RULE:
        sheet.flow.put(Rule())
        return
    if kind is _Kind.ITEM:
        sheet.open(ItemFlow(None))
    for position, line in enumerate(text.split("\n")):
        if position:
            sheet.flow.newline()
        sheet.write(line)
    sheet.flow.end()
    if kind is _Kind.ITEM:
        sheet.close()


def _parts(lines: Iterable[str], wrap: int | None) -> Iterator[tuple[_Kind, str]]:
    """The items, rules and paragraphs of a run of lines; `wrap` is where a machine broke them, if one did."""
    kind, held, last = _Kind.TEXT, list[str](), ""
    for line in lines:
        bullet = _BULLET.match(line)
        is_rule = _RULE.fullmatch(line) is not None
        if held and (bullet or is_rule or kind is _Kind.RULE):
            yield kind, "".join(held)
            held = []
        if not held:
            kind = _Kind.RULE if is_rule else _Kind.ITEM if bullet else _Kind.TEXT
            held.append(line[bullet.end() :].strip() if bullet and not is_rule else line.strip())
        else:
            held.append(_joint(last, line, wrap) + line.strip())
        last = line.rstrip()
    if held:
        yield kind, "".join(held)


def _joint(last: str, line: str, wrap: int | None) -> str:
    """A blank where a machine broke the line, else the line break the author made."""
    return " " if wrap is not None and _was_full(last, line, wrap) else "\n"
