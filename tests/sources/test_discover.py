"""Finding the feeds of a page."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.sources.discover import feeds_in_page, guesses

PAGE = b"""<html><head><base href="/blog/">
<link rel="Alternate home" type="application/rss+xml" title="Posts" href="feed.xml">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed"><link rel="alternate"
type="application/atom+xml" href="feed:https://b.example/atom"><link rel="alternate" hreflang="de" href="/de">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"></head><body></body></html>"""


def test_feeds_are_found_resolved_and_comments_stand_last() -> None:
    found = feeds_in_page(PAGE, "https://a.example/x/y")

    assert [feed.address for feed in found] == [
        "https://a.example/blog/feed.xml",
        "https://b.example/atom",
        "https://a.example/blog/comments/feed",
    ]
    assert found[0].title == "Posts"
    assert found[-1].is_comments


def test_guesses_begin_beside_the_page() -> None:
    assert guesses("https://a.example/blog")[0] == "https://a.example/blog/feed/"
    assert "https://a.example/feed.xml" in guesses("https://a.example/blog")


@given(st.binary())
def test_no_bytes_break_it(data: bytes) -> None:
    assert all(feed.address.startswith("http") for feed in feeds_in_page(data, "https://a.example/"))


def test_the_feed_a_person_would_choose_is_among_those_found(corpus: Path) -> None:
    rows = [json.loads(line) for line in (corpus / "expected" / "html-feedfinder.jsonl").read_text().splitlines()]
    missed = []
    for row in rows:
        wanted = row.get("expect_feed_ends_with")
        path = corpus / row["file"]
        if not wanted or not path.is_file():
            continue
        body = path.read_bytes()
        if b"alternate" not in body.lower():
            continue  # that finder also follows ordinary links, which we leave to the person
        addresses = [feed.address for feed in feeds_in_page(body, "https://site.example/")]
        if not any(address.endswith(wanted.lstrip("/")) for address in addresses):
            missed.append((row["file"], wanted, addresses[:3]))

    assert len(missed) <= 0.1 * len(rows), missed
