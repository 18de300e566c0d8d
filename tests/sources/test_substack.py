"""Substack: a newsletter by any of its addresses, previews counted in words, profiles answered plainly."""

from pathlib import Path

import pytest

from arrowtui.model.errors_sources import NotOffered, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.sources.substack import Substack
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

SOURCE = Substack()
LETTER = SOURCE.first("https://desk.substack.com/", (), "")


@pytest.mark.parametrize("folder", talks("substack"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("desk.substack.com", "https://desk.substack.com/"),
        ("https://desk.substack.com/feed", "https://desk.substack.com/"),
        ("https://desk.substack.com/archive?sort=new", "https://desk.substack.com/"),
        ("https://desk.substack.com/p/begin-with-the-verb", "https://desk.substack.com/"),
        ("https://open.substack.com/pub/desk/p/begin?r=1&utm_campaign=post", "https://desk.substack.com/"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://substack.com/",
        "https://www.substack.com/home",
        "https://support.substack.com/hc",
        "https://open.substack.com/live",
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
        Refusal(403, "NotForUs", "Subscribe by mail"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, LETTER, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("",))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(LETTER, step=step, accepts=()), body)


def test_a_profile_is_recognised_and_answered_in_words() -> None:
    (found,) = SOURCE.recognise("https://substack.com/@ida/note/c-1")
    assert found.wish.address == "https://substack.com/@ida"

    with pytest.raises(NotOffered, match="the newsletter's own address"):
        SOURCE.first(found.wish.address, (), "")


def test_a_newsletter_under_its_own_domain_works_by_its_address() -> None:
    assert SOURCE.first("https://letters.example/p/begin", (), "").address == "https://letters.example/feed"


def test_an_address_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no substack address"):
        SOURCE.first("saved:letters", (), "")
