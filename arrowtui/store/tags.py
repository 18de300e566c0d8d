"""The person's tags on items."""

from collections.abc import Iterable, Sequence

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.changes import TagsBefore

HAVE = """
SELECT item_id, tag FROM tags
WHERE item_id IN (SELECT value FROM json_each(:ids)) AND tag IN (SELECT value FROM json_each(:tags))
"""
EXIST = "SELECT item_id FROM marks WHERE item_id IN (SELECT value FROM json_each(:ids))"
ADD = """
INSERT INTO tags (item_id, tag, lane, scopes) SELECT item_id, ?, lane, scopes FROM marks WHERE item_id = ?
ON CONFLICT DO NOTHING
"""
REMOVE = "DELETE FROM tags WHERE item_id = ? AND tag = ?"


async def change_tags(
    db: Connection, ids: Iterable[ItemId], add: Sequence[str], remove: Sequence[str]
) -> TagsBefore | None:
    """Add and remove tags (inside `store.write()`); None when nothing changed. A tag in both lists is added."""
    numbers = sorted(set(ids))
    drop = [tag for tag in remove if tag not in add]
    known = [number for (number,) in await db.execute_fetchall(EXIST, {"ids": _json(numbers)})]
    asked = {"ids": _json(numbers), "tags": _json([*add, *drop])}
    have = {(number, tag) for number, tag in await db.execute_fetchall(HAVE, asked)}
    added = tuple((number, tag) for number in known for tag in dict.fromkeys(add) if (number, tag) not in have)
    removed = tuple(sorted(pair for pair in have if pair[1] in drop))
    if not added and not removed:
        return None
    await _write(db, added, removed)
    return TagsBefore(added, removed)


async def restore_tags(db: Connection, before: TagsBefore) -> int:
    """Take a change of tags back; returns how many items it concerned."""
    await _write(db, before.removed, before.added)
    return len({number for number, _ in (*before.added, *before.removed)})


async def _write(db: Connection, add: Iterable[tuple[int, str]], remove: Iterable[tuple[int, str]]) -> None:
    await db.executemany(ADD, [(tag, number) for number, tag in add])
    await db.executemany(REMOVE, list(remove))


def _json(values: Sequence[int] | Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()
