"""What is being typed, on disk before the store has it: one small file a layer, so that a crash takes no
words along."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from arrowtui.model.errors_store import DraftUnwritable
from arrowtui.model.note import LayerId

SUFFIX = ".draft.md"


class KeptDraft(Struct, frozen=True):
    """A text that was held when the program ended."""

    layer: LayerId
    text: str


class Drafts:
    """The folder of drafts. All synchronous: it must work after a signal and while crashing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hold(self, layer: LayerId, text: str) -> None:
        """Put the text on the disk, wholly or not at all; returns when it is safe there.

        Raises: DraftUnwritable (disk full, folder gone).
        """
        target = self._path(layer)
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

    def drop(self, layer: LayerId) -> None:
        """Forget a draft: the store has the text."""
        self._path(layer).unlink(missing_ok=True)

    def left(self) -> Iterator[KeptDraft]:
        """Drafts that a crash left, in the order of their layers."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            number = path.name.removesuffix(SUFFIX)
            if number.isdecimal():
                yield KeptDraft(LayerId(int(number)), path.read_bytes().decode("utf-8", "replace"))

    def others(self) -> tuple[tuple[str, bytes], ...]:
        """What an editor left that ended badly, by file name: words that are in no note."""
        found = sorted(path for path in self._folder.glob("*.md") if not path.name.endswith(SUFFIX))
        return tuple((path.name, path.read_bytes()) for path in found if path.is_file())

    def _path(self, layer: LayerId) -> Path:
        return self._folder / f"{int(layer)}{SUFFIX}"
