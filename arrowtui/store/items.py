"""Items arrive: in bulk, once each, and never over what the person did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from arrowtui.model.item import Item
from arrowtui.model.lane import Verdict
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection
from arrowtui.store.deletion import delete_items
from arrowtui.store.grams import grams
from arrowtui.store.ids import give_ids
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import maybe_stamp

__all__ = ["Arrived", "Placed", "arrive", "delete_items"]

KNOWN = """
SELECT known.key, known.item_id, known.fingerprint, known.is_gone,
    EXISTS (SELECT 1 FROM origins WHERE origins.item_id = known.item_id AND origins.subscription_id = :subscription)
FROM known WHERE known.key IN (SELECT value FROM json_each(:keys))
"""
NEW_KNOWN = "INSERT INTO known (key, item_id, fingerprint) VALUES (?, ?, ?)"
NEW_ITEM = """
INSERT INTO items (id, subscription_id, title, author, link, published_at, updated_at, language, key, parent_key,
    root_key, repost_key, chosen_by, confidence, reasons)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
NEW_BODY = "INSERT INTO bodies (item_id, text, grams, raw) VALUES (?, ?, ?, ?)"
NEW_MARK = "INSERT INTO marks (item_id, ruled_lane) VALUES (?, ?)"
NEW_ORIGIN = """
INSERT INTO origins (item_id, subscription_id, lane, scopes)
SELECT item_id, ?, lane, scopes FROM marks WHERE item_id = ?
"""
CHANGED_KNOWN = "UPDATE known SET fingerprint = ? WHERE key = ?"
CHANGED_ITEM = """
UPDATE items SET title = ?, author = ?, link = ?, published_at = ?, updated_at = ?, language = ?, key = ?,
    parent_key = ?, root_key = ?, repost_key = ?, chosen_by = ?, confidence = ?, reasons = ?
WHERE id = ?
"""
CHANGED_BODY = "UPDATE bodies SET text = ?, grams = ?, raw = ? WHERE item_id = ?"
CHANGED_MARK = "UPDATE marks SET ruled_lane = ?, edition = edition + 1 WHERE item_id = ?"


@dataclass(frozen=True, slots=True)
class Placed:
    """An item, and where the rules would put it."""

    item: Item
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many items were met for the first time, and how many the world has changed."""

    new: int
    updated: int


@dataclass(frozen=True, slots=True)
class _Known:
    item_id: int
    fingerprint: bytes
    is_gone: bool
    has_origin: bool


async def arrive(db: Connection, subscription: SubscriptionId, placed: Sequence[Placed]) -> Arrived:
    """Take in what one poll of `subscription` brought (inside `store.write()`), in the order of the source.

    New: stored, marked unread, queued for the index. Met before through another source: this origin is added. Changed
    (another fingerprint): replaced and unread again, what the person did stays. Unchanged: nothing is written. Deleted
    before: stays deleted. Of two with the same key in one batch the first counts. An item whose lane a person chose
    stays there whatever the verdict.
    """
    latest = {one.item.key: one for one in reversed(placed)}
    batch = [one for one in placed if latest[one.item.key] is one]
    known = await _known(db, subscription, latest)
    new = [one for one in batch if one.item.key not in known]
    met = [(one, known[one.item.key]) for one in batch if one.item.key in known]
    alive = [(one, was) for one, was in met if not was.is_gone]
    changed = [(one, was.item_id) for one, was in alive if was.fingerprint != one.item.fingerprint]
    await _add_origins(db, subscription, [was.item_id for _, was in alive if not was.has_origin])
    await _replace(db, changed)
    await _add(db, subscription, new)
    return Arrived(len(new), len(changed))


async def _known(db: Connection, subscription: SubscriptionId, keys: Iterable[str]) -> dict[str, _Known]:
    asked = {"subscription": subscription, "keys": msgspec.json.encode(list(keys)).decode()}
    rows = await db.execute_fetchall(KNOWN, asked)
    return {key: _Known(item_id, mark, bool(gone), bool(origin)) for key, item_id, mark, gone, origin in rows}


async def _add_origins(db: Connection, subscription: SubscriptionId, ids: Sequence[int]) -> None:
    if ids:
        await db.executemany(NEW_ORIGIN, [(subscription, item_id) for item_id in ids])


async def _add(db: Connection, subscription: SubscriptionId, new: Sequence[Placed]) -> None:
    if not new:
        return
    ids = await give_ids(db, [one.item for one in new])
    packer = RawPacker()
    numbered = list(zip(ids, new, strict=True))
    await db.executemany(NEW_KNOWN, [(one.item.key, number, one.item.fingerprint) for number, one in numbered])
    await db.executemany(NEW_ITEM, [(number, subscription, *_item_cells(one)) for number, one in numbered])
    await db.executemany(NEW_BODY, [(number, *_body_cells(one.item, packer)) for number, one in numbered])
    await db.executemany(NEW_MARK, [(number, one.verdict.lane.value) for number, one in numbered])
    await _add_origins(db, subscription, ids)


async def _replace(db: Connection, changed: Sequence[tuple[Placed, int]]) -> None:
    if not changed:
        return
    packer = RawPacker()
    await db.executemany(CHANGED_KNOWN, [(one.item.fingerprint, one.item.key) for one, _ in changed])
    await db.executemany(CHANGED_ITEM, [(*_item_cells(one), number) for one, number in changed])
    await db.executemany(CHANGED_BODY, [(*_body_cells(one.item, packer), number) for one, number in changed])
    await db.executemany(CHANGED_MARK, [(one.verdict.lane.value, number) for one, number in changed])


def _item_cells(placed: Placed) -> tuple[str | int | float | None, ...]:
    item, verdict = placed.item, placed.verdict
    return (
        item.title,
        item.author,
        item.link,
        maybe_stamp(item.published_at),
        maybe_stamp(item.updated_at),
        item.language,
        item.key,
        item.parent_key,
        item.root_key,
        item.repost_key,
        verdict.chosen_by.value,
        verdict.confidence,
        msgspec.json.encode(verdict.reasons).decode(),
    )


def _body_cells(item: Item, packer: RawPacker) -> tuple[str, str | None, bytes]:
    return item.text, grams(item.title, item.text, item.author), packer.pack(item.draft)
