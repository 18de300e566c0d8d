"""GitHub: releases, tags and commits without an account, and plain words for what has no feed."""

from pathlib import Path

import pytest

from arrowtui.model.errors_sources import NotOffered, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.sources.github import GitHub
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

SOURCE = GitHub()
RELEASES = SOURCE.first("https://github.com/desk/lamp", (), "")


@pytest.mark.parametrize("folder", talks("github"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("github.com/desk/lamp", "https://github.com/desk/lamp/releases"),
        ("https://github.com/desk/lamp.git", "https://github.com/desk/lamp/releases"),
        ("https://github.com/desk/lamp/", "https://github.com/desk/lamp/releases"),
        ("https://github.com/desk/lamp/releases/tag/v1.2", "https://github.com/desk/lamp/releases"),
        ("https://github.com/desk/lamp/releases.atom", "https://github.com/desk/lamp/releases"),
        ("https://github.com/desk/lamp/tags", "https://github.com/desk/lamp/tags"),
        ("https://github.com/desk/lamp/tags.atom", "https://github.com/desk/lamp/tags"),
        ("https://github.com/desk/lamp/commits", "https://github.com/desk/lamp/commits"),
        ("https://github.com/desk/lamp/commits/main", "https://github.com/desk/lamp/commits/main"),
        ("https://github.com/desk/lamp/commits/main.atom", "https://github.com/desk/lamp/commits/main"),
        ("https://github.com/desk/lamp/tree/next", "https://github.com/desk/lamp/commits/next"),
        (
            "https://github.com/desk/lamp/blob/main/docs/a%20b.md",
            "https://github.com/desk/lamp/commits/main/docs/a%20b.md",
        ),
        ("https://github.com/desk/lamp/wiki", "https://github.com/desk/lamp/releases"),
        ("https://github.com/ida", "https://github.com/ida"),
        ("https://github.com/ida.atom", "https://github.com/ida"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://github.com",
        "https://github.com/trending",
        "https://github.com/orgs/desk",
        "https://gist.github.com/ida/1",
        "https://raw.githubusercontent.com/desk/lamp/main/x",
        "https://github.com/-/lamp",
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
        Refusal(
            429,
            "AskedToWait",
            "asks to wait 10 min",
            headers={"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOON.timestamp()) + 600)},
            rest_s=600,
        ),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, RELEASES, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("",))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(RELEASES, step=step, accepts=()), body)


@pytest.mark.parametrize(
    ("page", "what"),
    [("issues/5", "issues"), ("pull/9", "pull requests"), ("discussions", "discussions"), ("actions", "workflow runs")],
)
def test_what_has_no_feed_is_recognised_and_answered_in_words(page: str, what: str) -> None:
    (found,) = SOURCE.recognise(f"https://github.com/desk/lamp/{page}")
    assert found.is_sure

    with pytest.raises(NotOffered, match=f"no way to read {what}. What works: the releases, tags and commits"):
        SOURCE.first(found.wish.address, (), "")


def test_another_server_of_the_same_make_works_by_its_address() -> None:
    asked = SOURCE.first("https://git.example/desk/lamp/tags", (), "").address

    assert asked == "https://git.example/desk/lamp/tags.atom"


def test_an_address_that_is_no_page_of_it_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no github address"):
        SOURCE.first("https://github.com/", (), "")
