"""Failures of the files arrowtui keeps: the store of items and notes, and the drafts."""

from dataclasses import dataclass

from arrowtui.model.errors import StoreError, clip


@dataclass(eq=False, repr=False)
class StoreNewer(StoreError):
    """The file was made by a later arrowtui; opening it could lose what that one knows."""

    path: str
    found: int
    known: int

    def headline(self) -> str:
        return "The store was made by a newer arrowtui"

    def hint(self) -> str:
        return f"Update arrowtui, or choose another data folder: {self.path} has layout {self.found}, not {self.known}."


@dataclass(eq=False, repr=False)
class StoreForeign(StoreError):
    """Another program's file."""

    path: str

    def headline(self) -> str:
        return "The store file belongs to another program"

    def hint(self) -> str:
        return f"It was not touched. Move {self.path} away, or choose another data folder."


@dataclass(eq=False, repr=False)
class StoreBroken(StoreError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The store file is damaged"

    def hint(self) -> str:
        return f"Make a copy of {self.path}, then run `arrowtui doctor` ({self.cause}). A backup may lie beside it."


@dataclass(eq=False, repr=False)
class StoreLocked(StoreError):
    path: str
    waited_s: int

    def headline(self) -> str:
        return f"The store is busy: waited {self.waited_s} s"

    def hint(self) -> str:
        return f"Another program holds {self.path}. Nothing was changed; try again, or end that program."


@dataclass(eq=False, repr=False)
class StoreUnwritable(StoreError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The store cannot be written"

    def hint(self) -> str:
        return f"Check that the folder exists and is yours: {self.path} ({self.cause})."


@dataclass(eq=False, repr=False)
class StoreFull(StoreError):
    path: str

    def headline(self) -> str:
        return "The disk is full: the store cannot grow"

    def hint(self) -> str:
        return f"Nothing was lost. Free some space where {self.path} lies, then do it again."


@dataclass(eq=False, repr=False)
class SqliteTooOld(StoreError):
    found: str
    wanted: str

    def headline(self) -> str:
        return f"SQLite {clip(self.found)} is too old"

    def hint(self) -> str:
        return f"arrowtui needs SQLite {self.wanted} or newer with full text search (FTS5): use a newer Python."


@dataclass(eq=False, repr=False)
class DraftUnwritable(StoreError):
    """What is being typed could not be put on the disk."""

    path: str
    cause: str

    def headline(self) -> str:
        return "The draft of the note cannot be written"

    def hint(self) -> str:
        return f"The system says about {clip(self.path, 60)}: {self.cause}. Copy the text before you quit."
