"""Items arrive: in bulk, once each, and never over what the person did."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection, doubles
from arrowtui.store.acts import do_acts
from arrowtui.store.bulk import insert_all
from arrowtui.store.calls import Post, keep_calls
from arrowtui.store.doubles import Same
from arrowtui.store.ids import give_ids
from arrowtui.store.placed import Ready
from arrowtui.store.polls import keep_polls

KNOWN = """
SELECT known.key, known.item_id, known.fingerprint, known.is_gone,
    EXISTS (SELECT 1 FROM origins WHERE origins.subscription_id = :subscription AND origins.item_id = known.item_id),
    EXISTS (SELECT 1 FROM aliases WHERE aliases.item_id = known.item_id AND aliases.key = known.key)
FROM known WHERE known.key IN (SELECT value FROM json_each(:keys))
"""
LAST_SERIAL = "SELECT coalesce(max(serial), 0) FROM items"
NEW_KNOWN = "INSERT INTO known (key, item_id, fingerprint) VALUES (?, ?, ?)"
# Cast, not bound as text: the bytes are UTF-8 as they came, never made characters in between.
NEW_BODY = "INSERT INTO bodies (serial, text, grams, raw) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?)"
NEW_ITEM = """
INSERT INTO items (serial, item_id, title, author, link, published_at, updated_at, language, key, parent_key, root_key,
    repost_key, chosen_by, confidence, reasons)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
NEW_MARK = "INSERT INTO marks (item_id, serial, subscription_id, ruled_lane) VALUES (?, ?, ?, ?)"
NEW_ORIGIN = "INSERT INTO origins (subscription_id, item_id, is_extra, lane, scopes) VALUES (?, ?, 0, ?, 3)"
CHANGED_KNOWN = "UPDATE known SET fingerprint = ? WHERE key = ?"
RECOUNTED = "UPDATE bodies SET raw = :raw WHERE serial = (SELECT serial FROM marks WHERE item_id = :id) AND raw <> :raw"
OUTDATED = "DELETE FROM items WHERE serial = (SELECT serial FROM marks WHERE item_id = ?)"
CHANGED_MARK = "UPDATE marks SET serial = ?, ruled_lane = ?, edition = edition + 1 WHERE item_id = ?"
IS_THERE = "SELECT 1 FROM marks WHERE item_id = ? AND serial IS NOT NULL"
REFILLED_MARK = "UPDATE marks SET serial = ?, ruled_lane = ? WHERE item_id = ?"


class Arrived(Struct, frozen=True):
    """How many items were met for the first time, and how many the world has changed."""

    new: int
    updated: int


class _Known(Struct, frozen=True):
    item_id: int
    fingerprint: bytes
    is_gone: bool
    has_origin: bool
    is_alias: bool


async def arrive(
    db: Connection, subscription: SubscriptionId, arrivals: Sequence[Ready], same: Same | None = None
) -> Arrived:
    """Take in what one poll of `subscription` brought (inside `store.write()`), in the order of the source.

    New: stored, marked unread, queued for the index. Met before through another source: this origin is added. Changed
    (another fingerprint): replaced and unread again, what the person did stays. Unchanged: nothing is written but the
    votes of a poll. Deleted before: stays deleted. Of two with the same key in one batch the first counts. An item
    whose lane a person chose stays there whatever the verdict.

    Args:
        same: the rule by which items under different keys are one; None: none are, nor is a post that somebody passed
            on the post itself. The first that came is the item, the others add their origin and change nothing.
    """
    first = {one.key: one for one in reversed(arrivals)}
    batch = [one for one in arrivals if first[one.key] is one]
    return await db.run(partial(_take_in, subscription, batch, same))


def _take_in(
    subscription: SubscriptionId, batch: Sequence[Ready], same: Same | None, db: sqlite3.Connection
) -> Arrived:
    passed_on = [one.repost_key for one in batch if one.repost_key] if same else []
    known = _known(db, subscription, [*(one.key for one in batch), *passed_on])
    if same is None:
        known = _released(db, known)
    new = [one for one in batch if one.key not in known]
    alive = [(one, was) for one in batch if (was := known.get(one.key)) is not None and not was.is_gone]
    changed = [(one, was) for one, was in alive if was.fingerprint != one.fingerprint]
    own = [(one, was.item_id) for one, was in changed if not was.is_alias]
    doubles.add_origins(db, subscription, [was.item_id for _, was in alive if not was.has_origin])
    db.executemany(CHANGED_KNOWN, [(one.fingerprint, one.key) for one, was in changed if was.is_alias])
    _recount(db, [(one, was.item_id) for one, was in alive if was.fingerprint == one.fingerprint and not was.is_alias])
    if own:
        _replace(db, own)
    return Arrived(_add_all(db, subscription, new, known, same), len(own))


def _add_all(
    db: sqlite3.Connection,
    subscription: SubscriptionId,
    new: Sequence[Ready],
    known: Mapping[str, _Known],
    same: Same | None,
) -> int:
    """Store what is met for the first time; what another source brought before is joined to it. How many are new."""
    if same is None:
        _add(db, subscription, new)
        return len(new)
    joined = {
        one.key: was.item_id for one in new if (was := known.get(one.repost_key or "")) is not None and not was.is_gone
    }
    rest = [one for one in new if one.key not in joined]
    joined |= doubles.found(db, subscription, rest, same)
    leaders, followers = _led([one for one in new if one.key not in joined])
    ids = _add(db, subscription, leaders)
    joined |= {key: ids[leader] for key, leader in followers.items()}
    doubles.join(db, subscription, [(one.key, one.fingerprint, joined[one.key]) for one in new if one.key in joined])
    reposts = [one for one in leaders if one.repost_key]
    doubles.claim(db, {one.repost_key or "": ids[one.key] for one in reposts if one.repost_key not in known})
    return len(leaders)


