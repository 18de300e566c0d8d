"""No address that is shown holds a password or a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.addresses import can_be_host, without_secrets

HASH = "f00dfeed" * 5


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:pw@a.example/f?x=1#top", "https://a.example/f?x=1#top"),
        ("https://me@a.example:8080/f", "https://a.example:8080/f"),
        (f"https://www.reddit.com/.rss?feed={HASH}&user=ida", "https://www.reddit.com/.rss?user=ida"),
        ("https://a.example/?feed=rss2", "https://a.example/?feed=rss2"),
        ("https://github.com/ida.private.atom?token=ABC", "https://github.com/ida.private.atom"),
        ("https://a.example/f?b=&Key=1&sort=new", "https://a.example/f?b=&sort=new"),
        ("https://a.example/f?q=a+b%20c", "https://a.example/f?q=a+b%20c"),
        ("https://a.example/f?api-key=1&apiKey=2&X-Amz-Signature=3&jwt=4&x=5", "https://a.example/f?x=5"),
        ("https://a.example/f?a=1;key=2;b=3", "https://a.example/f?a=1&b=3"),
        ("https://a.example/f?a=1;b=3", "https://a.example/f?a=1;b=3"),
        (
            f"https://rss.example/api/query.php?user=ida&t={HASH}&f=rss",
            "https://rss.example/api/query.php?user=ida&f=rss",
        ),
        ("https://a.example/f?t=12&k=v&keyword=key&monkey=1", "https://a.example/f?t=12&k=v&keyword=key&monkey=1"),
        ("https://a.example/f#access_token=1&x=2", "https://a.example/f#x=2"),
        (f"https://a.example/feed/private/{HASH}.rss", "https://a.example/feed/private/***"),
        (f"https://a.example/ical/ida/private-{HASH}/basic.ics", "https://a.example/ical/ida/***/basic.ics"),
        (f"https://a.example/secret:{HASH}/u:ida/", "https://a.example/***/u:ida/"),
        (
            "https://a.example/private/frequently-asked-2026/feed",
            "https://a.example/private/frequently-asked-2026/feed",
        ),
        ("https://a.example/f?t=questions-asked-in-2026", "https://a.example/f?t=questions-asked-in-2026"),
        ("https://a.example/private/aB3_xYz-0123456789abQ/rss", "https://a.example/private/***/rss"),
        ("https://a.example/private/1b4e28ba-2fa1-11d2-883f-0016d3cca427.rss", "https://a.example/private/***"),
        ("https://a.example/f;token=1;v=2/x", "https://a.example/f;v=2/x"),
        (
            f"https://www.youtube.com/feeds/videos.xml?channel_id=UC{HASH}",
            f"https://www.youtube.com/feeds/videos.xml?channel_id=UC{HASH}",
        ),
        ("imaps://me%40a.example@mail.example/Lists", "imaps://me%40a.example@mail.example/Lists"),
        ("imaps://me%40a.example:pw@mail.example:993/Lists", "imaps://me%40a.example@mail.example:993/Lists"),
        ("imap://me:p@w@mail.example/a b", "imap://me@mail.example/a b"),
        ("command:~/bin/calls --token t0p --since 1", "command:~/bin/calls --token *** --since 1"),
        ("command:env API_KEY=t0p x --password='a b' -v", "command:env API_KEY=*** x --password=*** -v"),
        ("command:curl -H 'Authorization: Bearer t0p' x", "command:curl -H 'Authorization: Bearer ***' x"),
        ("command:~/bin/token list", "command:~/bin/token list"),
        ("maildir:///home/me@x/Mail", "maildir:///home/me@x/Mail"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_passwords_and_keys_are_taken_out_and_nothing_else(address: str, shown: str) -> None:
    assert without_secrets(address) == shown


@given(st.text())
def test_anything_may_be_an_address(text: str) -> None:
    without_secrets(text)


@given(st.text(alphabet="abcXYZ019-_", min_size=1))
def test_a_password_never_shows(word: str) -> None:
    assert f":{word}@" not in without_secrets(f"https://me:{word}@a.example/f")


@pytest.mark.parametrize("name", ["a.example", "a.example.", "localhost", "127.0.0.1", "::1", f"{63 * 'a'}.example"])
def test_what_can_be_looked_up(name: str) -> None:
    assert can_be_host(name)


@pytest.mark.parametrize("name", ["", ".", "..", "a..example", ".example", f"{64 * 'a'}.example", "a." * 200])
def test_what_would_break_the_look_up(name: str) -> None:
    assert not can_be_host(name)
