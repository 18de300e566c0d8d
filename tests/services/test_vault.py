"""Notes are files and files are notes: what is written on either side is on the other, and nothing is ever lost."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.vault_folder import VaultFolder
from arrowtui.model.errors_vault import VaultMissing, VaultUnwritable
from arrowtui.model.item import ItemId
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import About, NoteId, Subject
from arrowtui.model.vault import VaultCount
from arrowtui.services.vault import Vault
from tests.fakes import FakeClock
from tests.services.machine import Machine, a_machine
from tests.store.builders import a_source, an_item, arrived, number, placed


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path / "here", clock) as machine:
        yield machine


async def an_item_in(machine: Machine, name: str = "exit", title: str | None = None, author: str = "Ana") -> ItemId:
    source = await a_source(machine.store)
    await arrived(machine.store, source, [placed(an_item(name, title=title, author=author))])
    return ItemId(
        await number(machine.store, "SELECT item_id FROM known WHERE key = :key", key=f"feed|example.org|{name}")
    )


class TestOut:
    async def test_a_note_becomes_a_file_one_can_read(self, here: Machine, clock: FakeClock) -> None:
        item = await an_item_in(here, title="Exit tickets")
        note = await here.written("Three questions.\n\nAt the end.", item=item)
        await here.journal.tag_note(note.id, ["assessment"], [])
        clock.forward(days=8)
        again = await here.journal.add_layer(note.id)
        await here.journal.write_layer(again.layer.id, "Two are enough.")

        count = await here.sync()

        assert count == VaultCount(written=1)
        ((path, text),) = here.files().items()
        uid = text.split("arrowtui: ")[1].splitlines()[0].strip('"')
        assert path == f"three-questions-{uid[-8:]}.md"
        body = text.split("\n---\n", 1)[1]
        layer = body.split("<!-- layer ")[1].split(" ")[0]
        assert body == (
            f"\nThree questions.\n\nAt the end.\n\n<!-- layer {layer} 2026-12-01T12:00:00Z -->\n\nTwo are enough.\n"
        )
        for line in ("about: item", 'about_item: "feed|example.org|exit"', "about_title: Exit tickets", "author: Ana"):
            assert line in text
        assert "tags:\n  - assessment\n" in text

    async def test_what_did_not_change_is_not_written_again(self, here: Machine) -> None:
        await here.written("One")
        await here.sync()
        before = here.only_file().stat()

        assert (await here.sync()).is_nothing
        assert here.only_file().stat() == before

    async def test_a_file_keeps_its_name_whatever_the_note_is_called(self, here: Machine) -> None:
        note = await here.written("First name")
        await here.sync()
        path = here.only_file()

        await here.journal.write_note(note.id, "Second name")
        await here.sync()

        assert here.only_file() == path
        assert "Second name" in path.read_text()

    async def test_an_empty_note_has_no_file_and_a_deleted_one_loses_its_own(self, here: Machine) -> None:
        await here.journal.begin_note()
        note = await here.written("Soon gone")
        await here.sync()
        assert len(here.files()) == 1

        await here.journal.delete_note(note.id)
        assert (await here.sync()).removed == 1
        assert here.files() == {}

        await here.journal.undo()
        await here.sync()
        assert "Soon gone" in here.only_file().read_text()

    async def test_links_lead_to_files(self, here: Machine) -> None:
        item = await an_item_in(here)
        first = await here.written("Exit tickets")
        await here.written(f"See {to_note(first.id, 'tickets')}, [[Some title]] and {to_item(item, 'an item')}")

        await here.sync()

        files = here.files()
        stem = next(path for path in files if path.startswith("exit-")).removesuffix(".md")
        linking = next(text for text in files.values() if "See " in text)
        assert f"[[{stem}|tickets]], [[Some title]] and [[item-" in linking
        assert 'arrowtui_items:\n  - "feed|example.org|exit"' in linking


class TestIn:
    async def test_an_edit_outside_comes_back_in(self, here: Machine) -> None:
        note = await here.written("One thought")
        await here.sync()

        here.change(here.only_file(), "One thought", "One thought, and another\n\n- [ ] try it by Friday")
        count = await here.sync()

        assert count == VaultCount(taken_in=1)
        found = await here.note(note.id)
        assert found.text == "One thought, and another\n\n- [ ] try it by Friday"
        assert await number(here.store, "SELECT count(*) FROM intentions") == 1
        assert [row.id for row in await here.notebook.rows(words="another")] == [note.id]

    async def test_what_was_there_before_an_edit_outside_stays_among_the_versions(self, here: Machine) -> None:
        note = await here.written("The first version")
        await here.sync()

        here.change(here.only_file(), "The first version", "Something else")
        await here.sync()

        assert [text for _, text in await here.notebook.versions(note.layer.id)] == ["The first version"]

    async def test_an_edit_outside_is_not_what_undo_takes_back(self, here: Machine) -> None:
        note = await here.written("One")
        await here.journal.tag_note(note.id, ["x"], [])
        await here.sync()
        here.change(here.only_file(), "One", "One two")
        await here.sync()

        done = await here.journal.undo()

        assert done is not None
        assert done.sentence == "Undone: tagged the note +x"
        assert (await here.note(note.id)).text == "One two"

    async def test_a_part_added_outside_is_a_layer_and_tags_come_along(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()

        here.change(here.only_file(), "changed:", "tags: [Maths, '#school']\nchanged:")
        with here.only_file().open("a") as file:
            file.write("\n<!-- layer 00000000000000b2 2026-11-24T09:00:00Z -->\n\nTwo\n")
        await here.sync()

        found = await here.note(note.id)
        assert [layer.text for layer in found.layers] == ["One", "Two"]
        assert found.tags == ("maths", "school")

    async def test_a_part_taken_away_outside_is_put_away_and_not_lost(self, here: Machine) -> None:
        note = await here.written("One")
        await here.journal.add_layer(note.id)
        await here.journal.write_note(note.id, "Two")
        await here.sync()
        text = here.only_file().read_text()

        here.only_file().write_text(text[: text.index("\n<!-- layer")])
        await here.sync()

        assert [layer.text for layer in (await here.note(note.id)).layers] == ["One"]
        assert "Two" in await here.everything()

    async def test_a_new_file_is_a_new_note(self, here: Machine) -> None:
        (here.folder.path / "ideas").mkdir()
        (here.folder.path / "ideas" / "A walk.md").write_text(
            "---\naliases: [w]\ntags: Health\n---\n# A walk\n\nEvery day.\n"
        )

        count = await here.sync()

        assert (count.created, count.written) == (1, 1)
        (note,) = await here.notes()
        assert (note.text, note.tags, note.title) == ("# A walk\n\nEvery day.", ("health",), "A walk")
        text = here.files()["ideas/A walk.md"]
        assert text.startswith("---\naliases: [w]\ntags: Health\narrowtui: ")
        assert (await here.sync()).is_nothing

    async def test_files_that_were_there_before_are_left_alone(self, tmp_path: Path, clock: FakeClock) -> None:
        folder = tmp_path / "mine"
        folder.mkdir()
        (folder / "Diary.md").write_text("Dear diary")
        async with a_machine(tmp_path / "here", clock, folder) as machine:
            await machine.written("A note")
            await machine.sync()
            (folder / "Diary.md").write_text("Dear diary, today")
            await machine.sync()

            assert machine.files()["Diary.md"] == "Dear diary, today"
            assert await machine.texts() == [["A note"]]
            assert (await machine.vault.state()).foreign == 1

    async def test_a_file_that_is_renamed_or_moved_is_still_its_note(self, here: Machine) -> None:
        first = await here.written("Exit tickets")
        await here.written(f"See {to_note(first.id, 'tickets')}")
        await here.sync()
        old = next(here.folder.path.glob("exit-*.md"))
        (here.folder.path / "work").mkdir()
        old.rename(here.folder.path / "work" / "Tickets.md")
        here.change("work/Tickets.md", "Exit tickets", "Exit tickets, again")

        count = await here.sync()
        await here.sync()

        assert count.gone == count.created == 0
        assert (await here.note(first.id)).text == "Exit tickets, again"
        assert "[[Tickets|tickets]]" in next(text for text in here.files().values() if "See" in text)
        assert sorted(here.files())[1] == "work/Tickets.md"

    async def test_links_typed_outside_lead_to_notes(self, here: Machine) -> None:
        first, second = await here.written("Exit tickets"), await here.written("Linking")
        await here.sync()
        stem = next(here.folder.path.glob("exit-*.md")).stem
        path = next(here.folder.path.glob("linking-*.md"))

        here.change(path.name, "Linking", f"Linking to [[{stem}]] and [[Nowhere]]")
        await here.sync()

        assert (await here.note(second.id)).text == f"Linking to [[n{first.id}|{stem}]] and [[Nowhere]]"
        assert [row.id for row in await here.notebook.linking_to(first.id)] == [second.id]
        assert (await here.sync()).is_nothing


class TestBothSides:
    async def test_what_both_changed_is_kept_as_layers_and_told(self, here: Machine) -> None:
        note = await here.written("Hello")
        await here.sync()

        here.change(here.only_file(), "Hello", "Hello from the file")
        await here.journal.write_note(note.id, "Hello there")
        count = await here.sync()

        assert count.clashes == 1
        found = await here.note(note.id)
        assert sorted(layer.text for layer in found.layers) == ["Hello from the file", "Hello there"]
        text = here.only_file().read_text()
        assert "Hello from the file" in text and "Hello there" in text and " rival " in text
        assert (await here.sync()).is_nothing

    async def test_different_layers_changed_on_both_sides_are_no_clash(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        await here.journal.add_layer(note.id)
        await here.journal.write_note(note.id, "Two")

        here.change(here.only_file(), "One", "One and a half")
        count = await here.sync()

        assert count == VaultCount(written=1, taken_in=1)
        assert [layer.text for layer in (await here.note(note.id)).layers] == ["One and a half", "Two"]

    async def test_deleted_here_and_edited_there_is_there_again(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()

        await here.journal.delete_note(note.id)
        here.change(here.only_file(), "One", "One, still thinking")
        await here.sync()

        assert (await here.note(note.id)).text == "One, still thinking"
        assert "still thinking" in here.only_file().read_text()

    async def test_what_is_written_here_while_the_pass_runs_is_not_forgotten(self, here: Machine) -> None:
        note = await here.written("One")
        folder = here.folder

        class Slow(VaultFolder):
            def write(self, path: str, data: bytes, seen: bytes | None) -> object:  # type: ignore[override]
                typed.append(1)
                return super().write(path, data, seen)

        typed: list[int] = []
        await Vault(here.store, here.clock, Slow(folder.path)).sync()
        await here.journal.write_note(note.id, "One two")
        await here.sync()

        assert "One two" in here.only_file().read_text()


class TestDeleted:
    async def test_a_deleted_file_never_deletes_its_note(self, here: Machine) -> None:
        note = await here.written("Dear to me")
        await here.sync()
        here.only_file().unlink()

        count = await here.sync()

        assert count == VaultCount(gone=1)
        assert (await here.note(note.id)).text == "Dear to me"
        await here.journal.write_note(note.id, "Dear to me still")
        await here.sync()
        assert here.files() == {}, "it is written again only when she says so"

    async def test_a_file_that_comes_back_is_its_note_again(self, here: Machine) -> None:
        note = await here.written("Dear to me")
        await here.sync()
        path, data = here.only_file(), here.only_file().read_bytes()
        path.unlink()
        await here.sync()

        path.write_bytes(data.replace(b"to me", b"to us"))
        await here.sync()

        assert (await here.note(note.id)).text == "Dear to us"
        await here.journal.write_note(note.id, "Dear to all")
        await here.sync()
        assert "Dear to all" in path.read_text()

    async def test_a_folder_that_is_not_there_deletes_nothing(self, here: Machine) -> None:
        await here.written("One")
        await here.sync()
        shutil.move(here.folder.path, here.folder.path.with_name("elsewhere"))
        here.folder.path.mkdir()

        with pytest.raises(VaultMissing):
            await here.sync()

        here.folder.path.rmdir()
        shutil.move(here.folder.path.with_name("elsewhere"), here.folder.path)
        assert (await here.sync()).is_nothing


class TestOddFiles:
    async def test_what_cannot_be_read_is_told_and_left_alone(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        data = here.only_file().read_bytes() + b"\xff\xfe"
        here.only_file().write_bytes(data)

        count = await here.sync()
        await here.journal.write_note(note.id, "One two")
        await here.sync()

        assert count.unreadable == 1
        assert here.only_file().read_bytes() == data
        here.only_file().write_bytes(data[:-2].replace(b"One", b"One and"))
        await here.sync()
        assert sorted(layer.text for layer in (await here.note(note.id)).layers) == ["One and", "One two"]

    async def test_an_emptied_file_empties_no_note(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        here.only_file().write_bytes(b"")

        await here.sync()
        assert (await here.note(note.id)).text == "One"

        await here.journal.write_note(note.id, "One two")
        await here.sync()
        assert here.only_file().read_bytes() == b""

    async def test_a_second_file_of_a_note_is_taken_in_and_told(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        path = here.only_file()
        (path.parent / "copy.sync-conflict.md").write_bytes(path.read_bytes().replace(b"One", b"One elsewhere"))

        await here.sync()

        assert sorted(layer.text for layer in (await here.note(note.id)).layers) == ["One", "One elsewhere"]
        assert (await here.sync()).is_nothing
        assert len(here.files()) == 2

    async def test_an_untouched_copy_changes_nothing(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        path = here.only_file()
        shutil.copy(path, path.parent / "0-copy.md")
        await here.sync()
        here.change(path, "One", "One two")
        await here.sync()

        assert [layer.text for layer in (await here.note(note.id)).layers] == ["One two"]

    async def test_hostile_text_is_cleaned_at_the_border_and_stays_on_the_disk(self, here: Machine) -> None:
        hostile = "Red \x1b[31mand\u202e turned\x07 [/b] [link=javascript:x]"
        (here.folder.path / "evil.md").write_text(f'---\ntags: ["a\u202eb"]\n---\n{hostile}\n')

        await here.sync()
        (note,) = await here.notes()
        await here.journal.write_note(note.id, f"{note.text}, more")
        await here.sync()

        assert note.text == "Red and turned [/b] [link=javascript:x]"
        assert note.tags == ("ab",)
        assert "\x1b[31m" in here.on_disk(), "what the store does not take is put aside, not thrown away"

    async def test_links_to_elsewhere_are_not_followed(self, here: Machine, tmp_path: Path) -> None:
        outside = tmp_path / "secret.md"
        outside.write_text("Not yours")
        (here.folder.path / "link.md").symlink_to(outside)
        (here.folder.path / "folder").symlink_to(tmp_path)

        await here.sync()

        assert await here.texts() == []
        assert outside.read_text() == "Not yours"

    async def test_line_ends_and_front_matter_of_the_owner_stay(self, here: Machine) -> None:
        note = await here.written("One\nTwo")
        await here.sync()
        path = here.only_file()
        path.write_bytes(
            path.read_bytes().replace(b"changed:", b"mood: fine  # really\nchanged:").replace(b"\n", b"\r\n")
        )
        await here.sync()

        await here.journal.write_note(note.id, "One\nTwo\nThree")
        await here.sync()

        data = path.read_bytes()
        assert b"mood: fine  # really\r\n" in data and b"Two\r\nThree\r\n" in data
        assert data.count(b"\n") == data.count(b"\r\n")

    async def test_one_file_that_cannot_be_written_does_not_stop_the_others(self, here: Machine) -> None:
        await here.written("One")
        await here.written("Two")

        class Partly(VaultFolder):
            def write(self, path: str, data: bytes, seen: bytes | None) -> object:  # type: ignore[override]
                if path.startswith("one"):
                    raise VaultUnwritable(path, "no")
                return super().write(path, data, seen)

        with pytest.raises(VaultUnwritable):
            await Vault(here.store, here.clock, Partly(here.folder.path)).sync()

        assert [path[:3] for path in here.files()] == ["two"]
        await here.sync()
        assert len(here.files()) == 2


class TestSomebodyElseAtTheFile:
    async def test_an_edit_that_comes_just_before_the_writing_is_not_overwritten(self, here: Machine) -> None:
        note = await here.written("One")
        await here.sync()
        await here.journal.write_note(note.id, "One two")

        class Beaten(VaultFolder):
            def write(self, path: str, data: bytes, seen: bytes | None) -> object:  # type: ignore[override]
                file = self.path / path
                file.write_text(file.read_text().replace("One", "One from the editor"))
                return super().write(path, data, seen)

        await Vault(here.store, here.clock, Beaten(here.folder.path)).sync()
        assert "One from the editor" in here.only_file().read_text()

        await here.sync()
        found = await here.note(note.id)
        assert sorted(layer.text for layer in found.layers) == ["One from the editor", "One two"]

    async def test_an_edit_in_the_very_moment_is_taken_in(self, here: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        note = await here.written("One")
        await here.sync()
        await here.journal.write_note(note.id, "One two")
        replace = Path.replace
        file, times = here.only_file(), iter("1")

        def late(self: Path, target: Path) -> Path:
            if target == file and next(times, None):
                with file.open("r+") as open_file:  # written in place, as nano does, after the last look
                    text = open_file.read().replace("One", "One from the editor")
                    open_file.seek(0)
                    open_file.write(text)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", late)
        await here.sync()
        monkeypatch.undo()

        found = await here.note(note.id)
        assert sorted(layer.text for layer in found.layers) == ["One from the editor", "One two"]

    async def test_a_file_made_where_one_is_to_be_written_is_not_overwritten(self, here: Machine) -> None:
        await here.written("One")

        class Beaten(VaultFolder):
            def write(self, path: str, data: bytes, seen: bytes | None) -> object:  # type: ignore[override]
                (self.path / path).write_text("I was first")
                return super().write(path, data, seen)

        await Vault(here.store, here.clock, Beaten(here.folder.path)).sync()
        assert here.only_file().read_text() == "I was first"

        await here.sync()
        assert sorted(await here.texts()) == [["I was first"], ["One"]]


class TestAnotherMachine:
    async def test_notes_come_over_with_their_layers_subject_tags_and_dates(
        self, here: Machine, tmp_path: Path, clock: FakeClock
    ) -> None:
        item = await an_item_in(here, title="Exit tickets")
        note = await here.written("One", item=item)
        await here.journal.tag_note(note.id, ["maths"], [])
        clock.forward(days=3)
        await here.journal.add_layer(note.id)
        await here.journal.write_note(note.id, f"Two, see {to_item(item, 'it')}")
        await here.written(
            f"About Ana, see {to_note(note.id, 'one')}", subject=Subject.of_person("Ana"), about=About("Ana")
        )
        await here.sync()
        clock.forward(days=1)

        async with a_machine(tmp_path / "there", clock) as there:
            await there.written("Filler, so that numbers differ")
            await an_item_in(there, "other")
            shutil.copytree(here.folder.path, there.folder.path, dirs_exist_ok=True)
            await there.sync()
            one = next(each for each in await there.notes() if each.text.startswith("Two"))
            about = next(each for each in await there.notes() if each.text.startswith("About"))

            assert one.layers[0].text == "One"
            assert [layer.begun_at for layer in one.layers] == [
                layer.begun_at for layer in (await here.note(note.id)).layers
            ]
            assert (one.tags, one.about) == (("maths",), About("Exit tickets", "https://example.org/exit", "Ana"))
            assert (one.created_at, one.changed_at) == (
                (await here.note(note.id)).created_at,
                (await here.note(note.id)).changed_at,
            )
            assert about.subject == Subject.of_person("Ana")
            assert about.text == f"About Ana, see [[n{one.id}|one]]"
            assert one.item is None, "the item was not met there yet"

            there_item = await an_item_in(there)
            await there.sync()
            one = await there.note(one.id)
            assert (one.item, one.subject) == (there_item, Subject.of_item(there_item))


async def test_the_folder_of_another_vault_begins_anew(here: Machine, tmp_path: Path, clock: FakeClock) -> None:
    await here.written("One")
    await here.sync()
    other = Vault(here.store, clock, VaultFolder(tmp_path / "other"))

    await other.begin()
    count = await other.sync()

    assert count.written == 1
    assert len(list((tmp_path / "other").glob("*.md"))) == 1
    assert NoteId(1) in [note.id for note in await here.notes()]
