"""Every source on one screen: how it is doing, in words; shown alone or asked now by one key."""

from datetime import timedelta

from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, Trouble
from arrowtui.services.subscribe import Subscribe
from arrowtui.store.subscriptions import save_fetch_state
from arrowtui.ui.desk import Tab
from arrowtui.ui.screens.sources import SourcesScreen, source_choice, told
from arrowtui.ui.widgets.choice import ChoiceList
from tests.fakes import NOON
from tests.ui.conftest import Show, Shown
from tests.ui.world import TITLES, World, small


async def failing(world: World) -> None:
    """Two sources that are fine, one that has failed for three days."""
    await small(world)
    await failing_now(world)


async def failing_now(world: World) -> None:
    source = await world.source("Quiet Desk")
    state = FetchState(
        source,
        "https://quiet.example/feed",
        next_due_at=NOON + timedelta(hours=2),
        last_polled_at=NOON - timedelta(minutes=5),
        failures=4,
        failing_since=NOON - timedelta(days=3),
        trouble=Trouble("NotThere", "quiet.example says: not found (404)", "Open the site and add it anew."),
    )
    async with world.store.write() as db:
        await save_fetch_state(db, state)


async def sources(it: Shown) -> None:
    await it.look()
    await it.press("g", "s")
    assert isinstance(it.app.screen, SourcesScreen)


async def test_a_failing_source_stands_first_with_cause_and_since_when(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await sources(it)

        text = it.text()
        assert "3 sources, 1 failing" in text
        assert "quiet.example says: not found (404) (since 3d ago)" in text
        assert "asked 5m ago" in text
        assert "next in 2h" in text
        assert text.index("Quiet Desk") < text.index("Nursing Notes")


async def test_it_goes_along_while_it_is_open(shown: Show) -> None:
    async with shown(size=(120, 40), fill=small) as it:
        await sources(it)
        open_screen = it.app.screen
        assert isinstance(open_screen, SourcesScreen)
        assert "2 sources " in it.text()
        await it.press("down")
        current = open_screen.query_one(ChoiceList).current

        await failing_now(it.world)
        await it.look()
        open_screen.renew()
        await it.settled()

        assert "3 sources, 1 failing" in it.text()
        after = open_screen.query_one(ChoiceList).current
        assert current is not None and after is not None and after.id == current.id


async def test_enter_shows_its_items_alone(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await sources(it)
        await it.press(*"nursing", "enter")

        assert set(TITLES) < set(it.titles)
        assert {row.source_title for row in it.screen.rows.window.rows} == {"Nursing Notes"}
        assert "Nursing Notes" in it.text().splitlines()[0]


async def test_one_key_asks_a_source_now(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await sources(it)
        await it.press(*"quiet", "ctrl+r")

        (asked,) = it.world.poller.asked
        row = next(row for row in it.screen.sources if row.title == "Quiet Desk")
        assert list(asked) == [row.id]


async def test_what_it_costs_is_told(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await it.look()
        row = next(row for row in it.screen.sources if row.title == "Nursing Notes")

        assert source_choice(row, NOON).about == "8 unread of 8 · asked never · next now"


async def test_what_to_do_about_a_failing_source_is_told_whole_on_a_small_screen(shown: Show) -> None:
    async with shown(size=(80, 24), fill=failing) as it:
        await sources(it)

        text = " ".join(it.text().replace("│", " ").split())
        assert "https://quiet.example/feed" in text
        assert "quiet.example says: not found (404) (since 3d ago). Open the site and add it anew." in text


LISTED = """\
# The ward's own list.
[[source]]
kind = "feed"
address = "https://loud.example/feed"  # forty posts a day
title = "Loud Desk"
"""


async def listed(world: World) -> None:
    """One source of the person's own settings, with her remarks."""
    world.book.path.write_text(LISTED)
    await Subscribe(world.store, world.book).sync()


async def test_one_key_pauses_a_source_and_resumes_it_and_undo_takes_it_back(shown: Show) -> None:
    async with shown(size=(80, 24), fill=listed) as it:
        await sources(it)
        assert "^T pause   ^X remove" in it.text()
        await it.press("ctrl+t")
        open_screen = it.app.screen
        assert isinstance(open_screen, SourcesScreen)
        open_screen.renew()
        await it.settled()

        assert it.said == "Paused Loud Desk" and "^T resumes it" in it.text()
        assert "paused = true" in it.world.book.path.read_text()
        assert "# forty posts a day" in it.world.book.path.read_text()
        assert it.world.poller.reloads == 1

        await it.press("escape", "u")
        assert it.said == "Undone: paused Loud Desk"
        assert it.world.book.path.read_text() == LISTED
        assert not it.screen.sources[0].is_paused

        await sources(it)
        await it.press("ctrl+t", "ctrl+t")
        assert it.said == "Resumed Loud Desk"
        assert it.world.book.path.read_text() == LISTED


async def test_a_paused_source_that_failed_is_not_promised_to_be_asked_again(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await it.look()
        row = next(row for row in it.screen.sources if row.title == "Quiet Desk")
        words = " ".join(part.plain for part in told(replace(row, is_paused=True), NOON))

        assert "not found (404)" in words and "^T resumes it" in words
        assert "add it anew" not in words


async def test_a_source_the_settings_do_not_name_is_not_paused_in_silence(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await sources(it)
        before = it.said
        await it.press(*"quiet", "ctrl+t")

        assert it.said not in ("", before) and "Paused" not in it.said
        assert not any(row.is_paused for row in it.screen.sources)


async def test_a_source_chosen_from_the_journal_is_shown(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await it.press("4")
        await sources(it)
        await it.press(*"nursing", "enter")

        assert it.tab() is Tab.TIPS and set(TITLES) < set(it.titles)


async def test_one_key_removes_a_source_and_undo_puts_it_back_to_the_letter(shown: Show) -> None:
    async with shown(size=(120, 40), fill=listed) as it:
        await it.world.items((await it.world.library.sources())[0].id, "What it brought")
        await sources(it)
        await it.press("ctrl+x")
        open_screen = it.app.screen
        assert isinstance(open_screen, SourcesScreen)
        open_screen.renew()
        await it.settled()

        assert it.said == "Removed Loud Desk" and "removed" in it.text()
        assert it.world.book.path.read_text() == "# The ward's own list.\n"
        assert it.world.poller.reloads == 1
        await it.press("ctrl+x")
        assert it.said == "It was removed already; what it brought stays"

        await it.press("escape", "u")
        assert it.said == "Undone: removed Loud Desk"
        assert it.world.book.path.read_text() == LISTED
        assert [row.is_wanted for row in await it.world.library.sources()] == [True]
        assert it.world.poller.reloads == 2


async def test_a_source_that_has_ended_is_not_said_to_be_asked(shown: Show) -> None:
    async with shown(size=(120, 40), fill=failing) as it:
        await it.look()
        row = next(row for row in it.screen.sources if row.title == "Quiet Desk")

        assert "next in 2h" in (source_choice(row, NOON).about or "")
        assert "next" not in (source_choice(replace(row, next_due_at=None), NOON).about or "")
