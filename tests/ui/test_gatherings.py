"""Gathering answers by keyboard: a call-out is watched, its answers worked through like any list, and exported."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.store.subscriptions import add_wish
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.sources import Pick
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.gatherings import GatheringsScreen, GatherScreen, is_address
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import World, small

HOUR = timedelta(hours=1)
THREAD = Wish("mastodon", "https://social.example/@ida/117", "Naps on night shifts", gathers=True)
ANSWERS = (
    ("Bo", "At four, in a chair, never longer than twenty minutes", 1),
    ("Uma", "Never: I drive home afterwards", 2),
    ("Cy", "We fought for a quiet room and got one", 2),
    ("Éloïse", HOSTILE, 2),
    ("田中", "夜勤中の仮眠は二時間と決まっています", 4),
)


async def gathered(world: World) -> None:
    """A watched call-out with five answers, and another without any."""
    await small(world)
    async with world.store.write() as db:
        source = await add_wish(db, THREAD)
        await add_wish(db, replace(THREAD, address="https://social.example/@ida/118", title="Bees at work"))
    root = "feed|example.org|question"
    batch = [placed(an_item("question", title="How do you nap?", author="Ida", at=NOON - 6 * HOUR), Lane.NOISE)]
    batch += [
        placed(
            an_item(f"a{n}", title=words, text=words, author=by, at=NOON - (6 - hours) * HOUR, root_key=root),
            Lane.NOISE,
        )
        for n, (by, words, hours) in enumerate(ANSWERS)
    ]
    await arrived(world.store, source, batch)


async def test_every_gathering_tells_how_many_answered_and_when(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        await it.press("g", "a")

        text = it.text()
        assert "Answers gathered: 2" in text
        assert "Naps on night shifts" in text and "5 new" in text
        assert "5 answers by 5 · 0 kept · last 2h ago" in text
        assert "▃█ ▃" in text and "by the hour; most Mon 23 Nov" in text
        await it.press("down")
        assert "▃█ ▃" not in it.text()


async def test_enter_shows_the_answers_where_every_key_of_a_list_works_and_escape_leads_back(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        await it.press("g", "a", "enter")

        assert it.tab() is Tab.CALLS
        assert len(it.titles) == 6
        assert "Naps on night shifts" in it.text()
        await it.press("s", "j", "d")
        one, _ = await it.world.gatherings.every()
        assert (one.kept, one.dismissed) == (1, 1)
        await it.press("u", "u")
        one, _ = await it.world.gatherings.every()
        assert (one.kept, one.dismissed) == (0, 0)
        await it.press("f", "escape")
        assert it.screen.is_board


async def test_an_answer_that_is_moved_to_a_tab_stays_in_the_collection(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        await it.press("g", "a", "enter", "m", "t")

        one, _ = await it.world.gatherings.every()
        assert one.answers == 5
        counts = await it.world.library.counts()
        assert counts[Lane.TIP].total == 7


async def test_the_answers_are_written_as_a_table_and_a_page(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        await it.press("g", "a", "ctrl+e")

        names = sorted(path.name for path in it.world.exports_folder.iterdir())
        assert names == ["answers-naps-on-night-shifts.csv", "answers-naps-on-night-shifts.md"]
        assert it.said == "Wrote .csv and .md:" and "answers-naps-on-night-shifts.csv" in it.text()


async def test_an_address_that_is_typed_is_looked_at_and_watched(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        wish = Wish("mastodon", "https://social.example/@ida/300")
        it.world.found = (FoundSource(wish, "Thread by Ida", ("How do you nap?",)),)
        await it.press("g", "a")
        it.app.screen.query_one(Input).value = wish.address
        await it.settled()
        assert f"Watch the answers to {wish.address}" in it.text()

        await it.press("enter")
        assert isinstance(it.app.screen, GatherScreen)
        await it.settled()
        assert "Thread by Ida" in it.text()
        await it.press("enter")

        titles = [one.address for one in await it.world.gatherings.every() if one.is_followed]
        assert wish.address in titles
        assert it.world.poller.reloads == 0, "told both ways the poller would ask it twice"
        assert len(it.world.poller.asked) == 1


async def test_watching_it_is_taken_back_by_u_and_the_poller_is_told(shown: Show) -> None:
    async with shown(size=(110, 40), fill=small) as it:
        wish = Wish("mastodon", "https://social.example/@ida/300")
        it.world.found = (FoundSource(wish, "Thread by Ida", ("How do you nap?",)),)
        await it.press("g", "a")
        it.app.screen.query_one(Input).value = wish.address
        await it.settled()
        await it.press("enter")
        await it.settled()
        await it.press("enter")
        assert it.said == "Watching a call-out of yours"
        assert ("u", "undo") in it.screen.saying.keys

        await it.press("u")

        assert it.said == "Undone: watching a call-out of yours"
        assert [one.address for one in await it.world.gatherings.every() if one.is_followed] == []
        assert it.world.poller.reloads == 1


async def test_the_item_at_hand_may_be_watched_without_typing(shown: Show) -> None:
    async with shown(size=(110, 40), fill=small) as it:
        await it.press("3", "f", "g", "a")

        assert "Watch the answers to the item at hand: https://example.org/" in it.text()
        await it.press("enter")
        assert isinstance(it.app.screen, GatherScreen)


async def test_words_narrow_the_list(shown: Show) -> None:
    async with shown(size=(110, 40), fill=gathered) as it:
        await it.press("g", "a", "b", "e", "e", "s")
        assert isinstance(it.app.screen, GatheringsScreen)
        assert "Bees at work" in it.text() and "5 answers" not in it.text()


async def test_without_any_gathering_it_says_what_to_do(shown: Show) -> None:
    async def nothing(world: World) -> None:
        await world.source("Quiet")

    async with shown(size=(110, 40), fill=nothing) as it:
        await it.press("g", "a")
        assert "Paste the address of your post above" in it.text()


@pytest.mark.parametrize("words", ["https://a.example/1", "imaps://mail.example/Answers", "maildir:///home/ida/box"])
def test_addresses_are_told_from_words(words: str) -> None:
    assert is_address(words)
    assert not is_address(f"about {words}")
    assert not is_address("bees://")


Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
@pytest.mark.parametrize("keys", [("g", "a"), ("g", "a", "enter")], ids=["gatherings", "answers"])
def test_how_a_gathering_looks(
    snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> None:
    app = Pictured(tmp_path, gathered, Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.look()
        await app.it.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=go_there)


async def test_answers_have_a_place_of_their_own_in_the_side_panel_that_leads_to_them(shown: Show) -> None:
    async with shown(size=(160, 45), fill=gathered) as it:
        await it.look()
        (line,) = [line for line in it.text().splitlines() if "Answers gathered" in line]
        assert line.split("Answers gathered")[1].split()[0] == "5"
        assert "Noise" not in it.text()

        await it.press("F")
        while it.screen.side.list.key != Pick(is_gathered=True):
            await it.press("j")
        await it.press("enter")
        assert isinstance(it.app.screen, GatheringsScreen)
        await it.press("enter", "d")
        await it.look()
        (line,) = [line for line in it.text().splitlines() if "Answers gathered" in line]
        assert line.split("Answers gathered")[1].split()[0] == "4"


async def test_without_a_gathering_the_side_panel_has_no_line_for_it(shown: Show) -> None:
    async with shown(size=(160, 45), fill=small) as it:
        await it.look()
        assert "gathered" not in it.text()
