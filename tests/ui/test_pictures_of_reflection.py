"""How noting and meeting again look: accepted pictures, small and large, dark and light."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from arrowtui.model.board import Grouping
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.picture import Picture
from arrowtui.model.review import Event, Happening, Outcome
from arrowtui.services.boarding import Board
from arrowtui.store.pictures import put_picture
from arrowtui.ui.ports import Taste
from tests.fakes import NOON
from tests.ui.conftest import Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import World, small

Compare = Callable[..., bool]

FIRST = """## What?

Two lines on a card, read out **loud**.

## Now what?

By Friday: try it with the night shift
- [x] Print the cards
"""
SECOND = """It works when *two* people stand at the bed. Alone I forget the second line. See [[n2|the week]].
"""


async def thoughts(world: World) -> None:
    """Some weeks of noting: layers, tags, links, reviews, news, something kept and looked at."""
    await small(world)
    rows = (await world.library.page(View(Lane.TIP, Scope.ALL))).rows
    journal, reflection = world.journal, world.reflection
    await journal.keep([row.id for row in rows[:4]], True)
    await journal.tag([rows[0].id, rows[1].id], ["ward"], [])
    note = await journal.begin_note(rows[0].id)
    await journal.write_note(note.id, FIRST)
    await journal.tag_note(note.id, ["handover", "看護"], [])
    week = await journal.begin_note()
    await journal.write_note(week.id, f"A week in which three people said the same thing. {HOSTILE}")
    world.clock.forward(days=8)
    await reflection.looked(rows[1].id)
    await reflection.answer(week.id, Outcome.EFFORT)
    again = await journal.add_layer(note.id)
    await journal.write_layer(again.layer.id, SECOND)
    await reflection.happened(note.id, Event(Happening.EDITED))
    world.clock.forward(hours=1)


SCENES: dict[str, tuple[str, ...]] = {
    "line": ("j", "c", *"two lines"),
    "why": ("G", "s"),
    "layers": ("M",),
    "again": ("M", "ctrl+n"),
    "preview": ("M", "ctrl+o"),
    "prompts": ("M", "ctrl+t"),
    "asked": ("g", "r"),
    "shown": ("g", "r", "space"),
    "used": ("g", "r", "w"),
    "met": ("g", "r", "L", "L", "L", "L"),
    "board": ("g", "b"),
    "letter": ("g", "l"),
    "measures": ("g", "m"),
    "intentions": ("g", "i"),
    "links": ("M", "ctrl+l", *"week"),
    "journal": ("4",),
    "sought": ("4", "slash", *"week"),
}


async def pictured(world: World) -> None:
    """The same, and a picture of one of the kept items: a hill under a morning sky."""
    await thoughts(world)
    for kept in (await Board(world.store).shelves(Grouping.TAG))[0].items:
        dots = [
            (90, 120 + x, 60) if y > 30 - x // 4 else (250 - y * 3, 200 - y * 2, 150)
            for y in range(36)
            for x in range(48)
        ]
        async with world.store.write() as db:
            await put_picture(db, kept.row.id, Picture(48, 36, bytes(part for dot in dots for part in dot)), 0, NOON)


def shoot(
    snap_compare: Compare,
    folder: Path,
    keys: tuple[str, ...],
    size: tuple[int, int],
    taste: Taste,
    fill: Callable[[World], Awaitable[None]] = thoughts,
) -> bool:
    """Compare the picture of the screen after these keys with the one that was accepted."""
    app = Pictured(folder, fill, taste)

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.look()
        await app.it.press(*keys)
        await app.it.look()

    return snap_compare(app, terminal_size=size, run_before=go_there)


@pytest.mark.parametrize("scene", SCENES)
def test_how_it_looks_in_a_small_terminal(snap_compare: Compare, tmp_path: Path, scene: str) -> None:
    assert shoot(snap_compare, tmp_path, SCENES[scene], (80, 24), Taste())


@pytest.mark.parametrize("scene", ["layers", "shown", "board", "letter", "measures", "journal"])
def test_how_it_looks_in_a_large_one_in_the_light(snap_compare: Compare, tmp_path: Path, scene: str) -> None:
    assert shoot(snap_compare, tmp_path, SCENES[scene], (160, 45), Taste("light"))


def test_how_the_board_looks_with_pictures(snap_compare: Compare, tmp_path: Path) -> None:
    assert shoot(snap_compare, tmp_path, SCENES["board"], (120, 34), Taste(), pictured)


def test_how_the_measures_look_in_plain_letters(snap_compare: Compare, tmp_path: Path) -> None:
    assert shoot(snap_compare, tmp_path, SCENES["measures"], (80, 40), Taste("terminal", is_ascii=True))
