"""What other programs kept comes in as kept items and notes: once, however often, and can be taken back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import ItemRow, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import Note
from arrowtui.model.rule import Rule
from arrowtui.model.saved import Haul, Highlight, Page, Saved, Taken
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.services.importing import Importing, understood
from arrowtui.services.library import Library
from tests.fakes import FakeClock
from tests.notes.imports.test_golden import EXPORTS, GOLDEN, a_cache
from tests.services.machine import Machine, a_machine
from tests.store.builders import a_source, an_item, arrived, placed

AT = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path, clock) as machine:
        yield machine


@pytest.fixture
def importing(here: Machine, clock: FakeClock) -> Importing:
    return Importing(here.store, clock)


async def rows(here: Machine, scope: Scope = Scope.ALL) -> list[ItemRow]:
    return list((await Library(here.store).page(View(Lane.TIP, scope))).rows)


def haul(*saved: Saved, origin: str = "pocket") -> Haul:
    return Haul(origin, "Pocket export", saved)


def a_link(name: str = "five", **given: object) -> Saved:
    link = f"https://example.org/{name}"
    return Saved(link, f"Title of {name}", link, saved_at=AT, **given)  # type: ignore[arg-type]  # named by the test


async def the_only_note(here: Machine) -> Note:
    (note,) = await here.notes()
    return note


@pytest.mark.parametrize("data", [path.read_bytes() for path in EXPORTS], ids=[path.name for path in EXPORTS])
async def test_every_export_comes_in_once(here: Machine, importing: Importing, data: bytes) -> None:
    found = understood(data)
    assert found is not None

    first, again = await importing.take(found), await importing.take(found)

    assert (first.links, first.known) == (len(found.saved), 0)
    assert again == Taken(known=len(found.saved))
    assert len(await rows(here)) == len({each.native_id for each in found.saved})
    assert first.notes == sum(bool(each.note or each.highlights) for each in found.saved)


async def test_links_are_kept_since_then_with_their_tags(here: Machine, importing: Importing) -> None:
    await importing.take(haul(a_link(tags=("#Teaching", "Two Words"), is_read=True), a_link("later", is_later=True)))

    (kept,), (later,) = await rows(here, Scope.KEPT), await rows(here, Scope.LATER)
    assert (kept.title, kept.tags, kept.is_read) == ("Title of five", ("teaching", "two words"), True)
    assert kept.sorted_at == AT
    assert (later.title, later.is_kept, later.is_read) == ("Title of later", False, False)
    async with here.store.reading() as db:
        (found,) = await db.execute_fetchall("SELECT kept_at FROM marks WHERE kept_at IS NOT NULL")
    assert found[0] == int(AT.timestamp() * 1000)


async def test_what_is_an_item_already_is_that_item(here: Machine, importing: Importing) -> None:
    source = await a_source(here.store)
    await arrived(here.store, source, [placed(an_item("five", title="As the feed has it"))])

    await importing.take(haul(a_link(note="Mine")))

    (row,) = await rows(here, Scope.KEPT)
    assert (row.title, row.note_count) == ("As the feed has it", 1)
    assert len(await rows(here)) == 1


async def test_one_link_kept_by_two_programs_is_one_item(here: Machine, importing: Importing) -> None:
    await importing.take(haul(a_link(tags=("a",))))
    await importing.take(haul(a_link(tags=("b",)), origin="pinboard"))

    (row,) = await rows(here)
    assert row.tags == ("a", "b")


async def test_what_she_let_go_since_does_not_come_back(here: Machine, importing: Importing) -> None:
    await importing.take(haul(a_link()))
    (row,) = await rows(here)
    await here.journal.keep([row.id], False)

    await importing.take(haul(a_link()))

    assert await rows(here, Scope.KEPT) == []


async def test_highlights_and_words_of_hers_are_a_note_beside_the_item(here: Machine, importing: Importing) -> None:
    marks = (Highlight("Ask three.\nNot ten.", "Try it", AT, "page 3"), Highlight("", "Only words"))
    await importing.take(haul(a_link(note="Good one", highlights=marks)))

    note = await the_only_note(here)

    assert note.text == "Good one\n\n> Ask three.\n> Not ten.\n> (page 3)\n\nTry it\n\nOnly words"
    assert (note.about.title, note.created_at) == ("Title of five", AT)
    (row,) = await rows(here)
    assert (note.item, row.note_count) == (row.id, 1)


async def test_later_highlights_are_a_layer_of_their_own(here: Machine, importing: Importing, clock: FakeClock) -> None:
    await importing.take(haul(a_link(highlights=(Highlight("One"),))))
    note = await the_only_note(here)
    await here.journal.write_note(note.id, "> One\n\nWhat I make of it")
    clock.forward(days=1)

    for _ in range(2):
        await importing.take(haul(a_link(highlights=(Highlight("One"), Highlight("Two")))))

    assert [layer.text for layer in (await the_only_note(here)).layers] == ["> One\n\nWhat I make of it", "> Two"]


async def test_a_book_has_no_link_and_is_an_item_all_the_same(here: Machine, importing: Importing) -> None:
    found = understood((GOLDEN / "readwise.csv").read_bytes())
    assert found is not None

    await importing.take(found)

    shown = await rows(here, Scope.KEPT)
    assert {row.title for row in shown} == {"Exit Tickets", "Night shifts"}
    assert {row.author for row in shown} == {"Ana Ruiz", "Ben"}
    assert all(row.note_count == 1 for row in shown)


async def test_flags_of_newsboat_are_tags(here: Machine, importing: Importing, tmp_path: Path) -> None:
    found = understood(a_cache(tmp_path))
    assert found is not None

    await importing.take(found)

    (row,) = await rows(here, Scope.KEPT)
    assert (row.tags, row.is_read) == (("flag-a", "flag-s"), True)


async def test_all_of_it_is_one_step_to_undo_and_may_come_again(here: Machine, importing: Importing) -> None:
    found = haul(a_link(tags=("a",), note="Mine"), a_link("later", is_later=True, is_read=True))
    await importing.take(found)

    done = await here.journal.undo()

    assert done is not None and done.sentence == "Undone: took in 2 links and 1 notes: Pocket export"
    assert await rows(here, Scope.KEPT) == await rows(here, Scope.LATER) == []
    assert {row.tags for row in await rows(here)} == {()}
    assert await here.notes() == []

    again = await importing.take(found)
    assert again == Taken(links=2, notes=1)
    assert len(await rows(here, Scope.KEPT)) == 1
    assert (await the_only_note(here)).text == "Mine"


async def test_hostile_exports_are_clean_when_they_are_in(here: Machine, importing: Importing) -> None:
    evil = Saved(
        "x", "T\x1b[31m\u202e", "javascript:alert(1)", "A\x07", AT, ("t\x1b",), note="N\x1b]0;x\x07", highlights=(
            Highlight("H\x1b[2J"),
        ),
    )  # fmt: skip

    await importing.take(haul(evil))

    (row,), note = await rows(here), await the_only_note(here)
    assert (row.title, row.author, row.tags) == ("T", "A", ("t",))
    assert note.about.link is None
    assert "\x1b" not in note.text


async def test_many_links_come_in_by_and_by(here: Machine, importing: Importing) -> None:
    taken = await importing.take(haul(*(a_link(f"n{n}") for n in range(1200))))

    assert taken.links == 1200
    assert (await Library(here.store).counts())[Lane.TIP].kept == 1200


class TestPages:
    async def test_a_folder_of_markdown_becomes_notes_that_link(self, here: Machine, importing: Importing) -> None:
        pages = [
            Page(
                "vault/Exit tickets.md", b"---\ncreated: 2024-03-01\ntags: [Maths]\n---\nThree. #assessment `#no`\n", AT
            ),
            Page("vault/sub/Other.md", b"# Other\n\nSee [[Exit tickets]] and [[Exit tickets|it]].\n", AT),
            Page("vault/broken.md", b"\xff\xfe\x00", AT),
        ]

        taken, skipped = await importing.take_pages(pages)

        assert (taken, [path for path, _ in skipped]) == (Taken(notes=2), ["vault/broken.md"])
        notes = {note.title: note for note in await here.notes()}
        tickets = notes["Exit tickets"]
        assert tickets.text == "# Exit tickets\n\nThree. #assessment `#no`"
        assert (tickets.tags, tickets.created_at) == (("assessment", "maths"), datetime(2024, 3, 1, tzinfo=UTC))
        assert [row.id for row in await here.notebook.linking_to(tickets.id)] == [notes["Other"].id]

    async def test_again_changes_nothing_and_a_changed_page_changes_its_note(
        self, here: Machine, importing: Importing, clock: FakeClock
    ) -> None:
        await importing.take_pages([Page("v/A.md", b"# A\n\nOne\n", AT)])
        assert (await importing.take_pages([Page("v/A.md", b"# A\n\nOne\n", AT)]))[0] == Taken(known=1)
        clock.forward(days=1)

        await importing.take_pages([Page("v/A.md", b"# A\n\nOne two\n", AT)])

        assert (await the_only_note(here)).text == "# A\n\nOne two"

    async def test_what_both_sides_changed_is_kept_twice(self, here: Machine, importing: Importing) -> None:
        await importing.take_pages([Page("v/A.md", b"# A\n\nOne\n", AT)])
        await here.journal.write_note((await the_only_note(here)).id, "# A\n\nOne here")

        await importing.take_pages([Page("v/A.md", b"# A\n\nOne there\n", AT)])

        texts = [layer.text for layer in (await the_only_note(here)).layers]
        assert sorted(texts) == ["# A\n\nOne here", "# A\n\nOne there"]

    async def test_it_can_be_taken_back(self, here: Machine, importing: Importing) -> None:
        await importing.take_pages([Page("v/A.md", b"# A\n\nOne\n", AT)])
        await importing.take_pages([Page("v/A.md", b"# A\n\nOne two\n", AT), Page("v/B.md", b"B", AT)])

        await here.journal.undo()
        assert (await the_only_note(here)).text == "# A\n\nOne"
        await here.journal.undo()
        assert await here.notes() == []


async def test_a_rule_of_ones_own_sorts_and_tags_what_comes_in(here: Machine, clock: FakeClock) -> None:
    rules = (Rule("asks", words="bakers", lane=Lane.CALL, tags=("asks",), dismiss=True), Rule("not", kind="feed"))
    importing = Importing(here.store, clock, (), rules)

    await importing.take(haul(a_link("bakers", text="Bakers wanted"), a_link("other")))

    every = list((await Library(here.store).page(View(None, Scope.ALL))).rows)
    assert {row.title: (row.lane, row.tags, row.is_kept, row.is_dismissed) for row in every} == {
        "Title of bakers": (Lane.CALL, ("asks",), True, False),
        "Title of other": (Lane.TIP, (), True, False),
    }


async def test_a_link_that_a_source_brought_under_another_address_is_that_item(
    here: Machine, importing: Importing
) -> None:
    source = await a_source(here.store)
    link = "https://example.org/five?utm_source=feed"
    draft = Draft("5", title=Body("Title of five", Markup.TEXT), link=link, published_at=AT)
    there = normalise(draft, Arrival("feed", "https://example.org/feed", AT, None), 0)
    await arrived(here.store, source, [placed(there)])

    await importing.take(haul(a_link("five")))

    assert [row.title for row in await rows(here)] == [there.title]
    assert (await rows(here))[0].is_kept
