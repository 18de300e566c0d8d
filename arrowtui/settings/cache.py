"""Settings remembered as they were read: a thousand sources take 30 ms to decode, remembered 2."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec.structs import fields

from arrowtui import __version__
from arrowtui.settings.shape import TABLES, Settings

WORTH_IT = 16_384
"""Bytes from which a file is remembered; a short one is read as fast as its memory."""

LAYOUT = crc32(repr([__version__, [(name, fields(kind)) for name, kind in TABLES.items()]]).encode())
"""Changes whenever the structs do, so that nothing is read that another version wrote."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What changes when a file is changed: written anew, replaced by another, made by another version of us."""

    path: str
    inode: int
    changed_ns: int
    size: int
    layout: int


class _Memory(msgspec.Struct, frozen=True, array_like=True):
    stamp: Stamp
    settings: Settings


def stamp_of(path: Path) -> Stamp:
    """Raises: OSError."""
    found = path.stat()
    return Stamp(str(path), found.st_ino, found.st_mtime_ns, found.st_size, LAYOUT)


def remembered(cache: Path, stamp: Stamp) -> Settings | None:
    """What was read from the file as it now is; None when nothing is remembered of that."""
    if stamp.size < WORTH_IT:
        return None
    try:
        memory = msgspec.msgpack.decode(cache.read_bytes(), type=_Memory)
    except (OSError, msgspec.DecodeError):
        return None
    return memory.settings if memory.stamp == stamp else None


def write_down(cache: Path, stamp: Stamp, settings: Settings) -> None:
    """Remember for the next start. Where that cannot be written, the next start is a little slower, no more."""
    if stamp.size < WORTH_IT:
        return
    fresh = cache.with_name(f"{cache.name}.{os.getpid()}")
    with suppress(OSError):
        cache.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_bytes(msgspec.msgpack.encode(_Memory(stamp, settings)))
        fresh.replace(cache)
    with suppress(OSError):  # on a full disk half of it may lie there
        fresh.unlink(missing_ok=True)
