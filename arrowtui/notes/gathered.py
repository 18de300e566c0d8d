"""Answers gathered to a call-out, as they leave: a table for spreadsheets, a Markdown page; and how they came in."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta

from arrowtui.model.gathering import AnswerMark, GatheredAnswer, Gathering, Unit
from arrowtui.notes.log.markdown import deeper, escaped
from arrowtui.notes.log.page import Table
from arrowtui.notes.log.sheet import as_csv
from arrowtui.notes.plots import ASCII, EIGHTHS

COLUMNS = ("at", "author", "title", "answer", "link", "mark", "tags", "notes")
SHORT, LONG = timedelta(hours=36), timedelta(days=60)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLOT_CELLS = 48
ORDER = (AnswerMark.KEPT, AnswerMark.LATER, AnswerMark.NEW, AnswerMark.READ)
HEADINGS = {
    AnswerMark.KEPT: "Kept",
    AnswerMark.LATER: "For later",
    AnswerMark.NEW: "Not read yet",
    AnswerMark.READ: "Read",
}


def answers_csv(answers: Iterable[GatheredAnswer]) -> bytes:
    """Every answer, dismissed ones too, as UTF-8 for a spreadsheet; times are UTC, no cell is a formula."""
    rows = tuple(
        (
            one.at.isoformat(timespec="seconds").replace("+00:00", "Z"),
            one.author or "",
            one.title,
            one.text,
            one.link or "",
            one.mark.value,
            ", ".join(one.tags),
            "\n\n".join(one.notes),
        )
        for one in answers
    )
    return as_csv(Table(COLUMNS, rows))


def answers_markdown(gathering: Gathering, answers: Sequence[GatheredAnswer], now: datetime) -> bytes:
    """The answers by what became of them, with who said it, where, your tags and notes; dismissed ones are counted."""
    parts = [f"# {escaped(gathering.title)}", _about(gathering, now), *_plotted(gathering)]
    for mark in ORDER:
        held = [one for one in answers if one.mark is mark]
        parts += [f"## {HEADINGS[mark]} ({len(held)})", *map(_answer, held)] if held else []
    if gathering.dismissed:
        parts.append(f"{gathering.dismissed} dismissed, left out.")
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def told(gathering: Gathering) -> str:
    """How many answers there are, in words."""
    people = f" by {_count(gathering.people, 'person', 'people')}" if gathering.people else ""
    return f"{_count(gathering.answers, 'answer', 'answers')}{people}, {gathering.kept} kept"


def _about(gathering: Gathering, now: datetime) -> str:
    address = gathering.address
    link = f"<{address}>" if address.startswith(("http://", "https://")) else escaped(address)
    return f"Answers to {link}, as of {_day(now)}: {told(gathering)}."


def _plotted(gathering: Gathering) -> Iterator[str]:
    if lines := tuple(plot(gathering.counts, gathering.unit)):
        yield "\n".join(["```text", *lines, "```"])


def _answer(one: GatheredAnswer) -> str:
    where = f" · [there](<{one.link}>)" if one.link else ""
    lines = [f"### {escaped(one.author or 'somebody')}, {_day(one.at)}{where}", ""]
    if not one.text.startswith(one.title.rstrip("… ")):
        lines += [f"> {escaped(one.title)}", ">"]
    lines += [f"> {escaped(line)}".rstrip() for line in one.text.strip().splitlines()] or ["> (no words)"]
    if one.tags:
        lines += ["", " ".join(f"#{tag.replace(' ', '-')}" for tag in one.tags)]
    for note in one.notes:
        lines += ["", f"Note: {deeper(note, 4)}"]
    return "\n".join(lines)


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}"


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {many}"


# How they came in


def counted(times: Sequence[datetime]) -> tuple[Unit, tuple[tuple[datetime, int], ...]]:
    """How many came in each hour, day or week (by the local clock) from the first to the last; none is left out.

    Args:
        times: aware, the earliest first.
    """
    if not times:
        return Unit.DAY, ()
    span = times[-1] - times[0]
    unit = Unit.HOUR if span <= SHORT else Unit.DAY if span <= LONG else Unit.WEEK
    found: dict[datetime, int] = {}
    for at in times:
        begun = _begun(at, unit)
        found[begun] = found.get(begun, 0) + 1
    starts = _starts(min(found), max(found), unit)
    return unit, tuple((start, found.get(start, 0)) for start in starts)


def _begun(at: datetime, unit: Unit) -> datetime:
    """When its hour, local day or local week (Monday) began. Hours go by the instant: a clock put back has two."""
    if unit is Unit.HOUR:
        return at.replace(minute=0, second=0, microsecond=0)
    day = at.astimezone().date()
    monday = day - timedelta(days=day.weekday())
    return datetime.combine(day if unit is Unit.DAY else monday, time()).astimezone(at.tzinfo)


def _starts(first: datetime, last: datetime, unit: Unit) -> Iterator[datetime]:
    """Days are as long as the local clock makes them, so the next one is found from its noon."""
    step = {Unit.HOUR: HOUR, Unit.DAY: DAY, Unit.WEEK: 7 * DAY}[unit]
    at = first
    while at <= last:
        yield at
        at = at + step if unit is Unit.HOUR else _begun(at + step + DAY / 2, unit)


def plot(counts: Sequence[tuple[datetime, int]], unit: Unit, *, is_ascii: bool = False) -> Iterator[str]:
    """A line of bars, and below it what they stand for in words; nothing where nothing came."""
    if not counts:
        return
    shown = counts[-PLOT_CELLS:]
    most_at, most = max(shown, key=lambda pair: pair[1])
    yield _bars([count for _, count in shown], is_ascii=is_ascii)
    first, last = _name(shown[0][0], unit), _name(shown[-1][0], unit)
    span = first if first == last else f"{first} to {last}"
    yield f"{span}, by the {unit.value}; most {_name(most_at, unit)}: {most:,}"


def votes_plot(votes: Sequence[tuple[datetime, int]], *, is_ascii: bool = False) -> Iterator[str]:
    """How the votes of a poll grew, a bar for each time that they had changed; nothing where nobody voted."""
    if any(count for _, count in votes):
        yield _bars([count for _, count in votes[-PLOT_CELLS:]], is_ascii=is_ascii)
        yield f"votes from {_day(votes[0][0])} to {_day(votes[-1][0])}: {votes[0][1]:,} to {votes[-1][1]:,}"


def _bars(counts: Sequence[int], *, is_ascii: bool) -> str:
    """A bar of one cell for each number: the greatest is full, none but nought is empty."""
    levels, most = ASCII if is_ascii else EIGHTHS, max(counts) or 1
    return "".join(levels[0 if not count else max(1, round(count / most * 8))] for count in counts)


def _name(at: datetime, unit: Unit) -> str:
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b}" + (f" {local:%H:%M}" if unit is Unit.HOUR else "")
