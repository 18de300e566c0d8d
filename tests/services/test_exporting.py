"""Everything the person wrote leaves in plain files and comes back equal."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arrowtui.gateways.bundle_folder import MANIFEST, BundleFolder, is_bundle
from arrowtui.model.call import AnswerState
from arrowtui.model.errors_vault import ExportBroken, ExportTooNew, FolderInUse
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.review import Outcome
from arrowtui.notes.vault.links import item_mark
from arrowtui.services.calls import Calls
from arrowtui.services.exporting import Exporting
from arrowtui.services.importing import Importing
from arrowtui.services.library import Library
from arrowtui.services.reflection import Reflection
from arrowtui.services.restoring import Restored, Restoring
from arrowtui.store.deletion import delete_items
from arrowtui.store.hers import NOT_HERS, PLAIN, WOVEN
from tests.fakes import NOON, FakeClock
from tests.services.machine import Machine, a_machine
from tests.services.test_importing import a_link, haul
from tests.store.builders import a_source, an_item, arrived, opened, placed

FILES = ("sources.jsonl", "items.jsonl", "marks.jsonl", "notes.jsonl", "deeds.jsonl")


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path / "here", clock) as machine:
        yield machine


async def exported(machine: Machine, folder: Path) -> dict[str, bytes]:
    """The files of an export."""
    await Exporting(machine.store, machine.clock).export(BundleFolder(folder), b"# mine\n")
    return {name: (folder / name).read_bytes() for name in FILES}


async def restored(machine: Machine, folder: Path) -> Restored:
    return await Restoring(machine.store, machine.clock).restore(BundleFolder(folder))


async def some_items(machine: Machine) -> list[ItemId]:
    source = await a_source(machine.store, title="Desk")
    batch = [an_item(f"n{n}", text=f"Text {n}", author="Ana", at=NOON - timedelta(minutes=n)) for n in range(5)]
    await arrived(
        machine.store, source, [placed(item, Lane.CALL if n == 4 else Lane.TIP) for n, item in enumerate(batch)]
    )
    rows = await Library(machine.store).page(View(None, Scope.ALL))
    return [row.id for row in rows.rows]


async def a_full_life(machine: Machine) -> None:
    """Something of every kind."""
    items = await some_items(machine)
    journal, reflection = machine.journal, Reflection(machine.store, machine.clock)
    await journal.keep(items[:2], True)
    await journal.later([items[2]], True)
    await journal.read([items[3]], True)
    await journal.dismiss([items[3]], True)
    await journal.tag(items[:1], ["maths", "漢字"], [])
    await journal.move([items[1]], Lane.NOISE)
    first = await machine.written("One thought\n\n- [ ] try it by 27 November", item=items[0])
    await journal.tag_note(first.id, ["assessment"], [])
    machine.clock.forward(days=3)
    await reflection.answer(first.id, Outcome.EFFORT)
    await journal.add_layer(first.id)
    await journal.write_note(first.id, f"Two, see {to_note(first.id, 'itself')} and {to_item(items[1], 'that')}")
    machine.clock.forward(hours=1)
    await journal.write_note(first.id, "Two, written anew")
    await machine.written(f"See {to_item(items[2], 'it')}", subject=Subject(SubjectKind.QUESTION, str(items[0])))
    gone = await machine.written("Put away")
    await journal.delete_note(gone.id)
    await reflection.looked(items[0])
    calls = Calls(machine.store, machine.clock)
    await calls.write(items[4], contact="desk@outlet.example", subject="Re: a call", text="My answer")
    await calls.set_state([items[4]], AnswerState.ANSWERED)
    await Importing(machine.store, machine.clock).take(haul(a_link("saved", tags=("x",), note="Kept elsewhere")))
    async with machine.store.write() as db:
        await delete_items(db, ["feed|example.org|n0"])


async def test_an_empty_store_gets_everything_back_equal(here: Machine, tmp_path: Path, clock: FakeClock) -> None:
    await a_full_life(here)
    before = await exported(here, tmp_path / "out")

    async with a_machine(tmp_path / "there", clock) as there:
        await there.written("Filler, so that numbers differ")
        await restored(there, tmp_path / "out")

        after = await exported(there, tmp_path / "again")
        filler = next(json.loads(line)["uid"] for line in after["notes.jsonl"].splitlines() if b"Filler" in line)
        assert {name: without(data, filler) for name, data in after.items()} == before
        here_rows, there_rows = [(await Library(m.store).page(View(None, Scope.ALL))).rows for m in (here, there)]
        assert [(row.title, row.tags, row.is_kept, row.is_later, row.lane, row.note_count) for row in there_rows] == [
            (row.title, row.tags, row.is_kept, row.is_later, row.lane, row.note_count) for row in here_rows
        ]
        reading = await Library(there.store).item(next(row.id for row in there_rows if row.title == "Title of n1"))
        assert reading is not None
        assert "Text 1" in str(reading.document)


def without(lines: bytes, uid: str) -> bytes:
    """The lines of a file that do not speak of a note."""
    return b"".join(line for line in lines.splitlines(keepends=True) if uid.encode() not in line)


async def test_again_and_into_the_store_it_came_from_nothing_changes(here: Machine, tmp_path: Path) -> None:
    await a_full_life(here)
    before = await exported(here, tmp_path / "out")

    for _ in range(2):
        await restored(here, tmp_path / "out")

    assert await exported(here, tmp_path / "again") == before


async def test_what_is_there_already_stays_and_notes_grow_together(
    here: Machine, tmp_path: Path, clock: FakeClock
) -> None:
    note = await here.written("One")
    await exported(here, tmp_path / "first")
    async with a_machine(tmp_path / "there", clock) as there:
        await restored(there, tmp_path / "first")
        (other,) = await there.notes()
        await there.journal.write_note(other.id, "One, as there")
        await there.written("Only there")
        await here.journal.add_layer(note.id)
        await here.journal.write_note(note.id, "Two")
        await here.journal.write_layer(note.layer.id, "One, as it is here")
        await exported(here, tmp_path / "second")

        await restored(there, tmp_path / "second")

        texts = await there.texts()
        assert ["Only there"] in texts
        assert sorted(texts[1 if texts[0] == ["Only there"] else 0]) == ["One, as it is here", "One, as there", "Two"]


async def test_files_are_plain_lines_anybody_can_read(here: Machine, tmp_path: Path) -> None:
    await a_full_life(here)
    await exported(here, tmp_path / "out")

    manifest = json.loads((tmp_path / "out" / MANIFEST).read_bytes())
    notes = [json.loads(line) for line in (tmp_path / "out" / "notes.jsonl").read_text().splitlines()]

    assert manifest["layout"] == 1
    assert manifest["counts"]["notes.jsonl"] == len(notes) == 4
    one = next(note for note in notes if note["layers"][0]["text"].startswith("One thought"))
    assert (one["beside"], one["kind"], one["tags"]) == ("feed|example.org|n0", "item", ["assessment"])
    assert [version["text"] for version in one["layers"][1]["versions"]] == [
        f"Two, see [[note-{one['uid']}|itself]] and [[{item_mark('feed|example.org|n1')}|that]]"
    ]
    assert one["items"] == ["feed|example.org|n1"]
    assert (tmp_path / "out" / "settings.toml").read_bytes() == b"# mine\n"
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


async def test_every_table_is_the_person_s_or_known_not_to_be(tmp_path: Path) -> None:
    """Whoever adds a table says in `store/hers.py` whether it leaves with the person."""
    async with opened(tmp_path / "s.db") as store, store.reading() as db:
        rows = await db.execute_fetchall(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
    tables = {name for (name,) in rows if not name.startswith(("sqlite_", "item_words", "note_words"))}

    assert tables == {hers.table for hers in PLAIN} | WOVEN | NOT_HERS


async def test_every_column_of_a_plain_table_leaves(tmp_path: Path) -> None:
    async with opened(tmp_path / "s.db") as store, store.reading() as db:
        for hers in PLAIN:
            columns = [row[1] for row in await db.execute_fetchall(f"PRAGMA table_info({hers.table})")]
            told = {"note": "note_id", "layer": "layer_id", "item": "item_id"}
            assert set(columns) - {"id"} == {told.get(column, column) for column in hers.columns}, hers.table


class TestTroubles:
    async def test_a_folder_with_other_things_is_left_alone(self, here: Machine, tmp_path: Path) -> None:
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "diary.txt").write_text("x")

        with pytest.raises(FolderInUse):
            await exported(here, tmp_path / "mine")

        assert [path.name for path in (tmp_path / "mine").iterdir()] == ["diary.txt"]

    async def test_an_unfinished_export_is_none(self, here: Machine, tmp_path: Path) -> None:
        await exported(here, tmp_path / "out")
        assert is_bundle(tmp_path / "out")
        (tmp_path / "out" / MANIFEST).unlink()
        assert not is_bundle(tmp_path / "out")

    @pytest.mark.parametrize(
        ("name", "line"),
        [
            ("notes.jsonl", b"{"),
            ("notes.jsonl", b'{"uid": 5}'),
            ("items.jsonl", b"[" * 5000),
            ("marks.jsonl", b"\xff\xfe"),
            ("deeds.jsonl", b'{"table":"sqlite_schema","cells":{}}'),
        ],
    )
    async def test_a_damaged_line_is_named_and_nothing_is_taken_in(
        self, here: Machine, tmp_path: Path, clock: FakeClock, name: str, line: bytes
    ) -> None:
        await a_full_life(here)
        await exported(here, tmp_path / "out")
        with (tmp_path / "out" / name).open("ab") as file:
            file.write(line + b"\n")

        async with a_machine(tmp_path / "there", clock) as there:
            with pytest.raises(ExportBroken) as caught:
                await restored(there, tmp_path / "out")
            assert caught.value.path == name
            assert await there.notes() == []

    async def test_a_newer_layout_is_refused(self, here: Machine, tmp_path: Path) -> None:
        await exported(here, tmp_path / "out")
        (tmp_path / "out" / MANIFEST).write_text('{"layout": 2, "made_at": "2027-01-01T00:00:00Z"}')

        with pytest.raises(ExportTooNew):
            await restored(here, tmp_path / "out")

    async def test_hostile_text_in_an_export_is_cleaned(self, here: Machine, tmp_path: Path, clock: FakeClock) -> None:
        items = await some_items(here)
        await here.journal.keep(items[:1], True)
        await here.written("SAFE", item=items[0])
        await exported(here, tmp_path / "out")
        for name in ("items.jsonl", "notes.jsonl"):
            path = tmp_path / "out" / name
            path.write_text(path.read_text().replace("SAFE", "S\\u001b[31mA").replace("Title of n0", "T\\u202e"))

        async with a_machine(tmp_path / "there", clock) as there:
            await restored(there, tmp_path / "out")
            assert "\x1b" not in await there.everything()
            assert [row.title for row in (await Library(there.store).page(View(None, Scope.KEPT))).rows] == ["T"]


DEEDS: tuple[Callable[[Machine, list[ItemId], int], object], ...] = (
    lambda machine, items, n: machine.written(f"Note {n}", item=items[n % 5]),
    lambda machine, items, n: machine.written(f"About {to_item(items[n % 5], 'x')} [[n1|y]] [[Title {n}]]"),
    lambda machine, items, n: machine.journal.keep([items[n % 5]], n % 3 > 0),
    lambda machine, items, n: machine.journal.later([items[n % 5]], n % 3 > 0),
    lambda machine, items, n: machine.journal.read(items[: n % 5], n % 3 > 0),
    lambda machine, items, n: machine.journal.dismiss([items[n % 5]], n % 3 > 0),
    lambda machine, items, n: machine.journal.move([items[n % 5]], list(Lane)[n % 4]),
    lambda machine, items, n: machine.journal.tag([items[n % 5]], [f"t{n}"], [f"t{n - 1}"]),
    lambda machine, items, n: machine.journal.undo(),
    lambda machine, items, n: _on_a_note(machine, n, "write"),
    lambda machine, items, n: _on_a_note(machine, n, "layer"),
    lambda machine, items, n: _on_a_note(machine, n, "tag"),
    lambda machine, items, n: _on_a_note(machine, n, "delete"),
    lambda machine, items, n: _on_a_note(machine, n, "review"),
    lambda machine, items, n: Calls(machine.store, machine.clock).write(
        items[n % 5], contact=None, subject=f"S{n}", text=f"Answer {n}"
    ),
)  # fmt: skip


async def _on_a_note(machine: Machine, n: int, deed: str) -> None:
    notes = sorted(await machine.notes(), key=lambda note: note.id)
    if not notes:
        return
    note = notes[n % len(notes)]
    match deed:
        case "write":
            await machine.journal.write_note(note.id, f"Written {n}\n\n- [{'x' if n % 2 else ' '}] by 27 November")
        case "layer":
            await machine.journal.add_layer(note.id)
            await machine.journal.write_note(note.id, f"Layer {n}")
        case "tag":
            await machine.journal.tag_note(note.id, [f"t{n}"], [])
        case "delete":
            await machine.journal.delete_note(note.id)
        case "review":
            await Reflection(machine.store, machine.clock).answer(note.id, list(Outcome)[n % len(Outcome)])


async def there_and_back(folder: Path, deeds: list[tuple[int, int]]) -> None:
    clock = FakeClock()
    async with a_machine(folder / "here", clock) as here, a_machine(folder / "there", clock) as there:
        items = await some_items(here)
        for which, n in deeds:
            clock.forward(minutes=n + 1)
            await DEEDS[which](here, items, n)  # type: ignore[misc]  # each makes a coroutine
        before = await exported(here, folder / "out")

        await restored(there, folder / "out")
        assert await exported(there, folder / "back") == before
        await restored(there, folder / "out")
        assert await exported(there, folder / "again") == before


WRITTEN_UNDONE_AND_WRITTEN = [(0, 0), (0, 0), (9, 0), (8, 0), (9, 0)]


@settings(max_examples=40)
@example(WRITTEN_UNDONE_AND_WRITTEN)
@given(st.lists(st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 20)), max_size=20))
def test_whatever_was_done_comes_back_equal(deeds: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(there_and_back(Path(folder), deeds))
