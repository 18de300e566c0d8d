"""The letter as Markdown, and as a page of HTML that needs nothing else."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from html import escape

from arrowtui.model.lane import Lane
from arrowtui.model.letter import Letter
from arrowtui.model.review import Intention, Outcome

MARKED = re.compile(r"([\\`*_\[\]<>#|~!&])")
UNFIT = re.compile(r"[<>\\\s\x00-\x1f\x7f]")
"""What cannot stand in the address of a link."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WHY = 120
OUTCOMES = {
    Outcome.FORGOT: "forgotten",
    Outcome.EFFORT: "remembered with effort",
    Outcome.YES: "remembered",
    Outcome.HABIT: "a habit already",
    Outcome.USED: "used",
    Outcome.LATER: "put off",
    Outcome.LET_GO: "let go",
}
STYLE = """body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.5 Georgia, serif; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; } h2 { margin-top: 2rem; font-size: 1.1rem; }
li { margin: .3rem 0; } a { color: inherit; }
@media (prefers-color-scheme: dark) { body { background: #16181d; color: #dcdfe4; } }"""


def letter_markdown(letter: Letter) -> str:
    """The letter in CommonMark. Titles and notes are written so that none of their characters is a mark."""
    return "\n".join(_lines(letter)).strip() + "\n"


def letter_html(letter: Letter) -> str:
    """The letter as one HTML document; nothing in it runs, and nothing is fetched."""
    from markdown_it import MarkdownIt  # only for this

    body = MarkdownIt("commonmark", {"html": False}).render(letter_markdown(letter))
    title = escape(f"Your week, {_span(letter)}")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _lines(letter: Letter) -> Iterator[str]:
    yield f"# Your week, {_span(letter)}"
    yield ""
    yield from _came(letter)
    yield from _kept(letter)
    yield from _thought(letter)
    yield from _intended(letter)
    if letter.closing:
        yield from _section(
            "Closing soon", (f"{_link(each.title, each.link)}, until {_moment(each.at)}" for each in letter.closing)
        )
    if letter.missed:
        yield from _section(
            "Ran without you", (f"{_link(each.title, each.link)}, {_moment(each.began_at)}" for each in letter.missed)
        )


def _came(letter: Letter) -> Iterator[str]:
    counts = {came.lane: came.count for came in letter.came}
    words = {Lane.TIP: ("tip", "tips"), Lane.CHAT: ("chat post", "chat posts"), Lane.CALL: ("call", "calls")}
    parts = [_count(counts.get(lane, 0), *forms) for lane, forms in words.items()]
    yield "## What came"
    yield ""
    if not any(counts.get(lane) for lane in words):
        yield "Nothing came in."
    else:
        yield f"{_and(parts)}." + (f" {counts[Lane.NOISE]} more were noise." if counts.get(Lane.NOISE) else "")
        if letter.busiest:
            yield f"Most from {_and(f'{_plain(title)} ({count})' for title, count in letter.busiest)}."
    yield ""


def _kept(letter: Letter) -> Iterator[str]:
    lines = [f"{_link(kept.title, kept.link)} *({_plain(kept.source)})*{_why(kept.why)}" for kept in letter.kept]
    yield from _section("What you kept", lines, _more(letter.kept_count - len(lines)), empty="Nothing this week.")
    if letter.never_again:
        items = _count(letter.never_again, "item that you kept earlier was", "items that you kept earlier were")
        yield f"{items} never looked at again. The board (gb) has them on top."
        yield ""


def _thought(letter: Letter) -> Iterator[str]:
    lines = [
        (f"**{_plain(row.about_title)}**: " if row.about_title else "")
        + _plain(_short(row.opening))
        + (f" *({row.layers} layers)*" if row.layers > 1 else "")
        for row in letter.notes
    ]
    yield from _section("What you thought about", lines, _more(letter.notes_count - len(lines)), empty="No notes.")
    if letter.reviews:
        met = sum(count for _, count in letter.reviews)
        how = _and(f"{count} {OUTCOMES[outcome]}" for outcome, count in letter.reviews)
        yield f"You met {_count(met, 'note', 'notes')} again: {how}."
        yield ""


def _intended(letter: Letter) -> Iterator[str]:
    if letter.done:
        yield from _section("Done", (_plain(each.words) for each in letter.done))
    if letter.due:
        yield from _section("What you meant to do", (_intention(each, letter.until) for each in letter.due))


def _intention(each: Intention, now: datetime) -> str:
    if each.day is None:
        return _plain(each.words)
    late = " (the day is past)" if each.day < now.astimezone().date() else ""
    return f"{_plain(each.words)} — by {_day(each.day)}{late}"


def _section(title: str, lines: Iterable[str], more: str = "", *, empty: str = "") -> Iterator[str]:
    found = list(lines)
    yield f"## {title}"
    yield ""
    yield from (f"- {line}" for line in found)
    if more:
        yield f"- {more}"
    if not found and empty:
        yield empty
    yield ""


def _more(count: int) -> str:
    return f"and {count} more" if count > 0 else ""


def _link(title: str, link: str | None) -> str:
    return f"[{_plain(title)}](<{link}>)" if link and not UNFIT.search(link) else _plain(title)


def _plain(text: str | None) -> str:
    return MARKED.sub(r"\\\1", " ".join((text or "").split()))


def _why(words: str) -> str:
    return f": {_plain(_short(words))}" if words else ""


def _short(words: str) -> str:
    """The beginning, up to a whole word."""
    return words if len(words) <= WHY else words[:WHY].rsplit(" ", 1)[0] + " …"


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _and(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _span(letter: Letter) -> str:
    last = letter.until - timedelta(microseconds=1)  # a midnight belongs to the day before
    begin, end = letter.since.astimezone().date(), last.astimezone().date()
    return f"{_day(begin)} to {_day(end)} {end.year}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{_day(here.date())}, {here:%H:%M}"
