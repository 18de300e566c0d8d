"""X: nothing without a budget, both namings, every page with its bill."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import NotThere, UnreadableReply
from arrowtui.model.errors_social import AskedWrongly, BridgeNotice, MoneyNeeded, OptionUnfit, UsageCapReached
from arrowtui.model.errors_sources import NotForUs, OutOfCredit, TokenRefused, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.spending import Bill
from arrowtui.model.wire import Request
from arrowtui.services.answers import refused
from arrowtui.sources.x import X
from tests.fakes import NOON
from tests.sources.social import answered, cases, check, items

ADAPTER = X()
TAG, USER = "https://x.com/hashtag/edchat", "https://x.com/ida"
BUDGET = (("budget", "5.00"),)
KNOWN_USER = json.dumps({"user": "42", "name": "Ida (@ida)"})
MICROS = 1_000_000


def test_every_kind_of_reply_has_a_case() -> None:
    assert {case.name for case in cases("x")} >= {"hashtag", "post-dialect", "account", "nothing-new", "bridge"}


@pytest.mark.parametrize("case", cases("x"), ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    check(ADAPTER, case)


# --- off by default


@pytest.mark.parametrize("address", [TAG, USER, "https://x.com/ida/status/1", "https://x.com/search?q=desk"])
def test_without_a_budget_nothing_is_asked(address: str) -> None:
    with pytest.raises(MoneyNeeded) as caught:
        ADAPTER.first(address, (), "")

    assert "[x]" in caught.value.hint()


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((("budget", "five"),), "budget"),
        ((("budget", "-1"),), "budget"),
        ((*BUDGET, ("price_per_post", "cheap")), "price_per_post"),
        ((*BUDGET, ("dialect", "toot")), "dialect"),
        ((*BUDGET, ("include", "likes")), "include"),
        ((*BUDGET, ("page", "5")), "page"),
        ((("bridge", "nitter.example/ida/rss"),), "bridge"),
    ],
)
def test_an_option_that_cannot_be_is_named(options: tuple[tuple[str, str], ...], name: str) -> None:
    with pytest.raises(OptionUnfit) as caught:
        ADAPTER.first(TAG, options, "")

    assert caught.value.name == name


def bill(request: Request) -> Bill:
    assert request.bill is not None
    return request.bill


def test_every_request_carries_the_most_it_can_cost() -> None:
    page = bill(ADAPTER.first(TAG, BUDGET, ""))
    small = bill(ADAPTER.first(TAG, (*BUDGET, ("page", "10"), ("price_per_post", "0.01")), ""))
    rich = bill(ADAPTER.first(TAG, (*BUDGET, ("include", "media, context")), ""))
    who = bill(ADAPTER.first(USER, BUDGET, ""))

    assert (page.kind, page.cap, page.micros) == ("x", 5 * MICROS, 100 * 15_000)
    assert small.micros == 10 * 20_000
    assert rich.micros == 100 * (7 * 5_000 + 3 * 10_000)
    assert who.micros == 10_000


def test_a_page_costs_what_is_in_it() -> None:
    request = ADAPTER.first(TAG, BUDGET, "")
    request = replace(request, bill=replace(bill(request), number=7))
    body = page(
        post(1), post(2), includes={"users": [{"id": "42"}], "tweets": [post(3)], "media": [{"media_key": "3_1"}]}
    )

    batch = ADAPTER.read(answered(request, body), BUDGET, "")

    assert batch.billed == 3
    assert batch.bill == Bill("x", 5 * MICROS, 4 * 5_000 + 10_000, 7)


def test_a_page_with_nothing_new_costs_nothing() -> None:
    batch = ADAPTER.read(answered(ADAPTER.first(TAG, BUDGET, ""), '{"meta":{"result_count":0}}'), BUDGET, "")

    assert (batch.billed, batch.bill and batch.bill.micros) == (0, 0)


# --- what is asked


def query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.address).query).items()}


def test_a_search_asks_for_a_hundred_posts_with_all_that_is_shown() -> None:
    request = ADAPTER.first(TAG, BUDGET, json.dumps({"newest": "7"}))

    asked = query(request)
    assert request.address.startswith("https://api.x.com/2/tweets/search/recent?")
    assert (asked["query"], asked["max_results"], asked["since_id"]) == ("#edchat", "100", "7")
    assert "referenced_tweets" in asked["tweet.fields"]
    assert "attachments.poll_ids" in asked["expansions"]
    assert "media" not in asked["expansions"]
    assert [(use.name, use.place, use.template) for use in request.secrets] == [
        ("x", ("header", "Authorization"), "Bearer {}")
    ]


def test_the_other_naming_is_spoken_when_wanted() -> None:
    asked = query(ADAPTER.first(TAG, (*BUDGET, ("dialect", "post"), ("include", "context")), ""))

    assert "note_post" in asked["post.fields"]
    assert "referenced_posts.id" in asked["expansions"]
    assert not any("tweet" in name or "tweet" in value for name, value in asked.items())


@pytest.mark.parametrize(
    ("address", "options", "words"),
    [
        ("https://x.com/search?q=from%3Aida%20desk", (), "from:ida desk"),
        ("https://x.com/ida/status/1991800000000000001", (), "conversation_id:1991800000000000001"),
        ("https://x.com/i/status/12?s=20", (), "conversation_id:12"),
        (USER, (("search", "#edchat -is:retweet"),), "#edchat -is:retweet"),
        (TAG, (("conversation", "12"),), "conversation_id:12"),
    ],
)
def test_what_is_searched_for(address: str, options: tuple[tuple[str, str], ...], words: str) -> None:
    assert query(ADAPTER.first(address, (*BUDGET, *options), ""))["query"] == words


def test_an_account_is_looked_up_once() -> None:
    request = ADAPTER.first("https://x.com/nobody", (*BUDGET, ("user", "@ida")), "")
    batch = ADAPTER.read(answered(request, '{"data":{"id":"42","name":"Ida","username":"ida"}}'), BUDGET, "")

    assert request.address == "https://api.x.com/2/users/by/username/ida"
    assert batch.title == "Ida (@ida)"
    assert batch.bill and batch.bill.micros == 10_000
    assert batch.follow[0].address.startswith("https://api.x.com/2/users/42/tweets?max_results=100&")
    assert ADAPTER.first(USER, BUDGET, batch.memory or "").address == batch.follow[0].address


def test_an_account_that_is_not_there_says_so() -> None:
    body = '{"errors":[{"value":"ida","title":"Not Found Error","detail":"Could not find user"}]}'

    with pytest.raises(NotThere):
        ADAPTER.read(answered(ADAPTER.first(USER, BUDGET, ""), body), BUDGET, "")


def test_a_conversation_begins_with_its_first_post() -> None:
    request = ADAPTER.first("https://x.com/ida/status/10", BUDGET, "")
    batch = ADAPTER.read(answered(request, page(post(12))), BUDGET, "")

    (root,) = batch.follow
    again = ADAPTER.read(answered(root, page(post(10))), BUDGET, batch.memory or "")

    assert query(root)["ids"] == "10"
    assert [draft.native_id for draft in again.drafts] == ["10"]
    assert again.memory == batch.memory
    later = ADAPTER.read(answered(request, page(post(13))), BUDGET, batch.memory or "")
    assert later.follow == ()


# --- pages: since_id, gaps


def post(number: int, **more: object) -> dict[str, object]:
    return {
        "id": str(number),
        "text": f"Post {number}",
        "author_id": "42",
        "created_at": "2026-11-23T08:00:00Z",
        **more,
    }


def page(*posts: object, full: bool = False, includes: dict[str, Any] | None = None) -> str:
    meta: dict[str, object] = {"result_count": len(posts)}
    if full:
        meta["next_token"] = "more"
    body: dict[str, object] = {"data": posts, "meta": meta} if posts else {"meta": meta}
    return json.dumps(body | ({"includes": includes} if includes else {}))


def memory(batch_memory: str | None) -> dict[str, object]:
    assert batch_memory is not None
    found: dict[str, object] = json.loads(batch_memory)
    return found


def test_what_lies_between_two_polls_is_read_in_the_same_round() -> None:
    known = json.dumps({"newest": "100"})
    request = ADAPTER.first(TAG, BUDGET, known)

    first = ADAPTER.read(answered(request, page(post(300), post(250), full=True)), BUDGET, known)
    (between,) = first.follow
    second = ADAPTER.read(answered(between, page(post(200), post(150))), BUDGET, first.memory or "")

    assert memory(first.memory) == {"newest": "300", "gap": ["100", "250"]}
    assert (query(between)["since_id"], query(between)["until_id"]) == ("100", "250")
    assert memory(second.memory) == {"newest": "300"}
    assert second.follow == ()


def test_a_gap_that_is_too_long_for_one_round_is_read_on_in_the_next() -> None:
    options, known = (*BUDGET, ("pages", "1")), json.dumps({"newest": "100"})
    full = page(post(300), post(250), full=True)

    first = ADAPTER.read(answered(ADAPTER.first(TAG, options, known), full), options, known)
    assert first.follow == ()
    options = (*BUDGET, ("pages", "2"))
    newer = ADAPTER.first(TAG, options, first.memory or "")
    second = ADAPTER.read(answered(newer, page(post(310))), options, first.memory or "")

    assert query(newer)["since_id"] == "300"
    assert query(second.follow[0])["until_id"] == "250"
    assert memory(second.memory) == {"newest": "310", "gap": ["100", "250"]}


def test_of_two_gaps_the_older_is_given_up_and_that_is_told() -> None:
    known = json.dumps({"newest": "300", "gap": ["100", "250"]})

    batch = ADAPTER.read(
        answered(ADAPTER.first(TAG, BUDGET, known), page(post(500), post(450), full=True)), BUDGET, known
    )

    assert memory(batch.memory) == {"newest": "500", "gap": ["300", "450"]}
    assert "left out" in batch.notices[0]


def test_a_first_poll_buys_one_page() -> None:
    batch = ADAPTER.read(answered(ADAPTER.first(TAG, BUDGET, ""), page(post(2), post(1), full=True)), BUDGET, "")

    assert batch.follow == ()
    assert memory(batch.memory) == {"newest": "2"}


def test_ids_are_compared_as_numbers() -> None:
    known = json.dumps({"newest": "999"})

    batch = ADAPTER.read(answered(ADAPTER.first(TAG, BUDGET, known), page(post(1000))), BUDGET, known)

    assert memory(batch.memory)["newest"] == "1000"


TOO_OLD = json.dumps(
    {
        "errors": [
            {"parameters": {"since_id": ["1"]}, "message": "'since_id' must be a tweet id created after [7 days]"}
        ],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
    }
)


def test_an_id_that_is_too_old_is_left_out() -> None:
    known = json.dumps({"newest": "1"})
    request = ADAPTER.first(TAG, BUDGET, known)

    (again,) = ADAPTER.read(answered(request, TOO_OLD, 400), BUDGET, known).follow
    batch = ADAPTER.read(answered(again, page(post(9), full=True)), BUDGET, known)

    assert "since_id" not in query(again)
    assert batch.follow == ()
    assert memory(batch.memory) == {"newest": "9"}
    with pytest.raises(AskedWrongly):
        ADAPTER.read(answered(again, TOO_OLD, 400), BUDGET, known)


def test_a_gap_that_is_too_old_is_given_up() -> None:
    known = json.dumps({"newest": "300", "gap": ["100", "250"]})
    batch = ADAPTER.read(answered(ADAPTER.first(TAG, BUDGET, known), page()), BUDGET, known)

    after = ADAPTER.read(answered(batch.follow[0], TOO_OLD, 400), BUDGET, known)

    assert memory(after.memory) == {"newest": "300"}
    assert after.follow == ()


# --- what is gone


def test_deleted_posts_are_found_a_hundred_at_a_time() -> None:
    ids = [str(number) for number in range(120)]
    first, second = ADAPTER.recheck([*ids, "no id"], BUDGET)
    absent = [{"resource_id": "1", "title": "Not Found Error"}, {"value": "2", "title": "Authorization Error"}]
    body = json.dumps({"data": [post(number) for number in range(3, 100)], "errors": absent})

    batch = ADAPTER.read(answered(first, body), BUDGET, "")

    assert len(query(first)["ids"].split(",")) == 100
    assert len(query(second)["ids"].split(",")) == 20
    assert batch.deleted == ("1", "2")  # of 0 nothing is said: it stays
    assert batch.drafts == ()
    assert batch.billed == 97
    assert bill(first).micros == 100 * 5_000


# --- bridges


def feed(title: str, link: str, text: str = "") -> str:
    return (
        '<rss version="2.0"><channel><title>X</title><item>'
        f"<title>{title}</title><link>{link}</link><description>{text}</description></item></channel></rss>"
    )


BRIDGE = (("bridge", "https://nitter.example/ida/rss"),)


def test_a_bridge_is_asked_without_a_budget() -> None:
    request = ADAPTER.first(USER, BRIDGE, "")

    assert request.address == "https://nitter.example/ida/rss"
    assert request.bill is None
    assert request.secrets == ()
    assert request.conditional


@pytest.mark.parametrize(
    ("title", "link", "text"),
    [
        ("RSS reader not yet whitelisted!", "https://nitter.example", "Mail us to be let in."),
        ("Bridge returned error 403! (20640)", "https://bridge.example/", "Details: \x1b[31m"),
        ("Notice", "https://nitter.example/about", "This reader is not yet whitelisted"),
    ],
)
def test_a_notice_dressed_up_as_a_feed_is_told_as_one(title: str, link: str, text: str) -> None:
    reply = answered(ADAPTER.first(USER, BRIDGE, ""), feed(title, link, text).replace("\x1b", ""))

    with pytest.raises(BridgeNotice) as caught:
        ADAPTER.read(reply, BRIDGE, "")

    assert caught.value.host == "nitter.example"
    assert title[:20] in caught.value.hint()


def test_a_lone_post_about_whitelists_is_a_post() -> None:
    body = feed("My reader was not yet whitelisted, odd", "https://nitter.example/ida/status/7#m")

    assert len(ADAPTER.read(answered(ADAPTER.first(USER, BRIDGE, ""), body), BRIDGE, "").drafts) == 1


def test_a_post_has_the_same_name_through_the_api_and_a_bridge() -> None:
    body = feed("Post 7", "https://nitter.example/ida/status/7#m", "Post 7")
    bridged = ADAPTER.read(answered(ADAPTER.first(USER, BRIDGE, ""), body), BRIDGE, "")
    bought = ADAPTER.read(answered(ADAPTER.first(TAG, BUDGET, ""), page(post(7))), BUDGET, "")

    (one,), (other,) = items(bridged, "x", USER), items(bought, "x", TAG)
    assert one.key == other.key == "x|x.com|7"
    assert (one.title, one.link) == (other.title, other.link)


def test_a_bridges_refusal_is_no_refusal_of_x() -> None:
    request = ADAPTER.first(USER, BRIDGE, "")

    assert ADAPTER.refused(answered(request, '{"title":"CreditsDepleted"}', 402)) is None
    assert ADAPTER.rest_until(answered(request, "", 429, x_rate_limit_reset="1795420800")) is None


# --- what goes wrong


def problem(title: str = "", **more: str) -> str:
    return json.dumps({"title": title, **more})


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, problem("Invalid Request", detail="Ambiguous use of \x1b[31mand"), AskedWrongly),
        (401, problem("Unauthorized"), TokenRefused),
        (402, problem("CreditsDepleted", detail="No credit"), OutOfCredit),
        (402, "<html>", OutOfCredit),
        (403, problem("Client Forbidden", reason="client-not-enrolled", detail="…"), NotForUs),
        (403, problem("Forbidden", detail="Not permitted"), NotForUs),
        (404, problem("Not Found Error"), NotThere),
        (429, problem("UsageCapExceeded", period="Monthly", scope="Product"), UsageCapReached),
    ],
)
def test_a_refusal_says_what_to_do(status: int, body: str, kind: type[ArrowError]) -> None:
    trouble = ADAPTER.refused(answered(ADAPTER.first(TAG, BUDGET, ""), body, status))

    assert isinstance(trouble, kind)
    assert "\x1b" not in str(trouble)


@pytest.mark.parametrize("status", [403, 404, 410, 418, 422, 429, 500, 503])
def test_other_refusals_mean_what_they_usually_mean(status: int) -> None:
    reply = answered(ADAPTER.first(TAG, BUDGET, ""), "<html>", status)

    assert ADAPTER.refused(reply) is None
    assert refused(reply) is not None


@pytest.mark.parametrize(
    ("headers", "status", "wait_s"),
    [
        ({"x_rate_limit_remaining": "9", "x_rate_limit_reset": "900"}, 200, None),
        ({"x_rate_limit_remaining": "0", "x_rate_limit_reset": "900"}, 200, 900),
        ({"x_rate_limit_reset": "60"}, 429, 60),
        ({}, 429, None),
    ],
)
def test_the_rate_limit_is_kept(headers: dict[str, str], status: int, wait_s: int | None) -> None:
    if "x_rate_limit_reset" in headers:
        headers = headers | {"x_rate_limit_reset": str(int(NOON.timestamp()) + int(headers["x_rate_limit_reset"]))}

    until = ADAPTER.rest_until(answered(ADAPTER.first(TAG, BUDGET, ""), "{}", status, at=NOON, **headers))

    assert (until and round((until - NOON).total_seconds())) == wait_s


@pytest.mark.parametrize(
    ("period", "at", "until", "told"),
    [
        ("Daily", NOON, datetime(2026, 11, 24, tzinfo=UTC), "2026-11-24 00:00"),
        ("Monthly", datetime(2026, 11, 28, 5, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), "2026-12-01 00:00"),
        ("Monthly", datetime(2026, 12, 31, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), "2027-01-01 00:00"),
        ("Monthly", datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC), "2026-12-01 00:00"),
    ],
)
def test_a_cap_is_waited_for_to_the_end_of_its_period(period: str, at: datetime, until: datetime, told: str) -> None:
    reply = answered(ADAPTER.first(TAG, BUDGET, ""), problem("UsageCapExceeded", period=period), 429, at=at)

    assert ADAPTER.rest_until(reply) == until
    assert told in str(ADAPTER.refused(reply))


REQUESTS = [
    ADAPTER.first(TAG, BUDGET, ""),
    ADAPTER.first(USER, BUDGET, ""),
    ADAPTER.first(USER, BUDGET, KNOWN_USER),
    *ADAPTER.recheck(["1"], BUDGET),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request.address[20:45])
@pytest.mark.parametrize("body", ["<html>", "", "[]", "null", "{}", '{"data":', '"x"', '{"data":5}', b"\xff\xfe"])
def test_what_is_not_x_is_unreadable(request_: Request, body: bytes | str) -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(request_, body), BUDGET, "")


def test_a_page_of_nothing_but_odd_posts_is_no_empty_page() -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(REQUESTS[0], '{"data":[{"id":1},{}],"meta":{"result_count":2}}'), BUDGET, "")


@pytest.mark.parametrize(
    "address", ["https://twitter.com/ida", "https://x.com/", "https://x.com/home", "https://bsky.app/profile/a.example"]
)
def test_an_address_of_something_else_is_refused(address: str) -> None:
    with pytest.raises(UnfitAddress):
        ADAPTER.first(address, BUDGET, "")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
IDS = st.sampled_from(["1", "22", "x", ""])
ODD_POSTS = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "text": st.text(max_size=40),
        "author_id": IDS,
        "entities": JSON | st.fixed_dictionaries({"urls": st.lists(st.fixed_dictionaries({"url": IDS}))}),
        "attachments": JSON | st.fixed_dictionaries({"media_keys": st.lists(IDS), "poll_ids": st.lists(IDS)}),
        "referenced_tweets": st.lists(
            st.fixed_dictionaries({"type": st.sampled_from(["retweeted", "quoted"]), "id": IDS})
        ),
        "note_tweet": JSON,
        "public_metrics": JSON,
        "edit_history_tweet_ids": st.lists(IDS, max_size=2),
        "conversation_id": IDS,
    },
)
ODD_INCLUDES = st.fixed_dictionaries(
    {},
    optional={
        "users": st.lists(st.fixed_dictionaries({"id": IDS, "name": JSON}) | JSON, max_size=3),
        "tweets": st.lists(ODD_POSTS | JSON, max_size=3),
        "polls": st.lists(st.fixed_dictionaries({"id": IDS, "options": JSON}) | JSON, max_size=3),
        "media": st.lists(st.fixed_dictionaries({"media_key": IDS, "type": st.just("photo"), "url": JSON}), max_size=3),
    },
)


@given(st.lists(ODD_POSTS | JSON, max_size=4), ODD_INCLUDES | JSON, JSON, st.sampled_from(REQUESTS))
def test_whatever_comes_is_read_or_called_unreadable(
    posts: list[object], includes: object, meta: object, request_: Request
) -> None:
    body = json.dumps({"data": posts, "includes": includes, "meta": meta, "errors": [meta]})
    try:
        batch = ADAPTER.read(answered(request_, body), BUDGET, "")
    except (UnreadableReply, NotThere):
        return
    items(batch, "x", TAG)


# --- what was typed


@pytest.mark.parametrize(
    ("typed", "address", "is_sure"),
    [
        ("https://x.com/ida", "https://x.com/ida", True),
        ("https://twitter.com/ida?lang=en", "https://x.com/ida", True),
        ("mobile.twitter.com/hashtag/EdChat", "https://x.com/hashtag/EdChat", True),
        ("https://x.com/ida/status/12/photo/1", "https://x.com/i/status/12", True),
        ("https://x.com/search?q=%23edchat+desk", "https://x.com/search?q=%23edchat%20desk", True),
        ("#edchat", "https://x.com/hashtag/edchat", False),
        ("@ida", "https://x.com/ida", False),
        ("https://nitter.mine.example/ida/rss", "https://x.com/ida", True),
        ("https://birds.mine.example/ida/rss", "https://x.com/ida", False),
        ("https://nitter.mine.example/search/rss?f=tweets&q=%23edchat", "https://x.com/hashtag/edchat", True),
        ("https://hub.mine.example/twitter/user/ida", "https://x.com/ida", True),
        ("https://hub.mine.example/twitter/keyword/desk", "https://x.com/search?q=desk", True),
    ],
)
def test_what_is_typed_is_recognised(typed: str, address: str, is_sure: bool) -> None:
    (found,) = ADAPTER.recognise(typed)

    assert (found.wish.kind, found.wish.address, found.is_sure) == ("x", address, is_sure)
    if dict(found.wish.options).get("bridge"):
        assert ADAPTER.first(address, found.wish.options, "").address == typed
    else:
        assert found.needs == ("x",)
        assert "budget" in found.hint


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ida",
        "@ida.example",
        "@ida@mastodon.example",
        "https://x.com/home",
        "https://blog.example/feed/rss",
        "https://x.com",
    ],
)
def test_what_is_somebody_elses_is_left_alone(typed: str) -> None:
    assert not ADAPTER.recognise(typed)


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    ADAPTER.recognise(typed)


# --- real replies


def test_real_replies_are_read_without_loss(corpus: Path) -> None:
    folder = corpus / "api" / "twitter"
    files = [*(folder / "python-twitter-v2" / "apis").rglob("*.json"), *(folder / "tweepy").glob("*client*.json")]
    read = 0
    for path in sorted(files):
        found = json.loads(path.read_bytes())
        data = found.get("data") if isinstance(found, dict) else None
        if not (isinstance(data, list) and data and all(isinstance(one, dict) and "text" in one for one in data)):
            continue
        batch = ADAPTER.read(answered(REQUESTS[0], path.read_bytes()), BUDGET, "")
        assert len(batch.drafts) == len(data), path
        assert not batch.notices, path
        assert all(item.title for item in items(batch, "x", TAG)), path
        read += len(batch.drafts)

    assert read > 100
