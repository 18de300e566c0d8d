"""Is the file sound, and can this machine's SQLite do what we need?"""

import sqlite3
from contextlib import closing

from arrowtui.store import Connection
from arrowtui.store.migrate import OLDEST_SQLITE

WANTED = ("FTS5", "STRICT tables", "JSON")
SAID = 10


def features() -> tuple[str, tuple[str, ...]]:
    """SQLite's version, and what of the things we need it cannot do."""
    missing: list[str] = []
    with closing(sqlite3.connect(":memory:")) as db:
        for name, probe in zip(
            WANTED,
            ("CREATE VIRTUAL TABLE w USING fts5 (a)", "CREATE TABLE s (a TEXT) STRICT", "SELECT json_array(1)"),
            strict=True,
        ):
            try:
                db.execute(probe)
            except sqlite3.OperationalError:
                missing.append(name)
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        missing.append("version " + ".".join(map(str, OLDEST_SQLITE)))
    return sqlite3.sqlite_version, tuple(missing)


async def integrity(db: Connection) -> tuple[str, ...]:
    """What is damaged, in SQLite's words, at most ten lines; empty when the file is sound. Reads the whole file.

    Raises: StoreError (through the caller's `reading()`) when it is too damaged even for that.
    """
    found = [str(row[0]) for row in await db.execute_fetchall(f"PRAGMA integrity_check({SAID})")]
    lost = [
        f"{row[0]} row {row[1]} belongs to no {row[2]}" for row in await db.execute_fetchall("PRAGMA foreign_key_check")
    ]
    return tuple([*(line for line in found if line != "ok"), *lost][:SAID])
