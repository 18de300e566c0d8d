"""Which items a search finds: in the index, in the person's notes, and among those not indexed yet."""

import sqlite3

from arrowtui.model.item import ItemId, View
from arrowtui.store.words import Term, terms

# CROSS JOIN keeps the order of the walk: the index first, newest first, then a look at each hit's marks.
IN_ITEMS = """
SELECT item_words.rowid FROM item_words CROSS JOIN marks ON marks.item_id = item_words.rowid
WHERE item_words MATCH :match AND item_words.rowid {beyond} :bound AND {filters}
ORDER BY item_words.rowid {order} LIMIT :limit
"""
IN_NOTES = """
SELECT DISTINCT notes.item_id FROM note_words CROSS JOIN notes ON notes.id = note_words.rowid
CROSS JOIN marks ON marks.item_id = notes.item_id
WHERE note_words MATCH :match AND notes.deleted_at IS NULL AND notes.item_id {beyond} :bound AND {filters}
ORDER BY notes.item_id {order} LIMIT :limit
"""
# The queue is short except in the minute after a first poll; the last thousand of it are read through.
IN_QUEUE = """
SELECT waiting.item_id FROM (
    SELECT item_id FROM to_index ORDER BY serial DESC LIMIT 1000
) AS waiting
CROSS JOIN marks ON marks.item_id = waiting.item_id
CROSS JOIN item_texts ON item_texts.id = waiting.item_id
WHERE waiting.item_id {beyond} :bound AND {filters} AND {likes}
ORDER BY waiting.item_id {order} LIMIT :limit
"""
LIKE = """
(item_texts.title || ' ' || coalesce(item_texts.author, '') || ' ' || item_texts.text)
    {negated} LIKE :{name} ESCAPE '\\'
"""
OF_LANE = "marks.lane = :lane"
OF_SOURCE = """
EXISTS (SELECT 1 FROM origins WHERE origins.item_id = marks.item_id AND origins.subscription_id = :source)
"""
OF_TAG = "EXISTS (SELECT 1 FROM tags WHERE tags.item_id = marks.item_id AND tags.tag = :tag)"


def found_ids(
    db: sqlite3.Connection, view: View, match: str, bit: int, bound: ItemId, limit: int, *, is_older: bool
) -> list[ItemId]:
    """Up to `limit` ids beyond `bound` that the search of `view` finds, the nearest first.

    Args:
        match: the search as an FTS5 expression.
        bit: the scope's bit in `marks.scopes`.
    """
    beyond, order = ("<", "DESC") if is_older else (">", "ASC")
    filters = _filters(view, bit)
    asked: dict[str, str | int | None] = {
        "match": match, "bound": bound, "limit": limit, "lane": view.lane, "source": view.source, "tag": view.tag
    }  # fmt: skip
    found: set[int] = set()
    for query in (IN_ITEMS, IN_NOTES):
        sql = query.format(beyond=beyond, order=order, filters=filters)
        found.update(number for (number,) in db.execute(sql, asked))
    likes, patterns = _likes(terms(view.words or ""))
    sql = IN_QUEUE.format(beyond=beyond, order=order, filters=filters, likes=likes)
    found.update(number for (number,) in db.execute(sql, asked | patterns))
    nearest = sorted(found, reverse=is_older)
    return [ItemId(number) for number in (nearest if limit < 0 else nearest[:limit])]


def _filters(view: View, bit: int) -> str:
    filters = [f"marks.scopes & {bit}"]
    if view.lane is not None:
        filters.append(OF_LANE)
    if view.source is not None:
        filters.append(OF_SOURCE)
    if view.tag is not None:
        filters.append(OF_TAG)
    return " AND ".join(filters)


def _likes(parts: tuple[Term, ...]) -> tuple[str, dict[str, str | int | None]]:
    likes, patterns = [], {}
    for at, term in enumerate(parts):
        name = f"like_{at}"
        likes.append(LIKE.format(negated="" if term.is_wanted else "NOT", name=name))
        plain = term.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        patterns[name] = f"%{plain}%"
    return " AND ".join(likes), dict(patterns)
