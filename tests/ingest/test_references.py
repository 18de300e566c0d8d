"""References are resolved as the rules of HTML have it, which Python's own way follows."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.references import resolved

PIECES = st.sampled_from(
    [
        "&",
        "#",
        "x",
        "X",
        ";",
        "0",
        "8217",
        "38",
        "146",
        "1114112",
        "d800",
        "amp",
        "lt",
        "not",
        "notit",
        "nbsp",
        "é",
        " ",
        "<",
    ]
)


@given(st.lists(PIECES).map("".join))
def test_every_reference_means_what_html_says(text: str) -> None:
    assert resolved(text) == unescape(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ida&#8217;s &#038; Bo&#39;s", "Ida’s & Bo's"),
        ("&amp;lt;", "&lt;"),
        ("&#x92;&#146;", "’’"),
        ("AT&T &copy 2026 &nosuch;", "AT&T © 2026 &nosuch;"),
    ],
)
def test_references_as_feeds_write_them(written: str, read: str) -> None:
    assert resolved(written) == read
