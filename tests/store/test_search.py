"""Items and notes are found: at once, after a change, and not after they are gone."""

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.search import index_some
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, indexed, number, placed, some


async def titles(store: Store, words: str, scope: Scope = Scope.ALL, lane: Lane | None = None) -> list[str]:
    page = await Library(store).page(View(lane, scope, words=words))
    return [row.title for row in page.rows]


async def check_index(store: Store) -> None:
    """The index holds the words of all items and no others; SQLite's own check compares them with the texts."""
    await indexed(store)
    async with store.write() as db:
        await db.execute("INSERT INTO item_words (item_words, rank) VALUES ('integrity-check', 1)")
        await db.execute("INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 1)")


async def test_items_are_found_before_and_after_they_are_indexed(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("a", text="A grant for teachers")), placed(an_item("b"))])

    waiting = await titles(store, "grant")
    await indexed(store)

    assert waiting == await titles(store, "grant") == ["Title of a"]
    assert await titles(store, "-grant title") == ["Title of b"]


async def test_a_waiting_item_is_found_whatever_signs_stand_between_its_words(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("a", text="Write 100% of snake-case")), placed(an_item("b"))])

    assert await titles(store, "snake_case") == ["Title of a"]
    assert await titles(store, "'100%'") == ["Title of a"]
    assert await titles(store, "title -100%") == ["Title of b"]


async def test_a_changed_item_is_found_by_its_new_words_only(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("a", text="apples"))])
    await indexed(store)

    await arrived(store, source, [placed(an_item("a", text="oranges"))])

    assert (await titles(store, "apples"), await titles(store, "oranges")) == ([], ["Title of a"])
    await check_index(store)
    assert (await titles(store, "apples"), await titles(store, "oranges")) == ([], ["Title of a"])


async def test_an_item_that_changes_twice_before_it_is_indexed_leaves_no_words_behind(store: Store) -> None:
    source = await a_source(store)
    for text in ("apples", "oranges", "plums"):
        await arrived(store, source, [placed(an_item("a", text=text))])

    await check_index(store)
    assert [await titles(store, word) for word in ("apples", "oranges", "plums")] == [[], [], ["Title of a"]]


async def test_a_deleted_item_is_not_found(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("a", text="apples")), placed(an_item("b", text="apples"))])
    await indexed(store)
    await arrived(store, source, [placed(an_item("c", text="apples"))])

    async with store.write() as db:
        await delete_items(db, ["feed|example.org|a", "feed|example.org|c"])

    assert await titles(store, "apples") == ["Title of b"]
    await check_index(store)
    assert await titles(store, "apples") == ["Title of b"]


async def test_an_item_is_found_by_the_words_of_its_note(store: Store, clock: FakeClock) -> None:
    source, journal = await a_source(store), Journal(store, clock)
    await arrived(store, source, [placed(an_item("a")), placed(an_item("b"))])
    (row, _) = (await Library(store).page(View(None, Scope.ALL))).rows
    note = await journal.begin_note(row.id)
    await journal.write_note(note.id, "Reminds me of grandmother")

    assert await titles(store, "grandmother") == [row.title]
    await journal.write_note(note.id, "Reminds me of nobody")
    assert await titles(store, "grandmother") == []
    assert await titles(store, "nobody") == [row.title]
    await journal.delete_note(note.id)
    assert await titles(store, "nobody") == []
    await check_index(store)


async def test_a_search_keeps_to_its_lane_scope_source_and_tag(store: Store, clock: FakeClock) -> None:
    source, other = await a_source(store), await a_source(store, "https://other.example/feed")
    await arrived(store, source, [placed(an_item("a", text="apples")), placed(an_item("b", text="apples"), Lane.CALL)])
    await arrived(store, other, [placed(an_item("c", text="apples"))])
    await indexed(store)
    ids = {row.title[-1]: row.id for row in (await Library(store).page(View(None, Scope.ALL))).rows}
    await Journal(store, clock).keep([ids["a"]], True)
    await Journal(store, clock).tag([ids["c"]], ["fruit"], [])

    async def found(**view: object) -> str:
        rows = (await Library(store).page(View(**({"lane": None, "scope": Scope.ALL, "words": "apples"} | view)))).rows  # type: ignore[arg-type]  # named by the test
        return "".join(sorted(row.title[-1] for row in rows))

    assert await found() == "abc"
    assert await found(lane=Lane.TIP) == "ac"
    assert await found(scope=Scope.KEPT) == "a"
    assert await found(source=other) == "c"
    assert await found(tag="fruit") == "c"


async def test_the_last_to_arrive_is_indexed_first_and_in_batches(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(5, prefix="old"))
    await arrived(store, source, some(3, prefix="new"))

    async with store.write() as db:
        assert await index_some(db, 3) == 3
    assert await number(store, "SELECT count(*) FROM item_words WHERE item_words MATCH 'new'") == 3
    async with store.write() as db:
        assert [await index_some(db, 4), await index_some(db, 4), await index_some(db, 4)] == [4, 1, 0]
