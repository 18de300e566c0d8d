"""Deadlines as a calendar file that other programs read."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Component

from arrowtui.lanes.calendar import calendar_of
from arrowtui.model.call import Call, CallKind, Contact, ContactKind, Deadline, Flag, FlagCode, Precision
from arrowtui.model.call_board import CallLine, Fit, KeptCall
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")


def a_line(
    title: str = "Nurses, wanted; soon", number: int = 7, *, flags: tuple[Flag, ...] = (), **kept: object
) -> CallLine:
    deadline = Deadline(NOW + timedelta(days=2), Precision.MINUTE, "by Wednesday noon")
    call = Call(CallKind.INTERVIEW, "Desk", deadline, (MAIL,), "nurses", None, False, flags)
    row = ItemRow(ItemId(number), Lane.CALL, title, "Desk", None, False, False, False, False, False, (), 0)
    facts: dict[str, object] = {"call": call} | kept
    return CallLine(row, KeptCall(ItemId(number), asker=None, posted_at=NOW, **facts), Fit(0))  # type: ignore[arg-type]  # fields of KeptCall, named by the test


def events(*lines: CallLine) -> list[Component]:
    return list(Calendar.from_ical(calendar_of(lines, NOW)).walk("VEVENT"))


def test_a_deadline_is_an_event_that_ends_with_it_and_reminds_before() -> None:
    (event,) = events(a_line())

    assert event["summary"] == "Nurses, wanted; soon"
    assert event.decoded("dtend") == NOW + timedelta(days=2)
    assert "ida@desk.example" in str(event["description"])
    assert len(event.walk("VALARM")) == 2


def test_the_same_call_keeps_its_name_and_an_extension_counts() -> None:
    before = a_line()
    after = replace(before, kept=replace(before.kept, extended_from=NOW, edition=2))

    (one,), (two,) = events(before), events(after)

    assert one["uid"] == two["uid"]
    assert (one["sequence"], two["sequence"]) == (1, 2)


def test_a_closed_call_is_cancelled_and_reminds_of_nothing() -> None:
    line = a_line()
    (event,) = events(replace(line, kept=replace(line.kept, call=replace(line.kept.call, closed=True))))

    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_calls_without_a_deadline_are_left_out() -> None:
    line = a_line()
    assert events(replace(line, kept=replace(line.kept, call=replace(line.kept.call, deadline=None)))) == []


def test_a_scam_hands_over_no_contact_in_a_calendar_either() -> None:
    (event,) = events(a_line(flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay"),)))

    assert "ida@desk.example" not in str(event["description"])


def test_no_text_of_a_post_breaks_the_file() -> None:
    (event,) = events(a_line("One\r\nEND:VEVENT\nBEGIN:VEVENT"))

    assert "END:VEVENT" in str(event["summary"])
