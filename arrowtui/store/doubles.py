"""Items that are one thing met through several sources: found by the page they lead to or by how a post begins.

Which of those found are one is for the rule to say that is handed in; here they are only looked up and joined.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from arrowtui.model.item import ItemId, sorted_at
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SubscriptionId
from arrowtui.model.twin import Twin
from arrowtui.store.bulk import insert_all
from arrowtui.store.placed import Ready
from arrowtui.store.times import moment

Same = Callable[[Twin, Twin, bool], bool]
"""Whether two items are one; the third is whether their links lead to the same page."""

REMEMBERED = 100_000
"""So many of the latest arrivals can be found again."""

LIKE = """
SELECT d.key, d.item_id, d.is_titled, i.title, substr(b.text, 1, 20000), i.author, m.lane
FROM json_each(:keys) AS asked CROSS JOIN doubles AS d ON d.key = asked.value
CROSS JOIN marks AS m ON m.item_id = d.item_id CROSS JOIN subscriptions AS s ON s.id = m.subscription_id
CROSS JOIN items AS i ON i.serial = m.serial CROSS JOIN bodies AS b ON b.serial = m.serial
WHERE s.joins AND s.id <> :subscription AND NOT EXISTS (
    SELECT 1 FROM origins AS o WHERE o.subscription_id = :subscription AND o.item_id = d.item_id
)
"""
REMEMBER = "INSERT OR REPLACE INTO doubles (key, item_id, serial, is_titled) VALUES (?, ?, ?, ?)"
SWEEP = "DELETE FROM doubles WHERE serial < (SELECT max(serial) FROM items) - ?"
ALIAS = "INSERT OR IGNORE INTO aliases (item_id, key) VALUES (?, ?)"
ALIAS_KNOWN = "INSERT OR IGNORE INTO known (key, item_id, fingerprint) VALUES (?, ?, ?)"
FURTHER_ORIGIN = """
INSERT OR IGNORE INTO origins (subscription_id, item_id, is_extra, lane, scopes)
SELECT ?, item_id, 1, lane, scopes FROM marks WHERE item_id = ?
"""
UNALIAS = "DELETE FROM aliases WHERE item_id = ? AND key = ?"
UNKNOWN = "DELETE FROM known WHERE key = ?"


def found(db: sqlite3.Connection, subscription: SubscriptionId, new: Iterable[Ready], same: Same) -> dict[str, int]:
    """For each new item that another source brought before: its key, and the item it is. One query for all of them.

    What lies in the noise takes nothing along that a rule would show.
    """
    by_key: dict[int, list[Ready]] = {}
    for one in new:
        for key in _keys(one):
            by_key.setdefault(key, []).append(one)
    if not by_key:
        return {}
    asked = {"keys": msgspec.json.encode(list(by_key)).decode(), "subscription": subscription}
    joined: dict[str, int] = {}
    for key, number, is_titled, title, text, author, lane in db.execute(LIKE, asked):
        twin = Twin(title, text, author, sorted_at(ItemId(number)), bool(is_titled))
        for one in by_key[key]:
            if lane == Lane.NOISE and one.lane is not Lane.NOISE:
                continue
            if one.key not in joined and same(_twin(one), twin, key == one.link_key):
                joined[one.key] = number
    return joined


def remember(db: sqlite3.Connection, arrived: Iterable[tuple[int, int, Ready]]) -> None:
    """Let items (serial, id, item) be found when they come again through another source."""
    rows = ((key, number, serial, one.is_titled) for serial, number, one in arrived for key in _keys(one))
    insert_all(db, REMEMBER, sorted(rows))


def join(db: sqlite3.Connection, subscription: SubscriptionId, found: Sequence[tuple[str, bytes, int]]) -> None:
    """Make items (key, fingerprint, id) known as others that are here already, and their source one more origin of
    these."""
    db.executemany(ALIAS_KNOWN, [(key, number, fingerprint) for key, fingerprint, number in found])
    db.executemany(ALIAS, [(number, key) for key, _, number in found])
    add_origins(db, subscription, [number for _, _, number in found])


def add_origins(db: sqlite3.Connection, subscription: SubscriptionId, ids: Iterable[int]) -> None:
    """Make a source one more origin of items that others brought first; where it is one already nothing changes."""
    db.executemany(FURTHER_ORIGIN, [(subscription, number) for number in ids])


def claim(db: sqlite3.Connection, originals: Mapping[str, int]) -> None:
    """Remember which post an item passes on, so that the post itself is known when it comes."""
    db.executemany(ALIAS_KNOWN, [(key, number, b"") for key, number in originals.items()])
    db.executemany(ALIAS, [(number, key) for key, number in originals.items()])


def release(db: sqlite3.Connection, claimed: Sequence[tuple[str, int]]) -> None:
    """Take such a claim back: the source of the post wants its items by themselves."""
    db.executemany(UNALIAS, [(number, key) for key, number in claimed])
    db.executemany(UNKNOWN, [(key,) for key, _ in claimed])


def sweep(db: sqlite3.Connection, remembered: int = REMEMBERED) -> None:
    """Forget by what the older arrivals could be found."""
    db.execute(SWEEP, (remembered,))


def _keys(one: Ready) -> Iterable[int]:
    return (key for key in (one.link_key, one.post_key) if key is not None)


def _twin(one: Ready) -> Twin:
    return Twin(one.title, one.text.decode(), one.author, moment(one.at), one.is_titled)
