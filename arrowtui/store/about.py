"""What an item is, for the notes beside it."""

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.store import Connection

WHAT_IS = """
SELECT m.lane, EXISTS (SELECT 1 FROM polls WHERE item_id = m.item_id), substr(b.text, 1, 200)
FROM marks AS m JOIN bodies AS b ON b.serial = m.serial WHERE m.item_id = :item
"""


class WhatItIs(Struct, frozen=True):
    """`text` is how it begins."""

    lane: Lane
    is_poll: bool
    text: str


async def what_is(db: Connection, item: ItemId) -> WhatItIs | None:
    """The tab an item stands in, and how it begins; None when it is gone."""
    found = await db.first(WHAT_IS, {"item": item})
    return None if found is None else WhatItIs(Lane(found[0]), bool(found[1]), found[2])
