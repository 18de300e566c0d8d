"""Notes: what the person thinks. Sacred: they outlive the item and the source they stand beside."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from arrowtui.model.item import ItemId

NoteId = NewType("NoteId", int)


@dataclass(frozen=True, slots=True)
class Note:
    """A note in Markdown. `item` None: it stands alone, or its item is gone.

    `about_title` and `about_link` are copied from the item when the note is begun, so it keeps its subject.
    """

    id: NoteId
    item: ItemId | None
    about_title: str | None
    about_link: str | None
    text: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of the Journal: `opening` is its first words, clean."""

    id: NoteId
    item: ItemId | None
    about_title: str | None
    opening: str
    changed_at: datetime
