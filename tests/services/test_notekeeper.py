"""From the field to the store by way of a draft: no way of dying loses what was held."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.drafts import Drafts
from arrowtui.model.errors_store import DraftUnwritable, StoreFull
from arrowtui.model.note import LayerId, Note, NoteId
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper, clean_note
from arrowtui.services.taking_in import Pen, set_text
from arrowtui.services.vault_matters import VaultMatters
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "arrowtui.sqlite", durable=True)
    yield store
    await store.close()


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


@pytest.fixture
def journal(store: Store, clock: FakeClock) -> Journal:
    return Journal(store, clock)


@pytest.fixture
def keeper(store: Store, journal: Journal, drafts: Drafts) -> NoteKeeper:
    return NoteKeeper(journal, Notebook(store), drafts)


async def text_of(store: Store, note: NoteId) -> str | None:
    found = await Library(store).note(note)
    return found.text if found else None


async def test_a_saved_note_is_in_the_store_and_leaves_no_draft(
    store: Store, journal: Journal, keeper: NoteKeeper, drafts: Drafts
) -> None:
    note = await journal.begin_note(None)

    saved = await keeper.save(note.layer.id, "What caught me?")

    assert saved.text == "What caught me?" == await text_of(store, note.id)
    assert list(drafts.left()) == []


async def test_what_was_held_when_the_program_died_is_there_at_the_next_start(
    store: Store, journal: Journal, keeper: NoteKeeper, drafts: Drafts
) -> None:
    note = await journal.begin_note(None)
    await keeper.save(note.layer.id, "first")
    keeper.hold(note.layer.id, "first and more")  # and then the power went

    recovered = await NoteKeeper(journal, Notebook(store), drafts).recover()

    assert [each.note.text for each in recovered] == ["first and more"]
    assert await text_of(store, note.id) == "first and more"
    assert list(drafts.left()) == []


async def test_a_draft_the_store_already_has_is_not_written_again(
    journal: Journal, keeper: NoteKeeper, drafts: Drafts
) -> None:
    note = await journal.begin_note(None)
    await keeper.save(note.layer.id, "same")
    drafts.hold(note.layer.id, "same")

    assert await keeper.recover() == ()
    assert list(drafts.left()) == []


async def test_words_of_a_note_that_never_was_become_a_note_of_their_own(
    store: Store, keeper: NoteKeeper, drafts: Drafts
) -> None:
    drafts.hold(LayerId(4711), "from another folder")

    recovered = await keeper.recover()

    assert [await text_of(store, each.note.id) for each in recovered] == ["from another folder"]


async def test_when_the_store_refuses_the_draft_stays(
    journal: Journal, keeper: NoteKeeper, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = await journal.begin_note(None)

    async def full(layer: LayerId, text: str, **named: object) -> Note:
        raise StoreFull("arrowtui.sqlite")

    monkeypatch.setattr(journal, "write_layer", full)
    with pytest.raises(StoreFull):
        await keeper.save(note.layer.id, "nearly lost")

    assert [each.text for each in drafts.left()] == ["nearly lost"]


async def test_when_no_draft_can_be_written_the_store_is_tried_all_the_same(
    store: Store, journal: Journal, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    keeper = NoteKeeper(journal, Notebook(store), Drafts(tmp_path / "file"))
    note = await journal.begin_note(None)

    await keeper.save(note.layer.id, "written")

    assert await text_of(store, note.id) == "written"
    with pytest.raises(DraftUnwritable):
        keeper.hold(note.layer.id, "not")


async def test_newer_words_held_during_a_save_are_not_dropped_with_it(
    journal: Journal, keeper: NoteKeeper, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = await journal.begin_note(None)
    write = journal.write_layer

    async def slow(number: LayerId, text: str, **named: object) -> Note:
        keeper.hold(number, "newer")  # a signal arrives while the store writes
        return await write(number, text)

    monkeypatch.setattr(journal, "write_layer", slow)
    await keeper.save(note.layer.id, "older")

    assert [each.text for each in drafts.left()] == ["newer"]


def test_cleaning_a_note_cuts_nothing_off() -> None:
    long = "word " * 400_000

    assert clean_note(long) == long
    assert clean_note("a\x1b[31mb") == "ab"


async def test_what_came_from_elsewhere_while_one_wrote_on_is_kept_beside_ones_own_words(
    store: Store, clock: FakeClock, journal: Journal, keeper: NoteKeeper
) -> None:
    note = await journal.begin_note(None)
    await keeper.save(note.layer.id, "Hello")
    keeper.shown((await keeper.save(note.layer.id, "Hello")).layer)
    await elsewhere(store, note.layer.id, "Goodbye", clock)

    saved = await keeper.save(note.layer.id, "Hello there")

    assert [layer.text for layer in saved.layers] == ["Hello there", "Goodbye"]
    (matter,) = await VaultMatters(store, clock).list()
    assert (matter.mine, matter.theirs) == ("Hello there", "Goodbye")
    after = await keeper.save(note.layer.id, "Hello there, and on")
    assert [layer.text for layer in after.layers] == ["Hello there, and on", "Goodbye"]


async def test_words_put_into_what_came_from_elsewhere_need_no_layer(
    store: Store, clock: FakeClock, journal: Journal, keeper: NoteKeeper
) -> None:
    note = await journal.begin_note(None)
    keeper.shown((await keeper.save(note.layer.id, "Hello")).layer)
    await elsewhere(store, note.layer.id, "Hello there", clock)

    assert len((await keeper.save(note.layer.id, "Hello there, all")).layers) == 1


async def test_what_one_took_back_oneself_did_not_come_from_elsewhere(
    store: Store, clock: FakeClock, journal: Journal, keeper: NoteKeeper
) -> None:
    note = await journal.begin_note(None)
    await keeper.save(note.layer.id, "One")
    clock.forward(hours=1)
    keeper.shown((await keeper.save(note.layer.id, "Two")).layer)
    await journal.undo()
    keeper.undone()

    assert len((await keeper.save(note.layer.id, "Three")).layers) == 1


async def elsewhere(store: Store, layer: LayerId, text: str, clock: FakeClock) -> None:
    """As the vault brings it in."""
    async with store.write() as db:
        await set_text(db, layer, text, Pen(clock.now()))
