"""Several machines share their notes through a real git: edits on both sides, weeks offline, and nothing lost."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.git import Git
from arrowtui.gateways.vault_folder import VaultFolder
from arrowtui.model.errors_vault import (
    GitClash,
    GitFailed,
    GitMissing,
    GitNameless,
    GitOffline,
    GitTooSlow,
    GitUnfinished,
    NoRepository,
)
from arrowtui.model.vault import Choice
from arrowtui.services.vault import Vault
from arrowtui.services.vault_git import Sent, VaultGit
from arrowtui.services.vault_matters import VaultMatters
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

NAME = "[user]\n\tname = Ida\n\temail = ida@example.org\n[init]\n\tdefaultBranch = main\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a git of its own, so that no setting of this machine counts."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text(NAME)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return folder


def git(folder: Path, *words: str) -> str:
    """What a person types."""
    done = subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def bare(home: Path, tmp_path: Path) -> Path:
    """The other place."""
    folder = tmp_path / "bare.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(folder)], check=True)
    return folder


class Cloned(Machine):
    """A machine whose vault is a clone."""

    async def send(self) -> Sent:
        return await VaultGit(self.store, self.clock, self.vault, Git(self.folder.path)).sync()

    @property
    def log(self) -> list[str]:
        return git(self.folder.path, "log", "--format=%s").splitlines()


async def cloned(folder: Path, bare: Path, clock: FakeClock, inside: str = "") -> AsyncIterator[Cloned]:
    work = folder / "work"
    git(bare, "clone", "--quiet", str(bare), str(work))
    async with a_machine(folder, clock, work / inside) as machine:
        yield Cloned(machine.store, clock, machine.folder)


@pytest.fixture
async def one(tmp_path: Path, bare: Path, clock: FakeClock) -> AsyncIterator[Cloned]:
    async for machine in cloned(tmp_path / "one", bare, clock):
        yield machine


@pytest.fixture
async def two(tmp_path: Path, bare: Path, clock: FakeClock) -> AsyncIterator[Cloned]:
    async for machine in cloned(tmp_path / "two", bare, clock):
        yield machine


async def the_only(machine: Machine) -> int:
    (note,) = await machine.notes()
    return note.id


async def write(machine: Machine, number: int, text: str) -> None:
    await machine.journal.write_note((await machine.note(number)).id, text)


async def shared_note(one: Cloned, two: Cloned, text: str = "Hello") -> tuple[int, int]:
    """The same note on both machines."""
    note = await one.written(text)
    await one.send()
    await two.send()
    return note.id, await the_only(two)


def shapes(machine: Machine) -> dict[str, str]:
    return machine.files()


async def test_a_note_goes_from_one_machine_to_the_other(one: Cloned, two: Cloned) -> None:
    await one.written("Hello")

    sent = await one.send()
    assert (sent.committed, sent.pushed, sent.remote) == (1, True, "origin")
    assert one.log == ["1 note changed"]
    received = await two.send()

    assert received.count.created == 1
    assert await two.texts() == [["Hello"]]
    assert one.files() == two.files()
    assert (await two.send()).committed == 0, "nothing is sent back that nobody changed"
    assert git(one.folder.path, "status", "--porcelain") == ""


async def test_changes_of_both_sides_meet_without_a_clash(one: Cloned, two: Cloned) -> None:
    here, there = await shared_note(one, two)
    await one.journal.add_layer((await one.note(here)).id)
    await write(one, here, "Hello again, from one")
    await two.written("A note of two")
    await write(two, there, "Hello, said two")

    await one.send()
    sent = await two.send()
    await one.send()

    assert sent.count.clashes == 0
    assert await one.texts() == await two.texts() == [["A note of two"], ["Hello, said two", "Hello again, from one"]]
    assert one.files() == two.files()


async def test_the_same_layer_changed_on_both_is_kept_twice_and_told_on_both(one: Cloned, two: Cloned) -> None:
    here, there = await shared_note(one, two)
    await write(one, here, "Hello, one thinks")
    await write(two, there, "Hello, two is of another mind")

    await one.send()
    await two.send()
    await one.send()

    for machine in (one, two):
        (layers,) = await machine.texts()
        assert sorted(layers) == ["Hello, one thinks", "Hello, two is of another mind"]
        async with machine.store.reading() as db:
            rows = await db.execute_fetchall("SELECT text, rival_is_here FROM note_layers WHERE rival IS NOT NULL")
        is_its_own = int(machine is one)
        assert [tuple(row) for row in rows] == [("Hello, one thinks", is_its_own)], "the longer one stayed where it was"
    assert one.files() == two.files()
    assert (await two.send()).committed == 0


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("decides", ["one", "two"])
async def test_a_clash_decided_on_one_machine_is_decided_on_both(
    one: Cloned, two: Cloned, choice: Choice, decides: str
) -> None:
    here, there = await shared_note(one, two)
    await write(one, here, "Hello, one!")
    await write(two, there, "Hello, two!")  # of the same length, and within the same second
    for machine in (one, two, one):
        await machine.send()
    decider, other = (one, two) if decides == "one" else (two, one)
    matters = VaultMatters(decider.store, decider.clock)
    (matter,) = await matters.list()

    await matters.decide(matter, choice)
    for machine in (decider, other, decider, other):
        await machine.send()

    assert one.files() == two.files()
    assert await one.texts() == await two.texts()
    for machine in (one, two):
        assert await VaultMatters(machine.store, machine.clock).list() == ()
        assert {"one!", "two!"} <= set((await machine.everything()).split()), "what went is among the earlier texts"
    (layers,) = await one.texts()
    mine = f"Hello, {decides}!"
    theirs = next(words for words in ("Hello, one!", "Hello, two!") if words != mine)
    kept = {Choice.BOTH: [mine, theirs], Choice.MINE: [mine], Choice.THEIRS: [theirs]}[choice]
    assert sorted(layers) == sorted(kept)


async def test_weeks_offline_on_both_sides_lose_nothing(one: Cloned, two: Cloned, bare: Path, clock: FakeClock) -> None:
    here, there = await shared_note(one, two, "Start")
    shutil.move(bare, bare.with_name("unplugged"))
    words: set[str] = set()
    for week in range(3):
        for machine, number in ((one, here), (two, there)):
            name = "one" if machine is one else "two"
            clock.forward(days=7)
            words |= {f"{name}-new-{week}", f"{name}-edit-{week}", f"{name}-layer-{week}"}
            await machine.written(f"{name}-new-{week}")
            await write(machine, number, f"{(await machine.note(number)).text} {name}-edit-{week}")
            await machine.journal.add_layer((await machine.note(number)).id)
            await write(machine, number, f"{name}-layer-{week}")
            with pytest.raises(GitOffline):
                await machine.send()
    state = await one.vault.state()
    assert state.trouble is not None and state.trouble.name == "GitOffline"

    shutil.move(bare.with_name("unplugged"), bare)
    await one.send()
    await two.send()
    await one.send()

    assert one.files() == two.files()
    assert await one.texts() == await two.texts()
    for machine in (one, two):
        said = " ".join(" ".join(layers) for layers in await machine.texts())
        assert all(word in said for word in words)
        assert (await machine.vault.state()).trouble is None


async def test_edits_in_files_travel_as_well(one: Cloned, two: Cloned) -> None:
    _, there = await shared_note(one, two)
    one.change(one.only_file(), "Hello", "Hello from an editor")
    (one.folder.path / "Walk.md").write_text("# Walk\n")

    await one.send()
    await two.send()

    assert (await two.note(there)).text == "Hello from an editor"
    assert ["# Walk"] in await two.texts()


async def test_a_file_deleted_on_one_machine_deletes_no_note_on_the_other(one: Cloned, two: Cloned) -> None:
    _, there = await shared_note(one, two)
    one.only_file().unlink()

    await one.send()
    received = await two.send()

    assert received.count.gone == 1
    assert (await two.note(there)).text == "Hello"


async def test_deleted_on_one_and_changed_on_the_other_it_stays(one: Cloned, two: Cloned) -> None:
    here, there = await shared_note(one, two)
    await one.journal.delete_note((await one.note(here)).id)
    await write(two, there, "Hello, I still need this")

    await two.send()
    await one.send()
    await two.send()

    assert await one.texts() == await two.texts() == [["Hello, I still need this"]]


async def test_renamed_on_both_machines_it_is_one_file(one: Cloned, two: Cloned) -> None:
    here, there = await shared_note(one, two)
    for machine, name in ((one, "Alpha.md"), (two, "Beta.md")):
        machine.only_file().rename(machine.folder.path / name)
    await write(one, here, "Hello, one")
    await write(two, there, "Hello, two")

    await one.send()
    await two.send()
    await one.send()
    await two.send()

    assert one.files() == two.files()
    (layers,) = await one.texts()
    assert sorted(layers) == ["Hello, one", "Hello, two"]


async def test_links_between_notes_mean_the_same_on_both(one: Cloned, two: Cloned) -> None:
    await two.written("Filler")
    first = await one.written("Target")
    await one.written(f"See [[n{first.id}|it]]")

    await one.send()
    await two.send()

    notes = {note.text.split()[0]: note for note in await two.notes()}
    assert notes["See"].text == f"See [[n{notes['Target'].id}|it]]"


async def test_three_machines_in_any_order_come_to_the_same(
    one: Cloned, two: Cloned, bare: Path, tmp_path: Path, clock: FakeClock
) -> None:
    here, there = await shared_note(one, two)
    async for three in cloned(tmp_path / "three", bare, clock):
        await three.send()
        numbers = {id(one): here, id(two): there, id(three): await the_only(three)}
        for n, machine in enumerate((one, two, three)):
            await write(machine, numbers[id(machine)], f"Hello {'x' * n}, machine {n}")
        for machine in (two, three, one, two, three, one):
            await machine.send()

        assert one.files() == two.files() == three.files()
        (layers,) = await three.texts()
        assert sorted(layers) == ["Hello , machine 0", "Hello x, machine 1", "Hello xx, machine 2"]


class TestTheRepositoryOfTheOwner:
    async def test_nothing_but_notes_is_committed(self, one: Cloned) -> None:
        (one.folder.path / "todo.txt").write_text("mine")
        (one.folder.path / "staged.txt").write_text("mine too")
        git(one.folder.path, "add", "staged.txt")
        await one.written("Hello")

        await one.send()

        assert git(one.folder.path, "ls-files").splitlines() == [*sorted(one.files()), "staged.txt"]
        assert git(one.folder.path, "show", "--stat", "--format=").count("|") == 1
        assert git(one.folder.path, "status", "--porcelain").splitlines() == ["A  staged.txt", "?? todo.txt"]

    async def test_her_changed_files_do_not_stand_in_the_way(self, one: Cloned, two: Cloned) -> None:
        (one.folder.path / "todo.txt").write_text("mine\n")
        git(one.folder.path, "add", "todo.txt")
        git(one.folder.path, "commit", "-qm", "todo")
        here, there = await shared_note(one, two)
        (two.folder.path / "todo.txt").write_text("half done")
        await write(one, here, "Hello, one")
        await two.written("Of two")
        await one.send()

        await two.send()

        assert (two.folder.path / "todo.txt").read_text() == "half done"
        assert (await two.note(there)).text == "Hello, one"

    async def test_other_files_changed_on_both_sides_are_hers_to_solve(self, one: Cloned, two: Cloned) -> None:
        here, there = await shared_note(one, two)
        for machine, words in ((one, "one"), (two, "two")):
            (machine.folder.path / "todo.txt").write_text(words)
            git(machine.folder.path, "add", "todo.txt")
            git(machine.folder.path, "commit", "-qm", "todo")
        await write(one, here, "Hello, one")
        await write(two, there, "Hello, two")
        await one.send()

        with pytest.raises(GitClash) as caught:
            await two.send()

        assert caught.value.paths == ("todo.txt",)
        assert (two.folder.path / "todo.txt").read_text() == "two"
        assert git(two.folder.path, "status", "--porcelain") == ""
        assert (await two.note(there)).text == "Hello, two"
        assert (await two.vault.state()).trouble is not None

    async def test_what_she_is_in_the_middle_of_is_not_touched(self, one: Cloned) -> None:
        await one.written("Hello")
        await one.send()
        git(one.folder.path, "checkout", "-q", "-b", "other")
        (one.folder.path / "x").write_text("1")
        git(one.folder.path, "add", "x")
        git(one.folder.path, "commit", "-qm", "x")
        git(one.folder.path, "checkout", "-q", "main")
        git(one.folder.path, "merge", "-q", "--no-commit", "--no-ff", "other")

        with pytest.raises(GitUnfinished) as caught:
            await one.send()

        assert caught.value.what == "merge"

    async def test_a_folder_inside_a_larger_repository(
        self, two: Cloned, bare: Path, tmp_path: Path, clock: FakeClock
    ) -> None:
        async for one in cloned(tmp_path / "deep", bare, clock, "notes/work & play"):
            await one.written("Hello")
            await one.send()
            listed = git(one.folder.path, "ls-files", "--full-name").splitlines()
            assert [path.startswith("notes/work & play/hello-") for path in listed] == [True]
            await two.send()
            assert await two.texts() == [["Hello"]]

    async def test_a_repository_without_another_place_only_keeps_history(
        self, home: Path, tmp_path: Path, clock: FakeClock
    ) -> None:
        async with a_machine(tmp_path / "alone", clock) as machine:
            alone = Git(machine.folder.path)
            await alone.begin()
            await machine.written("Hello")
            sent = await VaultGit(machine.store, clock, machine.vault, alone).sync()
            assert (sent.committed, sent.pushed, sent.remote) == (1, False, None)

    async def test_a_vault_that_was_begun_by_itself_joins_the_others(
        self, one: Cloned, bare: Path, tmp_path: Path, clock: FakeClock
    ) -> None:
        await one.written("Of one")
        await one.send()
        async with a_machine(tmp_path / "late", clock) as machine:
            late = Cloned(machine.store, clock, machine.folder)
            await Git(late.folder.path).begin()
            git(late.folder.path, "remote", "add", "origin", str(bare))
            await late.written("Of the late one")
            await late.send()
            await one.send()
            assert await one.texts() == await late.texts() == [["Of one"], ["Of the late one"]]

    async def test_an_empty_one_joins_as_well(self, one: Cloned, bare: Path, tmp_path: Path, clock: FakeClock) -> None:
        await one.written("Of one")
        await one.send()
        async with a_machine(tmp_path / "late", clock) as machine:
            late = Cloned(machine.store, clock, machine.folder)
            await Git(late.folder.path).begin()
            git(late.folder.path, "remote", "add", "origin", str(bare))
            await late.send()
            assert await late.texts() == [["Of one"]]


class TestTroubles:
    async def test_no_repository(self, home: Path, tmp_path: Path, clock: FakeClock) -> None:
        async with a_machine(tmp_path / "plain", clock) as machine:
            with pytest.raises(NoRepository):
                await VaultGit(machine.store, clock, machine.vault, Git(machine.folder.path)).sync()

    async def test_no_name(self, one: Cloned, home: Path) -> None:
        (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
        await one.written("Hello")

        with pytest.raises(GitNameless):
            await one.send()

    async def test_no_git(self, one: Cloned, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nowhere")

        with pytest.raises(GitMissing):
            await one.send()

    async def test_a_git_that_hangs_is_ended_with_all_it_started(self, one: Cloned, tmp_path: Path) -> None:
        hook = one.folder.path / ".git" / "hooks" / "pre-commit"
        hook.parent.mkdir(exist_ok=True)
        line = tmp_path / "line"  # it ends for its reader when the last process that holds it has ended
        os.mkfifo(line)
        hook.write_text(f"#!/bin/sh\nexec 3> '{line}'\nprintf started >&3\nsleep 600\n")
        hook.chmod(0o755)
        await one.written("Hello")
        until_all_ended = asyncio.create_task(asyncio.to_thread(line.read_text))
        impatient = Git(one.folder.path, local_s=4)

        with pytest.raises(GitTooSlow):
            await VaultGit(one.store, one.clock, one.vault, impatient).sync()

        async with asyncio.timeout(60):
            assert await until_all_ended == "started"

    async def test_a_password_is_never_asked_for(self, one: Cloned) -> None:
        await one.written("Hello")
        server = await asyncio.start_server(_wants_a_login, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        git(one.folder.path, "remote", "set-url", "origin", f"http://ida:secret@127.0.0.1:{port}/notes.git")
        async with server:
            with pytest.raises(GitFailed) as caught:
                await asyncio.wait_for(one.send(), 60)

        assert "secret" not in str(caught.value)
        assert "secret" not in str(await one.vault.state())

    async def test_somebody_quicker_is_waited_for(self, one: Cloned, two: Cloned) -> None:
        here, _ = await shared_note(one, two)
        await write(one, here, "Hello, one")

        class Beaten(Git):
            async def push(self, remote: str) -> bool:
                if not beaten:
                    beaten.append(1)
                    await two.written("Quicker")
                    await two.send()
                return await super().push(remote)

        beaten: list[int] = []
        sent = await VaultGit(one.store, one.clock, one.vault, Beaten(one.folder.path)).sync()

        assert sent.pushed
        assert sorted(await one.texts()) == [["Hello, one"], ["Quicker"]]

    async def test_an_editor_that_saves_while_git_is_at_it_loses_nothing(self, one: Cloned, two: Cloned) -> None:
        here, there = await shared_note(one, two)
        await write(one, here, "Hello, one")
        await one.send()

        class Meanwhile(Git):
            async def catch_up(self, other: str) -> None:
                if not saved:
                    saved.append(1)
                    two.change(two.only_file(), "Hello", "Hello from the editor")
                await super().catch_up(other)

        saved: list[int] = []
        await VaultGit(two.store, two.clock, two.vault, Meanwhile(two.folder.path)).sync()

        assert sorted(layer.text for layer in (await two.note(there)).layers) == ["Hello from the editor", "Hello, one"]


async def _wants_a_login(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(
        b"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
    await writer.drain()
    writer.close()


async def test_the_folder_of_a_vault_may_be_found_again(one: Cloned, clock: FakeClock) -> None:
    await one.written("Hello")
    await one.send()

    again = Vault(one.store, clock, VaultFolder(one.folder.path))

    assert (await again.sync()).is_nothing
