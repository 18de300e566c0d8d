"""Servers with the Google Reader interface (FreshRSS, Miniflux and others): what is gathered there, read and left as
it is.

Source: https://freshrss.github.io/FreshRSS/en/developers/06_GoogleReader_API.html and the wiki pages it names.
"""

from collections.abc import Sequence

import msgspec

from arrowtui.model.errors import FetchError, ServerFault
from arrowtui.model.errors_readers import LabelNotThere
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.lenient import lenient
from arrowtui.sources.shapes import hostname, memory_as, remembered, unreadable
from arrowtui.sources.social.decoding import Pieces, said, whole
from arrowtui.sources.social.given import Options
from arrowtui.sources.sync.greader_asking import (
    FIRST_LOOK,
    IDS,
    LABELS,
    MOST_ITEMS,
    MOST_PAGES,
    Memory,
    ask_ids,
    ask_items,
    ask_labels,
    renewed,
)
from arrowtui.sources.sync.greader_items import LABEL, Item, draft
from arrowtui.sources.sync.numbers import number_of, packed, unpacked
from arrowtui.sources.sync.place import ReaderPlace, greader_place
from arrowtui.sources.sync.recognised import account_at, account_of, parts_of
from arrowtui.sources.sync.refusals import refused
from arrowtui.sources.sync.steps import Step

UNKNOWN_STREAM = b"unknown stream"
"""What Miniflux says of the stream of a label, with 500; any other 500 is a fault."""
TOO_MANY = "More came since the last poll than the server lists: the oldest of it is missing."


class Tag(msgspec.Struct, frozen=True):
    """`type` is folder or tag; some servers do not say."""

    id: str
    type: str = ""


class Tags(msgspec.Struct, frozen=True):
    tags: list[Tag]


class Ref(msgspec.Struct, frozen=True):
    id: str | int


class Ids(msgspec.Struct, frozen=True):
    """FreshRSS continues with an id, Miniflux with a count, 0 at the end."""

    itemRefs: list[msgspec.Raw] | None
    continuation: str | int | None = None


class Items(msgspec.Struct, frozen=True):
    items: list[msgspec.Raw]


