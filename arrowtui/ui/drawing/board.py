"""The lines of the board: shelves with their items."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from arrowtui.model.board import Kept, Shelf
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, fit, steady
from arrowtui.ui.drawing.row import NARROW, SOURCE_CELLS, Ink, Pieces, Signs
from arrowtui.ui.widgets.lines import Line

NEVER = "never again"


def board_lines(shelves: Sequence[Shelf], now: datetime, signs: Signs) -> Iterator[Line]:
    """Headings and items; an item's key is its shelf and its number, for it may stand on several shelves."""
    for at, shelf in enumerate(shelves):
        if at:
            yield Line(None, lambda width, _: ((" " * width, Ink.PLAIN),))
        yield _heading(shelf)
        for kept in shelf.items:
            yield _line(shelf, kept, now, signs)


def _heading(shelf: Shelf) -> Line:
    never = f" · {shelf.never} never looked at again" if shelf.never else ""
    words = f"  {steady(shelf.title) or 'On no shelf'}  {len(shelf.items)}{never}"
    return Line(None, lambda width, _: ((fit(words, width), Ink.HEAD),))


def _line(shelf: Shelf, kept: Kept, now: datetime, signs: Signs) -> Line:
    def draw(width: int, is_cursor: bool) -> Pieces:
        looked = f" {f'seen {age(kept.looked_at, now, short=True)}' if kept.looked_at else NEVER:>11} "
        note = signs.note if kept.row.note_count else " "
        source = f"{fit(steady(kept.row.source_title), SOURCE_CELLS)}  " if width >= NARROW else ""
        room = max(width - 6 - cell_len(source) - cell_len(looked), 0)
        return (
            (signs.bar if is_cursor else " ", Ink.BAR),
            (f" {signs.kept} ", Ink.KEPT),
            (source, Ink.SOURCE),
            (fit(steady(kept.row.title), room, signs.ellipsis), Ink.PLAIN if kept.looked_at else Ink.UNREAD),
            (f" {note}", Ink.SIGN),
            (looked, Ink.AGE if kept.looked_at else Ink.MARK),
        )

    return Line((shelf.title, kept.row.id), draw)
