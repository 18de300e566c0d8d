"""Sorting out by keyboard: each key does what the table says, on the real store, and `u` takes it back."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.services.journal import Done
from arrowtui.ui.desk import Tab
from arrowtui.ui.screens.lane import LaneScreen
from arrowtui.ui.screens.tags import TagsScreen
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.world import TITLES, World, long


async def stored(it: Shown, scope: Scope, lane: Lane = Lane.TIP) -> list[str]:
    """The titles the store lists in a scope."""
    return [row.title for row in (await it.world.library.page(View(lane, scope))).rows]


@pytest.mark.parametrize(
    ("key", "scope", "sentence"),
    [
        ("d", Scope.DISMISSED, "Dismissed 1 item"),
        ("s", Scope.KEPT, "Kept 1 item"),
        ("L", Scope.LATER, "Put 1 item aside for later"),
    ],
)
async def test_one_key_marks_the_item_and_u_takes_it_back(shown: Show, key: str, scope: Scope, sentence: str) -> None:
    async with shown() as it:
        await it.press(key)
        assert it.said == sentence
        assert await stored(it, scope) == [TITLES[0]]

        await it.press("u")
        assert it.said == f"Undone: {sentence[0].lower()}{sentence[1:]}"
        assert await stored(it, scope) == []


async def test_r_marks_read_goes_on_and_marks_unread_again(shown: Show) -> None:
    async with shown() as it:
        await it.press("r")
        assert it.row.title == TITLES[1]
        assert await stored(it, Scope.UNREAD) == list(TITLES[1:])

        await it.press("k", "r")
        assert await stored(it, Scope.UNREAD) == list(TITLES)


async def test_capital_u_marks_unread(shown: Show) -> None:
    async with shown() as it:
        await it.press("r", "k", "U")

        assert await stored(it, Scope.UNREAD) == list(TITLES)
        assert not it.row.is_read


async def test_what_is_read_or_dismissed_stays_in_sight_until_the_list_is_entered_anew(shown: Show) -> None:
    async with shown() as it:
        await it.press("r", "d")

        assert it.titles == list(TITLES)
        assert it.text().splitlines()[1][2] == "○"
        assert it.text().splitlines()[2][2] == "×"

        await it.press("2", "1")
        assert it.titles == list(TITLES[2:])
        assert it.row.title == TITLES[2]


async def test_undo_brings_a_dismissed_item_back_into_a_list_entered_since(shown: Show) -> None:
    async with shown() as it:
        await it.press("d", "2", "1")
        assert it.titles == list(TITLES[1:])
        before = it.row.id

        await it.press("u")

        assert it.titles == list(TITLES)
        assert it.row.id == before


async def test_undo_goes_all_the_way_back_and_says_when_nothing_is_left(shown: Show) -> None:
    async with shown() as it:
        await it.press("r", "s", "d", "L")
        sentences = []
        for _ in range(5):
            await it.press("u")
            sentences.append(it.said)

        assert sentences == [
            "Undone: put 1 item aside for later",
            "Undone: dismissed 1 item",
            "Undone: kept 1 item",
            "Undone: marked 1 item read",
            "Nothing left to undo",
        ]
        assert await stored(it, Scope.UNREAD) == list(TITLES)


async def test_keys_pressed_faster_than_the_disk_are_all_done_in_order(shown: Show) -> None:
    async with shown() as it:
        await it.pilot.press("r", "r", "d", "s", "u", "u")
        await it.settled()

        assert await stored(it, Scope.UNREAD) == list(TITLES[2:])
        assert await stored(it, Scope.DISMISSED) == []
        assert await stored(it, Scope.KEPT) == []


async def test_selected_items_are_meant_together(shown: Show) -> None:
    async with shown() as it:
        await it.press("x", "j", "x")
        assert it.said == "2 selected"

        await it.press("s")
        assert await stored(it, Scope.KEPT) == [TITLES[0], TITLES[2]]
        assert it.screen.rows.picked == frozenset()


async def test_a_range_is_selected_from_where_it_began_to_the_cursor(shown: Show) -> None:
    async with shown() as it:
        await it.press("j", "V", "j", "j", "d")

        assert await stored(it, Scope.DISMISSED) == list(TITLES[1:4])


async def test_a_range_ended_by_its_key_can_be_added_to(shown: Show) -> None:
    async with shown() as it:
        await it.press("V", "j", "V")
        assert it.said == "2 selected"

        await it.press("G", "x", "s")
        assert await stored(it, Scope.KEPT) == [TITLES[0], TITLES[1], TITLES[-1]]


async def test_a_range_over_pages_that_are_not_held_means_every_item(shown: Show) -> None:
    async with shown(fill=partial(long, count=1_500)) as it:
        await it.press("V", "G")
        await it.press("s")

        assert it.said == "Kept 1,500 items"


async def test_capital_x_selects_nothing(shown: Show) -> None:
    async with shown() as it:
        await it.press("x", "x", "X")

        assert it.screen.rows.picked == frozenset()
        assert it.said == ""


async def test_a_asks_once_with_the_number_and_can_be_undone(shown: Show) -> None:
    async with shown() as it:
        await it.press("A")
        assert it.said == "Mark 6 items read?"
        assert await stored(it, Scope.UNREAD) == list(TITLES)

        await it.press("A")
        assert it.said == "Marked 6 items read"
        assert await stored(it, Scope.UNREAD) == []
        assert it.titles == list(TITLES)

        await it.press("u")
        assert await stored(it, Scope.UNREAD) == list(TITLES)


async def test_what_takes_its_time_is_said_to_be_under_way(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    async with shown() as it:
        gate = asyncio.Event()

        def held(name: str) -> None:
            deed: Callable[..., Awaitable[Done | None]] = getattr(it.world.journal, name)

            async def wait_for_it(*given: object) -> Done | None:
                await gate.wait()
                return await deed(*given)

            monkeypatch.setattr(it.world.journal, name, wait_for_it)

        held("read_all")
        held("undo")
        await it.press("A")
        await it.pilot.press("A")
        assert it.said == "Marking them read …"
        gate.set()
        await it.settled()
        assert it.said == "Marked 6 items read"

        gate.clear()
        await it.pilot.press("u")
        it.screen.hasten("undoing")
        assert it.said == "Taking it back …"
        gate.set()
        await it.settled()
        assert it.said == "Undone: marked 6 items read"


@pytest.mark.parametrize("other", ["j", "escape", "s"])
async def test_any_other_key_answers_the_question_with_no(shown: Show, other: str) -> None:
    async with shown() as it:
        await it.press("A", other, "A")

        assert it.said == "Mark 6 items read?"
        assert await stored(it, Scope.UNREAD) == list(TITLES)


async def test_all_means_only_what_the_list_shows(shown: Show) -> None:
    async with shown() as it:
        await it.press("3", "A", "A")

        assert await stored(it, Scope.UNREAD, Lane.CALL) == []
        assert await stored(it, Scope.UNREAD) == list(TITLES)


async def test_items_that_came_after_the_list_was_entered_are_not_marked(shown: Show) -> None:
    async with shown() as it:
        source = (await it.world.library.sources())[0].id
        await it.world.items(source, "Just in", newest=timedelta(seconds=1))

        await it.press("A", "A")

        assert await stored(it, Scope.UNREAD) == ["Just in"]


async def test_m_moves_to_another_tab_for_good(shown: Show) -> None:
    async with shown() as it:
        await it.press("m")
        assert isinstance(it.app.screen, LaneScreen)
        await it.press("3")

        assert TITLES[0] in await stored(it, Scope.UNREAD, Lane.CALL)
        assert "→Calls" in it.text()
        row = next(row for row in (await it.world.library.page(View(Lane.CALL))).rows if row.title == TITLES[0])
        reading = await it.world.library.item(row.id)
        assert reading is not None and reading.verdict.chosen_by is ChosenBy.PERSON

        await it.press("u")
        assert TITLES[0] in await stored(it, Scope.UNREAD)


async def test_t_tags_what_is_selected(shown: Show) -> None:
    async with shown() as it:
        await it.press("x", "x", "t")
        assert isinstance(it.app.screen, TagsScreen)
        await it.press(*"rota", "enter")

        assert [row.tags for row in it.screen.rows.window.rows[:3]] == [("rota",), ("rota",), ()]
        assert "#rota" in it.text()

        await it.press("u")
        assert await it.world.library.tags() == ()


async def test_the_same_key_means_the_same_on_every_tab(shown: Show) -> None:
    async with shown() as it:
        await it.press("2", "s", "3", "s")

        assert len(await stored(it, Scope.KEPT, Lane.CHAT)) == 1
        assert len(await stored(it, Scope.KEPT, Lane.CALL)) == 1


async def test_with_no_item_there_is_nothing_to_do_and_no_fault(shown: Show) -> None:
    async with shown(fill=None) as it:
        await it.press("escape")
        for key in ("r", "U", "d", "s", "L", "t", "m", "x", "V", "X", "A", "u", "o", "y", "c", "n", "p", "J", "K"):
            await it.press(key)

        assert it.screen.rows.row is None


async def test_next_unread_is_found_pages_away(shown: Show) -> None:
    async def fill(world: World) -> None:
        await long(world, 1_000)
        rows = (await world.library.page(View(Lane.TIP), limit=1_000)).rows
        await world.journal.read([row.id for row in rows[1:900]], True)

    async with shown(fill=fill) as it:
        await it.press("f")
        assert len(it.titles) < 900
        await it.press("n")
        assert it.row.title == "Item 901"

        await it.press("p")
        assert it.row.title == "Item 1"
        await it.press("p")
        assert it.said == "Nothing unread above"


async def test_an_edited_item_is_unread_again_and_says_so(shown: Show) -> None:
    async with shown() as it:
        await it.press("r")
        source = (await it.world.library.sources())[0].id
        newer = an_item(TITLES[0], title="How a four-day week changed our hospital", at=NOON - timedelta(minutes=5))
        await arrived(it.world.store, source, [placed(newer)])
        await it.look()

        line = it.text().splitlines()[1]
        assert line[2] == "●"
        assert "changed our hospital" in line and "~" in line
        assert it.screen.tab is Tab.TIPS
