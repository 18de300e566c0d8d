"""`^S`: a search kept under a name from the screen, in the side panel with its count, and taken back."""

from arrowtui.model.item import KeptSearch, Scope
from arrowtui.model.lane import Lane
from arrowtui.ui.command import Place
from tests.store.builders import indexed
from tests.ui.conftest import Show
from tests.ui.world import TITLES, World, small

WIDE = (160, 45)
WARD = KeptSearch("ward news", "ward", Lane.TIP, Scope.UNREAD)


async def with_index(world: World) -> None:
    await small(world)
    await indexed(world.store)


async def test_what_is_being_typed_is_kept_under_a_name_with_its_count(shown: Show) -> None:
    async with shown(size=WIDE, fill=with_index) as it:
        world, config = it.world, it.world.book.path
        config.write_text("# mine\n[screen]\ntheme = 'dark' # always\n")
        await it.press("slash", *"ward", "ctrl+s", *"ward news", "enter")

        assert it.said == "Kept the search “ward news”"
        assert world.book.searches() == (WARD,)
        assert config.read_text().startswith("# mine\n[screen]\ntheme = 'dark' # always\n")
        panel = [line[: line.find("▕")].split() for line in it.text().splitlines()]
        assert ["✓ward", "news", "1"] in panel

        await it.press("escape", "u")
        assert it.said == "Undone: kept the search “ward news”"
        assert world.book.searches() == () and "ward news" not in it.text().split("Undone")[0]
        assert config.read_text() == "# mine\n[screen]\ntheme = 'dark' # always\n"


async def test_it_is_found_again_by_f_and_gone_to(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward", "enter", "ctrl+s", *"ward news", "enter", "escape")
        assert it.titles == list(TITLES)

        await it.press("F")
        assert "Searches" in it.text() and "ward news" in it.text()
        while "ward news" not in str(it.screen.side.list.key):
            await it.press("j")
        await it.press("enter")
        assert it.titles == [TITLES[0]]


async def test_the_name_is_the_words_unless_another_is_typed(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward", "ctrl+s", "enter")

        assert [search.name for search in it.world.book.searches()] == ["ward"]
        assert it.place() is Place.LIST and it.titles == [TITLES[0]]


async def test_the_same_name_is_replaced_and_undo_brings_the_first_back(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        it.world.book.keep_search(WARD)
        await it.press("slash", *"night", "ctrl+s", *"ward news", "enter")
        assert [search.words for search in it.world.book.searches()] == ["night"]

        await it.press("escape", "u")
        assert it.world.book.searches() == (WARD,)


async def test_nothing_to_keep_is_said(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("ctrl+s")
        assert it.said == "Search for something first, then keep it"

        await it.press("slash", *"--", "ctrl+s")
        assert it.said == "Search for something first, then keep it"

        await it.press("escape", "4", "ctrl+s")
        assert it.said.startswith("Searches among items are kept")


async def test_faulty_settings_take_nothing_in_and_nothing_back(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward", "ctrl+s", "enter", "escape")
        sound = it.world.book.path.read_text()
        it.world.book.path.write_text("[scren]\n")
        await it.press("u")
        assert "fault" in it.said

        it.world.book.path.write_text(sound)
        await it.press("u")
        assert it.said == "Undone: kept the search “ward”"


async def test_counts_follow_what_arrives(shown: Show) -> None:
    async with shown(size=WIDE, fill=with_index) as it:
        await it.press("slash", *"ward", "ctrl+s", "enter", "escape")
        await it.world.items(await it.world.source("Nursing Notes"), "Another ward speaks")
        await indexed(it.world.store)
        await it.look()
        it.screen.hasten("searches")
        await it.settled()

        assert it.screen.found == {KeptSearch("ward", "ward", Lane.TIP, Scope.UNREAD): 2}
