"""What an empty list says."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SourceRow, SubscriptionId, Trouble
from arrowtui.ui.commands import command_named
from arrowtui.ui.drawing.empty import centred, empty_words, noise_words
from arrowtui.ui.drawing.fit import cell_len

TIPS = View(Lane.TIP)
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
NEW = SourceRow(
    *(SubscriptionId(1), "feed", "https://a.example/feed", "Ward notes", None, (), 0, 0, None, None, None, None),
    is_paused=False,
    is_wanted=True,
)
LOST = replace(NEW, id=SubscriptionId(2), trouble=Trouble("X", "b.example cannot be reached", "Later"))


def key(id: str) -> str:
    command = command_named(id)
    return command.keys[0] if command else ""


def words(view: View, *sources: SourceRow, has_sources: bool = True, noise: int = 0) -> str:
    return "\n".join(empty_words(view, "Tips", key, sources=sources, has_sources=has_sources, noise=noise))


def test_without_sources_both_ways_to_get_some_are_told() -> None:
    assert words(TIPS, has_sources=False) == "There are no sources yet.\n\n+ adds one · g+ offers starter packs"


def test_until_the_sources_have_answered_the_list_says_that_they_are_asked() -> None:
    assert words(TIPS, NEW, LOST).startswith("Asking 2 sources…")
    assert words(TIPS, NEW).startswith("Asking Ward notes…")


def test_where_no_source_answers_the_list_does_not_look_empty() -> None:
    assert words(TIPS, LOST).startswith("b.example cannot be reached.\n\ngs says more")
    assert words(TIPS, LOST, replace(LOST, id=SubscriptionId(3))).startswith("None of your 2 sources answers.")


def test_a_source_by_itself_says_why_it_brought_nothing() -> None:
    brought = replace(NEW, id=SubscriptionId(3), total=5, last_polled_at=NOW)
    view = View(None, Scope.UNREAD, LOST.id)

    assert words(view, LOST, brought).startswith("b.example cannot be reached.")
    assert words(TIPS, LOST, brought).startswith("Nothing unread in Tips.")


def test_paused_sources_are_not_waited_for() -> None:
    assert words(TIPS, replace(NEW, is_paused=True)).startswith("Nothing unread in Tips.")


def test_a_search_of_everything_has_nowhere_further_to_look() -> None:
    assert words(replace(TIPS, words="x")) == (
        "Nothing found for “x” among what is unread in Tips.\n\nEnter, then f looks further · Esc leaves it"
    )
    assert words(View(None, words="x")).startswith("Nothing found for “x” among what is unread.")
    assert "looks further" not in words(replace(TIPS, scope=Scope.ALL, words="x"))


@pytest.mark.parametrize("width", [20, 38, 80])
@pytest.mark.parametrize("scope", Scope)
def test_no_hint_is_cut_at_any_width(width: int, scope: Scope) -> None:
    told = empty_words(View(Lane.TIP, scope, tag="planning"), "Tips", key)
    lines = centred(told, width)

    assert all(cell_len(line) <= width for line in lines)
    assert without_dots(lines) == without_dots(told)


def without_dots(lines: Sequence[str]) -> list[str]:
    return " ".join(lines).replace("·", " ").split()


def test_who_wants_no_figures_gets_none() -> None:
    assert noise_words(412, key) == "412 unread belong to no tab · F lists what is noise"
    assert not [sign for sign in noise_words(412, key, has_counts=False) if sign.isdigit()]
