"""Deadlines of calls as a calendar file (RFC 5545): one event a call, with alarms, under a name that never changes."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from arrowtui.model.call import Precision
from arrowtui.model.call_board import CallLine

PRODUCT = "-//arrowtui//calls//EN"
BEFORE = (timedelta(days=1), timedelta(hours=2))
"""When one is reminded."""
LENGTH = timedelta(minutes=15)


def calendar_of(lines: Iterable[CallLine], now: datetime) -> bytes:
    """A calendar of the deadlines of these calls; those without one are left out.

    A program that has imported an earlier one renews its events in place: each keeps its UID, and its sequence grows
    with every extension.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Calls")
    for line in lines:
        if line.kept.call.deadline is not None:
            calendar.add_component(_event(line, now))
    return bytes(calendar.to_ical())


def _event(line: CallLine, now: datetime) -> Event:
    call, deadline = line.kept.call, line.kept.call.deadline
    assert deadline is not None  # the caller has looked
    event = Event()
    event.add("uid", f"call-{line.kept.item}@arrowtui")
    event.add("sequence", line.kept.edition)
    event.add("dtstamp", now)
    event.add("dtstart", deadline.at - LENGTH)
    event.add("dtend", deadline.at)
    event.add("summary", f"{'Closed: ' if call.closed else ''}{line.row.title}")
    event.add("description", _about(line))
    event.add("status", "CANCELLED" if call.closed else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if not call.closed:
        for before in BEFORE:
            event.add_component(_alarm(line.row.title, before))
    return event


def _about(line: CallLine) -> str:
    """The facts, each on a line of its own. A suspected scam hands over no contact here either."""
    call, deadline = line.kept.call, line.kept.call.deadline
    facts = [
        f"{call.kind.value}{f' for {call.outlet}' if call.outlet else ''}",
        f"Wanted: {call.criteria}" if call.criteria else "",
        f"Deadline as written: {deadline.words}" if deadline else "",
        "By the day, not the hour" if deadline and deadline.precision is Precision.DAY else "",
        *([] if call.is_scam else [f"{one.kind.value}: {one.value}" for one in call.contacts]),
        f"You said: {line.kept.answer.state.value}" if line.kept.answer and line.kept.answer.state else "",
    ]
    return "\n".join(fact for fact in facts if fact)


def _alarm(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm
