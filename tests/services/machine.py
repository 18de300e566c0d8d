"""A machine with notes and a vault: a real store, a real folder, and hands for both sides."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from arrowtui.gateways.vault_folder import OWN, VaultFolder
from arrowtui.model.note import Note, NoteId
from arrowtui.model.vault import VaultCount
from arrowtui.services.journal import Journal
from arrowtui.services.notebook import Notebook
from arrowtui.services.vault import Vault
from arrowtui.store import Store
from tests.fakes import FakeClock
from tests.store.builders import opened


@dataclass
class Machine:
    """One machine."""

    store: Store
    clock: FakeClock
    folder: VaultFolder
    journal: Journal = field(init=False)
    notebook: Notebook = field(init=False)
    vault: Vault = field(init=False)

    def __post_init__(self) -> None:
        self.journal = Journal(self.store, self.clock)
        self.notebook = Notebook(self.store)
        self.vault = Vault(self.store, self.clock, self.folder)

    async def written(self, text: str, **given: object) -> Note:
        """A note of the journal."""
        note = await self.journal.begin_note(**given)  # type: ignore[arg-type]  # named by the test
        return await self.journal.write_note(note.id, text)

    async def sync(self) -> VaultCount:
        return await self.vault.sync()

    def files(self) -> dict[str, str]:
        """Every Markdown file as it lies there."""
        return {
            path.relative_to(self.folder.path).as_posix(): path.read_bytes().decode("utf-8", "replace")
            for path in sorted(self.folder.path.rglob("*.md"))
            if OWN not in path.parts and ".git" not in path.parts
        }

    def only_file(self) -> Path:
        """The one file of the vault."""
        (name,) = self.files()
        return self.folder.path / name

    def change(self, path: Path | str, old: str, new: str) -> None:
        """Edit a file as an editor does."""
        file = self.folder.path / path
        text = file.read_bytes().decode()
        assert old in text, text
        file.write_bytes(text.replace(old, new).encode())

    async def note(self, number: int) -> Note:
        found = await self.notebook.note(NoteId(number))
        assert found is not None
        return found

    async def notes(self) -> list[Note]:
        """Every written note, the last changed first."""
        rows = await self.notebook.rows()
        return [await self.note(row.id) for row in rows]

    async def texts(self) -> list[list[str]]:
        """The layers of every note."""
        return sorted([layer.text for layer in note.layers] for note in await self.notes())

    async def everything(self) -> str:
        """Every text the store holds, in sight or not."""
        async with self.store.reading() as db:
            rows = [
                *await db.execute_fetchall("SELECT text FROM note_layers"),
                *await db.execute_fetchall("SELECT text FROM layer_versions"),
            ]
        return "\n".join(text for (text,) in rows)

    def on_disk(self) -> str:
        """Every text under the folder, ours included."""
        return "\n".join(
            path.read_bytes().decode("utf-8", "replace") for path in self.folder.path.rglob("*") if path.is_file()
        )


@asynccontextmanager
async def a_machine(folder: Path, clock: FakeClock, vault: Path | None = None) -> AsyncIterator[Machine]:
    """A machine whose vault is begun."""
    async with opened(folder / "store.db") as store:
        machine = Machine(store, clock, VaultFolder(vault or folder / "vault"))
        await machine.vault.begin()
        yield machine
