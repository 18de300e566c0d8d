"""The first screen: four doors."""

import pytest

from arrowtui.model.pack import Pack
from arrowtui.model.subscription import Wish
from arrowtui.packs import packs
from arrowtui.ui.screens.welcome import Door, Entered, WelcomeScreen
from tests.ui.conftest import Show
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen

PACKS = (
    Pack("teacher", "Teachers", "Classroom practice.", (Wish("feed", "https://a.example/feed", "A blog"),)),
    Pack("nurse", "Nurses", "Evidence.", ()),
)


def welcome() -> WelcomeScreen:
    return WelcomeScreen(PACKS)


@pytest.mark.parametrize(
    ("keys", "door"),
    [
        (["d"], Door.DEMO),
        (["a"], Door.ADD),
        (["q"], Door.QUIT),
        (["enter"], Door.DEMO),
        (["down", "enter"], Door.ADD),
        (["up", "enter"], Door.QUIT),
    ],
)
async def test_each_door_has_a_key_and_can_be_walked_to(keys: list[str], door: Door) -> None:
    assert await answer(welcome, *keys) == Entered(door)


async def test_a_pack_is_chosen_behind_its_door() -> None:
    assert await answer(welcome, "p", "down", "enter") == Entered(Door.PACK, PACKS[1])


async def test_the_pack_under_the_cursor_says_what_it_brings() -> None:
    stage = ScreenStage(welcome)
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.pause()

        assert "Classroom practice." in seen(stage) and "A blog" in seen(stage)


async def test_escape_leads_from_the_packs_back_to_the_doors() -> None:
    assert await answer(welcome, "p", "escape", "d") == Entered(Door.DEMO)


async def test_without_packs_there_is_no_such_door() -> None:
    stage = ScreenStage(lambda: WelcomeScreen(()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.pause()

        assert stage.answers == [] and "starter pack" not in seen(stage)


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (40, 10), (40, 20), (160, 45)])
async def test_all_doors_are_seen_at_every_size(size: tuple[int, int]) -> None:
    stage = ScreenStage(lambda: WelcomeScreen(packs()))
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()

        assert all(
            word in seen(stage) for word in ("arrowtui", "Look around", "Add an address", "starter pack", "Quit")
        )


async def test_names_of_packs_are_drawn_to_the_letter() -> None:
    hostile = Pack("x", HOSTILE, HOSTILE, (Wish("feed", "https://a.example", HOSTILE),))
    stage = ScreenStage(lambda: WelcomeScreen((hostile,)))
    async with stage.run_test(size=(100, 30)) as pilot:
        await pilot.press("p")
        await pilot.pause()

        assert seen(stage).count("[red]x[/] [/b]") == 3


async def test_past_the_doors_the_key_that_added_there_says_which_one_does_so_here(shown: Show) -> None:
    async with shown(fill=None) as it:
        await it.press("escape", "a")

        assert it.said == "No call here to answer"
        assert ("+", "adds a source") in it.screen.saying.keys
