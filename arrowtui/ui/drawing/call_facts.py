"""What was read of a call, above its text: who wants whom for what, until when, how to answer, and what is fishy."""

from collections.abc import Iterator
from datetime import datetime

from arrowtui.model.call import Answer, Precision
from arrowtui.model.call_board import Fit, KeptCall
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cut

SHOWN_CELLS = 240
"""So much of an answer is shown; all of it where it is written."""


def call_facts(kept: KeptCall, now: datetime, fit: Fit | None = None) -> Iterator[tuple[str, str]]:
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
        named = ", ".join(kept.relays)
        yield "Also through", named or f"{kept.others} more {'relay' if kept.others == 1 else 'relays'}"
    if fit is not None:
        yield from _fit(fit)
    if answer is not None:
        yield from _mine(answer, now)


def _fit(fit: Fit) -> Iterator[tuple[str, str]]:
    """How well it fits, with the words that matched; and those by which the filters fold it away."""
    if fit.score:
        yield "Fit", f"{fit.score} of 100: {', '.join(fit.words)}"
    if fit.against:
        yield "Filtered by", f"your “never”: {', '.join(fit.against)}"


def _mine(answer: Answer, now: datetime) -> Iterator[tuple[str, str]]:
    """The person's side: how far, since when, when to ask again, and what she wrote."""
    if answer.state is not None:
        yield "You", f"{answer.state.value} since {_day(answer.changed_at)}"
    if answer.follow_up_at is not None:
        due = ", now" if answer.follow_up_at <= now else ""
        yield "Ask again", f"{_day(answer.follow_up_at)}{due}"
    if answer.text or answer.subject:
        to = f" to {answer.contact}" if answer.contact else ""
        words = " ".join(answer.text.split())
        lead = f"{answer.subject}{to}".strip() or "Without a subject"
        yield "Your answer", f"{lead}: {cut(words, SHOWN_CELLS)}" if words else lead


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
