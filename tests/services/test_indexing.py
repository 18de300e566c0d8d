"""The search index catches up behind the arrivals."""

from pathlib import Path

from arrowtui.model.item import Scope, View
from arrowtui.services.indexing import STEP, index_all, index_if_few, index_waiting
from arrowtui.services.library import Library
from arrowtui.store import Store
from tests.store.builders import a_source, an_item, arrived, opened, placed, some

OLDEST = View(None, Scope.ALL, words="needle")


async def filled(store: Store) -> None:
    """More items than a search reads through unindexed, the one with the needle at their far end."""
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("needle", title="A needle"))])
    for number in range(3):
        await arrived(store, source, some(500, prefix=f"batch{number}"))


async def found(store: Store) -> list[str]:
    return [row.title for row in (await Library(store).page(OLDEST)).rows]


async def test_after_it_a_search_finds_everything(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        await filled(store)
        before = await found(store)

        assert await index_all(store) == 1_501
        assert (before, await found(store)) == ([], ["A needle"])
        assert await index_all(store) == 0


async def test_it_goes_in_steps_and_may_be_left_off(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        await filled(store)

        async for taken in index_waiting(store):
            assert taken == STEP
            break

        assert await index_all(store) == 1_501 - STEP


async def test_few_are_indexed_at_once_and_many_are_left_to_wait(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        await filled(store)

        assert await index_if_few(store, 1_500) == 0
        assert await index_if_few(store, 1_501) == 1_501
