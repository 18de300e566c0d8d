"""What waits quietly to be reflected on."""

from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.review import Offer, OfferId
from arrowtui.store import Connection
from arrowtui.store.changes import OfferBefore
from arrowtui.store.times import moment, stamp

MAKE = """
INSERT INTO offers (kind, subject_kind, subject_key, item_id, words, detail, made_at)
VALUES (:kind, :subject, :key, :item, :words, :detail, :at) ON CONFLICT DO NOTHING
"""
OPEN = """
SELECT id, kind, subject_kind, subject_key, item_id, words, detail, made_at FROM offers INDEXED BY offers_open
WHERE answered_at IS NULL AND made_at >= :since ORDER BY made_at DESC, id DESC LIMIT :limit
"""
ANSWER = "UPDATE offers SET answered_at = :at WHERE id = :id AND answered_at IS NULL"
REOPEN = "UPDATE offers SET answered_at = NULL WHERE id = :id"


async def make_offer(
    db: Connection, kind: str, subject: Subject, item: ItemId | None, words: str, detail: str, at: datetime
) -> bool:
    """Offer something; False when it was offered before."""
    cells = {
        "kind": kind, "subject": subject.kind.value, "key": subject.key, "item": item,
        "words": words, "detail": detail, "at": stamp(at),
    }  # fmt: skip
    async with db.execute(MAKE, cells) as cursor:
        return cursor.rowcount > 0


async def open_offers(db: Connection, since: datetime, limit: int = 10) -> tuple[Offer, ...]:
    """What was offered since then and is not answered, the latest first: older offers have faded."""
    rows = await db.execute_fetchall(OPEN, {"since": stamp(since), "limit": limit})
    return tuple(_row(*row) for row in rows)


async def answer_offer(db: Connection, offer: OfferId, at: datetime) -> OfferBefore | None:
    """Taken up or waved away; None when it was already."""
    async with db.execute(ANSWER, {"id": offer, "at": stamp(at)}) as cursor:
        return OfferBefore(offer) if cursor.rowcount else None


async def reopen_offer(db: Connection, before: OfferBefore) -> None:
    await db.execute(REOPEN, {"id": before.offer})


def _row(number: int, kind: str, subject: str, key: str, item: int | None, words: str, detail: str, at: int) -> Offer:
    beside = ItemId(item) if item is not None else None
    return Offer(OfferId(number), kind, Subject(SubjectKind(subject), key), beside, words, detail, moment(at))
