"""Marks are looked for only where a cheap look finds that they can be: nothing may be lost by that."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arrowtui.lanes.features import see
from arrowtui.lanes.figures import CHANGE, CLOCK, MEASURE, MONEY, PHONE, SPAN, TELLING
from arrowtui.lanes.marks import FIRST_WORD, LETTER_DIGIT, NUMBERED, NUMERAL, SENTENCE, label_of, marks
from arrowtui.lanes.orders import IMPERATIVE
from arrowtui.lanes.wording import taken_apart

WATCHED = (PHONE, MONEY, CLOCK, MEASURE, CHANGE, SPAN, LETTER_DIGIT, NUMERAL)
BESIDE_FIGURES = "0 1 12 2026 ٣ $ € £ ¥ : . ) / + ( % ° am a.m. uhr h kg x min from von de to a à zu q t"
FIGURES = st.lists(
    st.sampled_from(BESIDE_FIGURES.split())
    | st.sampled_from([" ", "  ", "\n", "\N{NO-BREAK SPACE}", "-", "020 7946 0991"]),
    max_size=14,
).map("".join)
IN_LISTS = "• – * ✅ → - 1. 2) 3/ ٣. Ask Keep then Then ask_ ÷ × Nimm évite, — : ! ?"
LINES = st.lists(
    st.sampled_from(IN_LISTS.split()) | st.sampled_from([" ", "\n", "\N{EM SPACE}", "tea", "éa", "_"]),
    max_size=24,
).map("".join)


@given(FIGURES)
def test_figures_that_tell_something_are_never_passed_over(text: str) -> None:
    assert TELLING.search(text) or not any(pattern.search(text) for pattern in WATCHED)


@given(FIGURES)
@example("+1 (2)  3-4 .5")
@example("00 1   2")
@example("from £8 tea to £9")
def test_no_telephone_number_or_change_is_passed_over(text: str) -> None:
    wording = taken_apart(text)

    found = marks(wording, "")

    assert ("phone" in found) == bool(PHONE.search(wording.lower))
    assert ("figures" in found) == bool(CHANGE.search(wording.lower) or SPAN.search(wording.lower))


@given(LINES)
def test_lists_and_orders_are_found_wherever_they_are(text: str) -> None:
    lower = text.lower()
    first = FIRST_WORD.match(lower)
    orders = sum(word in IMPERATIVE for word in [*SENTENCE.findall(lower), *([first[1]] if first else [])])
    has_signs = not text.isascii() or any(sign in text for sign in ("1", "2", "3", "* ", "- "))

    found = marks(taken_apart(text), "")

    assert ("order" in found) == (orders > 0)
    assert ("orders" in found) == (orders > 2)
    assert ("list" in found) == (has_signs and len(NUMBERED.findall(text)) >= 2)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("• tea\n• milk", "list"),
        ("1. tea\n2. milk", "list"),
        ("First - tea - milk", "list"),
        ("Ring 020 7946 0991 before noon", "phone"),
        ("Paid: $ 50 an hour", "money"),
        ("Doors at 7 pm", "clock"),
        ("200 g of flour", "measures"),
        ("Rents went from £800 to £950", "figures"),
        ("Mail me at jo AT example DOT org", "email"),
        ("Mail jo (at) example.org", "email"),
        ("A) tea B) milk", "options"),
        ("Q1: who are you?", "label_question"),
    ],
)
def test_a_mark_is_seen(text: str, mark: str) -> None:
    assert mark in see(text, "", "mastodon").names


@pytest.mark.parametrize("said", ["ICYMI", "icymi:", "Reminder:", "again", "REUP", "repost:"])
def test_a_label_that_is_said_once_more_is_a_label(said: str) -> None:
    assert label_of(f"{said} Q3 Which tool helped you most?") == "question"
    assert label_of(f"{said} A3: The kettle.") == "answer"
