"""Bluesky: what is asked, what replies become, what refusals mean."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.document import document
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import NotThere, UnreadableReply
from arrowtui.model.errors_social import AskedWrongly, OptionUnfit, SignInWanted
from arrowtui.model.errors_sources import NotForUs, TokenRefused, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Body, Markup, Request
from arrowtui.services.answers import refused
from arrowtui.sources.bluesky import Bluesky
from tests.fakes import NOON
from tests.sources.social import answered, cases, check, items

ADAPTER = Bluesky()
AUTHOR = "https://bsky.app/profile/ida.example"
TAG = "https://bsky.app/hashtag/edchat"
KNOWN = json.dumps({"who": "did:plc:ida", "name": "Ida", "newest": "2026-11-23T08:00:00+00:00"})
LOGIN = (("login", "@ida.example"),)


def test_every_kind_of_reply_has_a_case() -> None:
    assert {case.name for case in cases("bluesky")} >= {"author", "hashtag", "thread", "feed", "list", "quotes"}


@pytest.mark.parametrize("case", cases("bluesky"), ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    check(ADAPTER, case)


# --- what is asked


def asked(address: str, memory: str = "", **options: str) -> str:
    return ADAPTER.first(address, tuple(options.items()), memory).address


def test_an_authors_profile_is_asked_once_and_then_her_posts_by_did() -> None:
    assert asked(AUTHOR) == "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=ida.example"
    assert asked(AUTHOR, KNOWN) == (
        "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed"
        "?actor=did%3Aplc%3Aida&filter=posts_and_author_threads&limit=100"
    )


def test_a_profile_leads_to_the_posts_and_names_the_source() -> None:
    request = ADAPTER.first(AUTHOR, (), "")
    body = json.dumps({"did": "did:plc:ida", "handle": "ida.example", "displayName": "Ida", "labels": []})

    batch = ADAPTER.read(answered(request, body), (), "")

    assert batch.title == "Ida (@ida.example)"
    assert batch.memory and json.loads(batch.memory)["who"] == "did:plc:ida"
    assert [one.address.partition("?")[0][-13:] for one in batch.follow] == ["getAuthorFeed"]


@pytest.mark.parametrize(
    ("address", "steps", "first_replies"),
    [
        (
            "https://bsky.app/profile/ida.example/feed/desk",
            ["resolveHandle", "getFeedGenerator", "getFeed"],
            [{"did": "did:plc:ida"}, {"view": {"displayName": "Desk"}, "isOnline": True}],
        ),
        (
            "https://bsky.app/profile/ida.example/lists/3m",
            ["resolveHandle", "getList", "getListFeed"],
            [{"did": "did:plc:ida"}, {"list": {"name": "Desk"}, "items": []}],
        ),
        ("https://bsky.app/profile/ida.example/post/3m", ["resolveHandle", "getPostThread"], [{"did": "did:plc:ida"}]),
        ("https://bsky.app/profile/did:plc:ida/post/3m", ["getPostThread"], []),
        ("https://bsky.app/profile/did:plc:ida/post/3m/quotes", ["getQuotes"], []),
        (TAG, ["searchPosts"], []),
        ("https://bsky.app/search?q=from%3Aida+desk", ["searchPosts"], []),
    ],
)
def test_the_first_poll_asks_for_what_it_lacks(
    address: str, steps: list[str], first_replies: list[dict[str, Any]]
) -> None:
    requests, memory = [ADAPTER.first(address, (), "")], ""
    for body in first_replies:
        batch = ADAPTER.read(answered(requests[-1], json.dumps(body)), (), memory)
        memory = batch.memory or memory
        requests += batch.follow

    assert [request.address.partition("?")[0].rpartition(".")[2] for request in requests] == steps
    if "getFeed" in steps[-1] or "getList" in steps[-1]:
        assert "at%3A%2F%2Fdid%3Aplc%3Aida%2Fapp.bsky." in requests[-1].address
        again = ADAPTER.first(address, (), memory)
        assert again.address == requests[-1].address


def test_a_search_without_login_asks_the_host_that_mostly_answers_and_then_the_other() -> None:
    request = ADAPTER.first(TAG, (), "")
    batch = ADAPTER.read(answered(request, "<html>blocked</html>", 403), (), "")

    assert request.address.startswith("https://api.bsky.app/xrpc/app.bsky.feed.searchPosts?q=%23edchat&tag=edchat")
    assert batch.follow[0].address.startswith("https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?")
    trouble = ADAPTER.refused(answered(batch.follow[0], "<html>", 403))
    assert isinstance(trouble, SignInWanted)
    assert "bluesky:YOUR.HANDLE" in trouble.hint()


def test_a_base_of_ones_own_is_asked_and_no_other() -> None:
    options = (("base", "http://127.0.0.1:9/"),)

    request = ADAPTER.first(TAG, options, "")

    assert request.address.startswith("http://127.0.0.1:9/xrpc/app.bsky.feed.searchPosts?")
    assert request.accepts == ()


def test_with_a_login_the_accounts_own_server_is_asked_and_the_token_is_only_named() -> None:
    request = ADAPTER.first(TAG, LOGIN, "")
    other = ADAPTER.first(TAG, (*LOGIN, ("pds", "https://pds.example/")), "")

    assert request.address.startswith("https://bsky.social/xrpc/app.bsky.feed.searchPosts?")
    assert [(use.name, use.place, use.template) for use in request.secrets] == [
        ("bluesky-session:ida.example", ("header", "Authorization"), "Bearer {}")
    ]
    assert other.address.startswith("https://pds.example/xrpc/")
    assert other.secrets[0].name == "bluesky-session:ida.example@https://pds.example"


def test_a_stale_token_is_renewed_and_the_same_asked_once_more() -> None:
    request = ADAPTER.first(TAG, LOGIN, "")
    stale = json.dumps({"error": "ExpiredToken", "message": "Token has expired"})

    (again,) = ADAPTER.read(answered(request, stale, 400), LOGIN, "").follow

    assert again.address == request.address
    assert again.secrets[0].name == "bluesky-session-renewed:ida.example"
    assert again.accepts == ()
    trouble = ADAPTER.refused(answered(again, stale, 400))
    assert isinstance(trouble, TokenRefused)
    assert trouble.login == "bluesky:ida.example"


def test_a_reply_to_the_second_request_is_read_like_the_first() -> None:
    request = ADAPTER.first(TAG, LOGIN, "")
    (again,) = ADAPTER.read(answered(request, '{"error":"ExpiredToken"}', 400), LOGIN, "").follow

    assert ADAPTER.read(answered(again, page(post("1"))), LOGIN, "").drafts


@pytest.mark.parametrize("address", ["https://x.com/ida", "https://bsky.app/", "https://bsky.app/settings", "mailto:a"])
def test_an_address_of_something_else_is_refused(address: str) -> None:
    with pytest.raises(UnfitAddress):
        ADAPTER.first(address, (), "")


@pytest.mark.parametrize(
    ("options", "name"),
    [((("filter", "all"),), "filter"), ((("pages", "many"),), "pages"), ((("stream", "yes"),), "stream")],
)
def test_an_option_that_cannot_be_is_named(options: tuple[tuple[str, str], ...], name: str) -> None:
    with pytest.raises(OptionUnfit) as caught:
        ADAPTER.live(TAG, options)
        reply = answered(ADAPTER.first(AUTHOR, options, KNOWN), timeline(post("1", at="2026-11-23T09:00:00Z")))
        ADAPTER.read(reply, options, KNOWN)

    assert caught.value.name == name


# --- pages


def post(key: str, *, at: str = "2026-11-23T08:00:00.000Z", text: str = "Hello", **more: object) -> dict[str, object]:
    return {
        "uri": f"at://did:plc:ida/app.bsky.feed.post/{key}",
        "cid": "bafy",
        "author": {"did": "did:plc:ida", "handle": "ida.example", "displayName": "Ida"},
        "record": {"$type": "app.bsky.feed.post", "text": text, "createdAt": at},
        "indexedAt": at,
        **more,
    }


def page(*posts: object, cursor: str | None = None) -> str:
    return json.dumps({"posts": posts} | ({"cursor": cursor} if cursor else {}))


def timeline(*posts: object, cursor: str | None = None) -> str:
    entries = [{"post": post} for post in posts]
    return json.dumps({"feed": entries} | ({"cursor": cursor} if cursor else {}))


def test_pages_are_read_until_something_known_is_met() -> None:
    first = ADAPTER.first(AUTHOR, (), KNOWN)

    batch = ADAPTER.read(answered(first, timeline(post("3", at="2026-11-23T10:00:00Z"), cursor="next")), (), KNOWN)
    (second,) = batch.follow
    last = ADAPTER.read(
        answered(second, timeline(post("2", at="2026-11-23T09:00:00Z"), post("1"), cursor="more")), (), KNOWN
    )

    assert batch.memory is None  # if the second page fails, all is asked again
    assert second.address.endswith("&cursor=next")
    assert last.follow == ()
    assert last.memory and json.loads(last.memory)["newest"] == "2026-11-23T10:00:00+00:00"


def test_a_first_poll_takes_one_page() -> None:
    memory = json.dumps({"who": "did:plc:ida", "name": "Ida"})

    batch = ADAPTER.read(answered(ADAPTER.first(AUTHOR, (), memory), timeline(post("1"), cursor="next")), (), memory)

    assert batch.follow == ()
    assert batch.notices == ()


def test_an_empty_page_with_a_cursor_is_not_the_end() -> None:
    batch = ADAPTER.read(answered(ADAPTER.first(AUTHOR, (), KNOWN), timeline(cursor="next")), (), KNOWN)

    assert len(batch.follow) == 1


def test_no_more_pages_are_read_than_wanted_and_the_gap_is_told() -> None:
    options = (("pages", "2"),)
    request = ADAPTER.first(AUTHOR, options, KNOWN)
    full = timeline(post("9", at="2026-11-23T11:00:00Z"), cursor="next")

    (second,) = ADAPTER.read(answered(request, full), options, KNOWN).follow
    last = ADAPTER.read(answered(second, full), options, KNOWN)

    assert last.follow == ()
    assert "older posts are missing" in last.notices[0]


def test_a_search_without_login_is_one_page_and_says_so_when_more_was_posted() -> None:
    memory = json.dumps({"newest": "2026-11-23T08:00:00+00:00"})
    full = page(post("9", at="2026-11-23T11:00:00Z"), cursor="100")

    anonymous = ADAPTER.read(answered(ADAPTER.first(TAG, (), memory), full), (), memory)
    signed_in = ADAPTER.read(answered(ADAPTER.first(TAG, LOGIN, memory), full), LOGIN, memory)

    assert anonymous.follow == ()
    assert "without an app password" in anonymous.notices[0]
    assert len(signed_in.follow) == 1


def test_a_search_with_login_goes_on_where_it_stopped_until_it_meets_what_was_known() -> None:
    options = (*LOGIN, ("pages", "1"))
    memory = json.dumps({"newest": "2026-11-23T08:00:00+00:00"})
    newest = page(post("9", at="2026-11-23T11:00:00Z"), post("8", at="2026-11-23T10:00:00Z"), cursor="100")
    first = ADAPTER.read(answered(ADAPTER.first(TAG, options, memory), newest), options, memory)
    assert first.has_more
    assert first.missed == ()
    assert first.memory

    newer = page(post("10", at="2026-11-23T11:30:00Z"), post("9", at="2026-11-23T11:00:00Z"))
    second = ADAPTER.read(answered(ADAPTER.first(TAG, options, first.memory), newer), options, first.memory)
    (back,) = second.follow
    assert "until=2026-11-23T10%3A00%3A00" in back.address
    older = page(post("7", at="2026-11-23T09:00:00Z"), post("6", at="2026-11-23T08:00:00Z"), cursor="1")
    last = ADAPTER.read(answered(back, older), options, first.memory)

    assert not last.has_more
    assert last.memory
    assert json.loads(last.memory) == {"name": "#edchat on Bluesky", "newest": "2026-11-23T11:30:00+00:00"}


def test_a_search_that_comes_no_further_back_says_what_is_missing_instead_of_asking_for_ever() -> None:
    options = (*LOGIN, ("pages", "1"))
    memory = json.dumps(
        {
            "newest": "2026-11-23T11:00:00+00:00",
            "hole": "2026-11-23T10:00:00+00:00",
            "floor": "2026-11-23T08:00:00+00:00",
        }
    )
    known = page(post("9", at="2026-11-23T11:00:00Z"))
    (back,) = ADAPTER.read(answered(ADAPTER.first(TAG, options, memory), known), options, memory).follow
    stuck = page(post("8", at="2026-11-23T10:00:00Z"), cursor="1")

    last = ADAPTER.read(answered(back, stuck), options, memory)

    assert not last.has_more
    assert "older posts are missing" in last.missed[0]


def test_a_first_look_at_a_hashtag_tells_what_of_today_is_missing() -> None:
    full = page(post("9", at="2026-11-23T11:00:00Z"), cursor="100")

    batch = ADAPTER.read(answered(ADAPTER.first(TAG, (), ""), full), (), "")

    assert "without an app password" in batch.missed[0]


def test_a_pinned_post_does_not_end_the_pages() -> None:
    pinned = {"post": post("0", at="2020-01-01T00:00:00Z"), "reason": {"$type": "app.bsky.feed.defs#reasonPin"}}
    fresh = {"post": post("9", at="2026-11-23T11:00:00Z")}
    body = json.dumps({"feed": [pinned, fresh], "cursor": "next"})

    assert ADAPTER.read(answered(ADAPTER.first(AUTHOR, (), KNOWN), body), (), KNOWN).follow


def test_a_memory_of_another_version_is_no_harm() -> None:
    assert "getProfile" in asked(AUTHOR, '{"who": 7}')
    assert "getProfile" in asked(AUTHOR, "not json")


# --- threads, quotes, posts by name


def test_the_quotes_of_a_threads_first_post_come_when_wanted() -> None:
    address, options = "https://bsky.app/profile/did:plc:ida/post/3m", (("quotes", "true"),)
    request = ADAPTER.first(address, options, "")
    thread = json.dumps({"thread": {"$type": "app.bsky.feed.defs#threadViewPost", "post": post("3m"), "replies": []}})

    (quotes,) = ADAPTER.read(answered(request, thread), options, "").follow
    batch = ADAPTER.read(answered(quotes, page(post("4", text="A1 by quote"))), options, "")

    assert "getQuotes?uri=at%3A%2F%2Fdid%3Aplc%3Aida%2Fapp.bsky.feed.post%2F3m" in quotes.address
    assert batch.drafts[0].body == Body("A1 by quote", Markup.TEXT)


def test_a_thread_whose_first_post_is_gone_says_so_and_deletes_it() -> None:
    address, uri = "https://bsky.app/profile/did:plc:ida/post/3m", "at://did:plc:ida/app.bsky.feed.post/3m"
    body = json.dumps({"thread": {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri, "notFound": True}})

    batch = ADAPTER.read(answered(ADAPTER.first(address, (), ""), body), (), "")

    assert batch.deleted == (uri,)
    assert batch.notices == ("The post this thread hangs on is gone.",)


def test_a_deep_thread_is_read_to_its_end() -> None:
    node: dict[str, object] = {"post": post("100")}
    for depth in range(99, 0, -1):
        node = {"post": post(str(depth)), "replies": [node]}
    request = ADAPTER.first("https://bsky.app/profile/did:plc:ida/post/1", (), "")

    assert len(ADAPTER.read(answered(request, json.dumps({"thread": node})), (), "").drafts) == 100


def test_known_posts_are_checked_25_at_a_time_and_the_missing_are_gone() -> None:
    uris = [f"at://did:plc:ida/app.bsky.feed.post/{number}" for number in range(30)]

    first, second = ADAPTER.recheck(uris, ())
    batch = ADAPTER.read(answered(first, page(*[post(str(number)) for number in range(24)])), (), "")

    assert (first.address.count("uris="), second.address.count("uris=")) == (25, 5)
    assert batch.deleted == (uris[24],)
    assert len(batch.drafts) == 24


def test_what_the_stream_named_but_is_not_found_yet_is_not_deleted() -> None:
    (request,) = ADAPTER.hydrate(["at://did:plc:ida/app.bsky.feed.post/1"], ())

    assert ADAPTER.read(answered(request, page()), (), "").deleted == ()


def test_an_odd_post_deletes_nothing() -> None:
    uris = ["at://did:plc:ida/app.bsky.feed.post/1", "at://did:plc:ida/app.bsky.feed.post/2"]
    (request,) = ADAPTER.recheck(uris, ())

    batch = ADAPTER.read(answered(request, page(post("1"), {"uri": 5})), (), "")

    assert batch.deleted == ()
    assert batch.notices == ("1 post could not be read and is left out.",)


# --- text


def shown(text: str, facets: list[dict[str, object]]) -> tuple[str, list[str]]:
    """A post's text as a reader sees it, with the links in it."""
    record = {"text": text, "createdAt": "2026-11-23T08:00:00Z", "facets": facets}
    request = ADAPTER.first(TAG, (), "")
    (draft,) = ADAPTER.read(answered(request, page(post("1", record=record))), (), "").drafts
    assert draft.body is not None
    read = document(draft.body)
    (item,) = items(Batch((draft,)), "bluesky", TAG)
    return item.text, list(read.links)


