"""Which panes there are at which width, where the keyboard goes, and how it all looks."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from arrowtui.model.item import View
from arrowtui.model.lane import Lane
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import FetchState, Trouble
from arrowtui.store.subscriptions import save_fetch_state
from arrowtui.ui.acts.panes import is_seen
from arrowtui.ui.app import ThemedApp
from arrowtui.ui.command import Place
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.main import MainScreen
from tests.fakes import NOON
from tests.store.builders import indexed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.world import Filled, World, a_world, small

# Panes


def seen_in_panes(it: Shown, words: str) -> int:
    """How often words stand above the status line."""
    return "\n".join(it.text().splitlines()[:-2]).count(words)


def panes_seen(it: Shown) -> str:
    """One letter for each pane on the screen: Side, List, Journal, Reader, note at a Glance, Note."""
    screen = it.screen
    panes: list[tuple[str, Widget]] = [
        ("S", screen.side),
        ("L", screen.items),
        ("J", screen.journal_pane),
        ("R", screen.reader),
        ("G", screen.note_glance),
        ("N", screen.note),
    ]
    return "".join(letter for letter, pane in panes if is_seen(pane))


@pytest.mark.parametrize(
    ("width", "height", "panes"),
    [(40, 10, "L"), (80, 24, "L"), (99, 30, "L"), (100, 30, "LR"), (139, 40, "LR"), (140, 40, "SLR"), (220, 60, "SLR")],
)
async def test_the_width_decides_which_panes_there_are(shown: Show, width: int, height: int, panes: str) -> None:
    async with shown(size=(width, height)) as it:
        assert panes_seen(it) == panes


async def test_in_one_column_the_text_takes_the_place_of_the_list(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        await it.press("enter")
        assert panes_seen(it) == "R"
        await it.press("M")
        assert panes_seen(it) == "RN"
        await it.press("escape")
        assert panes_seen(it) == "R"
        await it.press("escape")
        assert panes_seen(it) == "L"


async def test_the_side_panel_comes_and_goes_at_any_width(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        await it.press("b")
        assert panes_seen(it) == "SL"
        await it.press("backslash")
        assert panes_seen(it) == "L"

    async with shown(size=(150, 40), fill=None) as it:
        await it.press("escape", "b")
        assert panes_seen(it) == "LR"


async def test_the_journal_stands_where_the_list_was(shown: Show) -> None:
    async with shown(size=(150, 40)) as it:
        await it.press("4")
        assert panes_seen(it) == "SJG"


async def test_z_gives_one_pane_the_whole_screen(shown: Show) -> None:
    async with shown(size=(150, 40)) as it:
        await it.press("z")
        assert panes_seen(it) == "L"
        await it.press("z", "enter", "z")
        assert panes_seen(it) == "R"
        await it.press("escape")
        assert panes_seen(it) == "SLR"


async def test_tab_goes_round_the_panes_that_are_seen(shown: Show) -> None:
    async with shown(size=(150, 40)) as it:
        places = []
        for _ in range(4):
            places.append(it.screen.place)
            await it.press("tab")
        assert places == [Place.LIST, Place.READER, Place.SIDE, Place.LIST]

        await it.press("shift+tab")
        assert it.screen.place is Place.LIST


async def test_a_narrower_window_never_leaves_the_keyboard_nowhere(shown: Show) -> None:
    async with shown(size=(150, 40)) as it:
        await it.press("enter")
        await it.resized(80, 24)
        assert panes_seen(it) == "R"

        await it.press("escape", "j")
        assert it.row.title == "A checklist for the first night shift"


async def test_a_wider_window_fills_the_panes_it_makes_room_for(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        await it.press("j")
        await it.resized(150, 40)

        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.id == it.row.id
        assert "Every source" in it.text()


async def test_a_wider_window_shows_the_note_under_the_cursor_and_the_tags_of_notes(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        await it.press("c", *"Ask the night shift.", "enter", "escape", "4")
        await it.resized(150, 40)

        assert seen_in_panes(it, "Ask the night shift.") == 2
        assert "Every source" not in it.text()


async def test_after_a_zoom_the_text_is_that_of_the_item_under_the_cursor(shown: Show) -> None:
    async with shown(size=(150, 40)) as it:
        for leave in ("z", "escape"):
            await it.press("z", "j", leave)
            assert it.screen.reader.reading is not None and it.screen.reader.reading.row.id == it.row.id


async def test_the_journal_entered_again_shows_its_note_again(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        await it.press("c", *"Ask the night shift.", "enter", "escape", "4", "1")
        await it.resized(150, 40)
        await it.press("4")

        assert seen_in_panes(it, "Ask the night shift.") == 2


async def test_a_dialog_leaves_in_sight_what_it_is_about(shown: Show) -> None:
    async with shown(size=(100, 30)) as it:
        await it.press("t")

        assert "Tab tick" in it.text() and "How a four-day week changed" in it.text()


async def test_each_place_has_its_own_keys_in_the_footer(shown: Show) -> None:
    async with shown(size=(80, 24)) as it:
        assert "r read" in it.text().splitlines()[-1]
        await it.press("enter")
        assert "Space read on" in it.text().splitlines()[-1]
        await it.press("M")
        assert "F1 help" in it.text().splitlines()[-1]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (300, 100)])
async def test_no_size_is_too_strange(shown: Show, size: tuple[int, int]) -> None:
    async with shown(size=size) as it:
        await it.press("j", "enter", "escape", "b", "4", "1", "slash", "escape", "M", "escape")

        assert it.screen.place is Place.LIST


async def test_hostile_words_are_drawn_to_the_letter(shown: Show) -> None:
    async def fill(world: World) -> None:
        source = await world.source(HOSTILE)
        await world.items(source, HOSTILE, "[/]", "[@click=app.quit]click me[/]")
        rows = (await world.library.page(View(Lane.TIP))).rows
        await world.journal.tag([rows[0].id], ["[b]tag[/b]"], [])

    async with shown(size=(150, 30), fill=fill) as it:
        text = it.text()
        assert "[red]x[/] [/b]" in text and "[@click=app.quit]click me[/]" in text and "#[b]tag[/b]" in text

        await it.pilot.click(offset=(60, 3))
        await it.press("slash", *"[/b", "escape", "s", "4", "1", "F", "j")
        assert it.app.is_running


# Pictures


class Pictured(ThemedApp):
    """The whole program, with its world opened in its own loop."""

    def __init__(self, folder: Path, fill: Filled, taste: Taste) -> None:
        super().__init__(taste.theme)
        self._folder, self._fill, self._taste = folder, fill, taste
        self._open = AsyncExitStack()
        self.it: Shown

    async def on_mount(self) -> None:
        world = await self._open.enter_async_context(a_world(self._folder, self._fill))
        self.world = world
        await self.push_screen(MainScreen(world, self._taste))

    async def on_unmount(self) -> None:
        await self._open.aclose()


async def full(world: World) -> None:
    """Something of everything a list can show."""
    await small(world)
    failing = await world.source("A feed that fails")
    state = FetchState(
        failing,
        "https://a.example/feed",
        failures=4,
        failing_since=NOON - timedelta(days=3),
        trouble=Trouble("NotThere", "a.example says: not found (404)", "Open the site and add it anew."),
    )
    async with world.store.write() as db:
        await save_fetch_state(db, state)
    extra = await world.source("看護師のためのニュース")
    await world.items(
        extra,
        "看護師の働き方改革について：夜勤を減らす三つの方法と、その結果としてのケアの質",
        "👩🏽‍⚕️ Nurses and 🇬🇧 visas, ❤️ explained",
        "مرحبا بالعالم: التمريض في المنزل",
        HOSTILE,
        "A very long title that goes on and on about the reorganisation of community nursing in four counties",
        newest=timedelta(days=9),
        every=timedelta(days=40),
    )
    rows = (await world.library.page(View(Lane.TIP))).rows
    journal = world.journal
    await journal.read([rows[1].id, rows[3].id], True)
    await journal.keep([rows[1].id], True)
    await journal.later([rows[2].id], True)
    await journal.tag([rows[0].id, rows[6].id], ["nhs", "rota"], [])
    note = await journal.begin_note(rows[1].id)
    await journal.write_note(note.id, "So what for my work: try the two-line handover on Monday.")
    lone = await journal.begin_note(None)
    await journal.write_note(lone.id, "A week in which three people said the same thing.")
    await indexed(world.store)


Compare = Callable[..., bool]
SMALL, MIDDLE, LARGE = (80, 24), (120, 34), (160, 45)
SCENES: dict[str, tuple[str, ...]] = {
    "list": (),
    "marks": ("j", "j", "d", "x", "x"),
    "reading": ("j", "enter"),
    "all": ("f",),
    "nothing kept": ("3", "f", "f"),
    "journal": ("4",),
    "note": ("j", "M"),
    "side": ("F", "j"),
    "search": ("slash", *"night"),
    "no hits": ("slash", *"zzzz"),
    "chord": ("g",),
    "question": ("A",),
    "range": ("V", "j", "j"),
}


def shoot(
    snap_compare: Compare, folder: Path, keys: tuple[str, ...], size: tuple[int, int], taste: Taste, fill: Filled = full
) -> bool:
    """Compare the picture of the screen after these keys with the one that was accepted."""
    app = Pictured(folder, fill, taste)

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.look()
        app.world.poller.speak(Progress(412, 1_000, new=37, failing=1))
        await app.it.settled()
        await app.it.press(*keys)
        await app.it.look()  # lest the timer look before the picture on one machine and after it on another

    return snap_compare(app, terminal_size=size, run_before=go_there)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["80x24", "120x34", "160x45"])
@pytest.mark.parametrize("scene", ["list", "reading", "journal"])
def test_how_it_looks(snap_compare: Compare, tmp_path: Path, scene: str, size: tuple[int, int], theme: str) -> None:
    assert shoot(snap_compare, tmp_path, SCENES[scene], size, Taste(theme))


@pytest.mark.parametrize("scene", sorted(SCENES.keys() - {"list", "reading", "journal"}))
def test_how_a_moment_looks(snap_compare: Compare, tmp_path: Path, scene: str) -> None:
    assert shoot(snap_compare, tmp_path, SCENES[scene], SMALL, Taste())


def test_how_it_looks_in_the_terminals_own_colours_and_ascii(snap_compare: Compare, tmp_path: Path) -> None:
    assert shoot(snap_compare, tmp_path, ("j",), MIDDLE, Taste("terminal", is_ascii=True))


def test_how_a_narrow_column_looks(snap_compare: Compare, tmp_path: Path) -> None:
    assert shoot(snap_compare, tmp_path, (), (48, 16), Taste())


def test_how_a_screen_without_sources_looks(snap_compare: Compare, tmp_path: Path) -> None:
    async def nothing(world: World) -> None:
        await world.source("Quiet")

    assert shoot(snap_compare, tmp_path, (), SMALL, Taste(), nothing)
