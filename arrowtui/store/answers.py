"""The person's side of calls: state, draft, follow-up. Sacred: outlives the call, the item and the source."""

from sqlite3 import Row

import msgspec

from arrowtui.model.call import Answer, AnswerState
from arrowtui.model.item import ItemId
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, moment
from arrowtui.store.undo import AnswerBefore

COLUMNS = "state, changed_at, follow_up_at, contact, subject, text"
ONE = f"SELECT {COLUMNS} FROM answers WHERE item_id = :item"
MANY = f"SELECT {COLUMNS}, item_id FROM answers WHERE item_id IN (SELECT value FROM json_each(:items))"
PUT = """
INSERT INTO answers (item_id, state, changed_at, follow_up_at, contact, subject, text, title, link)
VALUES (:item, :state, :changed_at, :follow_up_at, :contact, :subject, :text,
    coalesce((SELECT i.title FROM marks AS m JOIN items AS i ON i.serial = m.serial WHERE m.item_id = :item), ''),
    (SELECT i.link FROM marks AS m JOIN items AS i ON i.serial = m.serial WHERE m.item_id = :item))
ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
    follow_up_at = excluded.follow_up_at, contact = excluded.contact, subject = excluded.subject, text = excluded.text
"""
STEP = "INSERT INTO answer_steps (item_id, state, at) VALUES (:item, :state, :changed_at)"
STEPS = "SELECT state, at FROM answer_steps WHERE item_id = :item ORDER BY id"
TAKE_OUT = "DELETE FROM answers WHERE item_id = :item"


async def answer(db: Connection, item: ItemId) -> Answer | None:
    """The person's side of one call; None when she never touched it."""
    row = await db.first(ONE, {"item": item})
    return None if row is None else _answer(row)


async def answers(db: Connection, items: list[int]) -> dict[int, Answer]:
    """Those of several calls, by item."""
    rows = await db.execute_fetchall(MANY, {"items": msgspec.json.encode(items).decode()})
    return {int(row[6]): _answer(row) for row in rows}


async def put_answer(db: Connection, item: ItemId, changed: AnswerBefore, *, is_step: bool) -> AnswerBefore:
    """Write the person's side (inside `store.write()`); returns how it was, for the undo log. `is_step`: the state
    changed, which is kept with its date."""
    row = await db.first(ONE, {"item": item})
    asked = {
        "item": item,
        "state": changed.state,
        "changed_at": changed.changed_at,
        "follow_up_at": changed.follow_up_at,
        "contact": changed.contact,
        "subject": changed.subject,
        "text": changed.text,
    }
    await db.execute(PUT, asked)
    if is_step:
        await db.execute(STEP, asked)
    return AnswerBefore(item, False) if row is None else AnswerBefore(item, True, *row)


async def restore_answer(db: Connection, before: AnswerBefore, now: int) -> None:
    """Put the person's side back as it was; that it was otherwise for a while stays in the steps."""
    if not before.was_there:
        await db.execute(TAKE_OUT, {"item": before.item})
        await db.execute(STEP, {"item": before.item, "state": None, "changed_at": now})
        return
    await put_answer(db, ItemId(before.item), before, is_step=True)


async def answer_steps(db: Connection, item: ItemId) -> tuple[tuple[AnswerState | None, int], ...]:
    """Every state a call was given, with the stamp of when, the first first."""
    rows = await db.execute_fetchall(STEPS, {"item": item})
    return tuple((AnswerState(state) if state else None, at) for state, at in rows)


def _answer(row: Row) -> Answer:
    state, changed_at, follow_up_at, contact, subject, text = row[:6]
    at = moment(changed_at)
    return Answer(AnswerState(state) if state else None, at, maybe_moment(follow_up_at), contact, subject, text)
