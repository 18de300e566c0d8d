"""Why an item stands where it stands, as the rules and the person left it."""

import msgspec

from arrowtui.model.item import ItemId
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.why import Why
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment

WHY = """
SELECT i.title, s.title, m.lane, m.ruled_lane, m.moved_to, m.moved_at, i.chosen_by, i.confidence, i.reasons
FROM marks AS m JOIN items AS i ON i.serial = m.serial JOIN subscriptions AS s ON s.id = m.subscription_id
WHERE m.item_id = :item
"""

_reasons = msgspec.json.Decoder(tuple[str, ...]).decode


async def why(db: Connection, item: ItemId) -> Why | None:
    """Who put an item into its tab, and why; None when it is gone."""
    row = await db.first(WHY, {"item": item})
    if row is None:
        return None
    title, source, lane, ruled, moved_to, moved_at, chosen_by, confidence, reasons = row
    return Why(
        title=title,
        source=source,
        lane=Lane(lane),
        ruled=Lane(ruled),
        chosen_by=ChosenBy.PERSON if moved_to is not None else ChosenBy(chosen_by),
        confidence=confidence,
        reasons=_reasons(reasons),
        moved_at=maybe_moment(moved_at) if moved_to is not None else None,
    )
