"""Where a call stands in the person's day. Pure: it is handed the hour."""

from datetime import datetime, timedelta

from arrowtui.model.call_board import Ending, KeptCall, Section

CLOSING = timedelta(hours=24)
STALE_DAYS = 21


def ending_of(kept: KeptCall, now: datetime) -> Ending | None:
    """How a call is over; None while it is not. What the asker said goes before what the clock says."""
    if kept.call.closed:
        return Ending.CLOSED
    deadline = kept.call.deadline
    return Ending.EXPIRED if deadline is not None and deadline.at < now else None


def section_of(kept: KeptCall, now: datetime, stale_days: int = STALE_DAYS) -> Section:
    """The section a call belongs to at an hour."""
    if kept.answer is not None and kept.answer.state is not None and kept.answer.state.is_settled:
        return Section.ANSWERED
    if ending_of(kept, now) is not None:
        return Section.OVER
    deadline = kept.call.deadline
    if deadline is not None:
        return Section.CLOSING if deadline.at <= now + CLOSING else Section.OPEN
    return Section.STALE if kept.posted_at < now - timedelta(days=stale_days) else Section.NO_DEADLINE
