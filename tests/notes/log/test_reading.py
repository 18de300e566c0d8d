"""Hours, goals and the parts of a form are found where people write them, and not where they do not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.log import LogLayer
from arrowtui.model.template import BUILT_IN
from arrowtui.notes.log.reading import Part, goals_in, hours_in, parts_of, without_links

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Hours: 1.5", 1.5),
        ("hours: 2", 2.0),
        ("- **Hours**: 1,25", 1.25),
        ("CPD hours: 1:45", 1.75),
        ("Time spent: 45 min", 0.75),
        ("Duration: 1h30", 1.5),
        ("Duration: 2 hours and 15 minutes", 2.25),
        ("Time spent: 1.5", None),
        ("Time: 14:30", None),
        ("Hours: many", None),
        ("Hours: 0", None),
        ("Hours: 4000", None),
        ("I spent hours: 3 of them", None),
        ("Office hours: 9", None),
    ],
)
def test_hours_are_read_where_they_are_given(line: str, hours: float | None) -> None:
    assert hours_in([f"Some text\n{line}\nmore"]) == hours


def test_hours_of_all_layers_add_up() -> None:
    assert hours_in(["Hours: 1", "nothing", "Hours: 0.5\n\nTime spent: 15 min"]) == 1.75


def test_goals_are_lines_and_tags() -> None:
    found = goals_in(["Goal: better feedback\ntext", "**Goals:** calmer starts"], ("goal:reading", "maths"))

    assert found == ("better feedback", "calmer starts", "reading")


@pytest.mark.parametrize("name", [name for name, template in BUILT_IN.items() if template.prompts])
def test_every_template_of_ours_fills_the_parts_of_forms(name: str) -> None:
    template = BUILT_IN[name]
    text = template.text([f"answer {n}" for n in range(len(template.prompts))])

    parts = parts_of([LogLayer(DAY, text)])

    assert {Part.WHAT, Part.LEARNED, Part.NEXT} <= parts.keys()
    assert sum(told.count("answer") for told in parts.values()) == len(template.prompts)
    assert f"answer {template.prompts.index(template.now_what)}" in parts[Part.NEXT]


def test_text_without_prompts_was_learned_and_what_came_later_is_dated() -> None:
    later = LogLayer(datetime(2026, 12, 1, tzinfo=UTC), "Tried it.\n\n## Now what?\n\nAgain on Friday")

    parts = parts_of([LogLayer(DAY, "A thought\n\n# What a day\n\nIt was."), later])

    assert parts[Part.LEARNED] == "A thought\n\n# What a day\n\nIt was.\n\n(2026-12-01) Tried it."
    assert parts[Part.NEXT] == "(2026-12-01) Again on Friday"


@given(st.lists(st.sampled_from(["## What?", "## So what?", "text", "", "```", "# Other", "Hours: 1"]), max_size=12))
def test_no_line_of_a_text_is_lost_in_a_form(lines: list[str]) -> None:
    parts = parts_of([LogLayer(DAY, "\n".join(lines))])

    told = "\n".join(parts.values())
    assert told.count("text") == lines.count("text")
    assert told.count("# Other") == lines.count("# Other")


def test_links_are_their_words() -> None:
    assert (
        without_links("See [[n12|the note]] and [[A title]], not `[[n1]]`") == "See the note and A title, not `[[n1]]`"
    )
