"""Whether there is room for our files where they are to lie."""

import os
import shutil
from pathlib import Path

from msgspec import Struct


class Room(Struct, frozen=True):
    """What a folder offers, or would where it is not made yet. `free` is in bytes; None where nobody can tell."""

    is_writable: bool
    free: int | None


def room_in(folder: Path) -> Room:
    """Look at the folder, or at the nearest one above it that is there. Makes nothing, raises nothing."""
    place = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    is_writable = os.path.isdir(place) and os.access(place, os.W_OK | os.X_OK)  # noqa: PTH112 never raises
    try:
        return Room(is_writable, shutil.disk_usage(place).free)
    except OSError:
        return Room(is_writable, None)
