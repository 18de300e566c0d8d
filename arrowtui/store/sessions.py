"""The posts of a chat session, and how far the person is with it."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from sys import intern

import msgspec
from msgspec import Struct

from arrowtui.model.chat_board import WatchState
from arrowtui.model.item import ItemId, first_id_at
from arrowtui.store import Connection
from arrowtui.store.changes import SessionBefore
from arrowtui.store.times import stamp

MOST = 20_000
"""Posts of one session that are read: more than any chat has."""

# Tagged posts of the hours of a session, whatever tab they went to.
TAGGED = """
SELECT m.item_id FROM marks AS m JOIN bodies AS b ON b.serial = m.serial
WHERE m.item_id >= :since AND m.item_id < :until AND (b.text LIKE :tag ESCAPE '\\' OR b.text LIKE :other ESCAPE '\\')
LIMIT :limit
"""
# Replies lose the tag: what answers to a post of the session belongs to it.
REPLIES = """
SELECT m.item_id FROM items AS i JOIN marks AS m ON m.serial = i.serial
WHERE i.root_key IN (SELECT key FROM items WHERE serial IN (
    SELECT serial FROM marks WHERE item_id IN (SELECT value FROM json_each(:ids))
)) AND m.item_id >= :since AND m.item_id < :until
LIMIT :limit
"""
POSTS = """
SELECT m.item_id, i.key, coalesce(i.author, ''), b.text, i.parent_key, i.repost_key, i.link
FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value JOIN items AS i ON i.serial = m.serial
JOIN bodies AS b ON b.serial = m.serial
ORDER BY m.item_id
"""
# What stands in the Chats, hashtag and digit in it: questions are among these.
NUMBERED = """
SELECT m.item_id, i.key, coalesce(i.author, ''), b.text, i.parent_key, i.repost_key, i.link
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial
WHERE m.lane = 'chat' AND m.item_id >= :since AND b.text LIKE '%#%' AND b.text GLOB '*[0-9]*'
ORDER BY m.item_id DESC LIMIT :limit
"""
# Whose chat posts she kept anything of.
LIKED = """
SELECT DISTINCT i.author FROM marks AS m INDEXED BY marks_kept JOIN items AS i ON i.serial = m.serial
WHERE m.lane = 'chat' AND m.scopes & 4 AND i.author IS NOT NULL
"""
EDITIONS = "SELECT m.item_id, m.edition FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value"
# Tagged posts that may put a numbered question.
ASKING = """
SELECT m.item_id, i.key, coalesce(i.author, ''), b.text, i.parent_key, i.repost_key, i.link
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial
WHERE m.item_id >= :since AND m.item_id < :until AND i.parent_key IS NULL
    AND substr(b.text, 1, 40) GLOB '*[QTPFVqtpfvEeAaNnSs]*[0-9]*'
    AND (b.text LIKE :tag ESCAPE '\\' OR b.text LIKE :other ESCAPE '\\')
ORDER BY m.item_id LIMIT :limit
"""
# Tagged posts that may call a session off or move it: the words are put to the proof afterwards.
CALLING_OFF = """
SELECT m.item_id, i.key, coalesce(i.author, ''), b.text, i.parent_key, i.repost_key, i.link
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial
WHERE m.item_id >= :since AND m.item_id < :until AND i.parent_key IS NULL AND i.repost_key IS NULL
    AND (b.text LIKE :tag ESCAPE '\\' OR b.text LIKE :other ESCAPE '\\') AND (
        b.text LIKE '%cancel%' OR b.text LIKE '%call%' OR b.text LIKE '%no %' OR b.text LIKE '%skip%'
        OR b.text LIKE '%break%' OR b.text LIKE '%mov%' OR b.text LIKE '%schedul%' OR b.text LIKE '%postpon%'
        OR b.text LIKE '%shift%' OR b.text LIKE '%push%' OR b.text LIKE '%happen%' OR b.text LIKE '% aus%'
        OR b.text LIKE '%abgesagt%' OR b.text LIKE '%kein%' OR b.text LIKE '%pas de%' OR b.text LIKE '%annul%'
        OR b.text LIKE '%geen%' OR b.text LIKE '%gaat niet%' OR b.text LIKE '%verschoben%' OR b.text LIKE '%verlegt%'
        OR b.text LIKE '%report%' OR b.text LIKE '%plac%' OR b.text LIKE '%aplazad%' OR b.text LIKE '%traslad%'
        OR b.text LIKE '%adiado%' OR b.text LIKE '%verplaatst%' OR b.text LIKE '%verzet%' OR b.text LIKE '%não há%'
    )
