"""What is remembered between two polls: how each subscription went, and which hosts want to be left alone."""

from collections.abc import Sequence
from sqlite3 import Row

import msgspec

from arrowtui.model.subscription import FetchState, HostWait, SubscriptionId, Trouble, Validators
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, maybe_stamp, moment, stamp

STATES = """
SELECT subscription_id, address, next_due_at, last_polled_at, last_good_at, validated_address, etag, last_modified,
    moved_to, moved_seen, failures, failing_since, trouble_name, trouble_headline, trouble_hint, pace_s, hint_s, ended,
    memory, notices, skip_hours, skip_days
FROM fetch_states
"""
SAVE = """
INSERT INTO fetch_states (subscription_id, address, next_due_at, last_polled_at, last_good_at, validated_address, etag,
    last_modified, moved_to, moved_seen, failures, failing_since, trouble_name, trouble_headline, trouble_hint, pace_s,
    hint_s, ended, memory, notices, skip_hours, skip_days)
VALUES (:subscription_id, :address, :next_due_at, :last_polled_at, :last_good_at, :validated_address, :etag,
    :last_modified, :moved_to, :moved_seen, :failures, :failing_since, :trouble_name, :trouble_headline, :trouble_hint,
    :pace_s, :hint_s, :ended, :memory, :notices, :skip_hours, :skip_days)
ON CONFLICT (subscription_id) DO UPDATE SET address = excluded.address, next_due_at = excluded.next_due_at,
    last_polled_at = excluded.last_polled_at, last_good_at = excluded.last_good_at,
    validated_address = excluded.validated_address, etag = excluded.etag, last_modified = excluded.last_modified,
    moved_to = excluded.moved_to, moved_seen = excluded.moved_seen, failures = excluded.failures,
    failing_since = excluded.failing_since, trouble_name = excluded.trouble_name,
    trouble_headline = excluded.trouble_headline, trouble_hint = excluded.trouble_hint, pace_s = excluded.pace_s,
    hint_s = excluded.hint_s, ended = excluded.ended, memory = excluded.memory, notices = excluded.notices,
    skip_hours = excluded.skip_hours, skip_days = excluded.skip_days
"""
WAITS = "SELECT host, until FROM host_waits"
SAVE_WAIT = """
INSERT INTO host_waits (host, until) VALUES (:host, :until) ON CONFLICT (host) DO UPDATE SET until = excluded.until
"""

_STRINGS = msgspec.json.Decoder(tuple[str, ...])


async def fetch_states(db: Connection) -> dict[SubscriptionId, FetchState]:
    """The state of every subscription that was ever polled."""
    states = (_state(row) for row in await db.execute_fetchall(STATES))
    return {state.subscription: state for state in states}


async def save_fetch_state(db: Connection, state: FetchState) -> None:
    """Replace what is remembered of one subscription (inside `store.write()`)."""
    await db.execute(SAVE, _cells(state))


async def save_fetch_states(db: Connection, states: Sequence[FetchState]) -> None:
    """The same for many at once."""
    await db.executemany(SAVE, [_cells(state) for state in states])


async def host_waits(db: Connection) -> tuple[HostWait, ...]:
    """Hosts that asked to be left alone; some of the times may be over."""
    return tuple(HostWait(host, moment(until)) for host, until in await db.execute_fetchall(WAITS))


async def save_host_wait(db: Connection, wait: HostWait) -> None:
    """Remember until when a host wants to be left alone (inside `store.write()`)."""
    await db.execute(SAVE_WAIT, {"host": wait.host, "until": stamp(wait.until)})


def _state(row: Row) -> FetchState:
    return FetchState(
        subscription=SubscriptionId(row[0]),
        address=row[1],
        next_due_at=maybe_moment(row[2]),
        last_polled_at=maybe_moment(row[3]),
        last_good_at=maybe_moment(row[4]),
        validators=Validators(row[5], row[6], row[7]) if row[5] is not None else None,
        moved_to=row[8],
        moved_seen=row[9],
        failures=row[10],
        failing_since=maybe_moment(row[11]),
        trouble=Trouble(row[12], row[13], row[14]) if row[12] is not None else None,
        pace_s=row[15],
        hint_s=row[16],
        ended=bool(row[17]),
        memory=row[18],
        notices=_STRINGS.decode(row[19]),
        skip_hours=_numbers(row[20]),
        skip_days=_numbers(row[21]),
    )


def _cells(state: FetchState) -> dict[str, str | int | None]:
    validators, trouble = state.validators, state.trouble
    return {
        "subscription_id": state.subscription,
        "address": state.address,
        "next_due_at": maybe_stamp(state.next_due_at),
        "last_polled_at": maybe_stamp(state.last_polled_at),
        "last_good_at": maybe_stamp(state.last_good_at),
        "validated_address": validators.address if validators else None,
        "etag": validators.etag if validators else None,
        "last_modified": validators.last_modified if validators else None,
        "moved_to": state.moved_to,
        "moved_seen": state.moved_seen,
        "failures": state.failures,
        "failing_since": maybe_stamp(state.failing_since),
        "trouble_name": trouble.name if trouble else None,
        "trouble_headline": trouble.headline if trouble else None,
        "trouble_hint": trouble.hint if trouble else None,
        "pace_s": state.pace_s,
        "hint_s": state.hint_s,
        "ended": state.ended,
        "memory": state.memory,
        "notices": msgspec.json.encode(state.notices).decode(),
        "skip_hours": _bits(state.skip_hours),
        "skip_days": _bits(state.skip_days),
    }


def _bits(numbers: frozenset[int]) -> int:
    """A small set of numbers as one: bit n stands for the number n."""
    return sum(1 << number for number in numbers)


def _numbers(bits: int) -> frozenset[int]:
    return frozenset(number for number in range(bits.bit_length()) if bits >> number & 1)