def _led(new: Sequence[Ready]) -> tuple[list[Ready], dict[str, str]]:
    """Those to be stored, and for each that passes on a post which is among them (itself or passed on): its key."""
    by_post = {one.key: one.key for one in new if not one.repost_key}
    leaders, followers = [], {}
    for one in new:
        post = one.repost_key
        leader = by_post.setdefault(post, one.key) if post else one.key
        if leader == one.key:
            leaders.append(one)
        else:
            followers[one.key] = leader
    return leaders, followers


def _released(db: sqlite3.Connection, known: dict[str, _Known]) -> dict[str, _Known]:
    """Without the posts that are known only because an item of another source passes them on."""
    claimed = {
        key: was.item_id for key, was in known.items() if was.is_alias and not was.fingerprint and not was.is_gone
    }
    doubles.release(db, list(claimed.items()))
    return {key: was for key, was in known.items() if key not in claimed}


def _recount(db: sqlite3.Connection, unchanged: Sequence[tuple[Ready, int]]) -> None:
    """Keep the votes of polls as they stand now; that is no edit."""
    polls = [(one, number) for one, number in unchanged if one.has_poll]
    if polls:
        db.executemany(RECOUNTED, [{"raw": one.raw, "id": number} for one, number in polls])
        _keep_polls(db, polls)


def _known(db: sqlite3.Connection, subscription: SubscriptionId, keys: Sequence[str]) -> dict[str, _Known]:
    asked = {"subscription": subscription, "keys": msgspec.json.encode(keys).decode()}
    return {
        key: _Known(number, mark, bool(gone), bool(own), bool(alias))
        for key, number, mark, gone, own, alias in db.execute(KNOWN, asked)
    }


def _add(db: sqlite3.Connection, subscription: SubscriptionId, new: Sequence[Ready]) -> dict[str, int]:
    """Returns: the ids given, by key."""
    if not new:
        return {}
    ids = give_ids(db, [(one.key, one.at) for one in new])
    serials = _write(db, ids, new)
    insert_all(db, NEW_KNOWN, [(one.key, number, one.fingerprint) for number, one in zip(ids, new, strict=True)])
    lanes = [one.lane.value for one in new]
    placing = list(zip(ids, serials, lanes, strict=True))
    insert_all(db, NEW_MARK, [(number, serial, subscription, lane) for number, serial, lane in placing])
    insert_all(db, NEW_ORIGIN, [(subscription, number, lane) for number, _, lane in placing])
    if any(one.call for one in new):
        keep_calls(db, [(number, _post(one), one.call) for number, one in zip(ids, new, strict=True) if one.call])
    if any(one.acts for one in new):
        do_acts(db, [(number, one.acts) for number, one in zip(ids, new, strict=True) if one.acts])
    _keep_polls(db, zip(new, ids, strict=True))
    return {one.key: number for number, one in zip(ids, new, strict=True)}


def _replace(db: sqlite3.Connection, changed: Sequence[tuple[Ready, int]]) -> None:
    """Put new rows in the place of the old ones."""
    ids, items = [number for _, number in changed], [one for one, _ in changed]
    db.executemany(OUTDATED, [(number,) for number in ids])
    serials = _write(db, ids, items)
    db.executemany(CHANGED_KNOWN, [(one.fingerprint, one.key) for one in items])
    lanes = [one.lane.value for one in items]
    db.executemany(CHANGED_MARK, list(zip(serials, lanes, ids, strict=True)))
    keep_calls(db, [(number, _post(one), one.call) for one, number in changed])
    _keep_polls(db, changed)


def _keep_polls(db: sqlite3.Connection, placed: Iterable[tuple[Ready, int]]) -> None:
    found = [(number, one.standing) for one, number in placed if one.standing]
    if found:
        keep_polls(db, found)


def refill(item: int, ready: Ready, db: sqlite3.Connection) -> bool:
    """Put new rows in the place of an item's, without making it unread again; False where it is gone."""
    if db.execute(IS_THERE, (item,)).fetchone() is None:
        return False
    db.execute(OUTDATED, (item,))
    (serial,) = _write(db, [item], [ready])
    db.execute(CHANGED_KNOWN, (ready.fingerprint, ready.key))
    db.execute(REFILLED_MARK, (serial, ready.lane.value, item))
    return True


def _write(db: sqlite3.Connection, ids: Sequence[int], arrivals: Sequence[Ready]) -> range:
    """Write items and bodies side by side; returns their serial numbers."""
    last = int(db.execute(LAST_SERIAL).fetchone()[0])
    serials = range(last + 1, last + 1 + len(arrivals))
    rows = list(zip(serials, ids, arrivals, strict=True))
    insert_all(db, NEW_BODY, [(serial, one.text, one.grams, one.raw) for serial, _, one in rows])
    insert_all(db, NEW_ITEM, [_item_cells(serial, number, one) for serial, number, one in rows])
    doubles.remember(db, rows)
    return serials


def _item_cells(serial: int, number: int, one: Ready) -> tuple[str | int | float | None, ...]:
    return (
        serial,
        number,
        one.title,
        one.author,
        one.link,
        one.published_at,
        one.updated_at,
        one.language,
        one.key,
        one.parent_key,
        one.root_key,
        one.repost_key,
        one.chosen_by.value,
        one.confidence,
        one.reasons,
    )


def _post(one: Ready) -> Post:
    """An item as far as calls are compared by it."""
    posted = one.at if one.published_at is None else one.published_at
    return Post(one.title, one.is_titled, one.author, one.link, posted, one.parent_key, one.root_key)
