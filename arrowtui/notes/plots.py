"""The measures as small plots of text. Every bar has its number: nothing is told by a shape or colour alone."""

from collections.abc import Iterable, Iterator, Sequence
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
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plots(measures: Measures, *, is_ascii: bool = False) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Title and lines of each plot, at most 60 cells wide."""
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
    yield from _columns([(share.monday, share.of) for share in shares], is_ascii, begun)
    yield from _columns([(share.monday, share.came) for share in shares], is_ascii, came, [s.of for s in shares])


def _weeks(weeks: Sequence[tuple[date, int]], is_ascii: bool) -> Iterator[str]:
    if not any(count for _, count in weeks):
        yield "No notes in these twelve weeks."
        return
    yield from _columns(weeks, is_ascii, "layers written")
    yield _dates(day for day, _ in weeks)


def _forecast(days: Sequence[tuple[date, int]], is_ascii: bool) -> Iterator[str]:
    if not any(count for _, count in days):
        yield "No note is due in the next two weeks."
        return
    yield from _columns(days, is_ascii, "notes due")
    yield _dates(day for day, _ in days)


def _columns(counts: Sequence[tuple[date, int]], is_ascii: bool, what: str, scale: Sequence[int] = ()) -> Iterator[str]:
    """Heights, and below them the numbers; `scale` are the numbers to measure against."""
    most = max([count for _, count in counts] + list(scale)) or 1
    levels = ASCII if is_ascii else EIGHTHS
    yield " ".join(f" {levels[_level(count, most)] * 2}" for _, count in counts)
    yield " ".join(f"{count or '·' if not is_ascii else count:>3}" for _, count in counts) + f"  {what}"


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


def _dates(days: Iterable[date]) -> str:
    """The day of the month under each column, and the month where it begins."""
    all_days = list(days)
    line = " ".join(f"{day.day:>3}" for day in all_days)
    months = [f"{MONTHS[all_days[0].month - 1]}"]
    months += [MONTHS[after.month - 1] for before, after in pairwise(all_days) if before.month != after.month]
    return f"{line}  {' '.join(months)}"
