"""Items, placed items and filled stores for tests, made in one line each."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.store import Store, open_store
from arrowtui.store.items import Arrived, arrive
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.search import index_some
from arrowtui.store.subscriptions import add_wish
from tests.fakes import NOON


def an_item(
    name: str = "one", *, text: str = "", title: str | None = None, at: datetime = NOON, **given: object
) -> Item:
    """An item of the feed at example.org whose native id is `name`."""
    words = title or f"Title of {name}"
    fields: dict[str, object] = {
        "key": f"feed|example.org|{name}",
        "title": words,
        "text": text,
        "link": f"https://example.org/{name}",
        "author": None,
        "published_at": at,
        "updated_at": None,
        "sorted_at": at,
        "language": "en",
        "fingerprint": f"{words}|{text}".encode(),
        "draft": Draft(name, title=Body(words, Markup.TEXT), body=Body(f"<p>{text}</p>"), published_at=at),
    }
    return Item(**(fields | given))  # type: ignore[arg-type]  # the values are those of Item, named by the test


def placed(item: Item, lane: Lane = Lane.TIP) -> Placed:
    """The item as a rule put it into `lane`."""
    return Placed(item, Verdict(lane, 0.9, ("a rule of the test",), ChosenBy.RULE))


def some(count: int, lane: Lane = Lane.TIP, *, prefix: str = "item", start: datetime = NOON) -> list[Placed]:
    """`count` items, newest first, a minute apart."""
    return [placed(an_item(f"{prefix}-{n}", at=start - timedelta(minutes=n)), lane) for n in range(count)]


async def a_source(store: Store, address: str = "https://example.org/feed", title: str | None = None) -> SubscriptionId:
    """A feed the person follows."""
    async with store.write() as db:
        return await add_wish(db, Wish("feed", address, title))


async def arrived(store: Store, source: SubscriptionId, batch: Sequence[Placed]) -> Arrived:
    """Let a batch arrive, in a transaction of its own."""
    async with store.write() as db:
        return await arrive(db, source, prepared(batch))


async def indexed(store: Store) -> None:
    """Index everything that waits."""
    taken = 1
    while taken:
        async with store.write() as db:
            taken = await index_some(db)


async def number(store: Store, query: str, **asked: str | int) -> int:
    """The one number a query answers."""
    async with store.reading() as db, db.execute(query, asked) as cursor:
        found = await cursor.fetchone()
    return int(found[0]) if found else 0


@asynccontextmanager
async def opened(path: Path, *, durable: bool = False) -> AsyncIterator[Store]:
    """A store that is closed at the end."""
    store = await open_store(path, durable=durable)
    try:
        yield store
    finally:
        await store.close()
