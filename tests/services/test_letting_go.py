"""Items older than their source is kept for go; what a person has a hand in stays."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.ingest.same import is_same
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.services import letting_go
from arrowtui.services.journal import Journal
from arrowtui.services.letting_go import LettingGo
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import Arrived, arrive
from arrowtui.store.placed import prepared
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from tests.fakes import NOON, FakeClock
from tests.store.builders import an_item, indexed, number, placed, some

A, B, EVER = (
    Wish("feed", "https://a.example/feed", "A", keep_days=30),
    Wish("feed", "https://b.example/feed", "B", keep_days=90),
    Wish("feed", "https://c.example/feed", "C"),
)


class Shelf:
    """A store with three sources, and the one who clears it out."""

    def __init__(self, store: Store, clock: FakeClock) -> None:
        self.store, self.clock = store, clock
        self.library, self.journal = Library(store), Journal(store, clock)
        self.chore = LettingGo(store, clock)
        self.sources: dict[str, SubscriptionId] = {}

    async def follow(self, *wishes: Wish) -> None:
        async with self.store.write() as db:
            await sync_wishes(db, wishes)
            self.sources = {one.title: one.id for one in await subscriptions(db, wanted_only=False)}

    async def bring(self, source: str, *names: str, days: int, page: int | None = None) -> Arrived:
        """Items of so many days ago."""
        items = [
            an_item(name, key=f"feed|{source}|{name}", at=NOON - timedelta(days=days), link_key=page) for name in names
        ]
        async with self.store.write() as db:
            return await arrive(db, self.sources[source], prepared([placed(item) for item in items]), is_same)

    async def titles(self) -> list[str]:
        return sorted(
            row.title.removeprefix("Title of ") for row in (await self.library.page(View(None, Scope.ALL))).rows
        )

    async def id_of(self, name: str) -> ItemId:
        rows = (await self.library.page(View(None, Scope.ALL))).rows
        return next(row.id for row in rows if row.title == f"Title of {name}")


@pytest.fixture
async def shelf(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Shelf]:
    store = await open_store(tmp_path / "store.db", durable=False)
    shelf = Shelf(store, clock)
    await shelf.follow(A, B, EVER)
    yield shelf
    await store.close()


async def test_what_is_old_goes_and_the_rest_stays(shelf: Shelf) -> None:
    await shelf.bring("A", "old", days=31)
    await shelf.bring("A", "new", days=29)
    await shelf.bring("B", "middle", days=31)
    await shelf.bring("C", "ancient", days=3_000)

    await shelf.chore.work()

    assert await shelf.titles() == ["ancient", "middle", "new"]


async def test_what_went_does_not_come_back_as_new(shelf: Shelf) -> None:
    await shelf.bring("A", "old", days=31)
    await shelf.chore.work()

    assert await shelf.bring("A", "old", days=31) == Arrived(0, 0)
    assert await shelf.titles() == []


Hand = Callable[[Journal, ItemId], Awaitable[object]]


async def _note(journal: Journal, item: ItemId) -> None:
    note = await journal.begin_note(item)
    await journal.write_note(note.id, "A thought")


async def _answered(shelf: Shelf, item: ItemId) -> None:
    async with shelf.store.write() as db:
        await db.execute(
            "INSERT INTO answers (item_id, state, changed_at) VALUES (:item, 'answered', 0)", {"item": item}
        )


HANDS: dict[str, Hand] = {
    "kept": lambda journal, item: journal.keep([item], True),
    "later": lambda journal, item: journal.later([item], True),
    "tagged": lambda journal, item: journal.tag([item], ["x"], []),
    "moved": lambda journal, item: journal.move([item], Lane.CALL),
    "noted": _note,
}


@pytest.mark.parametrize("hand", HANDS)
async def test_what_a_person_has_a_hand_in_never_goes(shelf: Shelf, hand: str) -> None:
    await shelf.bring("A", "hers", "other", days=400)
    await HANDS[hand](shelf.journal, await shelf.id_of("hers"))

    await shelf.chore.work()

    assert await shelf.titles() == ["hers"]


async def test_what_was_answered_never_goes(shelf: Shelf) -> None:
    await shelf.bring("A", "hers", "other", days=400)
    await _answered(shelf, await shelf.id_of("hers"))

    await shelf.chore.work()

    assert await shelf.titles() == ["hers"]


async def test_what_was_only_read_or_dismissed_goes(shelf: Shelf) -> None:
    await shelf.bring("A", "read", "dismissed", days=400)
    await shelf.journal.read([await shelf.id_of("read")], True)
    await shelf.journal.dismiss([await shelf.id_of("dismissed")], True)

    await shelf.chore.work()

    assert await number(shelf.store, "SELECT count(*) FROM items") == 0


async def test_what_is_unkept_again_goes_the_next_time(shelf: Shelf) -> None:
    await shelf.bring("A", "hers", days=400)
    item = await shelf.id_of("hers")
    await shelf.journal.keep([item], True)
    await shelf.chore.work()
    await shelf.journal.keep([item], False)

    await shelf.chore.work()

    assert await shelf.titles() == []


@pytest.mark.parametrize(("first", "second"), [("A", "B"), ("B", "A"), ("A", "C"), ("C", "A")])
async def test_of_several_sources_the_one_that_keeps_longest_counts(shelf: Shelf, first: str, second: str) -> None:
    for source in (first, second):
        await shelf.bring(source, "both", days=60, page=7)
    assert await number(shelf.store, "SELECT count(*) FROM origins") == 2

    await shelf.chore.work()
    assert await shelf.titles() == ["both"]

    shelf.clock.forward(days=60)
    await shelf.chore.work()
    assert await shelf.titles() == ([] if "C" not in (first, second) else ["both"])


async def test_a_source_that_was_let_go_keeps_what_it_brought(shelf: Shelf) -> None:
    await shelf.bring("A", "old", days=31)
    await shelf.follow(B)

    await shelf.chore.work()

    assert await shelf.titles() == ["old"]


async def test_many_go_in_small_steps_and_leave_nothing_behind(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letting_go, "AT_ONCE", 7)
    monkeypatch.setattr(letting_go, "MOST", 20)
    async with shelf.store.write() as db:
        await arrive(db, shelf.sources["A"], prepared(some(50, start=NOON - timedelta(days=31))))
    await indexed(shelf.store)

    await shelf.chore.work()
    assert await number(shelf.store, "SELECT count(*) FROM items") == 30
    assert await shelf.chore.due_at() == shelf.clock.now()
    while await number(shelf.store, "SELECT count(*) FROM items"):
        await shelf.chore.work()
    await shelf.chore.work()

    due = await shelf.chore.due_at()
    assert due is not None
    assert due > shelf.clock.now()
    for query in (
        "SELECT count(*) FROM bodies",
        "SELECT count(*) FROM origins",
        "SELECT sum(total) FROM source_counts",
    ):
        assert await number(shelf.store, query) == 0
    assert (await shelf.library.page(View(None, Scope.ALL, words="title"))).rows == ()


async def test_a_note_on_what_its_platform_deleted_keeps_title_and_link(shelf: Shelf) -> None:
    await shelf.bring("A", "gone", days=1)
    item = await shelf.id_of("gone")
    await _note(shelf.journal, item)

    async with shelf.store.write() as db:
        await delete_items(db, ["feed|A|gone"])

    (row,) = await shelf.library.journal()
    note = await shelf.library.note(row.id)
    assert note is not None
    assert (note.text, note.about.title, note.about.link) == ("A thought", "Title of gone", "https://example.org/gone")
