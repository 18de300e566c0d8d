"""What the person did to items: read, kept, put aside, dismissed, moved. Each change hands back how it was before."""

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import partial

import msgspec

from arrowtui.model.item import ItemId, View
from arrowtui.model.lane import Lane
from arrowtui.store import Connection
from arrowtui.store.changes import MarksBefore
from arrowtui.store.lists import list_ids
from arrowtui.store.walks import Toward

Cell = int | str | None


class Mark(Enum):
    """The columns of a mark, what they are set to, and which rows such a change concerns."""

    READ = (("read_edition", "read_at"), ("edition", ":at"), "read_edition < edition")
    UNREAD = (("read_edition", "read_at"), ("0", "NULL"), "read_edition > 0")
    KEPT = (("kept_at",), (":at",), "kept_at IS NULL")
    NOT_KEPT = (("kept_at",), ("NULL",), "kept_at IS NOT NULL")
    LATER = (("later_at",), (":at",), "later_at IS NULL")
    NOT_LATER = (("later_at",), ("NULL",), "later_at IS NOT NULL")
    DISMISSED = (("dismissed_at",), (":at",), "dismissed_at IS NULL")
    NOT_DISMISSED = (("dismissed_at",), ("NULL",), "dismissed_at IS NOT NULL")
    MOVED = (("moved_to", "moved_at"), (":lane", ":at"), "moved_to IS NOT :lane")


BEFORE = """
SELECT marks.item_id, {columns} FROM json_each(:ids) AS asked CROSS JOIN marks ON marks.item_id = asked.value
WHERE {concerned}
"""
CHANGE = """
UPDATE marks SET {settings} WHERE item_id IN (SELECT value FROM json_each(:ids)) AND {concerned}
"""
RESTORE = "UPDATE marks SET {settings} WHERE item_id IN (SELECT value FROM json_each(:ids))"


async def change(
    db: Connection, ids: Iterable[ItemId], mark: Mark, at: int, lane: Lane | None = None
) -> MarksBefore | None:
    """Set a mark (inside `store.write()`); None when no row was concerned."""
    columns, values, concerned = mark.value
    asked: dict[str, Cell] = {"ids": _json(sorted(set(ids))), "at": at, "lane": lane}
    before = BEFORE.format(columns=", ".join(columns), concerned=concerned)
    groups: dict[tuple[Cell, ...], list[int]] = {}
    for number, *state in await db.execute_fetchall(before, asked):
        groups.setdefault(tuple(state), []).append(number)
    if not groups:
        return None
    settings = ", ".join(f"{column} = {value}" for column, value in zip(columns, values, strict=True))
    await db.execute(CHANGE.format(settings=settings, concerned=concerned), asked)
    return MarksBefore(columns, tuple((state, tuple(numbers)) for state, numbers in groups.items()))


async def restore(db: Connection, before: MarksBefore) -> int:
    """Put marks back as they were; returns how many. Columns of the poller are never touched."""
    allowed = {column for mark in Mark for column in mark.value[0]}
    if not allowed.issuperset(before.columns):
        raise ValueError(f"no columns of the person: {before.columns}")
    settings = ", ".join(f"{column} = :value_{at}" for at, column in enumerate(before.columns))
    for state, numbers in before.groups:
        values: dict[str, Cell] = {f"value_{at}": value for at, value in enumerate(state)}
        await db.execute(RESTORE.format(settings=settings), values | {"ids": _json(numbers)})
    return sum(len(numbers) for _, numbers in before.groups)


async def ids_up_to(db: Connection, view: View, newest: ItemId) -> list[ItemId]:
    """All items of a list that are not newer than `newest`."""
    everything = partial(list_ids, view=view, toward=Toward.OLDER, bound=ItemId(newest + 1), limit=-1)
    return await db.run(everything)


def _json(ids: Sequence[int]) -> str:
    return msgspec.json.encode(ids).decode()
