"""The command line, run in this process on folders of its own."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from arrowtui.cli.main import run
from arrowtui.gateways.places import Folders
from arrowtui.services.journal import Done
from arrowtui.wiring.shell import open_services
from tests.server import Say, Server


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Arrowtui = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def config(home: Path) -> Path:
    return home / "config.toml"


@pytest.fixture
def arrowtui(home: Path, config: Path, capfd: pytest.CaptureFixture[str]) -> Arrowtui:
    """Run a command line; what it wrote and how it ended come back."""

    def call(*arguments: str) -> Ran:
        code = run(["--config", str(config), "--data", str(home / "data"), *arguments])
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return call


def steps(home: Path) -> list[str]:
    """What `u` on the screen takes back, the latest first."""
    with closing(sqlite3.connect(home / "data" / "arrowtui.db")) as db:
        return [sentence for (sentence,) in db.execute("SELECT sentence FROM actions ORDER BY id DESC")]


def undone(home: Path, config: Path) -> str | None:
    """Press `u`; what it says was taken back."""

    async def undo() -> Done | None:
        async with open_services(Folders(config, home / "data")) as services:
            return await services.journal.undo()

    done = asyncio.run(undo())
    return done.sentence if done else None


class World:
    """A web server beside the command line, in a thread of its own: pages by path."""

    def __init__(self) -> None:
        self.server = Server()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)

    def start(self) -> None:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.server.__aenter__(), self._loop).result()

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self.server.__aexit__(None, None, None), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def until_asked(self) -> None:
        """Wait until a request has come in."""
        asyncio.run_coroutine_threadsafe(self.server.was_asked.wait(), self._loop).result()

    def open(self, gate: asyncio.Event) -> None:
        """Let whoever waits at it go on."""
        self._loop.call_soon_threadsafe(gate.set)

    def feed(self, path: str, title: str, *items: str) -> str:
        """Serve an RSS feed; returns its address."""
        told = "".join(f"<item><title>{item}</title><guid>{path}{item}</guid></item>" for item in items)
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{told}</channel></rss>'
        return self.server.on(path, Say(200, body, Content_Type="application/rss+xml"))

    def page(self, path: str, *feeds: str) -> str:
        """Serve a page that names feeds; returns its address."""
        links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)
        return self.server.on(path, Say(200, f"<html><head>{links}</head></html>", Content_Type="text/html"))


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    world.start()
    yield world
    world.stop()
