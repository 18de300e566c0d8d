"""Many rows at once are the same rows as one by one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from arrowtui.store.bulk import ROWS, insert_all

INSERT = """
INSERT INTO things (number, name)
VALUES (?, CAST(? AS TEXT))
"""


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("CREATE TABLE things (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
        yield db


@pytest.mark.parametrize("count", [0, 1, ROWS - 1, ROWS, ROWS + 1, 3 * ROWS, 3 * ROWS + 2])
def test_every_row_arrives_in_its_order(db: sqlite3.Connection, count: int) -> None:
    rows = [(number, f"n{number}".encode()) for number in range(count)]

    insert_all(db, INSERT, rows)

    assert db.execute("SELECT number, name FROM things ORDER BY rowid").fetchall() == [
        (number, name.decode()) for number, name in rows
    ]


def test_a_row_that_cannot_be_stored_is_an_error(db: sqlite3.Connection) -> None:
    rows = [(number, b"x") for number in range(2 * ROWS)]
    rows[ROWS + 3] = (0, b"twice")

    with pytest.raises(sqlite3.IntegrityError):
        insert_all(db, INSERT, rows)
