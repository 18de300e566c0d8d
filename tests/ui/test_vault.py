"""What the vault leaves to the person, by keyboard, on a real store and a real folder."""

from collections.abc import Callable

import pytest

from arrowtui.gateways.vault_folder import VaultFolder
from arrowtui.model.errors_store import StoreLocked
from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.vault import Choice, Matter, VaultMatter
from arrowtui.services.journal import Done
from arrowtui.ui.command import Place
from arrowtui.ui.screens.vault import VaultScreen, told
from tests.services.machine import Machine
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen
from tests.ui.world import World, small

MINE, THEIRS = "The handover took two minutes", "The handover took five minutes"


def hands(world: World) -> Machine:
    """The vault of a world."""
    return Machine(world.store, world.clock, VaultFolder(world.folder / "vault"))


async def clashed(world: World) -> None:
    """A note written here and in its file; another whose file was deleted."""
    await small(world)
    machine = hands(world)
    await machine.vault.begin()
    note = await machine.written("The handover")
    lost = await machine.written("Dear to me")
    await machine.sync()
    for name, text in machine.files().items():
        if "Dear to me" in text:
            (machine.folder.path / name).unlink()
        else:
            machine.change(name, "The handover\n", f"{THEIRS}\n")
    await machine.journal.write_note(note.id, MINE)
    assert lost.id != note.id
    await machine.sync()


async def layers(it: Shown, number: int = 1) -> list[str]:
    found = await it.world.notebook.note(NoteId(number))
    return sorted(layer.text for layer in found.layers) if found else []


async def test_the_journal_says_that_something_wants_a_decision_and_v_shows_it(shown: Show) -> None:
    async with shown(fill=clashed, size=(100, 30)) as it:
        assert "In the vault 2 notes want a decision  v decide" in it.text()
        await it.press("4")
        assert "2 to decide: v" in it.text()

        await it.press("v")
        text = it.text()
        assert isinstance(it.app.screen, VaultScreen)
        assert "Written in two places" in text and "Its file was deleted" in text
        assert f"m {MINE}" in text and f"t {THEIRS}" in text

        await it.press("j")
        assert "was deleted outside of arrowtui" in it.text() and "write it again" in it.text()


@pytest.mark.parametrize(("key", "kept"), [("m", [MINE]), ("t", [THEIRS]), ("b", sorted([MINE, THEIRS]))])
async def test_a_key_decides_and_u_takes_it_back(shown: Show, key: str, kept: list[str]) -> None:
    async with shown(fill=clashed) as it:
        await it.press("4", "v", key)
        assert await layers(it) == kept
        assert "Written in two places" not in it.text()  # the deleted file is left

        await it.press("escape")
        assert it.said.startswith("Kept")
        await it.press("u")
        assert await layers(it) == sorted([MINE, THEIRS])
        assert await it.world.matters.count() == 2


async def test_when_all_is_decided_the_dialog_goes_and_nothing_is_asked_any_more(shown: Show) -> None:
    async with shown(fill=clashed, size=(100, 30)) as it:
        await it.press("4", "v", "b", "b")
        assert not isinstance(it.app.screen, VaultScreen)
        assert it.said == "Kept the note without a file"
        await it.look()
        assert "to decide" not in it.text()

        await it.press("v")
        assert it.said == "Nothing of the vault wants a decision"


async def test_the_note_of_a_deleted_file_can_be_deleted_too_and_comes_back(shown: Show) -> None:
    async with shown(fill=clashed) as it:
        await it.press("4", "v", "j", "t", "escape")
        assert await layers(it, 2) == []
        await it.press("u")
        assert await layers(it, 2) == ["Dear to me"]


async def test_enter_opens_the_note(shown: Show) -> None:
    async with shown(fill=clashed) as it:
        await it.press("4", "v", "enter")
        assert it.place() is Place.NOTE


async def one_note(world: World) -> None:
    """A note and its file."""
    await small(world)
    machine = hands(world)
    await machine.vault.begin()
    await machine.written("Hello")
    await machine.sync()


