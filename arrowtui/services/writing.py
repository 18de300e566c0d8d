"""Writing notes: autosave without clutter, and nothing that was saved is ever lost.

Saves of one sitting are one step to undo. A text that is about to be overwritten goes to the versions unless the new
one still holds all of it, so the versions of a layer stay few and yet no saved word disappears.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.item import ItemId
from arrowtui.model.note import About, LayerId, Note, NoteId, Subject
from arrowtui.model.replace import replace
from arrowtui.model.typed import holds
from arrowtui.services.deriving import derive
from arrowtui.store import Connection, layers, notes, undo
from arrowtui.store.changes import LayerBefore, LayerBegun, NoteAway, NoteBegun
from arrowtui.store.layers import LayerState
from arrowtui.store.times import moment, stamp
from arrowtui.store.undo import Action

SITTING = timedelta(minutes=10)
"""A pause longer than this ends a sitting: the next save is a step of its own."""

WROTE = "Wrote a note"
EDITED = "Wrote a note in your editor"


async def begin(db: Connection, subject: Subject, item: ItemId | None, about: About, now: datetime) -> Note:
    """A new, empty note."""
    note, _ = await layers.insert_note(db, subject, item, about, now)
    await undo.log(db, now, "Began a note", NoteBegun(note))
    return await _found(db, note)


async def begin_layer(db: Connection, note: NoteId, now: datetime) -> Note:
    """A new, empty layer over what was written; the newest one as it is while nothing stands in it.

    Raises: NoSuchNote.
    """
    known = await _found(db, note)
    if known.text:
        layer = await layers.insert_layer(db, note, now)
        await undo.log(db, now, "Answered a note again", LayerBegun(layer, stamp(known.changed_at)))
    return await _found(db, note)


async def write(
    db: Connection,
    layer: LayerId,
    text: str,
    now: datetime,
    cues: Sequence[str] = (),
    *,
    based_on: str | None = None,
    in_editor: bool = False,
) -> Note:
    """Save the text of a layer; `cues` as for `derive`.

    Args:
        in_editor: it comes from the person's own editor: a step of its own, whatever was typed before or after.
        based_on: what the writer last saw in it; where another text has come since, that one is kept as a layer.
    Raises: NoSuchNote.
    """
    state = await layers.layer_state(db, layer)
    if state is None:
        raise NoSuchNote(layer)
    text = text.encode("utf-8", "replace").decode()  # a terminal may paste half a character, which nothing can store
    is_here = state.deleted_at is None and state.note_deleted_at is None
    if is_here and state.text == text:
        return await _found(db, state.note)
    if is_here and based_on is not None and state.text not in (based_on, "") and not holds(text, state.text):
        from arrowtui.services.taking_in import Pen, keep_beside  # it uses this room; and it happens rarely

        await keep_beside(db, state, Pen(now, cues))
    sitting = await _sitting(db, state, now) if is_here and not in_editor else None
    if sitting is not None:
        await undo.renew(db, sitting, now, WROTE)
    else:
        await undo.log(db, now, EDITED if in_editor else WROTE, _before(state))
    if not holds(text, state.text):
        await layers.archive(db, layer)
    written = replace(
        state,
        text=text,
        changed_at=stamp(now),
        deleted_at=None,
        note_changed_at=stamp(now),
        note_deleted_at=None,
    )
    await layers.put(db, written)
    await derive(db, state.note, layer, text, now, cues)
    return await _found(db, state.note)


async def delete(db: Connection, note: NoteId, now: datetime) -> bool:
    """Put a note away; False when it is away already or never was."""
    times = await layers.note_times(db, note)
    if times is None or times[1] is not None:
        return False
    await undo.log(db, now, "Deleted a note", NoteAway(note, *times))
    await layers.put_note(db, note, times[0], stamp(now))
    return True


def _before(state: LayerState) -> LayerBefore:
    return LayerBefore(
        state.layer,
        state.note,
        state.text,
        state.changed_at,
        state.deleted_at,
        state.note_changed_at,
        state.note_deleted_at,
    )


async def _sitting(db: Connection, state: LayerState, now: datetime) -> Action | None:
    """The step this save goes on with, if it does."""
    last = await undo.last_action(db)
    if last is None or last.sentence == EDITED or now - moment(last.at) > SITTING:
        return None
    match last.change:
        case NoteBegun(note=number):
            is_same = number == state.note
        case LayerBegun(layer=number) | LayerBefore(layer=number):
            is_same = number == state.layer
        case _:
            return None
    return last if is_same and await undo.is_latest(db, last) else None


async def _found(db: Connection, note: NoteId) -> Note:
    found = await notes.note(db, note)
    if found is None:
        raise NoSuchNote(note)
    return found