def link(start: int, end: int, uri: str = "https://desk.example/5") -> dict[str, object]:
    return {
        "index": {"byteStart": start, "byteEnd": end},
        "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}],
    }


def test_offsets_count_bytes_after_letters_of_several() -> None:
    text = "Café 👩🏽‍🍳 → here"
    start = len("Café 👩🏽‍🍳 → ".encode())

    found, links = shown(text, [link(start, start + 4)])

    assert found == text
    assert links == ["https://desk.example/5"]


@pytest.mark.parametrize(
    "facet",
    [
        link(1, 3),  # cuts the é in two
        link(-1, 2),
        link(0, 99),
        link(3, 3),
        link(4, 2),
        {"index": {"byteStart": "0", "byteEnd": 2}, "features": []},
        {"index": None, "features": None},
        {"features": [{"$type": "app.bsky.richtext.facet#link"}]},
    ],
)
def test_a_facet_that_does_not_fit_leaves_the_text_whole(facet: dict[str, object]) -> None:
    assert shown("é is here", [facet]) == ("é is here", [])


def test_of_facets_that_overlap_the_first_counts() -> None:
    found, links = shown("abcdef", [link(2, 5, "https://b.example"), link(0, 3, "https://a.example")])

    assert (found, links) == ("abcdef", ["https://a.example"])


