"""Calls as they were read, and who closes, extends or repeats which. Replaceable: the person's side is in answers."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from arrowtui.model.call import Call, CallKind, Contact, Deadline, Flag, Precision
from arrowtui.model.item import Item, ItemId, sorted_at
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import maybe_moment, maybe_stamp, moment, stamp

RELATED = timedelta(days=60)
"""A notice speaks of a call that is no older."""

# An extension by another post outlives an edit of the call that says nothing later.
STANDS = "extended_by IS NOT NULL AND deadline IS NOT NULL AND coalesce(excluded.deadline, 0) <= deadline"
KEEP = f"""
INSERT INTO calls (item_id, kind, outlet, asker, deadline, precision, deadline_words, zone, contacts, criteria, paid,
    is_closed, flags, is_scam, posted_at, sign)
VALUES (:item, :kind, :outlet, :asker, :deadline, :precision, :words, :zone, :contacts, :criteria, :paid, :closed,
    :flags, :scam, :posted, :sign)
ON CONFLICT (item_id) DO UPDATE SET kind = excluded.kind, outlet = excluded.outlet, asker = excluded.asker,
    extended_from = CASE WHEN excluded.deadline > deadline THEN deadline ELSE extended_from END,
    deadline = CASE WHEN {STANDS} THEN deadline ELSE excluded.deadline END,
    precision = CASE WHEN {STANDS} THEN precision ELSE excluded.precision END,
    deadline_words = CASE WHEN {STANDS} THEN deadline_words ELSE excluded.deadline_words END,
    zone = CASE WHEN {STANDS} THEN zone ELSE excluded.zone END,
    contacts = excluded.contacts, criteria = excluded.criteria, paid = excluded.paid,
    is_closed = max(excluded.is_closed, closed_by IS NOT NULL), flags = excluded.flags, is_scam = excluded.is_scam,
    sign = excluded.sign
"""
FORGET = "DELETE FROM calls WHERE item_id = ? AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.item_id = ?)"
SAME = """
SELECT item_id FROM calls
WHERE sign = :sign AND item_id <> :item AND same_as IS NULL AND NOT is_notice AND abs(posted_at - :posted) <= :near
ORDER BY posted_at, item_id LIMIT 1
"""
REPEATS = "UPDATE calls SET same_as = :other WHERE item_id = :item AND same_as IS NULL"
IN_THREAD = """
SELECT c.item_id FROM known AS k JOIN calls AS c ON c.item_id = k.item_id
WHERE k.key IN (:parent, :root) AND c.item_id <> :item
ORDER BY c.posted_at DESC LIMIT 1
"""
BY_LINK = """
SELECT c.item_id FROM calls AS c JOIN marks AS m ON m.item_id = c.item_id JOIN items AS i ON i.serial = m.serial
WHERE c.asker = :asker AND c.posted_at BETWEEN :since AND :posted AND c.item_id <> :item AND i.link = :link
ORDER BY c.posted_at DESC LIMIT 1
"""
# By the same asker, and only if there is no doubt which: just one of hers is open.
BY_ASKER = """
SELECT min(c.item_id), count(*), min(i.title) FROM calls AS c JOIN marks AS m ON m.item_id = c.item_id
JOIN items AS i ON i.serial = m.serial
WHERE asker = :asker AND posted_at BETWEEN :since AND :posted AND c.item_id <> :item AND NOT is_closed AND NOT is_notice
    AND same_as IS NULL AND (deadline IS NULL OR deadline >= :since_deadline)
"""
OWN = "SELECT item_id FROM calls WHERE item_id IN (SELECT value FROM json_each(:items)) AND NOT is_notice"
CLOSE = "UPDATE calls SET is_closed = 1, closed_by = :item WHERE item_id = :other AND NOT is_closed"
EXTEND = """
UPDATE calls SET extended_from = deadline, extended_by = :item, deadline = :deadline, precision = :precision,
    deadline_words = :words, zone = :zone
