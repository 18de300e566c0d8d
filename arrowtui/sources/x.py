"""X: searches, conversations and accounts through its paid API, or through a bridge of the person's own.

Off by default: every request carries its bill, and without a budget there is no request.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace as changed

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import NotThere, UnreadableReply
from arrowtui.model.errors_social import AskedWrongly
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.social.bridge import bridge_of, bridge_request
from arrowtui.sources.social.decoding import Pieces, host_of, part, whole
from arrowtui.sources.social.given import Options
from arrowtui.sources.social.given import whole as number
from arrowtui.sources.xapi import refusals
from arrowtui.sources.xapi.addresses import Place, What, is_ours, place_of, recognised, words_of
from arrowtui.sources.xapi.asking import page_request, recheck_requests, root_request, user_request
from arrowtui.sources.xapi.bridged import read_bridged
from arrowtui.sources.xapi.drafts import Around, draft_of, name_of
from arrowtui.sources.xapi.prices import Prices
from arrowtui.sources.xapi.shapes import Absent, Meta, PageReply, Post, UserReply
from arrowtui.sources.xapi.steps import Gap, Memory, Step, memory_of, newest_of, oldest_of, step_of

KIND = "x"
MOST_PAGES = 10


class X(Adapter):
    """API v2 with an app's bearer token; 100 posts a page, none of them twice."""

    kind = KIND
    manners = Manners(normal_s=45 * MINUTE_S, floor_s=15 * MINUTE_S, gap_s=1, live_s=2 * MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of X, hashtags and @names (which other networks have as well), feeds of its known bridges."""
        return tuple(recognised(typed))

    def first(self, address: str, options: Options, memory: str) -> Request:
        """A page of posts; of an account that is not known yet, who it is.

        Raises: UnfitAddress, OptionUnfit; MoneyNeeded where there is no budget.
        """
        place = _place(address, options)
        if bridge := bridge_of(options):
            return bridge_request(bridge)
        known = memory_of(memory)
        if place.what is What.USER and not known.user:
            return user_request(place.words, options)
        return page_request(place, known, options, Step("page"))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Understand one reply of a round. Raises: UnreadableReply, and what a refusal it may read itself means."""
        if reply.request.step == "bridge":
            return read_bridged(reply)
        step, known = step_of(reply.request.step), memory_of(memory)
        if reply.status >= 400:
            return self._without_bound(reply, step, known, options)
        if step.word == "user":
            return _account(reply, options)
        if step.word == "recheck":
            return _rechecked(reply, options)
        return self._page(reply, step, known, options)

    def refused(self, reply: Reply) -> FetchError | None:
        """402, caps, missing rights: in words."""
        return None if reply.request.step == "bridge" else refusals.refusal_of(reply)

    def rest_until(self, reply: Reply) -> datetime | None:
        """The end of the window, or of the period of a cap."""
        return None if reply.request.step == "bridge" else refusals.rest_until(reply)

    def recheck(self, native_ids: Iterable[str], options: Options) -> tuple[Request, ...]:
        """Requests that tell which of these posts still exist: X wants copies of deleted ones to go. Each is billed."""
        return recheck_requests(native_ids, options)

    def ask_poll(self, post: Draft, address: str, options: Options) -> Request | None:
        """The post again; billed like any other. Through a bridge there are no polls. Raises: MoneyNeeded."""
        return None if bridge_of(options) else root_request(post.native_id, options)

    def _without_bound(self, reply: Reply, step: Step, known: Memory, options: Options) -> Batch:
        """400 to a page with `since_id`: the id is older than X looks back, so it is asked for without."""
        words = refusals.words_of(refusals.problem_of(reply))
        if step.again or not ("since_id" in words or "until_id" in words):
            raise self.refused(reply) or AskedWrongly(host_of(reply), "it refuses the request")
        if step.word == "gap":  # too old to be read at all
            return Batch(memory=changed(known, gap=None).written())
        again = changed(step, again=True)
        return Batch(follow=(page_request(_asked_place(reply, known), known, options, again),))

    def _page(self, reply: Reply, step: Step, known: Memory, options: Options) -> Batch:
        """A page of posts, paid for; on to those between it and the last poll, if there are more."""
        found = _found(reply)
        pieces = Pieces.of(found.data or (), Post).checked(reply, "posts")
        around = Around.of(found.includes)
        place, after = _asked_place(reply, known), known
        told: tuple[str, ...] = ()
        if step.word != "root":
            after, told = _after(known, step, found.meta or Meta(), [post.id for post in pieces.read])
        batch = Batch(
            drafts=tuple(draft_of(post, around) for post in pieces.read),
            title=known.name or words_of(place),
            memory=after.written(),
            notices=(*pieces.notices(), *told),
            follow=self._further(place, known, after, step, options),
        )
        return _billed(batch, reply, found, options)

    def _further(
        self, place: Place, before: Memory, after: Memory, step: Step, options: Options
    ) -> tuple[Request, ...]:
        """What to buy next in this round: the rest of a gap; at the first poll of a conversation, its first post."""
        if after.gap and step.word != "root" and step.page < number(options, "pages", 1, MOST_PAGES, 3):
            return (page_request(place, after, options, Step("gap", step.page + 1), after.gap),)
        if place.what is What.CONVERSATION and step.word == "page" and not before.newest:
            return (root_request(place.words, options),)
        return ()


def _place(address: str, options: Options) -> Place:
    place = place_of(address, options)
    if place is None or not is_ours(address):
        raise UnfitAddress(KIND, address)
    return place


def _asked_place(reply: Reply, known: Memory) -> Place:
    """What a request was about, as its address says."""
    parts = urlsplit(reply.request.address)
    words = parse_qs(parts.query).get("query", [""])[0]
    if words.startswith("conversation_id:"):
        return Place(What.CONVERSATION, words.partition(":")[2])
    if parts.path.endswith("/2/tweets"):
        return Place(What.CONVERSATION, parse_qs(parts.query).get("ids", [""])[0])
    return Place(What.SEARCH, words) if words else Place(What.USER, known.name)


def _found(reply: Reply) -> PageReply:
    """A page. Raises: UnreadableReply; one without hits says so, so a body that says nothing is none."""
    found = whole(reply, PageReply, "posts")
    if found.data is None and found.meta is None and not found.errors:
        raise UnreadableReply(host_of(reply), "posts")
    return found


def _after(known: Memory, step: Step, meta: Meta, ids: list[str]) -> tuple[Memory, tuple[str, ...]]:
    """What to remember after a page, and what to say of posts that are given up.

    A full page may leave a gap between itself and what was known. One gap is kept; an older one that is still open when
    a new one opens is given up, as it would cost more and more.
    """
    newest = newest_of([known.newest, meta.newest_id or "", *ids])
    until = oldest_of(ids)
    if step.word == "gap":
        since = known.gap.since if known.gap else known.newest
        gap = Gap(since, until) if meta.next_token and until else None
        return changed(known, gap=gap), ()
    if step.again or not (meta.next_token and known.newest and until):
        return changed(known, newest=newest), ()
    told = ("More was posted than is read at once: some older posts are left out.",) if known.gap else ()
    return changed(known, newest=newest, gap=Gap(known.newest, until)), told


def _billed(batch: Batch, reply: Reply, found: PageReply, options: Options) -> Batch:
    """The batch with what its reply cost: each post and account in it, the included ones too."""
    includes, bill = found.includes, reply.request.bill
    posts = len(found.data or ()) + (len(includes.tweets) + len(includes.posts) if includes else 0)
    users, media = (len(includes.users), len(includes.media)) if includes else (0, 0)
    micros = Prices.of(options).cost(posts, users, media)
    return replace(batch, billed=posts, bill=replace(bill, micros=micros) if bill else None)


def _account(reply: Reply, options: Options) -> Batch:
    """Who an account is. Raises: NotThere, UnreadableReply."""
    found = whole(reply, UserReply, "an account")
    if found.data is None:
        raise NotThere(host_of(reply)) if found.errors else UnreadableReply(host_of(reply), "an account")
    known = Memory(found.data.id, name_of(found.data))
    bill = reply.request.bill
    return Batch(
        title=known.name,
        memory=known.written(),
        follow=(page_request(Place(What.USER, ""), known, options, Step("page")),),
        bill=replace(bill, micros=Prices.of(options).per_user) if bill else None,
    )


def _rechecked(reply: Reply, options: Options) -> Batch:
    """Which posts are gone: asked for, not among the data, and X says why."""
    found = _found(reply)
    there = {post.id for post in Pieces.of(found.data or (), Post).read}
    absent = [one for raw in found.errors or () if (one := part(raw, Absent)) is not None]
    named = {one.resource_id or one.value for one in absent}
    asked = parse_qs(urlsplit(reply.request.address).query).get("ids", [""])[0].split(",")
    gone = tuple(one for one in asked if one not in there and one in named)
    return _billed(Batch(deleted=gone), reply, found, options)
