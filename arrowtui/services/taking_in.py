"""Bringing a note of this store in line with what files or other machines say of it. Nothing of it is in the undo log:
it was not done here. Every text that goes out of sight stays, put away or among the versions of its layer."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.replace import replace
from arrowtui.model.typed import holds
from arrowtui.model.vault import SharedLayer, SharedNote, Uid
from arrowtui.notes.vault.digest import digest_of
from arrowtui.services.deriving import derive
from arrowtui.store import Connection, layers
from arrowtui.store.changes import LayerBefore
from arrowtui.store.layers import LayerState
from arrowtui.store.note_tags import change_note_tags
from arrowtui.store.sharing import StoredNote, insert_shared_layer, set_rival, shared_layer
from arrowtui.store.times import stamp
from arrowtui.store.vault import layers_by_uid


class Pen(Struct, frozen=True):
    """What writing in the store needs: the hour, prompts as for `derive`, and links as this store writes them."""

    now: datetime
    cues: Sequence[str] = ()
    own: Callable[[str], str] = str


async def take_in(db: Connection, stored: StoredNote, mine: SharedNote, merged: SharedNote, pen: Pen) -> bool:
    """Make a note of the store what `merged` says (inside `store.write()`); False when it is so already.

    Args:
        stored: the note as it stands.
        mine: the same with its links in their shared form.
    """
    changed = [layer for layer in merged.layers if layer not in mine.layers]
    gone = [layer for layer in mine.layers if layer.uid not in {kept.uid for kept in merged.layers}]
    has_tags = await _tag(db, stored.id, mine.tags, merged.tags)
    if not changed and not gone and not has_tags and not stored.is_away:
        return False
    known = await layers_by_uid(db, [layer.uid for layer in (*changed, *gone)])
    before = {layer.uid: layer for layer in mine.layers}
    for layer in changed:
        await _write(db, stored.id, layer, before, known.get(layer.uid), pen)
    for layer in gone:
        await _put_away(db, known[layer.uid], pen)
    at = pen.now if mine.is_written else min(merged.changed_at, pen.now)  # a note that is new here keeps its date
    await layers.put_note(db, stored.id, stamp(at), None)
    return True


async def _tag(db: Connection, note: NoteId, before: Sequence[str], after: Sequence[str]) -> bool:
    added, removed = [tag for tag in after if tag not in before], [tag for tag in before if tag not in after]
    return bool(added or removed) and await change_note_tags(db, note, added, removed) is not None


async def _write(
    db: Connection,
    note: NoteId,
    layer: SharedLayer,
    mine: Mapping[Uid, SharedLayer],
    number: LayerId | None,
    pen: Pen,
) -> None:
    before, rival = mine.get(layer.uid), mine.get(layer.rival) if layer.rival else None
    is_here = rival is not None and rival.text == layer.text  # this machine's own words, moved aside
    if number is None:
        begun = min(layer.begun_at, pen.now)
        number = await insert_shared_layer(db, note, replace(layer, begun_at=begun), is_here=is_here)
    elif before is None or layer.rival != before.rival:
        await set_rival(db, number, layer.rival, is_here=is_here)
    if before is None or before.text != layer.text:
        await set_text(db, number, pen.own(layer.text), pen)


async def set_text(db: Connection, layer: LayerId, text: str, pen: Pen) -> None:
    """Give a layer another text; the one it had stays among its versions unless the new one holds it."""
    state = await layers.layer_state(db, layer)
    if state is None:
        return
    if not holds(text, state.text):
        await layers.archive(db, layer)
    at = stamp(pen.now)
    await layers.put(db, replace(state, text=text, changed_at=at, deleted_at=None, note_changed_at=at))
    await derive(db, state.note, layer, text, pen.now, pen.cues)


async def keep_beside(db: Connection, state: LayerState, pen: Pen) -> None:
    """What came from elsewhere into a layer while the person wrote on in what stood there before: it becomes a layer of
    its own against that one, before her words take its place."""
    layer = await shared_layer(db, state.layer)
    if layer is None:
        return
    name = Uid(digest_of(f"{layer.uid}\0{layer.text}"))
    known = await layers_by_uid(db, [name])
    begun = min(layer.begun_at, pen.now)
    beside = known.get(name) or await insert_shared_layer(
        db, state.note, SharedLayer(name, begun, "", layer.uid), is_here=False
    )
    await set_rival(db, beside, layer.uid, is_here=False)
    await set_text(db, beside, layer.text, pen)


async def _put_away(db: Connection, layer: LayerId, pen: Pen) -> None:
    """Its words stay in it, unseen."""
    state = await layers.layer_state(db, layer)
    if state is not None:
        await layers.put(db, replace(state, deleted_at=stamp(pen.now), note_changed_at=stamp(pen.now)))


def before_of(state: LayerState) -> LayerBefore:
    """A layer and its note as they stand, for the undo log."""
    return LayerBefore(
        state.layer,
        state.note,
        state.text,
        state.changed_at,
        state.deleted_at,
        state.note_changed_at,
        state.note_deleted_at,
    )
