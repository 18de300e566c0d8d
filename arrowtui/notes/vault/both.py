"""Two versions of a file, and the one both come from, as one file."""

from datetime import datetime

from arrowtui.model.replace import replace
from arrowtui.model.vault import SharedBase, Uid
from arrowtui.notes.vault.file import OUR_KEYS, NoteFile, write_note
from arrowtui.notes.vault.front import Front, merged_front
from arrowtui.notes.vault.merge import base_of, merged


def both_files(uid: Uid, ours: NoteFile, theirs: NoteFile, base: NoteFile | None, now: datetime) -> bytes:
    """Bring two versions of a note's file together, front matter and all.

    Args:
        now: stands for dates that no version tells.
    """
    created = ours.created_at or theirs.created_at or now
    one, two = (file.note(uid, created) for file in (ours, theirs))
    agreed = base_of(base.note(uid, created)) if base else SharedBase()
    both = merged(one, two, agreed)
    front = merged_front(ours.front, theirs.front, base.front if base else Front(), OUR_KEYS)
    items = tuple(dict.fromkeys((*ours.items, *theirs.items)))
    return write_note(both.note, items, replace(ours, front=front))
