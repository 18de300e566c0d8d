"""Two versions of a file become one file: layers, tags and the owner's own front matter."""

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.notes.vault.both import both_files
from arrowtui.notes.vault.file import read_note, write_note
from arrowtui.notes.vault.front import Front, merged_front
from tests.notes.vault.shared import DAY, ONE, shared

OURS = """---
arrowtui: 00000000000000a1
title: A page
# a comment of ours
rating: 3
aliases:
  - one
changed: 2026-11-23T12:00:00Z
tags:
  - a
---

Hello, world
"""


def test_each_side_keeps_what_it_changed() -> None:
    base = OURS.replace("# a comment of ours\n", "").replace("rating: 3", "rating: 1").replace(", world", "")
    theirs = base.replace("title: A page", "title: My page").replace("  - a\n", "  - a\n  - b\n") + "\nPS\n"

    one, two, before = (read_note(text.encode()) for text in (OURS, theirs, base))
    both = both_files(ONE, one, two, before, DAY)

    text = both.decode()
    assert "title: My page\n# a comment of ours\nrating: 3\n" in text
    assert "tags:\n  - a\n  - b\n" in text
    assert [layer.text for layer in read_note(both).layers] == ["Hello, world", "Hello\n\nPS"]


def test_a_key_both_changed_stays_twice() -> None:
    base, ours, theirs = (Front(f"rating: {n}\naliases: [{n}]\n") for n in (1, 2, 3))

    one, other = merged_front(ours, theirs, base, ()), merged_front(theirs, ours, base, ())

    assert one.values == other.values == {"rating": "3", "rating_other": "2", "aliases": ["3"], "aliases_other": ["2"]}


def test_a_key_one_side_took_away_is_gone_and_one_it_added_is_there() -> None:
    base, ours, theirs = Front("a: 1\nb: 1\nc: 1\n"), Front("b: 1\nc: 2\n"), Front("a: 1\nd: 4\n")

    assert merged_front(ours, theirs, base, ()).values == {"c": "2", "d": "4"}


values = st.dictionaries(st.sampled_from("abc"), st.sampled_from(("1", "2", "[x, y]", '"q: r"')), max_size=3)
fronts = values.map(lambda known: Front("".join(f"{key}: {value}\n" for key, value in known.items())))


@given(fronts, fronts, fronts)
def test_no_value_that_a_side_changed_is_lost(ours: Front, theirs: Front, base: Front) -> None:
    both = merged_front(ours, theirs, base, ()).values or {}

    for side in (ours, theirs):
        for key, value in (side.values or {}).items():
            if (base.values or {}).get(key) != value:
                assert value in (both.get(key), both.get(f"{key}_other"))


def test_files_without_a_common_past_are_joined() -> None:
    one, two = shared("One", "Two", tags=("a",)), shared("One", tags=("b",))

    both = both_files(ONE, read_note(write_note(one)), read_note(write_note(two)), None, DAY)

    found = read_note(both)
    assert ([layer.text for layer in found.layers], found.tags) == (["One", "Two"], ("a", "b"))
