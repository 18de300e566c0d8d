"""Make a big store: `python bench/big_store.py FILE [--items N] [--sources N] [--no-index]`.

The items are made inside SQLite from a stock of invented sentences, so a million of them take two minutes, most of it
for the full-text index. They look like what a year brings: 600 characters each, three lanes, a tenth read, some kept,
put aside, dismissed, tagged; every fiftieth came through two sources. The same arguments make the same store.
"""

import argparse
import asyncio
import random
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from arrowtui.model.item import TIE_BITS
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Body, Draft
from arrowtui.store import open_store
from arrowtui.store.raw import RawPacker
from arrowtui.store.search import index_some
from arrowtui.store.subscriptions import sync_wishes
from arrowtui.store.times import stamp

NEWEST = datetime(2026, 11, 23, 12, tzinfo=UTC)
APART = timedelta(seconds=30)
SENTENCES = 6000
CHUNK = 50_000

SERIAL = """
WITH RECURSIVE serial (n) AS (SELECT :first UNION ALL SELECT n + 1 FROM serial WHERE n < :last)
"""
ID = f"((:newest - n * :apart) << {TIE_BITS}) + 512"
LANE = "CASE WHEN n % 20 < 13 THEN 'tip' WHEN n % 20 < 17 THEN 'chat' WHEN n % 20 < 19 THEN 'call' ELSE 'noise' END"
KEY = "'feed|site' || (n % :sources) || '.example|https://site' || (n % :sources) || '.example/posts/' || n"

FILL = (
    f"INSERT INTO known (key, item_id, fingerprint) {SERIAL} SELECT {KEY}, {ID}, randomblob(16) FROM serial",
    f"""
INSERT INTO bodies (serial, text, raw) {SERIAL}
SELECT :items - n, (SELECT group_concat(words, ' ') FROM sentences WHERE id IN (n * 31 % {SENTENCES},
    n * 37 % {SENTENCES}, n * 41 % {SENTENCES}, n * 43 % {SENTENCES}, n * 47 % {SENTENCES}, n * 53 % {SENTENCES})),
    (SELECT raw FROM raws WHERE id = n % 64)
FROM serial ORDER BY n DESC""",
    f"""
INSERT INTO items (serial, item_id, title, author, link, published_at, language, key, chosen_by, confidence, reasons)
{SERIAL}
SELECT :items - n, {ID},
    (SELECT substr(words, 1, 30 + n % 50) FROM sentences WHERE id = n * 7919 % {SENTENCES}) || ' ' || n,
    CASE WHEN n % 3 THEN 'Author ' || n % 5000 END, 'https://site' || (n % :sources) || '.example/posts/' || n,
    :newest - n * :apart, 'en', {KEY}, 'rule', 0.8, '["gives advice"]'
FROM serial ORDER BY n DESC""",
    f"""
INSERT INTO marks (item_id, serial, subscription_id, ruled_lane, read_edition, read_at, kept_at, later_at,
    dismissed_at) {SERIAL}
SELECT {ID}, :items - n, 1 + n % :sources, {LANE}, n % 10 = 0, CASE WHEN n % 10 = 0 THEN :newest END,
    CASE WHEN n % 200 = 1 THEN :newest END,
    CASE WHEN n % 300 = 2 THEN :newest END, CASE WHEN n % 30 = 3 THEN :newest END
FROM serial ORDER BY n DESC""",
    f"""
INSERT INTO origins (item_id, subscription_id, is_extra, lane, scopes) {SERIAL}
SELECT m.item_id, 1 + n % :sources, 0, m.lane, m.scopes FROM serial CROSS JOIN marks AS m ON m.item_id = {ID}
ORDER BY n DESC""",
    f"""
INSERT INTO origins (item_id, subscription_id, is_extra, lane, scopes) {SERIAL}
SELECT m.item_id, 1 + (n + 1) % :sources, 1, m.lane, m.scopes FROM serial CROSS JOIN marks AS m ON m.item_id = {ID}
WHERE n % 50 = 0 AND :sources > 1""",
    f"""
INSERT INTO tags (item_id, tag, lane, scopes) {SERIAL}
SELECT m.item_id, 'tag-' || n % 7, m.lane, m.scopes FROM serial CROSS JOIN marks AS m ON m.item_id = {ID}
WHERE n % 400 = 1""",
)


def sentences(dice: random.Random) -> list[str]:
    """Sentences of about 100 letters whose words are as unevenly common as in a language."""
    letters = "etaoinshrdlucmfwypvbgk"
    stock = ["".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(20_000)]
    weights = [1 / (rank + 2) for rank in range(len(stock))]
    return [" ".join(dice.choices(stock, weights, k=15)) for _ in range(SENTENCES)]


def raws(dice: random.Random, stock: list[str]) -> list[bytes]:
    packer = RawPacker()
    bodies = ["".join(f"<p>{sentence}</p>" for sentence in dice.sample(stock, 6)) for _ in range(64)]
    return [packer.pack(Draft(str(n), body=Body(body), published_at=NEWEST)) for n, body in enumerate(bodies)]


async def make(path: Path, items: int, sources: int, *, index: bool = True) -> None:
    """Make the store at `path`, which must not exist yet."""
    wishes = [Wish("feed", f"https://site{n}.example/feed", f"Site {n}") for n in range(sources)]
    store = await open_store(path, durable=False)
    try:
        async with store.write() as db:
            await sync_wishes(db, wishes)
        await asyncio.to_thread(fill, path, items, sources)
        taken = 1 if index else 0
        while taken:
            async with store.write() as db:
                taken = await index_some(db, 20_000)
    finally:
        await store.close()


def fill(path: Path, items: int, sources: int) -> None:
    dice = random.Random(4)
    stock = sentences(dice)
    with sqlite3.connect(path, isolation_level=None) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -200000")
        db.execute("CREATE TEMP TABLE sentences (id INTEGER PRIMARY KEY, words TEXT)")
        db.executemany("INSERT INTO sentences VALUES (?, ?)", enumerate(stock))
        db.execute("CREATE TEMP TABLE raws (id INTEGER PRIMARY KEY, raw BLOB)")
        db.executemany("INSERT INTO raws VALUES (?, ?)", enumerate(raws(dice, stock)))
        given = {
            "newest": stamp(NEWEST),
            "apart": APART // timedelta(milliseconds=1),
            "items": items,
            "sources": sources,
        }
        # The oldest first, as they would have come, so that the file is filled in the order of ids.
        for first in reversed(range(0, items, CHUNK)):
            db.execute("BEGIN IMMEDIATE")
            for query in FILL:
                db.execute(query, given | {"first": first, "last": min(first + CHUNK, items) - 1})
            db.execute("COMMIT")
    db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a big store for measuring.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--no-index", action="store_true", help="leave the items in the index queue")
    asked = parser.parse_args()
    if asked.file.exists():
        parser.error(f"{asked.file} exists")
    begun = time.perf_counter()
    asyncio.run(make(asked.file, asked.items, asked.sources, index=not asked.no_index))
    size = asked.file.stat().st_size
    print(f"{asked.items:,} items in {time.perf_counter() - begun:.1f} s, {size / asked.items:.0f} bytes each")


if __name__ == "__main__":
    main()
