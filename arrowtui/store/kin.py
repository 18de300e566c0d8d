"""Items that came before anybody knew where they belong are put into their threads."""

from collections.abc import Sequence

from msgspec import Struct

from arrowtui.store import Connection

JOINED = """
UPDATE items SET parent_key = ?, root_key = coalesce(?, root_key)
WHERE serial = (SELECT marks.serial FROM known JOIN marks ON marks.item_id = known.item_id WHERE known.key = ?)
"""


class Kin(Struct, frozen=True):
    """The keys of an item, of what it answers, and of its thread's first (None: not known)."""

    key: str
    parent: str
    root: str | None = None


async def join(db: Connection, kin: Sequence[Kin]) -> None:
    """Put items into their threads (inside `store.write()`). That is no edit: nothing becomes unread again."""
    await db.executemany(JOINED, [(one.parent, one.root, one.key) for one in kin])
