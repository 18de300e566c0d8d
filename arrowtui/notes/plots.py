"""The measures as small plots of text. Every bar has its number: nothing is told by a shape or colour alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from unicodedata import combining, east_asian_width

from arrowtui.model.measures import Measures, Share

EIGHTHS = " ▁▂▃▄▅▆▇█"
ASCII = " .:-=+*%#"
BAR, LEFT = "█", "░"
ASCII_BAR, ASCII_LEFT = "#", "."
SHARE_CELLS = 20
LABEL_CELLS = 16
WEEKS = "week from"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plots(measures: Measures, *, is_ascii: bool = False) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Title and lines of each plot, at most 66 cells wide while no count has more than three digits."""
    yield "Kept, and looked at again", tuple(_share(measures.looked_again, "kept", "looked at again", is_ascii))
    yield "Meant, and done", tuple(_share(measures.intentions, "meant", "done", is_ascii))
    yield "Reflections by week", tuple(_weeks(measures.reflections, is_ascii))
    if measures.tags:
        yield "Reflected on most", tuple(_bars(measures.tags, is_ascii))
    yield "Coming back", tuple(_forecast(measures.forecast, is_ascii))


def _share(shares: Sequence[Share], begun: str, came: str, is_ascii: bool) -> Iterator[str]:
    of, so = sum(share.of for share in shares), sum(share.came for share in shares)
    if not of:
        yield f"Nothing {begun} in these twelve weeks."
        return
    full = round(SHARE_CELLS * so / of)
    bar, left = (ASCII_BAR, ASCII_LEFT) if is_ascii else (BAR, LEFT)
    yield f"{bar * full}{left * (SHARE_CELLS - full)}  {so} of {of} {came} ({round(100 * so / of)} %)"
    counts, most = [share.of for share in shares], max(share.of for share in shares)
    yield from _columns(counts, most, is_ascii, begun)
    yield from _columns([share.came for share in shares], most, is_ascii, came)
    yield from _dates([share.monday for share in shares], most, WEEKS)


def _weeks(weeks: Sequence[tuple[date, int]], is_ascii: bool) -> Iterator[str]:
    if not any(count for _, count in weeks):
        yield "No notes in these twelve weeks."
        return
    yield from _dated(weeks, is_ascii, "layers written", WEEKS)


def _forecast(days: Sequence[tuple[date, int]], is_ascii: bool) -> Iterator[str]:
    if not any(count for _, count in days):
        yield "No note is due in the next two weeks."
        return
    yield from _dated(days, is_ascii, "notes due", "day")


def _dated(counts: Sequence[tuple[date, int]], is_ascii: bool, what: str, when: str) -> Iterator[str]:
    """Columns with their dates."""
    most = max(count for _, count in counts)
    yield from _columns([count for _, count in counts], most, is_ascii, what)
    yield from _dates([day for day, _ in counts], most, when)


def _columns(counts: Sequence[int], most: int, is_ascii: bool, what: str) -> Iterator[str]:
    """Heights measured against `most`, and right below each its number."""
    levels, cells = ASCII if is_ascii else EIGHTHS, _cells(most)
    yield " ".join(f"{levels[_level(count, most)] * 2:>{cells}}" for count in counts).rstrip()
    yield " ".join(f"{count or '·' if not is_ascii else count:>{cells}}" for count in counts) + f"  {what}"


def _cells(most: int) -> int:
    """How wide each column is: every number has room, so that all lines of a plot stand in the same columns."""
    return max(len(str(most)), 3)


def _level(count: int, most: int) -> int:
    return 0 if not count else max(1, round(count / most * 8))


def _bars(counts: Sequence[tuple[str, int]], is_ascii: bool) -> Iterator[str]:
    most = max(count for _, count in counts)
    bar = ASCII_BAR if is_ascii else BAR
    for name, count in counts:
        yield f"{_label(f'#{name}')} {bar * max(1, round(count / most * SHARE_CELLS))} {count}"


def _label(words: str) -> str:
    """In exactly so many cells; wide letters take two."""
    kept, used = "", 0
    for letter in words:
        cells = 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
        if used + cells > LABEL_CELLS:
            break
        kept, used = kept + letter, used + cells
    return kept + " " * (LABEL_CELLS - used)


def _dates(days: Sequence[date], most: int, when: str) -> Iterator[str]:
    """The day of the month under each column, and below that the month under its first."""
    cells = _cells(most)
    is_first = [True, *(before.month != after.month for before, after in pairwise(days))]
    months = (MONTHS[day.month - 1] if first else "" for day, first in zip(days, is_first, strict=True))
    yield " ".join(f"{day.day:>{cells}}" for day in days) + f"  {when}"
    yield " ".join(f"{month:>{cells}}" for month in months).rstrip()
