"""What a person does is done, said in a sentence, and taken back exactly."""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.item import ItemId, ItemRow, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import NoteId
from arrowtui.model.review import Outcome
from arrowtui.model.subscription import SubscriptionId
from arrowtui.model.typed import holds
from arrowtui.services.journal import Done, Journal
from arrowtui.services.library import Library
from arrowtui.services.reflection import Reflection
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.notes import versions
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, number, opened, placed, some
from tests.store.conftest import store

__all__ = ["store"]

ALL = View(None, Scope.ALL)


async def rows(store: Store, view: View = ALL) -> list[ItemRow]:
    return list((await Library(store).page(view, limit=1000)).rows)


async def ids(store: Store) -> list[ItemId]:
    return [row.id for row in await rows(store)]


@pytest.fixture
async def journal(store: Store, clock: FakeClock) -> Journal:
    await arrived(store, await a_source(store), some(3))
    return Journal(store, clock)


async def test_reading_says_how_many_and_leaves_the_others(store: Store, journal: Journal) -> None:
    one, two, _ = await ids(store)

    done = await journal.read([one, two], True)

    assert done == Done("Marked 2 items read", 2)
    assert [row.is_read for row in await rows(store)] == [True, True, False]
    assert await journal.read([one], True) == Done("Nothing to change", 0)
    assert await journal.read([one], False) == Done("Marked 1 item unread", 1)


async def test_keeping_and_putting_aside_show_in_their_lists(store: Store, journal: Journal) -> None:
    one, two, _ = await ids(store)

    await journal.keep([one], True)
    await journal.later([two], True)

    assert [row.id for row in await rows(store, View(None, Scope.KEPT))] == [one]
    assert [row.id for row in await rows(store, View(None, Scope.LATER))] == [two]
    assert await journal.keep([one], False) == Done("Unkept 1 item", 1)
    assert await rows(store, View(None, Scope.KEPT)) == []


async def test_dismissed_items_stand_in_no_other_list(store: Store, journal: Journal) -> None:
    one, two, three = await ids(store)
    await journal.keep([one], True)

    await journal.dismiss([one], True)

    assert await ids(store) == [two, three]
    assert await rows(store, View(None, Scope.KEPT)) == []
    (row,) = await rows(store, View(None, Scope.DISMISSED))
    assert row.is_dismissed and row.is_kept
    await journal.dismiss([one], False)
    assert await ids(store) == [one, two, three]


async def test_tags_are_plain_lower_case_words(store: Store, journal: Journal) -> None:
    one, *_ = await ids(store)

    done = await journal.tag([one], ["#Grant", "  Later   On ", "grant", "#", ""], [])

    assert done.sentence == "Tagged 1 item +grant +later on"
    assert (await rows(store))[0].tags == ("grant", "later on")
    assert await Library(store).tags() == (("grant", 1), ("later on", 1))
    assert (await journal.tag([one], [], ["GRANT"])).sentence == "Tagged 1 item -grant"
    assert await journal.tag([one], [], ["grant"]) == Done("No tags to change", 0)


async def test_moving_is_final_and_explained(store: Store, journal: Journal) -> None:
    one, *_ = await ids(store)

    done = await journal.move([one], Lane.CALL)

    assert done == Done("Moved 1 item to Calls", 1)
    assert [row.lane for row in await rows(store)] == [Lane.CALL, Lane.TIP, Lane.TIP]
    assert await journal.move([one], Lane.CALL) == Done("Nothing to change", 0)


async def test_reading_all_leaves_what_came_after_she_looked(store: Store, journal: Journal) -> None:
    newest = (await ids(store))[1]

    done = await journal.read_all(View(Lane.TIP, Scope.UNREAD), newest)

    assert done == Done("Marked 2 items read", 2)
    assert [row.is_read for row in await rows(store)] == [False, True, True]


async def test_reading_all_of_a_search_reads_only_what_it_finds(store: Store, journal: Journal) -> None:
    newest = (await ids(store))[0]

    done = await journal.read_all(View(None, Scope.ALL, words='"item 1"'), newest)

    assert done.count == 1
    assert [row.is_read for row in await rows(store)] == [False, True, False]


async def test_undo_goes_back_step_by_step_and_says_what_it_undid(store: Store, journal: Journal) -> None:
    one, two, _ = await ids(store)
    before = await rows(store)
    await journal.read([one], True)
    await journal.keep([one, two], True)
    await journal.move([two], Lane.CHAT)

    said = [done.sentence if (done := await journal.undo()) else None for _ in range(4)]

    assert said == ["Undone: moved 1 item to Chats", "Undone: kept 2 items", "Undone: marked 1 item read", None]
    assert await rows(store) == before


