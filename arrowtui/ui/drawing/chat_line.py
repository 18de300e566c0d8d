"""Lines of the Chats tab and of a session: sessions with their hour, questions, answers. No colours here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import product

from arrowtui.model.chat_board import Fate, Question, SessionLine, SessionReading, WatchState, When
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import SEP, cell_len, fit, steady, whole_parts
from arrowtui.ui.drawing.page import wrapped
from arrowtui.ui.drawing.row import Ink, Pieces, Signs

HEADINGS = {When.LIVE: "Live now", When.NEXT: "Next", When.TO_READ: "To read", When.PAST: "Past sessions"}
NAME_CELLS = 22
NOBODY = "no question seen"
STATES = {WatchState.WATCHING: "watching", WatchState.READ: "read", WatchState.REFLECTED: "reflected"}


def part_pieces(when: When, count: int, width: int, signs: Signs) -> Pieces:
    """The line above a part."""
    return ((fit(f"  {HEADINGS[when]} · {count}", width, signs.ellipsis), Ink.HEAD),)


def session_pieces(line: SessionLine, width: int, now: datetime, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """A session in exactly `width` cells: name, the reader's hour, the host's where it is another, how it stands."""
    starts = line.window.starts_at.astimezone(now.tzinfo)
    mark = (signs.unread, Ink.MARK) if line.when in (When.LIVE, When.TO_READ) else (" ", Ink.SEEN)
    head: list[tuple[str, Ink]] = [(signs.bar if is_cursor else " ", Ink.BAR), (" ", Ink.PLAIN), mark, (" ", Ink.PLAIN)]
    head.append((fit(steady(line.chat.name), min(NAME_CELLS, width // 3), signs.ellipsis) + "  ", Ink.UNREAD))
    hour = f"{starts:%a} {starts.day} {starts:%b} {starts:%H:%M}"
    if line.when is When.LIVE:  # the day is known, and room is scarce
        hour = f"{starts:%H:%M}–{line.window.ends_at.astimezone(now.tzinfo):%H:%M}"
    ends: list[tuple[str, Ink]] = [(f" {_stands(line, now)} ", Ink.WARN if line.when is When.LIVE else Ink.AGE)]
    room = width - sum(cell_len(text) for text, _ in (*head, *ends))
    about = _about(line, hour, room - 1)  # two blanks before how it stands; one will do where the day needs the other
    return (*head, (fit(about, max(room, 0), signs.ellipsis), Ink.SOURCE), *ends)


def _about(line: SessionLine, hour: str, room: int) -> str:
    """Hour, the host's hour and what else there is to say, as far as there is room. What became of a session goes
    before the host's hour; the weekday goes last."""
    said = _said(line)
    for first, begun in product((said[:1], ()), (hour + host_hour(line), hour)):
        if cell_len(SEP.join((begun, *first))) <= room:
            return whole_parts(SEP.join((begun, *first, *said[1:])), room)
    return hour if cell_len(hour) <= room + 1 else hour.partition(" ")[2] or hour


def session_words(line: SessionLine, now: datetime) -> str:
    """A session as one sentence for a page without columns; the hours are those of `now`'s zone and the host's."""
    starts = line.window.starts_at.astimezone(now.tzinfo)
    hour = f"{starts:%a} {starts.day} {starts:%b} {starts:%H:%M}{host_hour(line)}"
    return " · ".join((f"{steady(line.chat.name)}: {hour}", *_said(line), _stands(line, now)))


def host_hour(line: SessionLine) -> str:
    """The hour on the host's clock, where that is another one."""
    from zoneinfo import ZoneInfo

    local = line.window.starts_at.astimezone(ZoneInfo(line.chat.series.tz))
    here = line.window.starts_at.astimezone()
    return "" if local.utcoffset() == here.utcoffset() else f" ({local:%H:%M} {local.tzname()})"


