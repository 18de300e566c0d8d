"""How old something is, in the fewest cells that a person reads at a glance."""

from datetime import datetime, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
MONTH = 30 * DAY
YEAR = 365 * DAY


def age(at: datetime, now: datetime, *, short: bool = False) -> str:
    """The time from `at` to `now` (both aware): now, 5m, 3h, 2d, 4w, then the month, as in "Mar 2024".

    Args:
        short: never wider than 4 cells: after nine weeks 3mo, after a year 2y.
    Returns: "now" for the last minute and for what lies in the future.
    """
    seconds = int((now - at) / timedelta(seconds=1))
    if seconds < MINUTE:
        return "now"
    for limit, unit, letter in ((HOUR, MINUTE, "m"), (DAY, HOUR, "h"), (WEEK, DAY, "d"), (9 * WEEK, WEEK, "w")):
        if seconds < limit:
            return f"{seconds // unit}{letter}"
    if not short:
        month = at.astimezone(now.tzinfo)
        return f"{MONTHS[month.month - 1]} {month.year}"
    return f"{seconds // MONTH}mo" if seconds < YEAR else f"{seconds // YEAR}y"
