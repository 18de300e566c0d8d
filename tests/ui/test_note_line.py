"""What stands on one line of the Journal."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.note import NoteId, NoteRow
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.row import UNICODE
from arrowtui.ui.panes.journal import note_pieces
from tests.ui.test_row import TITLES, text

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def drawn(width: int, words: str, about: str | None, tags: tuple[str, ...] = (), layers: int = 1) -> str:
    row = NoteRow(NoteId(1), None, about, words, NOW, layers=layers, tags=tags)
    return text(note_pieces(row, width, NOW, UNICODE))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_notes_are_about_stands_in_one_column(width: int) -> None:
    lines = [
        drawn(width, "w" * 200, "About it"),
        drawn(width, "w" * 200, "About it", ("homework",)),
        drawn(width, "w" * 200, "About it", ("homework", "people", "feedback"), 3),
        drawn(width, "short", "About it", (), 2),
    ]

    assert len({line.index("A") for line in lines}) == 1
    assert "#homework" in lines[1] and " 3×" in lines[2]


def test_beside_a_text_tags_are_shown_and_what_it_is_about_is_not() -> None:
    line = drawn(54, "w" * 200, "About it", ("homework",), 2)

    assert "#homework 2×" in line and "About" not in line


def test_a_note_about_nothing_has_the_room_of_that_column() -> None:
    assert drawn(80, "w" * 200, None).count("w") == drawn(80, "w" * 200, "About").count("w") + 28


@given(TITLES, TITLES | st.none(), st.integers(12, 200), st.lists(st.sampled_from(["nhs", "看護", "a" * 40])))
def test_every_line_is_exactly_as_wide_as_the_list(words: str, about: str | None, width: int, tags: list[str]) -> None:
    assert cell_len(drawn(width, words, about, tuple(tags), 1 + len(tags))) == width
