"""What a person wrote long ago about what she looks at now. Reads only, by indexes."""

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId, Subject
from arrowtui.model.recalled import Recalled, Tie
from arrowtui.services.notebook import clean_rows
from arrowtui.store import Connection, Store, notes, recalling

CANDIDATES = 12


class Recall:
    """Every method raises StoreError when the file cannot be read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def beside(self, item: ItemId) -> Recalled | None:
        """The note elsewhere that is closest to an item: by link, author, tags or words; None where none is close."""
        # Words that many notes have take a while: no key press waits behind them.
        async with self._store.seeking() as db:
            found = await _closest(db, item)
            return None if found is None else await _named(db, *found)

    async def about(self, subject: Subject) -> Recalled | None:
        """The latest written note about a thing: for what is about to begin, such as a series."""
        async with self._store.reading() as db:
            known = await notes.notes_about(db, subject, 5)
            written = next((note for note in known if any(layer.text for layer in note.layers)), None)
            return None if written is None else await _named(db, written.id, Tie.LINKED, "")


async def _closest(db: Connection, item: ItemId) -> tuple[NoteId, Tie, str] | None:
    facts = await recalling.facts_of(db, item)
    if facts is None:
        return None
    link, author, title = facts
    if link and (found := await recalling.by_link(db, item, link)):
        return found, Tie.LINK, ""
    if found := await recalling.linked(db, item):
        return found, Tie.LINKED, ""
    if tagged := await recalling.by_tags(db, item):
        return tagged[0], Tie.TAGS, tagged[1]
    if kin := await _by_words(db, item, title):
        return kin
    if author and (found := await recalling.by_author(db, item, author)):
        return found, Tie.AUTHOR, author
    return None


async def _by_words(db: Connection, item: ItemId, title: str) -> tuple[NoteId, Tie, str] | None:
    from arrowtui.notes.kinship import named, shared, sought  # nobody opens an item at start-up

    words = sought(title)
    if len(words) < 2:
        return None
    for note, note_title, text in await recalling.by_words(db, item, words, CANDIDATES):
        if kin := shared(title, note_title, text):
            return note, Tie.WORDS, named(kin)
    return None


async def _named(db: Connection, note: NoteId, tie: Tie, shared: str) -> Recalled | None:
    row = next(iter(clean_rows(await notes.note_rows(db, [note]))), None)
    return None if row is None else Recalled(note, row.title or row.opening, tie, shared)
