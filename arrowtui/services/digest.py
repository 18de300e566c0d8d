"""What becomes of one reply: understood, made fit for the house, sorted. Pure, so any process can do it."""

from collections.abc import Callable
from functools import cache, partial

from msgspec import Struct

from arrowtui.lanes.context import LaneContext
from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.ports import Source
from arrowtui.model.replace import replace
from arrowtui.model.rule import Acts
from arrowtui.model.wire import Batch, Reply
from arrowtui.store.calls import ReadCall
from arrowtui.store.kin import Kin
from arrowtui.store.placed import Placed, Ready, prepared
from arrowtui.store.polls import Standing

Classify = Callable[[Item, LaneContext], Verdict]


class Job(Struct, frozen=True):
    """A reply, and whoever understands it. `address` is the source's own as the person gave it: its items are known
    by it, wherever redirects may lead today."""

    source: Source
    reply: Reply
    address: str
    options: tuple[tuple[str, str], ...]
    memory: str
    classify: Classify
    context: LaneContext


class Digest(Struct, frozen=True):
    """What a reply held: its batch (the drafts taken out), its items with their lanes, ready for the store, the keys of
    what is gone, and the keys of items met before with those of their parents and threads."""

    batch: Batch
    arrivals: tuple[Ready, ...]
    gone: tuple[str, ...]
    kin: tuple[Kin, ...] = ()


def digest(job: Job) -> Digest:
    """Read a reply, apply every rule of arrival to its drafts, sort them into lanes.

    Raises: UnreadableReply and whatever else the adapter says of a reply; anything but an ArrowError is a bug.
    """
    from arrowtui.ingest.identity import key_of  # late, with all their rules: a round without news never comes here
    from arrowtui.ingest.normalise import Arrival, normalise

    batch = job.source.read(job.reply, job.options, job.memory)
    arrival = Arrival(job.source.kind, job.address, job.reply.received_at, batch.language)
    key = partial(key_of, job.source.kind, job.address)
    # All are cleaned before any is sorted: what each stage works with stays in the processor's cache, which spares a
    # fourteenth of the whole.
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    return Digest(
        batch=replace(batch, drafts=()),
        arrivals=prepared([_placed(item, job) for item in items]),
        gone=tuple(key_of(job.source.kind, job.address, one, batch.deleted_host) for one in batch.deleted),
        kin=tuple(Kin(key(one.native_id), key(one.parent_id), one.root_id and key(one.root_id)) for one in batch.kin),
    )


def _placed(item: Item, job: Job) -> Placed:
    acts = _own_rules(item, job) if job.context.rules else None
    verdict = ruled(acts) if acts and acts.lane else job.classify(item, job.context)
    poll = item.draft.poll
    return Placed(
        item,
        verdict,
        call=_read_call(item, verdict, job) if may_hold_call(verdict) else None,
        acts=acts,
        standing=Standing(poll, job.reply.received_at) if poll else None,
    )


def _own_rules(item: Item, job: Job) -> Acts | None:
    from arrowtui.lanes.own_rules import acts_of

    return acts_of(item, job.context.rules, job.reply.received_at)


def ruled(acts: Acts) -> Verdict:
    """Where a rule of the person's own puts an item: it is narrower than the tab of a whole source."""
    lane = acts.lane or Lane.NOISE
    return Verdict(lane, 1.0, (f'your rule "{acts.lane_by}"',), ChosenBy.OWN_RULE)


def may_hold_call(verdict: Verdict) -> bool:
    """Whether it is worth looking for a call at all: most items are none, and looking costs more than sorting."""
    return verdict.lane is Lane.CALL or (verdict.lane is Lane.NOISE and len(verdict.reasons) > 1)


def _read_call(item: Item, verdict: Verdict, job: Job) -> ReadCall | None:
    from arrowtui.lanes.alike import sign_of  # late: few batches hold a call
    from arrowtui.lanes.calls import call_in

    call = call_in(item, verdict, job.source.kind, job.context.source_title)
    return ReadCall(call, sign_of(call)) if call else None


def by_rules(item: Item, context: LaneContext) -> Verdict:
    """The rules of the lanes, brought in (60 ms) when the first item comes."""
    return _classify()(item, context)


@cache
def _classify() -> Classify:
    from arrowtui.lanes.classify import classify

    return classify