class GReader(Adapter):
    """First the ids of a stream, then the items not met yet. An item that is corrected there is not read again."""

    kind = "greader"
    manners = Manners(normal_s=10 * MINUTE_S, floor_s=5 * MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """The interface's own addresses, and pages of hosts named after FreshRSS or Miniflux."""
        place = greader_place(typed)
        if place is None:
            return ()
        return (account_of(place, _end(place), self.kind),)

    def ask_parts(self, address: str) -> Request | None:
        """The labels there are."""
        place = account_at(address, greader_place(address), self.kind)
        return None if place.label or place.starred else ask_labels(place)

    def parts(self, reply: Reply) -> Sequence[Recognised]:
        """What is starred, and each label. Raises: UnreadableReply."""
        place = Step.of(reply.request).place
        return parts_of(place, _labels_in(reply), _end(place), self.kind)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """Labels where one is wanted, else ids. Raises: UnfitAddress, AccountNotNamed."""
        place = account_at(address, greader_place(address), self.kind)
        if place.label:
            return ask_labels(place)
        step = msgspec.structs.replace(Step.at(place, IDS), whole=place.starred)
        return ask_ids(step, memory_as(memory, Memory))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply, LabelNotThere, LoginRefused."""
        step, was = Step.of(reply.request), memory_as(memory, Memory)
        if reply.status == 401:
            return Batch(title=step.place.title, follow=(renewed(reply.request, step),))
        if step.word == LABELS:
            return _labels(reply, step, was)
        return _ids(reply, step, was) if step.word == IDS else _items(reply, step)

    def refused(self, reply: Reply) -> FetchError | None:
        """401 once a login made anew was not taken either; an interface that is switched off."""
        return refused(reply, Step.of(reply.request).place, self.kind)


def _labels(reply: Reply, step: Step, was: Memory) -> Batch:
    """Whether the label is there; ids next. What was labelled may be of any age, what lies in a folder came lately."""
    there = _labels_in(reply)
    if step.label not in there:
        raise LabelNotThere(hostname(reply), said(step.label), tuple(map(said, there)))
    by_hand = there[step.label].type == "tag"
    return Batch(title=step.place.title, follow=(ask_ids(_next(step, word=IDS, whole=by_hand, renewed=False), was),))


def _labels_in(reply: Reply) -> dict[str, Tag]:
    """Labels by name. Raises: UnreadableReply."""
    tags = whole(reply, Tags, "a list of labels").tags
    return {tag.id.partition(LABEL)[2]: tag for tag in tags if LABEL in tag.id}


def _end(place: ReaderPlace) -> str:
    """What stands behind the base in an address that nothing else can be."""
    return "" if place.base.endswith("/greader.php") else "/reader/api/0"


def _ids(reply: Reply, step: Step, was: Memory) -> Batch:
    """A page of ids: the items not met yet are asked for, and the next page."""
    if reply.status >= 400:  # no streams of labels here: from now on everything is listed, and sifted
        if reply.status == 500 and UNKNOWN_STREAM not in reply.body:
            raise ServerFault(hostname(reply), reply.status)
        sifting = msgspec.structs.replace(was, sifts=True)
        follow = (ask_ids(_next(step, renewed=False), sifting),)
        return Batch(title=step.place.title, follow=follow, memory=remembered(sifting))
    page = whole(reply, Ids, "a list of ids")
    refs = Pieces.of(page.itemRefs or (), Ref).checked(reply, "a list of ids").read
    listed = [number for ref in refs if (number := number_of(ref.id)) is not None]
    if refs and not listed:  # ids of another make: that is no empty list
        raise unreadable(reply, "a list of ids")
    before, known = unpacked(was.listing), unpacked(was.known)
    fresh = [number for number in dict.fromkeys(listed) if number not in known and number not in before]
    most = MOST_ITEMS if was.since or (step.label and was.sifts) else FIRST_LOOK
    wanted = fresh[: max(0, most - step.taken)]
    left = set(fresh[len(wanted) :]) if was.since else set()
    listing = packed((before | set(listed)) - left)
    is_last = not page.continuation or not listed or step.page + 1 >= MOST_PAGES
    is_left = bool(left) or (was.left and step.page > 0)
    is_cut = bool(page.continuation and is_last and was.since and listed) and known.isdisjoint(listed)
    now = round(reply.received_at.timestamp())
    done = Memory(listing, "", was.since if is_left else now, was.sifts, is_left)  # what is left must be listed again
    under_way = Memory(was.known, listing, was.since, was.sifts, is_left)
    further = _next(
        step, page=step.page + 1, taken=step.taken + len(wanted), cursor=str(page.continuation), renewed=False
    )
    return Batch(
        title=step.place.title,
        follow=(*ask_items(step.place, wanted), *(() if is_last else (ask_ids(further, was),))),
        memory=remembered(done if is_last else under_way),
        notices=(TOO_MANY,) if is_cut else (),
        missed=(TOO_MANY,) if is_cut else (),
        has_more=is_left,
    )


def _items(reply: Reply, step: Step) -> Batch:
    """Items by their ids; of a label only those that have it."""
    raws = whole(reply, Items, "a list of items").items
    items = [item for raw in raws if (item := lenient(raw, Item)) is not None]
    drafts = [made for item in items if _is_wanted(item, step) and (made := draft(item, step.place)) is not None]
    odd = len(raws) - len([item for item in items if number_of(item.id) is not None])
    pieces = Pieces(items if len(raws) > odd else [], odd).checked(reply, "a list of items")
    return Batch(drafts=tuple(drafts), title=step.place.title, notices=pieces.notices())


def _is_wanted(item: Item, step: Step) -> bool:
    return not step.label or step.label in item.labels


def _next(step: Step, **changes: object) -> Step:
    return msgspec.structs.replace(step, **changes)
