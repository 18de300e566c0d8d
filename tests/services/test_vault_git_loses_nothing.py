"""Two machines with a real git between them, each at work in any order, sending whenever it likes: in the end both say
the same, and no word of either is lost. What is deleted on one is asked about on the other: that has its own test."""

import asyncio
import re
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.gateways.git import Git
from arrowtui.services.vault_git import VaultGit
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

WORD = re.compile(r"w\d{4}w")
ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ida",
    "GIT_AUTHOR_EMAIL": "ida@example.org",
    "GIT_COMMITTER_NAME": "Ida",
    "GIT_COMMITTER_EMAIL": "ida@example.org",
}


class Clone:
    """One machine, and what its owner does."""

    def __init__(self, machine: Machine, words: "count[int]", written: set[str]) -> None:
        self.machine, self._words, self._written, self._names = machine, words, written, count()
        git = Git(machine.folder.path, {**ENVIRONMENT, "HOME": str(machine.folder.path.parent)})
        self.git = VaultGit(machine.store, machine.clock, machine.vault, git)

    def word(self) -> str:
        word = f"w{next(self._words):04}w"
        self._written.add(word)
        return word

    async def _pick(self, pick: int) -> int | None:
        rows = sorted(row.id for row in await self.machine.notebook.rows())
        return rows[pick % len(rows)] if rows else None

    async def begin(self, pick: int) -> None:
        await self.machine.written(f"Note {self.word()}")

    async def write(self, pick: int) -> None:
        if (number := await self._pick(pick)) is not None:
            note = await self.machine.note(number)
            await self.machine.journal.write_note(note.id, f"{note.text} {self.word()}")

    async def rewrite(self, pick: int) -> None:
        if (number := await self._pick(pick)) is not None:
            await self.machine.journal.write_note((await self.machine.note(number)).id, self.word())

    async def layer(self, pick: int) -> None:
        if (number := await self._pick(pick)) is not None:
            note = await self.machine.journal.add_layer((await self.machine.note(number)).id)
            await self.machine.journal.write_layer(note.layer.id, self.word())

    async def edit_file(self, pick: int) -> None:
        files = sorted(self.machine.files())
        if files:
            path = self.machine.folder.path / files[pick % len(files)]
            path.write_text(f"{path.read_text()}\n{self.word()}\n")

    async def rename_file(self, pick: int) -> None:
        files = sorted(self.machine.files())
        if files:
            (self.machine.folder.path / files[pick % len(files)]).rename(
                self.machine.folder.path / f"renamed-{next(self._names)}.md"
            )

    async def send(self, pick: int) -> None:
        await self.git.sync()


DEEDS: tuple[Callable[[Clone, int], Awaitable[None]], ...] = (
    Clone.begin, Clone.write, Clone.rewrite, Clone.layer, Clone.edit_file, Clone.rename_file,
    Clone.send, Clone.send,
)  # fmt: skip


def prepare(folder: Path, bare: Path) -> None:
    """The other place, and a clone for each."""
    for words in (("init", "-q", "--bare", "-b", "main", bare), *(("clone", "-q", bare, folder / at) for at in "12")):
        subprocess.run(["git", *words], check=True, capture_output=True, env={**ENVIRONMENT, "HOME": str(folder)})


async def played(folder: Path, deeds: list[tuple[bool, int, int]]) -> None:
    bare, clock, words, written = folder / "bare.git", FakeClock(), count(), set[str]()
    prepare(folder, bare)
    async with (
        a_machine(folder / "one", clock, folder / "1") as one,
        a_machine(folder / "two", clock, folder / "2") as two,
    ):
        clones = Clone(one, words, written), Clone(two, words, written)
        await clones[0].begin(0)
        for clone in clones:
            await clone.send(0)
        for is_second, which, pick in deeds:
            clock.forward(minutes=1)
            await DEEDS[which](clones[is_second], pick)
        for clone in clones * 3:
            clock.forward(minutes=1)
            await clone.send(0)
        assert one.files() == two.files()
        assert await one.texts() == await two.texts()
        lost = written - set(WORD.findall(await one.everything() + await two.everything()))
        assert not lost, f"lost {lost}"


@settings(max_examples=5)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, len(DEEDS) - 1), st.integers(0, 9)), max_size=9))
def test_two_machines_lose_nothing_and_agree(deeds: list[tuple[bool, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(played(Path(folder), deeds))
