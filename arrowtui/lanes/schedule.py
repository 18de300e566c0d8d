"""When a chat meets: RFC 5545 rules on the clock of an IANA zone, so that a session moves in UTC when the clocks do.

Source: RFC 5545, section 3.3.10; the rules are expanded by dateutil on local wall time and only then made UTC.
"""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from arrowtui.model.chat import Series, Window
from arrowtui.model.replace import replace

ANCHOR = datetime(2024, 1, 1)
"""Where rules without a start of their own begin to count (a Monday)."""


def windows(series: Series, after: datetime, before: datetime) -> tuple[Window, ...]:
    """The sessions that start from `after` up to `before` (aware instants), in order; none without a rule."""
    if series.rrule is None:
        return ()
    zone = ZoneInfo(series.tz)
    rule = rrulestr(series.rrule, dtstart=ANCHOR)
    first = after.astimezone(zone).replace(tzinfo=None) - timedelta(days=1)
    last = before.astimezone(zone).replace(tzinfo=None) + timedelta(days=1)
    starts = (wall.replace(second=0, tzinfo=zone).astimezone(UTC) for wall in rule.between(first, last, inc=True))
    length = timedelta(minutes=series.minutes)
    return tuple(Window(start, start + length) for start in starts if after <= start < before)


def window_of(series: Series, near: datetime) -> Window | None:
    """The session that an instant belongs to: the one running, else the nearest within two days."""
    span = timedelta(days=2) + timedelta(minutes=series.minutes)
    found = windows(series, near - span, near + span)
    if not found and series.rrule is not None and "INTERVAL=" in series.rrule:
        # "Every second week" does not say which one: the posts themselves show that this was it.
        every = re.sub(r"^DTSTART\S+\s+|;?INTERVAL=\d+", "", series.rrule)
        found = windows(replace(series, rrule=every), near - span, near + span)
    running = [window for window in found if window.starts_at <= near < window.ends_at]
    return min(running or found, key=lambda window: abs(window.starts_at - near), default=None)
