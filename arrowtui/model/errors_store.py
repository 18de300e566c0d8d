"""Failures of the files arrowtui keeps: the store of items and notes, and the drafts."""

import errno
from dataclasses import dataclass
from pathlib import Path

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
        return "The store file is none of arrowtui's"

    def hint(self) -> str:
        return (
            f"It was not touched. If {self.path} was a store of yours, it is damaged: move it away, with the files "
            "-wal and -shm beside it, and put a backup in its place. Otherwise choose another data folder."
        )


@dataclass(eq=False, repr=False)
class StoreBroken(StoreError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The store file is damaged"

    def hint(self) -> str:
        return (
            f"Copy {self.path} to a safe place before anything else ({self.cause}). `arrowtui notes --json` may still "
            "read your notes. Then move it away, with the files -wal and -shm beside it, and put a backup in its place "
            "(docs/keeping.md), or let arrowtui begin anew and ask the sources of your settings again."
        )


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


def unwritable(path: Path, cause: OSError) -> StoreError:
    """The failure to make or write a file of ours, in its words."""
    if cause.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(str(path))
    return StoreUnwritable(str(path), cause.strerror or str(cause))


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
