"""WordPress: posts, parts of them, and the comments on one with who answers whom."""

from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.wordpress import WordPress
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

SOURCE = WordPress()
BLOG = SOURCE.first("https://desk.wordpress.com/", (), "")
REST = SOURCE.first("https://desk.example/", (("via", "rest"),), "")


@pytest.mark.parametrize("folder", talks("wordpress"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("desk.wordpress.com", "https://desk.wordpress.com/"),
        ("https://desk.wordpress.com/feed/", "https://desk.wordpress.com/"),
        ("https://desk.wordpress.com/comments/feed/", "https://desk.wordpress.com/comments/"),
        ("https://desk.wordpress.com/category/calls/feed/", "https://desk.wordpress.com/category/calls/"),
        ("https://desk.wordpress.com/tag/night/", "https://desk.wordpress.com/tag/night/"),
        ("https://desk.wordpress.com/author/ida/", "https://desk.wordpress.com/author/ida/"),
        ("https://desk.wordpress.com/2026/11/", "https://desk.wordpress.com/2026/11/"),
        ("https://desk.wordpress.com/2026/11/23/calls/", "https://desk.wordpress.com/"),
        ("https://desk.wordpress.com/?p=5", "https://desk.wordpress.com/"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://wordpress.com/read",
        "https://desk.files.wordpress.com/2026/x.jpg",
        "https://public-api.wordpress.com/wp/v2",
        "https://wordpress.org/news/",
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
@pytest.mark.parametrize("step", ("", "rest posts", "rest post", "rest comments https://desk.example/?p=5"))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(BLOG, step=step, accepts=()), body)


def test_the_address_of_a_post_may_mean_the_blog_or_its_comments() -> None:
    found = SOURCE.recognise("https://desk.wordpress.com/2026/11/23/calls/")

    assert [(one.wish.address, one.words) for one in found] == [
        ("https://desk.wordpress.com/", "the blog desk.wordpress.com"),
        ("https://desk.wordpress.com/2026/11/23/calls/", "comments on one post of desk.wordpress.com"),
    ]


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("https://desk.example/", "https://desk.example/feed/"),
        ("https://desk.example/calls/", "https://desk.example/calls/feed/atom/"),
        ("https://desk.example/blog/feed/atom/", "https://desk.example/blog/feed/atom/"),
        ("https://desk.example/?p=5", "https://desk.example/?feed=atom&p=5"),
        ("https://desk.example/tag/night", "https://desk.example/tag/night/feed/"),
    ],
)
def test_a_blog_of_ones_own_is_read_by_its_address(address: str, feed: str) -> None:
    assert SOURCE.first(address, (), "").address == feed


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_closed_interface_is_no_closed_blog(status: int) -> None:
    check_refusal(SOURCE, REST, Refusal(status, "NotForUs", "its feed stays open"))


def test_a_post_that_is_not_there_is_told_as_such() -> None:
    request = SOURCE.first("https://desk.example/calls/", (("via", "rest"),), "")

    with pytest.raises(NotThere):
        SOURCE.read(Reply(request, 200, request.address, {}, b"[]", NOON), (), "")


def test_what_the_interface_cannot_narrow_is_read_by_feed() -> None:
    asked = SOURCE.first("https://desk.example/category/calls/", (("via", "rest"),), "").address

    assert asked == "https://desk.example/category/calls/feed/"


def test_an_address_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no wordpress address"):
        SOURCE.first("maildir:///home/ida", (), "")
