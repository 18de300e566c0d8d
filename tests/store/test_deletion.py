"""Items go; what the person wrote stays."""

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import Arrived
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, number, placed

NAMES = ["plain", "read", "kept", "later", "tagged", "moved", "noted"]
ALL = View(None, Scope.ALL)


async def a_touched_store(store: Store, clock: FakeClock) -> None:
    """One item each way a person can touch it."""
    await arrived(store, await a_source(store), [placed(an_item(name)) for name in NAMES])
    journal = Journal(store, clock)
    ids = {row.title.split()[-1]: row.id for row in (await Library(store).page(ALL)).rows}
    await journal.read([ids["read"]], True)
    await journal.keep([ids["kept"]], True)
    await journal.later([ids["later"]], True)
    await journal.tag([ids["tagged"]], ["a"], [])
    await journal.move([ids["moved"]], Lane.CALL)
    note = await journal.begin_note(ids["noted"])
    await journal.write_note(note.id, "A thought")


async def delete(store: Store, *, spare: bool) -> int:
    async with store.write() as db:
        return await delete_items(db, [f"feed|example.org|{name}" for name in NAMES], spare_touched=spare)


async def left(store: Store) -> set[str]:
    return {row.title.split()[-1] for row in (await Library(store).page(ALL)).rows}


async def test_retention_spares_what_the_person_touched(store: Store, clock: FakeClock) -> None:
    await a_touched_store(store, clock)

    assert await delete(store, spare=True) == 2

    assert await left(store) == {"kept", "later", "tagged", "moved", "noted"}


async def test_the_duty_to_delete_knows_no_exception_but_her_own_words_stay(store: Store, clock: FakeClock) -> None:
    await a_touched_store(store, clock)

    assert await delete(store, spare=False) == len(NAMES)

    assert await left(store) == set()
    assert [row.opening for row in await Library(store).journal()] == ["A thought"]
    for table in ("items", "bodies", "origins", "to_index"):
        assert await number(store, f"SELECT count(*) FROM {table}") == 0, table
    assert await number(store, "SELECT count(*) FROM tags") == 1
    assert await number(store, "SELECT count(*) FROM known WHERE is_gone") == len(NAMES)


async def test_deleting_twice_or_what_never_was_does_nothing(store: Store, clock: FakeClock) -> None:
    await a_touched_store(store, clock)
    await delete(store, spare=False)

    assert await delete(store, spare=False) == 0
    async with store.write() as db:
        assert await delete_items(db, []) == 0
        assert await delete_items(db, ["feed|nowhere|x"]) == 0


async def test_an_item_of_two_sources_goes_from_both(store: Store) -> None:
    one, two = await a_source(store), await a_source(store, "https://other.example/feed")
    await arrived(store, one, [placed(an_item("plain"))])
    await arrived(store, two, [placed(an_item("plain"))])

    await delete(store, spare=False)

    assert [(row.total, row.unread) for row in await Library(store).sources()] == [(0, 0), (0, 0)]
    assert await arrived(store, two, [placed(an_item("plain", text="edited"))]) == Arrived(0, 0)
