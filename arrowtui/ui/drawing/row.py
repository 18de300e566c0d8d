"""One line of a list: which words and signs stand in which cells, and in which ink. No colours here.

An unread line is told from a read one by its mark and its bold title, a kept one by a star, a selected one by a tick:
never by colour alone.
"""

from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from arrowtui.model.item import ItemRow
from arrowtui.model.lane import Lane
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, cut, fit, steady

NARROW = 60
SOURCE_CELLS = 16
LEAST_SOURCE_CELLS = 8
SOURCE_SHARE = 2 / 9
"""What a source has of a line, from 8 to 16 cells; the tags give way before it."""
SOURCELESS = 34
"""Lines of fewer cells have no room for a source: what is left of the title would say nothing."""
TITLE_CELLS = 24
TAGS_CELLS, LEAST_TAG_CELLS = 24, 7


class Ink(StrEnum):
    """What a piece of a line is; the widget that draws it gives each its style."""

    PLAIN = "plain"
    BAR = "bar"
    PICKED = "picked"
    MARK = "mark"
    SEEN = "seen"
    SOURCE = "source"
    UNREAD = "unread"
    READ = "read"
    GONE = "gone"
    TAG = "tag"
    SIGN = "sign"
    KEPT = "kept"
    AGE = "age"
    HEAD = "head"
    WARN = "warn"


Pieces = tuple[tuple[str, Ink], ...]


class Signs(Struct, frozen=True):
    """The characters that stand for a state. Each is one cell wide."""

    unread: str = "●"
    read: str = "○"
    gone: str = "×"
    bar: str = "▌"
    picked: str = "✓"
    note: str = "✎"
    kept: str = "★"
    later: str = "◷"
    edited: str = "~"
    moved: str = "→"
    failing: str = "!"
    paused: str = "‖"
    done: str = "━"
    left: str = "─"
    ellipsis: str = "…"


UNICODE = Signs()
ASCII = Signs("*", ".", "x", ">", "+", "n", "s", "L", "~", ">", "!", "=", "#", "-", "~")


class Look(Struct, frozen=True):
    """How rows are drawn. `home` is the tab's lane: an item that now belongs elsewhere says where it went.

    `is_by_author`: the rows are of one collection; who wrote them stands in the place of where they come from.
    """

    width: int
    signs: Signs = UNICODE
    home: Lane | None = None
    is_by_author: bool = False


def row_pieces(row: ItemRow, look: Look, now: datetime, *, is_cursor: bool = False, is_picked: bool = False) -> Pieces:
    """The line of an item in exactly `look.width` cells, from left to right.

    Cursor bar, selection tick, mark, source (8 to 16 cells; dropped under 34), title, tags, signs,
    age at the right edge (short under 60).
    """
    return _pieces(row, look, age(row.sorted_at, now, short=look.width < NARROW), is_cursor, is_picked)


@lru_cache(maxsize=2048)
def _pieces(row: ItemRow, look: Look, old: str, is_cursor: bool, is_picked: bool) -> Pieces:
    signs, title = look.signs, steady(row.title)
    head: list[tuple[str, Ink]] = [
        (signs.bar if is_cursor else " ", Ink.BAR),
        (signs.picked if is_picked else " ", Ink.PICKED),
        mark(row, signs),
        (" ", Ink.PLAIN),
    ]
    if look.width >= SOURCELESS:
        head.append((_by(row, look), Ink.SOURCE))
    room = max(look.width - sum(cell_len(text) for text, _ in head), 0)
    tail = _tail(row, look, old, room)
    room -= sum(cell_len(text) for text, _ in tail)
    return clipped_pieces((*head, (fit(title, room, signs.ellipsis), title_ink(row, look.home)), *tail), look.width)


def mark(row: ItemRow, signs: Signs) -> tuple[str, Ink]:
    """The sign for unread, read or dismissed."""
    if row.is_dismissed:
        return signs.gone, Ink.GONE
    return (signs.read, Ink.SEEN) if row.is_read else (signs.unread, Ink.MARK)


