"""Items go: by the world's wish or by age. What the person wrote stays."""

from collections.abc import Iterable, Sequence

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.store import Connection

# A person's hand on an item: kept, put aside for later, tagged, moved, noted, linked to from a note, answered.
TOUCHED = """
(marks.kept_at IS NOT NULL OR marks.later_at IS NOT NULL OR marks.moved_to IS NOT NULL
    OR EXISTS (SELECT 1 FROM tags WHERE tags.item_id = marks.item_id)
    OR EXISTS (SELECT 1 FROM notes WHERE notes.item_id = marks.item_id AND notes.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM note_links WHERE note_links.to_item = marks.item_id)
    OR EXISTS (SELECT 1 FROM answers WHERE answers.item_id = marks.item_id))
"""
# An item goes by its own key, or with the post it passes on; not because a copy of it went elsewhere.
FIND = """
SELECT known.item_id FROM known JOIN marks ON marks.item_id = known.item_id JOIN items ON items.serial = marks.serial
WHERE known.key IN (SELECT value FROM json_each(:keys)) AND NOT known.is_gone
    AND (items.key = known.key OR items.repost_key = known.key)
"""
FIND_UNTOUCHED = f"{FIND} AND NOT {TOUCHED}"
PARTED_EXTRA = "DELETE FROM origins WHERE item_id = ? AND is_extra"
PARTED = """
DELETE FROM origins WHERE (subscription_id, item_id) = (SELECT subscription_id, item_id FROM marks WHERE item_id = ?)
"""
BURIED = """
UPDATE known SET is_gone = 1, fingerprint = x''
WHERE key = (SELECT key FROM items WHERE serial = (SELECT serial FROM marks WHERE item_id = ?))
"""
BURIED_ALIASES = """
UPDATE known SET is_gone = 1, fingerprint = x'' WHERE key IN (SELECT key FROM aliases WHERE item_id = ?)
"""
COPIES_BURIED = """
UPDATE known SET is_gone = 1, fingerprint = x''
WHERE key IN (SELECT value FROM json_each(:keys)) AND NOT is_gone
    AND EXISTS (SELECT 1 FROM aliases WHERE aliases.item_id = known.item_id AND aliases.key = known.key)
"""
# A trigger takes the body and its words along.
DELETED = "DELETE FROM items WHERE serial = (SELECT serial FROM marks WHERE item_id = ?)"
MARKED = "UPDATE marks SET serial = NULL WHERE item_id = ?"


async def delete_items(db: Connection, keys: Iterable[str], *, spare_touched: bool = False) -> int:
    """Delete what the world said (inside `store.write()`). A tombstone stays, so that it does not return as new.

    Notes, tags and marks are never deleted; a note keeps its item's title and link.

    Args:
        spare_touched: leave items alone that the person kept, put aside, tagged, moved or wrote about (for retention;
            the duty to delete what its platform deleted knows no such exception).
    Returns: how many items went.
    """
    query = FIND_UNTOUCHED if spare_touched else FIND
    asked = {"keys": msgspec.json.encode(list(keys)).decode()}
    rows = await db.execute_fetchall(query, asked)
    ids = [ItemId(row[0]) for row in rows]
    await bury(db, ids)
    if not spare_touched:
        await db.execute(COPIES_BURIED, asked)
    return len(ids)


async def bury(db: Connection, ids: Sequence[ItemId]) -> None:
    """Delete these items, whatever is theirs but the person's; their keys stay known as gone."""
    rows = [(item,) for item in ids]
    for step in (PARTED_EXTRA, PARTED, BURIED_ALIASES, BURIED, DELETED, MARKED):
        await db.executemany(step, rows)
