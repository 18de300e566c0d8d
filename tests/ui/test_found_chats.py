"""Chats that were found stand on the board of chats: looked into, followed, waved off, taken back by single keys."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from arrowtui.model.chat import Series, Window
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.item import Scope
from arrowtui.model.lane import Lane
from arrowtui.services.chats import Chats
from arrowtui.services.journal import Journal
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store.found_chats import put_found
from arrowtui.ui.command import Place
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.add import AddScreen
from arrowtui.ui.screens.session import SessionScreen
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.test_session import Compare
from tests.ui.world import Filled, World

LAST = NOON - timedelta(days=4, hours=16)
OWN = '# Mine.\n\n[[chat]]\nhashtags = ["#wardchat"]\nschedule = "Mondays 11:30 UTC"\n'


async def found(world: World) -> None:
    """Two chats that were found, one of them with its last meeting; none is followed."""
    path = world.folder / "config.toml"
    if not path.exists():
        path.write_text("# Mine.\n", encoding="utf-8")
    file = SettingsFile(path)
    book = Subscribe(world.store, file)
    world.chats = Chats(world.store, world.clock, lambda: file.settings().chats(), world.folder / "exports", book)
    world.journal = Journal(world.store, world.clock, book=book)
    said = [("@host", f"Q{n}: What about number {n}? {HOSTILE} #nurschat", 10 * n) for n in (1, 2, 3)] + [
        ("@ida", f"A{n}: like this #nurschat", 10 * n + 2) for n in (1, 2, 3)
    ]
    batch = [
        placed(an_item(f"n{n}", title=text, text=text, author=who, at=LAST + timedelta(minutes=at)), Lane.CHAT)
        for n, (who, text, at) in enumerate(said)
    ]
    await arrived(world.store, await world.source("Hashtags"), batch)
    await put(world, "#nurschat", "#" + "longhashtag" * 5)


async def beside_others(world: World) -> None:
    """The same, beside a chat that is followed."""
    (world.folder / "config.toml").write_text(OWN, encoding="utf-8")
    await found(world)


async def put(world: World, *hashtags: str) -> None:
    weekly = "FREQ=WEEKLY;BYDAY=TH;BYHOUR=20;BYMINUTE=0"
    every = [
        FoundChat(Series(tag, weekly, "UTC", 60, ("host",)), 5, 40, Window(LAST, LAST + timedelta(hours=1)))
        for tag in hashtags
    ]
    async with world.store.write() as db:
        await put_found(db, every)


async def on_found(it: Shown) -> None:
    """To the first of them."""
    await it.press("2", "G", "k")
    assert it.screen.chats_pane.list.found is not None


async def test_what_was_found_stands_below_the_sessions(shown: Show) -> None:
    async with shown(size=(80, 24), fill=beside_others) as it:
        await it.press("2")

        text = it.text()
        assert "Found in what you read · 2" in text
        assert "Thursdays 20:00 · met 5 times · 40 people" in text
        assert text.index("#wardchat") < text.index("Found in")
        assert "+ follows it · d not this one" in text


async def test_without_any_chat_the_list_becomes_a_board_as_soon_as_one_is_found(shown: Show) -> None:
    async with shown(size=(100, 30), fill=found) as it:
        async with it.world.store.write() as db:
            await put_found(db, [])
        await it.press("2")
        assert it.place() is Place.LIST

        await put(it.world, "#nurschat")
        await it.look()
        assert "#nurschat" in it.text()
        assert it.place() is Place.CHATS

        await it.press("f")
        assert it.place() is Place.LIST
        assert it.screen.desk.view.scope is Scope.ALL


async def test_enter_opens_its_latest_meeting(shown: Show) -> None:
    async with shown(size=(120, 30), fill=beside_others) as it:
        await on_found(it)
        assert "What about number 3?" in it.text()

        await it.press("enter")
        await it.settled()

        assert isinstance(it.app.screen, SessionScreen)
        assert "Q3" in it.text()
        assert "A3: like this" in it.text() or "What about number 3?" in it.text()


async def test_plus_follows_it_and_undo_takes_it_out_again(shown: Show) -> None:
    async with shown(size=(120, 30), fill=beside_others) as it:
        path = it.world.folder / "config.toml"
        await on_found(it)
        await it.press("+")

        assert "Following #nurschat" in it.said
        assert 'hashtags = ["#nurschat"]' in path.read_text(encoding="utf-8")
        assert it.world.poller.reloads == 1
        session = it.screen.chats_pane.list.session
        assert session is not None
        assert session.chat.name == "#nurschat"
        assert "Found in what you read · 1" in it.text()

        await it.press("u")
        assert path.read_text(encoding="utf-8") == OWN
        assert "Found in what you read · 2" in it.text()


async def test_d_waves_it_off_and_undo_brings_it_back(shown: Show) -> None:
    async with shown(size=(120, 30), fill=beside_others) as it:
        await on_found(it)
        await it.press("d")

        assert "Not told of #nurschat again" in it.said
        assert "Found in what you read · 1" in it.text()
        await it.press("u")
        assert "Found in what you read · 2" in it.text()


async def test_the_last_one_waved_off_leaves_the_list_of_posts(shown: Show) -> None:
    async with shown(size=(100, 30), fill=found) as it:
        await put(it.world, "#nurschat")
        await it.press("2")
        assert it.place() is Place.CHATS

        await it.press("d")
        assert it.place() is Place.LIST
        await it.press("u")
        assert it.place() is Place.CHATS


async def test_elsewhere_plus_adds_a_source(shown: Show) -> None:
    async with shown(fill=beside_others) as it:
        await it.press("2", "g", "g", "+")

        assert isinstance(it.app.screen, AddScreen)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("fill", [found, beside_others], ids=["alone", "beside"])
def test_how_found_chats_look(
    snap_compare: Compare, tmp_path: Path, fill: Filled, theme: str, size: tuple[int, int]
) -> None:
    app = Pictured(tmp_path, fill, Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.press("2", "G", "k")
        await app.it.settled()

    assert snap_compare(app, terminal_size=size, run_before=go_there)
