"""Facebook: the posts of one's own Page by the Graph API, any other Page by a bridge the person names.

Facebook offers no third way: what it does not offer is said, and nothing is asked.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote, urlencode

from msgspec import DecodeError, Struct, json

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_social import AskedWrongly, OptionUnfit
from arrowtui.model.errors_sources import NotOffered, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request, SecretUse
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.graph import refusals
from arrowtui.sources.graph.addresses import POST, Place, place_of, recognised
from arrowtui.sources.graph.drafts import HOST, drafts_of
from arrowtui.sources.graph.shapes import Post, Posts
from arrowtui.sources.social.bridge import bridge_of, bridge_request, read_bridge
from arrowtui.sources.social.decoding import Pieces, host_of, moment, whole
from arrowtui.sources.social.given import Options, base, is_on, option
from arrowtui.sources.social.given import whole as number

KIND = "facebook"
API = "https://graph.facebook.com"
VERSION = "v26.0"
PAGE_SIZE, MOST_PAGES = "25", 10
FIELDS = (
    "id,message,story,created_time,updated_time,permalink_url,full_picture,from,"
    "attachments{media_type,type,title,description,url,unshimmed_url,media,subattachments}"
)
COMMENTS = "comments.summary(true).limit(25){id,message,created_time,permalink_url,from,parent}"
NO_COMMENTS = "Comments are not shown: the token lacks pages_read_user_content."
INSTEAD = (
    'your own Page (own = "true" and its token), a bridge (bridge = "its feed"), or Facebook\'s notices by e-mail as a '
    "mail source"
)


class Memory(Struct, frozen=True):
    """The youngest post met, as Facebook writes times."""

    newest: str = ""


class Step(Struct, frozen=True, array_like=True):
    """What a request asks for: which page of the round, the youngest post so far, with comments or not."""

    page: int = 1
    newest: str = ""
    comments: bool = True


class Facebook(Adapter):
    """published_posts of one Page, with comments where the token may read them."""

    kind = KIND
    manners = Manners(normal_s=45 * MINUTE_S, floor_s=30 * MINUTE_S, gap_s=1, live_s=15 * MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of Facebook, feeds of its known bridges."""
        return tuple(recognised(typed))

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The newest posts. Raises: UnfitAddress, OptionUnfit; NotOffered for what Facebook shows to nobody."""
        place = place_of(address)
        if place is None:
            raise UnfitAddress(KIND, address)
        if bridge := bridge_of(options):
            return bridge_request(bridge)
        if not place.page or not is_on(options, "own"):
            raise NotOffered("Facebook", place.closed or "Pages of others", INSTEAD)
        return _page(_name(place, options), options, Step())

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Understand a page of posts. Raises: UnreadableReply, BridgeNotice, and what a refusal it may read means."""
        if reply.request.step == "bridge":
            batch = read_bridge(reply, POST)
            return replace(batch, drafts=tuple(replace(draft, host=HOST) for draft in batch.drafts))
        step = json.decode(reply.request.step, type=Step)
        if reply.status >= 400:
            return self._without_comments(reply, step, options)
        return self._posts(reply, step, options, _memory(memory).newest)

    def _posts(self, reply: Reply, step: Step, options: Options, since: str) -> Batch:
        """One page of posts; on to the next while nothing known was met."""
        found = whole(reply, Posts, "a Page's posts")
        pieces = Pieces.of(found.data, Post).checked(reply, "a Page's posts")
        newest = _newest([step.newest, *(post.created_time for post in pieces.read)])
        after = found.paging.cursors.after if found.paging and found.paging.cursors else None
        is_known = not since or not pieces.read or any(_is_before(post, since) for post in pieces.read)
        follow: tuple[Request, ...] = ()
        if after and not is_known and step.page < number(options, "pages", 1, MOST_PAGES, 3):
            further = Step(step.page + 1, newest, step.comments)
            follow = (_page(_page_named_in(reply), options, further, after),)
        return Batch(
            drafts=tuple(draft for post in pieces.read for draft in drafts_of(post)),
            title=next((post.by.name for post in pieces.read if post.by and post.by.name), None),
            follow=follow,
            memory=None if follow else json.encode(Memory(_newest([newest, since]))).decode(),
            notices=(*pieces.notices(), *(() if step.comments else (NO_COMMENTS,)), *_version_notice(reply, options)),
        )

    def refused(self, reply: Reply) -> FetchError | None:
        """What the codes of the Graph API mean."""
        if reply.request.step == "bridge":
            return None
        return refusals.refusal_of(reply, reply.request.secrets[0].name if reply.request.secrets else KIND)

    def rest_until(self, reply: Reply) -> datetime | None:
        """As long as it says, or when a limit is nearly used up."""
        return None if reply.request.step == "bridge" else refusals.rest_until(reply)

    def _without_comments(self, reply: Reply, step: Step, options: Options) -> Batch:
        """A missing right: perhaps only the one for comments, so the posts are asked for alone."""
        if not (step.comments and refusals.is_permission(refusals.trouble_of(reply))):
            raise self.refused(reply) or AskedWrongly(host_of(reply), "it refuses the request")
        return Batch(follow=(_page(_page_named_in(reply), options, Step(comments=False)),))


def _name(place: Place, options: Options) -> str:
    return option(options, "page", place.page)


def _version(options: Options) -> str:
    version = option(options, "version", VERSION)
    if not re.fullmatch(r"v[0-9]{1,3}\.[0-9]", version):
        raise OptionUnfit("version", version, f'a version of the Graph API in quotes, such as "{VERSION}"')
    return version


def _page(page: str, options: Options, step: Step, after: str = "") -> Request:
    """A page of posts. Cursors are followed, never the address Facebook gives for the next page: it holds the token."""
    fields = f"{FIELDS},{COMMENTS}" if step.comments else FIELDS
    params = [("fields", fields), ("limit", PAGE_SIZE), *([("after", after)] if after else [])]
    query = urlencode(params, quote_via=quote, safe=",{}()")
    return Request(
        f"{base(options, API)}/{_version(options)}/{quote(page)}/published_posts?{query}",
        secrets=(SecretUse(f"{KIND}:{page}", ("header", "Authorization"), "Bearer {}"),),
        step=json.encode(step).decode(),
        conditional=False,
        accepts=(400, 403) if step.comments else (),
    )


def _page_named_in(reply: Reply) -> str:
    """The Page a request was about: its secret is called after it."""
    return reply.request.secrets[0].name.partition(":")[2]


def _memory(text: str) -> Memory:
    try:
        return json.decode(text, type=Memory) if text else Memory()
    except DecodeError:
        return Memory()


def _newest(times: Sequence[str | None]) -> str:
    known = [(at, time) for time in times if time and (at := moment(time))]
    return max(known)[1] if known else ""


def _is_before(post: Post, since: str) -> bool:
    at, known = moment(post.created_time), moment(since)
    return at is not None and known is not None and at <= known


def _version_notice(reply: Reply, options: Options) -> tuple[str, ...]:
    """Told when Facebook speaks another version than it was asked for: the one asked for has ended."""
    spoken = reply.headers.get("facebook-api-version", "")
    if not re.fullmatch(r"v[0-9]{1,3}\.[0-9]", spoken) or spoken == _version(options):
        return ()
    return (f"Facebook answers in version {spoken}, not {_version(options)}: set the option version.",)
