"""What a refusal of X means to a person, and how long it lasts."""

from datetime import datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_social import AskedWrongly, UsageCapReached
from arrowtui.model.errors_sources import NotForUs, OutOfCredit, TokenRefused
from arrowtui.model.wire import Reply
from arrowtui.sources.social.decoding import host_of, part, said, unix_moment
from arrowtui.sources.xapi.asking import SECRET
from arrowtui.sources.xapi.shapes import Parameter, Problem

CAPPED = "UsageCapExceeded"
ASKED_AGAIN = timedelta(days=7)
"""A longer rest is taken in parts: whether the cap still holds is asked once a week, which costs nothing."""


def problem_of(reply: Reply) -> Problem:
    """The body of a refusal; an empty one where it is none."""
    return part(reply.body, Problem) or Problem()


def words_of(problem: Problem) -> str:
    """What X says is wrong."""
    parameters = [found.message for raw in problem.errors or () if (found := part(raw, Parameter)) and found.message]
    return said(" ".join(parameters) or problem.detail or problem.title)


def is_capped(reply: Reply) -> bool:
    """Whether the account's own cap is used up, which is no rate limit."""
    problem = problem_of(reply)
    return reply.status == 429 and CAPPED in (problem.title or "") + (problem.type or "").replace(
        "usage-capped", CAPPED
    )


def refusal_of(reply: Reply) -> FetchError | None:
    """The failure a refusal stands for; None where its status says all."""
    host, problem = host_of(reply), problem_of(reply)
    if reply.status == 402 or (reply.status in (403, 429) and problem.title == "CreditsDepleted"):
        return OutOfCredit(host)
    if reply.status == 401:
        return TokenRefused(host, SECRET)
    if reply.status == 403 and (problem.type or problem.detail):
        is_closed = "client-not-enrolled" in (problem.type or "") or problem.reason == "client-not-enrolled"
        why = "Your app there is in no project that may read: see its console." if is_closed else words_of(problem)
        return NotForUs(host, why if why.endswith(".") else f"{why}.")
    if reply.status == 404 and problem.title:
        return NotThere(host)
    if is_capped(reply):
        until = _end_of(problem, reply.received_at)
        return UsageCapReached(host, (problem.period or "usage").lower(), f"{until:%Y-%m-%d %H:%M} UTC")
    if reply.status == 400:
        return AskedWrongly(host, words_of(problem) or "the request is not understood")
    return None


def rest_until(reply: Reply) -> datetime | None:
    """Until when X wants to be left alone: the period of a cap, the window of a rate limit that is used up."""
    if is_capped(reply):
        return min(_end_of(problem_of(reply), reply.received_at), reply.received_at + ASKED_AGAIN)
    if reply.status == 429 or reply.headers.get("x-rate-limit-remaining", "").strip() == "0":
        return unix_moment(reply.headers.get("x-rate-limit-reset"))
    return None


def _end_of(problem: Problem, now: datetime) -> datetime:
    """When the period of a cap ends, as far as it is told: a day's at midnight, a month's with the month (UTC)."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if "dai" in (problem.period or "").lower() or "day" in (problem.period or "").lower():
        return midnight + timedelta(days=1)
    return (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)
