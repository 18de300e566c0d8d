"""The requests: which path, with which fields, in the naming the person's access speaks."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from msgspec import Struct

from arrowtui.model.spending import Bill
from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.social.given import Options, base, one_of, option, whole
from arrowtui.sources.xapi.addresses import Place, What
from arrowtui.sources.xapi.prices import Prices, extras_of
from arrowtui.sources.xapi.steps import Gap, Memory, Step

API = "https://api.x.com"
SECRET = "x"
AT_ONCE = 100
"""Posts of one page, and of one look-up by ids."""


class Dialect(Struct, frozen=True):
    """The words of one naming."""

    fields: str
    references: str
    note: str


DIALECTS: Mapping[str, Dialect] = {
    "tweet": Dialect("tweet.fields", "referenced_tweets", "note_tweet"),
    "post": Dialect("post.fields", "referenced_posts", "note_post"),
}
Params = list[tuple[str, str]]


def dialect_of(options: Options) -> Dialect:
    """Raises: OptionUnfit."""
    return DIALECTS[one_of(options, "dialect", tuple(DIALECTS), "tweet")]


def _call(
    options: Options, path: str, params: Params, step: Step, bill: Bill, accepts: tuple[int, ...] = ()
) -> Request:
    query = f"?{urlencode(params, quote_via=quote)}" if params else ""
    return Request(
        f"{base(options, API)}/2/{path}{query}",
        secrets=(SecretUse(SECRET, ("header", "Authorization"), "Bearer {}"),),
        step=step.written(),
        conditional=False,
        accepts=accepts,
        bill=bill,
    )


def user_request(name: str, options: Options) -> Request:
    """Who an account is; asked once."""
    return _call(options, f"users/by/username/{quote(name)}", [], Step("user"), Prices.of(options).user())


def page_request(place: Place, known: Memory, options: Options, step: Step, gap: Gap | None = None) -> Request:
    """A page of posts: the newest since the last poll, or with `gap` those left out there.

    Raises: MoneyNeeded, OptionUnfit.
    """
    size = whole(options, "page", 10, AT_ONCE, AT_ONCE)
    since = "" if step.again else gap.since if gap else known.newest
    params = [("max_results", str(size)), *_bounds(since, gap), *_fields(options)]
    bill = Prices.of(options).page(size, extras_of(options))
    accepts = (400,) if since else ()  # an id older than a week is refused: then it is left out
    if place.what is What.USER:
        if left_out := option(options, "exclude"):
            params.append(("exclude", left_out))
        return _call(options, f"users/{quote(known.user)}/tweets", params, step, bill, accepts)
    words = f"conversation_id:{place.words}" if place.what is What.CONVERSATION else place.words
    sought = [("query", words), ("sort_order", "recency"), *params]
    return _call(options, "tweets/search/recent", sought, step, bill, accepts)


def _bounds(since: str, gap: Gap | None) -> Params:
    bounds = [("since_id", since)] if since else []
    return [*bounds, ("until_id", gap.until)] if gap else bounds


def _fields(options: Options) -> Params:
    """What is wanted of each post. What is included costs, so pictures and other posts only where they are wanted."""
    words, extras = dialect_of(options), extras_of(options)
    expansions = ["author_id", "attachments.poll_ids"]
    if "media" in extras:
        expansions.append("attachments.media_keys")
    if "context" in extras:
        expansions += [f"{words.references}.id", f"{words.references}.id.author_id"]
    wanted = "created_at,conversation_id,entities,lang,public_metrics,attachments,possibly_sensitive"
    params = [
        (words.fields, f"{wanted},{words.references},{words.note}"),
        ("expansions", ",".join(expansions)),
        ("user.fields", "name,username"),
        ("poll.fields", "options,end_datetime,voting_status"),
    ]
    return [*params, ("media.fields", "type,url,preview_image_url,alt_text")] if "media" in extras else params


def root_request(post: str, options: Options) -> Request:
    """The first post of a conversation, which a search for it may leave out."""
    bill = Prices.of(options).page(1, extras_of(options))
    return _call(options, "tweets", [("ids", post), *_fields(options)], Step("root"), bill)


def recheck_requests(ids: Iterable[str], options: Options) -> tuple[Request, ...]:
    """Which of these posts still exist: 100 a request, each that does costs as much as reading it."""
    every = list(dict.fromkeys(one for one in ids if one.isascii() and one.isdigit()))
    batches = [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
    prices = Prices.of(options)
    return tuple(
        _call(options, "tweets", [("ids", ",".join(batch))], Step("recheck"), prices.posts(len(batch)))
        for batch in batches
    )
