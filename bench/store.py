"""Measure the store: `python -m bench.store [--big FILE]`. Milliseconds; the big store is made when absent."""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from arrowtui.ingest.canonical import link_key
from arrowtui.ingest.same import is_same
from arrowtui.model.item import Item, ItemId, Scope, View
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store
from arrowtui.store.items import arrive
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.search import index_some
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from bench.big_store import NEWEST, make, sentences

FEEDS, EACH = 1000, 50


class StoppedClock:
    def now(self):  # type: ignore[no-untyped-def]
        return NEWEST


def a_batch(feed: int, stock: list[str], dice: random.Random) -> list[Placed]:
    """What one feed brings: 50 items of about 600 letters, in HTML."""
    batch = []
    for n in range(EACH):
        words = dice.sample(stock, 6)
        title, at = words[0][:60], NEWEST - timedelta(minutes=n * 10, seconds=feed)
        link = f"https://site{feed}.example/posts/{n}"
        body = "".join(f"<p>{sentence} <a href='{link}'>more</a></p>" for sentence in words)
        draft = Draft(
            link,
            title=Body(title, Markup.TEXT),
            body=Body(body, base=link),
            link=link,
            author="Ann Author",
            published_at=at,
            categories=("one", "two"),
        )
        text = " ".join(words)
        key, mark = f"feed|site{feed}.example|{link}", f"{feed}-{n}".encode().ljust(16)
        item = Item(key, title, text, link, "Ann Author", at, None, at, "en", mark, draft, link_key=link_key(link))
        batch.append(Placed(item, Verdict(Lane.TIP, 0.8, ("gives advice",))))
    return batch


Took = tuple[float, float]
"""Milliseconds on the clock, and of processor time in all threads: the second hardly minds a busy machine."""


async def timed(work: Callable[[], Awaitable[object]]) -> Took:
    begun, cpu = time.perf_counter(), time.process_time()
    await work()
    return (time.perf_counter() - begun) * 1000, (time.process_time() - cpu) * 1000


def show(name: str, took: list[Took]) -> None:
    walls, cpu = sorted(wall for wall, _ in took), statistics.median(cpu for _, cpu in took)
    at_99 = walls[min(len(walls) - 1, int(len(walls) * 0.99))]
    print(f"| {name} | {walls[0]:.2f} | {statistics.median(walls):.2f} | {at_99:.2f} | {cpu:.2f} |", flush=True)


async def ingest(folder: Path) -> None:
    """A first poll of 1,000 feeds of 50 items, then the same again, then the index."""
    stock, dice = sentences(random.Random(4)), random.Random(5)
    batches = [a_batch(feed, stock, dice) for feed in range(FEEDS)]
    store = await open_store(folder / "ingest.db", durable=False)
    async with store.write() as db:
        await sync_wishes(db, [Wish("feed", f"https://site{n}.example/feed") for n in range(FEEDS)])
        sources = [one.id for one in await subscriptions(db)]

    async def poll() -> None:
        for source, batch in zip(sources, batches, strict=True):
            async with store.write() as db:
                await arrive(db, source, prepared(batch), is_same)

    async def index() -> None:
        taken = 1
        while taken:
            async with store.write() as db:
                taken = await index_some(db)

    show("50,000 new items in 1,000 transactions", [await timed(poll)])
    show("the same again, nothing changed", [await timed(poll) for _ in range(3)])
    show("indexing 50,000 items, 2,000 at a time", [await timed(index)])
    await store.close()


async def opening(path: Path) -> None:
    async def open_and_first_page() -> None:
        store = await open_store(path, durable=True)
        await Library(store).page(View(Lane.TIP))
        await store.close()

    show(f"open, first page, close: {path.name}", [await timed(open_and_first_page) for _ in range(30)])


