"""The first words of a note: its own, not those of the prompts it was thought along with."""

import pytest

from arrowtui.model.note import opening_of, title_of


@pytest.mark.parametrize(
    ("text", "title", "opening"),
    [
        ("Two lines, no more", "Two lines, no more", "Two lines, no more"),
        ("# Handover\n\nTwo lines", "Handover", "Handover Two lines"),
        ("## What?\n\nTwo lines\n\n## So what?\n\nLess to read", "Two lines", "Two lines Less to read"),
        ("## What caught me\n\nTwo lines", "Two lines", "Two lines"),
        ("# What now?\n\nTwo lines", "Two lines", "Two lines"),
        ("## What caught me\n", "What caught me", "What caught me"),
        ("- [x] **Ask** [[n12|Jonas]]", "Ask Jonas", "Ask Jonas"),
        ("", "", ""),
    ],
)
def test_the_first_words_are_her_own(text: str, title: str, opening: str) -> None:
    assert title_of(text) == title
    assert opening_of(text) == opening
