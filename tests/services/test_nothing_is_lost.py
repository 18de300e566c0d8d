"""Typing, saving, layers, undo, deletion and crashes in any order lose no character that was saved or on disk."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.gateways.drafts import Drafts
from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.typed import holds
from arrowtui.services.journal import Journal
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper, clean_note
from arrowtui.store import Store
from tests.fakes import FakeClock
from tests.store.builders import opened

WORDS = st.text(alphabet="abc漢 \n#-[]x\x1b", max_size=12)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["begin", "save", "type", "replace", "hold and crash", "crash", "layer", "undo", "delete", "wait"]
        ),
        st.integers(0, 5),
        WORDS,
    ),
    max_size=40,
)


@dataclass
class Desk:
    """One person, several lives of the program, one store and one folder of drafts."""

    store: Store
    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    field_texts: dict[LayerId, str] = field(default_factory=dict)
    notes: list[NoteId] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Every text the store confirmed or the disk held."""

    def __post_init__(self) -> None:
        self.begin_anew()

    def begin_anew(self) -> None:
        """The program starts."""
        self.journal = Journal(self.store, self.clock)
        self.notebook = Notebook(self.store)
        self.keeper = NoteKeeper(self.journal, self.notebook, Drafts(self.folder))

    async def newest(self, number: int) -> LayerId | None:
        """The layer one writes on in one of the notes; None where it is deleted."""
        if not self.notes:
            return None
        note = await self.notebook.note(self.notes[number % len(self.notes)])
        return None if note is None else note.layer.id

    async def act(self, name: str, number: int, words: str) -> None:
        self.clock.forward(seconds=20)
        layer = await self.newest(number)
        match name:
            case "begin":
                self.notes.append((await self.journal.begin_note()).id)
            case "wait":
                self.clock.forward(minutes=number * 4)
            case "undo":
                await self.journal.undo()
            case "delete" if self.notes:
                await self.journal.delete_note(self.notes[number % len(self.notes)])
            case "layer" if layer is not None:
                await self.journal.add_layer(self.notes[number % len(self.notes)])
            case "type" | "save" | "replace" if layer is not None:
                before = await self.notebook.text_of(layer) or ""
                text = words if name == "replace" else before + words
                await self.keeper.save(layer, text)
                self.kept.append(clean_note(text))
            case "hold and crash" if layer is not None:
                text = (await self.notebook.text_of(layer) or "") + words
                self.keeper.hold(layer, text)
                self.kept.append(clean_note(text))
                await self.crash()
            case "crash":
                await self.crash()

    async def crash(self) -> None:
        """It is gone, and started again."""
        self.begin_anew()
        await self.keeper.recover()

    async def everything(self) -> list[str]:
        """All that is written down anywhere."""
        query = "SELECT text FROM note_layers UNION ALL SELECT text FROM layer_versions"
        async with self.store.reading() as db:
            return [text for (text,) in await db.execute_fetchall(query)]


def lost(kept: list[str], known: list[str]) -> list[str]:
    """What was kept and is in nothing that is known, nor in a later text that only has something typed into it."""
    safe: list[str] = []
    for text in reversed(kept):
        if any(text in one for one in known) or any(holds(later, text) for later in safe):
            safe.append(text)
    return [text for text in kept if text not in safe]


@settings(max_examples=120, deadline=None)
@given(ACTS)
async def test_no_character_that_was_saved_or_on_disk_is_ever_lost(acts: list[tuple[str, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            desk = Desk(store, Path(folder) / "drafts")
            for name, number, words in acts:
                await desk.act(name, number, words)

            assert lost(desk.kept, await desk.everything()) == []
            assert list(Drafts(desk.folder).left()) == [], "what the disk held has all come into the store"


async def test_a_draft_of_a_layer_that_never_was_becomes_a_note_whatever_its_number(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        desk = Desk(store, tmp_path / "drafts")
        desk.keeper.hold(LayerId(7), "from elsewhere")
        await desk.crash()

        assert await desk.everything() == ["from elsewhere"]
        try:
            await desk.journal.write_layer(LayerId(7), "x")
        except NoSuchNote as error:
            assert "7" in error.headline()
        else:
            raise AssertionError("there is no layer 7")
