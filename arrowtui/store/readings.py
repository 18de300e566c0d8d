"""An item opened for reading, as far as the store knows it."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.wire import Draft
from arrowtui.store import Connection
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import maybe_moment

OPENED = """
SELECT i.link, i.author, i.published_at, i.updated_at, i.language, m.ruled_lane, m.moved_to, i.chosen_by, i.confidence,
    i.reasons, b.raw,
    (SELECT json_group_array(title) FROM (
        SELECT s.title AS title FROM subscriptions AS s WHERE s.id = m.subscription_id UNION ALL
        SELECT s.title AS title FROM origins AS o JOIN subscriptions AS s ON s.id = o.subscription_id
        WHERE o.item_id = m.item_id AND o.is_extra
    ))
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN bodies AS b ON b.serial = m.serial
WHERE m.item_id = :id
"""
LINKS = """
SELECT m.item_id, i.link FROM json_each(:ids) AS asked JOIN marks AS m ON m.item_id = asked.value
JOIN items AS i ON i.serial = m.serial WHERE i.link IS NOT NULL
"""

_STRINGS = msgspec.json.Decoder(tuple[str, ...])
MOVED = ("You moved it here",)


class Opened(Struct, frozen=True):
    """What the store knows of an item beside its row; `origins` are source titles, the first one met first."""

    link: str | None
    author: str | None
    published_at: datetime | None
    updated_at: datetime | None
    language: str | None
    verdict: Verdict
    origins: tuple[str, ...]
    draft: Draft


async def links_of(db: Connection, ids: Sequence[ItemId]) -> dict[ItemId, str]:
    """The links of these items; those without one are left out."""
    asked = {"ids": msgspec.json.encode(list(ids)).decode()}
    return {ItemId(row[0]): row[1] for row in await db.execute_fetchall(LINKS, asked)}


async def opened(db: Connection, item: ItemId) -> Opened | None:
    """The item with its raw part; None when it is gone."""
    row = await db.first(OPENED, {"id": item})
    if row is None:
        return None
    link, author, published, updated, language, ruled, moved, chosen_by, confidence, reasons, raw, origins = row
    verdict = (
        Verdict(Lane(moved), 1.0, MOVED, ChosenBy.PERSON)
        if moved
        else Verdict(Lane(ruled), confidence, _STRINGS.decode(reasons), ChosenBy(chosen_by))
    )
    draft = RawPacker().unpack(raw)
    times = maybe_moment(published), maybe_moment(updated)
    return Opened(link, author, *times, language, verdict, _STRINGS.decode(origins), draft)