async def lists(store: Store) -> None:
    library, dice = Library(store), random.Random(6)
    source = SubscriptionId(5)
    views = {
        **{f"page {lane}/{scope}": View(lane, scope) for lane in (Lane.TIP, None) for scope in Scope},
        **{f"page of a source {scope}": View(None, scope, source=source) for scope in Scope},
        **{f"page of a source, tips {scope}": View(Lane.TIP, scope, source=source) for scope in Scope},
        **{f"page of a tag {scope}": View(None, scope, tag="tag-1") for scope in Scope},
    }
    newest = (await library.page(View(None, Scope.ALL))).rows[0].id
    oldest = (await library.page_end(View(None, Scope.ALL))).rows[-1].id
    for name, view in views.items():
        places = [ItemId(dice.randint(oldest, newest)) for _ in range(100)]
        show(name, [await timed(lambda at=at, view=view: library.page(view, at)) for at in places])  # type: ignore[misc]
    view = View(Lane.TIP)
    places = [ItemId(dice.randint(oldest, newest)) for _ in range(100)]
    show("page_above", [await timed(lambda at=at: library.page_above(view, at)) for at in places])  # type: ignore[misc]
    show("page_end", [await timed(lambda: library.page_end(view)) for _ in range(50)])
    show("count_above", [await timed(lambda at=at: library.count_above(view, at)) for at in places])  # type: ignore[misc]
    show("counts", [await timed(library.counts) for _ in range(50)])
    show("tally", [await timed(lambda: library.tally(view)) for _ in range(50)])
    show("sources (1,000)", [await timed(library.sources) for _ in range(20)])
    ids = [row.id for at in places for row in (await library.page(view, at, 1)).rows]
    show("item", [await timed(lambda at=at: library.item(at)) for at in ids])  # type: ignore[misc]


async def searches(store: Store) -> None:
    library = Library(store)
    common = Counter(" ".join(sentences(random.Random(4))).split()).most_common()
    everywhere, frequent, rare = (common[rank][0] for rank in (0, 60, 5000))
    for words in (everywhere, frequent, rare, f"{everywhere} {rare}", f'"{everywhere} {frequent}"', "zzzzzz"):
        for lane, scope in ((None, Scope.ALL), (Lane.TIP, Scope.UNREAD), (Lane.CALL, Scope.KEPT)):
            view = View(lane, scope, words=words)
            rows = (await library.page(view)).rows
            took = [await timed(lambda view=view: library.page(view)) for _ in range(7)]  # type: ignore[misc]
            name = words.replace(everywhere, "EVERYWHERE").replace(frequent, "FREQUENT").replace(rare, "RARE")
            show(f"search {name} in {lane or 'all'}/{scope} ({len(rows)} found)", took)


async def acts(store: Store) -> None:
    library, journal = Library(store), Journal(store, StoppedClock())
    ids = [row.id for row in (await library.page(View(Lane.TIP), limit=40)).rows]
    marking = [await timed(lambda at=at: journal.read([at], True)) for at in ids]  # type: ignore[misc]
    show("mark one item read", marking)
    show("undo it", [await timed(journal.undo) for _ in ids])
    page = await library.page(View(Lane.TIP), limit=18_000)
    many = [row.id for row in page.rows]
    marked, taken_back = [], []
    for _ in range(5):
        marked.append(await timed(lambda: journal.read(many, True)))
        taken_back.append(await timed(journal.undo))
    show(f"mark {len(many):,} items read", marked)
    show("undo it", taken_back)


async def measure(big: Path) -> None:
    print("| | best ms | median ms | p99 ms | cpu ms |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        await ingest(Path(folder))
        small = Path(folder) / "hundred.db"
        await make(small, 100, 10)
        await opening(small)
    await opening(big)
    store = await open_store(big, durable=True)
    try:
        await lists(store)
        await searches(store)
        await acts(store)
    finally:
        await store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the store.")
    parser.add_argument("--big", type=Path, default=Path(tempfile.gettempdir()) / "arrowtui-big-store.db")
    parser.add_argument("--items", type=int, default=1_000_000)
    asked = parser.parse_args()
    if not asked.big.exists():
        asyncio.run(make(asked.big, asked.items, 1000))
    asyncio.run(measure(asked.big))


if __name__ == "__main__":
    main()
