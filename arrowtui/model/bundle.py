"""Everything a person wrote and did, as it leaves and comes back: nothing depends on the numbers of one store.

Items are named by their keys, notes and layers by their names, sources by kind and address.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.note import About, SubjectKind
from arrowtui.model.vault import Uid
from arrowtui.model.wire import Draft

LAYOUT = 1
"""Of the files; a greater one is refused."""
Cell = str | int | float | bool | None


class SourceCopy(Struct, frozen=True):
    """A source that brought something she touched."""

    kind: str
    address: str
    own_title: str | None = None
    given_title: str | None = None
    site_link: str | None = None


class ItemCopy(Struct, frozen=True):
    """An item she touched. `draft` is its whole content, left out where she only read it. `is_gone`: the world deleted
    it, and only its key is known. `at` is the instant it is sorted by."""

    key: str
    kind: str
    address: str
    at: datetime
    lane: Lane
    title: str = ""
    link: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    parent_key: str | None = None
    root_key: str | None = None
    repost_key: str | None = None
    chosen_by: ChosenBy = ChosenBy.RULE
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    fingerprint: str = ""
    text: str = ""
    draft: Draft | None = None
    is_gone: bool = False


class MarkCopy(Struct, frozen=True):
    """What she did to an item. `is_edited`: it was changed by its publisher after she read it."""

    item: str
    is_read: bool = False
    is_edited: bool = False
    read_at: datetime | None = None
    kept_at: datetime | None = None
    later_at: datetime | None = None
    dismissed_at: datetime | None = None
    moved_to: Lane | None = None
    moved_at: datetime | None = None
    tags: tuple[str, ...] = ()


class VersionCopy(Struct, frozen=True):
    """An earlier text of a layer."""

    at: datetime
    text: str


class LayerCopy(Struct, frozen=True):
    """A layer, put away or not, with its past."""

    uid: Uid
    begun_at: datetime
    changed_at: datetime
    text: str
    deleted_at: datetime | None = None
    rival: Uid | None = None
    rival_is_here: bool = False
    versions: tuple[VersionCopy, ...] = ()


class NoteCopy(Struct, frozen=True):
    """A note, deleted or not. [[Links]] in its texts go by names; `items` are the keys of items they lead to."""

    uid: Uid
    kind: SubjectKind
    created_at: datetime
    changed_at: datetime
    layers: tuple[LayerCopy, ...]
    item: str | None = None
    rest: str = ""
    beside: str | None = None
    about: About = field(default_factory=About)
    tags: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    deleted_at: datetime | None = None


class RowCopy(Struct, frozen=True):
    """A row of a table that holds nothing but what she did. Its numbers of notes, layers and items are names."""

    table: str
    cells: Mapping[str, Cell]


class Manifest(Struct, frozen=True):
    """What an export says of itself."""

    layout: int
    made_at: datetime
    counts: Mapping[str, int] = field(default_factory=dict)
