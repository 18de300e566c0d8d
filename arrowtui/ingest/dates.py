"""Which dates are believed, and where an item stands in time."""

from datetime import UTC, datetime, timedelta

EARLIEST_YEAR = 1990
AHEAD = timedelta(days=1)
"""How far in the future a date may lie: clocks and zones differ, but nothing is published the day after tomorrow."""
STEP = timedelta(milliseconds=1)


def believed(moment: datetime | None, received_at: datetime) -> datetime | None:
    """A date as far as it can be believed, aware UTC.

    Args:
        moment: what the world said; None where it said nothing. A time without a zone is read as UTC.
        received_at: when the reply came, aware.
    Returns: None for years before 1990 or after the next one; `received_at` for what lies more than a day ahead.
    """
    if moment is None:
        return None
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not EARLIEST_YEAR <= moment.year <= received_at.year + 1:
        return None
    return received_at if moment - received_at > AHEAD else moment


def place_in_time(said: datetime | None, received_at: datetime, order: int) -> datetime:
    """When an item is sorted: its own date; without one its arrival, keeping the order of its document.

    Args:
        order: its position in the batch, 0 first and newest.
    """
    return said if said is not None else received_at - order * STEP