def test_text_that_looks_like_markup_is_text() -> None:
    found, links = shown("<b>x</b> & [bold]here", [link(len(b"<b>x</b> & [bold]"), len(b"<b>x</b> & [bold]here"))])

    assert found == "<b>x</b> & [bold]here"
    assert links == ["https://desk.example/5"]


def test_a_link_nobody_should_open_is_not_one() -> None:
    assert shown("click", [link(0, 5, "javascript:alert(1)")]) == ("click", [])


def test_control_characters_do_not_reach_the_reader() -> None:
    found, _ = shown("\u202eevil\x1b[31m text", [])

    assert "\x1b" not in found
    assert "\u202e" not in found


def test_a_post_with_a_picture_alone_is_known_by_its_description() -> None:
    images = [{"thumb": "https://cdn.example/t", "fullsize": "https://cdn.example/f", "alt": "Q4: Which tool?"}]
    embed = {"$type": "app.bsky.embed.images#view", "images": images}
    reply = answered(ADAPTER.first(TAG, (), ""), page(post("1", text="", embed=embed)))

    (item,) = items(ADAPTER.read(reply, (), ""), "bluesky", TAG)

    assert item.title == "Q4: Which tool?"


# --- what goes wrong


def failure(error: str, message: str = "") -> str:
    return json.dumps({"error": error, "message": message})


