"""Connections under cancellation."""

import ast
import asyncio
from pathlib import Path

from arrowtui.store import Store
from tests.store.builders import a_source, arrived, some

STORE = Path(__file__).parents[2] / "arrowtui" / "store"


async def test_a_read_cancelled_at_any_moment_does_not_hold_later_reads_in_the_past(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(3))
    errors: list[object] = []  # kept, as whoever ran the task may do

    async with store.reading() as db:
        for turns in range(12):
            task = asyncio.create_task(db.first("SELECT key FROM items"))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            errors += await asyncio.gather(task, return_exceptions=True)
            await arrived(store, source, some(1, prefix=f"later {turns}"))
            found = await db.first("SELECT count(*) FROM items")
            assert found is not None and found[0] == 4 + turns


def test_no_cursor_of_a_read_is_ever_held_open_between_two_visits() -> None:
    for path in STORE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
            assert not (isinstance(node, ast.AsyncWith) and names & {"fetchone", "fetchmany"}), path.name
            assert not isinstance(node, ast.AsyncFor), path.name
