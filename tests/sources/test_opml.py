"""OPML in and out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import NotReadableAs
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.sources.opml import read_opml, without_secrets, write_opml, xml_text

FOLDERS = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Press"><outline text="Local"><outline type="rss" text="Desk &amp; co" xmlUrl="https://a.example/feed"/></outline></outline>
<outline type="atom" title="Blog" xmlurl="https://b.example/feed" category="/work/maths"/>
<outline text="Desk again" xmlUrl="https://a.example/feed"/>
<outline type="link" text="a page" url="https://c.example/"/></body></opml>"""


def test_nested_folders_become_tags_and_doubles_come_once() -> None:
    desk, blog = read_opml(FOLDERS)

    assert (desk.address, desk.title, desk.tags) == ("https://a.example/feed", "Desk & co", ("Press", "Local"))
    assert (blog.address, blog.title, blog.tags) == ("https://b.example/feed", "Blog", ("work/maths",))


def test_a_bare_ampersand_and_a_missing_end_are_forgiven() -> None:
    (wish,) = read_opml(b'\n<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2">')

    assert wish.address.startswith("https://a.example/")


@pytest.mark.parametrize("data", [b"", b"no xml", b"<html><body>hello</body></html>"])
def test_what_is_no_opml_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotReadableAs):
        read_opml(data)


def test_keys_and_passwords_are_left_out_of_an_export() -> None:
    assert without_secrets("https://me:pw@a.example/f?feed=abc&sort=new") == "https://a.example/f?sort=new"


@given(
    st.lists(
        st.builds(
            Wish,
            st.just("feed"),
            st.from_regex(r"https://[a-z]{1,9}\.example/[a-z0-9/]{0,9}", fullmatch=True),
            st.none() | st.text(min_size=1, max_size=20).map(lambda t: " ".join(xml_text(t).split())).filter(bool),
            st.sampled_from([None, Lane.TIP, Lane.CALL]),
            st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=3, unique=True).map(tuple),
        ),
        unique_by=lambda wish: wish.address,
    )
)
def test_what_goes_out_comes_back(wishes: list[Wish]) -> None:
    back = {wish.address: wish for wish in read_opml(write_opml(wishes))} if wishes else {}

    for wish in wishes:
        assert back[wish.address].tags == wish.tags
        assert back[wish.address].lane == wish.lane
        assert back[wish.address].title == (wish.title or wish.address)


def test_real_subscription_lists_give_their_feeds(corpus: Path) -> None:
    lacking = []
    for path in sorted((corpus / "opml").rglob("*.opml")):
        data = path.read_bytes()
        due = data.lower().count(b"xmlurl=")
        try:
            found = len(read_opml(data))
        except NotReadableAs:
            found = 0
        if due and not found:
            lacking.append(path.name)

    assert len(lacking) <= 5, lacking
