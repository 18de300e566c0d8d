"""arrowtui as the bench measures it: how it is set up, polled, started and searched.

The bench itself (a feed server and a harness that times readers side by side) is not part of this project; it imports
this file when `ARROWTUI_ADAPTER` names it, with its own `adapters` module on the path.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
from pathlib import Path

from adapters import Peer, have  # type: ignore[import-not-found]  # the bench's own module, see above

ARROWTUI = str(Path(__file__).parent.parent / ".venv" / "bin" / "arrowtui")
APART = 400 * 86_400_000 << 20  # an item's id begins with its time in milliseconds
GROW = (
    "INSERT INTO known SELECT key || '~' || :copy, item_id - :away, fingerprint, is_gone FROM known "
    "WHERE item_id IN (SELECT item_id FROM items, seed WHERE serial <= last)",
    "INSERT INTO bodies SELECT serial + last * :copy, text, grams, raw FROM bodies, seed WHERE serial <= last",
    "INSERT INTO items SELECT serial + last * :copy, item_id - :away, title, author, link, published_at, updated_at, "
    "language, key || '~' || :copy, parent_key, root_key, repost_key, chosen_by, confidence, reasons "
    "FROM items, seed WHERE serial <= last",
    "INSERT INTO marks (item_id, serial, subscription_id, ruled_lane) SELECT item_id - :away, serial + last * :copy, "
    "subscription_id, ruled_lane FROM marks, seed WHERE serial <= last",
    "INSERT INTO origins SELECT subscription_id, item_id - :away, is_extra, lane, scopes FROM origins "
    "WHERE item_id IN (SELECT item_id FROM items, seed WHERE serial <= last)",
    "INSERT INTO item_words (rowid, title, text, author, grams) SELECT id, title, text, author, grams FROM item_texts "
    "WHERE id IN (SELECT item_id FROM to_index) ORDER BY id",
    "DELETE FROM to_index",
)
HITS = re.compile(r"([\d,]+) (?:hits?|found)")


class Arrowtui(Peer):  # type: ignore[misc]  # the bench is not typed
    """One home, one store, everything as shipped."""

    name = "arrowtui"
    note = (
        "as shipped; builds its search index after the poll, outside the timed command; what it calls noise is put "
        "into the Tips after the first poll"
    )
    quit_keys = "Q"

    @classmethod
    def missing(cls) -> str | None:
        reason: str | None = have(ARROWTUI)
        return reason

    @property
    def database(self) -> Path:
        return Path(self.home) / "data" / "arrowtui" / "arrowtui.db"

    def prepare(self) -> None:
        subprocess.run([ARROWTUI, "import", str(self.lists / "feeds.opml")], env=self.env(), check=True)

    def poll_command(self) -> list[str]:
        return [ARROWTUI, "refresh"]

    def stored_items(self) -> int:
        with sqlite3.connect(self.database) as connection:
            found: int = connection.execute("SELECT count(*) FROM items").fetchone()[0]
        connection.close()
        return found

    def tune(self) -> None:
        """The made-up words of the farm are noise, and the first screen is full of rows: all of them into the Tips."""
        with sqlite3.connect(self.database) as connection:
            connection.execute("UPDATE marks SET ruled_lane = 'tip' WHERE ruled_lane <> 'tip'")
        connection.close()

    def grow(self, factor: int) -> None:
        """Every item once more for each time, 400 days further back, in the same sources; indexed."""
        with sqlite3.connect(self.database, isolation_level=None) as connection:
            connection.execute("CREATE TEMP TABLE seed AS SELECT max(serial) AS last FROM items")
            for copy in range(1, factor):
                connection.execute("BEGIN")
                for statement in GROW:
                    connection.execute(statement, {"copy": copy, "away": copy * APART})
                connection.execute("COMMIT")
        connection.close()

    def start_command(self) -> list[str]:
        return [ARROWTUI]
