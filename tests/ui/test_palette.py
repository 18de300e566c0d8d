"""Palette and help: every command found by a few letters."""

import pytest

from arrowtui.ui.commands import COMMANDS
from arrowtui.ui.keymap import shown
from arrowtui.ui.screens.help import HelpScreen
from arrowtui.ui.screens.palette import PaletteScreen
from arrowtui.ui.widgets.choice import Choice
from arrowtui.ui.widgets.matching import match
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen

CHOICES = tuple(Choice(each.id, each.help, shown(each.keys), each.group, words=each.label) for each in COMMANDS)


def palette() -> PaletteScreen:
    return PaletteScreen(CHOICES)


def help_screen() -> HelpScreen:
    return HelpScreen(CHOICES)


@pytest.mark.parametrize(
    ("typed", "id"), [("take back", "undo"), ("browser", "browse"), ("add a sou", "add"), ("quit", "quit")]
)
async def test_a_command_is_found_by_words_of_what_it_does(typed: str, id: str) -> None:
    assert await answer(palette, *[("space" if letter == " " else letter) for letter in typed], "enter") == id


async def test_without_words_the_cursor_moves_through_all_commands() -> None:
    assert await answer(palette, "enter") == CHOICES[0].id
    assert await answer(palette, "down", "enter") == CHOICES[1].id
    assert await answer(palette, "up", "enter") == CHOICES[-1].id


async def test_what_fits_nothing_runs_nothing() -> None:
    assert await answer(palette, *"zzzz", "enter", "escape") is None


async def test_help_shows_every_group_and_every_key_in_reach() -> None:
    stage = ScreenStage(help_screen)
    async with stage.run_test(size=(80, 160)) as pilot:
        await pilot.pause()
        screen = seen(stage)

    assert all(each.group in screen for each in COMMANDS)
    assert all(shown(each.keys) in screen for each in COMMANDS)


async def test_help_is_searched_by_typing_and_runs_what_was_found() -> None:
    assert await answer(help_screen, *"later", "enter") == "later"


async def test_a_click_on_a_row_runs_it() -> None:
    stage = ScreenStage(palette)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("ChoiceList", offset=(8, 1))
        await pilot.pause()

        assert stage.answers == [CHOICES[0].id]


async def test_names_are_drawn_to_the_letter() -> None:
    stage = ScreenStage(lambda: PaletteScreen([Choice("a", HOSTILE, HOSTILE[:12], HOSTILE)]))
    async with stage.run_test(size=(120, 24)) as pilot:
        await pilot.press("r", "e", "d")
        await pilot.pause()

        assert "[red]x[/] [/b]" in seen(stage)


def test_whole_words_beat_scattered_letters_and_word_starts_beat_middles() -> None:
    start, middle, scattered = match("tag", "Add tags"), match("tag", "To the stage"), match("tag", "To a garden")
    assert start and middle and scattered

    assert start.score > middle.score > scattered.score
    assert start.places == (4, 5, 6)


def test_letters_too_far_apart_are_no_match() -> None:
    assert match("qd", "quite a long way to the letter d") is None
    assert match("", "anything") is not None


@pytest.mark.parametrize("text", ["İstanbul", "ẞ and ß", "漢字"])
def test_letters_that_fold_into_several_never_point_outside_the_text(text: str) -> None:
    found = match(text[:2], text)

    assert found is None or all(place < len(text) for place in found.places)
