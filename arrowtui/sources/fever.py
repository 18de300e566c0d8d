"""Servers with the Fever interface (FreshRSS, Miniflux and others): what is gathered there, read and left as it is.

Source: https://feedafever.com/api
"""

from collections.abc import Sequence

import msgspec

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_readers import LabelNotThere
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.lenient import lenient
from arrowtui.sources.shapes import hostname, memory_as, remembered, unreadable
from arrowtui.sources.social.decoding import Pieces, said, whole
from arrowtui.sources.social.given import Options
from arrowtui.sources.sync.fever_asking import (
    FEEDS,
    FIRST_PAGES,
    GROUPS,
    ITEMS,
    MOST_PAGES,
    PAGE,
    SAVED,
    Memory,
    again,
    ask_feeds,
    ask_groups,
    ask_items,
    ask_named,
    ask_saved,
    renewed,
)
from arrowtui.sources.sync.fever_shapes import Answer, Feed, FeedsGroup, Group, Item, draft, numbers_in, whole_number
from arrowtui.sources.sync.numbers import packed, unpacked
from arrowtui.sources.sync.place import ReaderPlace, fever_place
from arrowtui.sources.sync.recognised import account_at, account_of, parts_of
from arrowtui.sources.sync.refusals import login_refused, refused
from arrowtui.sources.sync.steps import Step
from arrowtui.sources.sync.wording import plain_title


