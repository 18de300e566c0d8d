"""An old note that belongs to what is looked at now."""

from enum import StrEnum

from msgspec import Struct

from arrowtui.model.note import NoteId


class Tie(StrEnum):
    """What a note and an item share, the strongest first."""

    LINK = "link"
    LINKED = "linked"
    AUTHOR = "author"
    TAGS = "tags"
    WORDS = "words"


class Recalled(Struct, frozen=True):
    """`title` is clean; `shared` says what they have in common (a name, tags, words), "" where the tie says it all."""

    note: NoteId
    title: str
    tie: Tie
    shared: str = ""
