"""Opening a store: new, old, newer, foreign, damaged, locked, out of reach."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from arrowtui.model.errors import StoreError
from arrowtui.model.errors_store import (
    SqliteTooOld,
    StoreBroken,
    StoreForeign,
    StoreFull,
    StoreLocked,
    StoreNewer,
    StoreUnwritable,
)
from arrowtui.store import faults, open_store
from arrowtui.store.migrate import APPLICATION_ID, NEWEST, Step, bring_up, steps
from tests.store.builders import a_source, arrived, opened, some


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


def schema(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Everything the file is made of, in a comparable form."""
    return sorted(db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())


def test_the_number_of_the_newest_layout_is_that_of_the_last_file() -> None:
    numbers = [step.number for step in steps()]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == NEWEST


async def test_a_new_store_is_ours_and_walks_ahead(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"

    async with opened(path):
        pass

    with plain(path) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_a_new_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "store.db"

    store = await open_store(path, durable=False)
    try:
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (path.parent, *_files_of(path))}
    finally:
        await store.close()

    assert modes == {"data": 0o700, "store.db": 0o600, "store.db-shm": 0o600, "store.db-wal": 0o600}


def _files_of(path: Path) -> list[Path]:
    return sorted(path.parent.iterdir())


async def test_a_newer_store_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with opened(path):
        pass
    with plain(path) as db:
        db.execute(f"PRAGMA user_version = {NEWEST + 1}")
    before = path.read_bytes()

    with pytest.raises(StoreNewer) as caught:
        await open_store(path, durable=True)

    assert (caught.value.found, caught.value.known) == (NEWEST + 1, NEWEST)
    assert path.read_bytes() == before


async def test_the_file_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with plain(path) as db:
        db.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()

    with pytest.raises(StoreForeign):
        await open_store(path, durable=True)

    assert path.read_bytes() == before


async def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("Dear diary, " * 1000)

    with pytest.raises(StoreForeign):
        await open_store(path, durable=True)

    assert path.read_text() == "Dear diary, " * 1000


async def test_a_damaged_file_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with opened(path) as store:
        await arrived(store, await a_source(store), some(200))
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x05" * (len(content) - 4096))

    with pytest.raises(StoreBroken) as caught:
        async with opened(path) as store:
            await arrived(store, await a_source(store), some(201))

    assert "damaged" in caught.value.headline()


async def test_a_store_that_lost_the_number_of_its_layout_is_damaged_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with opened(path):
        pass
    with plain(path) as db:
        db.execute("PRAGMA user_version = 0")
    before = path.read_bytes()

    with pytest.raises(StoreBroken):
        await open_store(path, durable=True)

    assert path.read_bytes() == before


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreUnwritable) as caught:
        await open_store(tmp_path / "file" / "store.db", durable=True)

    assert str(tmp_path / "file") in caught.value.hint()


async def test_a_store_that_is_a_folder_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable):
        await open_store(tmp_path, durable=True)


@pytest.mark.parametrize(("free", "kind"), [(0, StoreFull), (10**9, StoreUnwritable)])
def test_an_input_output_error_on_a_full_disk_is_told_as_that(
    free: int, kind: type[StoreError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=free))
    broken = sqlite3.OperationalError("disk I/O error")
    broken.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE

    with pytest.raises(kind), faults.translated(tmp_path / "store.db"):
        raise broken


async def test_a_writer_that_waited_in_vain_says_so_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arrowtui.store.connection.BUSY_S", 0)
    path = tmp_path / "store.db"
    async with opened(path) as store:
        with plain(path) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreLocked) as caught:
                await a_source(store)
            other.execute("ROLLBACK")
        await a_source(store)

    assert caught.value.waited_s == faults.BUSY_S


async def test_no_thread_is_left_when_opening_fails(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_text("Dear diary, " * 1000)
    script = (
        "import asyncio, pathlib, sys\n"
        "from arrowtui.store import open_store\n"
        "asyncio.run(open_store(pathlib.Path(sys.argv[1]), durable=True))"
    )

    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", script, str(tmp_path / "store.db")], capture_output=True, timeout=120
    )

    assert done.returncode == 1
    assert b"StoreForeign" in done.stderr


ADD_COLOUR = "CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT;\nINSERT INTO colours VALUES ('red; green');\n"


