"""What is being typed, on disk before the store has it: one small file a note, so that a crash takes no words along."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from arrowtui.model.errors import DraftUnwritable
from arrowtui.model.note import NoteId

SUFFIX = ".draft.md"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A text that was held when the program ended."""

    note: NoteId
    text: str


class Drafts:
    """The folder of drafts. All synchronous: it must work after a signal and while crashing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hold(self, note: NoteId, text: str) -> None:
        """Put the text on the disk, wholly or not at all; returns when it is safe there.

        Raises: DraftUnwritable (disk full, folder gone).
        """
        target = self._path(note)
        fresh = target.with_suffix(".new")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", errors="replace", newline="") as file:
                fresh.chmod(0o600)
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)
        except OSError as cause:
            raise DraftUnwritable(str(target), cause.strerror or str(cause)) from cause

    def drop(self, note: NoteId) -> None:
        """Forget a draft: the store has the text."""
        self._path(note).unlink(missing_ok=True)

    def left(self) -> Iterator[KeptDraft]:
        """Drafts that a crash left, in the order of their notes."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            number = path.name.removesuffix(SUFFIX)
            if number.isdecimal():
                yield KeptDraft(NoteId(int(number)), path.read_bytes().decode("utf-8", "replace"))

    def _path(self, note: NoteId) -> Path:
        return self._folder / f"{int(note)}{SUFFIX}"
