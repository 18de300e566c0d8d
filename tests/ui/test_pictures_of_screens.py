"""How the screens over the main one look: full of long, wide and hostile words, and empty; dark and light."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import About, Subject, SubjectKind
from arrowtui.services.chats import Chats
from arrowtui.ui.ports import Taste
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.test_session import CHAT, MINUTE, START, chat, say, wrapped
from tests.ui.test_sources_screen import failing_now
from tests.ui.world import Filled, World

WIDE = "看護師の働き方改革について：夜勤を減らす三つの方法と、その結果としてのケアの質"
EMOJI = "👩🏽‍⚕️ Nurses and 🇬🇧 visas, ❤️ explained"
LONG = "A very long title that goes on and on about the reorganisation of community nursing in four counties"
TALK = (
    ("@田中", 15, "A2: 二重に書くことをやめた。新人が早く覚えるようになった #wardchat"),
    ("@a-handle-that-is-longer-than-anybody-would-think-of@a.very.long.instance.example", 16, f"A2: {LONG} #wardchat"),
    ("@émile", 17, f"A2: {EMOJI} #wardchat"),
)


async def talk(world: World) -> None:
    """A chat with people who write in other scripts and at length."""
    await chat(world)
    await say(world, 1, *TALK, prefix="t")


async def talk_that_is_over(world: World) -> None:
    """The same, wrapped up, with a line of hers beside a question."""
    await wrapped(world)
    session = next(line for _, part in (await world.chats.board()).parts for line in part if line.posts)
    question = Subject(SubjectKind.QUESTION, f"{session.key}|1")
    note = await world.journal.begin_note(subject=question, about=About("Ward chat Q1"))
    await world.journal.write_note(note.id, "Two lines, no more.")


async def silent(world: World) -> None:
    """A chat that is on, in which nobody has said anything."""
    world.followed = (CHAT,)
    world.chats = Chats(world.store, world.clock, world.followed, world.folder / "exports")
    await say(world, await world.source("Hashtag"), ("@wardchat", 2, "Welcome to #wardchat!"))
    world.clock.hour = START + 10 * MINUTE


async def thought(world: World) -> None:
    """A week of keeping and noting: long titles, wide ones, intentions of all kinds."""
    source = await world.source("Nursing Notes")
    other = await world.source("看護師のためのニュース")
    await world.items(source, LONG, HOSTILE, "Handovers that people remember", text="<p>Some text.</p>")
    await world.items(other, WIDE, EMOJI, newest=timedelta(hours=3))
    rows = (await world.library.page(View(Lane.TIP, Scope.ALL))).rows
    await world.journal.keep([row.id for row in rows], True)
    for row, words in zip(rows, ("two people at the bed", WIDE, LONG, HOSTILE), strict=False):
        note = await world.journal.begin_note(row.id)
        await world.journal.write_note(
            note.id, f"## Now what?\n\n- [ ] By Friday: {words}\n- [x] By Monday: tried it\n"
        )
    lone = await world.journal.begin_note()
    await world.journal.write_note(lone.id, f"Now what? Yesterday was the day: {EMOJI}, by 20 November")
    world.clock.forward(hours=1)


async def sourced(world: World) -> None:
    """Sources that are fine, new, failing, with long and wide names."""
    await world.source("看護師のためのニュースと夜勤の手引き、そして引き継ぎの記録")
    await world.source(f"{LONG}: the feed", "https://long.example/feed")
    await world.source(EMOJI, "https://emoji.example/feed")
    await world.source(HOSTILE, "https://hostile.example/feed")
    await failing_now(world)


async def taught(world: World) -> None:
    """Moves that taught something, by authors with long and wide names."""
    source = await world.source("Nursing Notes")
    names = ("Ida Lund", "田中 さくら", f"{LONG} and her colleagues")
    batch = [placed(an_item(f"i{n}", title=LONG, author=names[n % 3], at=NOON - n * MINUTE)) for n in range(9)]
    await arrived(world.store, source, batch)
    rows = (await world.library.page(View(Lane.TIP, Scope.ALL))).rows
    await world.journal.move([row.id for row in rows], Lane.CALL)


async def nothing(world: World) -> None:
    await world.source("Quiet")


async def nothing_at_all(world: World) -> None:
    """Not even a source."""


FULL: dict[str, tuple[Filled, tuple[str, ...]]] = {
    "people": (talk, ("2", "g", "p")),
    "search": (talk, ("2", "enter", "slash", *"twice")),
    "recap": (talk_that_is_over, ("2", "j", "enter", "e")),
    "intentions": (thought, ("g", "i")),
    "measures": (thought, ("g", "m")),
    "letter": (thought, ("g", "l")),
    "lessons": (taught, ("T",)),
    "sources": (sourced, ("g", "s")),
}
EMPTY: dict[str, tuple[Filled, tuple[str, ...]]] = {
    "people": (silent, ("2", "g", "p")),
    "search": (talk, ("2", "enter", "slash", *"nowhere")),
    "gather": (nothing, ("g", "a")),
    "intentions": (nothing, ("g", "i")),
    "measures": (nothing, ("g", "m")),
    "letter": (nothing, ("g", "l")),
    "lessons": (nothing, ("T",)),
    "sources": (nothing_at_all, ("g", "s")),
}
Compare = Callable[..., bool]


def shoot(
    snap_compare: Compare, folder: Path, fill: Filled, keys: tuple[str, ...], size: tuple[int, int], theme: str
) -> bool:
    """Compare the picture of the screen after these keys with the one that was accepted."""
    app = Pictured(folder, fill, Taste(theme, has_sources=True))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.look()
        await app.it.press(*keys)
        for line in app.screen.query(Input):
            line.cursor_blink = False  # a cursor is not in the picture by chance
        await app.it.settled()

    return snap_compare(app, terminal_size=size, run_before=go_there)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
@pytest.mark.parametrize("screen", FULL)
def test_how_a_full_screen_looks(
    snap_compare: Compare, tmp_path: Path, screen: str, size: tuple[int, int], theme: str
) -> None:
    assert shoot(snap_compare, tmp_path, *FULL[screen], size, theme)


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "dark"), ((160, 45), "light")], ids=["80x24", "160x45"])
@pytest.mark.parametrize("screen", EMPTY)
def test_how_an_empty_screen_looks(
    snap_compare: Compare, tmp_path: Path, screen: str, size: tuple[int, int], theme: str
) -> None:
    assert shoot(snap_compare, tmp_path, *EMPTY[screen], size, theme)
