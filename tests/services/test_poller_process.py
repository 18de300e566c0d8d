"""The real poller as a process of its own: started by a screen, left by it, killed in the middle."""

import asyncio
import fcntl
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from arrowtui.gateways.child import ChildPoller, poller_command
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.places import Folders
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import Wish
from arrowtui.settings.edit import SettingsFile
from tests.server import Hang, Say, Server
from tests.services.world import a_feed

SCREEN = """
import asyncio, os, sys
from pathlib import Path
from arrowtui.gateways.child import ChildPoller
from arrowtui.gateways.lock import FileLock
poller = ChildPoller(sys.argv[2:], FileLock(Path(sys.argv[1])))
asyncio.run(poller.listen(lambda progress: print(progress.done, progress.total, flush=True)))
"""


class Desk:
    """Folders of one run, and what its poller says."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self.lock = FileLock(folders.lock_file)
        self.command = poller_command("--config", str(folders.config_file), "--data", str(folders.data_folder))
        self.poller = ChildPoller(self.command, self.lock)
        self.heard: asyncio.Queue[Progress] = asyncio.Queue()

    def follow(self, *addresses: str) -> None:
        SettingsFile(self.folders.config_file).add([Wish("feed", address) for address in addresses])

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.poller.listen(self.heard.put_nowait))
        try:
            yield
        finally:
            await self.poller.stop()
            await asyncio.wait_for(task, 60)

    async def until_done(self, done: int) -> Progress:
        """Wait for the line that says so many sources are done."""
        while True:
            progress = await asyncio.wait_for(self.heard.get(), 60)
            if progress.done == done and progress.report is not None:
                return progress

    async def until_unlocked(self) -> None:
        """Wait until no poller holds the lock."""
        with self.folders.lock_file.open() as file:
            await asyncio.wait_for(asyncio.to_thread(fcntl.flock, file, fcntl.LOCK_EX), 60)

    def titles(self) -> list[str]:
        """What the store holds, looked at by nobody's rules but SQLite's."""
        with sqlite3.connect(self.folders.store_file) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found = sorted(str(title) for (title,) in db.execute("SELECT title FROM items"))
        db.close()
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Folders(tmp_path / "config.toml", tmp_path / "data"))


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


async def test_a_screen_starts_it_hears_it_orders_it_and_ends_it(desk: Desk, server: Server) -> None:
    desk.follow(server.on("/feed", Say(200, a_feed("First")), Say(200, a_feed("First", "Second"))))

    async with desk.listening():
        first = await desk.until_done(1)
        assert desk.lock.is_taken()
        await desk.poller.ask()
        second = await desk.until_done(1)

    assert (first.new, second.new, second.failing) == (1, 1, 0)
    assert desk.titles() == ["First", "Second"]
    assert not desk.lock.is_taken()


async def test_it_ends_when_its_screen_is_killed(desk: Desk, server: Server) -> None:
    desk.follow(server.on("/feed", Say(200, a_feed("First"))))
    screen = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SCREEN, str(desk.folders.lock_file), *desk.command, stdout=asyncio.subprocess.PIPE
    )
    assert screen.stdout is not None
    while (await asyncio.wait_for(screen.stdout.readline(), 60)) != b"1 1\n":
        pass
    assert desk.lock.is_taken()

    screen.kill()
    await screen.wait()

    await desk.until_unlocked()
    assert desk.titles() == ["First"]


async def test_killed_in_the_middle_it_leaves_a_sound_store_and_the_next_one_goes_on(
    desk: Desk, server: Server
) -> None:
    hanging = server.on("/2", Hang(), Say(200, a_feed("Second")))
    desk.follow(server.on("/1", Say(200, a_feed("First"), ETag='"1"')), hanging)

    async with desk.listening():
        await desk.until_done(1)
        holder = desk.lock.holder()
        assert holder is not None
        os.kill(holder, signal.SIGKILL)
        await desk.until_unlocked()
        assert desk.titles() == ["First"]
        last = await desk.until_done(1)  # a new one was started: only what was left undone is due

    assert (last.total, last.new) == (1, 1)
    assert desk.titles() == ["First", "Second"]


async def test_terminated_it_ends_and_gives_the_lock_back(desk: Desk, server: Server) -> None:
    desk.follow(server.on("/1", Say(200, a_feed("First"))), server.on("/2", Hang()))
    process = await asyncio.create_subprocess_exec(
        *desk.command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    while b'"done":1' not in await asyncio.wait_for(process.stdout.readline(), 60):
        pass

    process.terminate()
    _, complaints = await asyncio.wait_for(process.communicate(), 60)

    assert (process.returncode, complaints) == (0, b"")
    await desk.until_unlocked()
    assert desk.titles() == ["First"]


async def test_with_nobody_at_its_input_it_works_on_as_a_service_does(desk: Desk, server: Server) -> None:
    desk.follow(server.on("/1", Say(200, a_feed("First"))))
    process = await asyncio.create_subprocess_exec(
        *desk.command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    while b'"done":1' not in await asyncio.wait_for(process.stdout.readline(), 60):
        pass

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await process.wait()
    process.kill()
    await process.wait()


async def test_a_second_one_is_refused_in_words(desk: Desk) -> None:
    desk.folders.data_folder.mkdir()
    with desk.lock:
        process = await asyncio.create_subprocess_exec(
            *desk.command, stdin=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
        )
        _, complaint = await asyncio.wait_for(process.communicate(), 60)

    assert process.returncode == 1
    assert str(os.getpid()) in complaint.decode()
    assert "Traceback" not in complaint.decode()
