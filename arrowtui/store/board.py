"""Kept items with what became of them."""

from sqlite3 import Row

from arrowtui.model.board import Kept
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.store import Connection
from arrowtui.store.rows import item_rows
from arrowtui.store.times import maybe_moment, moment

# All that was kept is a few thousand at most, and has an index of its own.
KEPT = """
SELECT m.item_id, m.kept_at, l.looked_at, s.address FROM marks AS m INDEXED BY marks_kept
LEFT JOIN looks AS l ON l.item_id = m.item_id AND l.looked_at > m.kept_at
JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE m.scopes & 4
ORDER BY l.looked_at IS NOT NULL, l.looked_at, m.kept_at DESC LIMIT :limit
"""


async def kept_items(db: Connection, limit: int) -> tuple[Kept, ...]:
    """What was kept: first what was never looked at again, the last kept first; then the longest not looked at."""
    found = list(await db.execute_fetchall(KEPT, {"limit": limit}))
    rows = {row.id: row for row in await item_rows(db, [ItemId(each[0]) for each in found])}
    return tuple(_kept(each, rows[ItemId(each[0])]) for each in found if ItemId(each[0]) in rows)


def _kept(found: Row, row: ItemRow) -> Kept:
    _, kept_at, looked_at, address = found
    return Kept(row, moment(kept_at), maybe_moment(looked_at), address)
