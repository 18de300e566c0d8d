"""What a round asks, in which order: the source's own server, then the others, threads, polls."""

from collections.abc import Iterator

from arrowtui.model.wire import Request
from arrowtui.sources.fediverse.addresses import Sort, Target, Wanted
from arrowtui.sources.fediverse.asking import GONE, Do, Mode, Step, ask, segment
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.instances import describe, instance_step, is_stale
from arrowtui.sources.fediverse.memory import Memory
from arrowtui.sources.fediverse.timelines import ACCOUNT, account_page, listings, tag_page

POLLS_A_ROUND = 4
POLL_GRACE_S = 60
"""Servers count for a moment longer than a poll runs."""


def opening(address: str, target: Target, wanted: Wanted, memory: Memory) -> Request:
    """The request that begins a round: the server's description where it is not known, else the first listing."""
    base = wanted.base or target.base
    server = memory.server(base)
    if server.info is None or (server.info.is_closed and target.sort is Sort.TAG):
        return describe(instance_step(address, base, leads=True))
    return next(first_asks(address, target, wanted, memory, leads=True))


def go_on(found: Gathering) -> None:
    """After the reply that leads a round: all the rest of what its own server is asked, then the other servers."""
    step = found.step
    address, target, wanted, memory = step.address, found.target, found.wanted, found.memory
    begun = list(first_asks(address, target, wanted, memory, leads=False))
    has_asked = step.do is Do.STATUS or (step.do is Do.PAGE and found.reply.status < 300)
    found.follow += begun[1:] if has_asked else begun
    if is_stale(found.server, found.now):
        found.follow.append(describe(instance_step(address, found.base), is_extra=True))
    if target.sort is not Sort.TAG:
        return
    for base in wanted.instances:
        if base != found.base and memory.server(base).rests_until <= found.now:
            found.follow += _further(found, base)


def first_asks(address: str, target: Target, wanted: Wanted, memory: Memory, *, leads: bool) -> Iterator[Request]:
    """What the source's own server is asked in every round."""
    base = wanted.base or target.base
    server = memory.server(base)
    if target.sort is Sort.THREAD:
        step = Step(Do.STATUS, address, base, leads, id=target.name)
        yield ask(step, f"/api/v1/statuses/{segment(target.name)}", accepts=GONE)
    elif target.sort is Sort.ACCOUNT and memory.account is None:
        step = Step(Do.LOOKUP, address, base, leads)
        yield ask(step, "/api/v1/accounts/lookup", (("acct", target.name),))
    elif target.sort is Sort.ACCOUNT:
        yield account_page(Step(Do.PAGE, address, base, leads, key=ACCOUNT), target, wanted, memory)
    else:
        for listing in listings(target, wanted, server.info):
            step = Step(Do.PAGE, address, base, leads, key=listing.key, part=server.part)
            yield tag_page(step, listing, server)
            leads = False


def _further(found: Gathering, base: str) -> Iterator[Request]:
    """What a further server is asked: its description once a day, and the listings."""
    server = found.memory.server(base)
    if is_stale(server, found.now):
        yield describe(instance_step(found.step.address, base), is_extra=True)
        return
    yield from further_listings(found, base)


def further_listings(found: Gathering, base: str) -> Iterator[Request]:
    """The listings of a further server."""
    server = found.memory.server(base)
    if server.info is None or server.info.is_closed:
        return
    for listing in listings(found.target, found.wanted, server.info):
        step = Step(Do.PAGE, found.step.address, base, key=listing.key, part=server.part)
        yield tag_page(step, listing, server, is_extra=True)


def finish(found: Gathering) -> None:
    """After the last page of a listing: polls that have ended since are counted once more."""
    over = [one for one in found.memory.polls if one.ends_at + POLL_GRACE_S <= found.now][:POLLS_A_ROUND]
    found.memory.polls = [one for one in found.memory.polls if one not in over]
    for one in over:
        step = Step(Do.STATUS, found.step.address, one.base, id=one.id, mode=Mode.AGAIN)
        found.follow.append(ask(step, f"/api/v1/statuses/{segment(one.id)}", is_extra=True))
