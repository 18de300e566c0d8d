"""[[Links]] in notes: found where they are meant, whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.item import ItemId
from arrowtui.model.link import LinkTarget, to_item, to_note
from arrowtui.model.note import NoteId
from arrowtui.notes.links import links_in


def targets(text: str) -> list[LinkTarget]:
    return [link.target for link in links_in(text)]


@given(st.integers(1, 10**9), st.text())
def test_a_link_to_a_note_is_read_as_it_was_written(number: int, words: str) -> None:
    assert targets(to_note(NoteId(number), words)) == [LinkTarget(note=NoteId(number))]


@given(st.integers(1_500_000_000_000 << 20, 2**63 - 1), st.text())
def test_a_link_to_an_item_is_read_as_it_was_written(number: int, words: str) -> None:
    assert targets(f"a {to_item(ItemId(number), words)} b") == [LinkTarget(item=ItemId(number))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[[Exit tickets]]", ["Exit tickets"]),
        ("[[ Exit   tickets |those]] and [[it]]", ["Exit tickets", "it"]),
        ("[[]] [[ ]] [[a\nb]] [one] [[[x]]]", ["x"]),
        ("`[[no]]` ``[[no]]`` [[yes]]", ["yes"]),
        ("```sh\n[[ -f x ]]\n```\n[[yes]]", ["yes"]),
        ("~~~\n[[never closed]]", []),
        ("a ` b [[yes]]", ["yes"]),
    ],
)
def test_titles_are_links_and_code_is_not(text: str, wanted: list[str]) -> None:
    assert [target.wanted for target in targets(text)] == wanted


@given(st.text(alphabet="[]|n1i \n`~a", max_size=200))
def test_no_text_upsets_the_finder_and_places_are_right(text: str) -> None:
    for link in links_in(text):
        assert text[link.start : link.start + 2] == "[["
        assert text[link.end - 2 : link.end] == "]]"
