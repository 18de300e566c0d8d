"""Subscriptions: what is polled, how it went, and when it is due again."""

from datetime import datetime
from typing import NewType

from msgspec import Struct

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import ArrowError
from arrowtui.model.lane import Lane

SubscriptionId = NewType("SubscriptionId", int)


class Wish(Struct, frozen=True):
    """A source as the person asked for it: one entry of the settings file.

    `kind` and `address` are its identity. `lane` None means auto. `every_min` None means the kind's own pace.
    `options` are what only this kind of source knows, as (name, value) pairs. `keep_days` is after how many days its
    items are let go (None: never). `joins`: what another source has brought already is shown once.
    `gathers`: its items are answers to a call-out of the person's own, and stand in no tab unless she moves them.
    """

    kind: str
    address: str
    title: str | None = None
    lane: Lane | None = None
    tags: tuple[str, ...] = ()
    every_min: int | None = None
    paused: bool = False
    options: tuple[tuple[str, str], ...] = ()
    keep_days: int | None = None
    joins: bool = True
    gathers: bool = False

    @property
    def sorted_to(self) -> Lane | None:
        """The lane everything it brings goes to, whatever it says; None: what it says decides."""
        return Lane.NOISE if self.gathers else self.lane


class Listed(Struct, frozen=True):
    """The sources a file of another program lists, and its lines that are none, each with the reason."""

    wishes: tuple[Wish, ...]
    skipped: tuple[tuple[int, str], ...] = ()


class Subscription(Struct, frozen=True):
    """A wish the store knows. `title` is the person's own name for it, else what the source calls itself."""

    id: SubscriptionId
    wish: Wish
    title: str
    is_wanted: bool = True


class Validators(Struct, frozen=True):
    """`ETag` and `Last-Modified` verbatim, and the address they belong to: dropped when the address changes."""

    address: str
    etag: str | None = None
    last_modified: str | None = None


class FetchState(Struct, frozen=True):
    """What is remembered between two polls of one subscription.

    `moved_to` is a permanent redirect seen `moved_seen` times running; `address` the address now asked (after a move
    that was believed). `pace_s` is the adaptive interval, `hint_s` the publisher's wish, `skip_hours` (0 to 23, GMT)
    and `skip_days` (0 is Monday) when not to ask. `memory` is the adapter's own cursor.
    """

    subscription: SubscriptionId
    address: str
    next_due_at: datetime | None = None
    last_polled_at: datetime | None = None
    last_good_at: datetime | None = None
    validators: Validators | None = None
    moved_to: str | None = None
    moved_seen: int = 0
    failures: int = 0
    failing_since: datetime | None = None
    trouble: "Trouble | None" = None
    pace_s: int | None = None
    hint_s: int | None = None
    ended: bool = False
    memory: str = ""
    notices: tuple[str, ...] = ()
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


class Trouble(Struct, frozen=True):
    """A failure as it is kept and shown: what happened, what to do, and the error's class name for scripts."""

    name: str
    headline: str
    hint: str

    @classmethod
    def of(cls, error: ArrowError) -> "Trouble":
        return cls(type(error).__name__, error.headline(), error.hint())


class HostWait(Struct, frozen=True):
    """A host asked to be left alone until then; kept over restarts and held for all its sources."""

    host: str
    until: datetime


class Report(Struct, frozen=True):
    """How one poll of one subscription went. `trouble` None means well. `elsewhere`: another program asked it just now
    and counts what is new."""

    subscription: SubscriptionId
    title: str
    new: int = 0
    updated: int = 0
    unchanged: bool = False
    trouble: Trouble | None = None
    elsewhere: bool = False


class TakenOut(Struct, frozen=True):
    """A source that was taken out of the person's list, and what puts it back: its words as they stood there, and at
    which line, from 0; None where its list is not made of lines."""

    kind: str
    address: str
    words: str
    line: int | None


class SourceRow(Struct, frozen=True):
    """One line of the source panel and of `arrowtui sources`. `cost` says what it cost, where it costs money; `gathers`
    is as in `Wish`."""

    id: SubscriptionId
    kind: str
    address: str
    title: str
    lane: Lane | None
    tags: tuple[str, ...]
    unread: int
    total: int
    trouble: Trouble | None
    failing_since: datetime | None
    last_polled_at: datetime | None
    next_due_at: datetime | None
    is_paused: bool
    is_wanted: bool
    notices: tuple[str, ...] = ()
    cost: str = ""
    gathers: bool = False

    @property
    def is_failing(self) -> bool:
        """Whether its last poll failed and it will be asked again: what is paused or let go wants no look."""
        return self.trouble is not None and self.is_wanted and not self.is_paused

    @property
    def shown_address(self) -> str:
        """The address without passwords and keys: the one that is shown, written to a file, said aloud."""
        return without_secrets(self.address)
