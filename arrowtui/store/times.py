"""Times as the store keeps them: whole milliseconds since 1970, UTC."""

from datetime import datetime, timedelta

from arrowtui.model.item import EPOCH

MILLISECOND = timedelta(milliseconds=1)


def stamp(moment: datetime) -> int:
    """An aware instant as milliseconds; finer parts are dropped."""
    return (moment - EPOCH) // MILLISECOND


def moment(milliseconds: int) -> datetime:
    """The aware UTC instant of a stamp."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def maybe_stamp(at: datetime | None) -> int | None:
    return None if at is None else stamp(at)


def maybe_moment(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else moment(milliseconds)
