"""Facebook: one's own Page, bridges, and a clear word for everything else."""

import json
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import AskedToWait, NotThere, UnreadableReply
from arrowtui.model.errors_social import AskedWrongly, BridgeNotice, OptionUnfit
from arrowtui.model.errors_sources import NotForUs, NotOffered, TokenNeeded, TokenRefused, UnfitAddress
from arrowtui.model.wire import Request
from arrowtui.services.answers import refused
from arrowtui.sources.facebook import NO_COMMENTS, Facebook
from tests.fakes import NOON
from tests.sources.social import answered, cases, check, items, read_case

ADAPTER = Facebook()
PAGE = "https://www.facebook.com/deskradio"
OWN = (("own", "true"),)
KNOWN = json.dumps({"newest": "2026-11-20T12:00:00+0000"})
TOKEN = "EAABsbCS1iHgBAKZCzZCmZBZAv0p0ZA8ZCZBZBZC"


@pytest.mark.parametrize("case", cases("facebook"), ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    check(ADAPTER, case)


def test_the_token_in_facebooks_own_next_address_goes_nowhere() -> None:
    batch, _ = read_case(ADAPTER, next(case for case in cases("facebook") if case.name == "own-page"))

    assert "EAAB" not in repr(batch)
    assert "after=QVFJ" in batch.follow[0].address


# --- what is asked


def query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.address).query).items()}


def test_ones_own_page_is_asked_with_its_token_in_a_header() -> None:
    request = ADAPTER.first(PAGE, OWN, "")

    assert request.address.startswith("https://graph.facebook.com/v26.0/deskradio/published_posts?")
    assert "attachments{media_type" in query(request)["fields"]
    assert "comments" in query(request)["fields"]
    assert query(request)["limit"] == "25"
    assert [(use.name, use.place, use.template) for use in request.secrets] == [
        ("facebook:deskradio", ("header", "Authorization"), "Bearer {}")
    ]


def test_version_page_and_base_can_be_set() -> None:
    options = (*OWN, ("version", "v27.0"), ("page", "100"), ("base", "http://127.0.0.1:7/"))

    request = ADAPTER.first(PAGE, options, "")

    assert request.address.startswith("http://127.0.0.1:7/v27.0/100/published_posts?")
    assert request.secrets[0].name == "facebook:100"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (PAGE, "Pages of others"),
        ("https://www.facebook.com/groups/desk", "groups"),
        ("https://www.facebook.com/events/1", "events"),
        ("https://www.facebook.com/hashtag/desk", "hashtags"),
        ("https://www.facebook.com/", "this address"),
    ],
)
def test_what_facebook_does_not_offer_is_said_and_not_asked(address: str, words: str) -> None:
    with pytest.raises(NotOffered) as caught:
        ADAPTER.first(address, (), "")

    assert words in caught.value.headline()
    for way in ("own Page", "bridge", "e-mail"):
        assert way in caught.value.hint()


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((*OWN, ("version", "26")), "version"),
        ((("own", "perhaps"),), "own"),
        ((("bridge", "bridge.example"),), "bridge"),
    ],
)
def test_an_option_that_cannot_be_is_named(options: tuple[tuple[str, str], ...], name: str) -> None:
    with pytest.raises(OptionUnfit) as caught:
        ADAPTER.first(PAGE, options, "")

    assert caught.value.name == name


def test_an_address_of_something_else_is_refused() -> None:
    with pytest.raises(UnfitAddress):
        ADAPTER.first("https://desk.example/", OWN, "")


# --- pages


def page(*posts: object, after: str = "") -> str:
    return json.dumps({"data": posts, "paging": {"cursors": {"after": after}} if after else {}})


def post(number: int, at: str) -> dict[str, object]:
    return {"id": f"100_{number}", "message": f"Post {number}", "created_time": at}


def test_pages_are_read_until_something_known_is_met() -> None:
    first = ADAPTER.first(PAGE, OWN, KNOWN)

    batch = ADAPTER.read(answered(first, page(post(9, "2026-11-23T10:00:00+0000"), after="next")), OWN, KNOWN)
    (second,) = batch.follow
    last = ADAPTER.read(answered(second, page(post(8, "2026-11-20T12:00:00+0000"), after="more")), OWN, KNOWN)

    assert batch.memory is None
    assert query(second)["after"] == "next"
    assert last.follow == ()
    assert json.loads(last.memory or "") == {"newest": "2026-11-23T10:00:00+0000"}


def test_a_first_poll_takes_one_page_and_later_ones_at_most_three() -> None:
    full = page(post(9, "2026-11-23T10:00:00+0000"), after="next")

    assert ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, ""), full), OWN, "").follow == ()
    request, read = ADAPTER.first(PAGE, OWN, KNOWN), 0
    while True:
        read += 1
        batch = ADAPTER.read(answered(request, full), OWN, KNOWN)
        if not batch.follow:
            break
        (request,) = batch.follow
    assert read == 3