@pytest.mark.parametrize(
    ("status", "body", "options", "kind"),
    [
        (400, failure("InvalidRequest", "Profile not found"), (), NotThere),
        (400, failure("InvalidRequest", "Unable to resolve handle"), (), NotThere),
        (400, failure("UnknownFeed"), (), NotThere),
        (400, failure("UnknownList"), (), NotThere),
        (400, failure("NotFound", "Post not found"), (), NotThere),
        (400, failure("BadQueryString", "q is \x1b[31mtoo long"), (), AskedWrongly),
        (400, failure("BlockedActor"), LOGIN, NotForUs),
        (400, failure("BlockedByActor"), LOGIN, NotForUs),
        (400, failure("AccountTakedown"), (), NotForUs),
        (400, "<html>", (), AskedWrongly),
        (401, failure("AuthMissing"), (), SignInWanted),
        (401, failure("AuthenticationRequired"), LOGIN, TokenRefused),
        (400, failure("ExpiredToken"), LOGIN, TokenRefused),
        (403, "<html>", (), SignInWanted),
    ],
)
def test_a_refusal_says_what_to_do(
    status: int, body: str, options: tuple[tuple[str, str], ...], kind: type[ArrowError]
) -> None:
    request = replace(ADAPTER.first(TAG, options, ""), accepts=())

    trouble = ADAPTER.refused(answered(request, body, status))

    assert isinstance(trouble, kind)
    assert "\x1b" not in str(trouble)


