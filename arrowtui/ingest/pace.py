"""When to ask again. Pure: the state before, what happened and the hour go in; the state after comes out.

Source of the rules: RSS 2.0 (ttl, skipHours, skipDays), the syndication module, RFC 9110 and 9111, and the habits of
polite readers. What they come to, with every figure: docs/notes/polling.md.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from msgspec import Struct

from arrowtui.ingest.headers import freshness_s, retry_after_s
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import Gone, ServerUnreachable
from arrowtui.model.errors_sources import OutOfCredit
from arrowtui.model.manners import USUAL, Manners
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, Trouble, Validators
from arrowtui.model.wire import Batch, Reply

MINUTE, HOUR, DAY = 60, 3_600, 86_400
OWN_FLOOR_S = MINUTE
SLOWEST_S = 4 * HOUR
CEILING_S = DAY
LONGEST_WAIT_S = 7 * DAY
AWAY_S = HOUR
"""While a server has been unreachable for less than a day it is tried at least so often: mostly it is our own network
that is down, and nobody should wait a day after a night offline."""
MORE_AFTER_S = MINUTE
"""Before the rest is asked for, where a source could not say all at once."""
QUICKER, SLOWER = 0.6, 1.15
BELIEVED = 3
"""A permanent redirect counts from this sighting on: captive portals send them too."""
NEVER_GONE = ("youtube.com",)
"""Hosts whose 410 comes and goes in waves."""


class Terms(Struct, frozen=True):
    """What decides beside the state. `every_s` is the person's own setting; `is_own_host`: the server is hers.

    `manners` are the platform's. `jitter` (0 to 1) spreads the polls of many sources; it is drawn by the caller,
    nothing here is random.
    """

    every_s: int | None = None
    is_own_host: bool = False
    jitter: float = 0.5
    manners: Manners = USUAL

    @property
    def floor_s(self) -> int:
        return OWN_FLOOR_S if self.is_own_host else self.manners.floor_s


def polled(state: FetchState, reply: Reply, batch: Batch | None, news: int, terms: Terms, now: datetime) -> FetchState:
    """The state after a poll that went well.

    Args:
        reply: the reply to the first request: its validators and its address count.
        batch: what the round held; None for 304.
        news: how many items were new or changed.
    Returns: due again between the floor and 24 hours from now (the person's own longer interval excepted), in a minute
        where the rest of what was said is still to come, or ended.
    """
    was_good = replace(
        state,
        last_polled_at=now,
        last_good_at=now,
        validators=_validators(state, reply),
        failures=0,
        failing_since=None,
        trouble=None,
        pace_s=_pace_s(state, news, terms),
        ended=batch is not None and batch.ended,
    )
    told = _told(was_good, batch) if batch is not None else was_good
    moved = _moved(told, reply)
    if moved.ended:
        return replace(moved, next_due_at=None)
    if batch is not None and batch.has_more:
        return replace(moved, next_due_at=now + timedelta(seconds=MORE_AFTER_S))
    wait_s = interval_s(moved, terms, freshness_s(reply.headers, now))
    return replace(moved, next_due_at=_due(now, wait_s, moved, terms))


def failed(
    state: FetchState, error: ArrowError, terms: Terms, now: datetime, wait_until: datetime | None = None
) -> FetchState:
    """The state after a poll that failed; what a good poll left (validators, memory, address) stays as it was.

    Args:
        wait_until: what the host asked for, if it did.
    Returns: due again between the floor and 24 hours from now, later only for `wait_until`; ended after 410, and after
        402 until the person asks for it by name.
    """
    failures = state.failures + 1
    since = state.failing_since or now
    ended = isinstance(error, OutOfCredit) or (isinstance(error, Gone) and not _is_never_gone(state.address))
    ceiling_s = AWAY_S if isinstance(error, ServerUnreachable) and now - since < timedelta(days=1) else CEILING_S
    wait_s = min(terms.floor_s * 2 ** min(failures - 1, 20), ceiling_s)
    due = _due(now, wait_s, state, terms)
    return replace(
        state,
        last_polled_at=now,
        failures=failures,
        failing_since=since,
        trouble=Trouble.of(error),
        ended=ended,
        next_due_at=None if ended else max(due, wait_until or due),
    )


def interval_s(state: FetchState, terms: Terms, freshness: int | None = None) -> int:
    """Seconds between two polls, before jitter: the longest of the person's setting (else the adaptive pace) and what
    the publisher wishes, which counts up to 24 hours; on her own host the person's setting alone."""
    base = terms.every_s or state.pace_s or terms.manners.normal_s
    wishes = () if terms.is_own_host and terms.every_s else (state.hint_s, freshness)
    return max(terms.floor_s, base, *(min(wish, CEILING_S) for wish in wishes if wish))


def asked_to_wait_until(reply: Reply, state: FetchState, terms: Terms, now: datetime) -> datetime:
    """Until when a host that answered 429 or 503 is left alone: as `Retry-After` says, at most 7 days; twice the
    normal interval where it says nothing that can be read."""
    said = retry_after_s(reply.headers, now)
    wait_s = 2 * interval_s(state, terms) if said is None else max(said, MINUTE)
    return now + timedelta(seconds=min(wait_s, LONGEST_WAIT_S))


def _told(state: FetchState, batch: Batch) -> FetchState:
    return replace(
        state,
        hint_s=batch.interval_hint_s,
        skip_hours=batch.skip_hours,
        skip_days=batch.skip_days,
        notices=batch.notices,
        memory=state.memory if batch.memory is None else batch.memory,
    )


def _validators(state: FetchState, reply: Reply) -> Validators | None:
    """Those of this reply; a 304 renews what it names and leaves the rest."""
    etag, modified = reply.headers.get("etag"), reply.headers.get("last-modified")
    old = state.validators
    if reply.status == 304 and old is not None:
        return Validators(old.address, etag or old.etag, modified or old.last_modified)
    return Validators(reply.address, etag, modified) if etag or modified else None


def _pace_s(state: FetchState, news: int, terms: Terms) -> int:
    """Shorter after activity, longer after silence; the first poll, where all is new, says nothing."""
    pace = state.pace_s or terms.manners.normal_s
    if state.last_good_at is None:
        return pace
    return round(min(max(pace * (QUICKER if news else SLOWER), terms.floor_s), SLOWEST_S))


def _moved(state: FetchState, reply: Reply) -> FetchState:
    """Count sightings of a permanent redirect of the source's own address, and believe it at the third."""
    if reply.request.address != state.address or reply.moved_to is None:
        return replace(state, moved_to=None, moved_seen=0)
    seen = state.moved_seen + 1 if reply.moved_to == state.moved_to else 1
    if seen < BELIEVED:
        return replace(state, moved_to=reply.moved_to, moved_seen=seen)
    return replace(state, address=reply.moved_to, moved_to=None, moved_seen=0)


def _due(now: datetime, wait_s: float, state: FetchState, terms: Terms) -> datetime:
    """The wait spread by up to a tenth, and past the hours the publisher does not want."""
    longest_s = max(CEILING_S, terms.every_s or 0)
    spread_s = min(max(wait_s * (0.9 + 0.2 * terms.jitter), terms.floor_s), longest_s)
    due, latest = now + timedelta(seconds=spread_s), now + timedelta(seconds=longest_s)
    while due < latest and _is_skipped(due, state):
        start_of_next = due.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        due = start_of_next + timedelta(minutes=10 * terms.jitter)
    return min(due, latest)


def _is_skipped(moment: datetime, state: FetchState) -> bool:
    gmt = moment.astimezone(UTC)
    return gmt.hour in state.skip_hours or gmt.weekday() in state.skip_days


def _is_never_gone(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return any(host == name or host.endswith(f".{name}") for name in NEVER_GONE)
