"""You wrote about this: an old note is found where it belongs, and stays silent where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.link import to_item
from arrowtui.model.note import Subject
from arrowtui.model.recalled import Recalled, Tie
from arrowtui.notes.kinship import shared
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.recalling import Recall
from arrowtui.store import Store
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, placed
from tests.store.conftest import store

__all__ = ["store"]


@pytest.fixture
def journal(store: Store, clock: FakeClock) -> Journal:
    return Journal(store, clock)


async def items(store: Store, *given: tuple[str, dict[str, object]]) -> dict[str, ItemId]:
    """Items of these titles, each from a feed of its own."""
    for title, fields in given:
        source = await a_source(store, f"https://example.org/{title}")
        await arrived(store, source, [placed(an_item(title, title=title, **fields))])  # type: ignore[arg-type]  # fields of Item
    page = await Library(store).page(View(None, Scope.ALL), limit=100)
    return {row.title: row.id for row in page.rows}


async def test_a_new_item_recalls_a_note_by_link_author_tags_and_words(store: Store, journal: Journal) -> None:
    known = await items(
        store,
        ("Exit tickets that change lessons", {"author": "Ana", "link": "https://a.example/1"}),
        ("The same again", {"link": "https://a.example/1"}),
        ("Something else by her", {"author": "Ana", "link": "https://a.example/2"}),
        ("A tagged one", {"link": "https://a.example/3"}),
        ("Changing your lesson with an exit ticket", {"link": "https://a.example/4"}),
        ("Nothing to do with it", {"link": "https://a.example/5", "author": "Ben"}),
    )
    note = await journal.begin_note(known["Exit tickets that change lessons"])
    await journal.write_note(note.id, "One question is enough.")
    await journal.tag_note(note.id, ["routines"], [])
    await journal.tag([known["A tagged one"]], ["routines"], [])
    recall = Recall(store)

    assert await recall.beside(known["The same again"]) == Recalled(note.id, "One question is enough.", Tie.LINK)
    assert await recall.beside(known["Something else by her"]) == Recalled(
        note.id, "One question is enough.", Tie.AUTHOR, "Ana"
    )
    assert (found := await recall.beside(known["A tagged one"])) and (found.tie, found.shared) == (Tie.TAGS, "routines")
    assert (found := await recall.beside(known["Changing your lesson with an exit ticket"]))
    assert (found.tie, found.shared) == (Tie.WORDS, "lesson, ticket")
    assert await recall.beside(known["Nothing to do with it"]) is None
    assert await recall.beside(known["Exit tickets that change lessons"]) is None, "its own note is beside it anyway"


async def test_a_note_that_links_to_the_item_is_recalled_and_a_deleted_one_is_not(
    store: Store, journal: Journal
) -> None:
    known = await items(store, ("One", {}), ("Two", {}))
    note = await journal.begin_note(None)
    await journal.write_note(note.id, f"See {to_item(known['One'], 'that')}")
    recall = Recall(store)

    assert (found := await recall.beside(known["One"])) and found.tie is Tie.LINKED
    await journal.delete_note(note.id)
    assert await recall.beside(known["One"]) is None


async def test_what_is_about_to_begin_recalls_the_latest_note_about_it(store: Store, journal: Journal) -> None:
    series = Subject.of_person("staffroomchat")
    for text in ("first", "second", ""):
        note = await journal.begin_note(subject=series)
        await journal.write_note(note.id, text)

    assert (found := await Recall(store).about(series)) and found.title == "second"


async def test_any_title_may_be_looked_at(store: Store, journal: Journal) -> None:
    note = await journal.begin_note(None)
    await journal.write_note(note.id, 'quotes "and stars" * NEAR(begin) ending')
    known = await items(store, ('quotes "and* NEAR( begin) OR ending', {}))

    (item,) = known.values()
    assert (found := await Recall(store).beside(item)) and found.note == note.id


@given(st.text(), st.text(), st.text())
def test_no_words_upset_it(title: str, note_title: str, text: str) -> None:
    shared(title, note_title, text)


@pytest.mark.parametrize(
    ("title", "note", "text", "kin"),
    [
        ("Exit tickets that change lessons", "An exit ticket for every lesson", "", True),
        ("Exit tickets that change lessons", "Tickets to the museum", "exit through the shop", False),
        ("How people should answer questions", "People who should answer questions", "", False),
        ("Handovers in ninety seconds", "A good ward round", "ninety seconds of handover are enough", True),
    ],
)
def test_two_words_of_titles_or_three_of_the_text_make_them_kin(title: str, note: str, text: str, kin: bool) -> None:
    assert bool(shared(title, note, text)) is kin


async def test_a_call_recalls_a_note_about_those_it_wants(store: Store, journal: Journal) -> None:
    note = await journal.begin_note(None)
    await journal.write_note(note.id, "How our ward managers made self-rostering work")
    known = await items(store, ("A call of the Post", {}))
    (item,) = known.values()
    assert await Recall(store).beside(item) is None

    async with store.write() as db:
        await db.execute(
            "INSERT INTO calls (item_id, kind, criteria, posted_at) VALUES (:item, 'interview', :wanted, 0)",
            {"item": item, "wanted": "ward managers who tried self-rostering"},
        )

    assert (found := await Recall(store).beside(item)) and (found.note, found.tie) == (note.id, Tie.WORDS)