@pytest.mark.parametrize("status", [402, 404, 410, 418, 422, 429, 500, 502, 503])
def test_other_refusals_mean_what_they_usually_mean(status: int) -> None:
    reply = answered(ADAPTER.first(AUTHOR, (), KNOWN), "<html>", status)

    assert ADAPTER.refused(reply) is None
    assert refused(reply) is not None


def test_an_error_the_request_wanted_to_read_is_raised_by_reading() -> None:
    request = ADAPTER.first(TAG, LOGIN, "")

    with pytest.raises(NotForUs):
        ADAPTER.read(answered(request, failure("AccountDeactivated"), 400), LOGIN, "")
    with pytest.raises(AskedWrongly):
        ADAPTER.read(answered(request, "", 400), LOGIN, "")


def test_the_rate_limit_is_kept() -> None:
    request, reset = ADAPTER.first(AUTHOR, (), KNOWN), str(int(NOON.timestamp()) + 60)

    left = answered(request, "{}", RateLimit_Remaining="7", RateLimit_Reset=reset)
    used = answered(request, "{}", RateLimit_Remaining="0", RateLimit_Reset=reset)
    over = answered(request, "{}", 429, RateLimit_Reset=reset)
    bare = answered(request, "{}", 429)

    waits = [ADAPTER.rest_until(reply) for reply in (left, used, over, bare)]
    assert [wait and round((wait - NOON).total_seconds()) for wait in waits] == [None, 60, 60, None]


