"""What the vault leaves for the person to decide: told, decided by one key, taken back by another."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.model.vault import Choice, Matter, VaultMatter
from arrowtui.services.vault_matters import VaultMatters
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path / "here", clock) as machine:
        yield machine


@pytest.fixture
def matters(here: Machine, clock: FakeClock) -> VaultMatters:
    return VaultMatters(here.store, clock)


async def clashed(here: Machine, mine: str = "Mine", theirs: str = "Theirs, from the file") -> int:
    """A note written on both sides."""
    note = await here.written("Hello")
    await here.sync()
    here.change(here.only_file(), "Hello", theirs)
    await here.journal.write_note(note.id, mine)
    await here.sync()
    return note.id


async def the_only(matters: VaultMatters) -> VaultMatter:
    (matter,) = await matters.list()
    return matter


@pytest.mark.parametrize(("mine", "theirs"), [("Mine", "Theirs, longer"), ("Mine, longer", "Theirs")])
class TestClash:
    async def test_it_tells_which_text_is_whose(
        self, here: Machine, matters: VaultMatters, mine: str, theirs: str
    ) -> None:
        await clashed(here, mine, theirs)

        matter = await the_only(matters)

        assert (matter.kind, matter.mine, matter.theirs) == (Matter.CLASH, mine, theirs)

    @pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS])
    async def test_one_of_them_is_kept_and_the_other_can_be_had_back(
        self, here: Machine, matters: VaultMatters, mine: str, theirs: str, choice: Choice
    ) -> None:
        number = await clashed(here, mine, theirs)

        await matters.decide(await the_only(matters), choice)
        await here.sync()

        kept = mine if choice is Choice.MINE else theirs
        assert [layer.text for layer in (await here.note(number)).layers] == [kept]
        assert await matters.list() == ()
        assert (" rival " in here.only_file().read_text(), kept in here.only_file().read_text()) == (False, True)

        await here.journal.undo()
        await here.sync()

        assert sorted(layer.text for layer in (await here.note(number)).layers) == sorted([mine, theirs])
        matter = await the_only(matters)
        assert (matter.mine, matter.theirs) == (mine, theirs)
        assert " rival " in here.only_file().read_text()

    async def test_both_are_kept_as_layers(self, here: Machine, matters: VaultMatters, mine: str, theirs: str) -> None:
        number = await clashed(here, mine, theirs)

        await matters.decide(await the_only(matters), Choice.BOTH)
        await here.sync()

        assert sorted(layer.text for layer in (await here.note(number)).layers) == sorted([mine, theirs])
        assert await matters.list() == ()
        assert " rival " not in here.only_file().read_text()
        await here.journal.undo()
        assert (await the_only(matters)).mine == mine

    async def test_deciding_twice_decides_once(
        self, here: Machine, matters: VaultMatters, mine: str, theirs: str
    ) -> None:
        await clashed(here, mine, theirs)
        matter = await the_only(matters)

        assert (await matters.decide(matter, Choice.MINE)).count == 1
        assert (await matters.decide(matter, Choice.THEIRS)).count == 0


class TestDeletedFile:
    async def gone(self, here: Machine, matters: VaultMatters) -> tuple[int, VaultMatter]:
        note = await here.written("Dear to me")
        await here.sync()
        here.only_file().unlink()
        await here.sync()
        return note.id, await the_only(matters)

    async def test_it_is_told_by_the_name_of_its_note(self, here: Machine, matters: VaultMatters) -> None:
        number, matter = await self.gone(here, matters)

        assert (matter.kind, matter.title, matter.note) == (Matter.GONE, "Dear to me", number)

    async def test_written_again(self, here: Machine, matters: VaultMatters) -> None:
        _, matter = await self.gone(here, matters)

        await matters.decide(matter, Choice.MINE)
        assert await matters.list() == ()
        await here.sync()

        assert "Dear to me" in here.only_file().read_text()

    async def test_not_written_again_after_all(self, here: Machine, matters: VaultMatters) -> None:
        _, matter = await self.gone(here, matters)

        await matters.decide(matter, Choice.MINE)
        await here.journal.undo()
        await here.sync()

        assert here.files() == {}
        assert (await the_only(matters)).kind is Matter.GONE

    async def test_kept_without_a_file(self, here: Machine, matters: VaultMatters) -> None:
        number, matter = await self.gone(here, matters)

        await matters.decide(matter, Choice.BOTH)
        await here.journal.write_note((await here.note(number)).id, "Dear to me still")
        await here.sync()

        assert (here.files(), await matters.list()) == ({}, ())

    async def test_let_go_as_its_file_was_and_back(self, here: Machine, matters: VaultMatters) -> None:
        number, matter = await self.gone(here, matters)

        await matters.decide(matter, Choice.THEIRS)
        await here.sync()
        assert (await here.notes(), await matters.list()) == ([], ())

        await here.journal.undo()
        assert (await here.note(number)).text == "Dear to me"


async def test_odd_files_are_told_clean_and_want_no_decision(here: Machine, matters: VaultMatters) -> None:
    (here.folder.path / "odd\x1b[31m.md").write_bytes(b"\xff\xfe\x00broken")
    await here.sync()

    matter = await the_only(matters)

    assert matter.kind is Matter.FILE
    assert "\x1b" not in f"{matter.title}{matter.path}{matter.why}"
    assert "UTF-8" in matter.why
    assert (await matters.decide(matter, Choice.MINE)).count == 0