class Fever(Adapter):
    """Items behind the last one met. An item that is corrected there is not read again."""

    kind = "fever"
    manners = Manners(normal_s=10 * MINUTE_S, floor_s=5 * MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """FreshRSS's address of the interface, and `/fever/` where nothing else can be meant."""
        place = fever_place(typed)
        if place is None:
            return ()
        return (account_of(place, _end(place), self.kind),)

    def ask_parts(self, address: str) -> Request | None:
        """The groups there are."""
        place = account_at(address, fever_place(address), self.kind)
        return None if place.label or place.starred else ask_groups(Step.at(place, GROUPS))

    def parts(self, reply: Reply) -> Sequence[Recognised]:
        """What is starred, and each group. Raises: UnreadableReply."""
        place = Step.of(reply.request).place
        titles = _titles(reply, whole(reply, Answer, "a Fever reply"))
        return parts_of(place, titles, _end(place), self.kind)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """Groups where a label is wanted, ids of what is starred, else items. Raises: UnfitAddress, AccountNotNamed."""
        place = account_at(address, fever_place(address), self.kind)
        step = Step.at(place, ITEMS)
        if place.label:
            return ask_groups(step)
        return ask_saved(step) if place.starred else ask_items(step, memory_as(memory, Memory))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply, LabelNotThere, LoginRefused."""
        step, was = Step.of(reply.request), memory_as(memory, Memory)
        answer = whole(reply, Answer, "a Fever reply")
        if str(answer.auth) != "1":  # with 200, as the interface has it
            if step.renewed:
                raise login_refused(reply, step.place, self.kind)
            return Batch(title=step.place.title, follow=(renewed(reply.request, step),))
        readers = {GROUPS: _groups, FEEDS: _feeds, SAVED: _saved}
        batch = readers.get(step.word, _items)(reply, answer, step, was)
        return replace(batch, title=step.place.title)

    def refused(self, reply: Reply) -> FetchError | None:
        """401 and 403 come from whatever stands before the interface, which has its own way to say so."""
        return refused(reply, Step.of(reply.request).place, self.kind)


def _groups(reply: Reply, answer: Answer, step: Step, was: Memory) -> Batch:
    """The feeds of the group that is wanted; items next."""
    titles = _titles(reply, answer)
    if step.label not in titles:
        raise LabelNotThere(hostname(reply), said(step.label), tuple(map(said, titles)))
    parts = Pieces.of(answer.feeds_groups or (), FeedsGroup).checked(reply, "a list of groups").read
    members = [feed for part in parts if str(part.group_id) == titles[step.label] for feed in numbers_in(part.feed_ids)]
    known = msgspec.structs.replace(was, members=members)
    return Batch(follow=(ask_items(step, known),), memory=remembered(known))


def _titles(reply: Reply, answer: Answer) -> dict[str, str]:
    """The numbers of groups by their titles. Raises: UnreadableReply."""
    groups = Pieces.of(_given(reply, answer.groups), Group).checked(reply, "a list of groups").read
    return {plain_title(group.title): str(group.id) for group in groups}


def _end(place: ReaderPlace) -> str:
    """What stands behind the base in an address."""
    return "" if place.base.endswith(".php") else "/"


def _feeds(reply: Reply, answer: Answer, step: Step, was: Memory) -> Batch:
    """The titles of the feeds; then what was asked before."""
    feeds = Pieces.of(_given(reply, answer.feeds), Feed).checked(reply, "a list of feeds").read
    known = msgspec.structs.replace(was, feeds={str(feed.id): plain_title(feed.title) for feed in feeds})
    return Batch(follow=(again(step, known),) if step.after else (), memory=remembered(known))


def _saved(reply: Reply, answer: Answer, step: Step, was: Memory) -> Batch:
    """What is starred there and was not met yet, the newest first."""
    if answer.saved_item_ids is None:
        raise unreadable(reply, "a list of what is starred")
    listed, known = set(numbers_in(answer.saved_item_ids)), unpacked(was.saved)
    fresh = sorted(listed - known, reverse=True)
    wanted = fresh[: PAGE * (MOST_PAGES if was.saved else FIRST_PAGES)]
    left = set(fresh[len(wanted) :]) if was.saved else set()
    done = msgspec.structs.replace(was, saved=packed(listed - left))
    follow = (ask_feeds(step, after=""), *ask_named(step, wanted)) if wanted else ()
    return Batch(follow=follow, memory=remembered(done), has_more=bool(left))


def _items(reply: Reply, answer: Answer, step: Step, was: Memory) -> Batch:
    """A page of items, and the next; before a feed without a title is shown, the titles are asked for."""
    raws = _given(reply, answer.items)
    items = [item for raw in raws if (item := lenient(raw, Item)) is not None and whole_number(item.id) is not None]
    pieces = Pieces(items, len(raws) - len(items)).checked(reply, "a list of items")
    if step.word == ITEMS and not step.named and any(str(item.feed_id) not in was.feeds for item in items):
        return Batch(follow=(ask_feeds(step, after=ITEMS),))
    wanted = [item for item in items if not step.label or whole_number(item.feed_id) in was.members]
    drafts = tuple(made for item in wanted if (made := draft(item, step.place, was.feeds)) is not None)
    batch = Batch(drafts=drafts, notices=pieces.notices())
    return _paged(batch, items, step, was, is_full=len(raws) >= PAGE) if step.word == ITEMS else batch


def _paged(batch: Batch, items: list[Item], step: Step, was: Memory, *, is_full: bool) -> Batch:
    """With the next page, and what is remembered."""
    numbers = [number for item in items if (number := whole_number(item.id)) is not None]
    known = msgspec.structs.replace(was, since=max([was.since, *numbers]))
    is_last = not is_full or step.page + 1 >= (FIRST_PAGES if step.whole else MOST_PAGES)
    cursor = str(min(numbers)) if step.whole and numbers else ""
    next_page = msgspec.structs.replace(step, page=step.page + 1, cursor=cursor)
    return replace(
        batch,
        follow=() if is_last else (ask_items(next_page, known),),
        memory=remembered(known),
        has_more=is_full and is_last and not step.whole,
    )


def _given(reply: Reply, raws: list[msgspec.Raw] | None) -> list[msgspec.Raw]:
    """Raises: UnreadableReply where what was asked for is absent."""
    if raws is None:
        raise unreadable(reply, "what was asked for")
    return raws
