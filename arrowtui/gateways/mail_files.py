"""Folders of mails on this machine: Maildir and folders of .eml files. Read, never touched."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from arrowtui.gateways.mail_portion import portion
from arrowtui.model.errors_mail import MailboxNotThere, NotAMailbox
from arrowtui.model.mailbox import NAME_BYTES, MailCursor, MailFiles, MailsFound, MailsWanted, RawMail

HEAD_BYTES = 64 * 1024
"""Of a mail that is too large; its headers are in there."""
SETTLED_S = 3
"""A dropped file is taken when it has not been written to for so long."""
TRASHED_OR_DRAFT = frozenset("TD")


class Found(Struct, frozen=True):
    """A file that holds a mail. `key` stays the same when a mail program marks it or moves it from new to cur."""

    path: Path
    key: bytes
    size: int
    changed_at: float


def read_folder(files: MailFiles, wanted: MailsWanted, now: datetime) -> MailsFound:
    """The next mails of a folder that have not been met yet, oldest first.

    Raises: MailboxNotThere, NotAMailbox.
    """
    folder = Path(files.path)
    by_key = {found.key: found for found in _listed(files, folder, now)}
    there = sorted(by_key.values(), key=lambda found: (found.changed_at, found.path.name))
    known = {wanted.cursor.names[at : at + NAME_BYTES] for at in range(0, len(wanted.cursor.names), NAME_BYTES)}
    known &= by_key.keys()
    left_out = 0
    if not wanted.cursor.is_begun:
        passed_over = there[: max(0, len(there) - wanted.newest)]
        left_out = len(passed_over)
        known |= {found.key for found in passed_over}
    fresh = [found for found in there if found.key not in known]
    chosen = fresh[: portion((found.size for found in fresh), wanted)]
    read = {found.key: mail for found in chosen if (mail := _read(found, wanted.largest)) is not None}
    cursor = MailCursor(names=b"".join(sorted(known | read.keys())), is_begun=True)
    return MailsFound(tuple(read.values()), cursor, len(chosen) < len(fresh), left_out)


def _listed(files: MailFiles, folder: Path, now: datetime) -> Iterator[Found]:
    is_maildir = files.store == "maildir"
    places = (folder / "new", folder / "cur") if is_maildir else (folder,)
    if is_maildir and folder.is_dir() and not any(place.is_dir() for place in places):
        raise NotAMailbox(files.path, "a Maildir: a folder with new and cur in it")
    for place in places:
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    found = _maildir_file(entry) if is_maildir else _dropped_file(entry, now)
                    if found is not None:
                        yield found
        except NotADirectoryError as cause:
            raise NotAMailbox(files.path, "a Maildir" if is_maildir else "a folder of .eml files") from cause
        except OSError as cause:
            raise MailboxNotThere(str(place), cause.strerror or str(cause)) from cause


def _maildir_file(entry: os.DirEntry[str]) -> Found | None:
    """A delivered mail; not one that a mail program has marked as trashed or as a draft."""
    name, _, info = entry.name.partition(":2,")
    state = None if name.startswith(".") or TRASHED_OR_DRAFT & set(info) else _state(entry)
    return Found(Path(entry.path), _key(name), state.st_size, state.st_mtime) if state else None


def _dropped_file(entry: os.DirEntry[str], now: datetime) -> Found | None:
    """An .eml file that nobody is writing any more. Written anew it is another mail."""
    is_mail = entry.name.lower().endswith(".eml") and not entry.name.startswith(".")
    state = _state(entry) if is_mail else None
    if state is None or 0 <= now.timestamp() - state.st_mtime < SETTLED_S:
        return None
    return Found(
        Path(entry.path), _key(f"{entry.name}\0{state.st_size}\0{state.st_mtime_ns}"), state.st_size, state.st_mtime
    )


def _state(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Of a regular file; None for anything else and for one that has just gone."""
    try:
        state = entry.stat()
    except OSError:
        return None
    return state if stat.S_ISREG(state.st_mode) else None


def _key(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=NAME_BYTES).digest()


def _read(found: Found, largest: int) -> RawMail | None:
    """The mail; None where it was moved or deleted since it was listed (moved, it is met at the next poll). A file that
    may not be read is an empty mail, of which the person is told."""
    is_cut = found.size > largest
    try:
        with found.path.open("rb") as file:
            raw = file.read(HEAD_BYTES if is_cut else largest)
    except FileNotFoundError:
        return None
    except OSError:
        raw = b""
    received_at = datetime.fromtimestamp(found.changed_at, UTC)
    return RawMail(found.path.name, raw, received_at, found.size, is_cut)