async def test_undo_reaches_back_over_a_restart(tmp_path: Path, clock: FakeClock) -> None:
    async with opened(tmp_path / "store.db") as store:
        await arrived(store, await a_source(store), some(1))
        await Journal(store, clock).keep(await ids(store), True)

    async with opened(tmp_path / "store.db") as store:
        done = await Journal(store, clock).undo()
        assert done == Done("Undone: kept 1 item", 1)
        assert not (await rows(store))[0].is_kept


async def test_a_mass_act_is_one_small_step(store: Store, clock: FakeClock) -> None:
    source, journal = await a_source(store), Journal(store, clock)
    await arrived(store, source, some(5000))
    everything = await ids_of_all(store)
    await journal.read(everything[:7], True)

    done = await journal.read(everything, True)

    assert done == Done("Marked 4,993 items read", 4993)
    assert await number(store, "SELECT max(length(payload)) FROM actions") < 60_000
    await journal.undo()
    assert await number(store, "SELECT sum(unread) FROM lane_counts") == 4993


async def ids_of_all(store: Store) -> list[ItemId]:
    return [row.id for row in (await Library(store).page(ALL, limit=10_000)).rows]


async def test_a_note_keeps_its_subject_when_the_item_is_gone(store: Store, journal: Journal) -> None:
    one, *_ = await ids(store)
    note = await journal.begin_note(one)
    await journal.write_note(note.id, "Worth a second thought")

    async with store.write() as db:
        await delete_items(db, ["feed|example.org|item-0"])

    library = Library(store)
    found = await library.note(note.id)
    assert found is not None and found.item is None
    assert (found.about.title, found.about.link) == ("Title of item-0", "https://example.org/item-0")
    assert [(row.item, row.opening) for row in await library.journal()] == [(None, "Worth a second thought")]


async def test_saves_of_one_sitting_are_one_step(store: Store, journal: Journal, clock: FakeClock) -> None:
    note = await journal.begin_note(None)
    for text in ("A", "A thought", "A thought, later"):
        clock.forward(seconds=1)
        await journal.write_note(note.id, text)
    clock.forward(hours=1)
    await journal.write_note(note.id, "Another thought")

    library = Library(store)
    assert await journal.undo() == Done("Undone: wrote a note", 1)
    found = await library.note(note.id)
    assert found is not None and found.text == "A thought, later"
    assert await journal.undo() == Done("Undone: wrote a note", 1)
    assert await library.note(note.id) is None
    assert await journal.undo() is None


async def test_what_came_from_her_own_editor_is_a_step_apart_from_what_was_typed_around_it(
    store: Store, journal: Journal
) -> None:
    note = await journal.begin_note(None)
    layer = note.layer.id
    await journal.write_layer(layer, "Typed")
    await journal.write_layer(layer, "Rewritten", in_editor=True)
    await journal.write_layer(layer, "Rewritten again", in_editor=True)
    await journal.write_layer(layer, "Rewritten again, and typed on")

    library, seen = Library(store), []
    for _ in range(4):
        done = await journal.undo()
        found = await library.note(note.id)
        seen.append((done.sentence if done else "", found.text if found else None))

    assert seen == [
        ("Undone: wrote a note", "Rewritten again"),
        ("Undone: wrote a note in your editor", "Rewritten"),
        ("Undone: wrote a note in your editor", "Typed"),
        ("Undone: wrote a note", None),
    ]


async def test_another_act_ends_the_sitting(store: Store, journal: Journal) -> None:
    one, *_ = await ids(store)
    note = await journal.begin_note(one)
    await journal.write_note(note.id, "Before")
    await journal.keep([one], True)
    await journal.write_note(note.id, "Before and after")

    await journal.undo()

    found = await Library(store).note(note.id)
    assert found is not None and found.text == "Before"


async def test_what_is_overwritten_or_taken_back_is_kept_among_the_versions(
    store: Store, journal: Journal, clock: FakeClock
) -> None:
    note = await journal.begin_note(None)
    await journal.write_note(note.id, "First thoughts")
    await journal.write_note(note.id, "First thoughts, extended")
    await journal.write_note(note.id, "All new")
    clock.forward(hours=1)
    await journal.write_note(note.id, "All new again")
    await journal.undo()

    async with store.reading() as db:
        kept = [text for _, text in await versions(db, note.layer.id)]
    assert kept == ["First thoughts, extended", "All new again"]


