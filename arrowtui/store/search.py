"""The full-text index is filled behind the arrivals, in batches."""

from arrowtui.store import Connection

BATCH = "SELECT item_id FROM to_index ORDER BY serial DESC LIMIT :limit"
# Upwards, because the index writes a new segment each time a row id is smaller than the one before.
INDEX = f"""
INSERT INTO item_words (rowid, title, text, author, grams)
SELECT id, title, text, author, grams FROM item_texts WHERE id IN ({BATCH}) ORDER BY id
"""
TAKE_OUT = "DELETE FROM to_index WHERE serial IN (SELECT serial FROM to_index ORDER BY serial DESC LIMIT :limit)"

WAITING = "SELECT count(*) FROM (SELECT 1 FROM to_index LIMIT :most)"


async def waits_for_index(db: Connection, most: int) -> int:
    """How many items wait to be indexed; counted no further than `most`."""
    found = await db.first(WAITING, {"most": most})
    return int(found[0]) if found else 0


async def index_some(db: Connection, limit: int = 2000) -> int:
    """Index up to `limit` waiting items, the last to arrive first (inside `store.write()`).

    Returns: how many were taken from the queue; 0 when none is waiting.
    """
    await db.execute(INDEX, {"limit": limit})
    async with db.execute(TAKE_OUT, {"limit": limit}) as cursor:
        return cursor.rowcount
