"""Every row of the tables finds its example and leaves its near miss alone."""

import re
from datetime import UTC, datetime

import pytest

from arrowtui.lanes import deadlines, flags, kinds
from arrowtui.lanes.cues import Cue
from arrowtui.lanes.dates import spelled
from arrowtui.lanes.features import CUES
from arrowtui.lanes.phrases import lexicon
from arrowtui.lanes.wording import taken_apart


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_cue_finds_its_example_and_not_its_near_miss(cue: Cue) -> None:
    table = lexicon([(cue.name, cue.phrases)])

    def finds(text: str) -> bool:
        return bool(table.find(taken_apart(text))[0])

    assert finds(cue.catches)
    assert not finds(cue.misses)


POSTED = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("catches", "misses"), [row[2:] for row in deadlines.BEFORE])
def test_a_cue_of_deadlines_finds_its_example_and_not_its_near_miss(catches: str, misses: str) -> None:
    assert deadlines.read_deadline(catches, POSTED) is not None
    assert deadlines.read_deadline(misses, POSTED) is None


PATTERNS = (
    *((words, catches, misses) for _, _, words, catches, misses in flags.ROWS),
    *((words, catches, misses) for _, _, words, catches, misses in kinds.ROWS),
)


@pytest.mark.parametrize(("words", "catches", "misses"), PATTERNS, ids=[row[1] for row in PATTERNS])
def test_a_pattern_finds_its_example_and_not_its_near_miss(words: str, catches: str, misses: str) -> None:
    read = re.compile(words, re.IGNORECASE)

    assert read.search(catches)
    assert not read.search(misses)


@pytest.mark.parametrize(("minutes", "form", "catches", "misses"), spelled.FORMS)
def test_an_hour_in_words_is_found_and_read_and_its_near_miss_is_none(
    minutes: int, form: str, catches: str, misses: str
) -> None:
    at_once = re.compile(rf"\b(?:{spelled.WORDS})", re.IGNORECASE)
    hour = spelled.spelled_hour(catches)

    assert re.fullmatch(form, catches)
    assert (found := at_once.search(f"by {catches}, please")) and found.group() == catches
    assert hour is not None and hour[1] == minutes % 60
    assert not at_once.search(misses)
