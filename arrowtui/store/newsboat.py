"""newsboat's cache: an SQLite file of another program, read from its bytes alone. What has flags was kept.

Source: newsboat's table `rss_item`; flags are letters the person gave.
"""

import sqlite3
from contextlib import closing

from arrowtui.model.saved import Haul, Saved
from arrowtui.store.times import moment

MAGIC = b"SQLite format 3\0"
TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'rss_item'"
FLAGGED = """
SELECT url, title, author, pubDate, flags, unread FROM rss_item
WHERE flags IS NOT NULL AND flags <> '' AND url IS NOT NULL LIMIT 100000
"""
MOST_STEPS = 200_000_000


def read_newsboat(data: bytes) -> Haul | None:
    """The flagged articles of a cache file; None where it is another program's."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            # A file in write-ahead mode cannot be opened in memory; its two bytes say so.
            db.deserialize(data[:18] + b"\1\1" + data[20:] if data[18:20] == b"\2\2" else data)
            db.execute("PRAGMA trusted_schema = OFF")
            steps = iter(range(MOST_STEPS // 100_000))
            db.set_progress_handler(lambda: int(next(steps, None) is None), 100_000)
            if db.execute(TABLE).fetchone() is None:
                return None
            rows = db.execute(FLAGGED).fetchall()
        except sqlite3.Error:
            return None
    is_web = [isinstance(row[0], str) and row[0].startswith(("http://", "https://")) for row in rows]
    saved = tuple(_saved(*row) for row, fits in zip(rows, is_web, strict=True) if fits)
    left = [str(row[1] or row[0])[:80] for row, fits in zip(rows, is_web, strict=True) if not fits]
    return Haul("newsboat", "newsboat cache", saved, tuple((title, "no web address") for title in left))


def _saved(link: str, title: object, author: object, at: object, flags: object, unread: object) -> Saved:
    return Saved(
        link,
        str(title or ""),
        link,
        str(author) if author else None,
        moment(at * 1000) if isinstance(at, int) and 0 < at < 4_102_444_800 else None,
        tuple(f"flag-{flag}" for flag in sorted(set(str(flags))) if flag.isalpha()),
        is_read=not unread,
    )
