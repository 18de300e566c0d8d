"""What the person teaches by moving items, written down with the move."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.lessons import learn, moved_items


async def learn_from(db: Connection, ids: Sequence[ItemId], now: datetime) -> None:
    """Write down what items that were just moved have in common with others (inside `store.write()`)."""
    from arrowtui.lanes.learned import traits  # nobody moves anything at start-up
    from arrowtui.lanes.post import own_title

    found = []
    for one in await moved_items(db, ids):
        title = own_title(one.title, one.text)
        whole = f"{title}\n{one.text}" if title else one.text
        found.append((one.item, list(traits(whole, one.author, one.source))))
    await learn(db, found, now)
