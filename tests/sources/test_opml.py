"""OPML in and out."""

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_requests import NotReadableAs
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Listed, Wish
from arrowtui.sources.opml import read_opml, write_opml, xml_text

FOLDERS = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Press"><outline text="Local"><outline type="rss" text="Desk &amp; co" xmlUrl="https://a.example/feed"/></outline></outline>
<outline type="atom" title="Blog" xmlurl="https://b.example/feed" category="/work/maths"/>
<outline text="Desk again" xmlUrl="https://a.example/feed"/>
<outline type="link" text="a page" url="https://c.example/"/></body></opml>"""


def test_nested_folders_become_tags_and_doubles_come_once() -> None:
    desk, blog = read_opml(FOLDERS).wishes

    assert (desk.address, desk.title, desk.tags) == ("https://a.example/feed", "Desk & co", ("Press", "Local"))
    assert (blog.address, blog.title, blog.tags) == ("https://b.example/feed", "Blog", ("work/maths",))


def test_an_entry_without_an_address_is_told_by_its_line_and_spoils_no_other() -> None:
    data = b"""<opml><body>
    <outline type="rss" text="bad" xmlUrl="javascript:alert(1)"/>
    <outline type="rss" text="no host" xmlUrl="https:///feed"/>
    <outline type="rss" text="old" xmlUrl="feed://old.example/feed"/>
    <outline type="rss" text="both" xmlUrl="feed:https://both.example/"/></body></opml>"""

    listed = read_opml(data)

    assert [wish.address for wish in listed.wishes] == ["http://old.example/feed", "https://both.example/"]
    assert listed.skipped == (
        (2, "not a web address: javascript:alert(1)"),
        (3, "not a web address: https:///feed"),
    )


def test_a_bare_ampersand_and_a_missing_end_are_forgiven() -> None:
    (wish,) = read_opml(b'\n<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2">').wishes

    assert wish.address.startswith("https://a.example/")


def test_a_list_that_was_cut_says_so() -> None:
    listed = read_opml(b'<opml><body>\n<outline text="A" xmlUrl="https://a.example/"/>\n<outline text="B" xml')

    assert [wish.address for wish in listed.wishes] == ["https://a.example/"]
    assert listed.skipped == ((3, "the file breaks off here: what followed is missing"),)


@pytest.mark.parametrize("data", [b"", b"no xml", b"<html><body>hello</body></html>"])
def test_what_is_no_opml_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotReadableAs):
        read_opml(data)


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
    back = {wish.address: wish for wish in read_opml(write_opml(wishes)).wishes}

    for wish in wishes:
        assert back[wish.address].tags == wish.tags
        assert back[wish.address].lane == wish.lane
        assert back[wish.address].title == (wish.title or wish.address)


def test_what_html_calls_by_name_and_bare_ampersands_are_understood() -> None:
    (wish,) = read_opml(
        b'<opml><body><outline text="Caf&eacute; &nbsp; A & B" xmlUrl="https://a.example/?x=1&y=2&amp;z"/>'
    ).wishes

    assert wish.title == "Café A & B"
    assert wish.address == "https://a.example/?x=1&y=2&z"


def test_lists_joined_by_hand_give_all_their_feeds() -> None:
    one = b'<?xml version="1.0"?><opml><body><outline text="%b" xmlUrl="https://%b.example/"/></body></opml>\n'

    assert [wish.title for wish in read_opml(one % (b"a", b"a") + one % (b"b", b"b")).wishes] == ["a", "b"]


def test_lists_elsewhere_are_not_fetched_and_not_taken_for_feeds() -> None:
    data = b"""<opml><body><outline type="include" text="i" url="https://i.example/list.opml"/>
    <outline type="source" text="s" xmlUrl="https://s.example/list.opml"/>
    <outline type="rss" text="f" xmlUrl="https://f.example/"/></body></opml>"""

    assert [wish.title for wish in read_opml(data).wishes] == ["f"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_encodings_are_read(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    outline = '<outline text="Zoë" xmlUrl="https://a.example/"/>'
    text = f'<?xml version="1.0" encoding="{name}"?><opml><body>{outline}</body></opml>'

    assert [wish.title for wish in read_opml(text.encode(encoding)).wishes] == ["Zoë"]


def test_an_outside_entity_is_not_read() -> None:
    data = b"""<!DOCTYPE opml [<!ENTITY e SYSTEM "file:///etc/hostname">]>
    <opml><body><outline text="&e;" title="t" xmlUrl="https://a.example/"/></body></opml>"""

    assert [wish.title for wish in read_opml(data).wishes] == ["t"]


def test_an_export_of_nothing_is_a_list_of_nothing() -> None:
    assert read_opml(write_opml([])).wishes == ()


@given(st.binary() | st.text(alphabet="<>/&;=\"' opmlutienxrU").map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    with contextlib.suppress(NotReadableAs):
        assert all(wish.address for wish in read_opml(data).wishes)


def test_nothing_in_a_list_runs_a_program_or_opens_a_mailbox_or_a_file() -> None:
    entries = (
        "command:touch /tmp/x", "exec:touch /tmp/x", "maildir:///home/ida/Mail", "imap://evil.example/INBOX",
        "file:///etc/passwd", "javascript:alert(1)", "feed:command:x", "vfolder", "a.example/feed", "feed://b.example/",
    )  # fmt: skip
    data = "".join(f'<outline xmlUrl="{entry}"/>\n' for entry in entries)

    found = read_opml(f"<opml><body>\n{data}</body></opml>".encode())

    assert [wish.address for wish in found.wishes] == ["http://a.example/feed", "http://b.example/"]
    assert [line for line, _ in found.skipped] == list(range(2, 10))


ACCEPTED = {
    "outline-duplication-1.xml": "the same feed twice is one source",
    "outline-duplication-2.xml": "the same feed twice is one source",
    "concatenated-documents.xml": "the same feed twice is one source",
    "subscriptionListErrors1.opml": "the same feed four times is one source",
    "subscriptionListErrors2.opml": "the same feed four times is one source",
    "subscriptionListErrors3.opml": "the same feed four times is one source",
    "subscriptionListErrors4.opml": "the same feed four times is one source",
    "outline_type-source.xml": "a list elsewhere is not a feed",
}


def test_real_subscription_lists_give_all_their_feeds(corpus: Path) -> None:
    named = re.compile(rb"""\bxmlurl\s*=\s*["'][^"']""", re.IGNORECASE)
    lacking = {}
    left_out: set[str] = set()
    for path in sorted((corpus / "opml").rglob("*.*ml")):
        data = path.read_bytes()
        due = len(named.findall(data))
        listed = read_opml(data) if due else Listed(())
        left_out |= {why for _, why in listed.skipped}
        found = len(listed.wishes) + len(listed.skipped)
        if found < due * 0.9 and path.name not in ACCEPTED:
            lacking[path.name] = (due, found)

    assert not lacking
    assert left_out == {
        "not a web address: vfolder",  # another reader's saved searches
        "not a web address: hhttps://bigbangpage.com/?feed=rss2",
        "not a web address: |~/fetch_tweets.py",
        "the file breaks off here: what followed is missing",  # files without their last line
    }
