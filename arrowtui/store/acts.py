"""What rules of the person's own do with items that have just arrived, and only then: later on she has the say."""

import sqlite3
from collections.abc import Sequence

from arrowtui.model.rule import Acts
from arrowtui.store.times import stamp

KEEP = "UPDATE marks SET kept_at = ? WHERE item_id = ?"
READ = "UPDATE marks SET read_edition = edition, read_at = ? WHERE item_id = ?"
DISMISS = "UPDATE marks SET dismissed_at = ? WHERE item_id = ?"
TAG = """
INSERT INTO tags (item_id, tag, lane, scopes) SELECT item_id, ?, lane, scopes FROM marks WHERE item_id = ?
ON CONFLICT DO NOTHING
"""


def do_acts(db: sqlite3.Connection, acts: Sequence[tuple[int, Acts]]) -> None:
    """Tag, keep, dismiss and mark read items whose marks were just made (the lane is the verdict's)."""
    db.executemany(TAG, [(tag, number) for number, one in acts for tag in one.tags])
    db.executemany(KEEP, [(stamp(one.at), number) for number, one in acts if one.keep])
    db.executemany(READ, [(stamp(one.at), number) for number, one in acts if one.read])
    db.executemany(DISMISS, [(stamp(one.at), number) for number, one in acts if one.dismiss])
