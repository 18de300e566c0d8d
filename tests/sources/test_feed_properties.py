"""Nothing that is sent can do more than be refused, and what is read once is read the same twice."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Batch
from arrowtui.sources.feeds.parse import parse
from tests.sources.test_feed_formats import ATOM_10, JSON_11, RSS_20

HERE = "https://desk.example/feeds/all.xml"
FEEDS = [document.encode() for document in (RSS_20, ATOM_10, JSON_11)]
SPICES = [
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"]]>",
    b"<![CDATA[",
    b"\x00",
    b"\xff",
    b"<item>",
    b"</channel>",
    b"<!--",
    b"\xc3",
    b'"',
]


def read(body: bytes, content_type: str = "") -> Batch | None:
    try:
        return parse(body, HERE, content_type)
    except UnreadableReply:
        return None


def check(batch: Batch | None) -> None:
    if batch is None:
        return
    ids = [draft.native_id for draft in batch.drafts]
    assert all(ids)
    assert len(ids) == len(set(ids))
    assert all(draft.published_at is None or draft.published_at.tzinfo for draft in batch.drafts)


@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes_are_read_or_refused(body: bytes, content_type: str) -> None:
    check(read(body, content_type))


@given(st.text(alphabet="<>/&;![]CDATA-?'\"= itemrsnxl:\n{}", max_size=300))
def test_anything_like_markup_is_read_or_refused(inside: str) -> None:
    check(read(f"<rss><channel><item>{inside}</item></channel></rss>".encode()))
    check(read(f'<?xml version="1.0"?><feed><entry><title>{inside}'.encode()))
    check(read(f'{{"version":"https://jsonfeed.org/version/1","items":[{inside}]}}'.encode()))


@settings(max_examples=200)
@given(st.sampled_from(FEEDS), st.integers(0, 2**32), st.integers(1, 12))
def test_a_damaged_feed_is_read_or_refused_and_twice_alike(feed: bytes, seed: int, damages: int) -> None:
    body = bytearray(feed)
    dice = random.Random(seed)
    for _ in range(damages):
        start = dice.randrange(len(body))
        body[start : start + dice.randrange(30)] = dice.choice([b"", b"", *SPICES])

    once, again = read(bytes(body)), read(bytes(body))

    check(once)
    assert once == again


@given(st.sampled_from(FEEDS), st.integers(0, 4000))
def test_a_feed_cut_anywhere_is_read_or_refused(feed: bytes, cut: int) -> None:
    check(read(feed[:cut]))


def test_deep_nesting_is_no_way_to_break_it() -> None:
    deep = "<div>" * 20_000
    check(
        read(f"<rss><channel><item><title>x</title><description>{deep}</description></item></channel></rss>".encode())
    )
    check(read(("<channel>" * 20_000).encode()))
    check(read(('{"items":' * 20_000).encode()))
    check(read(('{"version":"https://jsonfeed.org/version/1","items":[{"id":' + "[" * 20_000).encode()))


@pytest.mark.parametrize(
    "pattern",
    [
        "<",
        "&",
        "&#1;",
        "<!--",
        "<!---->",
        "<![CDATA[",
        "<item>",
        "<item/>",
        "<title>",
        "<link ",
        'a="1" ',
        "]",
        " ",
        "\n",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "<rss><channel>{}</channel></rss>", "<rss><channel><item><title>{}</title></item>"]
)
def test_no_repetition_takes_long(pattern: str, frame: str) -> None:
    body = frame.format(pattern * (100_000 // len(pattern))).encode()
    started = time.process_time()

    check(read(body))

    assert time.process_time() - started < 10.0  # what grows with the square takes minutes


@pytest.mark.parametrize("author", ["a@" * 50_000, "@ (" * 30_000, "a " * 50_000 + "@x"])
def test_no_author_takes_long(author: str) -> None:
    started = time.process_time()

    check(read(f"<rss><channel><item><author>{author}</author></item></channel></rss>".encode()))

    assert time.process_time() - started < 2.0


def test_a_document_of_too_many_items_gives_its_first_ones() -> None:
    items = "".join(f"<item><guid>{number}</guid></item>" for number in range(25_000))

    batch = parse(f"<rss><channel>{items}</channel></rss>".encode(), HERE, "")

    assert len(batch.drafts) == 20_000
    assert batch.drafts[0].native_id == "0"
