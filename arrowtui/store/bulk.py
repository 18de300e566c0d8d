"""Many rows put in at once."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from itertools import chain

ROWS = 25
"""In one statement: what a statement costs besides its rows is then paid once for them all, and Python's lock is let go
and taken again once. More gain nothing."""

Cell = str | bytes | int | float | None


def insert_all(db: sqlite3.Connection, insert: str, rows: Sequence[tuple[Cell, ...]]) -> None:
    """The same as `executemany`, in four fifths of the time. `insert` ends with `VALUES (...)`, a place for each
    cell."""
    whole = len(rows) // ROWS * ROWS
    for start in range(0, whole, ROWS):
        db.execute(_with_rows(insert), tuple(chain.from_iterable(rows[start : start + ROWS])))
    db.executemany(insert, rows[whole:])


@cache
def _with_rows(insert: str) -> str:
    row = insert.rpartition("VALUES ")[2]
    return insert + f", {row}" * (ROWS - 1)
