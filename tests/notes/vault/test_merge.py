"""Two versions become one: nothing is lost, and neither who does it nor in which order matters."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.replace import replace
from arrowtui.model.vault import SharedBase, SharedLayer, SharedNote, Uid
from arrowtui.notes.vault.merge import base_of, in_order, merged
from tests.notes.vault.shared import DAY, ONE, shared

short = st.text("ab", max_size=3)
layer_uids = st.integers(2, 5).map(lambda n: Uid(f"{n:016x}"))
later = st.lists(st.builds(SharedLayer, layer_uids, st.just(DAY), short), max_size=3, unique_by=lambda layer: layer.uid)
tags = st.lists(st.sampled_from("xyz"), unique=True, max_size=3).map(tuple)
versions = st.builds(
    lambda text, others, tags: SharedNote(ONE, in_order(ONE, (SharedLayer(ONE, DAY, text), *others)), tags, DAY, DAY),
    short,
    later,
    tags,
)


def told(note: SharedNote) -> tuple[dict[Uid, str], frozenset[str]]:
    """What a version says, whoever says it."""
    return {layer.uid: layer.text for layer in note.layers}, frozenset(note.tags)


def texts_of(note: SharedNote) -> set[str]:
    return {layer.text for layer in note.layers}


def with_text(note: SharedNote, text: str, at: int = 0) -> SharedNote:
    layers = list(note.layers)
    layers[at] = replace(layers[at], text=text)
    return replace(note, layers=tuple(layers))


def test_what_one_side_changed_is_as_that_side_has_it() -> None:
    before = shared("One", "Two", tags=("a", "b"))
    here = replace(with_text(before, "One, longer"), tags=("a", "b", "c"))
    there = replace(with_text(before, "2", at=1), tags=("b",))

    both = merged(here, there, base_of(before))

    assert both.clashes == ()
    assert [layer.text for layer in both.note.layers] == ["One, longer", "2"]
    assert set(both.note.tags) == {"b", "c"}


def test_what_both_changed_is_kept_twice_and_told() -> None:
    before = shared("Hello")
    here, there = with_text(before, "Hello, world"), with_text(before, "Hello you")

    both = merged(here, there, base_of(before))

    assert [(layer.text, layer.rival) for layer in both.note.layers] == [("Hello, world", None), ("Hello you", ONE)]
    (clash,) = both.clashes
    assert (clash.kept, clash.other) == (ONE, both.note.layers[1].uid)
    mirrored = merged(there, here, base_of(before))
    assert told(mirrored.note) == told(both.note)
    assert mirrored.clashes == both.clashes


def test_a_layer_that_was_taken_away_here_and_changed_there_stays() -> None:
    before = shared("One", "Two", "Three")
    without = replace(before, layers=before.layers[:1])

    both = merged(without, with_text(before, "Two and more", at=1), base_of(before))

    assert [layer.text for layer in both.note.layers] == ["One", "Two and more"]


def test_without_anything_agreed_on_nothing_is_taken_away() -> None:
    here, there = shared("One", "Two", tags=("a",)), shared("One", tags=("b",))

    assert [layer.text for layer in merged(here, there).note.layers] == ["One", "Two"]
    assert set(merged(here, there).note.tags) == {"a", "b"}


def test_a_choice_made_on_one_side_is_made() -> None:
    before = merged(with_text(shared("x"), "xab"), with_text(shared("x"), "xb"), base_of(shared("x"))).note
    chosen = replace(before, layers=tuple(replace(layer, rival=None) for layer in before.layers))

    for one, two in ((before, chosen), (chosen, before)):
        assert [layer.rival for layer in merged(one, two, base_of(before)).note.layers] == [None, None]


@given(versions, versions, versions)
def test_no_text_that_either_side_changed_is_lost(before: SharedNote, here: SharedNote, there: SharedNote) -> None:
    both = merged(here, there, base_of(before)).note
    known = {(layer.uid, layer.text) for layer in before.layers}

    for side in (here, there):
        changed = {layer.text for layer in side.layers if layer.text and (layer.uid, layer.text) not in known}
        assert changed <= texts_of(both)


@given(versions, versions, versions)
def test_either_side_gets_the_same(before: SharedNote, here: SharedNote, there: SharedNote) -> None:
    base = base_of(before)

    assert told(merged(here, there, base).note) == told(merged(there, here, base).note)


@given(versions, versions, versions)
def test_doing_it_again_after_a_crash_changes_nothing(before: SharedNote, here: SharedNote, there: SharedNote) -> None:
    base = base_of(before)
    once = merged(here, there, base).note

    assert told(merged(once, there, base).note) == told(once), "the store had it, the file not yet"
    assert told(merged(here, once, base).note) == told(once)
    assert merged(once, once, base).clashes == ()


def passed_on(start: SharedNote, edits: Sequence[SharedNote]) -> SharedNote:
    """Several machines, each with its own version, bring it to the common place one after the other."""
    common = start
    for mine in edits:
        common = merged(mine, common, base_of(start)).note
    return common


@given(versions, st.lists(versions, min_size=2, max_size=4))
def test_the_order_in_which_machines_come_does_not_matter(start: SharedNote, edits: list[SharedNote]) -> None:
    ends = [told(passed_on(start, order)) for order in permutations(edits)]

    assert all(end == ends[0] for end in ends)


@given(versions, versions)
def test_with_itself_and_with_what_it_came_from_it_is_itself(before: SharedNote, here: SharedNote) -> None:
    assert told(merged(here, here, base_of(before)).note) == told(here)
    assert told(merged(here, before, base_of(before)).note) == told(here)
    assert told(merged(before, here, base_of(before)).note) == told(here)
    assert merged(here, here, SharedBase()).clashes == ()
