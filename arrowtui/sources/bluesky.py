"""Bluesky: authors, lists, feeds, hashtags, searches, threads and quotes, with or without an account."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace as changed

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_social import AskedWrongly
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.at import refusals
from arrowtui.sources.at.addresses import Place, What, place_of, recognised
from arrowtui.sources.at.asking import (
    RENEWED,
    bearer,
    login_of,
    name_request,
    page_request,
    posts_requests,
    quotes_request,
    session_name,
    who_request,
)
from arrowtui.sources.at.drafts import Drafting
from arrowtui.sources.at.embeds import name_of
from arrowtui.sources.at.jetstream import Live, live_of
from arrowtui.sources.at.labels import SIGNED_IN_ONLY, values
from arrowtui.sources.at.pages import Page, page_of
from arrowtui.sources.at.shapes import Author, GeneratorReply, ListReply, Posts, PostView, Profile, Resolved, Thread
from arrowtui.sources.at.steps import Memory, Step, memory_of, step_of
from arrowtui.sources.at.threads import flattened
from arrowtui.sources.social.decoding import Pieces, host_of, whole
from arrowtui.sources.social.given import Options, is_on
from arrowtui.sources.social.given import whole as number

KIND = "bluesky"
MOST_PAGES = 10
FIRST_LOOK = timedelta(days=1)


class Bluesky(Adapter):
    """The AppView's methods, at a public server or (with the option `login`) at the account's own."""

    kind = KIND
    manners = Manners(normal_s=10 * MINUTE_S, floor_s=5 * MINUTE_S, gap_s=1, live_s=MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of bsky.app, AT-URIs, DIDs, handles; a hashtag, which other networks have as well."""
        return tuple(recognised(typed))

    def first(self, address: str, options: Options, memory: str) -> Request:
        """A page of posts; at the very first poll, whose they are. Raises: UnfitAddress, OptionUnfit."""
        place, known = _place(address), memory_of(memory)
        if not known.who and (request := who_request(place, address, options)) is not None:
            return request
        return self._next(place, address, known, options)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Understand one reply of a round. Raises: UnreadableReply, and what a refusal it may read itself means."""
        step, known = step_of(reply.request.step), memory_of(memory)
        if reply.status >= 400:
            return self._second_try(reply, step, known, options)
        if step.word in ("posts", "recheck"):
            return _posts(reply, step, options)
        place = _place(step.address)
        match step.word:
            case "who":
                return self._met(reply, place, step.address, options)
            case "name":
                known = Memory(known.who, _name(reply, place), known.newest)
                request = page_request(place, _did(place, known), options, Step("page", step.address))
                return Batch(title=known.name, memory=known.written(), follow=(request,))
            case "quotes":
                return _quotes(reply, options)
            case _:
                is_thread = place.what is What.THREAD
                read = self._thread if is_thread else self._page
                return read(reply, place, step, known, options)

    def refused(self, reply: Reply) -> FetchError | None:
        """What Bluesky's error names mean."""
        return refusals.refusal_of(reply)

    def rest_until(self, reply: Reply) -> datetime | None:
        """The end of the rate limit's window, when it is used up."""
        return refusals.rest_until(reply)

    def recheck(self, native_ids: Iterable[str], options: Options) -> tuple[Request, ...]:
        """Requests that tell which of these posts still exist: 25 each; `read` gives the missing ones as deleted."""
        return posts_requests(native_ids, options, Step("recheck"))

    def hydrate(self, uris: Iterable[str], options: Options) -> tuple[Request, ...]:
        """Requests for posts the live stream named: 25 each. One that is not found yet is not gone."""
        return posts_requests(uris, options, Step("posts"))

    def live(self, address: str, options: Options) -> Live | None:
        """What to listen to besides polling, where the person wants that. Raises: OptionUnfit."""
        return live_of(address, options)

    def _next(self, place: Place, address: str, known: Memory, options: Options) -> Request:
        """What to ask once the owner is known: a name that is still missing, else the first page."""
        did = _did(place, known)
        named = None if known.name else name_request(place, address, did, options)
        return named or page_request(place, did, options, Step("page", address))

    def _met(self, reply: Reply, place: Place, address: str, options: Options) -> Batch:
        """The owner of an address is known."""
        if place.what is What.AUTHOR:
            profile = whole(reply, Profile, "a profile")
            if SIGNED_IN_ONLY in values(profile.labels) and not login_of(options):
                raise refusals.sign_in(reply, "these posts")
            name = name_of(Author(profile.did, profile.handle, profile.display_name))
            known = Memory(profile.did, name)
        else:
            known = Memory(whole(reply, Resolved, "an identity").did)
        request = self._next(place, address, known, options)
        return Batch(title=known.name or None, memory=known.written(), follow=(request,))

    def _second_try(self, reply: Reply, step: Step, known: Memory, options: Options) -> Batch:
        """A refusal the request wanted to read: a stale token is renewed, a search tried at the other public host."""
        if refusals.is_stale(reply) and not step.again:
            anew = changed(step, again=True).written()
            secrets = (bearer(session_name(options, RENEWED)),)
            return Batch(follow=(replace(reply.request, secrets=secrets, step=anew, accepts=()),))
        if reply.status == 403 and not step.again and not reply.request.secrets:
            place = _place(step.address)
            return Batch(follow=(page_request(place, "", options, changed(step, again=True)),))
        raise self.refused(reply) or AskedWrongly(host_of(reply), "it refuses the request")

    def _page(self, reply: Reply, place: Place, step: Step, known: Memory, options: Options) -> Batch:
        """One page of a timeline, search or list of quotes; on to the next while nothing known was met."""
        page = page_of(reply, is_timeline=place.what in (What.AUTHOR, What.FEED, What.LIST))
        drafting = Drafting(bool(login_of(options)))
        for entry in page.entries:
            drafting.take(entry)
        since = known.bottom if step.until else _since(reply, place, known, options)
        newest = max(step.newest, page.newest)
        follow = self._further(page, place, changed(step, newest=newest), known, options, since)
        has_gap = not follow and page.cursor is not None and since is not None and not page.reaches(since)
        can_go_back = place.what is What.SEARCH and bool(login_of(options))
        hole = _hole(page, step, known, since) if has_gap and can_go_back else None
        if not follow and hole is None and not step.until and known.hole:  # what an earlier poll had to leave
            back = Step("page", step.address, newest=newest, until=known.hole)
            follow = (page_request(place, _did(place, known), options, back),)
        told = (_left_out(place, options),) if has_gap and hole is None else ()
        done = Memory(known.who, _title(page, place, known), max(newest, known.newest), *(hole or ("", "")))
        return Batch(
            drafts=tuple(drafting.made),
            title=done.name or None,
            follow=follow,
            memory=None if follow else done.written(),
            notices=(*drafting.notices(), *page.notices, *told),
            missed=told,
            has_more=hole is not None,
        )

    def _further(
        self, page: Page, place: Place, step: Step, known: Memory, options: Options, since: datetime | None
    ) -> tuple[Request, ...]:
        """The next page, where one is wanted and to be had: a search without login has only its first."""
        most = number(options, "pages", 1, MOST_PAGES, 5)
        is_last = page.cursor is None or page.reaches(since) or step.page >= most
        if is_last or (place.what is What.SEARCH and not login_of(options)):
            return ()
        further = changed(step, page=step.page + 1, again=False)
        return (page_request(place, _did(place, known), options, further, page.cursor or ""),)

    def _thread(self, reply: Reply, place: Place, step: Step, known: Memory, options: Options) -> Batch:
        """A whole thread in one reply."""
        flat = flattened(whole(reply, Thread, "a thread").thread)
        if flat.odd and not (flat.posts or flat.gone):
            raise UnreadableReply(host_of(reply), "a thread")
        uri = place.uri(_did(place, known))
        drafting = Drafting(bool(login_of(options)))
        drafting.take_posts(sorted(flat.posts, key=lambda post: post.indexed_at or "", reverse=True))
        told = ("The post this thread hangs on is gone.",) if uri in flat.gone else ()
        name = next((f"Thread of {name_of(post.author)}" for post in flat.posts if post.uri == uri), known.name)
        return Batch(
            drafts=tuple(drafting.made),
            title=name or None,
            deleted=tuple(flat.gone),
            memory=Memory(known.who, name).written(),
            notices=(*drafting.notices(), *Pieces[PostView](odd=flat.odd).notices(), *told),
            follow=(quotes_request(place, _did(place, known), options, step.address),)
            if is_on(options, "quotes")
            else (),
        )


