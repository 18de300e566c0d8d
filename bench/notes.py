"""Measure reflection with 20,000 notes: `python -m bench.notes [--notes N] [--items N] [--folder FOLDER]`.

The notes are made by the program's own hands (a journal kept for two years: half of them beside items, a third with a
second layer, links, tags, intentions, met again), so they look like what a person has. The store is made when absent.
"""

import argparse
import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from arrowtui.gateways.vault_folder import VaultFolder
from arrowtui.model.board import Grouping
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import ALONE, About, NoteId, Subject
from arrowtui.model.review import Outcome
from arrowtui.packs import packs
from arrowtui.services import writing
from arrowtui.services.boarding import Board
from arrowtui.services.journal import Journal
from arrowtui.services.lettering import Letters
from arrowtui.services.library import Library
from arrowtui.services.measuring import Measuring
from arrowtui.services.notebook import Notebook
from arrowtui.services.recalling import Recall
from arrowtui.services.reflection import Reflection
from arrowtui.services.vault import Vault
from arrowtui.store import Connection, Store, open_store
from bench.big_store import NEWEST, make, sentences
from bench.store import show, timed

AT_ONCE = 400
KEPT = 2_000
TIMES = 30
"""So often each thing a person does is measured."""


class MovingClock:
    """Tells what it is told to."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


async def fill(store: Store, count: int) -> None:
    """Two years of notes."""
    stock, dice = sentences(random.Random(4)), random.Random(7)
    items = [row.id for row in (await Library(store).page(View(None, Scope.ALL), limit=10_000)).rows]
    clock = MovingClock(NEWEST - timedelta(days=730))
    await Journal(store, clock).keep(items[:KEPT], True)
    reflection = Reflection(store, clock)
    made: list[NoteId] = []
    for first in range(0, count, AT_ONCE):
        async with store.write() as db:
            for n in range(first, min(first + AT_ONCE, count)):
                clock.at = NEWEST - timedelta(days=730) * (1 - n / count)
                made.append(await _one(db, n, items, made, stock, dice, clock.at))
        for note in dice.sample(made, min(40, len(made))):
            await reflection.answer(note, dice.choice([Outcome.EFFORT, Outcome.YES, Outcome.HABIT, Outcome.FORGOT]))


async def _one(
    db: Connection,
    n: int,
    items: Sequence[ItemId],
    made: Sequence[NoteId],
    stock: Sequence[str],
    dice: random.Random,
    now: datetime,
) -> NoteId:
    item = items[n % len(items)] if n % 2 else None
    subject = Subject.of_item(item) if item else Subject.of_day(now.date()) if n % 4 else ALONE
    note = await writing.begin(db, subject, item, About(), now)
    lines = [f"# {dice.choice(stock)[:50]}", *dice.sample(stock, 4)]
    if made and n % 3 == 0:
        lines.append(f"See {to_note(dice.choice(made), 'that')} and {to_item(dice.choice(items), 'this')}")
    if n % 5 == 0:
        lines.append("## Now what?\n\nBy Friday: try it")
    await writing.write(db, note.layer.id, "\n\n".join(lines), now)
    if n % 3 == 1:
        later = now + timedelta(hours=1)
        again = await writing.begin_layer(db, note.id, later)
        await writing.write(db, again.layer.id, " ".join(dice.sample(stock, 3)), later)
    await db.execute("INSERT OR IGNORE INTO note_tags (note_id, tag) VALUES (?, ?)", (note.id, f"tag-{n % 40}"))
    return note.id


async def measure(store: Store, folder: Path) -> None:
    clock = MovingClock(NEWEST + timedelta(days=1))  # the day before has had its handful
    library, notebook, board = Library(store), Notebook(store), Board(store)
    reflection, recall, letters = Reflection(store, clock), Recall(store), Letters(store, clock)
    measuring, journal, dice = Measuring(store, clock), Journal(store, clock), random.Random(8)
    rows = await notebook.rows(limit=5_000)
    notes = [row.id for row in rows]
    items = [row.id for row in (await library.page(View(None, Scope.ALL), limit=2_000)).rows]
    words = Counter(word for row in rows for word in row.opening.split()).most_common()
    frequent, rare = words[0][0], words[-1][0]

    deeds: dict[str, Callable[[], Awaitable[object]]] = {
        "a page of the Journal": lambda: notebook.rows(),
        "a page far down": lambda: notebook.rows((rows[-1].changed_at, rows[-1].id)),
        "the Journal by a tag": lambda: notebook.rows(tag="tag-3"),
        f"search of the Journal, a word of {words[0][1]:,} openings": lambda: notebook.rows(words=frequent),
        "search of the Journal, a rare word": lambda: notebook.rows(words=rare),
        "search of the Journal, as one types its first letter": lambda: notebook.rows(words=frequent[:1]),
        "search of every tab, a frequent word": lambda: library.page(View(None, Scope.ALL, words=frequent)),
        "open a note": lambda: notebook.note(dice.choice(notes)),
        "what links to it": lambda: notebook.linking_to(dice.choice(notes)),
        "every tag": notebook.tags,
        "the review: today's cards": reflection.cards,
        "the review: how many are left": reflection.count,
        "an old note beside an item": lambda: recall.beside(dice.choice(items)),
        "the board by tag": partial(board.shelves, Grouping.TAG),
        "the board by source": partial(board.shelves, Grouping.SOURCE),
        "the board by profession": partial(board.shelves, Grouping.PROFESSION, packs()),
        "the letter": letters.letter,
        "the measures": measuring.measures,
        "save a note": lambda: journal.write_note(dice.choice(notes), f"Written anew {dice.random()}"),
        "grade a card": lambda: reflection.answer(dice.choice(notes), Outcome.YES),
        "undo": journal.undo,
    }
    for name, deed in deeds.items():
        show(name, [await timed(deed) for _ in range(TIMES)])
    await _vault(store, clock, folder, notebook)


async def _vault(store: Store, clock: MovingClock, folder: Path, notebook: Notebook) -> None:
    vault = Vault(store, clock, VaultFolder(folder))
    await vault.begin()
    show("the vault: the first pass", [await timed(vault.sync)])
    show("the vault: nothing changed", [await timed(vault.sync) for _ in range(5)])
    journal, note = Journal(store, clock), (await notebook.rows(limit=1))[0].id
    took = []
    for n in range(5):
        await journal.write_note(note, f"Once more {n}")
        took.append(await timed(vault.sync))
    show("the vault: one note changed here", took)
    took, path = [], folder / next(iter(VaultFolder(folder).listing()))
    for n in range(5):
        path.write_text(f"{path.read_text()}\nAnd {n}\n")
        took.append(await timed(vault.sync))
    show("the vault: one file changed there", took)


async def run(folder: Path, notes: int, items: int) -> None:
    path = folder / f"notes-{notes}-{items}.db"
    if not path.exists():
        await make(path, items, 100)
        store = await open_store(path, durable=False)
        await fill(store, notes)
        await store.close()
    store = await open_store(path, durable=True)
    print("| | best ms | median ms | p99 ms | cpu ms |\n|---|---|---|---|---|")
    try:
        with tempfile.TemporaryDirectory(dir=folder) as vault:
            await measure(store, Path(vault) / "vault")
    finally:
        await store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure reflection.")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--notes", type=int, default=20_000)
    parser.add_argument("--items", type=int, default=100_000)
    asked = parser.parse_args()
    asyncio.run(run(asked.folder, asked.notes, asked.items))


if __name__ == "__main__":
    main()
