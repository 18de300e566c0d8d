"""The Google Reader interface: two servers' dialects, ids in every form, nothing twice and nothing left behind."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_fetching import ServerFault, UnreadableReply
from arrowtui.model.errors_readers import AccountNotNamed, LabelNotThere
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.greader import GReader
from arrowtui.sources.sync.greader_asking import IDS_PAGE, MOST_ITEMS, Memory
from arrowtui.sources.sync.numbers import long_form, number_of, packed, unpacked
from arrowtui.sources.sync.server_page import interface_behind
from arrowtui.sources.sync.wording import plain_title
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

SOURCE = GReader()
ADDRESS = "https://ida@rss.example/api/greader.php"
ALL = SOURCE.first(ADDRESS, (), "")


@pytest.mark.parametrize("folder", talks("greader"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (ADDRESS, ADDRESS),
        (f"{ADDRESS}?label=Press+desk", f"{ADDRESS}?label=Press+desk"),
        (f"{ADDRESS}?starred", f"{ADDRESS}?starred"),
        ("https://ida@rss.example/p/api/greader.php/reader/api/0", "https://ida@rss.example/p/api/greader.php"),
        ("https://ida@freshrss.desk.example/", "https://ida@freshrss.desk.example/api/greader.php"),
        ("https://ida@freshrss.desk.example/p/i/?get=c_3", "https://ida@freshrss.desk.example/p/api/greader.php"),
        ("https://ida@miniflux.desk.example", "https://ida@miniflux.desk.example/reader/api/0"),
        ("https://ida@reader.miniflux.app/unread", "https://ida@reader.miniflux.app/reader/api/0"),
        ("https://ida@flux.example/accounts/ClientLogin", "https://ida@flux.example/reader/api/0"),
        ("https://i%40da@flux.example:8443/x/reader/api/0", "https://i%40da@flux.example:8443/x/reader/api/0"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://freshrss.org/",
        "https://miniflux.app/docs/",
        "https://freshrss.github.io/FreshRSS/",
        "https://freshrss.desk.example/i/?a=rss&get=c_3",
        "https://miniflux.desk.example/feed.xml",
        "https://rss.example/",
        "https://ida:password@rss.example/api/greader.php",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize("typed", ["https://rss.example/api/greader.php", "freshrss.desk.example"])
def test_whose_account_is_asked_where_nobody_says_it(typed: str) -> None:
    (found,) = SOURCE.recognise(typed)

    assert "{}@" in found.name_in
    with pytest.raises(AccountNotNamed, match="NAME@"):
        SOURCE.first(found.wish.address, (), "")
    (named,) = SOURCE.recognise(found.name_in.replace("{}", "ida"))
    assert named.name_in == ""
    assert SOURCE.first(named.wish.address, (), "").secrets[0].name.startswith("greader-session:ida https://")


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(401, "LoginRefused", "arrowtui login greader:ida@rss.example", body=b"Unauthorized!"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "LoginRefused"),
        Refusal(404, "NotThere"),
        Refusal(410, "Gone"),
        Refusal(418, "AnswerRefused"),
        Refusal(422, "AnswerRefused"),
        Refusal(429, "AskedToWait", "asks to wait 2 min", headers={"retry-after": "120"}),
        Refusal(500, "ServerFault"),
        Refusal(501, "ServerFault"),
        Refusal(503, "AskedToWait", body=b"<html>down for maintenance</html>"),
        Refusal(503, "ApiSwitchedOff", "Allow API access", body=b"Service Unavailable!"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, ALL, refusal)


@pytest.mark.parametrize("body", [*NOT_WHAT_WAS_ASKED, b"[]", b"OK", b"{}"])
@pytest.mark.parametrize("word", ["labels", "ids", "items"])
def test_what_was_not_asked_for_is_said_to_be_so(word: str, body: bytes) -> None:
    """With 200 Miniflux says `[]` to anything it does not know, and FreshRSS `OK` to its bare address."""
    check_unreadable(SOURCE, replace(ALL, step=ALL.step.replace('"ids"', f'"{word}"')), body)


def read(request: Request, said: object, memory: str = "", status: int = 200) -> Batch:
    return SOURCE.read(Reply(request, status, request.address, {}, json.dumps(said).encode(), NOON), (), memory)


def ids_in(request: Request) -> list[str]:
    return parse_qs((request.body or b"").decode())["i"]


def test_a_login_that_ran_out_is_made_anew_once_and_then_told() -> None:
    assert 401 in ALL.accepts

    (again,) = read(ALL, {}, status=401).follow

    assert (again.address, again.secrets[0].name) == (
        ALL.address,
        "greader-session-renewed:ida https://rss.example/api/greader.php",
    )
    assert 401 not in again.accepts


def test_ids_of_another_make_are_told_and_no_empty_list() -> None:
    with pytest.raises(UnreadableReply):
        read(ALL, {"itemRefs": [{"id": "50d7b1c2e4b0c8a1f2e3d4c5"}]})

    assert read(ALL, {"itemRefs": []}).follow == read(ALL, {"itemRefs": None}).follow == ()


def test_nothing_new_costs_one_request() -> None:
    memory = json.dumps({"known": packed([5, 7]), "since": 1_795_334_400})

    batch = read(SOURCE.first(ADDRESS, (), memory), {"itemRefs": [{"id": "7"}, {"id": "5"}]}, memory)

    assert batch.follow == ()
    assert batch.drafts == ()


def test_ids_are_asked_from_two_weeks_before_the_last_poll_by_whole_days() -> None:
    memory = json.dumps({"known": "", "since": 1_795_334_400 + 4_000})

    asked = parse_qs(urlsplit(SOURCE.first(ADDRESS, (), memory).address).query)

    assert int(asked["ot"][0]) == (1_795_334_400 + 4_000 - 14 * 86_400) // 86_400 * 86_400
    assert asked["s"] == ["user/-/state/com.google/reading-list"]
    assert "ot" not in parse_qs(urlsplit(SOURCE.first(f"{ADDRESS}?starred", (), memory).address).query)


def test_one_item_is_asked_for_once_in_whatever_form_its_id_comes() -> None:
    refs = [{"id": form} for form in ("1795420800123456", "tag:google.com,2005:reader/item/000660ee8d1f4a40")]
    same = number_of(refs[0]["id"])
    assert same is not None
    refs[1]["id"] = long_form(same)

    batch = read(ALL, {"itemRefs": [*refs, {"id": f"{same:016x}"}]})

    (request,) = batch.follow
    assert ids_in(request) == [long_form(same)]


def test_the_first_poll_takes_the_newest_and_knows_the_rest() -> None:
    refs = [{"id": str(number)} for number in range(IDS_PAGE, 0, -1)]

    batch = read(ALL, {"itemRefs": refs})

    assert sum(len(ids_in(request)) for request in batch.follow) == 200
    assert ids_in(batch.follow[0])[0] == long_form(IDS_PAGE)
    assert batch.memory is not None
    assert read(ALL, {"itemRefs": refs}, batch.memory).follow == ()


def test_after_a_long_absence_everything_comes_over_several_polls_and_nothing_twice() -> None:
    there = list(range(2_500, 0, -1))
    memory, came, polls = json.dumps({"known": "", "since": 1_795_334_400 - 60 * 86_400}), list[str](), 0
    bound = SOURCE.first(ADDRESS, (), memory).address

    while True:
        request, has_more = SOURCE.first(ADDRESS, (), memory), False
        assert request.address == bound  # as long as something is left, it is looked for as far back
        unread = [request]
        while unread:
            request = unread.pop(0)
            if request.method == "POST":
                came += ids_in(request)
                continue
            start = int(parse_qs(urlsplit(request.address).query).get("c", ["0"])[0])
            page = there[start : start + IDS_PAGE]
            end = start + len(page)
            said = {"itemRefs": [{"id": str(one)} for one in page], "continuation": end if end < len(there) else 0}
            batch = read(request, said, memory)
            memory, has_more = batch.memory or memory, batch.has_more
            unread += batch.follow
            assert len(batch.follow) <= 20
        polls += 1
        if not has_more:
            break

    assert SOURCE.first(ADDRESS, (), memory).address != bound
    assert polls == -(-2_500 // MOST_ITEMS)
    assert sorted(came) == sorted(map(long_form, there))


def test_what_came_beyond_all_that_is_listed_is_told_as_missing() -> None:
    memory = json.dumps({"known": packed([1]), "since": 1_795_334_400})
    page = {"itemRefs": [{"id": str(number)} for number in range(2_000, 1_000, -1)], "continuation": "1000"}
    last = SOURCE.first(ADDRESS, (), memory)
    last = replace(last, step=json.dumps(json.loads(last.step) | {"page": 9}))

    assert read(last, page, memory).missed
    assert not read(last, page | {"continuation": 0}, memory).missed
    assert not read(last, {"itemRefs": [{"id": "1"}], "continuation": "1"}, memory).missed


def test_items_left_for_the_next_poll_are_asked_for_even_where_nothing_changed() -> None:
    left = json.dumps({"known": "1", "since": 1_795_334_400, "left": True})

    assert not SOURCE.first(ADDRESS, (), left).conditional
    assert SOURCE.first(ADDRESS, (), "").conditional


def test_a_label_that_is_gone_is_told_with_those_there_are() -> None:
    request = SOURCE.first(f"{ADDRESS}?label=Pres", (), "")
    hostile = {"id": "user/-/label/\x1b]0;gone\x07\u202eThis"}
    tags = {"tags": [{"id": "user/-/state/com.google/starred"}, {"id": "user/-/label/Press"}, hostile]}

    with pytest.raises(LabelNotThere, match="There are: Press") as caught:
        read(request, tags)

    assert "'Pres'" in caught.value.headline()
    assert str(caught.value).isprintable()


def test_a_server_without_streams_of_labels_is_asked_for_everything_and_remembered_as_such() -> None:
    request = SOURCE.first(f"{ADDRESS}?label=Press", (), "")
    tags = {"tags": [{"id": "user/1/label/Press", "type": "folder"}]}
    (by_label,) = read(request, tags).follow
    assert "s=user/-/label/Press" in by_label.address

    with pytest.raises(ServerFault):  # a fault of the moment changes nothing
        read(by_label, {"error": "database is locked"}, status=500)
    refused = read(by_label, {"error_message": "googlereader: unknown stream type 7"}, status=500)

    assert "s=user/-/state/com.google/reading-list" in refused.follow[0].address
    assert refused.memory is not None
    (next_time,) = read(request, tags, refused.memory).follow
    assert "reading-list" in next_time.address


def test_an_odd_item_costs_itself_alone() -> None:
    request = replace(ALL, step=ALL.step.replace('"ids"', '"items"'))

    batch = read(request, {"items": [{"id": "7", "title": ["odd"], "published": "soon"}, 42, {"title": "no id"}]})

    assert [draft.native_id for draft in batch.drafts] == ["0000000000000007"]
    assert batch.notices == ("2 posts could not be read and are left out.",)
    with pytest.raises(UnreadableReply):
        read(request, {"items": [42]})


@given(st.sets(st.integers(0, 2**64 - 1), max_size=60))
def test_ids_are_remembered_as_they_are(numbers: set[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


@given(st.integers(-(2**63), 2**63 - 1))
def test_all_forms_of_an_id_mean_one_item(number: int) -> None:
    word = number % 2**64

    assert number_of(long_form(word)) == number_of(str(number)) == number_of(number) == word
    if not f"{word:016x}".isdecimal() or word < 2**60:
        assert number_of(f"{word:016x}") == word


@given(st.text(max_size=40))
def test_no_id_breaks_anything(words: str) -> None:
    number = number_of(words)

    assert number is None or 0 <= number < 2**64
    assert all(number >= 0 for number in unpacked(words) if not words.startswith("-") and " -" not in words)


def test_likenesses_become_signs_again_but_not_in_japanese() -> None:
    assert plain_title("Q＆A ＜live＞") == "Q&A <live>"
    assert plain_title("東京＆大阪") == "東京＆大阪"


@pytest.mark.parametrize(
    ("page", "address", "door"),
    [
        (
            b'<html><head><script id="jsonVars" type="application/json">{}</script><title>Login - FreshRSS</title>',
            "https://rss.example/i/?c=auth&a=login",
            "https://rss.example/api/greader.php",
        ),
        (
            b'<html><script id="jsonVars" type="application/json">{}</script><img alt="FreshRSS">',
            "https://desk.example/FreshRSS/p/i/",
            "https://desk.example/FreshRSS/p/api/greader.php",
        ),
        (
            b'<head><meta name="apple-mobile-web-app-title" content="Miniflux">',
            "https://rss.example/login",
            "https://rss.example/reader/api/0",
        ),
        (
            b'<head><meta name="apple-mobile-web-app-title" content="Miniflux">',
            "https://desk.example/flux/unread?x=1",
            "https://desk.example/flux/reader/api/0",
        ),
        (b"<html><title>About FreshRSS</title>", "https://blog.example/", None),
        (b"", "https://blog.example/", None),
    ],
)
def test_a_page_of_a_server_leads_to_its_interface(page: bytes, address: str, door: str | None) -> None:
    assert interface_behind(page, address) == door
    assert door is None or SOURCE.recognise(door)


def test_a_memory_that_cannot_be_read_is_none() -> None:
    assert SOURCE.first(ADDRESS, (), "{") == SOURCE.first(ADDRESS, (), json.dumps({"since": "x"})) == ALL
    assert Memory() == Memory("", "", 0, False, False)
