"""Notes from when a note was one text are all there, to the letter, with their past and their undo log."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from arrowtui.gateways.drafts import Drafts
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.note import LayerId, NoteId, Subject
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.store import Store, open_store
from arrowtui.store.migrate import bring_up, steps
from arrowtui.store.times import moment
from tests.fakes import FakeClock

OLD = """
INSERT INTO subscriptions (id, kind, address) VALUES (1, 'feed', 'https://example.org/feed');
INSERT INTO items (serial, item_id, title, author, link, key, chosen_by, confidence, reasons)
    VALUES (1, 1000, 'Exit tickets', 'Ana', 'https://example.org/exit', 'feed|example.org|exit', 'rule', 1, '[]');
INSERT INTO bodies (serial, text, raw) VALUES (1, 'Some text', x'00');
INSERT INTO marks (item_id, serial, subscription_id, ruled_lane) VALUES (1000, 1, 1, 'tip');
INSERT INTO notes (id, item_id, about_title, about_link, text, created_at, changed_at) VALUES
    (1, 1000, 'Exit tickets', 'https://example.org/exit', '## What caught me?

漢字 and "quotes"; -- and an end', 1000, 2000),
    (2, NULL, NULL, NULL, 'Alone', 3000, 4000),
    (3, 77, 'An item long gone', NULL, 'Its note', 5000, 6000),
    (4, NULL, NULL, NULL, 'Put away', 7000, 8000),
    (5, NULL, NULL, NULL, '', 9000, 9000);
UPDATE notes SET deleted_at = 8500 WHERE id = 4;
UPDATE notes SET grams = '漢字 字' WHERE id = 1;
INSERT INTO note_versions (note_id, text, written_at) VALUES (1, 'An earlier thought', 1500), (2, 'Before', 3500);
"""
DAY = 86_400_000


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        bring_up(db, path, steps()[:1])
        db.executescript(OLD)
        for change in (
            {"type": "note begun", "note": 2},
            {"type": "note", "note": 2, "text": "Before", "changed_at": 3500, "deleted_at": None},
            {"type": "note", "note": 4, "text": "Put away", "changed_at": 8000, "deleted_at": None},
        ):
            payload = b"\x00" + msgspec.msgpack.encode(change)
            db.execute("INSERT INTO actions (at, sentence, payload) VALUES (1, 'Wrote a note', ?)", (payload,))
    store = await open_store(path, durable=True)
    yield store
    await store.close()


async def test_every_text_is_the_first_layer_of_its_note(store: Store) -> None:
    notebook = Notebook(store)
    one, two, three = [await notebook.note(NoteId(number)) for number in (1, 2, 3)]

    assert one and two and three
    assert [(layer.id, layer.text) for layer in one.layers] == [
        (1, '## What caught me?\n\n漢字 and "quotes"; -- and an end')
    ]
    assert (one.subject, one.item, one.title) == (
        Subject.of_item(ItemId(1000)),
        1000,
        '漢字 and "quotes"; -- and an end',
    )
    assert (one.about.title, one.about.link, one.about.author) == ("Exit tickets", "https://example.org/exit", "Ana")
    assert (one.created_at, one.changed_at) == (moment(1000), moment(2000))
    assert (two.text, two.subject, two.item) == ("Alone", Subject(), None)
    assert (three.text, three.item, three.about.title) == ("Its note", None, "An item long gone")
    assert await notebook.note(NoteId(4)) is None
    assert [row.id for row in await notebook.rows()] == [3, 2, 1]


async def test_earlier_texts_are_still_the_past_of_their_layer(store: Store) -> None:
    assert await Notebook(store).versions(LayerId(1)) == ((moment(1500), "An earlier thought"),)
    assert await Notebook(store).versions(LayerId(2)) == ((moment(3500), "Before"),)


async def test_what_was_done_before_can_still_be_taken_back(store: Store, clock: FakeClock) -> None:
    journal, notebook = Journal(store, clock), Notebook(store)

    await journal.undo()
    assert (note := await notebook.note(NoteId(4))) and note.text == "Put away"
    await journal.undo()
    assert (note := await notebook.note(NoteId(2))) and note.text == "Before"
    assert "Alone" in [text for _, text in await notebook.versions(LayerId(2))]
    await journal.undo()
    assert await notebook.note(NoteId(2)) is None


async def test_old_notes_are_found_and_their_item_by_them(store: Store) -> None:
    assert [row.id for row in await Notebook(store).rows(words="漢字")] == [1]
    assert [row.id for row in await Notebook(store).rows(words="ticket")] == [1]
    found = await Library(store).page(View(None, Scope.ALL, words="caught"))
    assert [(row.id, row.note_count) for row in found.rows] == [(1000, 1)]


async def test_old_notes_will_be_met_again_and_empty_ones_not(store: Store) -> None:
    async with store.reading() as db:
        rows = await db.execute_fetchall("SELECT note_id, due_at FROM schedules ORDER BY note_id")
    assert [tuple(row) for row in rows] == [
        (1, 2000 + 3 * DAY),
        (2, 4000 + 4 * DAY),
        (3, 6000 + 5 * DAY),
        (4, 8000 + 6 * DAY),
    ]


async def test_a_draft_a_crash_left_before_belongs_to_the_same_words(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    (tmp_path / "2.draft.md").write_text("Alone and more")

    recovered = await NoteKeeper(Journal(store, clock), Notebook(store), Drafts(tmp_path)).recover()

    assert [(each.note.id, each.note.text) for each in recovered] == [(2, "Alone and more")]
