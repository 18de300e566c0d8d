"""The small plots: bars with their numbers, whatever the numbers are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.measures import Measures, Share
from arrowtui.notes.plots import plots

MONDAY = date(2026, 9, 7)
WEEKS = [MONDAY + timedelta(weeks=week) for week in range(12)]
DAYS = [date(2026, 11, 24) + timedelta(days=day) for day in range(14)]


def measures(kept: list[tuple[int, int]], counts: list[int], tags: list[tuple[str, int]], due: list[int]) -> Measures:
    shares = tuple(Share(monday, of, min(of, came)) for monday, (of, came) in zip(WEEKS, kept, strict=True))
    reflections = tuple(zip(WEEKS, counts, strict=True))
    return Measures(shares, shares, reflections, tuple(tags), tuple(zip(DAYS, due, strict=True)))


KEPT = [(0, 0)] * 9 + [(4, 2), (2, 0), (0, 0)]
SOME = measures(KEPT, [0] * 9 + [1, 8, 2], [("routines", 4), ("work", 1)], [2, *[0] * 13])


def test_a_bar_a_number_and_the_days_below() -> None:
    drawn = dict(plots(SOME))

    assert drawn["Kept, and looked at again"][0] == "███████░░░░░░░░░░░░░  2 of 6 looked at again (33 %)"
    assert drawn["Reflections by week"] == (
        "                                     ▁▁  ██  ▂▂",
        "  ·   ·   ·   ·   ·   ·   ·   ·   ·   1   8   2  layers written",
        "  7  14  21  28   5  12  19  26   2   9  16  23  week from",
        "Sep             Oct             Nov",
    )
    assert drawn["Kept, and looked at again"][-2:] == drawn["Reflections by week"][-2:]
    assert drawn["Coming back"][-2].endswith("29  30   1   2   3   4   5   6   7  day")
    assert drawn["Reflected on most"] == (
        "#routines        ████████████████████ 4",
        "#work            █████ 1",
    )
    assert drawn["Coming back"][1].startswith("  2   ·")


def test_columns_stand_below_one_another_however_long_their_numbers_are() -> None:
    drawn = dict(plots(measures([(12_345, 7)] * 12, [1_000, *[3] * 11], [], [0] * 14)))

    for lines in (drawn["Kept, and looked at again"][1:-1], drawn["Reflections by week"][:-1]):
        ends = [
            [at for at in range(len(line)) if line[at] != " " and line[at + 1 : at + 2] in ("", " ")] for line in lines
        ]
        assert all(line[:12] == ends[0][:12] for line in ends), lines


def test_plain_letters_where_the_terminal_wants_them() -> None:
    text = "\n".join(line for _, lines in plots(SOME, is_ascii=True) for line in lines)

    assert text.isascii()


def test_nothing_is_said_plainly() -> None:
    drawn = dict(plots(measures([(0, 0)] * 12, [0] * 12, [], [0] * 14)))

    assert drawn["Kept, and looked at again"] == ("Nothing kept in these twelve weeks.",)
    assert drawn["Coming back"] == ("No note is due in the next two weeks.",)
    assert "Reflected on most" not in drawn


COUNT = st.integers(0, 10_000)


@given(
    st.lists(st.tuples(COUNT, COUNT), min_size=12, max_size=12),
    st.lists(COUNT, min_size=12, max_size=12),
    st.lists(st.tuples(st.text(max_size=30), st.integers(1, 10_000)), max_size=8),
    st.lists(COUNT, min_size=14, max_size=14),
)
def test_no_numbers_upset_it_and_every_number_stands_there(
    kept: list[tuple[int, int]], counts: list[int], tags: list[tuple[str, int]], due: list[int]
) -> None:
    drawn = dict(plots(measures(kept, counts, tags, due)))
    written = " ".join(drawn["Reflections by week"])

    assert all(str(count) in written for count in counts if count)