def test_an_author_who_wants_members_only_is_not_read_without_login() -> None:
    request = ADAPTER.first(AUTHOR, (), "")
    profile = {"did": "did:plc:ida", "handle": "ida.example", "labels": [{"val": "!no-unauthenticated"}]}

    with pytest.raises(SignInWanted):
        ADAPTER.read(answered(request, json.dumps(profile)), (), "")

    signed_in = ADAPTER.first(AUTHOR, LOGIN, "")
    assert ADAPTER.read(answered(signed_in, json.dumps(profile)), LOGIN, "").follow


REQUESTS = [
    ADAPTER.first(AUTHOR, (), ""),
    ADAPTER.first(AUTHOR, (), KNOWN),
    ADAPTER.first("https://bsky.app/profile/ida.example/feed/desk", (), ""),
    ADAPTER.first("https://bsky.app/profile/did:plc:ida/feed/desk", (), ""),
    ADAPTER.first("https://bsky.app/profile/did:plc:ida/lists/3m", (), ""),
    ADAPTER.first("https://bsky.app/profile/did:plc:ida/post/3m", (), ""),
    ADAPTER.first(TAG, (), ""),
    *ADAPTER.recheck(["at://did:plc:ida/app.bsky.feed.post/1"], ()),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request.address[36:70])
@pytest.mark.parametrize(
    "body", ["<html>", "", "[]", "null", "{}", '{"posts":', '"x"', '{"feed":5,"posts":5,"thread":5}', b"\xff\xfe{}"]
)
def test_what_is_not_bluesky_is_unreadable(request_: Request, body: bytes | str) -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(request_, body), (), "")


def test_a_page_of_nothing_but_odd_posts_is_no_empty_page() -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(ADAPTER.first(TAG, (), ""), page({"uri": 1}, {})), (), "")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NEARLY: dict[str, st.SearchStrategy[Any]] = {
    "uri": st.sampled_from(["at://did:plc:ida/app.bsky.feed.post/1", "", "at://x"]) | JSON,
    "author": st.fixed_dictionaries({"did": st.just("did:plc:ida")}, optional={"handle": JSON, "labels": JSON}) | JSON,
    "record": st.fixed_dictionaries(
        {},
        optional={
            "text": st.text() | JSON,
            "createdAt": st.text() | JSON,
            "facets": JSON,
            "reply": JSON,
            "langs": JSON,
        },
    )
    | JSON,
}
ODD_POSTS = st.fixed_dictionaries(
    NEARLY,
    optional={
        "embed": JSON
        | st.fixed_dictionaries(
            {
                "$type": st.sampled_from(
                    ["app.bsky.embed.images#view", "app.bsky.embed.record#view", "app.bsky.embed.recordWithMedia#view"]
                )
            },
            optional={"images": JSON, "record": JSON, "media": JSON},
        ),
        "indexedAt": JSON,
        "labels": JSON,
        "likeCount": JSON,
    },
)