def _place(address: str) -> Place:
    place = place_of(address)
    if place is None:
        raise UnfitAddress(KIND, address)
    return place


def _did(place: Place, known: Memory) -> str:
    """The owner's DID; what the address says where it was never asked for."""
    return known.who or place.who


def _name(reply: Reply, place: Place) -> str:
    """What a feed or list calls itself."""
    if place.what is What.FEED:
        named = whole(reply, GeneratorReply, "a feed's name").view
    else:
        named = whole(reply, ListReply, "a list's name").list
    return named.display_name or named.name or place.key


def _title(page: Page, place: Place, known: Memory) -> str:
    """What the source calls itself now: authors rename themselves."""
    if place.what is What.SEARCH:
        return f"#{place.tag} on Bluesky" if place.tag else f"{place.words} on Bluesky"
    if place.what is What.AUTHOR:
        own = (entry.post.author for entry in page.entries if entry.post.author.did == known.who)
        return next(map(name_of, own), known.name)
    return known.name or ("Quotes on Bluesky" if place.what is What.QUOTES else "")


def _since(reply: Reply, place: Place, known: Memory, options: Options) -> datetime | None:
    """Back to when posts are wanted: the youngest met; of a hashtag, at the first look, those of the last day."""
    if known.since is None and place.what is What.SEARCH and place.tag:
        return reply.received_at - FIRST_LOOK
    return known.since


