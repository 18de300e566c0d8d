"""The folder of an export: lines of JSON in files, each whole or not there. The manifest comes last."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from arrowtui.model.errors_requests import FileUnreadable, FileUnwritable
from arrowtui.model.errors_vault import FolderInUse

MANIFEST = "arrowtui-export.json"
LONGEST_LINE = 64 * 1024 * 1024


def is_bundle(path: Path) -> bool:
    """Whether a folder is an export that was finished."""
    return (path / MANIFEST).is_file()


class BundleFolder:
    """All synchronous. Every method raises FileUnwritable or FileUnreadable where the system refuses."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self) -> None:
        """Make the folder, readable by its owner alone. An earlier export in it is replaced file by file.

        Raises: FolderInUse where other things lie in it.
        """
        with _writing(self.path):
            if self.path.is_dir() and any(self.path.iterdir()) and not is_bundle(self.path):
                raise FolderInUse(str(self.path))
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write(self, name: str, lines: Iterable[bytes]) -> int:
        """A file of lines; returns how many."""
        count = 0
        with self._fresh(name) as file:
            for line in lines:
                file.write(line + b"\n")
                count += 1
        return count

    def copy(self, name: str, data: bytes) -> None:
        """A file as it is."""
        with self._fresh(name) as file:
            file.write(data)

    @contextmanager
    def _fresh(self, name: str) -> Iterator[BinaryIO]:
        """A file that takes its place when it is whole and on the disk."""
        target = self.path / name
        with _writing(target):
            target.parent.mkdir(mode=0o700, exist_ok=True)
            fresh = target.with_name(f"{target.name}.unfinished")
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        """The lines of a file with their numbers; none where there is no such file."""
        path = self.path / name
        try:
            with path.open("rb") as file:
                number = 0
                while line := file.readline(LONGEST_LINE):
                    number += 1
                    if line.strip():
                        yield number, line
        except FileNotFoundError:
            return
        except OSError as cause:
            raise FileUnreadable(str(path), cause.strerror or str(cause)) from cause

    def drafts(self, name: str) -> Iterator[tuple[str, bytes]]:
        """The files of a folder in it, by name."""
        for path in sorted((self.path / name).glob("*")):
            if path.is_file() and (data := self.data(f"{name}/{path.name}")) is not None:
                yield path.name, data

    def data(self, name: str) -> bytes | None:
        """A file as it is; None where there is none."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as cause:
            raise FileUnreadable(str(self.path / name), cause.strerror or str(cause)) from cause


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        raise FileUnwritable(str(path), cause.strerror or str(cause)) from cause
