"""What becomes of one reply: understood, made fit for the house, sorted. Pure, so any process can do it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arrowtui.model.item import Item
from arrowtui.model.lane import Verdict
from arrowtui.model.ports import Source
from arrowtui.model.wire import Batch, Reply
from arrowtui.store.items import Placed

if TYPE_CHECKING:
    from arrowtui.lanes.classify import LaneContext

Classify = Callable[[Item, "LaneContext"], Verdict]


@dataclass(frozen=True, slots=True)
class Job:
    """A reply, and whoever understands it. `address` is the source's own as the person gave it: its items are known
    by it, wherever redirects may lead today."""

    source: Source
    reply: Reply
    address: str
    options: tuple[tuple[str, str], ...]
    memory: str
    classify: Classify
    context: "LaneContext"


@dataclass(frozen=True, slots=True)
class Digest:
    """What a reply held: its batch (the drafts taken out), its items with their lanes, the keys of what is gone."""

    batch: Batch
    placed: tuple[Placed, ...]
    gone: tuple[str, ...]


def digest(job: Job) -> Digest:
    """Read a reply, apply every rule of arrival to its drafts, sort them into lanes.

    Raises: UnreadableReply and whatever else the adapter says of a reply; anything but an ArrowError is a bug.
    """
    from arrowtui.ingest.identity import key_of  # late, with all their rules: a round without news never comes here
    from arrowtui.ingest.normalise import Arrival, normalise

    batch = job.source.read(job.reply, job.options, job.memory)
    arrival = Arrival(job.source.kind, job.address, job.reply.received_at, batch.language)
    items = (normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts))
    return Digest(
        batch=replace(batch, drafts=()),
        placed=tuple(Placed(item, job.classify(item, job.context)) for item in items),
        gone=tuple(key_of(job.source.kind, job.address, native_id) for native_id in batch.deleted),
    )


def by_rules(item: Item, context: "LaneContext") -> Verdict:
    """The rules of the lanes, brought in (60 ms) when the first item comes."""
    from arrowtui.lanes.classify import classify

    return classify(item, context)
