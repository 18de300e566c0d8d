"""What reading costs: booked in the transaction that stores what was bought, reserved before anything is sent."""

from arrowtui.model.spending import Bill, Spent
from arrowtui.store import Connection

SPENT = """
SELECT coalesce((SELECT reads FROM spending WHERE kind = :kind AND month = :month), 0),
    coalesce((SELECT micros FROM spending WHERE kind = :kind AND month = :month), 0),
    coalesce((SELECT sum(micros) FROM open_bills WHERE kind = :kind AND month = :month), 0)
"""
OPEN = """
INSERT INTO open_bills (kind, month, micros) SELECT :kind, :month, :micros
WHERE :micros + coalesce((SELECT micros FROM spending WHERE kind = :kind AND month = :month), 0)
    + coalesce((SELECT sum(micros) FROM open_bills WHERE kind = :kind AND month = :month), 0) <= :cap
"""
NUMBER = "SELECT CASE changes() WHEN 0 THEN 0 ELSE last_insert_rowid() END"
SETTLE = """
INSERT INTO spending (kind, month, reads, micros)
SELECT kind, month, :reads, :micros FROM open_bills WHERE number = :number
ON CONFLICT (kind, month) DO UPDATE SET reads = reads + excluded.reads, micros = micros + excluded.micros
"""
CLOSE = "DELETE FROM open_bills WHERE number = :number"


async def spent(db: Connection, kind: str, month: str) -> Spent:
    """What a kind of source cost in a month, and what may come to it still."""
    found = await db.first(SPENT, {"kind": kind, "month": month})
    reads, micros, open_micros = found if found else (0, 0, 0)
    return Spent(month, reads, micros, open_micros)


async def open_bill(db: Connection, bill: Bill, month: str) -> int:
    """Reserve what a request may cost (inside `store.write()`); returns its number, 0 where that would pass the cap."""
    asked = {"kind": bill.kind, "month": month, "micros": bill.micros, "cap": bill.cap}
    await db.execute(OPEN, asked)
    found = await db.first(NUMBER)
    return int(found[0]) if found else 0


async def settle(db: Connection, bill: Bill, reads: int) -> None:
    """Book what a request did cost instead of what it might have (inside `store.write()`), in the month it was sent."""
    await db.execute(SETTLE, {"number": bill.number, "reads": reads, "micros": bill.micros})
    await close_bill(db, bill.number)


async def close_bill(db: Connection, number: int) -> None:
    """Give back what was reserved (inside `store.write()`): nothing was charged."""
    await db.execute(CLOSE, {"number": number})