ORDER BY m.item_id LIMIT :limit
"""
STATES = "SELECT hashtag, starts_at, state FROM session_marks"
STATE = "SELECT state, changed_at FROM session_marks WHERE hashtag = :hashtag AND starts_at = :starts_at"
PUT = """
INSERT INTO session_marks (hashtag, starts_at, state, changed_at) VALUES (:hashtag, :starts_at, :state, :changed_at)
ON CONFLICT (hashtag, starts_at) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
"""
TAKE_OUT = "DELETE FROM session_marks WHERE hashtag = :hashtag AND starts_at = :starts_at"


class StoredPost(Struct, frozen=True):
    """A post as it is stored: keys are those of items."""

    item: ItemId
    key: str
    author: str
    text: str
    parent_key: str | None
    repost_key: str | None
    link: str | None


async def session_posts(
    db: Connection, hashtags: Sequence[str], since: datetime, until: datetime
) -> tuple[StoredPost, ...]:
    """The posts under these hashtags (folded, no sign) from `since` to `until`, with untagged replies to them, in
    order of time."""
    return await db.run(partial(_posts, hashtags, first_id_at(since), first_id_at(until)))


async def session_editions(
    db: Connection, hashtags: Sequence[str], since: datetime, until: datetime
) -> dict[ItemId, int]:
    """Which posts these are, each with its edition: a cheap look whether anything came, changed or went."""
    return await db.run(partial(_editions, hashtags, first_id_at(since), first_id_at(until)))


async def posts_of(db: Connection, items: Sequence[ItemId]) -> tuple[StoredPost, ...]:
    """These posts, in order of time; those that are gone are left out."""
    rows = await db.execute_fetchall(POSTS, {"ids": _json(set(items))})
    return tuple(_stored(row) for row in rows)


async def liked_authors(db: Connection) -> frozenset[str]:
    """Whose chat posts she kept."""
    return frozenset(author for (author,) in await db.execute_fetchall(LIKED))


async def chat_posts(db: Connection, since: datetime, limit: int) -> tuple[StoredPost, ...]:
    """Tagged posts of the Chats that may put or answer a numbered question, newest first."""
    rows = await db.execute_fetchall(NUMBERED, {"since": first_id_at(since), "limit": limit})
    return tuple(_stored(row) for row in rows)


async def question_posts(
    db: Connection, hashtags: Sequence[str], since: datetime, until: datetime
) -> tuple[StoredPost, ...]:
    """Tagged posts of that time which may put a numbered question, in order of time."""
    return await db.run(partial(_like, ASKING, hashtags, first_id_at(since), first_id_at(until)))


async def fate_posts(
    db: Connection, hashtags: Sequence[str], since: datetime, until: datetime
) -> tuple[StoredPost, ...]:
    """Tagged posts of that time which may say that a session is called off or moved, in order of time."""
    return await db.run(partial(_like, CALLING_OFF, hashtags, first_id_at(since), first_id_at(until)))


async def post_count(db: Connection, hashtags: Sequence[str], since: datetime, until: datetime) -> int:
    """How many tagged posts there are."""
    return len(await db.run(partial(_tagged, hashtags, first_id_at(since), first_id_at(until))))


async def session_states(db: Connection) -> dict[tuple[str, int], WatchState]:
    """Every state she gave, by hashtag and stamp of the start."""
    rows = await db.execute_fetchall(STATES)
    return {(hashtag, starts_at): WatchState(state) for hashtag, starts_at, state in rows}


async def set_session_state(
    db: Connection, hashtag: str, starts_at: datetime, state: WatchState, now: datetime
) -> SessionBefore | None:
    """Mark a session (inside `store.write()`); returns how it was, None where it was so already."""
    asked = {"hashtag": hashtag, "starts_at": stamp(starts_at), "state": state.value, "changed_at": stamp(now)}
    before = await db.first(STATE, asked)
    if before is not None and before[0] == state.value:
        return None
    await db.execute(PUT, asked)
    return SessionBefore(hashtag, stamp(starts_at), *(before if before is not None else (None, 0)))


async def restore_session(db: Connection, before: SessionBefore) -> None:
    """Put the mark of a session back as it was."""
    asked = {"hashtag": before.hashtag, "starts_at": before.starts_at}
    if before.state is None:
        await db.execute(TAKE_OUT, asked)
    else:
        await db.execute(PUT, {**asked, "state": before.state, "changed_at": before.changed_at})


def _posts(hashtags: Sequence[str], since: int, until: int, db: sqlite3.Connection) -> tuple[StoredPost, ...]:
    ids = _belonging(hashtags, since, until, db)
    return tuple(_stored(row) for row in db.execute(POSTS, {"ids": _json(ids)}))


def _editions(hashtags: Sequence[str], since: int, until: int, db: sqlite3.Connection) -> dict[ItemId, int]:
    ids = _belonging(hashtags, since, until, db)
    return {ItemId(number): edition for number, edition in db.execute(EDITIONS, {"ids": _json(ids)})}


def _belonging(hashtags: Sequence[str], since: int, until: int, db: sqlite3.Connection) -> set[int]:
    ids = _tagged(hashtags, since, until, db)
    asked = {"ids": _json(ids), "since": since, "until": until, "limit": MOST}
    return ids | {number for (number,) in db.execute(REPLIES, asked)}


def _tagged(hashtags: Sequence[str], since: int, until: int, db: sqlite3.Connection) -> set[int]:
    asked = [{"since": since, "until": until, "limit": MOST, **_patterns(tag)} for tag in hashtags]
    return {number for each in asked for (number,) in db.execute(TAGGED, each)}


def _like(
    query: str, hashtags: Sequence[str], since: int, until: int, db: sqlite3.Connection
) -> tuple[StoredPost, ...]:
    asked = [{"since": since, "until": until, "limit": MOST, **_patterns(tag)} for tag in hashtags]
    found = {row[0]: _stored(row) for each in asked for row in db.execute(query, each)}
    return tuple(found[number] for number in sorted(found))


def _patterns(tag: str) -> dict[str, str]:
    bare = tag.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return {"tag": f"%#{bare}%", "other": f"%＃{bare}%"}


def _stored(row: sqlite3.Row) -> StoredPost:
    number, key, author, text, parent_key, repost_key, link = row
    return StoredPost(ItemId(number), key, intern(author), text, parent_key, repost_key, link)


def _json(ids: Collection[int]) -> str:
    return msgspec.json.encode(sorted(ids)).decode()
