"""What a person does to items and notes. Each act is one transaction and one row of the undo log."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.errors_settings import SettingsChangedSince
from arrowtui.model.item import ItemId, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import About, LayerId, Note, NoteId, Subject
from arrowtui.model.pack import ChatWish
from arrowtui.model.ports import Clock, SearchList
from arrowtui.model.revision import Edited
from arrowtui.model.subscription import SourceRow, Wish
from arrowtui.services import writing
from arrowtui.services.book import Book
from arrowtui.services.subjects import subject_of
from arrowtui.services.teaching import learn_from
from arrowtui.store import Connection, Store, changes, layers, undo
from arrowtui.store.marks import Mark, change, ids_up_to
from arrowtui.store.note_tags import change_note_tags
from arrowtui.store.tags import change_tags
from arrowtui.store.times import stamp


class Done(Struct, frozen=True):
    """What was done, as a sentence for the status line, and to how many items or notes (0: nothing had to change).

    `in_settings`: it was done in the settings file, `by_hand`: by editing that. `of_order`: it was the order of a list.
    """

    sentence: str
    count: int
    in_settings: bool = False
    of_order: bool = False
    by_hand: bool = False


class Journal:
    """The person's pen. Every method raises StoreError when the file cannot be written."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        cues: Sequence[str] = (),
        book: Book | None = None,
        searches: SearchList | None = None,
    ) -> None:
        """`cues` are prompts of the person's own whose answers are intentions where they name a day; `book` is where
        chats are followed and sources paused, `searches` where searches are kept, so that all of it can be taken back.
        """
        self._store = store
        self._book = book
        self._clock = clock
        self._cues = tuple(cues)
        self._searches = searches

    async def read(self, ids: Iterable[ItemId], is_read: bool) -> Done:
        """Mark items read or unread."""
        sentence = "Marked {items} read" if is_read else "Marked {items} unread"
        return await self._mark(ids, Mark.READ if is_read else Mark.UNREAD, sentence)

    async def keep(self, ids: Iterable[ItemId], on: bool) -> Done:
        """Keep items, or keep them no longer."""
        return await self._mark(ids, Mark.KEPT if on else Mark.NOT_KEPT, "Kept {items}" if on else "Unkept {items}")

    async def later(self, ids: Iterable[ItemId], on: bool) -> Done:
        """Put items aside for later, or take them from there."""
        sentence = "Put {items} aside for later" if on else "Took {items} from later"
        return await self._mark(ids, Mark.LATER if on else Mark.NOT_LATER, sentence)

    async def dismiss(self, ids: Iterable[ItemId], on: bool) -> Done:
        """Dismiss items from every list, or bring them back."""
        sentence = "Dismissed {items}" if on else "Brought {items} back"
        return await self._mark(ids, Mark.DISMISSED if on else Mark.NOT_DISMISSED, sentence)

    async def move(self, ids: Iterable[ItemId], lane: Lane) -> Done:
        """Move items to a lane for good: no rule moves them again, and later ones that are alike lean there too."""
        now = self._clock.now()
        async with self._store.write() as db:
            before = await change(db, ids, Mark.MOVED, stamp(now), lane)
            if before is None:
                return Done("Nothing to change", 0)
            await learn_from(db, [ItemId(number) for _, numbers in before.groups for number in numbers], now)
            return await _logged(db, before, f"Moved {{items}} to {lane.tab}", now)

    async def read_all(self, view: View, newest: ItemId) -> Done:
        """Mark all of a list read, except what came after `newest`, the newest row that was seen."""
        now = self._clock.now()
        async with self._store.write() as db:
            ids = await ids_up_to(db, view, newest)
            return await _mark(db, ids, Mark.READ, "Marked {items} read", now)

    async def tag(self, ids: Iterable[ItemId], add: Sequence[str], remove: Sequence[str]) -> Done:
        """Add and remove tags. Tags are lower case, without '#' and without blanks at the ends."""
        now, added, removed = self._clock.now(), _tags(add), _tags(remove)
        async with self._store.write() as db:
            before = await change_tags(db, ids, added, removed)
            if before is None:
                return Done("No tags to change", 0)
            count = len({number for number, _ in (*before.added, *before.removed)})
            signs = [f"+{tag}" for tag in added] + [f"-{tag}" for tag in removed if tag not in added]
            sentence = f"Tagged {_items(count)} {' '.join(signs)}"
            await undo.log(db, now, sentence, before)
        return Done(sentence, count)

    async def begin_note(
        self, item: ItemId | None = None, *, subject: Subject | None = None, about: About | None = None
    ) -> Note:
        """A new, empty note: about a thing, beside an item, or alone. While it is empty no list shows it.

        Args:
            subject: the item, as the poll, call, question or answer it is, unless given; the key is opaque.
            about: title, link and author to remember; what it leaves open is copied from the item.
        """
        async with self._store.write() as db:
            meant = subject or await subject_of(db, item)
            return await writing.begin(db, meant, item, about or About(), self._clock.now())

    async def add_layer(self, note: NoteId) -> Note:
        """Answer a note again: an empty layer over those that were written, which stay as they are.

        Raises: NoSuchNote.
        """
        async with self._store.write() as db:
            return await writing.begin_layer(db, note, self._clock.now())

    async def write_note(self, note: NoteId, text: str) -> Note:
        """Save the text of a note's newest layer; as `write_layer`."""
        async with self._store.write() as db:
            layer = await layers.newest_layer(db, note)
            if layer is None:
                raise NoSuchNote(note)
            return await writing.write(db, layer, text, self._clock.now(), self._cues)

    async def write_layer(
        self, layer: LayerId, text: str, *, based_on: str | None = None, in_editor: bool = False
    ) -> Note:
        """Save the text of a layer. Saves that follow one another are one step to undo; a deleted note comes back.

        Args:
            based_on, in_editor: as for `writing.write`.
        Raises: NoSuchNote when there never was such a layer.
        """
        async with self._store.write() as db:
            now = self._clock.now()
            return await writing.write(db, layer, text, now, self._cues, based_on=based_on, in_editor=in_editor)

    async def delete_note(self, note: NoteId) -> Done:
        """Put a note away; its text is kept and `undo` brings it back."""
        async with self._store.write() as db:
            is_done = await writing.delete(db, note, self._clock.now())
        return Done("Deleted the note", 1) if is_done else Done("The note is not there any more", 0)

    async def tag_note(self, note: NoteId, add: Sequence[str], remove: Sequence[str]) -> Done:
        """Add and remove tags of a note; as `tag`."""
        now, added, removed = self._clock.now(), _tags(add), _tags(remove)
        async with self._store.write() as db:
            before = await change_note_tags(db, note, added, removed)
            if before is None:
                return Done("No tags to change", 0)
            signs = [f"+{tag}" for tag in before.added] + [f"-{tag}" for tag in before.removed]
            sentence = f"Tagged the note {' '.join(signs)}"
            await undo.log(db, now, sentence, before)
        return Done(sentence, 1)

    async def pause(self, source: SourceRow, paused: bool) -> Done:
        """Leave a source unasked, or ask it again: written into the settings, and into the undo log.

        Raises: UnknownSource where the settings name it no longer, SettingsError.
        """
        assert self._book is not None  # whoever shows sources hands it in
        title = clean_line(source.title, 60)
        await self._book.set_paused(source.kind, source.address, paused)
        sentence = f"Paused {title}" if paused else f"Resumed {title}"
        before = changes.PausedBefore(source.kind, source.address, source.is_paused)
        async with self._store.write() as db:
            await undo.log(db, self._clock.now(), sentence, before)
        return Done(sentence, 1)

    async def remove_source(self, source: SourceRow, *, said: str = "Removed") -> Done:
        """Ask a source no more: taken out of the settings, and into the undo log. What it brought stays.

        Args:
            said: what was done, for the sentence: "Removed" or the like, before the title.
        Raises: UnknownSource where the settings name it no longer, SettingsError.
        """
        assert self._book is not None  # as above
        taken = await self._book.take_out(source.kind, source.address)
        sentence = f"{said} {clean_line(source.title, 60)}"
        async with self._store.write() as db:
            await undo.log(db, self._clock.now(), sentence, changes.SourceRemoved(taken))
        return Done(sentence, 1)

    async def edited_settings(self, edited: Edited) -> None:
        """Remember what the person made of her settings in her own editor, so that it can be taken back."""
        if edited.rewritten is not None:
            async with self._store.write() as db:
                await undo.log(db, self._clock.now(), edited.step, changes.SettingsBefore(edited.rewritten))

    async def added(self, wishes: Sequence[Wish], chats: Sequence[ChatWish] = ()) -> Done:
        """Remember what was just written into the settings, so that it can be taken out again."""
        if not wishes and not chats:
            return Done("You have it already", 0)
        names = [_counted(len(wishes), "source"), _counted(len(chats), "chat")]
        sentence = f"Added {' and '.join(name for name in names if name)}"
        added = changes.SourcesAdded(_names(wishes), tuple(chats))
        async with self._store.write() as db:
            await undo.log(db, self._clock.now(), sentence, added)
        return Done(sentence, len(wishes) + len(chats))

    async def gather(self, wishes: Sequence[Wish]) -> Done:
        """Watch call-outs of the person's own: what comes to them is answers. Written into the settings.

        Raises: SettingsError.
        """
        assert self._book is not None  # as in `pause`
        added, turned = await self._book.gather(wishes)
        count = len(added) + len(turned)
        if not count:
            return Done("You watch it already", 0)
        sentence = "Watching a call-out of yours" if count == 1 else f"Watching {count} call-outs of yours"
        begun = changes.GatheringBegun(_names(added), _names(turned))
        async with self._store.write() as db:
            await undo.log(db, self._clock.now(), sentence, begun)
        return Done(sentence, count)

    async def undo(self) -> Done | None:
        """Take back the last act that was not taken back yet; None when nothing is left.

        Raises: SettingsError where that stands in the settings, and they cannot be written; SettingsChangedSince where
            it cannot be taken back any more: the next undo passes over it.
        """
        from arrowtui.services import undoing  # it knows every table a person writes in: start-up time
        from arrowtui.services.undoing_settings import IN_SETTINGS, put_back_in_settings

        async with self._store.reading() as db:
            action = await undo.last_action(db)
        if action is not None:  # from the settings it goes first: that may fail
            try:
                await put_back_in_settings(action.change, self._book, self._searches)
            except SettingsChangedSince:
                async with self._store.write() as db:
                    await undo.set_undone(db, action, self._clock.now())
                raise
        async with self._store.write() as db:
            action = await undo.last_action(db)
            if action is None:
                return None
            now = self._clock.now()
            in_settings = isinstance(action.change, IN_SETTINGS)
            count = await undoing.take_back(db, action.change, now, self._cues)
            await undo.set_undone(db, action, now)
        of_order = isinstance(action.change, changes.OrderBefore)
        by_hand = isinstance(action.change, changes.SettingsBefore)
        return Done(f"Undone: {action.sentence[0].lower()}{action.sentence[1:]}", count, in_settings, of_order, by_hand)

    async def _mark(self, ids: Iterable[ItemId], mark: Mark, sentence: str) -> Done:
        async with self._store.write() as db:
            return await _mark(db, ids, mark, sentence, self._clock.now())


async def _mark(db: Connection, ids: Iterable[ItemId], mark: Mark, sentence: str, now: datetime) -> Done:
    before = await change(db, ids, mark, stamp(now))
    return Done("Nothing to change", 0) if before is None else await _logged(db, before, sentence, now)


async def _logged(db: Connection, before: changes.MarksBefore, sentence: str, now: datetime) -> Done:
    count = sum(len(numbers) for _, numbers in before.groups)
    said = sentence.format(items=_items(count))
    await undo.log(db, now, said, before)
    return Done(said, count)


def _names(wishes: Iterable[Wish]) -> tuple[tuple[str, str], ...]:
    """Sources by kind and address."""
    return tuple((wish.kind, wish.address) for wish in wishes)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count:,} items"


def _tags(given: Iterable[str]) -> list[str]:
    tags = (clean_line(tag, 60).lstrip("#").strip().lower() for tag in given)
    return list(dict.fromkeys(tag for tag in tags if tag))