def test_an_old_store_becomes_a_new_one_and_a_copy_is_kept(tmp_path: Path) -> None:
    path, fresh = tmp_path / "store.db", tmp_path / "fresh.db"
    plan = (*steps(), Step(NEWEST + 1, "colours", ADD_COLOUR))
    with plain(path) as db:
        bring_up(db, path)
        db.execute("INSERT INTO subscriptions (kind, address) VALUES ('feed', 'https://example.org/feed')")
        old = schema(db)
        bring_up(db, path, plan)
        with plain(fresh) as new:
            bring_up(new, fresh, plan)
            assert schema(db) == schema(new)
        assert db.execute("SELECT count(*) FROM subscriptions").fetchone() == (1,)
        assert db.execute("SELECT name FROM colours").fetchone() == ("red; green",)

    with plain(tmp_path / f"store.db.layout-{NEWEST}.backup") as copy:
        assert schema(copy) == old
        assert copy.execute("SELECT address FROM subscriptions").fetchone() == ("https://example.org/feed",)


def test_the_copy_of_an_old_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with plain(path) as db:
        bring_up(db, path, steps()[:-1])
        bring_up(db, path)

    assert [stat.S_IMODE(copy.stat().st_mode) for copy in tmp_path.glob("*.backup")] == [0o600]


def test_where_no_copy_can_be_made_nothing_is_left_of_it_and_no_step_is_taken(
    tmp_path: Path,
) -> None:
    path = tmp_path / "store.db"
    with plain(path) as db:
        bring_up(db, path, steps()[:-1])
        in_the_way = tmp_path / f"store.db.layout-{NEWEST - 1}.backup"
        in_the_way.mkdir()

        with pytest.raises(StoreUnwritable):
            bring_up(db, path)

        assert db.execute("PRAGMA user_version").fetchone() == (NEWEST - 1,)
    assert sorted(tmp_path.iterdir()) == [path, in_the_way]


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    plan = (*steps(), Step(NEWEST + 1, "half", ADD_COLOUR + "INSERT INTO nowhere VALUES (1);\n"))
    with plain(path) as db:
        bring_up(db, path)
        before = schema(db)

        with pytest.raises(sqlite3.OperationalError):
            bring_up(db, path, plan)

        assert schema(db) == before
        assert db.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert not db.in_transaction


def test_a_step_whose_last_statement_has_no_end_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    plan = (*steps(), Step(NEWEST + 1, "open end", ADD_COLOUR + "DELETE FROM notes"))
    with plain(path) as db:
        bring_up(db, path)

        with pytest.raises(ValueError, match="ends in the middle"):
            bring_up(db, path, plan)

        assert db.execute("PRAGMA user_version").fetchone() == (NEWEST,)


def test_a_sqlite_without_full_text_search_is_called_too_old(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    plan = (Step(1, "words", "CREATE VIRTUAL TABLE words USING fts9 (text);\n"),)
    with plain(path) as db, pytest.raises(SqliteTooOld) as caught:
        bring_up(db, path, plan)

    assert "FTS5" in caught.value.found


def test_a_step_that_leaves_loose_ends_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    loose = "INSERT INTO fetch_states (subscription_id, address) VALUES (99, 'nobody');\n"
    plan = (*steps(), Step(NEWEST + 1, "loose", loose))
    with plain(path) as db:
        bring_up(db, path)

        with pytest.raises(StoreBroken):
            bring_up(db, path, plan)

        assert db.execute("SELECT count(*) FROM fetch_states").fetchone() == (0,)


ROWS = "INSERT INTO subscriptions (kind, address) VALUES ('feed', 'https://example.org/feed');\n"
ONE_TEXT = """
INSERT INTO notes (about_title, text, created_at, changed_at) VALUES ('A title', 'What I thought of it', 1, 2);
"""
IN_LAYERS = """
INSERT INTO notes (about_title, created_at, changed_at) VALUES ('A title', 1, 2);
INSERT INTO note_layers (note_id, text, begun_at, changed_at) VALUES (1, 'What I thought of it', 1, 2);
"""
LAYERS_SINCE = 4


@pytest.mark.parametrize("layout", [step.number for step in steps()])
def test_a_store_of_every_layout_opens_and_equals_a_fresh_one(layout: int, tmp_path: Path) -> None:
    path, fresh = tmp_path / "store.db", tmp_path / "fresh.db"
    with plain(path) as db, plain(fresh) as new:
        bring_up(db, path, tuple(step for step in steps() if step.number <= layout))
        db.executescript(ROWS + (IN_LAYERS if layout >= LAYERS_SINCE else ONE_TEXT))
        bring_up(db, path)
        bring_up(new, fresh)

        assert schema(db) == schema(new)
        assert db.execute("SELECT text FROM note_layers").fetchone() == ("What I thought of it",)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_two_processes_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    script = (
        "import asyncio, pathlib, sys\n"
        "from arrowtui.store import open_store\n"
        "async def main():\n"
        "    store = await open_store(pathlib.Path(sys.argv[1]), durable=True)\n"
        "    await store.close()\n"
        "asyncio.run(main())"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "store.db")]

    several = [await asyncio.create_subprocess_exec(*command) for _ in range(4)]

    assert [await one.wait() for one in several] == [0, 0, 0, 0]
