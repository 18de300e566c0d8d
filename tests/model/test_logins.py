"""Secrets are called by what a person is likely to say they are for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.logins import LOGINS, secret_name


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        ("mastodon", "social.example", "mastodon:social.example"),
        ("mastodon", " https://Social.Example/ ", "mastodon:social.example"),
        ("mastodon", "social.example:8443", "mastodon:social.example:8443"),
        ("bluesky", "ida.example", "bluesky:ida.example"),
        ("bluesky", "@ida.example", "bluesky:ida.example"),
        ("facebook", "Desk", "facebook:Desk"),
        ("facebook", "https://www.facebook.com/Desk/", "facebook:Desk"),
        ("greader", "ida@rss.example", "greader:ida@rss.example"),
        ("greader", "Ida@RSS.example:8443", "greader:Ida@rss.example"),
        ("greader", "https://i%40da@rss.example/api/greader.php?label=a", "greader:i@da@rss.example"),
        ("fever", "https://ida:pw@rss.example/fever/", "fever:ida@rss.example"),
        ("imap", "me@desk.example@mail.example", "imap:me@desk.example@mail.example"),
        ("imap", "imaps://me%40desk.example@mail.example/Lists", "imap:me@desk.example@mail.example"),
        ("discourse", "forum.example/", "discourse:forum.example"),
    ],
)
def test_names_servers_and_whole_addresses_mean_one_secret(kind: str, typed: str, name: str) -> None:
    assert secret_name(kind, typed) == name


@given(st.sampled_from(sorted(LOGINS)), st.text())
def test_nothing_that_is_typed_breaks_it_and_the_kind_stands_first(kind: str, typed: str) -> None:
    assert secret_name(kind, typed).partition(":")[0] == kind