def test_without_the_right_for_comments_the_posts_come_alone_and_that_is_told() -> None:
    request = ADAPTER.first(PAGE, OWN, "")
    refusal = failure(200, "Requires pages_read_user_content")

    (again,) = ADAPTER.read(answered(request, refusal, 403), OWN, "").follow
    batch = ADAPTER.read(answered(again, page(post(1, "2026-11-23T10:00:00+0000"))), OWN, "")

    assert "comments" not in query(again)["fields"]
    assert again.accepts == ()
    assert batch.notices == (NO_COMMENTS,)
    assert isinstance(ADAPTER.refused(answered(again, refusal, 403)), NotForUs)


def test_a_version_that_has_ended_is_told() -> None:
    request = ADAPTER.first(PAGE, OWN, "")

    old = ADAPTER.read(answered(request, page(), facebook_api_version="v27.0"), OWN, "")
    same = ADAPTER.read(answered(request, page(), facebook_api_version="v26.0"), OWN, "")
    odd = ADAPTER.read(answered(request, page(), facebook_api_version="\x1b[31m"), OWN, "")

    assert "v27.0" in old.notices[0]
    assert same.notices == odd.notices == ()


# --- what goes wrong


def failure(code: int, message: str = "", subcode: int = 0) -> str:
    return json.dumps(
        {
            "error": {
                "message": message,
                "type": "OAuthException",
                "code": code,
                "error_subcode": subcode,
                "fbtrace_id": "A",
            }
        }
    )


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, failure(190, f"Malformed access token {TOKEN}"), TokenRefused),
        (401, failure(190, "Session has expired"), TokenRefused),
        (401, "<html>", TokenRefused),
        (400, failure(102), TokenRefused),
        (400, failure(104, "An access token is required"), TokenNeeded),
        (403, failure(10), NotForUs),
        (403, failure(200), NotForUs),
        (400, failure(299), NotForUs),
        (400, failure(4), AskedToWait),
        (400, failure(17), AskedToWait),
        (403, failure(32), AskedToWait),
        (400, failure(613), AskedToWait),
        (400, failure(100, f"nonexisting field (foo) \x1b {TOKEN}"), AskedWrongly),
        (400, failure(100, "Unsupported get request", 33), NotThere),
        (404, failure(803, "alias"), NotThere),
    ],
)
def test_a_refusal_says_what_to_do_and_never_the_token(status: int, body: str, kind: type[ArrowError]) -> None:
    request = ADAPTER.first(PAGE, OWN, "")

    trouble = ADAPTER.refused(answered(request, body, status))

    assert isinstance(trouble, kind)
    assert TOKEN[:12] not in f"{trouble}{trouble!r}"
    assert "\x1b" not in str(trouble)
    if isinstance(trouble, TokenRefused):
        assert trouble.login == "facebook:deskradio"


def test_what_the_request_may_read_itself_is_raised_by_reading() -> None:
    request = ADAPTER.first(PAGE, OWN, "")

    with pytest.raises(TokenRefused):
        ADAPTER.read(answered(request, failure(190), 400), OWN, "")
    with pytest.raises(AskedWrongly):
        ADAPTER.read(answered(request, "<html>", 400), OWN, "")


@pytest.mark.parametrize("status", [402, 404, 410, 418, 422, 429, 500, 503])
def test_other_refusals_mean_what_they_usually_mean(status: int) -> None:
    reply = answered(ADAPTER.first(PAGE, OWN, ""), "<html>", status)

    assert ADAPTER.refused(reply) is None
    assert refused(reply) is not None


@pytest.mark.parametrize(
    ("body", "headers", "minutes"),
    [
        ("{}", {}, None),
        ("{}", {"x_app_usage": '{"call_count":28,"total_time":25,"total_cputime":20}'}, None),
        ("{}", {"x_app_usage": '{"call_count":28,"total_time":81,"total_cputime":20}'}, 30),
        ("{}", {"x_app_usage": '{"call_count":99}'}, 60),
        ("{}", {"x_business_use_case_usage": '{"100":[{"type":"pages","call_count":96}]}'}, 60),
        (failure(4), {}, 60),
        (
            failure(32),
            {"x_business_use_case_usage": '{"100":[{"call_count":100,"estimated_time_to_regain_access":19}]}'},
            19,
        ),
        (failure(32), {"x_business_use_case_usage": '{"100":[{"estimated_time_to_regain_access":99999}]}'}, 1440),
        ("{}", {"x_app_usage": "many", "x_business_use_case_usage": "[]"}, None),
    ],
)
def test_the_limits_are_kept(body: str, headers: dict[str, str], minutes: int | None) -> None:
    until = ADAPTER.rest_until(answered(ADAPTER.first(PAGE, OWN, ""), body, 200, at=NOON, **headers))

    assert until == (None if minutes is None else NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize("body", ["<html>", "", "[]", "null", "{}", '{"data":', '"x"', '{"data":5}', b"\xff\xfe"])
def test_what_is_not_facebook_is_unreadable(body: bytes | str) -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, ""), body), OWN, "")


