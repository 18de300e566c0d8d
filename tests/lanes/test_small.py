"""Small letters in the places of the capitals, and the patterns that count on it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.lanes import figures, flags, marks
from arrowtui.lanes.flags import decisive
from arrowtui.lanes.small import small

WRITTEN_SMALL = {
    **{f"flag {code}": read.pattern for code, _, read in flags.READ},
    **{
        name: getattr(room, name).pattern
        for room, names in (
            (marks, ("HEADED", "FIELD", "LETTER_DIGIT")),
            (figures, ("MONEY", "CLOCK", "CHANGE", "MEASURE", "SPAN", "TELLING")),
        )
        for name in names
    },
}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("İıŞẞßAÄ")))
def test_every_letter_stays_in_its_place(text: str) -> None:
    lower = small(text)
    assert len(lower) == len(text)
    assert all(one in (was, was.lower()) or was == "Σ" for one, was in zip(lower, text, strict=True))  # σ or ς


@pytest.mark.parametrize("name", WRITTEN_SMALL)
def test_a_pattern_for_small_letters_has_no_capital(name: str) -> None:
    """It would never be found, as nothing searched with it has capitals."""
    bare = re.sub(r"\\.|\(\?P?<\w+>", "", WRITTEN_SMALL[name])
    assert not re.search(r"[A-Z]", bare), bare


def test_a_red_flag_is_told_in_the_letters_of_its_author() -> None:
    shouted = "İstanbul: PAY $85 BACKGROUND CHECK to confirm your slot"
    assert [flag.words for flag in decisive(shouted)] == ["PAY $85 BACKGROUND CHECK to confirm your slot"]
    assert not list(decisive("You will NEVER Pay $85 registration fee."))
