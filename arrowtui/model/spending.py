"""Money: what reading a platform that charges may cost, and did. In micros: millionths of a unit of currency."""

import re

from msgspec import Struct

UNIT = 1_000_000
"""Micros of one unit, such as a US dollar."""
_MONTHS = "January February March April May June July August September October November December"

_MONEY = re.compile(r"([0-9]{1,6})(?:\.([0-9]{1,6}))?")


class Bill(Struct, frozen=True):
    """What one request costs.

    `cap` is the most the person wants to spend on this kind of source in a month (UTC). `micros` is what the request
    costs: at most, before it is sent; exactly, once its reply was read. The meter gives it a `number` when it is sent.
    """

    kind: str
    cap: int
    micros: int
    number: int = 0


class Spent(Struct, frozen=True):
    """What a kind of source cost in a month such as "2026-11"; `open_micros` is what may come to it still."""

    month: str
    reads: int
    micros: int
    open_micros: int = 0


def micros_of(money: str) -> int | None:
    """The micros of a sum such as "5", "5.00" or "0.005"; None for what is no such sum."""
    found = _MONEY.fullmatch(money.strip())
    return int(found[1]) * UNIT + int((found[2] or "").ljust(6, "0")) if found else None


def money(micros: int) -> str:
    """A sum with two decimals, rounded up: nothing that was spent shows as nothing."""
    cents = -(-micros // (UNIT // 100))
    return f"{cents // 100:,}.{cents % 100:02}"


def cost_words(spent: Spent, cap: int) -> str:
    """The meter of a source, for a person: "November: 412 posts read, 2.06 of 5.00 spent"."""
    month = _MONTHS.split()[int(spent.month[5:7]) - 1]
    unsettled = f" (and up to {money(spent.open_micros)} not confirmed)" if spent.open_micros else ""
    posts = f"{spent.reads:,} post{'' if spent.reads == 1 else 's'} read"
    return f"{month}: {posts}, {money(spent.micros)} of {money(cap)} spent{unsettled}"
