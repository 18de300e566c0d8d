"""What a refusal of the Graph API means to a person. Source: its pages on errors and rate limits.

Its messages are quoted with care: one about a faulty token repeats the token.
"""

import re
from datetime import datetime, timedelta

import msgspec

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, NotThere
from arrowtui.model.errors_social import AskedWrongly
from arrowtui.model.errors_sources import NotForUs, TokenNeeded, TokenRefused
from arrowtui.model.wire import Reply
from arrowtui.sources.graph.shapes import Failure, Trouble, Usage
from arrowtui.sources.social.decoding import host_of, part, said

THROTTLED = frozenset({4, 17, 32, 613, 80001, 80002})
TOKEN = frozenset({102, 190, 463, 467})
NO_TOKEN = 104
SLOW_AT, STOP_AT = 80, 95
"""Percent of a limit from which we slow down, and from which we stop for an hour."""
A_WHILE, AN_HOUR = timedelta(minutes=30), timedelta(hours=1)
LONGEST = timedelta(days=1)
_TOKENS = re.compile(r"[A-Za-z0-9_\-|.]{32,}")


def trouble_of(reply: Reply) -> Trouble:
    """What the body of a refusal says; an empty one where it is none."""
    found = part(reply.body, Failure)
    return found.error if found else Trouble()


def is_permission(trouble: Trouble) -> bool:
    """Whether a right is missing."""
    return trouble.code == 10 or 200 <= (trouble.code or 0) <= 299


def words_of(trouble: Trouble) -> str:
    """What it says, without anything that may be a token."""
    return _TOKENS.sub("…", said(trouble.message))


def refusal_of(reply: Reply, login: str) -> FetchError | None:
    """The failure a refusal stands for; None where its status says all. `login` is what the person logs in to."""
    host, trouble = host_of(reply), trouble_of(reply)
    if trouble.code in THROTTLED:
        return AskedToWait(host, reply.status, round(_until_open(reply).total_seconds()))
    if trouble.code == NO_TOKEN:
        return TokenNeeded(host, login)
    if trouble.code in TOKEN or reply.status == 401:
        return TokenRefused(host, login)
    if is_permission(trouble):
        return NotForUs(host, "The token lacks a right: pages_read_engagement, and a content task on that Page.")
    if trouble.code == 803 or (trouble.code == 100 and trouble.error_subcode == 33):
        return NotThere(host)
    if trouble.code == 100:
        return AskedWrongly(host, f"{words_of(trouble)} (another version may be wanted: option version)")
    return None


def rest_until(reply: Reply) -> datetime | None:
    """Until when Facebook is left alone: as long as it says, a while when a limit is nearly used up."""
    if trouble_of(reply).code in THROTTLED:
        return reply.received_at + _until_open(reply)
    percent = max((usage.percent for usage in _usages(reply)), default=0)
    if percent >= STOP_AT:
        return reply.received_at + AN_HOUR
    return reply.received_at + A_WHILE if percent >= SLOW_AT else None


def _until_open(reply: Reply) -> timedelta:
    minutes = max((usage.estimated_time_to_regain_access or 0 for usage in _usages(reply)), default=0)
    return min(timedelta(minutes=minutes), LONGEST) if minutes > 0 else AN_HOUR


def _usages(reply: Reply) -> list[Usage]:
    """Every limit the headers speak of: the app's, and those of each business."""
    app = part(reply.headers.get("x-app-usage", "").encode(), Usage)
    try:
        raw = reply.headers.get("x-business-use-case-usage", "{}").encode()
        business = msgspec.json.decode(raw, type=dict[str, list[Usage]])
    except msgspec.DecodeError:
        business = {}
    return [*([app] if app else []), *(usage for usages in business.values() for usage in usages)]
