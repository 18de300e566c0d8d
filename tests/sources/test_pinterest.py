"""Pinterest: addresses of every country become feeds, copies of a pin become one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import NotForUs, NotOffered, UnfitAddress
from arrowtui.model.wire import Batch, Body, Draft, Markup
from arrowtui.services.answers import refused
from arrowtui.sources.pins.addresses import Place
from arrowtui.sources.pins.copies import as_pin, large, signature_of
from arrowtui.sources.pinterest import Pinterest
from tests.sources.social import answered, cases, check, items

ADAPTER = Pinterest()
BOARD = "https://www.pinterest.com/ida/desk-lamps/"
PIN = "https://www.pinterest.com/pin/900000000000000001/"


@pytest.mark.parametrize("case", cases("pinterest"), ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    check(ADAPTER, case)


# --- addresses


@pytest.mark.parametrize(
    ("typed", "address", "feed"),
    [
        ("https://www.pinterest.com/ida/", "https://www.pinterest.com/ida/", "/ida/feed.rss"),
        ("pinterest.com/ida", "https://www.pinterest.com/ida/", "/ida/feed.rss"),
        ("https://de.pinterest.com/ida/_saved/", "https://www.pinterest.com/ida/", "/ida/feed.rss"),
        ("https://www.pinterest.co.uk/ida/desk-lamps/?invite=1", BOARD, "/ida/desk-lamps.rss"),
        ("https://www.pinterest.com.au/ida/desk-lamps/a-section/", BOARD, "/ida/desk-lamps.rss"),
        ("https://pinterest.fr/ida/desk-lamps.rss", BOARD, "/ida/desk-lamps.rss"),
        ("https://www.pinterest.com/ida/feed.rss", "https://www.pinterest.com/ida/", "/ida/feed.rss"),
        (
            "https://www.pinterest.com/ida/b%C3%BCcher/",
            "https://www.pinterest.com/ida/b%C3%BCcher/",
            "/ida/b%C3%BCcher.rss",
        ),
    ],
)
def test_any_address_is_turned_into_its_feed(typed: str, address: str, feed: str) -> None:
    (found,) = ADAPTER.recognise(typed)

    assert (found.wish.kind, found.wish.address, found.is_sure) == ("pinterest", address, True)
    assert ADAPTER.first(found.wish.address, (), "").address == f"https://www.pinterest.com{feed}"


@pytest.mark.parametrize(
    "typed",
    ["", "#desk", "@ida", "ida", "https://pinterest.example/ida", "https://notpinterest.com/ida", "pinterest com"],
)
def test_what_is_somebody_elses_is_left_alone(typed: str) -> None:
    assert not ADAPTER.recognise(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.pinterest.com/pin/123456/",
        "https://www.pinterest.com/search/pins/?q=desk",
        "https://www.pinterest.com/ideas/desks/123/",
        "https://www.pinterest.com/",
    ],
)
def test_what_has_no_feed_says_what_has(typed: str) -> None:
    (found,) = ADAPTER.recognise(typed)

    with pytest.raises(NotOffered) as caught:
        ADAPTER.first(found.wish.address, (), "")

    assert "board" in caught.value.hint()


def test_a_short_address_is_followed_once() -> None:
    (found,) = ADAPTER.recognise("pin.it/4abcDEF")
    request = ADAPTER.first(found.wish.address, (), "")
    reply = answered(request, "<html>")
    arrived = type(reply)(request, 200, BOARD + "?invite_code=1", {}, b"<html>", reply.received_at)

    batch = ADAPTER.read(arrived, (), "")

    assert request.address == "https://pin.it/4abcDEF"
    assert batch.follow[0].address == "https://www.pinterest.com/ida/desk-lamps.rss"
    assert ADAPTER.first(found.wish.address, (), batch.memory or "").address == batch.follow[0].address


def test_a_short_address_of_a_single_pin_says_so() -> None:
    request = ADAPTER.first("https://pin.it/4abcDEF", (), "")
    reply = answered(request, "")

    with pytest.raises(NotOffered):
        ADAPTER.read(type(reply)(request, 200, PIN, {}, b"", reply.received_at), (), "")


def test_another_base_is_asked_where_one_is_set() -> None:
    request = ADAPTER.first(BOARD, (("base", "http://127.0.0.1:8/"),), "")

    assert request.address == "http://127.0.0.1:8/ida/desk-lamps.rss"
    assert request.conditional


def test_an_address_of_something_else_is_refused() -> None:
    with pytest.raises(UnfitAddress):
        ADAPTER.first("https://desk.example/ida/", (), "")


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    ADAPTER.recognise(typed)


# --- copies


def pin(number: str, picture: str, text: str, title: str = "") -> Draft:
    body = f'<a href="https://www.pinterest.com/pin/{number}/"><img src="{picture}"></a>{text}'
    draft = Draft(number, title=Body(title, Markup.TEXT), body=Body(body), link=f"https://pinterest.com/pin/{number}/")
    return as_pin(draft, Place("ida", "desk"))


SMALL, BIG = "https://i.pinimg.com/236x/aa/bb/cc/x1.jpg", "https://i.pinimg.com/originals/aa/bb/cc/x1.png"


def test_the_same_picture_with_the_same_words_is_one_item_however_often_it_is_saved() -> None:
    assert pin("1", SMALL, "Two  lamps").native_id == pin("2", BIG, "Two lamps ").native_id


@pytest.mark.parametrize(
    "other",
    [
        pin("2", SMALL, "Three lamps"),
        pin("2", SMALL, "Two lamps", title="Light"),
        pin("2", "https://i.pinimg.com/236x/aa/bb/cc/x2.jpg", "Two lamps"),
        pin("2", "https://elsewhere.example/x1.jpg", "Two lamps"),
    ],
)
def test_what_differs_in_picture_or_words_stays_two(other: Draft) -> None:
    assert pin("1", SMALL, "Two lamps").native_id != other.native_id


@pytest.mark.parametrize("words", ["Two lamps", "<b>Two</b> lamps", ""])
def test_a_copy_met_later_is_no_edit(words: str) -> None:
    (one,) = items(Batch((pin("1", SMALL, words),)), "pinterest", BOARD)
    (other,) = items(Batch((pin("2", BIG, f" {words}"),)), "pinterest", "https://www.pinterest.com/bo/light/")

    assert one.key == other.key
    assert one.link != other.link
    assert one.fingerprint == other.fingerprint


def test_copies_in_one_feed_are_one() -> None:
    entries = "".join(
        f"<item><title></title><link>https://www.pinterest.com/pin/{number}00/</link>"
        f'<description>&lt;img src="{SMALL}"&gt;Two lamps</description></item>'
        for number in (3, 2, 1)
    )
    body = f'<rss version="2.0"><channel><title>Desk</title>{entries}</channel></rss>'

    batch = ADAPTER.read(answered(ADAPTER.first(BOARD, (), ""), body), (), "")

    assert [draft.link for draft in batch.drafts] == ["https://www.pinterest.com/pin/300/"]


def test_pictures_are_shown_large_and_only_where_that_is_sure() -> None:
    assert large(SMALL) == "https://i.pinimg.com/736x/aa/bb/cc/x1.jpg"
    assert large("https://elsewhere.example/236x/a.jpg") == "https://elsewhere.example/236x/a.jpg"
    assert signature_of(SMALL) == "aa/bb/cc/x1"
    assert signature_of("https://elsewhere.example/236x/a.jpg") is None


# --- what goes wrong


@pytest.mark.parametrize("status", [403, 404])
def test_a_secret_board_says_that_it_may_be_one(status: int) -> None:
    trouble = ADAPTER.refused(answered(ADAPTER.first(BOARD, (), ""), "", status))

    assert isinstance(trouble, NotForUs)
    assert "secret" in trouble.hint()


@pytest.mark.parametrize("status", [401, 402, 410, 418, 422, 429, 500, 503])
def test_other_refusals_mean_what_they_usually_mean(status: int) -> None:
    reply = answered(ADAPTER.first(BOARD, (), ""), "<html>", status)

    assert ADAPTER.refused(reply) is None
    assert isinstance(refused(reply), ArrowError)


@pytest.mark.parametrize("body", ["", "<html><body>Log in</body></html>", "{}", "nothing", b"\xff\xfe"])
def test_what_is_no_feed_is_unreadable(body: bytes | str) -> None:
    with pytest.raises(UnreadableReply):
        ADAPTER.read(answered(ADAPTER.first(BOARD, (), ""), body), (), "")


def test_a_feed_that_is_cut_off_gives_what_it_has() -> None:
    whole = (Path(__file__).parent / "golden" / "pinterest" / "board" / "reply.xml").read_bytes()

    batch = ADAPTER.read(answered(ADAPTER.first(BOARD, (), ""), whole[: len(whole) // 2]), (), "")

    assert batch.drafts


def test_an_empty_board_is_empty() -> None:
    body = '<rss version="2.0"><channel><title>Desk</title></channel></rss>'

    assert ADAPTER.read(answered(ADAPTER.first(BOARD, (), ""), body), (), "").drafts == ()


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_any_description_becomes_an_item(text: str, title: str, link: str) -> None:
    draft = as_pin(Draft("1", title=Body(title), body=Body(text), link=link), Place("ida"))
    (item,) = items(Batch((draft,)), "pinterest", BOARD)

    assert item.title


def test_a_memory_of_another_version_is_no_harm() -> None:
    assert ADAPTER.first("https://pin.it/4abc", (), json.dumps({"address": 5})).step == "short"
