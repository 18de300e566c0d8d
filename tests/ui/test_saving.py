"""Putting pages into the Tips from the screen."""

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.ui.screens.save import SaveScreen
from tests.ui.conftest import Show, Shown
from tests.ui.world import TITLES

PAGE = "https://desk.example/five-ways"


async def tips(it: Shown) -> list[str]:
    return [row.title for row in (await it.world.library.page(View(Lane.TIP, Scope.ALL))).rows]


async def test_an_address_typed_is_in_the_tips_and_the_poller_is_told(shown: Show) -> None:
    async with shown() as it:
        await it.press("B", *"desk.example/five-ways?utm_source=x".replace("", " ").split(), "enter")

        assert it.said == f"Saved in Tips: {PAGE}"
        assert await tips(it) == [PAGE, *TITLES]
        assert it.world.poller.reloads == 1

        await it.press("u")
        assert await tips(it) == list(TITLES)


async def test_a_page_one_has_is_said_to_be_there(shown: Show) -> None:
    async with shown() as it:
        await it.world.saving.save(PAGE)

        await it.press("B", *"desk.example/five-ways".replace("", " ").split(), "enter")

        assert it.said == "You have saved it already"


async def test_what_is_no_address_is_told_and_saves_nothing(shown: Show) -> None:
    async with shown() as it:
        await it.press("B", *"hello", "enter")

        assert "is no address" in it.said
        assert await tips(it) == list(TITLES)


async def test_escape_and_an_empty_line_save_nothing(shown: Show) -> None:
    async with shown() as it:
        await it.press("B", "enter")
        assert isinstance(it.app.screen, SaveScreen)

        await it.press("escape")
        assert not isinstance(it.app.screen, SaveScreen)
        assert await tips(it) == list(TITLES)