@given(st.lists(ODD_POSTS | JSON, max_size=4), JSON, st.sampled_from(REQUESTS))
def test_whatever_comes_is_read_or_called_unreadable(posts: list[object], cursor: object, request_: Request) -> None:
    body = {
        "posts": posts,
        "feed": [{"post": one, "reason": cursor, "reply": cursor} for one in posts],
        "thread": {"post": posts[0] if posts else None, "replies": posts, "parent": cursor},
        "cursor": cursor,
        "did": cursor,
        "view": cursor,
        "list": cursor,
    }
    try:
        batch = ADAPTER.read(answered(request_, json.dumps(body)), (), "")
    except (UnreadableReply, SignInWanted):
        return
    items(batch, "bluesky", TAG)


# --- what was typed


@pytest.mark.parametrize(
    ("typed", "address", "is_sure"),
    [
        ("https://bsky.app/profile/ida.example", "https://bsky.app/profile/ida.example", True),
        ("bsky.app/hashtag/edchat", "https://bsky.app/hashtag/edchat", True),
        ("https://bsky.app/profile/ida.example/rss", "https://bsky.app/profile/ida.example", True),
        ("at://ida.example/app.bsky.feed.generator/desk", "https://bsky.app/profile/ida.example/feed/desk", True),
        ("at://did:plc:a/app.bsky.graph.list/3m", "https://bsky.app/profile/did:plc:a/lists/3m", True),
        ("at://did:plc:a/app.bsky.feed.post/3m", "https://bsky.app/profile/did:plc:a/post/3m", True),
        ("did:plc:abc", "https://bsky.app/profile/did:plc:abc", True),
        ("@Ida.bsky.social", "https://bsky.app/profile/ida.bsky.social", True),
        ("ida.bsky.social", "https://bsky.app/profile/ida.bsky.social", True),
        ("@ida.example", "https://bsky.app/profile/ida.example", False),
        ("#edchat", "https://bsky.app/hashtag/edchat", False),
        ("#über", "https://bsky.app/hashtag/%C3%BCber", False),
    ],
)
def test_what_is_typed_is_recognised(typed: str, address: str, is_sure: bool) -> None:
    (found,) = ADAPTER.recognise(typed)

    assert (found.wish.kind, found.wish.address, found.is_sure) == ("bluesky", address, is_sure)
    assert ADAPTER.first(found.wish.address, found.wish.options, "").address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ida",
        "@ida",
        "@ida@mastodon.example",
        "blog.example",
        "https://blog.example/feed",
        "#a b",
        "r/x",
        "at://",
        "at://x/y/z",
    ],
)
def test_what_is_somebody_elses_is_left_alone(typed: str) -> None:
    assert not ADAPTER.recognise(typed)


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    ADAPTER.recognise(typed)


# --- real replies


def replies_in(value: object) -> Iterator[tuple[str, str]]:
    """Every body of ours that is buried in a document, with an address it answers."""
    if isinstance(value, dict):
        feed = value.get("feed")
        if isinstance(feed, list) and feed and all(isinstance(one, dict) and "author" in str(one) for one in feed):
            yield AUTHOR, json.dumps(value)
        if isinstance(value.get("posts"), list):
            yield TAG, json.dumps(value)
        if value.get("$type") == "app.bsky.feed.defs#threadViewPost":
            yield "https://bsky.app/profile/did:plc:ida/post/3m", json.dumps({"thread": value})
        elif {"uri", "author", "record", "indexedAt"} <= value.keys():
            yield TAG, json.dumps({"posts": [value]})
        for inner in value.values():
            yield from replies_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from replies_in(inner)


def test_real_replies_are_read_without_loss(corpus: Path) -> None:
    read = 0
    for path in sorted((corpus / "api" / "bluesky").rglob("*.json")):
        try:
            found = json.loads(path.read_bytes())
        except ValueError:
            continue  # one file of the corpus is no JSON
        for address, body in replies_in(found):
            memory = json.dumps({"who": "did:plc:ida", "name": "Ida"})
            batch = ADAPTER.read(answered(ADAPTER.first(address, (), memory), body), (), memory)
            assert not [notice for notice in batch.notices if "could not be read" in notice], path
            assert all(item.title for item in items(batch, "bluesky", address)), path
            read += len(batch.drafts)

    assert read > 150
