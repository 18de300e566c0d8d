"""Words are told from signs by bytes, where that is safe: they are the same that a pattern finds, in any text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arrowtui.lanes.words import WORD, words_of

PEOPLE_TYPE = (
    "tea Für évite straße İstanbul чай τσάι お茶 شاي ½ ² x² 3× ÷ don't “so” ‹a› a_b c·d ª 🍵 👩‍🍳 1️⃣ € → ✅ ❶ … 𝟙 ①"
)
TEXTS = st.text() | st.lists(st.sampled_from([*PEOPLE_TYPE.split(), " ", "\n", "\N{NO-BREAK SPACE}"])).map("".join)


@given(TEXTS)
@example("a\udc80b")
def test_words_are_those_the_pattern_finds(text: str) -> None:
    assert words_of(text) == WORD.findall(text)


@pytest.mark.parametrize("first", [0, 0x100, 0x2000, 0x2600, 0xFE00, 0x1F000, 0x1FA00])
def test_whatever_stands_between_two_letters_parts_them_or_does_not_as_ever(first: int) -> None:
    for code in range(first, first + 0x700):
        text = f"a{chr(code)}b é{chr(code)}"
        assert words_of(text) == WORD.findall(text), hex(code)
