"""Stack Exchange: questions and threads within a quota, its wish to be left alone, and its feeds."""

import json
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.stackexchange import StackExchange
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

SOURCE = StackExchange()
TAGGED = SOURCE.first("https://stackoverflow.com/questions/tagged/python", (), "")
QUESTION = SOURCE.first("https://stackoverflow.com/questions/7", (), "")
STEPS = [f"{what} https://stackoverflow.com 7 1" for what in ("list", "question", "answers", "comments")] + ["feed"]
THROTTLED = (
    b'{"error_id":502,"error_name":"throttle_violation",'
    b'"error_message":"too many requests from this IP, more requests available in 240 seconds"}'
)
NO_SITE = b'{"error_id":400,"error_name":"bad_parameter","error_message":"No site found for name `x`"}'
BAD_KEY = b'{"error_id":400,"error_name":"bad_parameter","error_message":"`key` doesn\'t match a known application"}'


def reply(request: Request, body: object, **more: object) -> Reply:
    return Reply(request, 200, request.address, {}, json.dumps({"items": body, **more}).encode(), NOON)


def read(request: Request, body: object, memory: str = "", **more: object) -> Batch:
    return SOURCE.read(reply(request, body, **more), (), memory)


@pytest.mark.parametrize("folder", talks("stackexchange"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://stackoverflow.com/questions/tagged/python", "https://stackoverflow.com/questions/tagged/python"),
        (
            "stackoverflow.com/questions/tagged/python+timezone?tab=Newest",
            "https://stackoverflow.com/questions/tagged/python+timezone",
        ),
        ("https://stackoverflow.com/questions/tagged/c%2b%2b", "https://stackoverflow.com/questions/tagged/c%2B%2B"),
        ("https://stackoverflow.com/questions/tagged/c++", "https://stackoverflow.com/questions/tagged/c%2B%2B"),
        (
            "https://stackoverflow.com/questions/tagged/rust+or+go",
            "https://stackoverflow.com/questions/tagged/rust+or+go",
        ),
        (
            "https://stackoverflow.com/feeds/tag?tagnames=rust+or+go&sort=newest",
            "https://stackoverflow.com/questions/tagged/rust+or+go",
        ),
        ("https://stackoverflow.com/feeds/tag/python", "https://stackoverflow.com/questions/tagged/python"),
        ("https://stackoverflow.com/tags/python/info", "https://stackoverflow.com/questions/tagged/python"),
        (
            "https://stackoverflow.com/questions/79900001/why-et-fails/79900002#79900002",
            "https://stackoverflow.com/questions/79900001",
        ),
        ("https://stackoverflow.com/q/79900001/7", "https://stackoverflow.com/questions/79900001"),
        ("https://stackoverflow.com/feeds/question/79900001", "https://stackoverflow.com/questions/79900001"),
        ("https://stackoverflow.com/search?q=night+shift", "https://stackoverflow.com/search?q=night+shift"),
        ("https://stackoverflow.com/users/7/ida", "https://stackoverflow.com/users/7"),
        ("https://cooking.stackexchange.com/", "https://cooking.stackexchange.com/questions"),
        ("https://pt.stackoverflow.com/questions", "https://pt.stackoverflow.com/questions"),
        ("https://mathoverflow.net/questions/1/x", "https://mathoverflow.net/questions/1"),
        ("askubuntu.com/questions/tagged/bash", "https://askubuntu.com/questions/tagged/bash"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://stackexchange.com/sites",
        "https://api.stackexchange.com/2.3/questions",
        "https://stackoverflow.com/jobs",
        "https://stackoverflow.com/search",
        "https://stackoverflow.com/questions/tagged/",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(400, "AskedToWait", "asks to wait 4 min", THROTTLED, rest_s=240),
        Refusal(400, "NotThere", "", NO_SITE),
        Refusal(400, "TokenRefused", "arrowtui login stackexchange", BAD_KEY, with_secret=True),
        Refusal(401, "AnswerRefused"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "AnswerRefused"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, TAGGED, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", STEPS)
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(TAGGED, step=step, accepts=()), body)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("stackoverflow.com", "stackoverflow"),
        ("pt.stackoverflow.com", "pt.stackoverflow"),
        ("cooking.stackexchange.com", "cooking"),
        ("meta.stackexchange.com", "meta"),
        ("cooking.meta.stackexchange.com", "cooking.meta.stackexchange.com"),
        ("mathoverflow.net", "mathoverflow.net"),
        ("serverfault.com", "serverfault"),
    ],
)
def test_each_site_has_its_word(host: str, site: str) -> None:
    assert f"?site={site}&" in SOURCE.first(f"https://{host}/questions", (), "").address


@pytest.mark.parametrize(
    ("more", "rests"),
    [
        ({"backoff": 10}, 10),
        ({"backoff": 10, "quota_remaining": 0}, 12 * 3_600),
        ({"quota_remaining": 0}, 12 * 3_600),
        ({"backoff": 10**9}, 86_400),
        ({"quota_remaining": 5}, None),
    ],
)
def test_its_wish_to_be_left_alone_is_granted(more: dict[str, int], rests: int | None) -> None:
    until = SOURCE.rest_until(reply(TAGGED, [], **more))

    assert (until and (until - NOON).total_seconds()) == rests


def test_the_same_method_is_not_asked_again_while_it_wants_rest() -> None:
    question = {"question_id": 7, "title": "Why?", "creation_date": 1795430000}
    later = SOURCE.first("https://stackoverflow.com/questions/tagged/python", (), '{"newest":1795420800}')

    assert read(later, [question], has_more=True).follow != ()
    assert read(later, [question], has_more=True, backoff=10).follow == ()


def test_a_question_that_never_was_is_not_there_and_one_that_was_is_deleted() -> None:
    with pytest.raises(NotThere):
        read(QUESTION, [])

    batch = read(QUESTION, [], '{"activity":1795420900}')
    assert (batch.deleted, batch.notices) == (("7",), ("The question was deleted.",))


def test_the_key_is_optional_and_a_low_quota_is_told() -> None:
    (use,) = TAGGED.secrets
    assert (use.name, use.place, use.is_optional) == ("stackexchange", ("query", "key"), True)

    assert "arrowtui login" in read(TAGGED, [], quota_remaining=9, quota_max=300).notices[0]
    assert read(TAGGED, [], quota_remaining=9, quota_max=10_000).notices == (
        "Stack Exchange answers your address 9 more times today.",
    )
    assert read(TAGGED, [], quota_remaining=200).notices == ()


def test_the_feed_can_be_read_instead_and_gives_the_same_items() -> None:
    asked = [
        SOURCE.first(f"https://stackoverflow.com/{path}", (("via", "feed"),), "").address
        for path in ("questions", "questions/tagged/python+timezone", "questions/7", "users/7")
    ]

    assert asked == [
        "https://stackoverflow.com/feeds",
        "https://stackoverflow.com/feeds/tag?tagnames=python+and+timezone&sort=newest",
        "https://stackoverflow.com/feeds/question/7",
        "https://stackoverflow.com/feeds/user/7",
    ]


def test_an_address_that_no_site_has_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no stackexchange address"):
        SOURCE.first("https://stackoverflow.com/jobs", (), "")
