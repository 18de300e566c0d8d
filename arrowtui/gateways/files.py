"""Files a person names: read whole within a limit, written whole or not at all."""

import os
import tempfile
from pathlib import Path

from arrowtui.gateways.home import expanded
from arrowtui.model.errors_requests import FileUnreadable, FileUnwritable

MOST_BYTES = 32 * 1024 * 1024


def is_file(typed: str) -> bool:
    """Whether what was typed names a file that is there."""
    try:
        return Path(typed).expanduser().is_file()
    except (OSError, ValueError, RuntimeError):  # too long for a name, a NUL in it, no such home
        return False


def is_there(path: Path) -> bool:
    """Whether something of that name can be seen; what lies in a folder that may not be entered cannot."""
    return version_of(path) is not None


def read_file(typed: str, most: int | None = None) -> bytes:
    """The bytes of a file.

    Raises: NoHome; FileUnreadable, also for more than `most`, 32 MiB unless given.
    """
    most = MOST_BYTES if most is None else most
    try:
        with expanded(Path(typed)).open("rb") as file:
            data = file.read(most + 1)
    except OSError as cause:
        raise FileUnreadable(typed, cause.strerror or str(cause)) from cause
    if len(data) > most:
        raise FileUnreadable(typed, f"it is larger than {most // 1024 // 1024} MiB")
    return data


def write_file(path: Path, data: bytes, *, is_private: bool = False) -> None:
    """Write a file whole: a new one beside it, on disk, then renamed over it. Links are followed, its mode is kept.

    Args:
        is_private: where it is new, nobody else on this machine may read it.
    Raises: NoHome, FileUnwritable; the old file is then as it was.
    """
    try:
        _replace(expanded(path).resolve(), data, 0o600 if is_private else 0o666 & ~_umask())
    except OSError as cause:
        raise FileUnwritable(str(path), cause.strerror or str(cause)) from cause


def _replace(target: Path, data: bytes, mode: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask new files get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def version_of(path: Path) -> tuple[int, int, int] | None:
    """What tells one version of a file from the next; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
