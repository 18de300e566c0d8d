"""Which links lead to the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.canonical import canonical, link_key, untracked
from arrowtui.ingest.links import safe_link

PAGE = "https://desk.example/2026/five-ways"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAGE, "http://desk.example/2026/five-ways"),
        (PAGE, "https://www.desk.example/2026/five-ways/"),
        (PAGE, "https://desk.example:443/2026/five-ways"),
        (PAGE, f"{PAGE}?utm_source=rss&utm_medium=feed&UTM_Campaign=x"),
        (PAGE, f"{PAGE}?fbclid=IwAR0&gclid=1&mc_cid=a&mc_eid=b&igshid=c&ref_src=twsrc"),
        (PAGE, f"{PAGE}#respond"),
        (PAGE, f"{PAGE}#xtor=RSS-1"),
        (PAGE, f"{PAGE}#:~:text=ways"),
        (PAGE, f"{PAGE}/amp/"),
        (PAGE, f"{PAGE}?amp=1"),
        (PAGE, f"{PAGE}/index.html"),
        (PAGE, "https://desk-example.cdn.ampproject.org/c/s/desk.example/2026/five-ways"),
        (PAGE, "https://www.google.com/amp/s/desk.example/2026/five-ways/amp/"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2&utm_id=7"),
        ("https://a.example/caf%C3%A9", "https://a.example/caf%c3%a9"),
        ("https://a.example/a%7Eb", "https://a.example/a~b"),
        ("https://youtu.be/abc?si=xyz", "https://www.youtube.com/watch?v=abc&feature=share"),
        ("https://m.youtube.com/watch?v=abc", "https://youtube.com/shorts/abc"),
        ("https://twitter.com/ida/status/1?s=20&t=abc", "https://x.com/ida/status/1"),
        ("https://old.reddit.com/r/x/comments/1/", "https://www.reddit.com/r/x/comments/1/?share_id=9"),
        ("https://en.m.wikipedia.org/wiki/Ada", "https://en.wikipedia.org/wiki/Ada"),
        ("https://a.example/?p=12", "https://a.example?p=12"),
    ],
)
def test_these_are_one_page(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert link_key(one) == link_key(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAGE, "https://desk.example/2026/Five-Ways"),
        (PAGE, "https://desk.example/2026/five-ways-2"),
        (PAGE, "https://other.example/2026/five-ways"),
        (PAGE, "https://m.desk.example/2026/five-ways"),
        (PAGE, "https://desk.example:8080/2026/five-ways"),
        (PAGE, f"{PAGE}?page=2"),
        (PAGE, f"{PAGE}#comment-12"),
        (PAGE, f"{PAGE}#!/route"),
        (f"{PAGE}#comment-12", f"{PAGE}#comment-13"),
        ("https://a.example/#/calls/1", "https://a.example/#/calls/2"),
        ("https://a.example/?id=1", "https://a.example/?id=2"),
        ("https://a.example/?ref=main", "https://a.example/?ref=dev"),
        ("https://a.example/?source=a", "https://a.example/?source=b"),
        ("https://a.example/x?s=1", "https://a.example/x?s=2"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/camp", "https://a.example/c"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abd"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&list=PL1"),
    ],
)
def test_these_may_be_two_pages(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
    assert link_key(one) != link_key(other)


@pytest.mark.parametrize(
    "link",
    [None, "", "mailto:ida@a.example", "https://a.example/", "https://a.example", "https://a.example/?utm_source=x"],
)
def test_what_many_items_point_to_is_no_page_of_one(link: str | None) -> None:
    assert link_key(link) is None


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        (f"{PAGE}?utm_source=x", PAGE),
        (f"{PAGE}?a=1&utm_source=x&b=%20&fbclid=z#part", f"{PAGE}?a=1&b=%20#part"),
        (f"{PAGE}?a=1", f"{PAGE}?a=1"),
        (f"{PAGE}?", PAGE),
        (PAGE, PAGE),
        ("https://www.youtube.com/watch?v=abc&si=xyz", "https://www.youtube.com/watch?v=abc"),
    ],
)
def test_a_link_is_opened_without_the_names_of_those_who_passed_it_on(link: str, shown: str) -> None:
    assert untracked(link) == shown


@given(st.text(max_size=80), st.sampled_from(["https://a.example/", "http://", "https://a.example/?", "//", ""]))
def test_any_link_has_a_page_or_none(tail: str, head: str) -> None:
    link = safe_link(head + tail, "https://base.example/x")

    key = link_key(link)

    assert key is None or 0 <= key < 2**63
    if link is not None:
        assert link_key(untracked(link)) == key
