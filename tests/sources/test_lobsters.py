"""Lobsters: feeds for its lists, JSON for a thread, and the limits it states."""

from pathlib import Path

import pytest

from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.lobsters import Lobsters
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

SOURCE = Lobsters()
TAG = SOURCE.first("https://lobste.rs/t/ask", (), "")


@pytest.mark.parametrize("folder", talks("lobsters"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("lobste.rs", "https://lobste.rs/"),
        ("https://lobste.rs/hottest", "https://lobste.rs/"),
        ("https://lobste.rs/rss", "https://lobste.rs/"),
        ("https://lobste.rs/newest.rss", "https://lobste.rs/newest"),
        ("https://lobste.rs/recent", "https://lobste.rs/newest"),
        ("https://lobste.rs/comments", "https://lobste.rs/comments"),
        ("https://lobste.rs/top", "https://lobste.rs/top"),
        ("https://lobste.rs/t/ask,culture.rss", "https://lobste.rs/t/ask,culture"),
        ("https://lobste.rs/domains/desk.example", "https://lobste.rs/domains/desk.example"),
        ("https://lobste.rs/s/ab12cd/on_calls#c_zz9abc", "https://lobste.rs/s/ab12cd"),
        ("https://lobste.rs/s/ab12cd.json", "https://lobste.rs/s/ab12cd"),
        ("https://lobste.rs/~ida", "https://lobste.rs/~ida/stories"),
        ("https://lobste.rs/u/ida", "https://lobste.rs/~ida/stories"),
        ("https://lobste.rs/~ida/stories", "https://lobste.rs/~ida/stories"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://lobste.rs/about",
        "https://lobste.rs/login",
        "https://lobste.rs/s/",
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
            "asks to wait 1 min",
            headers={"ratelimit-remaining": "0", "ratelimit-reset": str(int(NOON.timestamp()) + 50)},
            rest_s=50,
        ),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, TAG, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("list", "thread"))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(TAG, step=step, accepts=()), body)


@pytest.mark.parametrize(
    ("reset", "rests"), [("30", 30), (str(int(NOON.timestamp()) + 30), 30), ("soon", None), ("", None)]
)
def test_its_limit_is_read_as_seconds_or_as_an_hour(reset: str, rests: int | None) -> None:
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": reset}

    until = SOURCE.rest_until(Reply(TAG, 200, TAG.address, headers, b"", NOON))

    assert (until and (until - NOON).total_seconds()) == rests


def test_a_story_is_the_same_in_its_list_and_in_its_thread() -> None:
    golden = Path(__file__).parent / "golden/lobsters"
    thread = SOURCE.first("https://lobste.rs/s/ab12cd", (), "")

    listed = SOURCE.read(Reply(TAG, 200, TAG.address, {}, (golden / "tag/1.xml").read_bytes(), NOON), (), "")
    alone = SOURCE.read(Reply(thread, 200, thread.address, {}, (golden / "thread/1.json").read_bytes(), NOON), (), "")

    one, other = listed.drafts[0], alone.drafts[0]
    assert (one.native_id, one.title, one.body, one.link) == (other.native_id, other.title, other.body, other.link)


def test_the_submitter_of_older_versions_is_understood() -> None:
    body = b'{"short_id":"ab12cd","title":"On calls","submitter_user":{"username":"ida","karma":3}}'
    thread = SOURCE.first("https://lobste.rs/s/ab12cd", (), "")

    assert SOURCE.read(Reply(thread, 200, thread.address, {}, body, NOON), (), "").drafts[0].author == "ida"


def test_sister_sites_work_by_their_own_address() -> None:
    assert SOURCE.first("https://sister.example/t/ask", (), "").address == "https://sister.example/t/ask.rss"
