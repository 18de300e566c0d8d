"""Which lines of a note say what she means to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.notes.meaning import meant


def words(text: str) -> list[str]:
    return [line.words for line in meant(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- [ ] one\n* [x] two\n1. [X] three\n- four", ["one", "two", "three"]),
        ("## Now what?\nCall Ana\n- write it down\n\n## So what?\nIt matters", ["Call Ana", "write it down"]),
        ("## Now what, by when?\n\nBy Friday: try it", ["By Friday: try it"]),
        ("**Now what?** Call Ana\nand Jonas\n**So what?** no", ["Call Ana", "and Jonas"]),
        ("Now what: call Ana by Friday\nand this is not", ["call Ana by Friday"]),
        ("# Action plan\n\n**Who:** me", []),
        ("## Now what?\n> [ ] somebody else's words\n```\n- [ ] code\n```", []),
        ("## Now what?\nBy Friday: try it\nHours: 1.5\n**Goal:** 2.3\n- Time spent: 3.4", ["By Friday: try it"]),
        ("I know what: nothing", []),
        ("", []),
    ],
)
def test_boxes_and_now_whats(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_box_says_whether_it_is_ticked() -> None:
    assert [(line.is_task, line.is_done) for line in meant("- [x] a\n- [ ] b\nNow what: c")] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_other_prompts_can_be_now_whats_too() -> None:
    assert [line.words for line in meant("## Und nun?\nAnrufen", ["Und nun"])] == ["Anrufen"]


@given(st.text())
def test_no_text_upsets_it_and_every_line_found_has_words(text: str) -> None:
    for line in meant(text):
        assert line.words.strip() and len(line.words) <= 400


def test_an_article_pasted_under_a_prompt_is_not_a_thousand_plans() -> None:
    article = "\n".join(f"On 12 March {year}{':' * (year % 2)} something happened" for year in range(1000, 2000))

    found = words(f"## Now what?\nCall Ana by Friday\n{article}\n- [ ] one more\n## Now what?\nCall Jonas")

    assert found[0] == "Call Ana by Friday"
    assert found[-2:] == ["one more", "Call Jonas"]
    assert len(found) < 60
