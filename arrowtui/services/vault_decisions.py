"""Deciding what the vault leaves to the person, inside `store.write()`; each decision is one step to undo."""

from datetime import datetime

from arrowtui.model.note import NoteId
from arrowtui.model.replace import replace
from arrowtui.model.vault import Choice, FileState, VaultMatter
from arrowtui.services import writing
from arrowtui.services.journal import Done
from arrowtui.services.taking_in import Pen, before_of, set_text
from arrowtui.store import Connection, layers, matters, undo
from arrowtui.store.changes import FileBefore, RivalBefore, Several
from arrowtui.store.layers import LayerState
from arrowtui.store.times import stamp
from arrowtui.store.vault import wait

NOTHING = Done("That is decided already", 0)


async def decide_clash(db: Connection, matter: VaultMatter, choice: Choice, now: datetime) -> Done:
    """Both texts as layers, or one of them alone."""
    if matter.kept is None or matter.other is None:
        return NOTHING
    rival, is_here = await matters.rival_of(db, matter.other)
    kept, other = await layers.layer_state(db, matter.kept), await layers.layer_state(db, matter.other)
    if rival is None or kept is None or other is None or other.deleted_at is not None:
        return NOTHING
    if choice is Choice.BOTH:
        await matters.set_rival_of(db, matter.other, None, False)
        await undo.log(db, now, "Kept both versions", RivalBefore(other.layer, rival, is_here))
        return Done("Kept both as layers", 1)
    sentence = "Kept mine" if choice is Choice.MINE else "Kept theirs"
    await _keep_one(db, kept, other, is_other=is_here is (choice is Choice.MINE), now=now, sentence=sentence)
    return Done(sentence, 1)


async def _keep_one(
    db: Connection, kept: LayerState, other: LayerState, *, is_other: bool, now: datetime, sentence: str
) -> None:
    """The text of `other` takes the place of the one in `kept`, or not; then `other` goes."""
    changes = [before_of(kept)] if is_other else []
    if is_other:
        await set_text(db, kept.layer, other.text, Pen(now))
        other = await layers.layer_state(db, other.layer) or other
    changes.append(before_of(other))
    await layers.put(db, replace(other, deleted_at=stamp(now), note_changed_at=stamp(now)))
    await undo.log(db, now, sentence, Several(tuple(changes)))


async def decide_gone(db: Connection, note: NoteId, choice: Choice, now: datetime) -> Done:
    """The note without its file, with it written again, or deleted like it."""
    before = await matters.file_state_of(db, note)
    if before != FileState.GONE.value:
        return NOTHING
    if choice is Choice.THEIRS:
        is_done = await writing.delete(db, note, now)
        return Done("Deleted the note as its file was", 1) if is_done else NOTHING
    after = FileState.WANTED if choice is Choice.MINE else FileState.LEFT
    await matters.set_file_state_of(db, note, after.value)
    if after is FileState.WANTED:
        await wait(db, [note])
    said = "Its file will be written again" if after is FileState.WANTED else "Kept the note without a file"
    await undo.log(db, now, said, FileBefore(note, before))
    return Done(said, 1)
