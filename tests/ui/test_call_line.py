"""What stands on one line of the Calls tab."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.call import Answer, AnswerState, Call, CallKind, Deadline, Precision
from arrowtui.model.call_board import CallLine, Fit, KeptCall
from arrowtui.model.lane import Lane
from arrowtui.ui.drawing.call_line import call_pieces
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.row import ASCII, UNICODE, Ink
from tests.ui.test_row import NOW, TITLES, a_row, inks, text

HOURS = timedelta(hours=1)


def a_line(
    wanted: str = "a head teacher who has tried a four-day week",
    *,
    left: timedelta | None = 19 * HOURS,
    kind: CallKind = CallKind.INTERVIEW,
    state: AnswerState | None = None,
    fit: int = 0,
    others: int = 0,
    **row: object,
) -> CallLine:
    due = None if left is None else Deadline(NOW + left, Precision.MINUTE, "by then")
    call = Call(kind, "Evening Drive", due, (), wanted, None, False)
    answer = None if state is None else Answer(state, NOW)
    shown = a_row(wanted, **{"lane": Lane.CALL, "source_title": "Query Desk: sources wanted", **row})
    kept = KeptCall(shown.id, call, None, NOW - 2 * HOURS, others=others, answer=answer)
    return CallLine(shown, kept, Fit(fit))


def drawn(line: CallLine, width: int) -> str:
    return text(call_pieces(line, width, NOW, UNICODE))


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (38, "  ● a head teacher who…  19h left  2h "),
        (50, "  ● Query D…  a head teacher who ha… 19h left  2h "),
        (70, "  ● Query Des…  interview  a head teacher who h…  #rota  19h left  2h "),
        (80, "  ● Query Desk…  interview  a head teacher who has tried…   #rota  19h left  2h "),
    ],
)
def test_source_kind_title_tags_and_time_left_have_their_places(width: int, shown: str) -> None:
    assert drawn(a_line(tags=("rota",)), width) == shown


def test_a_wide_line_names_the_outlet_as_well() -> None:
    shown = drawn(a_line(tags=("rota",), fit=60), 120)

    words = ["Query Desk: sou…", "interview", "Evening Drive", "a head teacher who", "#rota", "fit 60", "19h left"]
    assert [shown.index(word) for word in words] == sorted(shown.index(word) for word in words)


def test_the_source_is_short_and_faint_before_the_tags_are_given_up() -> None:
    pieces = call_pieces(a_line(tags=("rota",)), 59, NOW, UNICODE)

    assert "Query D…" in inks(pieces)[Ink.SOURCE]
    assert inks(pieces)[Ink.TAG].strip() == "#rota"


def test_how_well_it_fits_makes_way_for_her_own_words() -> None:
    assert "fit 60" in drawn(a_line(fit=60), 70)
    assert "fit" not in drawn(a_line(fit=60, tags=("rota",)), 70)
    assert "fit" not in drawn(a_line(fit=60, state=AnswerState.MAYBE), 70)
    assert "maybe  fit 60" in drawn(a_line(fit=60, state=AnswerState.MAYBE), 80)
    assert "fit" not in drawn(a_line(fit=60, state=AnswerState.ANSWERED), 120)


def test_how_many_relays_and_sources_brought_the_call_is_said() -> None:
    assert "Quer… +3" in drawn(a_line(others=2, other_sources=1), 50)


def test_the_marks_of_every_list_stand_on_a_call_too() -> None:
    assert "✎◷★" in drawn(a_line(note_count=1, is_later=True, is_kept=True), 80)
    assert drawn(a_line(is_dismissed=True), 80).startswith("  × ")
    assert "→Tips" in drawn(a_line(lane=Lane.TIP), 80)


@given(
    TITLES,
    st.integers(1, 200),
    st.lists(st.sampled_from(["nhs", "看護", "a" * 40]), max_size=5),
    st.sampled_from([None, *AnswerState]),
    st.booleans(),
)
def test_every_line_is_exactly_as_wide_as_the_list(
    wanted: str, width: int, tags: list[str], state: AnswerState | None, flag: bool
) -> None:
    left = 3 * HOURS if flag else None
    line = a_line(wanted, left=left, state=state, fit=100, tags=tuple(tags), source_title=wanted, is_kept=flag)

    assert sum(cell_len(piece) for piece, _ in call_pieces(line, width, NOW, ASCII if flag else UNICODE)) == width
