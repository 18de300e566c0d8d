"""While the poller runs, both sides are in step soon after a change, and git is asked now and then."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from arrowtui.gateways.git import Git
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.vault_folder import VaultFolder
from arrowtui.gateways.watching import changes
from arrowtui.model.errors_vault import VaultBusy
from arrowtui.model.vault import VaultCount
from arrowtui.services.following import latest
from arrowtui.services.vault import Vault
from arrowtui.services.vault_git import VaultGit
from arrowtui.services.vault_keeping import News, VaultDoor, VaultKeeping
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine


@dataclass
class Ear:
    """Changes by hand."""

    told: asyncio.Queue[None] = field(default_factory=asyncio.Queue)
    heard: list[Path] = field(default_factory=list)

    async def listen(self, folder: Path) -> AsyncIterator[None]:
        self.heard.append(folder)
        while True:
            await self.told.get()
            yield

    async def tell(self) -> None:
        self.told.put_nowait(None)
        for _ in range(5):
            await asyncio.sleep(0)


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path / "here", clock) as machine:
        yield machine


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
async def keeping(here: Machine, ear: Ear, tmp_path: Path) -> AsyncIterator[VaultKeeping]:
    door = VaultDoor(here.vault, FileLock(tmp_path / "vault.lock"))
    kept = VaultKeeping(lambda: door, here.clock, News(here.store), ear.listen)
    await kept.step()
    yield kept
    if kept._listening is not None:
        kept._listening.cancel()


async def test_a_note_that_was_written_is_a_file_at_the_next_look(here: Machine, keeping: VaultKeeping) -> None:
    await here.written("One")

    await keeping.step()

    assert "One" in here.only_file().read_text()


async def test_a_file_that_was_changed_is_looked_at_when_it_is_told(
    here: Machine, keeping: VaultKeeping, ear: Ear
) -> None:
    await here.written("One")
    await keeping.step()
    here.change(here.only_file(), "One", "One two")

    await keeping.step()
    assert await here.texts() == [["One"]], "nobody told"
    await ear.tell()
    await keeping.step()

    assert await here.texts() == [["One two"]]


async def test_where_nobody_tells_it_is_found_after_minutes(
    here: Machine, keeping: VaultKeeping, clock: FakeClock
) -> None:
    await here.written("One")
    await keeping.step()
    here.change(here.only_file(), "One", "One two")

    clock.forward(minutes=6)
    await keeping.step()

    assert await here.texts() == [["One two"]]


async def test_a_folder_that_is_away_is_tried_again(here: Machine, keeping: VaultKeeping, clock: FakeClock) -> None:
    shutil.move(here.folder.path, here.folder.path.with_name("away"))
    await here.written("One")
    await keeping.step()
    shutil.move(here.folder.path.with_name("away"), here.folder.path)

    await keeping.step()
    assert here.files() == {}, "it rests a while"
    clock.forward(minutes=2)
    await here.written("Two")
    await keeping.step()

    assert len(here.files()) == 2


async def test_another_folder_in_the_settings_is_followed(here: Machine, tmp_path: Path, ear: Ear) -> None:
    lock = FileLock(tmp_path / "vault.lock")
    doors = [VaultDoor(here.vault, lock)]
    kept = VaultKeeping(lambda: doors[0] if doors else None, here.clock, News(here.store), ear.listen)
    await here.written("One")
    await kept.step()
    other = Vault(here.store, here.clock, VaultFolder(tmp_path / "other"))
    await other.begin()
    doors[0] = VaultDoor(other, lock)

    await kept.step()
    await asyncio.sleep(0)

    assert [path.name[:3] for path in (tmp_path / "other").glob("*.md")] == ["one"]
    assert ear.heard == [here.folder.path, tmp_path / "other"]
    doors.clear()
    await kept.step()
    assert kept._listening is None


async def test_one_process_at_a_time(here: Machine, tmp_path: Path) -> None:
    with FileLock(tmp_path / "vault.lock"), pytest.raises(VaultBusy):
        await VaultDoor(here.vault, FileLock(tmp_path / "vault.lock")).files()
    assert await VaultDoor(here.vault, FileLock(tmp_path / "vault.lock")).files() == VaultCount()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
async def test_it_is_sent_some_minutes_after_the_last_word(
    here: Machine, tmp_path: Path, ear: Ear, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Ida\n\temail = ida@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.fspath(tmp_path / "gitconfig"))
    git = Git(here.folder.path)
    await git.begin()
    door = VaultDoor(here.vault, FileLock(tmp_path / "vault.lock"), VaultGit(here.store, clock, here.vault, git))
    kept = VaultKeeping(lambda: door, clock, News(here.store), ear.listen)
    await kept.step()

    def commits() -> int:
        words = ["git", "-C", str(here.folder.path), "rev-list", "--count", "--all"]
        return int(subprocess.run(words, check=True, capture_output=True).stdout)

    await here.written("One")
    await kept.step()
    assert commits() == 0
    clock.forward(minutes=2)
    await here.written("Two")
    await kept.step()
    clock.forward(minutes=2)
    await kept.step()
    assert commits() == 0, "she still writes"
    clock.forward(minutes=2)
    await kept.step()
    assert commits() == 1


async def test_the_system_tells_of_changes_to_notes_and_of_nothing_else(tmp_path: Path) -> None:
    words = changes(tmp_path)
    told, sizes = asyncio.ensure_future(anext(words)), count(1)
    while not told.done():
        (tmp_path / "note.md").write_text("x" * next(sizes))
        await asyncio.wait({told}, timeout=0.2)

    assert told.result() is None
    await words.aclose()  # type: ignore[attr-defined]  # it is a generator


def test_settings_are_read_again_only_when_their_file_changes() -> None:
    versions, reads = [1], iter("abc")
    now = latest(lambda: next(reads), lambda: versions[0])

    assert (now(), now()) == ("a", "a")
    versions[0] = 2
    assert (now(), now()) == ("b", "b")