async def test_a_deleted_note_comes_back_by_undo_and_by_writing(store: Store, journal: Journal) -> None:
    library, note = Library(store), await journal.begin_note(None)
    await journal.write_note(note.id, "Dear diary")

    assert await journal.delete_note(note.id) == Done("Deleted the note", 1)
    assert await library.journal() == ()
    assert (await journal.delete_note(note.id)).count == 0
    await journal.undo()
    assert [row.opening for row in await library.journal()] == ["Dear diary"]
    await journal.delete_note(note.id)
    await journal.write_note(note.id, "Dear diary, again")
    assert [row.opening for row in await library.journal()] == ["Dear diary, again"]


async def test_writing_to_a_note_that_never_was_is_refused(journal: Journal) -> None:
    with pytest.raises(NoSuchNote):
        await journal.write_note(NoteId(99), "Lost?")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[])), min_size=1, max_size=6))
async def test_any_text_at_all_can_be_written_into_a_note(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            journal = Journal(store, FakeClock())
            note = await journal.begin_note(None)
            for text in texts:
                saved = await journal.write_note(note.id, text)
                assert saved.text == text.encode("utf-8", "replace").decode()
            await nothing_written_is_lost(store, [text.encode("utf-8", "replace").decode() for text in texts])


@pytest.mark.parametrize(
    ("new", "old", "does"),
    [
        ("", "", True),
        ("abc", "", True),
        ("abc", "abc", True),
        ("abcd", "abc", True),
        ("zabc", "abc", True),
        ("abxc", "abc", True),
        ("aab", "ab", True),
        ("ab", "abc", False),
        ("abd", "abc", False),
        ("xaybc", "abc", False),
        ("cba", "abc", False),
    ],
)
def test_a_text_holds_another_that_grew_in_one_place(new: str, old: str, does: bool) -> None:
    assert holds(new, old) is does


# The person and the poller in any order, then undo to the beginning.

PERSON = ["read", "unread", "keep", "unkeep", "later", "dismiss", "back", "move", "tag", "untag", "all"]
NOTES = ["begin", "write", "rewrite", "layer", "tag note", "meet", "let go", "finish", "delete note", "wait"]
POLLER = ["arrive", "change", "delete"]
ACTS = st.lists(
    st.tuples(st.sampled_from(PERSON + NOTES + POLLER), st.lists(st.integers(0, 7), min_size=1, max_size=4)),
    max_size=30,
)
HERS = (
    "SELECT item_id, moved_to, moved_at, read_edition, read_at, kept_at, later_at, dismissed_at FROM marks",
    "SELECT item_id, tag FROM tags",
    "SELECT id, item_id, subject_kind, subject_key, about_title, about_link, title, layers, created_at, changed_at"
    " FROM notes WHERE deleted_at IS NULL",
    "SELECT l.id, l.note_id, l.text, l.changed_at FROM note_layers AS l JOIN notes AS n ON n.id = l.note_id"
    " WHERE l.deleted_at IS NULL AND n.deleted_at IS NULL",
    "SELECT note_id, tag FROM note_tags",
    "SELECT note_id, due_at, stability, difficulty, reviewed_at, let_go_at FROM schedules WHERE reviewed_at IS NOT NULL"
    " OR let_go_at IS NOT NULL",
    "SELECT i.words, i.done_at, i.let_go_at FROM intentions AS i JOIN note_layers AS l ON l.id = i.layer_id"
    " JOIN notes AS n ON n.id = l.note_id"
    " WHERE i.gone_at IS NULL AND l.deleted_at IS NULL AND n.deleted_at IS NULL",
)


async def hers(store: Store) -> list[list[tuple[int | str | None, ...]]]:
    """All that the person did, as it stands."""
    async with store.reading() as db:
        return [sorted(map(tuple, await db.execute_fetchall(query)), key=repr) for query in HERS]


async def person(journal: Journal, name: str, items: Sequence[ItemId], first: int) -> None:
    match name:
        case "read" | "unread":
            await journal.read(items, name == "read")
        case "keep" | "unkeep":
            await journal.keep(items, name == "keep")
        case "later":
            await journal.later(items, first % 2 == 0)
        case "dismiss" | "back":
            await journal.dismiss(items, name == "dismiss")
        case "move":
            await journal.move(items, list(Lane)[first % 4])
        case "tag":
            await journal.tag(items, ["a", "b"][: 1 + first % 2], ["b"] if first % 2 == 0 else [])
        case "untag":
            await journal.tag(items, [], ["a", "b"])
        case "all":
            await journal.read_all(ALL, items[0])


async def writer(
    journal: Journal, clock: FakeClock, name: str, notes: list[NoteId], items: list[ItemId], n: int
) -> None:
    match name:
        case "wait":
            clock.forward(minutes=n * 3)
        case "begin":
            notes.append((await journal.begin_note(items[0] if n % 2 else None)).id)
        case "write" | "rewrite" if notes:
            note = notes[n % len(notes)]
            text = f"- [ ] text {n} by Friday" if name == "rewrite" else "text" + " more" * n
            await journal.write_note(note, text)
        case "layer" if notes:
            with suppress(NoSuchNote):  # it was deleted
                await journal.add_layer(notes[n % len(notes)])
        case "tag note" if notes:
            await journal.tag_note(notes[n % len(notes)], ["a", "b"][: n % 3], ["b"])
        case "delete note" if notes:
            await journal.delete_note(notes[n % len(notes)])


async def reviewer(reflection: Reflection, name: str, notes: list[NoteId], n: int) -> None:
    if not notes:
        return
    note = notes[n % len(notes)]
    match name:
        case "meet" | "let go":
            with suppress(NoSuchNote):  # nothing was written yet
                await reflection.answer(note, Outcome.LET_GO if name == "let go" else list(Outcome)[n % 6])
        case "finish":
            for each in (await reflection.intended_by([note]))[:1]:
                await reflection.finish(each.id, is_done=n % 2 == 0, is_let_go=True)


async def poller(store: Store, name: str, chosen: Sequence[int], turn: int) -> None:
    match name:
        case "arrive":
            batch = [placed(an_item(str(number))) for number in chosen]
            await arrived(store, SubscriptionId(1), batch)
        case "change":
            lane = list(Lane)[turn % 4]
            await arrived(
                store, SubscriptionId(1), [placed(an_item(str(n), text=f"turn {turn}"), lane) for n in chosen]
            )
        case "delete":
            async with store.write() as db:
                await delete_items(db, [f"feed|example.org|{chosen[0]}"])


async def poller_said(store: Store) -> list[tuple[int | str | None, ...]]:
    query = "SELECT item_id, serial, subscription_id, ruled_lane, edition FROM marks ORDER BY item_id"
    async with store.reading() as db:
        return [tuple(row) for row in await db.execute_fetchall(query)]


@settings(max_examples=60, deadline=None)
@given(ACTS)
async def test_as_many_undos_as_acts_restore_everything(acts: list[tuple[str, list[int]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            clock, notes, seen = FakeClock(), list[NoteId](), list[str]()
            journal = Journal(store, clock)
            await arrived(store, await a_source(store), [placed(an_item(str(number))) for number in range(8)])
            everything = sorted(await ids(store))
            before = await hers(store)
            for turn, (name, chosen) in enumerate(acts):
                clock.forward(seconds=20)
                items = [everything[number] for number in chosen]
                await person(journal, name, items, chosen[0])
                await writer(journal, clock, name, notes, items, chosen[0])
                await reviewer(Reflection(store, clock), name, notes, chosen[0])
                await poller(store, name, chosen, turn)
                seen += [text for _, _, text, _ in (await hers(store))[3] if isinstance(text, str)]
            said = await poller_said(store)

            while await journal.undo():
                pass

            assert await hers(store) == before
            assert await poller_said(store) == said, "undo never touches what the poller wrote"
            await nothing_written_is_lost(store, seen)


async def nothing_written_is_lost(store: Store, seen: Sequence[str]) -> None:
    async with store.reading() as db:
        kept = [
            text
            for (text,) in await db.execute_fetchall(
                "SELECT text FROM note_layers UNION SELECT text FROM layer_versions"
            )
        ]
    assert not [text for text in seen if not any(text in one for one in kept)]


@settings(max_examples=40, deadline=None)
@given(ACTS)
async def test_each_undo_restores_the_state_before_its_act(acts: list[tuple[str, list[int]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            clock = FakeClock()
            journal = Journal(store, clock)
            await arrived(store, await a_source(store), [placed(an_item(str(number))) for number in range(8)])
            everything = sorted(await ids(store))
            states = []
            for name, chosen in acts:
                clock.forward(seconds=20)
                before, steps = await hers(store), await steps_of(store)
                await person(journal, name, [everything[number] for number in chosen], chosen[0])
                if await steps_of(store) > steps:
                    states.append(before)

            for state in reversed(states):
                await journal.undo()
                assert await hers(store) == state


async def steps_of(store: Store) -> int:
    return await number(store, "SELECT count(*) FROM actions")
