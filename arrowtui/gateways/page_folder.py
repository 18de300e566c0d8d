"""A folder of Markdown files that is to be taken in: read, never written."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from arrowtui.model.errors_requests import FileUnreadable
from arrowtui.model.saved import Page

MOST_BYTES = 4 * 1024 * 1024
MOST_FILES = 100_000


def pages_in(folder: Path) -> Iterator[Page]:
    """Every Markdown file below a folder, named from the folder's own name on; hidden folders, links and files larger
    than 4 MiB are passed over.

    Raises: FileUnreadable.
    """
    root, count = folder.resolve(), 0
    try:
        for here, folders, names in os.walk(root, onerror=_told):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(here) / name
                if not name.endswith((".md", ".markdown")) or name.startswith(".") or path.is_symlink():
                    continue
                found = path.stat()
                if found.st_size <= MOST_BYTES and count < MOST_FILES:
                    count += 1
                    changed = datetime.fromtimestamp(found.st_mtime, UTC).replace(microsecond=0)
                    yield Page(path.relative_to(root.parent).as_posix(), path.read_bytes(), changed)
    except OSError as cause:
        raise FileUnreadable(str(folder), cause.strerror or str(cause)) from cause


def files_in(folder: Path) -> Iterator[Path]:
    """The files directly in a folder and in its folders, at most 1,000: parts of an unpacked export."""
    found = sorted(
        path for path in (*folder.glob("*"), *folder.glob("*/*")) if path.is_file() and not path.is_symlink()
    )
    yield from found[:1000]


def _told(cause: OSError) -> None:
    raise cause
