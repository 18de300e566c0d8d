"""Reading notes: of an item or any other thing, as rows of the Journal, with their links and earlier texts."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.model.note import LayerId, Note, NoteId, NoteRow, Subject
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.store import Store, layers, note_links, notes


class Notebook:
    """Views on the notes. Every method raises StoreError when the file cannot be read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def note(self, note: NoteId) -> Note | None:
        """A note with all its layers; None when it was deleted."""
        async with self._store.reading() as db:
            return await notes.note(db, note)

    async def of_item(self, item: ItemId) -> tuple[Note, ...]:
        """The notes beside an item, whatever they are about there, the latest first."""
        async with self._store.reading() as db:
            return await notes.notes_of(db, item)

    async def about(self, subject: Subject) -> tuple[Note, ...]:
        """The notes about one thing, the latest first."""
        async with self._store.reading() as db:
            return await notes.notes_about(db, subject)

    async def text_of(self, layer: LayerId) -> str | None:
        """What a layer says; None when it or its note was put away, or never was."""
        async with self._store.reading() as db:
            state = await layers.layer_state(db, layer)
        is_here = state is not None and state.deleted_at is None and state.note_deleted_at is None
        return state.text if state is not None and is_here else None

    async def versions(self, layer: LayerId) -> tuple[tuple[datetime, str], ...]:
        """Earlier texts of a layer that no later one holds, oldest first, with the time of their writing."""
        async with self._store.reading() as db:
            return await notes.versions(db, layer)

    async def rows(
        self,
        before: tuple[datetime, NoteId] | None = None,
        limit: int = 100,
        *,
        words: str | None = None,
        tag: str | None = None,
        item: ItemId | None = None,
        order: Order = Order.CHANGED,
    ) -> tuple[NoteRow, ...]:
        """Written notes: the last changed first, the oldest first or by title.

        Args:
            before: changed_at and id of the last row had.
            words: a search as typed, in the notes' texts and the titles they are about; else only those with a tag, or
                beside an item or linking to it.
        """
        async with self._store.reading() as db:
            return clean_rows(await notes.journal_rows(db, before, limit, words, tag, around=item, order=order))

    async def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag of notes with how many carry it, by name."""
        async with self._store.reading() as db:
            return await notes.note_tag_counts(db)

    async def linking_to(self, note: NoteId) -> tuple[NoteRow, ...]:
        """Notes that link to a note, the newest first."""
        async with self._store.reading() as db:
            return clean_rows(await notes.note_rows(db, await note_links.links_to_note(db, note)))

    async def titled(self, title: str) -> Note | None:
        """The first note of this title, whatever its case."""
        async with self._store.reading() as db:
            found = await note_links.note_titled(db, title)
            return None if found is None else await notes.note(db, found)


def clean_rows(rows: Sequence[NoteRow]) -> tuple[NoteRow, ...]:
    """A note may hold what was pasted into it, so its opening passes the cleaner."""
    from arrowtui.ingest.text import clean_line  # start-up time

    return tuple(replace(row, opening=clean_line(row.opening, 200), title=clean_line(row.title, 80)) for row in rows)
