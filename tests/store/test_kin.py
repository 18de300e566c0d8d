"""An answer that came before its question is put below it, and nobody has to read it again for that."""

from arrowtui.model.item import View
from arrowtui.model.lane import Lane
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.kin import Kin, join
from tests.store.builders import a_source, an_item, arrived, number, placed

PARENT = "SELECT count(*) FROM items WHERE key = :key AND parent_key = :parent AND root_key IS :root"


async def test_an_item_learns_its_parent_and_thread_without_becoming_unread(store: Store) -> None:
    source = await a_source(store)
    answer = an_item("answer", parent_key="feed|example.org|stand-in")
    await arrived(store, source, [placed(answer)])

    async with store.write() as db:
        await join(db, [Kin(answer.key, "feed|example.org|question", "feed|example.org|first")])

    asked = {"key": answer.key, "parent": "feed|example.org|question", "root": "feed|example.org|first"}
    assert await number(store, PARENT, **asked) == 1
    (row,) = (await Library(store).page(View(Lane.TIP))).rows
    assert not row.is_edited and not row.is_read


async def test_a_thread_that_is_known_is_not_forgotten_and_strangers_do_no_harm(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("answer", root_key="feed|example.org|first"))])

    async with store.write() as db:
        await join(
            db, [Kin("feed|example.org|answer", "feed|example.org|question"), Kin("feed|x|never", "feed|x|seen")]
        )

    asked = {"parent": "feed|example.org|question", "root": "feed|example.org|first"}
    assert await number(store, PARENT, key="feed|example.org|answer", **asked) == 1
    assert await number(store, "SELECT count(*) FROM items") == 1