def _said(line: SessionLine) -> Sequence[str]:
    """What else there is to say, the weightiest first."""
    posts = posts_words(line.posts) if line.posts else ""
    if line.fate is not None:
        ended = {Fate.CANCELLED: "", Fate.NO_SHOW: NOBODY}  # the end of the line says the rest
        return [told for told in (ended.get(line.fate, fate_words(line)), posts) if told]
    if line.when is When.NEXT:
        return ()
    state = STATES[line.state] if line.state else ""
    return [told for told in (state, posts or "nothing was posted") if told]


def posts_words(count: int) -> str:
    """How many posts."""
    return "1 post" if count == 1 else f"{count:,} posts"


def fate_words(line: SessionLine) -> str:
    """What became of a session that did not go as planned, in words."""
    if line.fate is Fate.MOVED and line.moved_to is not None:
        to = line.moved_to.astimezone()
        return f"to {to:%a} {to.day} {to:%b} {to:%H:%M}"
    if line.fate is Fate.NO_SHOW:
        return f"no-show: {NOBODY}"
    return {Fate.CANCELLED: "cancelled", Fate.MOVED: "moved, no new hour yet"}.get(line.fate, "") if line.fate else ""


def told_fate(line: SessionLine) -> str:
    """The same as a sentence of its own."""
    words = fate_words(line)
    return f"Moved {words}" if words.startswith("to ") else words.capitalize()


def _stands(line: SessionLine, now: datetime) -> str:
    window = line.window
    if line.fate is not None:
        return line.fate.value
    if line.when is When.LIVE:
        return f"{max(1, round((window.ends_at - now) / timedelta(minutes=1)))}m left"
    return f"in {age(now, window.starts_at)}" if line.when is When.NEXT else age(window.starts_at, now, short=True)


def glance_pieces(session: SessionReading, width: int, signs: Signs) -> tuple[Pieces, ...]:
    """A session beside the board: name, hour, who moderates, every question in full, how much was said."""
    line = session.line
    starts, ends = (at.astimezone() for at in (line.window.starts_at, line.window.ends_at))
    room = max(width - 1, 10)
    told = [f"{starts:%A} {starts.day} {starts:%B}, {starts:%H:%M} to {ends:%H:%M}{host_hour(line)}"]
    told += [f"{told_fate(line)}."] if line.fate else []
    told += [f"“{steady(line.told)}”"] if line.told else []
    told += [f"{' ' if had.is_whole else signs.failing} {steady(had.told())}" for had in session.notices]
    told += [f"moderated by {', '.join(steady(name) for name in session.moderators)}"] if session.moderators else []
    drawn: list[Pieces] = [((words, Ink.HEAD),) for words in wrapped(steady(line.chat.name), room)]
    drawn += [((words, Ink.SOURCE),) for text in told for words in wrapped(text, room)]
    for one in session.questions:
        head = f"Q{one.number} "
        body = wrapped(asked_words(one), max(room - cell_len(head), 10))
        drawn.append(())
        drawn += [
            ((head if not at else " " * cell_len(head), Ink.MARK), (it, Ink.UNREAD)) for at, it in enumerate(body)
        ]
        drawn.append(((" " * cell_len(head), Ink.PLAIN), (_answered(one), Ink.WARN if one.is_running else Ink.AGE)))
    drawn += [(), ((_in_all(session), Ink.AGE),)]
    return tuple(drawn)


def asked_words(one: Question) -> str:
    """The words of a question without its label."""
    return steady(one.words) or "(not seen)"


def _answered(one: Question) -> str:
    count = {0: "no answer yet", 1: "1 answer"}.get(len(one.answers), f"{len(one.answers):,} answers")
    return f"running now · {count}" if one.is_running else count


def _in_all(session: SessionReading) -> str:
    if session.line.when is When.NEXT:
        return "The hour is in your own time zone."
    if not session.posts:
        return "Nothing was posted in its hour."
    return posts_words(session.posts) + (", wrapped up" if session.has_wrapped else "")
