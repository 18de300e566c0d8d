"""The plan of a round: who is asked, in which queue, on what terms."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from msgspec import Struct

from arrowtui.gateways.private import is_own
from arrowtui.ingest.pace import Terms
from arrowtui.model.manners import USUAL, Manners
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, HostWait, Subscription, SubscriptionId

LONG_AGO = datetime.min.replace(tzinfo=UTC)
BEYOND_REASON = timedelta(days=8)
"""No wait of ours is so long: a time beyond it was reckoned while the clock of this machine was wrong."""
ON_THIS_MACHINE = ("maildir://", "mbox://", "eml://")
"""Addresses without a host: nobody is bothered by being asked often."""


NOT_ASKED = frozenset({"saved"})
"""Kinds of source that are no one place: nothing is asked of them as a whole."""


class Turn(Struct, frozen=True):
    """One subscription whose turn it is, with its state before."""

    subscription: Subscription
    state: FetchState


@dataclass
class Waits:
    """Which hosts want to be left alone, known to the whole round."""

    until: dict[str, datetime]

    @classmethod
    def of(cls, waits: Iterable[HostWait]) -> "Waits":
        return cls({wait.host: wait.until for wait in waits})

    def for_host(self, host: str, now: datetime) -> datetime | None:
        """Until when this host is left alone; None where it is not."""
        until = self.until.get(host)
        return until if until is not None and now < until < now + BEYOND_REASON else None


def host_of(address: str) -> str:
    """The host of an address, the address itself where it has none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def is_own_host(host: str, own_hosts: Collection[str] = ()) -> bool:
    """Whether a server is the person's own: this machine, inside her network, or named as hers in the settings."""
    return host.startswith(ON_THIS_MACHINE) or is_own(host, own_hosts)


def terms_of(
    turn: Turn, jitter: float, own_hosts: Collection[str] = (), manners: Manners = USUAL, *, is_live: bool = False
) -> Terms:
    """What decides when this subscription is asked again. `jitter` is from 0 to 1; `is_live`: its chat is on."""
    if is_live:
        quick = replace(manners, floor_s=manners.live_s)
        return Terms(manners.live_s, is_own_host(host_of(turn.state.address), own_hosts), jitter, quick)
    every_min = turn.subscription.wish.every_min
    host = host_of(turn.state.address)
    return Terms(every_min * 60 if every_min else None, is_own_host(host, own_hosts), jitter, manners)


def turns(
    subscriptions: Iterable[Subscription],
    states: Mapping[SubscriptionId, FetchState],
    only: Collection[SubscriptionId] | None = None,
) -> tuple[Turn, ...]:
    """Who is asked at all: neither paused nor ended ones, unless they are named one by one in `only`. What is no
    place that can be asked has its own hands: see `filling`."""
    asked = (one for one in subscriptions if one.wish.kind not in NOT_ASKED)
    chosen = (one for one in asked if only is None or one.id in only)
    every = (Turn(one, states.get(one.id) or FetchState(one.id, one.wish.address)) for one in chosen)
    return tuple(turn for turn in every if only is not None or not (turn.subscription.wish.paused or turn.state.ended))


def due_at(turn: Turn, now: datetime, live_s: int | None = None) -> datetime:
    """When its time comes; what was never polled is long overdue, and so is what a wrong clock put off for years.

    Args:
        live_s: the pace of a chat that is on just now; it counts from the last poll unless that one failed.
    """
    due = turn.state.next_due_at
    last = turn.state.last_polled_at
    if live_s is not None and due is not None and last is not None and not turn.state.failures:
        due = min(due, last + timedelta(seconds=live_s))
    every = timedelta(minutes=turn.subscription.wish.every_min or 0)
    return LONG_AGO if due is None or due > now + max(BEYOND_REASON, every * 2) else due


def queues(turns: Iterable[Turn]) -> tuple[tuple[Turn, ...], ...]:
    """One queue a host, the longest first: it decides how long the round takes."""
    by_host: dict[str, list[Turn]] = {}
    for turn in turns:
        by_host.setdefault(host_of(turn.state.address), []).append(turn)
    return tuple(tuple(queue) for queue in sorted(by_host.values(), key=len, reverse=True))
