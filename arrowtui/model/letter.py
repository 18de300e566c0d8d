"""A week in a letter to oneself: what came, what was kept, what was thought, what is to be done."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.lane import Lane
from arrowtui.model.note import NoteRow
from arrowtui.model.review import Intention, Outcome


class Came(Struct, frozen=True):
    """How many items came into a lane."""

    lane: Lane
    count: int


class KeptItem(Struct, frozen=True):
    """An item that was kept, with the beginning of the latest note beside it ("" without one). All clean."""

    title: str
    link: str | None
    source: str
    why: str


class Missed(Struct, frozen=True):
    """A session of a watched series that ran without her."""

    title: str
    began_at: datetime
    link: str | None = None


class Closing(Struct, frozen=True):
    """A call whose last moment to respond is near."""

    title: str
    at: datetime
    link: str | None = None


class Letter(Struct, frozen=True):
    """From `since` to `until`. `never_again`: how many items kept long ago were never looked at again.

    `missed` and `closing` are None where nobody knows: not the same as none.
    """

    since: datetime
    until: datetime
    came: tuple[Came, ...]
    busiest: tuple[tuple[str, int], ...]
    kept: tuple[KeptItem, ...]
    kept_count: int
    notes: tuple[NoteRow, ...]
    notes_count: int
    reviews: tuple[tuple[Outcome, int], ...]
    done: tuple[Intention, ...]
    due: tuple[Intention, ...]
    never_again: int
    missed: tuple[Missed, ...] | None = None
    closing: tuple[Closing, ...] | None = None
