"""What was read of a call, above its text: who wants whom for what, until when, how to answer, and what is fishy."""

from collections.abc import Iterator
from datetime import datetime

from arrowtui.model.call import Precision
from arrowtui.model.call_board import KeptCall
from arrowtui.ui.drawing.age import age


def call_facts(kept: KeptCall, now: datetime) -> Iterator[tuple[str, str]]:
    """Names and values, in the order a person asks for them. Red flags stand first, with the words that raise them."""
    call, answer = kept.call, kept.answer
    for flag in call.flags:
        yield ("Careful" if call.is_scam else "Doubt", f"{flag.meaning} (“{flag.words}”)")
    yield "Call", f"{call.kind.value}{f' for {call.outlet}' if call.outlet else ', outlet not named'}{_pay(call.paid)}"
    if call.criteria:
        yield "Wanted", call.criteria
    yield "Deadline", _deadline(kept, now)
    if call.contacts:
        yield "Answer by", ", ".join(f"{contact.kind.value} {contact.value}" for contact in call.contacts)
    if kept.others:
        yield "Also through", f"{kept.others} more {'relay' if kept.others == 1 else 'relays'}"
    if answer is not None and answer.state is not None:
        yield "You", f"{answer.state.value} since {_day(answer.changed_at)}"
    if answer is not None and answer.follow_up_at is not None:
        yield "Ask again", _day(answer.follow_up_at)


def _pay(paid: bool | None) -> str:
    return "" if paid is None else ", paid" if paid else ", unpaid"


def _deadline(kept: KeptCall, now: datetime) -> str:
    call = kept.call
    if call.closed:
        return "closed by the asker"
    if call.deadline is None:
        return "none named"
    at = call.deadline.at.astimezone()
    hour = f" {at:%H:%M}" if call.deadline.precision is Precision.MINUTE else ""
    left = (
        f"expired {age(call.deadline.at, now)} ago" if call.deadline.at < now else f"in {_until(call.deadline.at, now)}"
    )
    moved = f", extended from {_day(kept.extended_from)}" if kept.extended_from else ""
    return f"{at:%a} {at.day} {at:%b}{hour}, {left}{moved} (“{call.deadline.words}”)"


def _until(at: datetime, now: datetime) -> str:
    """The time left, in the words of an age."""
    return age(now, at)


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b}"
