"""Edits here, edits in files, undo, deletions, renames, decisions, crashes while typing, passes, and passes that are
killed, in any order: no word that was saved or lay on the disk when a pass began is ever lost, and in the end both
sides say the same."""

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.gateways.drafts import Drafts
from arrowtui.gateways.vault_folder import Stat, Unseen, VaultFolder, Written
from arrowtui.model.vault import Choice
from arrowtui.notes.vault.file import read_note
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.services.vault import Vault
from arrowtui.services.vault_matters import VaultMatters
from arrowtui.store import Connection, Store
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine

WORD = re.compile(r"w\d+w")


class Killed(Exception):
    """The process ends here."""


@dataclass
class Fuse:
    """Burns down with each step; when it is out, the process is killed."""

    left: int

    def burn(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Killed


class FragileFolder(VaultFolder):
    """A folder whose user may be killed before or after anything it does."""

    def __init__(self, path: Path, fuse: Fuse) -> None:
        super().__init__(path)
        self._fuse = fuse

    def read(self, path: str) -> bytes | None:
        self._fuse.burn()
        return super().read(path)

    def write(self, path: str, data: bytes, seen: bytes | None) -> Written | Unseen:
        self._fuse.burn()
        done = super().write(path, data, seen)
        self._fuse.burn()
        return done

    def remove(self, path: str, seen: bytes) -> bool:
        self._fuse.burn()
        done = super().remove(path, seen)
        self._fuse.burn()
        return done

    def stat(self, path: str) -> Stat | None:
        self._fuse.burn()
        return super().stat(path)


class FragileStore(Store):
    """The same store, whose user may be killed before a transaction, before its end, or after it."""

    def __init__(self, store: Store, fuse: Fuse) -> None:
        self.__dict__ = store.__dict__
        self.fuse = fuse

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        self.fuse.burn()
        async with super().write() as db:
            yield db
            self.fuse.burn()
        self.fuse.burn()


@dataclass
class Play:
    """Both sides at work, each with words never used before."""

    machine: Machine
    words: "count[int]" = field(default_factory=count)

    def word(self) -> str:
        """All of one length: "w1w" would still stand in "w10w", as something that was typed on."""
        return f"w{next(self.words):04}w"

    def file(self, pick: int) -> Path | None:
        files = sorted(self.machine.files())
        return self.machine.folder.path / files[pick % len(files)] if files else None

    async def note(self, pick: int) -> int | None:
        rows = sorted(row.id for row in await self.machine.notebook.rows())
        return rows[pick % len(rows)] if rows else None

    # Here

    async def begin(self, pick: int) -> None:
        await self.machine.written(f"Note {self.word()}")

    async def write(self, pick: int) -> None:
        if (number := await self.note(pick)) is not None:
            note = await self.machine.note(number)
            await self.machine.journal.write_note(note.id, f"{note.text} {self.word()}")

    async def rewrite(self, pick: int) -> None:
        if (number := await self.note(pick)) is not None:
            await self.machine.journal.write_note((await self.machine.note(number)).id, self.word())

    async def layer(self, pick: int) -> None:
        if (number := await self.note(pick)) is not None:
            note = await self.machine.journal.add_layer((await self.machine.note(number)).id)
            await self.machine.journal.write_layer(note.layer.id, self.word())

    async def delete(self, pick: int) -> None:
        if (number := await self.note(pick)) is not None:
            await self.machine.journal.delete_note((await self.machine.note(number)).id)

    async def tag(self, pick: int) -> None:
        if (number := await self.note(pick)) is not None:
            await self.machine.journal.tag_note((await self.machine.note(number)).id, [f"t{pick}"], [f"t{pick - 1}"])

    async def undo(self, pick: int) -> None:
        await self.machine.journal.undo()

    async def crash_while_typing(self, pick: int) -> None:
        """The last words are in a draft alone; the next start brings them in."""
        if (number := await self.note(pick)) is not None:
            note = await self.machine.note(number)
            drafts = Drafts(self.machine.folder.path.parent / "drafts")
            before = NoteKeeper(self.machine.journal, self.machine.notebook, drafts)
            before.shown(note.layer)
            before.hold(note.layer.id, f"{note.text} {self.word()}")
            await NoteKeeper(self.machine.journal, self.machine.notebook, drafts).recover()

    async def decide(self, pick: int) -> None:
        """What the vault leaves to her."""
        matters = VaultMatters(self.machine.store, self.machine.clock)
        found = await matters.list()
        if found:
            await matters.decide(found[pick % len(found)], list(Choice)[pick % len(Choice)])

    # There

    async def append(self, pick: int) -> None:
        if path := self.file(pick):
            path.write_bytes(path.read_bytes().rstrip() + f"\n{self.word()}\n".encode())

    async def add_part(self, pick: int) -> None:
        if path := self.file(pick):
            marker = f"<!-- layer {next(self.words):016x} 2026-11-2{pick % 10}T09:00:00Z -->"
            path.write_bytes(path.read_bytes() + f"\n{marker}\n\n{self.word()}\n".encode())

    async def replace_last_part(self, pick: int) -> None:
        if path := self.file(pick):
            head, marker, _ = path.read_text().rpartition("\n\n")
            path.write_text(f"{head}{marker}{self.word()}\n")

    async def strip_front(self, pick: int) -> None:
        if path := self.file(pick):
            path.write_text(path.read_text().rpartition("---\n")[2])

    async def crlf(self, pick: int) -> None:
        if path := self.file(pick):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    async def rename(self, pick: int) -> None:
        if path := self.file(pick):
            path.rename(path.with_name(f"renamed-{next(self.words)}.md"))

    async def copy(self, pick: int) -> None:
        if path := self.file(pick):
            path.with_name(f"copy-{next(self.words)}.md").write_bytes(path.read_bytes())

    async def unlink(self, pick: int) -> None:
        if path := self.file(pick):
            path.unlink()

    async def new_file(self, pick: int) -> None:
        (self.machine.folder.path / f"new-{next(self.words)}.md").write_text(f"New {self.word()}")

    # Between

    async def sync(self, pick: int) -> None:
        await self.machine.sync()

    async def be_killed(self, pick: int) -> None:
        fuse = Fuse(pick)
        folder = FragileFolder(self.machine.folder.path, fuse)
        try:
            await Vault(FragileStore(self.machine.store, fuse), self.machine.clock, folder).sync()
        except Killed:
            return

    async def all_words(self) -> set[str]:
        return set(WORD.findall(await self.machine.everything())) | set(WORD.findall(self.machine.on_disk()))


DEEDS: tuple[Callable[[Play, int], object], ...] = (
    Play.begin, Play.write, Play.rewrite, Play.layer, Play.delete, Play.tag, Play.undo, Play.crash_while_typing,
    Play.decide,
    Play.append, Play.add_part, Play.replace_last_part, Play.strip_front, Play.crlf, Play.rename, Play.copy,
    Play.unlink, Play.new_file,
    Play.sync, Play.sync, Play.be_killed, Play.be_killed,
)  # fmt: skip
PASSES = (Play.sync, Play.be_killed)


async def played(folder: Path, deeds: list[tuple[int, int]]) -> None:
    clock = FakeClock()
    async with a_machine(folder, clock) as machine:
        play = Play(machine)
        await play.begin(0)
        await play.sync(0)
        for which, pick in deeds:
            clock.forward(minutes=pick)
            deed = DEEDS[which]
            saved = set(WORD.findall(await machine.everything()))
            before = await play.all_words() if deed in PASSES else saved
            await deed(play, pick)  # type: ignore[misc]  # every deed is a coroutine function
            lost = before - await play.all_words()
            assert not lost, f"{deed.__name__} lost {lost}"
        await ends_well(machine)


async def ends_well(machine: Machine) -> None:
    """After a few passes nothing is left to do, and each file says what its note says."""
    for _ in range(4):
        machine.clock.forward(minutes=1)
        await machine.sync()
    assert (await machine.sync()).is_nothing
    async with machine.store.reading() as db:
        rows = await db.execute_fetchall(
            "SELECT path, note_id FROM vault_files WHERE note_id IS NOT NULL AND state = 'there' AND trouble IS NULL"
        )
    for path, number in rows:
        note, file = await machine.note(number), read_note((machine.folder.path / path).read_bytes())
        assert sorted(layer.text for layer in file.layers) == sorted(layer.text for layer in note.layers)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 14)), max_size=25))
def test_whatever_happens_no_word_is_lost(deeds: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(played(Path(folder), deeds))
