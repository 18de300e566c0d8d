"""A screen on a real store: `async with shown(size) as (app, pilot, world)`."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import Worker, WorkerCancelled

from arrowtui.model.item import ItemRow
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.command import Place
from arrowtui.ui.desk import Tab
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.asking import AskingScreen
from arrowtui.ui.screens.main import MainScreen
from tests.ui.rest import rest_always
from tests.ui.world import Filled, World, a_world, small

CLOCKWORK = (
    "screens.main.LOOK_EVERY_S",
    "screens.main.AGES_EVERY_S",
    "screens.main.OFFERS_EVERY_S",
    "screens.main.REMIND_EVERY_S",
    "screens.sources.RENEWED_EVERY_S",
    "screens.looking.LOOK_EVERY_S",
    "screens.answer.SAVE_EVERY_S",
    "screens.noting.SAVE_AFTER_S",
    "panes.note.SAVE_AFTER_S",
    "acts.chatting.RENEWED_AFTER_S",
    "acts.searching.COUNT_EVERY_S",
    "acts.watching.ROUND_SHOWN_S",
    "acts.program.TIDY_EVERY_S",
    "screens.asking.SAID_FOR_S",
    "screens.commanded.CHORD_WITHIN_S",
)
"""What comes by itself after a while: here never, or a busy machine would see it where another one does not."""
NEVER_S = 1e6
PUT_OFF = ("preview", "search", "progress")
"""What a moment's wait only spares from being done too often: `settled` has it done at once."""


@pytest.fixture(scope="session", autouse=True)
def imported() -> None:
    """What is there before the first screen stays to the end: each screen after that looks for garbage in less."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def memory(imported: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen looks for garbage once and keeps all the rest out of the collector's way for good, for it is the last
    of its process; here a thousand follow one another, and each has to go, in the collector's own time."""
    monkeypatch.setattr(gc, "collect", lambda: 0)
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on how busy the machine is: what a timer does, a test calls for (`look`, `hasten`); the pilot
    waits until all is told and painted; and no cursor is in a picture by chance."""
    for name in CLOCKWORK:
        monkeypatch.setattr(f"arrowtui.ui.{name}", NEVER_S)
    rest_always(monkeypatch)
    monkeypatch.setattr(Input, "_toggle_cursor", lambda line: None)


@dataclass
class Shown:
    """A running screen and its world."""

    app: ArrowApp
    pilot: Pilot[str]
    world: World

    @property
    def screen(self) -> MainScreen:
        main = self.app.screen_stack[1]
        assert isinstance(main, MainScreen)
        return main

    def place(self) -> Place:
        """Where the keyboard is."""
        return self.screen.place

    def tab(self) -> Tab:
        """The tab that is shown."""
        return self.screen.tab

    @property
    def row(self) -> ItemRow:
        """The row under the cursor."""
        row = self.screen.rows.row
        assert row is not None
        return row

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.screen.saying.words

    @property
    def titles(self) -> list[str]:
        """The titles held by the list."""
        return [row.title for row in self.screen.rows.window.rows]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each with all it sets off."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    def burst(self, characters: str) -> None:
        """Keys that arrive all at once, as over a slow line."""
        for character in characters:
            key = _character_to_key(character)
            self.app.post_message(events.Key(key, character))

    async def resized(self, width: int, height: int) -> None:
        """Another size of the terminal, with all it sets off."""
        await self.pilot.resize_terminal(width, height)
        await self.settled()

    async def settled(self) -> None:
        """Until every question is answered and every answer is shown."""
        quiet = 0
        while quiet < 2:
            await self.pilot.pause()
            quiet = 0 if await self._hurried() else quiet + 1

    async def _hurried(self) -> bool:
        """Wait for workers, and do at once what was put off; False when there was neither."""
        busy = [worker for worker in self.app.workers if worker.group != "poller" and not worker.is_finished]
        asking = [screen for screen in self.app.screen_stack if isinstance(screen, AskingScreen)]
        waiting = [(screen, name) for screen in asking for name in PUT_OFF if screen.is_waiting(name)]
        if busy:
            await answered(busy)
        for screen, name in waiting:
            screen.hasten(name)
        return bool(busy or waiting)

    async def look(self) -> None:
        """What the timer does every second."""
        self.screen.look()
        await self.settled()

    def text(self) -> str:
        """Everything on the screen as text, a line each."""
        _, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(line.text.rstrip() for line in lines[:height])


async def answered(workers: Sequence[Worker[object]]) -> None:
    """Until these are done; one that a newer question of its kind has replaced is, too."""
    for ended in await asyncio.gather(*(worker.wait() for worker in workers), return_exceptions=True):
        if isinstance(ended, BaseException) and not isinstance(ended, WorkerCancelled):
            raise ended


Show = Callable[..., AbstractAsyncContextManager[Shown]]


@pytest.fixture
def shown(tmp_path: Path) -> Show:
    """Opens the program: `async with shown(size=(80, 24), fill=small) as it`."""

    @asynccontextmanager
    async def show(
        size: tuple[int, int] = (80, 24), fill: Filled | None = small, taste: Taste | None = None
    ) -> AsyncIterator[Shown]:
        async with a_world(tmp_path, fill) as world:
            app = ArrowApp(world, taste or Taste())
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                it = Shown(app, pilot, world)
                await it.settled()
                yield it

    return show
