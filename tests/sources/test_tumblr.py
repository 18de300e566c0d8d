"""Tumblr: both ways to write a blog, a wall of consent told in words, and tags that want a key."""

from pathlib import Path

import pytest

from arrowtui.model.errors_sources import NotForUs, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.tumblr import Tumblr
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

SOURCE = Tumblr()
BLOG = SOURCE.first("https://ida.tumblr.com/", (), "")
TAGGED = SOURCE.first("https://www.tumblr.com/tagged/calls", (), "")


@pytest.mark.parametrize("folder", talks("tumblr"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ida.tumblr.com", "https://ida.tumblr.com/"),
        ("https://ida.tumblr.com/rss", "https://ida.tumblr.com/"),
        ("https://ida.tumblr.com/post/790000000000000001/bakers", "https://ida.tumblr.com/"),
        ("https://ida.tumblr.com/tagged/night%20shift/rss", "https://ida.tumblr.com/tagged/night%20shift"),
        ("https://www.tumblr.com/ida", "https://ida.tumblr.com/"),
        ("tumblr.com/ida/790000000000000001/bakers", "https://ida.tumblr.com/"),
        ("https://www.tumblr.com/ida/tagged/calls", "https://ida.tumblr.com/tagged/calls"),
        ("https://www.tumblr.com/blog/ida", "https://ida.tumblr.com/"),
        ("https://www.tumblr.com/blog/view/ida", "https://ida.tumblr.com/"),
        ("https://www.tumblr.com/tagged/night%20shift?sort=recent", "https://www.tumblr.com/tagged/night%20shift"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://www.tumblr.com/",
        "https://www.tumblr.com/dashboard",
        "https://64.media.tumblr.com/x.jpg",
        "https://api.tumblr.com/v2/x",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(401, "AnswerRefused"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "AnswerRefused"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, BLOG, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("feed", "tagged"))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(BLOG, step=step, accepts=()), body, NotForUs)


def test_a_page_in_place_of_the_blog_is_told_as_what_it_is() -> None:
    body = b"<!DOCTYPE html><html><head><title>Before you continue</title></head></html>"

    with pytest.raises(NotForUs, match="asks for consent"):
        SOURCE.read(Reply(BLOG, 200, "https://www.tumblr.com/privacy/consent", {}, body, NOON), (), "")


def test_a_tag_of_all_blogs_says_that_it_wants_a_key() -> None:
    (found,) = SOURCE.recognise("https://www.tumblr.com/tagged/calls")

    assert found.needs == ("tumblr",)
    assert "arrowtui login tumblr" in found.hint
    (use,) = TAGGED.secrets
    assert (use.name, use.place, use.is_optional) == ("tumblr", ("query", "api_key"), False)


@pytest.mark.parametrize(
    "refusal", [Refusal(401, "TokenRefused", "arrowtui login tumblr", with_secret=True), Refusal(403, "TokenNeeded")]
)
def test_a_key_that_is_not_taken_is_told(refusal: Refusal) -> None:
    check_refusal(SOURCE, TAGGED, refusal)


def test_an_address_that_is_no_blog_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no tumblr address"):
        SOURCE.first("https://www.tumblr.com/dashboard", (), "")
