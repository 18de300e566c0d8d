"""Times as exports write them."""

from datetime import UTC, datetime

EARLIEST, LATEST = 0, 4_102_444_800  # 1970 to 2100


def unix_time(said: str | int | None) -> datetime | None:
    """Seconds, milliseconds or microseconds since 1970, told apart by their size; None for anything else."""
    text = str(said or "").strip()
    if not text.isdecimal() or len(text) > 17:
        return None
    number = int(text)
    for unit in (1, 1_000, 1_000_000):
        if EARLIEST < number // unit < LATEST and (unit > 1 or number < LATEST):
            return datetime.fromtimestamp(number / unit, UTC).replace(microsecond=0)
    return None


def iso_time(said: str | None) -> datetime | None:
    """ISO 8601, also as `2026/02/13 15:35:01`; UTC where it names no zone."""
    text = (said or "").strip().replace("/", "-")
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None


def some_time(said: str | None) -> datetime | None:
    """Whichever of both it is."""
    return unix_time(said) or iso_time(said)
