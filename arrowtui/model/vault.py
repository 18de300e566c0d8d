"""Notes as files and other machines know them: nothing in it depends on the numbers of one store."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct, field

from arrowtui.model.note import About, LayerId, NoteId, SubjectKind

Uid = NewType("Uid", str)
"""The name of a note or layer on every machine: 16 hexadecimal digits. The first layer bears that of its note."""


class SharedLayer(Struct, frozen=True):
    """A layer. `rival` is the layer that was written at the same time and says it otherwise, until one was chosen."""

    uid: Uid
    begun_at: datetime
    text: str
    rival: Uid | None = None


class SharedSubject(Struct, frozen=True):
    """What a note is about. `item` is the key of an item in it, `rest` what else its own key says."""

    kind: SubjectKind = SubjectKind.ALONE
    item: str | None = None
    rest: str = ""


class SharedNote(Struct, frozen=True):
    """A note with its layers in order, the one that bears its name first; [[links]] in their shared form.

    `beside` is the key of the item it stands beside.
    """

    uid: Uid
    layers: tuple[SharedLayer, ...]
    tags: tuple[str, ...]
    created_at: datetime
    changed_at: datetime
    subject: SharedSubject = field(default_factory=SharedSubject)
    about: About = field(default_factory=About)
    beside: str | None = None

    @property
    def is_written(self) -> bool:
        """Whether any layer holds a word."""
        return any(layer.text for layer in self.layers)


class SharedBase(Struct, frozen=True):
    """What two sides agreed on last: each layer's digest and rival, and the tags."""

    layers: Mapping[Uid, tuple[str, Uid | None]] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()


class Clash(Struct, frozen=True):
    """A layer both sides had changed. Both texts are kept: one in `kept`, the other in `other`, a layer of its own."""

    kept: Uid
    other: Uid


class FileState(StrEnum):
    """What is known of the file of a note: gone without a word, left out by her choice, wanted again."""

    THERE = "there"
    GONE = "gone"
    LEFT = "left"
    WANTED = "wanted"


class VaultCount(Struct, frozen=True):
    """One pass between store and folder, in notes and files."""

    written: int = 0
    taken_in: int = 0
    created: int = 0
    clashes: int = 0
    gone: int = 0
    removed: int = 0
    unreadable: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether nothing had to be done."""
        return self == VaultCount(unreadable=self.unreadable)


class Matter(StrEnum):
    """What of the vault wants a person's decision, or at least her eye."""

    CLASH = "written in two places"
    GONE = "its file was deleted"
    FILE = "a file wants a look"


class VaultMatter(Struct, frozen=True):
    """One of these. `mine` and `theirs` are the two texts of a clash, in the layers `kept` and `other`."""

    kind: Matter
    title: str
    path: str | None = None
    note: NoteId | None = None
    kept: LayerId | None = None
    other: LayerId | None = None
    mine: str = ""
    theirs: str = ""
    why: str = ""


class Choice(StrEnum):
    """How a matter is decided."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"
