"""Only addresses that may be opened leave `safe_link`, whatever is put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.text import safe_link

BASE = "https://blog.example/2026/post"
PIECES = [*"/\\@:?#[]%é \x1b\u202e\ud800", "http:", "https://", "//", "a.example"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("HTTP://A.Example/X y", "http://a.example/X%20y"),
        ("  https://a.example/\n", "https://a.example/"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("/about", "https://blog.example/about"),
        ("next", "https://blog.example/2026/next"),
        ("#top", "https://blog.example/2026/post#top"),
        ("www.a.example/b", "https://www.a.example/b"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://bank.example@evil.example/", "https://evil.example/"),
        ("https://good.example\\@evil.example/", "https://good.example/@evil.example/"),
        ("https://a.example/\x1b]0;x\x07", "https://a.example/]0;x"),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("mailto:Ida@a.example?subject=A b", "mailto:Ida@a.example?subject=A%20b"),
        ("MAILTO:ida@a.example", "mailto:ida@a.example"),
    ],
)
def test_a_good_link_is_made_absolute_and_plain(link: str, expected: str) -> None:
    assert safe_link(link, BASE) == expected


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https://",
        "https:// a.example/",
        "https://a.example:99999999/",
        "https://[::1/",
        "mailto:?subject=share",
        "https://a.example/" + "x" * 9000,
    ],
)
def test_what_may_not_be_opened_is_no_link(link: str | None) -> None:
    assert safe_link(link, BASE) is None


def test_a_relative_link_without_a_base_is_no_link() -> None:
    assert safe_link("/about") is None


LINKS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@given(LINKS, st.sampled_from([None, BASE, "x", "data:x"]))
def test_whatever_comes_out_is_absolute_ascii_and_stays_as_it_is(link: str, base: str | None) -> None:
    safe = safe_link(link, base)

    if safe is not None:
        assert safe.startswith(("http://", "https://", "mailto:"))
        assert safe.isascii()
        assert safe.isprintable()
        assert " " not in safe
        assert safe_link(safe) == safe
