"""Lemmy: two versions of its API, one identity on all servers, and hosts only asking can tell."""

from pathlib import Path

import pytest

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.lemmy import Lemmy
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

SOURCE = Lemmy()
NEWS = SOURCE.first("https://lem.example/c/news", (), "")
POSTS, PERSON, POST, COMMENTS = (f"{what}|v4|all||7" for what in ("posts", "person", "post", "comments"))


@pytest.mark.parametrize("folder", talks("lemmy"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("!news@lem.example", "https://lem.example/c/news"),
        ("lemmy.world", "https://lemmy.world/"),
        ("https://lemmy.world/c/news", "https://lemmy.world/c/news"),
        ("https://lemmy.world/c/news@lem.example?sort=Hot", "https://lemmy.world/c/news@lem.example"),
        ("https://feddit.org/u/ida", "https://feddit.org/u/ida"),
        ("https://beehaw.org/post/71", "https://beehaw.org/post/71"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://lem.example/",
        "https://lem.example/c/",
        "https://lem.example/c/a/b/5",
        "https://lem.example/post/x",
        "!news",
        "news@lem.example",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(401, "TokenNeeded", "arrowtui login lemmy:lem.example"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "TokenNeeded"),
        Refusal(403, "TokenRefused", "Make a new one", with_secret=True),
        Refusal(400, "TokenNeeded", body=b'{"error":"instance_is_private"}'),
        Refusal(400, "NotThere", body=b'{"error":"couldnt_find_community"}'),
        Refusal(400, "AskedToWait", "asks to wait 1 min", body=b'{"error":"rate_limit_error"}', rest_s=60),
        Refusal(429, "AskedToWait", body=b'{"error":"rate_limit_error"}', rest_s=60),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, NEWS, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", (POSTS, PERSON, POST, COMMENTS))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(NEWS, step=step, accepts=()), body)


@pytest.mark.parametrize("path", ["/c/news", "/u/ida", "/post/71"])
def test_a_host_whose_name_does_not_tell_is_only_supposed(path: str) -> None:
    check_recognised(SOURCE, f"https://lem.example{path}", f"https://lem.example{path}", is_sure=False)


def test_an_address_that_no_lemmy_server_has_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no lemmy address"):
        SOURCE.first("https://lem.example/about", (), "")


@pytest.mark.parametrize("body", [b"<html>404</html>", b""])
@pytest.mark.parametrize("status", [400, 404, 405, 501])
def test_a_server_without_the_new_version_is_asked_in_the_old_one(status: int, body: bytes) -> None:
    batch = SOURCE.read(Reply(NEWS, status, NEWS.address, {}, body, NOON), (), "")

    (request,) = batch.follow
    assert request.address == "https://lem.example/api/v3/post/list?type_=All&community_name=news&sort=New&limit=50"
    assert request.accepts == ()
    assert batch.memory is None


def test_a_page_in_place_of_the_api_counts_as_its_absence() -> None:
    batch = SOURCE.read(Reply(NEWS, 200, NEWS.address, {}, b"<!doctype html><html></html>", NOON), (), "")

    assert [request.address.partition("?")[0] for request in batch.follow] == ["https://lem.example/api/v3/post/list"]


def test_the_version_that_answered_is_asked_first_and_an_update_of_the_server_is_noticed() -> None:
    old = SOURCE.first("https://lem.example/c/news", (), '{"version":"v3"}')
    assert "/api/v3/" in old.address

    (request,) = SOURCE.read(Reply(old, 404, old.address, {}, b"", NOON), (), '{"version":"v3"}').follow
    assert "/api/v4/" in request.address


def test_a_whole_server_is_read_as_it_wants_or_with_what_came_from_others() -> None:
    asked = [SOURCE.first("https://lem.example/", options, "").address for options in ((), (("listing", "all"),))]

    assert ["type_=local" in asked[0], "type_=all" in asked[1]] == [True, True]


def test_a_post_is_the_same_item_on_every_server_and_in_either_version() -> None:
    golden = Path(__file__).parent / "golden/lemmy"
    there = SOURCE.first("https://lemmy.world/c/news@lem.example", (), "")
    here = replace(SOURCE.first("https://lem.example/post/71", (), '{"version":"v3"}'), accepts=())

    one = SOURCE.read(Reply(there, 200, there.address, {}, (golden / "community-v4/1.json").read_bytes(), NOON), (), "")
    other = SOURCE.read(Reply(here, 200, here.address, {}, (golden / "thread-v3/2.json").read_bytes(), NOON), (), "")

    listed, alone = one.drafts[0], other.drafts[0]
    assert (listed.native_id, listed.host) == (alone.native_id, alone.host)
    assert (listed.title, listed.body, listed.link) == (alone.title, alone.body, alone.link)
