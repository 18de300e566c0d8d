"""Lines of lists: what stands beside an id on the screen."""

import sqlite3
from collections.abc import Sequence
from functools import partial
from sqlite3 import Row

import msgspec

from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.lane import Lane
from arrowtui.store import Connection

ROWS = """
SELECT m.item_id, m.lane, i.title, s.title, i.author, m.scopes, m.read_edition < m.edition,
    m.edition > max(m.read_edition, 1), m.kept_at IS NOT NULL, m.later_at IS NOT NULL,
    (SELECT json_group_array(tag) FROM tags WHERE tags.item_id = m.item_id),
    (SELECT count(*) FROM notes WHERE notes.item_id = m.item_id AND notes.deleted_at IS NULL AND notes.layers > 0),
    m.other_sources
FROM json_each(:ids) AS asked
JOIN marks AS m ON m.item_id = asked.value
JOIN items AS i ON i.serial = m.serial
JOIN subscriptions AS s ON s.id = m.subscription_id
"""
DISMISSED = 16

_STRINGS = msgspec.json.Decoder(tuple[str, ...])


async def item_rows(db: Connection, ids: Sequence[ItemId]) -> tuple[ItemRow, ...]:
    """The lines of these items, newest first; ids of deleted or unknown items are left out."""
    return await db.run(partial(read_rows, ids=ids))


def read_rows(db: sqlite3.Connection, ids: Sequence[ItemId]) -> tuple[ItemRow, ...]:
    """`item_rows`, inside the connection's thread."""
    found = db.execute(ROWS, {"ids": msgspec.json.encode(ids).decode()})
    return tuple(sorted(map(_item_row, found), key=lambda row: row.id, reverse=True))


def _item_row(row: Row) -> ItemRow:
    number, lane, title, source, author, scopes, unread, edited, kept, later, tags, notes, other_sources = row
    return ItemRow(
        id=ItemId(number),
        lane=Lane(lane),
        title=title,
        source_title=source,
        author=author,
        is_read=not unread,
        is_kept=bool(kept),
        is_later=bool(later),
        is_dismissed=scopes == DISMISSED,
        is_edited=bool(edited),
        tags=_STRINGS.decode(tags),
        note_count=notes,
        other_sources=other_sources,
    )
