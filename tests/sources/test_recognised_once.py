"""One address, one kind: what a person types surely means one thing at most, or she is asked which."""

import pytest

from arrowtui.sources.registry import SOURCES


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("r/journalism", "reddit"),
        ("u/ida", "reddit"),
        ("https://old.reddit.com/user/ida", "reddit"),
        ("https://news.ycombinator.com/item?id=1", "hackernews"),
        ("https://lobste.rs/t/ask", "lobsters"),
        ("!news@lem.example", "lemmy"),
        ("https://lemmy.world/c/news", "lemmy"),
        ("https://lemmy.world/u/ida", "lemmy"),
        ("https://stackoverflow.com/questions/tagged/python", "stackexchange"),
        ("https://stackoverflow.com/users/7/ida", "stackexchange"),
        ("https://meta.discourse.org/t/slug/310", "discourse"),
        ("https://meta.discourse.org/c/general/5", "discourse"),
        ("https://www.youtube.com/@desk", "youtube"),
        ("https://www.youtube.com/c/desk", "youtube"),
        ("https://www.youtube.com/user/desk", "youtube"),
        ("https://github.com/desk/lamp", "github"),
        ("https://github.com/ida", "github"),
        ("https://ida.tumblr.com/post/7", "tumblr"),
        ("https://www.tumblr.com/tagged/calls", "tumblr"),
        ("https://desk.wordpress.com/tag/night/", "wordpress"),
        ("https://desk.substack.com/p/begin", "substack"),
        ("https://substack.com/@ida", "substack"),
        ("https://rss.example/api/greader.php", "greader"),
        ("https://ida@freshrss.desk.example/i/", "greader"),
        ("https://ida@miniflux.desk.example/unread", "greader"),
        ("https://rss.example/api/fever.php?api", "fever"),
        ("https://ida@miniflux.desk.example/fever/", "fever"),
    ],
)
def test_an_address_of_a_known_platform_means_that_platform_alone(typed: str, kind: str) -> None:
    found = [one for source in SOURCES.values() for one in source.recognise(typed)]

    assert {one.wish.kind for one in found if one.is_sure} == {kind}


@pytest.mark.parametrize(
    "typed",
    [
        "https://any.example/c/news",
        "https://any.example/t/slug/310",
        "https://any.example/u/ida",
        "https://any.example/",
    ],
)
def test_a_host_nobody_knows_is_nowhere_surely(typed: str) -> None:
    assert not any(one.is_sure for source in SOURCES.values() for one in source.recognise(typed))
