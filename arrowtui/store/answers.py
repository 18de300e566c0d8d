"""The person's side of calls: state, draft, follow-up. Sacred: outlives the call, the item and the source."""

from sqlite3 import Row

import msgspec

from arrowtui.model.call import Answer, AnswerState
from arrowtui.model.item import ItemId
from arrowtui.model.typed import holds
from arrowtui.store import Connection
from arrowtui.store.changes import AnswerBefore
from arrowtui.store.times import maybe_moment, moment

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
ARCHIVE = """
INSERT INTO answer_versions (item_id, text, at) SELECT :item, :was, :at WHERE NOT EXISTS (
    SELECT 1 FROM answer_versions WHERE item_id = :item AND text = :was
)
"""
VERSIONS = "SELECT text FROM answer_versions WHERE item_id = :item ORDER BY id DESC"
FOLLOW_UPS = """
SELECT item_id FROM answers
WHERE follow_up_at <= :now AND (state IS NULL OR state IN ('maybe', 'answering', 'answered')) ORDER BY follow_up_at
"""
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


async def put_answer(db: Connection, item: ItemId, changed: AnswerBefore, *, is_step: bool, at: int) -> AnswerBefore:
    """Write the person's side (inside `store.write()`); returns how it was, for the undo log. Words that the new text
    does not hold go to the versions.

    Args:
        is_step: the state changed, which is kept with its date.
        at: the stamp of now.
    """
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
    if row is not None and row[5] and not holds(changed.text, row[5]):
        await db.execute(ARCHIVE, {"item": item, "was": row[5], "at": at})
    await db.execute(PUT, asked)
    if is_step:
        await db.execute(STEP, asked)
    return AnswerBefore(item, False) if row is None else AnswerBefore(item, True, *row)


async def restore_answer(db: Connection, before: AnswerBefore, now: int) -> None:
    """Put the person's side back as it was; that it was otherwise for a while stays in the steps."""
    there = await db.first(ONE, {"item": before.item})
    is_step = (there[0] if there else None) != before.state
    if before.was_there:
        await put_answer(db, ItemId(before.item), before, is_step=is_step, at=now)
        return
    if there is not None and there[5]:
        await db.execute(ARCHIVE, {"item": before.item, "was": there[5], "at": now})
    await db.execute(TAKE_OUT, {"item": before.item})
    if is_step:
        await db.execute(STEP, {"item": before.item, "state": None, "changed_at": now})


async def answer_steps(db: Connection, item: ItemId) -> tuple[tuple[AnswerState | None, int], ...]:
    """Every state a call was given, with the stamp of when, the first first."""
    rows = await db.execute_fetchall(STEPS, {"item": item})
    return tuple((AnswerState(state) if state else None, at) for state, at in rows)


async def answer_versions(db: Connection, item: ItemId) -> tuple[str, ...]:
    """Texts that made way to others or were taken back, the latest first."""
    return tuple(row[0] for row in await db.execute_fetchall(VERSIONS, {"item": item}))


async def follow_ups(db: Connection, now: int) -> tuple[ItemId, ...]:
    """Calls on which she meant to ask again by now and that are not done with, the longest due first."""
    return tuple(ItemId(row[0]) for row in await db.execute_fetchall(FOLLOW_UPS, {"now": now}))


def _answer(row: Row) -> Answer:
    state, changed_at, follow_up_at, contact, subject, text = row[:6]
    at = moment(changed_at)
    return Answer(AnswerState(state) if state else None, at, maybe_moment(follow_up_at), contact, subject, text)
