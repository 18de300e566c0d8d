"""What of the whole network's posts belongs to a chat."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_social import OptionUnfit
from arrowtui.sources.at.jetstream import NOTHING_HEARD, Heard, heard, live_of
from arrowtui.sources.bluesky import Bluesky

TAGS = frozenset({"edchat", "über"})
URI = "at://did:plc:abc/app.bsky.feed.post/3m"
QUESTION = "at://did:plc:host/app.bsky.feed.post/q1"
LIVE = (("stream", "jetstream"),)


def message(record: Mapping[str, object], operation: str = "create", collection: str = "app.bsky.feed.post") -> bytes:
    commit: dict[str, object] = {"rev": "r", "operation": operation, "collection": collection, "rkey": "3m"}
    if operation != "delete":
        commit |= {"cid": "bafy", "record": {"$type": collection, "createdAt": "2026-11-23T08:00:00Z", **record}}
    return json.dumps({"did": "did:plc:abc", "time_us": 1, "kind": "commit", "commit": commit}).encode()


def tagged(text: str, tag: str) -> dict[str, object]:
    start = len(text.encode()) - len(tag.encode()) - 1
    feature = {"$type": "app.bsky.richtext.facet#tag", "tag": tag}
    return {
        "text": text,
        "facets": [{"index": {"byteStart": start, "byteEnd": len(text.encode())}, "features": [feature]}],
    }


@pytest.mark.parametrize(
    "record",
    [
        tagged("A1 yes #edchat", "edchat"),
        tagged("A1 yes #EdChat", "EdChat"),
        tagged("A1 ja #Über", "Über"),
        {"text": "A1 yes", "tags": ["EDCHAT"]},
    ],
)
def test_a_post_with_the_chats_hashtag_is_heard(record: dict[str, object]) -> None:
    assert heard(message(record), TAGS) == Heard(new=(URI,))


@pytest.mark.parametrize(
    "record",
    [
        {"text": "A1 no tag at all: edchat"},
        {"text": "#edchat written without a facet is not a tag"},
        tagged("#edchatter", "edchatter"),
        {"text": "A1", "reply": {"root": {"uri": "at://x", "cid": ""}, "parent": {"uri": "at://y", "cid": ""}}},
    ],
)
def test_other_posts_are_not(record: dict[str, object]) -> None:
    assert heard(message(record), TAGS, {QUESTION}) == NOTHING_HEARD


@pytest.mark.parametrize(
    "record",
    [
        {"reply": {"root": {"uri": QUESTION, "cid": "c"}, "parent": {"uri": "at://z", "cid": "c"}}},
        {"reply": {"root": {"uri": "at://z", "cid": "c"}, "parent": {"uri": QUESTION, "cid": "c"}}},
        {"embed": {"$type": "app.bsky.embed.record", "record": {"uri": QUESTION, "cid": "c"}}},
        {
            "embed": {
                "$type": "app.bsky.embed.recordWithMedia",
                "record": {"$type": "app.bsky.embed.record", "record": {"uri": QUESTION, "cid": "c"}},
                "media": {"$type": "app.bsky.embed.images", "images": []},
            }
        },
    ],
    ids=["in the thread", "a reply", "a quote", "a quote with a picture"],
)
def test_who_answers_or_quotes_without_the_hashtag_is_heard(record: dict[str, object]) -> None:
    assert heard(message({"text": "A1 me too", **record}), TAGS, {QUESTION}) == Heard(new=(URI,))


def test_a_deleted_post_of_the_chat_is_gone_and_another_is_nothing_to_us() -> None:
    assert heard(message({}, "delete"), TAGS, {URI}) == Heard(gone=(URI,))
    assert heard(message({}, "delete"), TAGS, {QUESTION}) == NOTHING_HEARD


def test_a_changed_post_of_the_chat_is_fetched_anew() -> None:
    assert heard(message({"text": "without the tag now"}, "update"), TAGS, {URI}) == Heard(new=(URI,))


def account(**state: object) -> bytes:
    return json.dumps({"did": "did:plc:abc", "time_us": 1, "kind": "account", "account": state}).encode()


def test_the_posts_of_an_account_that_ended_are_gone() -> None:
    known = {URI, QUESTION}

    assert heard(account(active=False, status="deleted"), TAGS, known) == Heard(gone=(URI,))
    assert heard(account(active=False, status="takendown"), TAGS, known) == Heard(gone=(URI,))
    assert heard(account(active=False, status="deactivated"), TAGS, known) == NOTHING_HEARD
    assert heard(account(active=True), TAGS, known) == NOTHING_HEARD


@pytest.mark.parametrize(
    "noise",
    [
        b"",
        b"{}",
        b"\xff",
        b"[]",
        json.dumps({"did": "did:plc:abc", "time_us": 1, "kind": "identity", "identity": {"handle": "a"}}).encode(),
        message({"subject": {"uri": QUESTION}}, collection="app.bsky.feed.like"),
    ],
)
def test_noise_is_nothing(noise: bytes) -> None:
    assert heard(noise, TAGS, {QUESTION}) == NOTHING_HEARD


@given(st.binary(max_size=200))
def test_anything_may_come(data: bytes) -> None:
    assert heard(data, TAGS) == NOTHING_HEARD


def test_the_stream_is_listened_to_only_where_the_person_wants_it() -> None:
    address = "https://bsky.app/hashtag/EdChat"

    assert Bluesky().live(address, ()) is None
    live = Bluesky().live(address, LIVE)

    assert live is not None
    assert live.tags == {"edchat"}
    assert live.address == ("wss://jetstream2.us-east.bsky.network/subscribe?wantedCollections=app.bsky.feed.post")


def test_a_search_for_hashtags_is_listened_to_by_these_and_a_server_can_be_named() -> None:
    options = (*LIVE, ("jetstream", "ws://127.0.0.1:6008/"))

    live = live_of("https://bsky.app/search?q=%23edchat+lang%3Aen+%23Teaching", options)

    assert live is not None
    assert live.tags == {"edchat", "teaching"}
    assert live.address.startswith("ws://127.0.0.1:6008/subscribe?")


def test_what_has_no_hashtag_cannot_be_listened_to() -> None:
    assert live_of("https://bsky.app/profile/ida.example", LIVE) is None
    assert live_of("https://bsky.app/search?q=desks", LIVE) is None
    assert live_of("https://other.example/", LIVE) is None
    with pytest.raises(OptionUnfit):
        live_of("https://bsky.app/hashtag/edchat", (("stream", "yes please"),))
