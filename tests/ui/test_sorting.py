"""`S`: every list in its orders, said in the header, kept over restarts, with the cursor on its item."""

from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.ports import Taste
from tests.ui.conftest import Show, Shown
from tests.ui.test_calls import calls, with_profile
from tests.ui.world import World, a_world, long


async def two_sources(world: World) -> None:
    """Tips of two sources, by turns."""
    one, two = await world.source("One"), await world.source("Two")
    await world.items(one, "a", "b", "c", every=timedelta(hours=2))
    await world.items(two, "x", "y", "z", every=timedelta(hours=2), newest=timedelta(hours=1))


def header(it: Shown) -> str:
    return it.text().splitlines()[0]


async def test_tips_go_round_among_newest_oldest_and_by_source(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        assert it.titles == ["a", "x", "b", "y", "c", "z"]
        assert "first" not in header(it) and "by" not in header(it)

        await it.press("S")
        assert it.titles == ["z", "c", "y", "b", "x", "a"]
        assert "oldest first" in header(it) and it.said == "Oldest first"

        await it.press("S")
        assert it.titles == ["a", "b", "c", "x", "y", "z"]
        assert "by source" in header(it)

        await it.press("S")
        assert it.titles == ["a", "x", "b", "y", "c", "z"]


async def test_the_cursor_stays_on_its_item(shown: Show) -> None:
    async with shown(fill=long) as it:
        await it.press("G", "k", "k")
        item = it.row
        for _ in range(3):
            await it.press("S")
            assert it.row == item


@pytest.mark.parametrize("times", [1, 2])
async def test_what_is_read_stays_where_it_is_until_the_list_is_entered_anew(shown: Show, times: int) -> None:
    async with shown(fill=two_sources) as it:
        await it.press(*"S" * times, "g", "g")
        titles = it.titles
        await it.press("r", "r")
        assert it.titles == titles and it.row.title == titles[2]

        await it.press("2", "1")
        assert it.titles == titles[2:] and it.row.title == titles[2]

        await it.press("u")
        assert it.titles == titles[1:]


@pytest.mark.parametrize("times", [1, 2])
async def test_where_the_item_has_left_the_list_the_cursor_is_on_the_next(shown: Show, times: int) -> None:
    async with shown(fill=two_sources) as it:
        await it.press(*"S" * times, "g", "g", "j")
        titles = it.titles
        await it.press("r", "k", "2", "1")

        assert it.titles == [titles[0], *titles[2:]] and it.row.title == titles[2]


@pytest.mark.parametrize("times", [0, 1, 2])
async def test_a_range_is_what_lies_between_in_the_order_that_is_seen(shown: Show, times: int) -> None:
    async with shown(fill=two_sources) as it:
        await it.press(*"S" * times, "g", "g", "j", "V", "j", "j", "V")

        picked = it.screen.rows.picked
        assert [row.title for row in it.screen.rows.window.rows if row.id in picked] == it.titles[1:4]


async def test_a_narrowed_list_has_no_sources_to_go_by(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("S", "S", "slash", *"a", "enter")
        assert "first" not in header(it) and "by" not in header(it)

        await it.press("escape")
        assert "by source" in header(it)


async def test_new_items_wait_and_then_go_to_their_places_with_the_cursor_where_it_was(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("S", "j")
        item = it.row.title
        await it.world.items(await it.world.source("One"), "new", newest=timedelta(minutes=1))
        await it.look()
        assert "1 new · press ." in it.text() and it.titles[-1] == "a"
        assert "oldest first" in header(it)

        await it.press("full_stop")
        assert it.titles[-2:] == ["a", "new"] and it.row.title == item


async def test_all_read_means_all_that_was_there_in_any_order(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("S", "A", "A")

        assert "Tips 6" not in header(it)
        assert (await it.world.library.counts())[Lane.TIP].unread == 0


async def test_each_tab_keeps_its_order_over_restarts(tmp_path: Path) -> None:
    async with a_world(tmp_path, two_sources) as world:
        for expected in ("", "oldest first"):
            app = ArrowApp(world, Taste(orders=await world.arranging.orders()))
            async with app.run_test(size=(120, 30)) as pilot:
                it = Shown(app, pilot, world)
                await it.settled()
                assert expected in header(it) and ("first" in header(it)) is bool(expected)
                await it.press("2")
                assert "first" not in header(it) and "by" not in header(it)
                await it.press("1")
                if not expected:
                    await it.press("S")

        assert await world.arranging.orders() == {"Tips": Order.OLDEST}


async def test_an_order_is_taken_back_with_what_was_done_before_it(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("d", "S", "S", "u")
        assert it.said == "Undone: sorted Tips by source" and "by" not in header(it)
        assert it.titles[:2] == ["x", "b"]
        assert await it.world.arranging.orders() == {"Tips": Order.NEWEST}

        await it.press("u")
        assert it.said.startswith("Undone: dismissed 1 item") and it.titles[0] == "a"


async def test_once_round_leaves_nothing_to_undo(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("s", "S", "S", "S", "u")

        assert it.said == "Undone: kept 1 item"


async def test_an_order_taken_back_from_another_tab_is_as_it_was_when_one_comes_there(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("S", "4", "S", "2", "u", "u")
        assert it.said == "Undone: sorted Tips oldest first"

        await it.press("1")
        assert it.titles[0] == "a" and "first" not in header(it)
        await it.press("4")
        assert "last written first" in header(it)


async def test_an_order_taken_back_on_another_screen_is_seen_on_return(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("S", "g", "b", "u", "escape")

        assert it.titles[0] == "a" and "first" not in header(it)


# Calls and the Journal


def places(it: Shown, *words: str) -> list[int]:
    return [it.text().index(each) for each in words]


async def test_calls_go_round_among_urgency_newest_and_fit(shown: Show) -> None:
    async with shown(size=(120, 40), fill=with_profile(topics=("bees",))) as it:
        await it.press("3")
        assert "by urgency" in header(it)

        await it.press("S")
        assert "newest first" in header(it) and "Closing within a day" not in it.text()
        found = places(it, "Teachers on homework", "nurses who work", "Anyone who kept bees", "Closed or expired")
        assert found == sorted(found)

        await it.press("S")
        assert "by fit" in header(it)
        found = places(it, "Open · ", "Anyone who kept bees", "nurses who work", "Teachers on homework")
        assert found == sorted(found)

        await it.press("S")
        assert "by urgency" in header(it) and "Closing within a day" in it.text()

        await it.press("S", "u")
        assert "by urgency" in header(it) and "Closing within a day" in it.text()
        assert it.said == "Undone: sorted Calls newest first"


async def test_without_a_profile_it_is_said_that_nothing_can_fit(shown: Show) -> None:
    async with shown(size=(120, 40), fill=calls) as it:
        await it.press("3", "S", "S")

        assert "[profile]" in it.said
        assert await it.world.arranging.orders() == {"Board": Order.FIT}


async def test_the_cursor_stays_on_its_call(shown: Show) -> None:
    async with shown(size=(120, 40), fill=calls) as it:
        await it.press("3", "j", "j")
        row = it.screen.row
        assert row is not None
        for _ in range(3):
            await it.press("S")
            assert it.screen.row == row


async def three_notes(world: World) -> None:
    await world.source()
    for text in ("Beta", "alpha", "Gamma"):
        note = await world.journal.begin_note()
        await world.journal.write_note(note.id, text)
        world.clock.forward(minutes=5)


async def test_the_journal_goes_round_among_last_written_oldest_and_title(shown: Show) -> None:
    async with shown(size=(120, 30), fill=three_notes) as it:
        await it.press("4", "j")
        assert "last written first" in header(it)
        note = it.screen.journal_pane.row

        for words, order in (("oldest first", "Beta alpha Gamma"), ("by title", "alpha Beta Gamma")):
            await it.press("S")
            assert words in header(it)
            assert [row.opening for row in it.screen.journal_pane.notes] == order.split()
            assert it.screen.journal_pane.row == note

        await it.press("S")
        assert [row.opening for row in it.screen.journal_pane.notes] == ["Gamma", "alpha", "Beta"]

        await it.press("S", "u")
        assert [row.opening for row in it.screen.journal_pane.notes] == ["Gamma", "alpha", "Beta"]


async def test_notes_below_the_first_page_come_in_each_order(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arrowtui.ui.clerk.NOTES_PAGE", 2)
    async with shown(size=(120, 30), fill=three_notes) as it:
        for expected in ("Gamma alpha Beta", "Beta alpha Gamma", "alpha Beta Gamma"):
            await it.press("4", "G", "G")
            assert [row.opening for row in it.screen.journal_pane.notes] == expected.split()
            await it.press("S")