WHERE item_id = :other AND deadline < :deadline
"""
NOTICE = "UPDATE calls SET is_notice = 1 WHERE item_id = :item"
RETURN_TO_NEW = "UPDATE marks SET edition = edition + 1 WHERE item_id = :other"

# Newest first: items of the Calls tab that nobody has read as calls yet (moved there by hand, say).
NOT_YET = """
SELECT m.item_id, s.kind, s.title, i.key, i.title, b.text, i.link, i.author, i.published_at, i.language, i.parent_key,
    i.root_key, b.raw
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial
JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE m.lane = 'call' AND m.scopes & 1 AND NOT EXISTS (SELECT 1 FROM calls AS c WHERE c.item_id = m.item_id)
ORDER BY m.item_id DESC LIMIT :limit
"""

COLUMNS = """
c.item_id, c.kind, c.outlet, c.asker, c.deadline, c.precision, c.deadline_words, c.zone, c.contacts, c.criteria,
c.paid, c.is_closed, c.flags, c.posted_at, c.closed_by, c.extended_from, c.extended_by,
(SELECT count(*) FROM calls AS twin WHERE twin.same_as = c.item_id),
(SELECT edition FROM marks WHERE marks.item_id = c.item_id)
"""

TELLING = re.compile(r"[^\W\d_]{5,}")

_contacts = msgspec.json.Decoder(tuple[Contact, ...]).decode
_flags = msgspec.json.Decoder(tuple[Flag, ...]).decode


class ReadCall(Struct, frozen=True):
    """A call read from an item, ready to be kept. `sign` is by what it is known elsewhere ("": by nothing)."""

    call: Call
    sign: str = ""


class Post(Struct, frozen=True):
    """The item a call was read from, as far as it tells which other calls it speaks of. `is_titled`: its title is its
    own; `posted_at` is in milliseconds since 1970 UTC."""

    title: str
    is_titled: bool
    author: str | None
    link: str | None
    posted_at: int
    parent_key: str | None
    root_key: str | None

    @classmethod
    def of(cls, item: Item) -> "Post":
        posted = stamp(item.published_at or item.sorted_at)
        return cls(item.title, item.is_titled, item.author, item.link, posted, item.parent_key, item.root_key)


class StoredCall(Struct, frozen=True):
    """A row of `calls`: what was read, and what other items said of it."""

    item: int
    call: Call
    asker: str | None
    posted_at: datetime
    closed_by: int | None
    extended_from: datetime | None
    extended_by: int | None
    others: int
    edition: int


class NotYetRead(Struct, frozen=True):
    """An item of the Calls tab that was not read as a call: the item with its draft, and its source."""

    number: int
    item: Item
    kind: str
    source_title: str


def not_yet_read(db: sqlite3.Connection, limit: int) -> list[NotYetRead]:
    """Up to `limit` items of the Calls tab that have no row in `calls`, newest first."""
    packer = RawPacker()
    return [_not_yet(row, packer) for row in db.execute(NOT_YET, {"limit": limit})]


def _not_yet(row: sqlite3.Row, packer: RawPacker) -> NotYetRead:
    number, kind, source, key, title, text, link, author, published, language, parent, root, raw = row
    at, draft = maybe_moment(published), packer.unpack(raw)
    item = Item(
        key=key,
        title=title,
        text=text,
        link=link,
        author=author,
        published_at=at,
        updated_at=None,
        sorted_at=sorted_at(ItemId(number)),
        language=language,
        fingerprint=b"",
        draft=draft,
        parent_key=parent,
        root_key=root,
        is_titled=draft.title is not None,
    )
    return NotYetRead(number, item, kind, source)


def keep_calls(db: sqlite3.Connection, arrived: Sequence[tuple[int, Post, ReadCall | None]]) -> None:
    """Keep what was read of items that arrived or changed, then see what it says of calls known before.

    One transaction with the arrival itself; items that are no calls (any more) leave no row.
    """
    gone = [(number, number) for number, _, read in arrived if read is None]
    if gone:
        db.executemany(FORGET, gone)
    calls = [(number, post, read) for number, post, read in arrived if read is not None]
    asked = {"items": msgspec.json.encode([number for number, _, _ in calls]).decode()}
    known = {number for (number,) in db.execute(OWN, asked)}
    db.executemany(KEEP, [_cells(number, post, read) for number, post, read in calls])
    for number, post, read in calls:
        _relate(db, number, post, read, is_known=number in known)


def _cells(number: int, post: Post, read: ReadCall) -> dict[str, str | int | None]:
    call, deadline = read.call, read.call.deadline
    return {
        "item": number,
        "kind": call.kind.value,
        "outlet": call.outlet,
        "asker": post.author,
        "deadline": maybe_stamp(deadline.at) if deadline else None,
        "precision": deadline.precision.value if deadline else None,
        "words": deadline.words if deadline else None,
        "zone": deadline.zone if deadline else None,
        "contacts": msgspec.json.encode(call.contacts).decode(),
        "criteria": call.criteria,
        "paid": None if call.paid is None else int(call.paid),
        "closed": int(call.closed),
        "flags": msgspec.json.encode(call.flags).decode(),
        "scam": int(call.is_scam),
        "posted": post.posted_at,
        "sign": read.sign,
    }


def _relate(db: sqlite3.Connection, number: int, post: Post, read: ReadCall, *, is_known: bool) -> None:
    """The same call through another relay; a post that closes or extends another one.

    A call that was known before and is edited speaks of itself; what it answers to, or shares its link with, may still
    be another one.
    """
    asked: dict[str, str | int | None] = {"item": number, "posted": post.posted_at, "near": _span(RELATED)}
    if read.sign and (same := db.execute(SAME, asked | {"sign": read.sign}).fetchone()):
        db.execute(REPEATS, asked | {"other": same[0]})
        if read.call.closed and db.execute(CLOSE, asked | {"other": same[0]}).rowcount:
            db.execute(RETURN_TO_NEW, {"other": same[0]})
        return
    other = _spoken_of(db, number, post, may_guess=read.call.closed and not is_known)
    if other is None:
        return
    asked["other"] = other
    changed = db.execute(CLOSE, asked).rowcount if read.call.closed else _extend(db, asked, read.call.deadline)
    if changed:
        db.execute(NOTICE, asked)
        db.execute(RETURN_TO_NEW, asked)


def _extend(db: sqlite3.Connection, asked: Mapping[str, str | int | None], deadline: Deadline | None) -> int:
    if deadline is None:
        return 0
    said = {"deadline": stamp(deadline.at), "precision": deadline.precision.value, "words": deadline.words}
    return db.execute(EXTEND, {**asked, **said, "zone": deadline.zone}).rowcount


def _spoken_of(db: sqlite3.Connection, number: int, post: Post, *, may_guess: bool) -> int | None:
    """The call a post speaks of: the one it answers to, one with the same link, or the only one its author has open."""
    asked: dict[str, str | int | None] = {
        "item": number,
        "parent": post.parent_key,
        "root": post.root_key,
        "asker": post.author,
        "link": post.link,
        "posted": post.posted_at,
        "since": post.posted_at - _span(RELATED),
        "since_deadline": post.posted_at - _span(timedelta(days=2)),
    }
    if (post.parent_key or post.root_key) and (found := db.execute(IN_THREAD, asked).fetchone()):
        return int(found[0])
    if not may_guess or not post.author:
        return None
    if post.link and (found := db.execute(BY_LINK, asked).fetchone()):
        return int(found[0])
    only, count, title = db.execute(BY_ASKER, asked).fetchone()
    is_meant = count == 1 and (not post.is_titled or _share_a_word(post.title, title))
    return int(only) if is_meant else None


def _share_a_word(one: str, other: str) -> bool:
    """Whether two titles have a word in common that says something; posts without a title of their own need none."""
    return bool(
        {word.casefold() for word in TELLING.findall(one)} & {word.casefold() for word in TELLING.findall(other)}
    )


def _span(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)


def stored_call(row: sqlite3.Row) -> StoredCall:
    """A row of `COLUMNS` as a value."""
    (number, kind, outlet, asker, deadline, precision, words, zone, contacts, criteria, paid, closed, flags) = row[:13]
    posted, closed_by, extended_from, extended_by, others, edition = row[13:19]
    at = maybe_moment(deadline)
    return StoredCall(
        item=number,
        call=Call(
            kind=CallKind(kind),
            outlet=outlet,
            deadline=Deadline(at, Precision(precision), words or "", zone) if at else None,
            contacts=_contacts(contacts),
            criteria=criteria,
            paid=None if paid is None else bool(paid),
            closed=bool(closed),
            flags=_flags(flags),
        ),
        asker=asker,
        posted_at=moment(posted),
        closed_by=closed_by,
        extended_from=maybe_moment(extended_from),
        extended_by=extended_by,
        others=others,
        edition=edition,
    )
