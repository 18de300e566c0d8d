"""Taking back what a person did."""

from datetime import datetime

from arrowtui.model.note import NoteId
from arrowtui.store import Connection, notes
from arrowtui.store.marks import restore
from arrowtui.store.tags import restore_tags
from arrowtui.store.times import stamp
from arrowtui.store.undo import Change, MarksBefore, NoteBefore, NoteBegun, TagsBefore


async def take_back(db: Connection, change: Change, now: datetime) -> int:
    """Restore the state before a change (inside `store.write()`); returns how many items or notes it concerned."""
    match change:
        case MarksBefore():
            return await restore(db, change)
        case TagsBefore():
            return await restore_tags(db, change)
        case NoteBegun(note=note):
            await notes.set_deleted(db, NoteId(note), stamp(now))
        case NoteBefore():
            await _restore_note(db, change)
    return 1


async def _restore_note(db: Connection, before: NoteBefore) -> None:
    note = NoteId(before.note)
    state = await notes.note_state(db, note)
    if state is not None and state[0] != before.text:
        await notes.archive(db, note)  # what is taken back was written too
    await notes.set_text(db, note, before.text, before.changed_at)
    await notes.set_deleted(db, note, before.deleted_at)
