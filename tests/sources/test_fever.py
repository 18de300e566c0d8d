"""The Fever interface: wrong keys told with 200, numbers as text, groups that do not combine, nothing left behind."""

import json
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_mail import LoginRefused
from arrowtui.model.errors_readers import AccountNotNamed, LabelNotThere
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.fever import Fever
from tests.fakes import NOON
from tests.sources.talks import (
    NOT_MINE,
    NOT_WHAT_WAS_ASKED,
    Refusal,
    check_not_recognised,
    check_recognised,
    check_refusal,
    check_talk,
    check_unreadable,
    talks,
)

SOURCE = Fever()
ADDRESS = "https://ida@rss.example/api/fever.php"
ALL = SOURCE.first(ADDRESS, (), "")
WELL = {"api_version": 3, "auth": 1}


@pytest.mark.parametrize("folder", talks("fever"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (ADDRESS, ADDRESS),
        (f"{ADDRESS}?api&label=Press", f"{ADDRESS}?label=Press"),
        (f"{ADDRESS}?saved", f"{ADDRESS}?starred"),
        ("https://ida@flux.example/fever/", "https://ida@flux.example/fever/"),
        ("https://ida@flux.example/fever", "https://ida@flux.example/fever/"),
        ("https://ida@flux.example/x/fever/?api&groups", "https://ida@flux.example/x/fever/"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize("typed", [*NOT_MINE, "https://health.example/fever/", "https://ida@rss.example/fevers/"])
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "typed",
    ["https://rss.example/api/fever.php", "https://flux.example/fever/?api", "https://miniflux.a.example/fever/"],
)
def test_whose_account_is_asked_where_nobody_says_it(typed: str) -> None:
    (found,) = SOURCE.recognise(typed)

    assert "{}@" in found.name_in
    with pytest.raises(AccountNotNamed):
        SOURCE.first(found.wish.address, (), "")
    assert SOURCE.recognise(found.name_in.replace("{}", "ida"))[0].name_in == ""


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(401, "LoginRefused", "arrowtui login fever:ida@rss.example"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "LoginRefused"),
        Refusal(404, "NotThere"),
        Refusal(410, "Gone"),
        Refusal(418, "AnswerRefused"),
        Refusal(422, "AnswerRefused"),
        Refusal(429, "AskedToWait", "asks to wait 2 min", headers={"retry-after": "120"}),
        Refusal(500, "ServerFault"),
        Refusal(503, "ApiSwitchedOff", "Allow API access", body=b"Service Unavailable!"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, ALL, refusal)


@pytest.mark.parametrize("body", [*NOT_WHAT_WAS_ASKED, b"[]", b"{}", b'{"api_version":3,"auth":1}'])
@pytest.mark.parametrize("word", ["items", "groups", "feeds", "saved", "named"])
def test_what_was_not_asked_for_is_said_to_be_so(word: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(ALL, step=ALL.step.replace('"items"', f'"{word}"')), body)


def read(request: Request, said: object, memory: str = "") -> Batch:
    return SOURCE.read(Reply(request, 200, request.address, {}, json.dumps(said).encode(), NOON), (), memory)


@pytest.mark.parametrize("auth", [0, "0"])
def test_a_key_that_is_not_taken_is_made_anew_once_and_then_told(auth: int | str) -> None:
    """The refusal comes with 200, as the interface has it: it is no empty list."""
    said = {"api_version": 3, "auth": auth, "last_refreshed_on_time": 0}

    (again,) = read(ALL, said).follow

    assert again.secrets[0].name == "fever-key-renewed:ida https://rss.example/api/fever.php"
    with pytest.raises(LoginRefused, match="arrowtui login fever:ida"):
        read(again, said)


def an_item(number: int | str, feed: int | str = 5) -> dict[str, object]:
    return {
        "id": number,
        "feed_id": feed,
        "title": f"T{number}",
        "html": "<p>x</p>",
        "url": f"https://a.example/{number}",
    }


def test_after_a_long_absence_everything_comes_over_several_polls_and_nothing_twice() -> None:
    there = list(range(1, 1_801))
    memory, came, polls = json.dumps({"since": 0 + 1, "feeds": {"5": "Desk"}}), list[str](), 0

    while True:
        unread, has_more, sent = [SOURCE.first(ADDRESS, (), memory)], False, 0
        while unread:
            request = unread.pop(0)
            sent += 1
            since = int(request.address.rpartition("since_id=")[2])
            page = [an_item(number) for number in there if number > since][:50]
            batch = read(request, WELL | {"items": page}, memory)
            memory, has_more = batch.memory or memory, has_more or batch.has_more
            came += [draft.native_id for draft in batch.drafts]
            unread += batch.follow
        assert sent <= 20
        polls += 1
        if not has_more:
            break

    assert polls > 1
    assert came == [str(number) for number in there[1:]]


def test_the_first_poll_takes_the_newest_and_goes_on_from_there() -> None:
    there = list(range(1_000, 0, -1))
    memory, came, unread = "", list[int](), [ALL]

    while unread:
        request = unread.pop(0)
        if request.address.endswith("?api&feeds"):
            batch = read(request, WELL | {"feeds": [{"id": 5, "title": "Desk"}]}, memory)
        else:
            below = int(request.address.rpartition("max_id=")[2])
            page = [an_item(number) for number in there if number < below][:50]
            batch = read(request, WELL | {"items": page}, memory)
        memory = batch.memory or memory
        came += [int(draft.native_id) for draft in batch.drafts]
        unread += batch.follow

    assert came == there[:200]
    assert SOURCE.first(ADDRESS, (), memory).address.endswith("since_id=1000")


def test_titles_are_asked_for_once_however_many_feeds_have_none() -> None:
    memory = json.dumps({"since": 1, "feeds": {"5": "Desk"}})
    said = WELL | {"items": [an_item(number, feed=9) for number in range(2, 52)]}
    request = SOURCE.first(ADDRESS, (), memory)

    (titles,) = read(request, said, memory).follow
    (again,) = read(titles, WELL | {"feeds": [{"id": 5, "title": "Desk"}]}, memory).follow
    batch = read(again, said, memory)

    assert len(batch.drafts) == 50
    assert batch.drafts[0].context == ()
    (next_page,) = batch.follow
    assert len(read(next_page, WELL | {"items": [an_item(60, feed=9)]}, batch.memory or "").drafts) == 1


def test_what_is_starred_is_asked_for_by_its_ids_and_only_once() -> None:
    request = SOURCE.first(f"{ADDRESS}?starred", (), "")
    batch = read(request, WELL | {"saved_item_ids": ",".join(map(str, range(1, 121)))})

    assert [one.address.rpartition("?")[2][:19] for one in batch.follow] == ["api&feeds", *["api&items&with_ids="] * 3]
    assert read(request, WELL | {"saved_item_ids": "3,2,121"}, batch.memory or "").follow[1].address.endswith("=121")


def test_a_group_that_is_gone_is_told_with_those_there_are() -> None:
    request = SOURCE.first(f"{ADDRESS}?label=Pres", (), "")

    with pytest.raises(LabelNotThere, match="There are: Press"):
        read(request, WELL | {"groups": [{"id": "2", "title": "Press"}], "feeds_groups": []})


def test_an_odd_item_costs_itself_alone() -> None:
    memory = json.dumps({"since": 1, "feeds": {"5": "Desk"}})
    said = WELL | {"items": [an_item(7) | {"title": 4, "created_on_time": "later"}, 42, {"title": "no id"}]}

    batch = read(SOURCE.first(ADDRESS, (), memory), said, memory)

    assert [draft.native_id for draft in batch.drafts] == ["7"]
    assert batch.notices == ("2 posts could not be read and are left out.",)
    with pytest.raises(UnreadableReply):
        read(SOURCE.first(ADDRESS, (), memory), WELL | {"items": [42]}, memory)
