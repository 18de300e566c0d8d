"""Lines of lists: what stands beside an id on the screen."""

import sqlite3
from collections.abc import Sequence
from functools import partial
from sys import intern

import msgspec

from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order, rank
from arrowtui.store import Connection

SOURCE_PLACE = "((NOT s.is_wanted) << 60) + (s.position << 30) + s.id"
"""Grows in the order in which the sources (`s`) are listed: as the settings have them, then those no longer wanted."""

# All rows in one answer: each that is fetched by itself lets go of Python's lock and waits for it behind the painting.
ROWS = f"""
SELECT json_group_array(json_array(
    m.item_id, m.lane, i.title, s.title, i.author, m.scopes, m.read_edition < m.edition,
    m.edition > max(m.read_edition, 1), m.kept_at IS NOT NULL, m.later_at IS NOT NULL,
    (SELECT json_group_array(tag) FROM tags WHERE tags.item_id = m.item_id),
    (SELECT count(*) FROM notes WHERE notes.item_id = m.item_id AND notes.deleted_at IS NULL AND notes.layers > 0),
    m.other_sources, {SOURCE_PLACE}
))
FROM json_each(:ids) AS asked
JOIN marks AS m ON m.item_id = asked.value
JOIN items AS i ON i.serial = m.serial
JOIN subscriptions AS s ON s.id = m.subscription_id
"""
DISMISSED = 16


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """One row of the answer, in the order of the query; SQLite's truths are 0 and 1."""

    id: int
    lane: Lane
    title: str
    source_title: str
    author: str | None
    scopes: int
    is_unread: int
    is_edited: int
    is_kept: int
    is_later: int
    tags: tuple[str, ...]
    note_count: int
    other_sources: int
    source_place: int


_ROWS = msgspec.json.Decoder(list[_Row])


async def item_rows(db: Connection, ids: Sequence[ItemId]) -> tuple[ItemRow, ...]:
    """The lines of these items, newest first; ids of deleted or unknown items are left out."""
    return await db.run(partial(read_rows, ids=ids))


def read_rows(db: sqlite3.Connection, ids: Sequence[ItemId], order: Order = Order.NEWEST) -> tuple[ItemRow, ...]:
    """`item_rows` in any order, inside the connection's thread."""
    (found,) = db.execute(ROWS, {"ids": msgspec.json.encode(ids).decode()}).fetchone()
    return tuple(sorted(map(_item_row, _ROWS.decode(found)), key=partial(rank, order)))


def _item_row(row: _Row) -> ItemRow:
    return ItemRow(
        id=ItemId(row.id),
        lane=row.lane,
        title=row.title,
        source_title=intern(row.source_title),  # thousands of rows are held, of a few sources and people
        author=row.author and intern(row.author),
        is_read=not row.is_unread,
        is_kept=bool(row.is_kept),
        is_later=bool(row.is_later),
        is_dismissed=row.scopes == DISMISSED,
        is_edited=bool(row.is_edited),
        tags=row.tags,
        note_count=row.note_count,
        other_sources=row.other_sources,
        source_place=row.source_place,
    )
