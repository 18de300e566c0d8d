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
HITS = re.compile(r"([\d,]+) (?:hits?|found)")


class Arrowtui(Peer):  # type: ignore[misc]  # the bench is not typed
    """One home, one store, everything as shipped."""

    name = "arrowtui"
    note = "as shipped; builds its search index after the poll, outside the timed command"
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

    def start_command(self) -> list[str]:
        return [ARROWTUI]
