"""The small language of phrases: what it finds, and what it must not."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.lanes.features import CUES
from arrowtui.lanes.phrases import lexicon, pattern
from arrowtui.lanes.wording import taken_apart
from arrowtui.lanes.words import WORD


def found(table: tuple[tuple[str, str], ...], text: str) -> tuple[set[str], set[str]]:
    return lexicon(table).find(taken_apart(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("tip", "a tip for you"),
        ("tip", "tip: begin"),
        ("looking for", "we are looking, for now"),
        ("we|i need", "now i need tea"),
        ("i'm|i writing|write", "i'm writing"),
        ("i'm|i writing|write", "i write"),
        ("for a|my .. story", "for a very long story"),
        ("for _ weeks", "for six weeks"),
        ("anyone out? there", "anyone there"),
        ("anyone out? there", "anyone out there"),
        ("#call", "see #call"),
        ("teilnehm*", "viele teilnehmerinnen"),
        ("our guest*", "our guests come"),
        ("lost :", "lost: one glove"),
        ("step-by-step", "a step-by-step guide"),
        ("tea time", "tea – time"),
        ("tea time", "„tea“ time and “tea” “time”"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert found((("row", phrase),), text)[0] == {"row"}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("tip", "the tipping point"),
        ("looking for", "stop looking. for now"),
        ("looking for", "for looking"),
        ("we|i need", "we all need tea"),
        ("i'm|i write", "i'd write"),
        ("for a|my .. story", "for a one two three four story"),
        ("#call", "a call"),
        ("#call", "#callout"),
        ("teilnehm*", "teile"),
        ("lost :", "lost one glove"),
    ],
)
def test_what_is_only_like_a_phrase_is_not(phrase: str, text: str) -> None:
    assert found((("row", phrase),), text)[0] == set()


def test_what_stands_there_twice_is_told() -> None:
    table = (("twice", "tea"), ("once", "rather tea"), ("also", "cup of; mug of"))

    assert found(table, "tea, or rather tea, a cup of it or a mug of it") == (
        {"twice", "once", "also"},
        {"twice", "also"},
    )


def test_a_phrase_that_begins_with_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with a word"):
        lexicon((("row", ".. story"),))


TABLE = tuple((cue.name, cue.phrases) for cue in CUES)
PHRASES = tuple((name, phrase.strip()) for name, rows in TABLE for phrase in re.split(r"[;\n]", rows) if phrase.strip())
WHOLE = lexicon(TABLE)
MADE = st.lists(
    st.sampled_from(PHRASES).map(lambda row: re.sub(r"\w*\|(?=\w)|[*?]|\.\.|_", "", row[1]))
    | st.sampled_from(["tea", "we", "of course", "- and", ".", "\n", "us:"]),
    max_size=6,
)


def test_no_phrase_of_ours_has_a_sign_that_is_made_plain_before() -> None:
    assert not [phrase for _, phrase in PHRASES if set(phrase) & set("“”„–")]


@cache
def patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern(phrase))) for name, phrase in PHRASES]


@given(MADE)
@settings(max_examples=40)
def test_no_phrase_is_lost_by_looking_only_where_it_may_be(parts: list[str]) -> None:
    text = " ".join(parts)
    starts = [found.start() for found in WORD.finditer(text)]
    everywhere = {name for name, phrase in patterns() if any(phrase.match(text, start) for start in starts)}

    assert WHOLE.find(taken_apart(text))[0] == everywhere
