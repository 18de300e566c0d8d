"""Telling a sound store from a damaged one."""

from pathlib import Path

from arrowtui.store import open_store
from arrowtui.store.health import features, integrity


async def test_a_new_store_is_sound(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "s.db", durable=False)
    async with store.reading() as db:
        faults = await integrity(db)
    await store.close()

    assert faults == ()


async def test_an_item_without_its_source_is_a_fault(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "s.db", durable=False)
    await store._writer.execute("PRAGMA foreign_keys = OFF")
    async with store.write() as db:
        await db.execute("INSERT INTO fetch_states (subscription_id, address) VALUES (99, 'x')")
    async with store.reading() as db:
        faults = await integrity(db)
    await store.close()

    assert faults == ("fetch_states row 99 belongs to no subscriptions",)


def test_this_sqlite_can_do_what_is_needed() -> None:
    version, missing = features()

    assert version.startswith("3.")
    assert missing == ()
