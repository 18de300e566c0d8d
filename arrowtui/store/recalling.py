"""Old notes that belong to an item: by indexes only, for it is asked whenever an item is opened."""

from collections.abc import Sequence

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId
from arrowtui.store import Connection

FACTS = """
SELECT items.link, items.author, items.title || ' ' || coalesce(calls.criteria, '')
FROM marks JOIN items ON items.serial = marks.serial LEFT JOIN calls ON calls.item_id = marks.item_id
WHERE marks.item_id = :item
"""
SHOWN = "n.deleted_at IS NULL AND n.layers > 0 AND n.item_id IS NOT :item"
BY_LINK = f"""
SELECT n.id FROM notes AS n INDEXED BY notes_by_link WHERE n.about_link = :link AND {SHOWN}
ORDER BY n.id DESC LIMIT 1
"""
BY_AUTHOR = f"""
SELECT n.id FROM notes AS n INDEXED BY notes_by_author WHERE n.about_author = :author AND {SHOWN}
ORDER BY n.id DESC LIMIT 1
"""
LINKED = f"""
SELECT n.id FROM note_links AS k CROSS JOIN note_layers AS l ON l.id = k.layer_id
CROSS JOIN notes AS n ON n.id = l.note_id
WHERE k.to_item = :item AND l.deleted_at IS NULL AND {SHOWN} ORDER BY n.id DESC LIMIT 1
"""
BY_TAGS = f"""
SELECT n.id, group_concat(t.tag, ' ') FROM tags AS t CROSS JOIN note_tags AS k ON k.tag = t.tag
CROSS JOIN notes AS n ON n.id = k.note_id
WHERE t.item_id = :item AND {SHOWN} GROUP BY n.id ORDER BY count(*) DESC, n.id DESC LIMIT 1
"""
BY_WORDS = f"""
SELECT n.id, coalesce(n.about_title, '') || ' ' || n.title, l.text
FROM note_words CROSS JOIN note_layers AS l ON l.id = note_words.rowid CROSS JOIN notes AS n ON n.id = l.note_id
WHERE note_words MATCH :match AND l.deleted_at IS NULL AND {SHOWN} ORDER BY note_words.rank LIMIT :limit
"""


async def facts_of(db: Connection, item: ItemId) -> tuple[str | None, str | None, str] | None:
    """Link, author and title of an item (with who is wanted, where it is a call); None when it is gone."""
    found = await db.first(FACTS, {"item": item})
    return (found[0], found[1], found[2]) if found else None


async def by_link(db: Connection, item: ItemId, link: str) -> NoteId | None:
    """The latest note about another item with the same link."""
    return await _one(db, BY_LINK, {"item": item, "link": link})


async def linked(db: Connection, item: ItemId) -> NoteId | None:
    """The latest note elsewhere that links to the item."""
    return await _one(db, LINKED, {"item": item})


async def by_author(db: Connection, item: ItemId, author: str) -> NoteId | None:
    """The latest note about another item by the same author."""
    return await _one(db, BY_AUTHOR, {"item": item, "author": author})


async def by_tags(db: Connection, item: ItemId) -> tuple[NoteId, str] | None:
    """The note that shares most tags with the item, and the tags."""
    found = await db.first(BY_TAGS, {"item": item})
    return (NoteId(found[0]), found[1]) if found else None


async def by_words(db: Connection, item: ItemId, words: Sequence[str], limit: int) -> list[tuple[NoteId, str, str]]:
    """Notes in which any of the words begin a word, the best first: their titles and texts."""
    match = " OR ".join(f'"{word.replace(chr(34), "")}" *' for word in words)
    rows = await db.execute_fetchall(BY_WORDS, {"item": item, "match": match, "limit": limit})
    return [(NoteId(note), title, text) for note, title, text in rows]


async def _one(db: Connection, query: str, asked: dict[str, int | str]) -> NoteId | None:
    found = await db.first(query, asked)
    return NoteId(found[0]) if found else None
