"""Bring a store file to the newest layout: forward only, each step one transaction, a backup before the first.

Steps are the numbered files in `migrations/`; `PRAGMA user_version` is the number of the last one that ran. A step and
the record that it ran are one transaction. Steps are SQL alone: they never call code that may change later.
"""

import os
import re
import sqlite3
import time
from pathlib import Path

from msgspec import Struct

from arrowtui.model.errors_store import SqliteTooOld, StoreBroken, StoreForeign, StoreNewer, unwritable
from arrowtui.store.faults import BUSY_S

APPLICATION_ID = 0x6172_7477  # "artw"
NEWEST = 20
"""The number of the last file in `migrations/`: opening a store that is up to date does not look at the folder."""

OLDEST_SQLITE = (3, 37, 0)  # STRICT tables


class Step(Struct, frozen=True):
    number: int
    name: str
    script: str


def steps() -> tuple[Step, ...]:
    """All migrations, in order."""
    from importlib.resources import files  # only for new and old stores: start-up time

    folder = files("arrowtui.store") / "migrations"
    found = [(re.fullmatch(r"(\d{4})_(\w+)\.sql", entry.name), entry) for entry in folder.iterdir()]
    named = [(int(match[1]), match[2], entry) for match, entry in found if match]
    return tuple(
        Step(number, name, entry.read_text("utf-8")) for number, name, entry in sorted(named, key=lambda n: n[0])
    )


def bring_up(db: sqlite3.Connection, path: Path, plan: tuple[Step, ...] | None = None) -> None:
    """Make `db` (autocommit mode) a store of the newest layout, whether it is empty, old or already there.

    Raises: StoreForeign, StoreNewer, StoreBroken, StoreUnwritable, StoreFull, SqliteTooOld.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise SqliteTooOld(sqlite3.sqlite_version, _dotted(OLDEST_SQLITE))
    version = _version(db, path)
    newest = plan[-1].number if plan else NEWEST
    if version > newest:
        raise StoreNewer(str(path), version, newest)
    if version == newest:
        return
    if version:
        _back_up(db, path, version)
    else:
        _walk_ahead(db)
    for step in plan or steps():
        _take(db, path, step)


def _walk_ahead(db: sqlite3.Connection) -> None:
    """Switch to a write-ahead log, so that a reader never waits for a writer. Written into the file, for good.

    The switch does not wait for its turn as other statements do, so when two processes open a fresh file at once the
    second one asks again until the first is through.
    """
    deadline = time.monotonic() + BUSY_S
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The layout of the file; 0 for an empty one.

    Raises: StoreForeign when it holds something that is not ours, StoreBroken.
    """
    application, version = _number(db, "application_id"), _number(db, "user_version")
    if application == APPLICATION_ID:
        if not version:  # both are written at once
            raise StoreBroken(str(path), "it does not say how it is laid out")
        return version
    is_empty = application == 0 and version == 0 and not db.execute("SELECT 1 FROM sqlite_schema").fetchone()
    if not is_empty:
        raise StoreForeign(str(path))
    return 0


def _number(db: sqlite3.Connection, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _take(db: sqlite3.Connection, path: Path, step: Step) -> None:
    """Run one step unless another process has just done so."""
    db.execute("PRAGMA foreign_keys = OFF")  # tables may be rebuilt inside a step; checked as a whole below
    db.execute("BEGIN IMMEDIATE")
    try:
        if _version(db, path) < step.number:
            _run(db, step)
            if db.execute("PRAGMA foreign_key_check").fetchone():
                raise StoreBroken(str(path), f"step {step.number} {step.name} would leave loose ends")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {step.number}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _run(db: sqlite3.Connection, step: Step) -> None:
    try:
        for statement in _statements(step.script):
            db.execute(statement)
    except sqlite3.OperationalError as cause:
        if "no such module" in str(cause):
            raise SqliteTooOld(f"{sqlite3.sqlite_version} without FTS5", _dotted(OLDEST_SQLITE)) from cause
        raise


def _statements(script: str) -> list[str]:
    """Split a script where SQLite says a statement is complete (`executescript` would commit on its own).

    Raises: ValueError when the last statement has no end.
    """
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    if begun.strip():
        raise ValueError(f"a migration ends in the middle: {begun!r}")
    return found


def _back_up(db: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy the file as it is to `NAME.layout-N.backup` beside it, as private as the file itself; an earlier copy of
    the same layout is replaced. Where there is no room for it nothing is left behind, and no step is taken.

    Raises: StoreUnwritable, StoreFull.
    """
    copy = path.with_name(f"{path.name}.layout-{version}.backup")
    unfinished = copy.with_suffix(f".{os.getpid()}.unfinished")  # another process may open the old store at once
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        db.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(copy)
    except OSError as cause:
        raise unwritable(copy, cause) from cause
    finally:
        unfinished.unlink(missing_ok=True)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
