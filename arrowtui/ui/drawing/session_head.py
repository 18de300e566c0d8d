"""The lines above a session: what it is and what waits; what it lacks."""

from datetime import datetime, timedelta

from msgspec import Struct
from textual.content import Content

from arrowtui.model.chat_board import SessionLine, SessionReading
from arrowtui.ui.drawing.chat_line import host_hour, posts_words, told_fate
from arrowtui.ui.drawing.fit import cell_len, cut, steady
from arrowtui.ui.drawing.row import Signs


class Head(Struct, frozen=True):
    """What the head tells of. `waiting` is how much came and is not shown; `key` shows it."""

    session: SessionLine
    reading: SessionReading | None
    waiting: int
    is_paused: bool
    key: str


def head_words(head: Head, now: datetime, pause_key: str, width: int, signs: Signs) -> Content:
    """One line: at the left name, hour and figures; at the right what waits, which is never cut off."""
    news = _news(head, now, pause_key)
    room = max(width - cell_len(news) - 2, 0)
    said = cut(_facts(head), room, signs.ellipsis)
    gap = " " * max(width - cell_len(said) - cell_len(news), 0)
    style = "bold $text-accent" if head.waiting or head.is_paused else "$text-muted"
    return Content.assemble((said, "bold $text-primary"), gap, (news, style))


def notice_words(reading: SessionReading | None, session: SessionLine, signs: Signs) -> Content:
    """What became of it where it did not go as planned, and what could not be had; a line each."""
    words = [told_fate(session) + (f": “{session.told}”" if session.told else "")] if session.fate else []
    words += [had.told() for had in reading.notices if not had.is_whole] if reading else []
    return Content("\n".join(f"{signs.failing} {steady(each)}" for each in words))


def _facts(head: Head) -> str:
    session, reading = head.session, head.reading
    starts = session.window.starts_at.astimezone()
    words = f"{steady(session.chat.name)} · {starts:%a} {starts.day} {starts:%b} {starts:%H:%M}{host_hour(session)}"
    if reading is not None:
        words += f" · {posts_words(reading.posts)}"
        words += f" · moderated by {', '.join(map(steady, reading.moderators))}" if reading.moderators else ""
    return words


def _news(head: Head, now: datetime, pause_key: str) -> str:
    if head.is_paused:
        return f"paused · {pause_key} goes on"
    if head.waiting:
        return f"{head.waiting:,} new · press {head.key}"
    window, reading = head.session.window, head.reading
    if reading is not None and reading.has_wrapped:
        return "wrapped up"
    if window.starts_at <= now < window.ends_at:
        left = max(1, round((window.ends_at - now) / timedelta(minutes=1)))
        return f"live · {left}m left"
    return "" if now >= window.ends_at else "not begun yet"
