"""The plan of a round: who is asked, in which queue, on what terms."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from arrowtui.gateways.private import is_literal, is_private
from arrowtui.ingest.pace import Terms, is_due
from arrowtui.model.subscription import FetchState, HostWait, Subscription, SubscriptionId

AT_HOME = (".local", ".localhost", ".lan", ".home", ".internal", ".home.arpa")
"""Endings of names that exist only inside a network."""


@dataclass(frozen=True, slots=True)
class Turn:
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
        return until if until is not None and until > now else None


def host_of(address: str) -> str:
    """The host of an address, the address itself where it has none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def is_own_host(host: str, own_hosts: Collection[str] = ()) -> bool:
    """Whether a server is the person's own: inside her network, or named as hers in the settings."""
    if is_literal(host):
        return is_private(host) or host in own_hosts
    return host == "localhost" or host.endswith(AT_HOME) or host in own_hosts


def terms_of(turn: Turn, jitter: float, own_hosts: Collection[str] = ()) -> Terms:
    """What decides when this subscription is asked again. `jitter` is a number from 0 to 1."""
    every_min = turn.subscription.wish.every_min
    host = host_of(turn.state.address)
    return Terms(every_min * 60 if every_min else None, is_own_host(host, own_hosts), jitter)


def turns(
    subscriptions: Iterable[Subscription],
    states: Mapping[SubscriptionId, FetchState],
    now: datetime,
    *,
    due_only: bool,
    only: Collection[SubscriptionId] | None = None,
) -> tuple[Turn, ...]:
    """Whose turn it is.

    Args:
        due_only: only those whose time has come; else also those whose time has not.
        only: these alone; named one by one, even paused and ended ones are asked.
    """
    chosen = [one for one in subscriptions if one.id in only] if only is not None else list(subscriptions)
    every = [Turn(one, states.get(one.id) or FetchState(one.id, one.wish.address)) for one in chosen]
    if due_only:
        every = [turn for turn in every if is_due(turn.state, now)]
    if only is None:
        every = [turn for turn in every if not (turn.subscription.wish.paused or turn.state.ended)]
    return tuple(every)


def queues(turns: Iterable[Turn]) -> tuple[tuple[Turn, ...], ...]:
    """One queue a host, the longest first: it decides how long the round takes."""
    by_host: dict[str, list[Turn]] = {}
    for turn in turns:
        by_host.setdefault(host_of(turn.state.address), []).append(turn)
    return tuple(tuple(queue) for queue in sorted(by_host.values(), key=len, reverse=True))
