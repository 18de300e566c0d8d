"""The folder of the vault. Files are written whole or not at all, and never over content that was not seen before.

Between the last look at a file and its replacement another program may have written it. So the old file gets a second
name first; whatever is found under that afterwards, if it is not what had been seen, is handed back.
"""

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from arrowtui.model.errors_vault import VaultMissing, VaultUnwritable

OWN = ".arrowtui"
"""A folder of ours inside: unfinished files, what was kept, and the sign that this is the vault."""
SIGN = "vault"
SUFFIX = ".md"
MOST_BYTES = 4 * 1024 * 1024
MOST_FILES = 100_000
DEEPEST = 24


class Stat(Struct, frozen=True):
    """What tells one version of a file from the next, without reading it."""

    size: int
    changed_ns: int


class Written(Struct, frozen=True):
    """The file is on the disk."""

    stat: Stat


class Unseen(Struct, frozen=True):
    """There was something nobody had seen. `data` is what was replaced all the same, in the last moment; None: nothing
    was written, look again."""

    data: bytes | None = None


def digest(data: bytes) -> bytes:
    """What tells one content from any other."""
    return blake2b(data, digest_size=16).digest()


class VaultFolder:
    """All synchronous, for use in a thread. Paths are relative, parts joined by "/"; links are not followed.

    Every method raises VaultUnwritable where the system refuses.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = path / OWN

    def begin(self) -> None:
        """Make the folder and set the sign that it is the vault."""
        with _told(self.path):
            self._own.mkdir(parents=True, exist_ok=True)
            (self._own / ".gitignore").write_text("*\n")
            (self._own / SIGN).write_text("The notes of arrowtui lie in the folder above.\n")

    def check(self) -> None:
        """Raises: VaultMissing where the sign is not there."""
        if not (self._own / SIGN).is_file():
            raise VaultMissing(str(self.path))

    def listing(self) -> Mapping[str, Stat]:
        """Every Markdown file, at most 100,000; hidden folders and links are passed over.

        Raises: VaultMissing.
        """
        self.check()
        with _told(self.path):
            found: dict[str, Stat] = {}
            for path, known in _walk(self.path, "", 0):
                found[path] = known
                if len(found) >= MOST_FILES:
                    break
        return found

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none (any more), or it is larger than 4 MiB."""
        try:
            with self._at(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None
        except OSError as cause:
            raise VaultUnwritable(path, cause.strerror or str(cause)) from cause
        return data if len(data) <= MOST_BYTES else None

    def stat(self, path: str) -> Stat | None:
        """None where there is no such file."""
        try:
            found = self._at(path).lstat()
        except OSError:
            return None
        return Stat(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None

    def write(self, path: str, data: bytes, seen: bytes | None) -> Written | Unseen:
        """Put `data` there, where the file still is what `seen` says.

        Args:
            seen: the digest of the content that is replaced; None: there is no file yet.
        """
        with _told(self._at(path)):
            fresh = self._unfinished(data)
            try:
                return self._replace(path, fresh, seen) if seen is not None else self._create(path, fresh)
            finally:
                fresh.unlink(missing_ok=True)

    def remove(self, path: str, seen: bytes) -> bool:
        """Take a file away where it still is what `seen` says; False where it is not."""
        target = self._at(path)
        with _told(target):
            aside = self._own / f"removed-{os.getpid()}-{os.urandom(4).hex()}"
            try:
                target.replace(aside)
            except FileNotFoundError:
                return True
            data = aside.read_bytes()
            if digest(data) != seen:
                self._hand_back(aside, target, path, data)
                return False
            aside.unlink()
            return True

    def keep(self, path: str, data: bytes) -> None:
        """Put a copy of a file's content aside for good: it held what a rewritten file cannot."""
        with _told(self.path):
            kept = self._own / "kept"
            kept.mkdir(exist_ok=True)
            name = f"{Path(path).stem[:100]}-{digest(data).hex()[:12]}{SUFFIX}"
            if not (kept / name).exists():
                (kept / name).write_bytes(data)

    def _hand_back(self, aside: Path, target: Path, path: str, data: bytes) -> None:
        try:
            os.link(aside, target)
        except OSError:  # there is one again: both stay
            self.keep(path, data)
        aside.unlink()

    def _replace(self, path: str, fresh: Path, seen: bytes) -> Written | Unseen:
        target = self._at(path)
        second = self._own / f"before-{os.getpid()}-{os.urandom(4).hex()}"
        try:
            os.link(target, second)
        except FileNotFoundError:
            return Unseen()
        except OSError:  # a file system without second names: the look just before is all there is
            return self._replace_looked(target, fresh, seen)
        try:
            if digest(second.read_bytes()) != seen:
                return Unseen()
            fresh.chmod(stat.S_IMODE(second.stat().st_mode))
            fresh.replace(target)
            known = self.stat(path)
            late = second.read_bytes()
            if digest(late) != seen:
                return Unseen(late)
            return Written(known) if known else Unseen()
        finally:
            second.unlink(missing_ok=True)

    def _replace_looked(self, target: Path, fresh: Path, seen: bytes) -> Written | Unseen:
        if digest(target.read_bytes()) != seen:
            return Unseen()
        fresh.replace(target)
        found = target.stat()
        return Written(Stat(found.st_size, found.st_mtime_ns))

    def _create(self, path: str, fresh: Path) -> Written | Unseen:
        target = self._at(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(fresh, target)  # fails where somebody was quicker
        except FileExistsError:
            return Unseen()
        except OSError:
            if target.exists():
                return Unseen()
            fresh.replace(target)
        found = target.stat()
        return Written(Stat(found.st_size, found.st_mtime_ns))

    def _unfinished(self, data: bytes) -> Path:
        """The new content on the disk, under a name of ours."""
        self._own.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="unfinished-", dir=self._own)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        return Path(name)

    def _at(self, path: str) -> Path:
        parts = path.split("/")
        if not path or any(part in ("", ".", "..", OWN) or "\\" in part or "\0" in part for part in parts):
            raise VaultUnwritable(path, "it would lie outside the vault")
        with _told(self.path / path):
            os.fsencode(path)
        return self.path.joinpath(*parts)


def _walk(folder: Path, prefix: str, depth: int) -> Iterator[tuple[str, Stat]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST:
                    yield from _walk(Path(entry.path), f"{prefix}{entry.name}/", depth + 1)
            elif entry.name.endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                with suppress(FileNotFoundError):
                    found = entry.stat(follow_symlinks=False)
                    yield f"{prefix}{entry.name}", Stat(found.st_size, found.st_mtime_ns)


def _umask() -> int:
    """The mask new files get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the system says into words of ours."""
    try:
        yield
    except OSError as cause:
        raise VaultUnwritable(str(path), cause.strerror or str(cause)) from cause
    except UnicodeEncodeError as cause:
        why = f"its name has letters that {cause.encoding} lacks; LC_ALL=C.UTF-8 before the command helps"
        raise VaultUnwritable(str(path), why) from cause
