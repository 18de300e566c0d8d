"""The Mastodon adapter without a wire: failures, what is typed, stored posts looked at again, streams, any JSON."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.stream import Carrier, Said, StreamRequest, as_reply
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.answers import refused
from arrowtui.sources.fediverse.asking import Do, Mode, Step, written
from arrowtui.sources.fediverse.instances import software_of, streaming_of
from arrowtui.sources.fediverse.memory import Software
from arrowtui.sources.fediverse.shapes import Configuration, Context, Instance, Status, Urls, decoded
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import NOON

BASE = "https://news.example"
TAG = f"{BASE}/tags/edchat"
PAGE = Step(Do.PAGE, TAG, BASE, key="edchat")


def reply(body: bytes | str, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    raw = body.encode() if isinstance(body, str) else body
    named = {name.lower(): value for name, value in (headers or {}).items()}
    return Reply(Request(TAG, step=written(PAGE)), status, TAG, named, raw, NOON)


def error(words: str) -> str:
    return json.dumps({"error": words})


@pytest.mark.parametrize(
    ("status", "body", "name"),
    [
        (401, error("This method requires an authenticated user"), "TokenNeeded"),
        (401, error("The access token is invalid"), "TokenRefused"),
        (401, error("The access token was revoked"), "TokenRefused"),
        (401, error("Unauthorized: token not supplied"), "TokenNeeded"),
        (401, "<!doctype html><title>Authorization</title>", "TokenNeeded"),
        (402, "pay", "AnswerRefused"),
        (403, error("This action is outside the authorized scopes"), "TokenRefused"),
        (403, error("This action is not allowed"), "NotForUs"),
        (403, error("Invalid credentials."), "TokenNeeded"),
        (403, "<!doctype html><title>Just a moment...</title>", "NotForUs"),
        (404, error("Record not found"), "NotThere"),
        (404, "<!doctype html>", "NotThere"),
        (410, error("Gone"), "Gone"),
        (418, "no", "AnswerRefused"),
        (422, error("This method requires an authenticated user"), "TokenNeeded"),
        (422, error("Validation failed"), "AnswerRefused"),
        (429, error("Too many requests"), "AskedToWait"),
        (451, error("Unavailable for legal reasons"), "NotForUs"),
        (500, "<!doctype html>", "ServerFault"),
        (503, "maintenance", "AskedToWait"),
    ],
)
def test_a_refusal_is_told_in_words_of_the_platform(status: int, body: str, name: str) -> None:
    answer = reply(body, status)

    found = Mastodon().refused(answer) or refused(answer)

    assert type(found).__name__ == name
    assert found is not None and found.headline() and found.hint()


@pytest.mark.parametrize(
    ("headers", "rest"),
    [
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2026-11-23T12:03:20.123456Z"}, timedelta(seconds=200)),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2026-11-23T13:03:20.000+01:00"}, timedelta(seconds=200)),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(NOON.timestamp()) + 200)}, timedelta(seconds=200)),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9999-01-01T00:00:00Z"}, timedelta(days=1)),
        ({"X-RateLimit-Remaining": "17", "X-RateLimit-Reset": "2026-11-23T12:03:20Z"}, None),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2026-11-23T11:00:00Z"}, None),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "soon"}, None),
        ({"X-RateLimit-Remaining": "0"}, None),
        ({}, None),
    ],
)
def test_a_server_of_which_nothing_is_left_rests_until_it_counts_anew(
    headers: dict[str, str], rest: timedelta | None
) -> None:
    found = Mastodon().rest_until(reply("[]", 429, headers))

    assert (found and found.replace(microsecond=0)) == (rest and NOON + rest)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[{",
        '{"error":"x"}',
        "17",
        '"x"',
        "<!doctype html>",
        "[17]",
        '[{"id": null}]',
        '[{"id": "1", "status_id": "2"}]',
        b"\xff\xfe",
    ],
)
def test_what_is_no_list_of_posts_is_never_taken_for_an_empty_one(body: bytes | str) -> None:
    with pytest.raises(UnreadableReply):
        Mastodon().read(reply(body), (), "")


def test_an_empty_list_is_one() -> None:
    assert Mastodon().read(reply("[]"), (), "").drafts == ()


@pytest.mark.parametrize(
    "address", ["https://news.example/", "https://news.example/about", "ftp://x/@ida", "x", "http://["]
)
def test_an_address_that_is_none_of_ours_is_told(address: str) -> None:
    with pytest.raises(UnfitAddress):
        Mastodon().first(address, (), "")
    with pytest.raises(UnfitAddress):
        Mastodon().stream_requests(address, (), "")


@pytest.mark.parametrize(
    ("typed", "address", "is_sure"),
    [
        ("#EdChat", "https://mastodon.social/tags/EdChat", False),
        ("#edchat@news.example", "https://news.example/tags/edchat", True),
        ("#école", "https://mastodon.social/tags/%C3%A9cole", False),
        ("@ida@news.example", "https://news.example/@ida", True),
        ("acct:ida@News.example", "https://news.example/@ida", True),
        ("https://news.example/tags/EdChat", "https://news.example/tags/EdChat", False),
        ("https://news.example/tag/edchat", "https://news.example/tags/edchat", False),
        ("news.example/@ida", "https://news.example/@ida", False),
        ("https://news.example/@ida/with_replies", "https://news.example/@ida", False),
        ("https://news.example/@ida@news.example", "https://news.example/@ida", False),
        ("https://news.example/@ben@clinic.example", "https://news.example/@ben@clinic.example", False),
        ("https://news.example/web/@ida", "https://news.example/@ida", False),
        ("https://news.example/@ida/tagged/edchat", "https://news.example/@ida/tagged/edchat", False),
        ("https://news.example/@ida/115590123456789012", "https://news.example/statuses/115590123456789012", False),
        ("https://gts.example/@ole/statuses/01JD9ZK4Q6", "https://gts.example/statuses/01JD9ZK4Q6", False),
        ("https://plm.example/notice/AobcDEF", "https://plm.example/statuses/AobcDEF", False),
        ("https://plm.example/users/nora", "https://plm.example/@nora", False),
        ("https://news.example/users/ida/statuses/17", "https://news.example/statuses/17", False),
        ("http://127.0.0.1:3000/@ida", "http://127.0.0.1:3000/@ida", False),
    ],
)
def test_what_is_typed_is_recognised(typed: str, address: str, is_sure: bool) -> None:
    (found,) = Mastodon().recognise(typed)

    assert (found.wish.kind, found.wish.address, found.is_sure) == ("mastodon", address, is_sure)
    assert Mastodon().first(found.wish.address, (), "").address.endswith("/api/v2/instance")
    assert found.words and found.hint.endswith(".")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ida",
        "ida@news.example",
        "@ida",
        "r/journalism",
        "#1",
        "# edchat",
        "https://news.example/",
        "https://news.example/@ida.rss",
        "https://news.example/tags/edchat.rss",
        "https://medium.com/@ida",
        "https://www.youtube.com/@ida",
        "https://news.example/tags/",
        "https://answers.example/users/12/ida",
        "https://news.example/2026/11/@ida/long/article",
        "http://[",
    ],
)
def test_what_is_not_ours_is_left_to_others(typed: str) -> None:
    assert Mastodon().recognise(typed) == ()


PIECES = st.sampled_from(
    ["https://", "news.example", "/", "@", "#", "tags", "users", "ida", "17", ":", "[", "%", "\ud800"]
)


@given(st.text(max_size=30) | st.lists(PIECES | st.characters(), max_size=9).map("".join))
def test_whatever_is_typed_is_ours_or_not(typed: str) -> None:
    for found in Mastodon().recognise(typed):
        assert Mastodon().first(found.wish.address, (), "").address.startswith("http")


URI = "https://news.example/users/ida/statuses/115590123456789012"


def test_stored_posts_are_looked_at_where_they_were_written() -> None:
    uris = [
        URI,
        "https://news.example/ap/users/17/statuses/18",
        "https://plm.example/objects/1225",
        "tag:x",
        "http://[",
    ]

    found = Mastodon().recheck(uris, ())

    assert [request.address for request in found] == [
        "https://news.example/api/v1/statuses/115590123456789012",
        "https://news.example/api/v1/statuses/18",
        "https://plm.example/objects/1225",
    ]
    assert all(request.is_extra and not request.conditional for request in found)
    assert "activity+json" in found[2].headers["Accept"] and found[2].secrets == ()


def rechecked(status: int, body: str, memory: str = "") -> Batch:
    (request,) = Mastodon().recheck([URI], ())
    assert status in (200, *request.accepts)
    return Mastodon().read(Reply(request, status, request.address, {}, body.encode(), NOON), (), memory)


@pytest.mark.parametrize("status", [404, 410])
def test_a_stored_post_that_is_gone_is_deleted(status: int) -> None:
    assert rechecked(status, "<!doctype html>").deleted == (URI,)


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502])
def test_a_refusal_proves_nothing_about_a_stored_post(status: int) -> None:
    batch = rechecked(status, "no")

    assert (batch.deleted, batch.drafts, batch.follow) == ((), (), ())


def test_a_stored_post_that_was_edited_comes_with_its_new_words() -> None:
    post = {"id": "1", "uri": URI, "content": "<p>CLOSED</p>", "edited_at": "2026-11-23T11:00:00Z", "account": {}}

    (draft,) = rechecked(200, json.dumps(post)).drafts

    assert draft.native_id == URI and draft.body and draft.body.text == "<p>CLOSED</p>"
    assert rechecked(200, json.dumps({**post, "uri": "https://other.example/1"})).drafts == ()
    assert rechecked(200, "<!doctype html>").drafts == ()
    assert rechecked(200, json.dumps({**post, "in_reply_to_id": "7"})).drafts == (), "its place would be forgotten"


@pytest.mark.parametrize(
    ("version", "source", "software"),
    [
        ("4.5.2", "https://github.com/mastodon/mastodon", Software.MASTODON),
        ("4.4.0+glitch", None, Software.MASTODON),
        ("0.18.1+git-1a2b3c4", None, Software.GOTOSOCIAL),
        ("4.2.0", "https://codeberg.org/superseriousbusiness/gotosocial", Software.GOTOSOCIAL),
        ("2.7.2 (compatible; Pleroma 2.7.0)", None, Software.PLEROMA),
        ("2.7.2 (compatible; Akkoma 3.13.2)", None, Software.PLEROMA),
        ("snac/2.84", None, Software.SNAC),
        ("2.8.0 (compatible; Friendica 2024.12)", None, Software.OTHER),
    ],
)
def test_servers_are_told_apart(version: str, source: str | None, software: Software) -> None:
    assert software_of(Instance(version, source_url=source)) is software


@pytest.mark.parametrize(
    ("named", "base", "found"),
    [
        ("wss://stream.example", BASE, "https://stream.example"),
        ("wss://stream.example/path/", BASE, "https://stream.example/path"),
        (None, BASE, BASE),
        ("ws://stream.example", BASE, BASE),
        ("wss://[", BASE, BASE),
        ("javascript:alert(1)", BASE, BASE),
        ("ws://127.0.0.1:4000", "http://127.0.0.1:3000", "http://127.0.0.1:4000"),
        ("wss://user:pass@stream.example", BASE, "https://stream.example"),
    ],
)
def test_streams_are_never_less_safe_than_the_server(named: str | None, base: str, found: str) -> None:
    said = Instance("4.5.2", configuration=Configuration(urls=Urls(streaming=named)))

    assert streaming_of(said, base) == found


def memory(software: str, **server: object) -> str:
    info = {"at": 1, "software": software, "domain": "news.example", "streaming": "https://stream.example"}
    account = {"id": "9", "uri": f"{BASE}/users/ida", "title": "Ida"}
    return json.dumps({"servers": {BASE: {"info": info, **server}}, "account": account})


@pytest.mark.parametrize(
    ("software", "address", "options", "places"),
    [
        ("mastodon", TAG, {}, ["https://stream.example/api/v1/streaming/hashtag?tag=edchat"]),
        (
            "mastodon",
            TAG,
            {"any": "a b"},
            [f"https://stream.example/api/v1/streaming/hashtag?tag={tag}" for tag in ("edchat", "a", "b")],
        ),
        ("mastodon", f"{BASE}/@ida", {}, ["https://stream.example/api/v1/streaming/user"]),
        ("gotosocial", TAG, {}, ["wss://stream.example/api/v1/streaming?stream=hashtag&tag=edchat"]),
        ("pleroma", f"{BASE}/@ida", {}, ["wss://stream.example/api/v1/streaming?stream=user"]),
        ("snac", TAG, {}, []),
        ("mastodon", f"{BASE}/@ida/17", {}, []),
    ],
)
def test_where_to_listen(software: str, address: str, options: dict[str, str], places: list[str]) -> None:
    found = Mastodon().stream_requests(address, tuple(options.items()), memory(software))

    assert [one.address for one in found] == places
    assert all(one.secrets[0].name == "mastodon:news.example" and not one.may_be_private for one in found)
    assert all(one.secrets[0].place[0] == ("query" if software == "pleroma" else "header") for one in found)
    assert Mastodon().stream_requests(address, (), "") == (), "before the first poll nothing is known"


def test_only_the_local_half_is_listened_to_where_only_that_is_given() -> None:
    (found,) = Mastodon().stream_requests(TAG, (), memory("mastodon", part="local"))

    assert found.address == "https://stream.example/api/v1/streaming/hashtag/local?tag=edchat"


def event(name: str, data: str, address: str = TAG, options: dict[str, str] | None = None) -> Batch:
    step = written(Step(Do.EVENT, address, BASE))
    request = StreamRequest(address, Carrier.SSE, step=step)
    said = memory("mastodon", known={URI: ["115", 1, 0, "edchat", "="]})
    return Mastodon().read(as_reply(request, Said(name, data, NOON)), tuple((options or {}).items()), said)


POST = {
    "id": "116",
    "uri": f"{BASE}/users/ida/statuses/116",
    "content": "<p>live</p>",
    "account": {"id": "9", "acct": "ida"},
}


def test_events_bring_posts_edits_and_deletions_and_leave_the_polls_alone() -> None:
    before = json.loads(memory("mastodon"))

    assert [draft.native_id for draft in event("update", json.dumps(POST)).drafts] == [POST["uri"]]
    assert len(event("status.update", json.dumps(POST)).drafts) == 1
    assert event("delete", "115").deleted == (URI,)
    assert event("delete", '"115"').deleted == (URI,)
    assert event("delete", "999").deleted == ()
    after = json.loads(event("update", json.dumps(POST)).memory or "")
    assert after["servers"][BASE].get("cursors") == before["servers"][BASE].get("cursors")


@pytest.mark.parametrize("name", ["notification", "filters_changed", "conversation", "announcement", "", "x"])
def test_other_events_mean_nothing_here(name: str) -> None:
    batch = event(name, "undefined")

    assert (batch.drafts, batch.deleted, batch.follow) == ((), (), ())


def test_of_a_home_timeline_only_the_account_of_the_source_counts() -> None:
    reply_of_hers = {**POST, "in_reply_to_id": "7", "in_reply_to_account_id": "8"}

    assert len(event("update", json.dumps(POST), f"{BASE}/@ida").drafts) == 1
    assert event("update", json.dumps({**POST, "account": {"id": "10"}}), f"{BASE}/@ida").drafts == ()
    assert event("update", json.dumps(reply_of_hers), f"{BASE}/@ida").drafts == ()
    assert len(event("update", json.dumps(reply_of_hers), f"{BASE}/@ida", {"replies": "yes"}).drafts) == 1


@pytest.mark.parametrize(("name", "data"), [("update", "{"), ("update", "17"), ("message", "{"), ("message", "{}")])
def test_an_event_that_cannot_be_read_is_told(name: str, data: str) -> None:
    with pytest.raises(UnreadableReply):
        event(name, data)


def test_a_reader_sees_title_text_and_link() -> None:
    hostile = {**POST, "url": "javascript:alert(1)", "spoiler_text": "a\x1b[31m\u202ewarning", "sensitive": True}
    page = json.dumps([{**hostile, "content": "<p>b\x07</p><p>[/c]</p>"}])
    batch = Mastodon().read(reply(page), (), "")

    item = normalise(batch.drafts[0], Arrival("mastodon", TAG, NOON, None), 0)

    assert item.link is None
    assert item.text == "b\n[/c]"
    assert "warning" in item.title and not {"\x1b", "\u202e"} & set(item.title)


WORDS = st.text(max_size=12) | st.sampled_from(
    ["1", "http://[", "9999-99-99T99:99:99Z", "2026-11-23T08:00:00", "\x00", "\ud800"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS
ANY = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=8
)
ACCOUNT = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("id", "username", "acct", "display_name", "url", "uri", "note", "moved"), LEAVES)
)
POLL = st.fixed_dictionaries(
    {"options": st.lists(st.fixed_dictionaries({}, optional={"title": LEAVES, "votes_count": LEAVES}), max_size=3)},
    optional={"expires_at": LEAVES, "expired": LEAVES, "multiple": LEAVES, "voters_count": LEAVES},
)
FIELDS: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(Status.__struct_fields__[3:], LEAVES),
    "poll": POLL | LEAVES,
    "tags": st.lists(st.fixed_dictionaries({"name": LEAVES}), max_size=3) | LEAVES,
    "media_attachments": st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(("type", "url", "remote_url", "description", "meta"), ANY)),
        max_size=3,
    )
    | LEAVES,
    "quote": ANY,
}
STATUS = st.fixed_dictionaries({"id": WORDS, "account": ACCOUNT | LEAVES, "content": WORDS}, optional=FIELDS)
BODY = (
    st.lists(STATUS | ANY, max_size=4)
    | ANY
    | st.fixed_dictionaries({"ancestors": st.lists(STATUS, max_size=3), "descendants": st.lists(STATUS, max_size=3)})
    | st.fixed_dictionaries({"version": WORDS, "domain": LEAVES, "configuration": ANY})
    | STATUS
    | ACCOUNT
)
OPTIONS = st.lists(
    st.tuples(st.sampled_from(["any", "all", "none", "threads", "instances", "boosts", "base"]), WORDS), max_size=4
)
STEPS = st.builds(
    Step,
    do=st.sampled_from([do for do in Do if do is not Do.EVENT]),
    address=st.sampled_from([TAG, f"{BASE}/@ida", f"{BASE}/@ida/17"]),
    base=st.just(BASE),
    leads=st.booleans(),
    key=st.sampled_from(["edchat", "@"]),
    mode=st.sampled_from(Mode),
    page=st.integers(0, 20),
    id=st.sampled_from(["", "17"]),
    uri=st.sampled_from(["", URI]),
)


@settings(max_examples=400)
@given(BODY, STEPS, OPTIONS, st.sampled_from([200, 200, 401, 404, 410, 429, 500]), st.text(max_size=40))
def test_whatever_comes_is_understood_or_told(
    body: object, step: Step, options: list[tuple[str, str]], status: int, link: str
) -> None:
    raw = json.dumps(body).encode()
    answer = Reply(Request(TAG, step=written(step), is_extra=True), status, TAG, {"link": link}, raw, NOON)
    said = tuple((name, value) for name, value in options if name != "base")
    try:
        batch = Mastodon().read(answer, said, memory("mastodon"))
    except FetchError:
        return
    arrival = Arrival("mastodon", TAG, NOON, None)
    assert all(normalise(draft, arrival, 0).title for draft in batch.drafts)
    again = Mastodon().read(reply("[]"), said, batch.memory or "")
    assert again.drafts == ()


@given(ANY, st.sampled_from(["update", "status.update", "delete", "message", "x"]))
def test_whatever_a_stream_says_is_understood_or_told(body: object, name: str) -> None:
    try:
        event(name, json.dumps(body))
    except UnreadableReply:
        return


def test_every_real_body_decodes(corpus: Path) -> None:
    folder = corpus / "api" / "mastodon" / "mastodon-py"
    index = [json.loads(line) for line in (corpus / "expected" / "api-requests.jsonl").read_text().splitlines()]
    bodies = [one for one in index if one["platform"] == "mastodon" and one["status"] == 200]
    assert folder.is_dir() and bodies
    seen = 0
    for one in bodies:
        raw, path = (corpus / one["file"]).read_bytes(), one["path"]
        if path.endswith("/context"):
            assert decoded(raw, Context) is not None, one["file"]
        elif path.startswith("/api/v1/timelines/") or (path.startswith("/api/v1/a") and path.endswith("/statuses")):
            step = msgspec.structs.replace(PAGE, base="http://localhost:3000")
            headers = {"link": one["link"] or ""}
            answer = Reply(Request(TAG, step=written(step)), 200, TAG, headers, raw, datetime(2026, 8, 2, tzinfo=UTC))
            batch = Mastodon().read(answer, (), "")
            public = [post for post in json.loads(raw) if post["visibility"] != "direct"]
            assert len(batch.drafts) == len(public), one["file"]
            assert not batch.notices
        elif path.startswith("/api/v1/statuses/") and path.count("/") == 4:
            assert decoded(raw, Status) is not None, one["file"]
        else:
            continue
        seen += 1
    assert seen >= 20
