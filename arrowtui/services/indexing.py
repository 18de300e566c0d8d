"""The search index is filled behind the arrivals: here in small steps, so that nobody waits long for the store."""

from collections.abc import AsyncIterator

from arrowtui.store import Store
from arrowtui.store.search import index_some, waits_for_index

STEP = 500  # items; some 30 ms of the store's time


async def index_waiting(store: Store) -> AsyncIterator[int]:
    """Index what waits, a step each time the next value is asked for: how many items the step took.

    Leave off at any time; what is left waits. Raises: StoreError.
    """
    while True:
        async with store.write() as db:
            taken = await index_some(db, STEP)
        if not taken:
            return
        yield taken


async def index_if_few(store: Store, few: int) -> int:
    """Index everything that waits unless that is more than `few` items: then it is left to the poller, or to the next
    search. Returns how many items were indexed. Raises: StoreError."""
    async with store.reading() as db:
        waiting = await waits_for_index(db, few + 1)
    return await index_all(store) if waiting <= few else 0


async def index_all(store: Store) -> int:
    """Index everything that waits; returns how many items that were. Raises: StoreError."""
    return sum([taken async for taken in index_waiting(store)])
