"""Discourse: topics with their first posts, one topic whole, polls whose votes may be hidden."""

import json
from pathlib import Path
from typing import Any

import pytest

from arrowtui.model.errors_sources import TokenNeeded, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.discourse import Discourse
from tests.fakes import NOON
from tests.sources.talks import (
    NOT_MINE,
    NOT_WHAT_WAS_ASKED,
    USUAL_REFUSALS,
    Refusal,
    check_not_recognised,
    check_recognised,
    check_refusal,
    check_talk,
    check_unreadable,
    talks,
)

SOURCE = Discourse()
TOPIC = SOURCE.first("https://forum.example/t/tuesday-chat/310", (), "")
LATEST = SOURCE.first("https://forum.example/latest", (), "")


def read(request: Request, told: object, memory: str = "", final: str = "") -> Batch:
    return SOURCE.read(Reply(request, 200, final or request.address, {}, json.dumps(told).encode(), NOON), (), memory)


def topic(*ids: int, stream: range) -> dict[str, Any]:
    """A topic with these posts here and all those ids in its stream."""
    posts = [{"id": one, "post_number": one, "cooked": "<p>x</p>", "topic_id": 310} for one in ids]
    return {"id": 310, "title": "Long", "post_stream": {"posts": posts, "stream": list(stream)}}


@pytest.mark.parametrize("folder", talks("discourse"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://discourse.example", "https://discourse.example/latest"),
        ("https://discourse.example/latest.rss", "https://discourse.example/latest"),
        ("https://discourse.example/posts", "https://discourse.example/posts"),
        ("https://meta.discourse.org/t/slug/310/5", "https://meta.discourse.org/t/310"),
        ("https://discourse.example/t/310", "https://discourse.example/t/310"),
        ("https://discourse.example/t/slug/310.json", "https://discourse.example/t/310"),
        ("https://desk.discourse.group/c/general/5", "https://desk.discourse.group/c/general/5"),
        ("https://discourse.example/c/parent/child/12/l/latest", "https://discourse.example/c/parent/child/12"),
        ("https://discourse.example/c/general", "https://discourse.example/c/general"),
        ("https://discourse.example/tag/chat", "https://discourse.example/tag/chat"),
        ("https://discourse.example/tag/chat/7", "https://discourse.example/tag/chat/7"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://forum.example/latest",
        "https://forum.example/c/general",
        "https://discourse.example/about",
        "https://discourse.example/t/slug",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(401, "TokenNeeded"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "TokenNeeded", "arrowtui login discourse:forum.example", b'{"error_type":"not_logged_in"}'),
        Refusal(403, "TokenNeeded", "", b'{"error_type":"invalid_access"}'),
        Refusal(403, "TokenRefused", "does not take your token", b'{"error_type":"not_logged_in"}', with_secret=True),
        Refusal(403, "AnswerRefused", "", b'{"error_type":"something_else"}'),
        Refusal(429, "AskedToWait", "asks to wait 1 min", b'{"extras":{"wait_seconds":37}}', rest_s=37),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, TOPIC, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("topics", "topic", "opening", "further", "posts"))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(TOPIC, step=step, accepts=()), body)


@pytest.mark.parametrize("path", ["/t/310", "/c/general/5", "/tag/chat"])
def test_a_host_whose_name_does_not_tell_is_only_supposed(path: str) -> None:
    check_recognised(SOURCE, f"https://forum.example{path}", f"https://forum.example{path}", is_sure=False)


def test_an_address_that_no_forum_has_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no discourse address"):
        SOURCE.first("https://forum.example/about", (), "")


def test_a_forum_that_sends_everybody_to_its_login_page_wants_an_account() -> None:
    with pytest.raises(TokenNeeded):
        bare = replace(LATEST, secrets=())
        read(bare, "<html>", final="https://forum.example/login")


def test_a_long_topic_is_fetched_in_twenties_the_newest_first_and_the_rest_later() -> None:
    whole = topic(*range(1, 21), stream=range(1, 501))

    first = read(TOPIC, whole)
    second = read(TOPIC, whole, first.memory or "")
    third = read(TOPIC, topic(*range(1, 21), stream=range(1, 502)), second.memory or "")

    asked = [[request.address.count("post_ids[]=") for request in batch.follow] for batch in (first, second, third)]
    assert asked == [[20] * 19, [20] * 5, [1]]
    assert first.follow[0].address.startswith("https://forum.example/t/310/posts.json?post_ids[]=500&post_ids[]=499&")
    assert first.notices == ("This topic is long: 100 older posts follow at the next polls.",)
    assert second.notices == third.notices == ()


def test_topics_that_do_not_fit_into_a_round_wait_for_the_next() -> None:
    listed = {"topic_list": {"topics": [{"id": number} for number in range(100, 130)]}}

    first = read(LATEST, listed)
    second = read(LATEST, listed, first.memory or "")
    third = read(LATEST, listed, second.memory or "")

    assert [len(batch.follow) for batch in (first, second, third)] == [19, 11, 0]


def test_a_topic_of_a_list_brings_its_first_post_alone() -> None:
    opening = replace(TOPIC, step="opening")

    assert [draft.native_id for draft in read(opening, topic(1, 2, 3, stream=range(1, 4))).drafts] == ["310/1"]


def test_hidden_votes_are_unknown_and_never_none() -> None:
    poll = {"options": [{"html": "Yes"}, {"html": "No", "votes": 0}], "type": "multiple", "status": "open"}
    told = topic(1, stream=range(1, 2))
    told["post_stream"]["posts"][0]["polls"] = [poll]

    (draft,) = read(TOPIC, told).drafts

    assert draft.poll is not None
    assert [option.votes for option in draft.poll.options] == [None, 0]
    assert (draft.poll.multiple, draft.poll.closed, draft.poll.voters) == (True, False, None)
