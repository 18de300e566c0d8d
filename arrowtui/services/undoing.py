"""Taking back what a person did."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.replace import replace
from arrowtui.services.deriving import derive
from arrowtui.store import Connection, layers
from arrowtui.store.answers import restore_answer
from arrowtui.store.changes import (
    AnswerBefore,
    Change,
    ChatFollowed,
    FileBefore,
    GatheringBegun,
    ImportedBefore,
    IntentionBefore,
    LayerBefore,
    LayerBegun,
    LessonsBefore,
    MarksBefore,
    NoteAway,
    NoteBefore,
    NoteBegun,
    NoteTagsBefore,
    OfferBefore,
    OrderBefore,
    PausedBefore,
    RefusedBefore,
    RivalBefore,
    Saved,
    ScheduleBefore,
    SearchBefore,
    SessionBefore,
    SettingsBefore,
    Several,
    SourceRemoved,
    SourcesAdded,
    TagsBefore,
)
from arrowtui.store.found_chats import want_again
from arrowtui.store.imported import forget_imports
from arrowtui.store.intentions import restore_intention
from arrowtui.store.layers import LayerState
from arrowtui.store.lessons import restore_lessons
from arrowtui.store.marks import restore
from arrowtui.store.matters import set_file_state_of, set_rival_of
from arrowtui.store.note_tags import restore_note_tags
from arrowtui.store.offers import reopen_offer
from arrowtui.store.orders import keep_order
from arrowtui.store.saved import unsave
from arrowtui.store.schedules import unmeet
from arrowtui.store.sessions import restore_session
from arrowtui.store.tags import restore_tags
from arrowtui.store.times import stamp


async def take_back(db: Connection, change: Change, now: datetime, cues: Sequence[str] = ()) -> int:
    """Restore the state before a change (inside `store.write()`); returns how many items or notes it concerned.

    Args:
        cues: as for `derive`.
    """
    match change:
        case MarksBefore():
            return await restore(db, change)
        case TagsBefore():
            return await restore_tags(db, change)
        case NoteTagsBefore():
            await restore_note_tags(db, change)
        case ScheduleBefore():
            await unmeet(db, change, now)
        case IntentionBefore():
            await restore_intention(db, change)
        case SessionBefore():
            await restore_session(db, change)
        case LessonsBefore():
            return await restore_lessons(db, change)
        case AnswerBefore():
            await restore_answer(db, change, stamp(now))
        case OfferBefore():
            await reopen_offer(db, change)
        case Saved():
            await unsave(db, change)
        case RivalBefore():
            await set_rival_of(db, LayerId(change.layer), change.rival, change.is_here)
        case FileBefore():
            return await set_file_state_of(db, NoteId(change.note), change.state)
        case ImportedBefore(keys=keys):
            await forget_imports(db, keys)
        case OrderBefore(list=name, order=order):
            await keep_order(db, name, order)
        case RefusedBefore():
            await want_again(db, change)
        case ChatFollowed() | GatheringBegun() | PausedBefore() | SearchBefore() | SourcesAdded() | SourceRemoved():
            pass  # these stand in the settings, not in the store: see `undoing_settings`
        case SettingsBefore():
            pass  # as above
        case Several(changes=changes):
            return sum([await take_back(db, part, now, cues) for part in reversed(changes)])
        case _:
            await _take_back_writing(db, change, now, cues)
    return 1


async def _take_back_writing(
    db: Connection,
    change: NoteBegun | NoteAway | NoteBefore | LayerBegun | LayerBefore,
    now: datetime,
    cues: Sequence[str],
) -> None:
    match change:
        case NoteBegun(note=note):
            times = await layers.note_times(db, NoteId(note))
            await layers.put_note(db, NoteId(note), times[0] if times else stamp(now), stamp(now))
        case NoteAway(note=note, changed_at=changed_at, deleted_at=deleted_at):
            await layers.put_note(db, NoteId(note), changed_at, deleted_at)
        case NoteBefore(note=note, text=text, changed_at=at, deleted_at=deleted_at):
            # From when a note was one text: its first layer has the number of the note.
            await _put(db, LayerState(LayerId(note), NoteId(note), text, at, None, at, deleted_at), now, cues)
        case LayerBegun(layer=layer, note_changed_at=changed_at):
            await _put_layer_away(db, LayerId(layer), changed_at, now)
        case LayerBefore():
            layer, note = LayerId(change.layer), NoteId(change.note)
            states = change.text, change.changed_at, change.deleted_at
            await _put(db, LayerState(layer, note, *states, change.note_changed_at, change.note_deleted_at), now, cues)


async def _put_layer_away(db: Connection, layer: LayerId, note_changed_at: int, now: datetime) -> None:
    """Its words stay in it, unseen."""
    state = await layers.layer_state(db, layer)
    if state is not None:
        await layers.put(db, replace(state, deleted_at=stamp(now), note_changed_at=note_changed_at))


async def _put(db: Connection, before: LayerState, now: datetime, cues: Sequence[str]) -> None:
    state = await layers.layer_state(db, before.layer)
    if state is not None and state.text != before.text:
        await layers.archive(db, before.layer)  # what is taken back was written too
    await layers.put(db, before)
    await derive(db, before.note, before.layer, before.text, now, cues)
