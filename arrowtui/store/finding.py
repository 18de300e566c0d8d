"""Which items a search finds: in the index, in the person's notes, and among those not indexed yet."""

import re
import sqlite3

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.store.tallies import kept_tally
from arrowtui.store.walks import NOT_GATHERED, TAGGED, Toward, walk_query
from arrowtui.store.words import Term, terms

# CROSS JOIN keeps the order of the walk: the index first, newest first, then a look at each hit's marks.
IN_ITEMS = """
SELECT item_words.rowid FROM item_words CROSS JOIN marks ON marks.item_id = item_words.rowid
WHERE item_words MATCH :match AND item_words.rowid {beyond} :bound AND {filters}
ORDER BY item_words.rowid {order} LIMIT :limit
"""
# For lists of few items: a look into the list for each hit, without fetching its marks. The plus sign keeps the walk
# along the index; a narrow list with a frequent word would otherwise begin the search anew for each of its items.
IN_FEW = """
SELECT rowid FROM item_words
WHERE item_words MATCH :match AND rowid {beyond} :bound AND +rowid IN ({few})
ORDER BY rowid {order} LIMIT :limit
"""
IN_NOTES = """
SELECT DISTINCT notes.item_id FROM note_words CROSS JOIN note_layers ON note_layers.id = note_words.rowid
CROSS JOIN notes ON notes.id = note_layers.note_id CROSS JOIN marks ON marks.item_id = notes.item_id
WHERE note_words MATCH :match AND note_layers.deleted_at IS NULL AND notes.deleted_at IS NULL
AND notes.item_id {beyond} :bound AND {filters}
ORDER BY notes.item_id {order} LIMIT :limit
"""
# The queue is short except in the minute after a first poll; the last thousand of it are read
# through, roughly: parts of words count, and whatever stands between the words of a phrase.
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
    {negated} LIKE :{name}
"""
WORDS = re.compile(r"[^\W_]+")
OF_LANE = "marks.lane = :lane"
OF_SOURCE = """
EXISTS (SELECT 1 FROM origins WHERE origins.item_id = marks.item_id AND origins.subscription_id = :source)
"""
OF_TAGGED = f"""
EXISTS (SELECT 1 FROM origins WHERE origins.item_id = marks.item_id AND origins.subscription_id IN ({TAGGED}))
"""
OF_TAG = "EXISTS (SELECT 1 FROM tags WHERE tags.item_id = marks.item_id AND tags.tag = :tag)"


BITS = {Scope.ALL: 1, Scope.UNREAD: 2, Scope.KEPT: 4, Scope.LATER: 8, Scope.DISMISSED: 16}
"""The bit of each scope in the column `scopes`."""

FEW = 20_000
"""Lists up to this length are narrow: their ids are put into a set of their own before the search (a few ms)."""


def found_ids(
    db: sqlite3.Connection, view: View, match: str, toward: Toward, bound: ItemId, limit: int
) -> list[ItemId]:
    """Up to `limit` ids beyond `bound` that the search of `view` finds, the nearest first.

    Args:
        match: the search as an FTS5 expression.
    """
    likes, patterns = _likes(terms(view.words or ""))
    parts = {"beyond": toward.beyond, "order": toward.order, "filters": _filters(view), "likes": likes}
    in_items = IN_ITEMS
    if view.source_tag is None and kept_tally(db, view) <= FEW:
        in_items, parts["few"] = IN_FEW, walk_query(view, toward)
    asked: dict[str, str | int | None] = {
        "match": match, "bound": bound, "limit": limit, "lane": view.lane, "source": view.source, "tag": view.tag,
        "source_tag": view.source_tag,
    }  # fmt: skip
    found: set[int] = set()
    for query in (in_items, IN_NOTES, IN_QUEUE):
        found.update(number for (number,) in db.execute(query.format(**parts), asked | patterns))
    nearest = sorted(found, reverse=toward is Toward.OLDER)
    return [ItemId(number) for number in (nearest if limit < 0 else nearest[:limit])]


def _filters(view: View) -> str:
    filters = [f"marks.scopes & {BITS[view.scope]}"]
    if view.lane is not None:
        filters.append(OF_LANE)
    if view.source is not None:
        filters.append(OF_SOURCE)
    elif view.source_tag is not None:
        filters.append(OF_TAGGED)
    elif view.lane is Lane.NOISE:
        filters.append(f"marks.{NOT_GATHERED}")
    if view.tag is not None:
        filters.append(OF_TAG)
    return " AND ".join(filters)


def _likes(parts: tuple[Term, ...]) -> tuple[str, dict[str, str | int | None]]:
    likes, patterns = [], {}
    for at, term in enumerate(parts):
        name = f"like_{at}"
        likes.append(LIKE.format(negated="" if term.is_wanted else "NOT", name=name))
        patterns[name] = f"%{'%'.join(WORDS.findall(term.text))}%"
    return " AND ".join(likes), dict(patterns)