async def from_outside(it: Shown, old: str, new: str) -> None:
    """Her other editor writes the file, and the vault takes it in."""
    machine = hands(it.world)
    machine.change(machine.only_file(), old, new)
    await machine.sync()


async def test_an_open_note_shows_what_came_from_its_file(shown: Show) -> None:
    async with shown(fill=one_note) as it:
        await it.press("4", "enter")
        await from_outside(it, "Hello", "Hello from my other editor")
        await it.look()
        assert "Hello from my other editor" in it.text()

        await it.press("!", "escape")
        assert await layers(it) == ["Hello! from my other editor"]


async def test_words_typed_meanwhile_stand_beside_what_came_from_the_file(shown: Show) -> None:
    async with shown(fill=one_note) as it:
        await it.press("4", "enter", *" mine")
        await from_outside(it, "Hello", "Goodbye")
        await it.press("escape")
        assert await layers(it) == ["Goodbye", "Hello mine"]
        assert await it.world.matters.count() == 1


def clash(title: str = "A note", mine: str = "one", theirs: str = "two") -> VaultMatter:
    return VaultMatter(Matter.CLASH, title, None, NoteId(1), LayerId(1), LayerId(2), mine, theirs)


async def nothing(_matter: VaultMatter, _choice: Choice) -> tuple[Done, tuple[VaultMatter, ...]]:
    return Done("Kept", 1), ()


async def test_a_file_that_cannot_be_read_is_told_and_left_alone() -> None:
    asked: list[Choice] = []

    async def decide(_matter: VaultMatter, choice: Choice) -> tuple[Done, tuple[VaultMatter, ...]]:
        asked.append(choice)
        return Done("", 0), ()

    odd = VaultMatter(Matter.FILE, "odd.md", "sub/odd.md", why="The front matter cannot be read")
    assert await answer(lambda: VaultScreen((odd,), decide), "m", "t", "b", "enter", "escape") is None
    assert not asked
    assert "The front matter cannot be read" in "\n".join(line.plain for line in told(odd))


async def test_a_store_that_cannot_be_written_is_said_and_nothing_is_lost() -> None:
    async def full(_matter: VaultMatter, _choice: Choice) -> tuple[Done, tuple[VaultMatter, ...]]:
        raise StoreLocked("store.db", 5)

    stage = ScreenStage(lambda: VaultScreen((clash(),), full))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await stage.workers.wait_for_complete()
        await pilot.pause()
        assert "The store is busy: waited 5 s" in seen(stage)
        assert "A note" in seen(stage)


async def test_foreign_words_stay_words() -> None:
    stage = ScreenStage(lambda: VaultScreen((clash(HOSTILE, HOSTILE, f"{HOSTILE}\nmore"),), nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert seen(stage).count("[red]x[/]") == 2


LONG = tuple(f"Line {number} of what both say" for number in range(40))


@pytest.mark.parametrize(("theme", "size"), [("dark", (80, 24)), ("light", (160, 45)), ("dark", (60, 15))])
def test_a_picture_of_it(snap_compare: Callable[..., bool], theme: str, size: tuple[int, int]) -> None:
    mine = "\n".join((*LONG[:20], "Two minutes are enough. 引き継ぎは二分で足りる", *LONG[20:], "One thought more"))
    theirs = "\n".join((*LONG[:20], "Two minutes are enough with a form", *LONG[20:]))
    matters = (
        clash("Handovers that people remember, and what came of them on our ward in the first two weeks", mine, theirs),
        VaultMatter(Matter.GONE, "Ten minutes of debriefing", "ten-minutes-of-debriefing-3f0a91.md", NoteId(2)),
        VaultMatter(Matter.FILE, "Drafts/odd.md", "Drafts/odd.md", why="The front matter is no YAML: line 3"),
    )
    assert snap_compare(ScreenStage(lambda: VaultScreen(matters, nothing), theme), terminal_size=size)
