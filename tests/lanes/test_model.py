"""The statistical half of sorting: its file, and its sums."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.lanes.features import Seen, see
from arrowtui.lanes.model import Model, packed, read_model, shipped, sums, unpacked, write_model
from arrowtui.lanes.rules import START, WEIGHTS, by_rules
from arrowtui.model.lane import Lane


def test_weights_of_several_classes_add_up_side_by_side() -> None:
    total = packed((0.5, -1.25, 0.0, 3.0, -0.005)) + packed((-1.0, -1.0, 2.0, 0.5, 0.5), 0.5)

    assert unpacked(total) == [0.0, -1.75, 1.0, 3.25, 0.245]


def test_a_model_is_read_as_it_was_written() -> None:
    rows = {"email": packed((0.0, -0.5, 1.5, 0.0, 0.2))}
    words = {"teache": packed((0.5, 0.0, 1.0, 0.0, 0.0)), "^we": packed((0.0, 0.0, 2.0, -1.0, 0.0))}
    model = Model(0.4, (0.1, 0.0, 0.0, 0.3, -0.2), rows, words)

    assert read_model(write_model(model)) == model


def test_the_model_that_ships_is_written_as_our_tool_writes_it() -> None:
    assert read_model(write_model(shipped())) == shipped()


def test_words_and_marks_move_the_sums() -> None:
    seen = see("We need teachers, mail desk@example.org", "someone", "x")
    scores = by_rules(seen)
    without = Model(0.4, (0.0,) * 5, {}, {})
    learnt = Model(
        0.4,
        (0.0,) * 5,
        {"email": packed((0.0, 0.0, 1.0, 0.0, 0.0))},
        {"teache": packed((0.0, 0.0, 2.0, 0.0, 0.0))},
    )

    added = [
        after - before
        for before, after in zip(
            sums(without, seen, scores, has_flag=False), sums(learnt, seen, scores, has_flag=False), strict=True
        )
    ]

    assert added == pytest.approx([0.0, 0.0, 3.0, 0.0, 0.0])


@given(st.lists(st.sampled_from(sorted(WEIGHTS)), min_size=3, unique=True))
def test_what_the_rules_say_does_not_hang_on_the_order_of_a_set(names: list[str]) -> None:
    """Which is another in every process: a post on a tie would lie in another tab after a restart."""
    exact = {lane: Decimal(str(START[lane])) for lane in Lane}
    for name in names:
        lane, weight = WEIGHTS[name]
        exact[lane] += Decimal(str(weight))

    assert by_rules(Seen("", frozenset(), frozenset(names))) == {lane: float(total) for lane, total in exact.items()}
