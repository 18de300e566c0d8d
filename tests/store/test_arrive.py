"""Items arrive once each, and never over what the person did."""

from zlib import crc32

from arrowtui.model.item import ItemRow, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.model.wire import Draft
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import Arrived
from arrowtui.store.placed import Placed
from arrowtui.store.readings import opened as opened_item
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, placed, some

TIPS = View(Lane.TIP, Scope.ALL)


async def tips(store: Store) -> tuple[ItemRow, ...]:
    return (await Library(store).page(TIPS)).rows


async def test_new_items_stand_newest_first_and_unread(store: Store) -> None:
    source = await a_source(store, title="Example")

    came = await arrived(store, source, some(3))

    rows = await tips(store)
    assert came == Arrived(new=3, updated=0)
    assert [row.title for row in rows] == ["Title of item-0", "Title of item-1", "Title of item-2"]
    assert [row.sorted_at for row in rows] == [one.item.sorted_at for one in some(3)]
    assert not any(row.is_read for row in rows)
    assert {row.source_title for row in rows} == {"Example"}


async def test_the_same_items_again_change_nothing(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(3))
    before = await tips(store)

    again = await arrived(store, source, some(3))

    assert again == Arrived(new=0, updated=0)
    assert await tips(store) == before


async def test_a_changed_item_is_unread_again_and_what_the_person_did_stays(store: Store, clock: FakeClock) -> None:
    source, journal = await a_source(store), Journal(store, clock)
    await arrived(store, source, [placed(an_item("a"))])
    (row,) = await tips(store)
    await journal.read([row.id], True)
    await journal.keep([row.id], True)
    await journal.tag([row.id], ["grant"], [])

    came = await arrived(store, source, [placed(an_item("a", title="Extended"))])

    (after,) = await tips(store)
    assert came == Arrived(new=0, updated=1)
    assert (after.id, after.title) == (row.id, "Extended")
    assert after.is_edited and not after.is_read
    assert after.is_kept and after.tags == ("grant",)


async def test_an_item_met_through_a_second_source_is_one_item_with_two_origins(store: Store) -> None:
    first, second = await a_source(store), await a_source(store, "https://other.example/feed")
    await arrived(store, first, some(2))

    came = await arrived(store, second, some(1))

    assert came == Arrived(0, 0)
    assert [row.other_sources for row in await tips(store)] == [1, 0]
    assert [row.unread for row in await Library(store).sources()] == [2, 1]


async def test_items_of_one_instant_keep_the_order_of_their_source(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item(name)) for name in "cde"])

    await arrived(store, source, [placed(an_item(name)) for name in "abcde"])

    assert [row.title[-1] for row in await tips(store)] == list("abcde")


async def test_an_item_the_person_moved_stays_where_she_put_it(store: Store, clock: FakeClock) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("a"), Lane.CALL)])
    (row,) = (await Library(store).page(View(Lane.CALL))).rows
    await Journal(store, clock).move([row.id], Lane.TIP)

    await arrived(store, source, [placed(an_item("a", text="changed"), Lane.CHAT)])

    assert [row.lane for row in await tips(store)] == [Lane.TIP]
    assert (await Library(store).counts())[Lane.TIP].total == 1
    assert (await Library(store).counts())[Lane.CHAT].total == 0


async def test_what_was_deleted_does_not_come_back(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(2))
    async with store.write() as db:
        assert await delete_items(db, [some(1)[0].item.key]) == 1

    came = await arrived(store, source, some(2))

    assert came == Arrived(0, 0)
    assert [row.title for row in await tips(store)] == ["Title of item-1"]
    assert (await Library(store).counts())[Lane.TIP].total == 1


async def test_a_batch_may_hold_the_same_item_twice(store: Store) -> None:
    source = await a_source(store)
    twice = [placed(an_item("a")), placed(replace(an_item("a", title="Other"), sorted_at=NOON))]

    came = await arrived(store, source, twice)

    assert came == Arrived(1, 0)
    assert [row.title for row in await tips(store)] == ["Title of a"]


async def test_items_of_one_instant_find_room_for_each_even_at_its_end(store: Store) -> None:
    hosts = [f"host{number}.example" for number in range(10_000)]
    last = [host for host in hosts if crc32(f"feed|{host}".encode()) >> 22 == 1023]  # those at the end of any instant

    for host in last[:4]:
        source = await a_source(store, f"https://{host}/feed")
        await arrived(store, source, [placed(an_item(host, key=f"feed|{host}|midnight"))])

    assert len(await tips(store)) == 4


async def test_the_votes_of_a_poll_are_kept_as_they_stand_and_nobody_has_to_read_it_again(store: Store) -> None:
    source = await a_source(store)

    def voted(*votes: int | None) -> list[Placed]:
        poll = Poll(tuple(PollOption(label, count) for label, count in zip("ab", votes, strict=True)))
        return [placed(an_item("a", draft=Draft("a", poll=poll)))]

    await arrived(store, source, voted(None, None))
    came = await arrived(store, source, voted(9, 3))

    assert (came.new, came.updated) == (0, 0)
    (row,) = await tips(store)
    assert not row.is_edited
    async with store.reading() as db:
        found = await opened_item(db, row.id)
    assert found is not None and found.draft.poll is not None
    assert [option.votes for option in found.draft.poll.options] == [9, 3]