def test_a_page_of_nothing_but_odd_posts_is_no_empty_page() -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, ""), page({"id": 1}, {})), OWN, "")


BRIDGE = (("bridge", "https://bridge.example/facebook/page/deskradio"),)


def test_a_bridges_notice_is_told_as_one() -> None:
    body = (
        '<rss version="2.0"><channel><title>Facebook</title><item><title>Bridge returned error 500! (20640)</title>'
        "<link>https://bridge.example/</link><description>Could not find the Page</description></item></channel></rss>"
    )
    request = ADAPTER.first(PAGE, BRIDGE, "")

    with pytest.raises(BridgeNotice):
        ADAPTER.read(answered(request, body), BRIDGE, "")
    assert ADAPTER.refused(answered(request, failure(190), 400)) is None
    assert ADAPTER.rest_until(answered(request, failure(4), 400)) is None
    assert request.secrets == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
ODD_POSTS = st.fixed_dictionaries(
    {"id": st.sampled_from(["1", "", "1_2"])},
    optional={
        "message": st.text(max_size=40),
        "created_time": st.text(max_size=20) | st.just("2026-11-20T14:05:00+0000"),
        "attachments": JSON
        | st.fixed_dictionaries(
            {"data": st.lists(st.fixed_dictionaries({"type": st.just("photo"), "media": JSON, "subattachments": JSON}))}
        ),
        "comments": JSON | st.fixed_dictionaries({"data": JSON, "summary": JSON}),
        "from": st.none() | st.fixed_dictionaries({"name": st.text(max_size=9)}),
    },
)


@given(st.lists(ODD_POSTS | JSON, max_size=4), JSON)
def test_whatever_comes_is_read_or_called_unreadable(posts: list[object], paging: object) -> None:
    body = json.dumps({"data": posts, "paging": paging})
    try:
        batch = ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, KNOWN), body), OWN, KNOWN)
    except UnreadableReply:
        return
    items(batch, "facebook", PAGE)


# --- what was typed


@pytest.mark.parametrize(
    ("typed", "address", "is_sure"),
    [
        ("https://www.facebook.com/deskradio/", PAGE, True),
        ("m.facebook.com/deskradio?ref=1", PAGE, True),
        ("https://www.facebook.com/pages/Desk-Radio/10012345", "https://www.facebook.com/10012345", True),
        ("https://www.facebook.com/p/Desk-Radio-100064861234567/", "https://www.facebook.com/100064861234567", True),
        ("https://www.facebook.com/profile.php?id=1000648612", "https://www.facebook.com/1000648612", True),
        ("https://www.facebook.com/groups/desk", "https://www.facebook.com/groups/desk", True),
        ("https://hub.example/facebook/page/deskradio", PAGE, True),
        ("https://bridge.example/?action=display&bridge=FacebookBridge&u=deskradio&format=Atom", PAGE, True),
    ],
)
def test_what_is_typed_is_recognised(typed: str, address: str, is_sure: bool) -> None:
    (found,) = ADAPTER.recognise(typed)

    assert (found.wish.kind, found.wish.address, found.is_sure) == ("facebook", address, is_sure)
    if found.wish.options:
        assert ADAPTER.first(address, found.wish.options, "").address == typed


@pytest.mark.parametrize(
    "typed", ["", "deskradio", "@deskradio", "#desk", "https://facebook.example/desk", "blog.example"]
)
def test_what_is_somebody_elses_is_left_alone(typed: str) -> None:
    assert not ADAPTER.recognise(typed)


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    ADAPTER.recognise(typed)


# --- real replies


def test_real_replies_are_read_without_loss(corpus: Path) -> None:
    read, folder = 0, corpus / "api" / "facebook" / "python-facebook" / "apidata"
    for path in sorted([*(folder / "posts").glob("feed*.json"), *(folder / "groups").glob("feed*.json")]):
        found = json.loads(path.read_bytes())
        batch = ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, ""), path.read_bytes()), OWN, "")
        assert not batch.notices, path
        assert len(batch.drafts) >= len(found["data"]), path
        assert all(item.title for item in items(batch, "facebook", PAGE)), path
        read += len(batch.drafts)
    for path in sorted((folder / "posts").glob("single*.json")):
        body = json.dumps({"data": [json.loads(path.read_bytes())]})
        read += len(ADAPTER.read(answered(ADAPTER.first(PAGE, OWN, ""), body), OWN, "").drafts)

    assert read > 20
