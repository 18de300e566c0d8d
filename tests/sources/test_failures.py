"""Every kind of source against every way to fail: told in words, and never taken for an empty list."""

import json
from pathlib import Path

import pytest

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.answers import refused
from arrowtui.sources.registry import SOURCES
from tests.fakes import NOON
from tests.sources.talks import GOLDEN, Talk

FOLDERS = {
    "bluesky": "hashtag",
    "discourse": "latest",
    "facebook": "own-page",
    "fever": "freshrss-first",
    "github": "releases",
    "greader": "freshrss-first",
    "hackernews": "ask",
    "lemmy": "community-v4",
    "lobsters": "tag",
    "mastodon": "tag-mastodon",
    "page": "callouts",
    "pinterest": "person",
    "reddit": "subreddit",
    "stackexchange": "tagged",
    "substack": "newsletter",
    "tumblr": "blog",
    "wordpress": "posts",
    "x": "hashtag",
    "youtube": "known-handle",
}
STATUSES = (400, 401, 402, 403, 404, 408, 410, 418, 422, 425, 429, 451, 500, 502, 503, 504)
HTML = b"<!doctype html><html><head><title>Sign in</title></head><body><p>Please log in</p></body></html>"


def talk_of(kind: str) -> tuple[Request, tuple[tuple[str, str], ...], bytes]:
    """The first request of a kind, its options, and a good answer to it."""
    if kind == "feed":
        body = b"<rss version='2.0'><channel><title>D</title><item><title>One</title></item></channel></rss>"
        return SOURCES["feed"].first("https://a.example/feed", (), ""), (), body
    if kind in ("mastodon", "page"):
        return _given(kind)
    if (case := GOLDEN / kind / FOLDERS[kind] / "asked.json").exists():
        return _asked(kind, case)
    talk = Talk.at(GOLDEN / kind / FOLDERS[kind])
    return SOURCES[kind].first(talk.address, talk.options, talk.memory), talk.options, talk.answers[0].body


def _given(kind: str) -> tuple[Request, tuple[tuple[str, str], ...], bytes]:
    """The kinds whose golden replies are told otherwise."""
    if kind == "mastodon":
        return SOURCES[kind].first("https://m.example/tags/x", (), ""), (), b'{"domain": "m.example", "version": "4.5"}'
    options = (("item", "h3"),)
    page = b"<html><body><main><h3><a href=/1>One</a></h3><h3><a href=/2>Two</a></h3></main></body></html>"
    return SOURCES[kind].first("https://a.example/calls", options, ""), options, page


def _asked(kind: str, case: Path) -> tuple[Request, tuple[tuple[str, str], ...], bytes]:
    asked = json.loads(case.read_text("utf-8"))
    options = tuple((asked.get("options") or {}).items())
    memory = json.dumps(asked["memory"]) if asked.get("memory") else ""
    (file,) = case.parent.glob("reply.*")
    return SOURCES[kind].first(asked["address"], options, memory), options, file.read_bytes()


def taken(kind: str, status: int, body: bytes) -> Batch:
    """What the conductor makes of a reply. Raises: FetchError."""
    request, options, _ = talk_of(kind)
    reply = Reply(request, status, request.address, {"content-type": ""}, body, NOON)
    source = SOURCES[kind]
    if status not in request.accepts and (error := source.refused(reply) or refused(reply, source.rest_until(reply))):
        raise error
    return source.read(reply, options, "")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", ["feed", *FOLDERS])
def test_a_refusal_is_told_in_words_and_is_no_empty_list(kind: str, status: int) -> None:
    for body in (HTML, b"", b'{"error": "no", "message": "no", "errors": ["no"]}'):
        try:
            batch = taken(kind, status, body)
        except FetchError as error:
            assert 0 < len(error.headline()) <= 60
            assert error.hint()
        else:
            assert batch.follow, "it asks elsewhere"


@pytest.mark.parametrize("kind", ["feed", *FOLDERS])
def test_a_good_answer_is_read(kind: str) -> None:
    batch = taken(kind, 200, talk_of(kind)[2])

    assert batch.drafts or batch.follow


@pytest.mark.parametrize("body", [b"", b"42", b"null", b'"word"', b"[1, 2", b"\xff\xfe\x00"])
@pytest.mark.parametrize("kind", ["feed", *FOLDERS])
def test_what_is_nothing_of_the_kind_is_told_and_is_no_empty_list(kind: str, body: bytes) -> None:
    _told_or_asked_elsewhere(kind, body)


@pytest.mark.parametrize("kind", [kind for kind in ("feed", *FOLDERS) if kind != "page"])
def test_a_page_in_place_of_what_was_asked_is_told(kind: str) -> None:
    _told_or_asked_elsewhere(kind, HTML)


def _told_or_asked_elsewhere(kind: str, body: bytes) -> None:
    if kind == "lemmy":  # it may speak the older of two dialects
        assert taken(kind, 200, body).follow
        return
    with pytest.raises(FetchError):
        taken(kind, 200, body)


@pytest.mark.parametrize(
    "kind",
    ["bluesky", "discourse", "facebook", "fever", "greader", "hackernews", "lemmy", "stackexchange", "x"],
)
def test_json_that_breaks_off_is_told(kind: str) -> None:
    whole = talk_of(kind)[2]

    for share in (3, 2):
        with pytest.raises(UnreadableReply):
            taken(kind, 200, whole[: len(whole) * (share - 1) // share])


@pytest.mark.parametrize("kind", ["feed", "github", "pinterest", "reddit", "substack", "wordpress", "youtube"])
def test_a_feed_that_breaks_off_keeps_what_came_or_is_told(kind: str) -> None:
    whole = talk_of(kind)[2]

    try:
        batch = taken(kind, 200, whole[: len(whole) * 2 // 3])
    except UnreadableReply:
        return
    assert batch.drafts


def test_the_table_has_every_kind() -> None:
    assert set(FOLDERS) | {"feed", "mail", "command", "saved"} == set(SOURCES)
