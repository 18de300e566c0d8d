"""The requests: which call for which address, at which server, signed in or not."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from arrowtui.model.replace import replace
from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.at.addresses import Place, What, is_actor
from arrowtui.sources.at.steps import Step
from arrowtui.sources.social.given import Options, base, one_of, option

PUBLIC = "https://public.api.bsky.app"
SEARCHED = "https://api.bsky.app"
"""Of the two public hosts the one that mostly answers a search; the other is tried when it does not."""
PDS = "https://bsky.social"
SESSION, RENEWED = "bluesky-session:", "bluesky-session-renewed:"
"""Names of secrets: the access token of a handle's session; the same after that one was refused."""
FILTERS = (
    "posts_and_author_threads",
    "posts_no_replies",
    "posts_with_replies",
    "posts_with_media",
    "posts_with_video",
)
PAGE = "100"
AT_ONCE = 25
"""Posts of one getPosts."""

Params = list[tuple[str, str]]


def login_of(options: Options) -> str:
    """The handle (or DID) a source signs in with; "" for none."""
    return option(options, "login").removeprefix("@")


def session_name(options: Options, prefix: str = SESSION) -> str:
    """The name of the secret that is the access token; it says at which server, so that no other ever gets it."""
    pds = option(options, "pds", PDS).rstrip("/")
    return f"{prefix}{login_of(options)}" + ("" if pds == PDS else f"@{pds}")


def login_named_in(secrets: tuple[SecretUse, ...]) -> str:
    """The name a person logs in by, from the secrets of a request; "" where it had none of ours."""
    name = next((use.name for use in secrets if use.name.startswith((SESSION, RENEWED))), "")
    return f"bluesky:{name.partition(':')[2].partition('@')[0]}" if name else ""


def call(options: Options, nsid: str, params: Params, step: Step, *, host: str = PUBLIC) -> Request:
    """A request for one method: to the account's own server with a login, else to a public one."""
    query = urlencode(params, quote_via=quote)
    if not login_of(options):
        where = base(options, host)
        return Request(f"{where}/xrpc/{nsid}?{query}", step=step.written(), conditional=False)
    pds = option(options, "pds", PDS).rstrip("/")
    return Request(
        f"{pds}/xrpc/{nsid}?{query}",
        secrets=(bearer(session_name(options)),),
        step=step.written(),
        conditional=False,
        accepts=(400, 401),  # an access token that ran out is told of in the body, and then sent anew
    )


def bearer(name: str) -> SecretUse:
    """An access token in its header."""
    return SecretUse(name, ("header", "Authorization"), "Bearer {}")


def who_request(place: Place, address: str, options: Options) -> Request | None:
    """The request for what must be known of an address first; None where nothing must."""
    step = Step("who", address)
    if place.what is What.AUTHOR:
        return call(options, "app.bsky.actor.getProfile", [("actor", place.who)], step)
    if place.who and not place.who.startswith("did:"):
        return call(options, "com.atproto.identity.resolveHandle", [("handle", place.who)], step)
    return None


def name_request(place: Place, address: str, did: str, options: Options) -> Request | None:
    """The request for what a feed or list is called; None for what has no such name."""
    step = Step("name", address)
    if place.what is What.FEED:
        return call(options, "app.bsky.feed.getFeedGenerator", [("feed", place.uri(did))], step)
    if place.what is What.LIST:
        return call(options, "app.bsky.graph.getList", [("list", place.uri(did)), ("limit", "1")], step)
    return None


def page_request(place: Place, did: str, options: Options, step: Step, cursor: str = "") -> Request:
    """The request for a page of what an address leads to. Raises: OptionUnfit."""
    further = [("limit", PAGE), *([("cursor", cursor)] if cursor else [])]
    match place.what:
        case What.AUTHOR:
            shown = one_of(options, "filter", FILTERS, FILTERS[0])
            return call(options, "app.bsky.feed.getAuthorFeed", [("actor", did), ("filter", shown), *further], step)
        case What.FEED:
            return call(options, "app.bsky.feed.getFeed", [("feed", place.uri(did)), *further], step)
        case What.LIST:
            return call(options, "app.bsky.feed.getListFeed", [("list", place.uri(did)), *further], step)
        case What.THREAD:
            asked = [("uri", place.uri(did)), ("depth", "100"), ("parentHeight", "100")]
            return call(options, "app.bsky.feed.getPostThread", asked, step)
        case What.QUOTES:
            return call(options, "app.bsky.feed.getQuotes", [("uri", place.uri(did)), *further], step)
        case What.SEARCH:
            return _search(place, options, step, further)


def _search(place: Place, options: Options, step: Step, further: Params) -> Request:
    """A search. Without a login the two public hosts close it now and then, seldom both at once."""
    host = PUBLIC if step.again else SEARCHED
    request = call(
        options, "app.bsky.feed.searchPosts", [*_sought(place, options, step.until), *further], step, host=host
    )
    may_try_other = not (step.again or login_of(options) or option(options, "base"))
    return replace(request, accepts=(403,)) if may_try_other else request


def _sought(place: Place, options: Options, until: str) -> Params:
    """What is searched for, newest first, from `until` back where one is given. The method wants words in any case."""
    asked = [("q", f"#{place.tag}"), ("tag", place.tag)] if place.tag else [("q", place.words)]
    if place.author and is_actor(place.author):
        asked.append(("author", place.author))
    if lang := option(options, "lang"):
        asked.append(("lang", lang))
    return [*asked, ("sort", "latest"), *([("until", until)] if until else [])]


def quotes_request(place: Place, did: str, options: Options, address: str) -> Request:
    """The posts that quote the first one of a thread."""
    params = [("uri", place.uri(did)), ("limit", PAGE)]
    return call(options, "app.bsky.feed.getQuotes", params, Step("quotes", address))


def posts_requests(uris: Iterable[str], options: Options, step: Step) -> tuple[Request, ...]:
    """Requests for posts by their AT-URIs, 25 at a time."""
    every = list(dict.fromkeys(uris))
    batches = [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
    return tuple(call(options, "app.bsky.feed.getPosts", [("uris", uri) for uri in batch], step) for batch in batches)