def _hole(page: Page, step: Step, known: Memory, since: datetime | None) -> tuple[str, str] | None:
    """From where back to where the next poll goes on; None where this one came no further back."""
    oldest = page.oldest or step.until
    if since is None or not oldest or oldest == step.until:
        return None
    return oldest, known.floor if known.hole else since.isoformat()


def _left_out(place: Place, options: Options) -> str:
    """What to say when more was posted since the last poll than could be had."""
    if place.what is What.SEARCH and not login_of(options):
        return "Only the first page could be had without an app password: older posts are missing."
    return "More was posted than the pages that are read: older posts are missing (option pages)."


def _posts(reply: Reply, step: Step, options: Options) -> Batch:
    """Posts asked for by name. Asked again to see what still exists, those that are missing are gone."""
    pieces = Pieces.of(whole(reply, Posts, "posts").posts, PostView).checked(reply, "posts")
    drafting = Drafting(bool(login_of(options)))
    drafting.take_posts(pieces.read)
    asked = parse_qs(urlsplit(reply.request.address).query).get("uris", [])
    there = {post.uri for post in pieces.read}
    is_sure = step.word == "recheck" and not pieces.odd  # who could not be read may well be there
    gone = tuple(uri for uri in asked if uri not in there) if is_sure else ()
    return Batch(drafts=tuple(drafting.made), deleted=gone, notices=(*drafting.notices(), *pieces.notices()))


def _quotes(reply: Reply, options: Options) -> Batch:
    """The newest posts that quote the first one of a thread."""
    page = page_of(reply, is_timeline=False)
    drafting = Drafting(bool(login_of(options)))
    for entry in page.entries:
        drafting.take(entry)
    return Batch(drafts=tuple(drafting.made), notices=(*drafting.notices(), *page.notices))
