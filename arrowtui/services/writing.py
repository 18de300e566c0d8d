"""Writing notes: autosave without clutter, and nothing that was saved is ever lost.

Saves of one sitting are one step to undo. A text that is about to be overwritten goes to the versions unless the new
one still holds all of it, so the versions of a note stay few and yet no saved word disappears.
"""

from datetime import datetime, timedelta

from arrowtui.model.errors import NoSuchNote
from arrowtui.model.item import ItemId
from arrowtui.model.note import Note, NoteId
from arrowtui.store import Connection, notes, undo
from arrowtui.store.times import moment, stamp
from arrowtui.store.undo import Action, NoteBefore, NoteBegun

SITTING = timedelta(minutes=10)
"""A pause longer than this ends a sitting: the next save is a step of its own."""

WROTE = "Wrote a note"


async def begin(db: Connection, item: ItemId | None, now: datetime) -> Note:
    """A new, empty note."""
    number = await notes.insert_note(db, item, now)
    await undo.log(db, now, "Began a note", NoteBegun(number))
    return await _found(db, number)


async def write(db: Connection, note: NoteId, text: str, now: datetime) -> Note:
    """Save the text of a note.

    Raises: NoSuchNote.
    """
    state = await notes.note_state(db, note)
    if state is None:
        raise NoSuchNote(note)
    text = text.encode("utf-8", "replace").decode()  # a terminal may paste half a character, which nothing can store
    before = NoteBefore(note, *state)
    if before.deleted_at is None and before.text == text:
        return await _found(db, note)
    sitting = await _sitting(db, before, now)
    if sitting is not None:
        await undo.renew(db, sitting, now, WROTE)
    else:
        await undo.log(db, now, WROTE, before)
    if not holds(text, before.text):
        await notes.archive(db, note)
    await notes.set_text(db, note, text, stamp(now))
    return await _found(db, note)


async def delete(db: Connection, note: NoteId, now: datetime) -> bool:
    """Put a note away; False when it is away already or never was."""
    state = await notes.note_state(db, note)
    if state is None or state[2] is not None:
        return False
    await undo.log(db, now, "Deleted a note", NoteBefore(note, *state))
    await notes.set_deleted(db, note, stamp(now))
    return True


def holds(new: str, old: str) -> bool:
    """Whether `new` is `old` with something put in at one place, as typing does."""
    added = len(new) - len(old)
    if added < 0:
        return False
    same = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), len(old))
    return new[same + added :] == old[same:]


async def _sitting(db: Connection, before: NoteBefore, now: datetime) -> Action | None:
    """The step this save goes on with, if it does."""
    last = await undo.last_action(db)
    if last is None or before.deleted_at is not None or now - moment(last.at) > SITTING:
        return None
    if not isinstance(last.change, NoteBefore | NoteBegun) or last.change.note != before.note:
        return None
    return last if await undo.is_latest(db, last) else None


async def _found(db: Connection, note: NoteId) -> Note:
    found = await notes.note(db, note)
    if found is None:
        raise NoSuchNote(note)
    return found
