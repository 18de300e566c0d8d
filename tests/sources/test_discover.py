"""Finding the feeds of a page."""

import json
from pathlib import Path
from typing import Any

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


def test_the_charset_of_the_header_wins() -> None:
    page = '<meta charset=utf-8><link rel=alternate type=application/rss+xml href=/f title="Zoë">'

    (feed,) = feeds_in_page(page.encode("latin-1"), "https://a.example/", "text/html; charset=iso-8859-1")

    assert feed.title == "Zoë"
    assert feeds_in_page(page.encode(), "https://a.example/", "text/html; charset=no-such")


def test_a_page_as_deep_as_it_likes_does_no_harm() -> None:
    page = b"<div>" * 50_000 + b'<link rel=alternate type="application/rss+xml" href=/feed>'

    assert len(feeds_in_page(page, "https://a.example/")) <= 1


def rows(corpus: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (corpus / "expected" / name).read_text().splitlines()]


def test_every_page_of_the_feed_finder_suite_gives_its_feed(corpus: Path) -> None:
    missed = [
        row["file"]
        for row in rows(corpus, "html-feedfinder.jsonl")
        if not any(
            feed.address.endswith(row["expect_feed_ends_with"].lstrip("/"))
            for feed in feeds_in_page((corpus / row["file"]).read_bytes(), "https://site.example/tests/page.html")
        )
    ]

    assert not missed


def test_every_page_of_the_miniflux_suite_gives_its_feeds(corpus: Path) -> None:
    for row in rows(corpus, "html-miniflux-inline.jsonl"):
        found = feeds_in_page((corpus / row["file"]).read_bytes(), row["base_url"] or "https://site.example/")
        told = {
            (place, name): value
            for place, feed in enumerate(found)
            for name, value in (("URL", feed.address), ("Title", feed.title or feed.address))
        }

        assert len(found) == (row["count"] or 0), row["file"]
        for due in row["expect"]:
            assert told.get((due["i"], due["field"]), due["value"]) == due["value"], row["file"]
