"""Lists of sources from other programs: whatever they hold, the person's settings can hold what is taken from them."""

import contextlib
from collections.abc import Callable
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_requests import NotReadableAs
from arrowtui.model.subscription import Wish
from arrowtui.services.lists import read_source_file
from arrowtui.settings.edit import SettingsFile

PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ADDRESSES = st.one_of(
    PLAIN,
    st.builds(
        "{}{}{}".format,
        st.sampled_from(
            ["http://", "https://", "HTTP://", "feed:", "feed://", "feed:https://", "javascript:", "//", ""]
        ),
        st.sampled_from(["a.example", "", "[::1", "user:pw@a.example", "a.example:99999", "ä.example", " "]),
        PLAIN.map(lambda rest: f"/{rest}"),
    ),
)


Entry = tuple[str, str, str]
"""Address, name, folder."""


def as_opml(entries: list[Entry]) -> bytes:
    entry = "<outline text={2}><outline type='rss' text={1} xmlUrl={0}/></outline>"
    outlines = "".join(entry.format(*map(quoteattr, one)) for one in entries)
    return f"<opml><body>{outlines}</body></opml>".encode()


def as_urls(entries: list[Entry]) -> bytes:
    return "\n".join(f'{address} "{tag}" "~{name}"' for address, name, tag in entries).encode()


@given(st.lists(st.tuples(ADDRESSES, PLAIN, PLAIN), max_size=6), st.sampled_from([as_opml, as_urls]))
def test_what_is_read_from_a_list_can_be_written_into_the_settings(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[Entry],
    form: Callable[[list[Entry]], bytes],
) -> None:
    wishes: tuple[Wish, ...] = ()
    with contextlib.suppress(NotReadableAs):
        wishes = read_source_file(form(entries)).wishes
    settings = SettingsFile(tmp_path_factory.mktemp("settings") / "config.toml")

    added = settings.add(wishes)

    assert {wish.address for wish in settings.wishes()} == {wish.address for wish in added}
    assert len(added) == len({wish.address for wish in wishes})