def title_ink(row: ItemRow, home: Lane | None) -> Ink:
    """What a title is drawn in; `home` as in `Look`."""
    if row.is_dismissed:
        return Ink.GONE
    is_faint = row.is_read or (row.lane is Lane.NOISE and home not in (None, Lane.NOISE))
    return Ink.READ if is_faint else Ink.UNREAD


def _by(row: ItemRow, look: Look) -> str:
    """Who wrote it or where it comes from, in its column."""
    if look.is_by_author and row.author:
        return by(row.author, 0, look.width, look.signs)
    return by(row.source_title, row.other_sources, look.width, look.signs)


def by(name: str, others: int, width: int, signs: Signs, share: float = SOURCE_SHARE) -> str:
    """A source in its column, which has a share of the line; how many others brought it too is never cut off."""
    cells = min(max(int(width * share), LEAST_SOURCE_CELLS), SOURCE_CELLS)
    more = f" +{others}" if others else ""
    return fit(cut(steady(name), cells - len(more), signs.ellipsis) + more, cells) + "  "


def _tail(row: ItemRow, look: Look, old: str, room: int) -> Pieces:
    """What stands right of the title: tags get what a title of 24 cells (or its own width) leaves over."""
    signs = look.signs
    flags = state_signs(row, signs, look.home)
    ends: list[tuple[str, Ink]] = []
    if flags:
        ends.append((" ", Ink.PLAIN))
        ends += flags
    gap = "  " if look.width >= NARROW else " "
    ends.append((f" {old:>4} " if look.width >= NARROW else f" {old:>3} ", Ink.AGE))
    spare = room - sum(cell_len(text) for text, _ in ends) - min(cell_len(steady(row.title)), TITLE_CELLS) - len(gap)
    tags = tags_within(row.tags, spare, signs)
    return ((f"{gap}{tags}", Ink.TAG), *ends) if tags else ((gap, Ink.PLAIN), *ends)


def tags_within(tags: tuple[str, ...], spare: int, signs: Signs) -> str:
    """The tags of an item in at most `spare` cells (and never more than 24); "" where less than a word is left."""
    shown = _tags(tags, min(spare, TAGS_CELLS), signs)
    is_whole = bool(tags) and shown.startswith(f"#{steady(tags[0])}")
    return shown if cell_len(shown) <= spare and (is_whole or cell_len(shown) >= LEAST_TAG_CELLS) else ""


def _tags(tags: tuple[str, ...], width: int, signs: Signs) -> str:
    """As many whole tags as there is room for, then how many more there are; the first one is cut rather than left."""
    shown = ""
    for place, tag in enumerate(tags):
        words = f"{shown} #{steady(tag)}".lstrip()
        rest = len(tags) - place - 1
        more = f" +{rest}" if rest else ""
        if cell_len(words + more) > width:
            left = f" +{rest + 1}" if shown else more
            return f"{shown or cut(words, width - cell_len(more), signs.ellipsis)}{left}"
        shown = words
    return shown


def state_signs(row: ItemRow, signs: Signs, home: Lane | None) -> list[tuple[str, Ink]]:
    """What else there is to an item, a sign each: edited, noted, for later, kept; first where else it belongs."""
    flags = [
        (signs.edited, Ink.SIGN, row.is_edited),
        (signs.note, Ink.SIGN, row.note_count > 0),
        (signs.later, Ink.SIGN, row.is_later),
        (signs.kept, Ink.KEPT, row.is_kept),
    ]
    shown = [(sign, ink) for sign, ink, is_on in flags if is_on]
    if home is not None and row.lane is not home:
        return [(f"{signs.moved}{row.lane.tab} ", Ink.SIGN), *shown]
    return shown


def clipped_pieces(pieces: Pieces, width: int) -> Pieces:
    """Only for lists a few cells wide: what stands beyond the width is left out, the line stays exactly as wide."""
    shown: list[tuple[str, Ink]] = []
    for text, ink in pieces:
        room = width - sum(cell_len(kept) for kept, _ in shown)
        if room <= 0:
            break
        shown.append((text if cell_len(text) <= room else fit(text, room, ""), ink))
    missing = width - sum(cell_len(kept) for kept, _ in shown)
    return (*shown, (" " * missing, Ink.PLAIN)) if missing > 0 else tuple(shown)
