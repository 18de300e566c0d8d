"""mbox: all mails of a folder in one file, one after the other. Read from where the last poll ended, never touched.

A file does not say whether it was only added to. So the last mail taken is remembered by a hash: if it does not lie
where it lay, the file is searched for it (a mail program took out mails before it), and reading goes on behind it.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_tz
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from arrowtui.gateways.mail_files import HEAD_BYTES
from arrowtui.gateways.mail_portion import portion
from arrowtui.model.errors_mail import MailboxNotThere, NotAMailbox
from arrowtui.model.mailbox import MailCursor, MailFiles, MailsFound, MailsWanted, RawMail

SETTLED_S = 3
"""The last mail is taken when the file has not been written to for so long: it may still be arriving."""
LONGEST_LINE = 64 * 1024
BETWEEN = re.compile(rb"From (?:-[ \t]*|\S*@.{0,500}|.{1,500}\d\d:\d\d.{0,100})\r?\n")
FOLLOWS = re.compile(rb">?From |[!-9;-~]{1,76}[ \t]*:")
"""A line between two mails names a sender or an hour, or nothing ("-"), and a header follows it. "From here on, …" in
the middle of a letter, which careless programs do not escape, is none."""
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
MESSAGE_ID = re.compile(rb"^message-id[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
DATED = re.compile(r"From \S+ +(?P<date>\w{3} +\w{3} +\d.*)")
BOM = b"\xef\xbb\xbf"
Place = tuple[int, int]
"""Where a mail begins and ends, in bytes; the line before it belongs to it."""


def read_mbox(files: MailFiles, wanted: MailsWanted, now: datetime) -> MailsFound:
    """The next mails of the file, oldest first.

    Raises: MailboxNotThere, NotAMailbox.
    """
    path = Path(files.path)
    try:
        with path.open("rb") as file:
            is_settled = not 0 <= now.timestamp() - path.stat().st_mtime < SETTLED_S
            return _Mbox(file, files.path).poll(wanted, is_settled=is_settled)
    except OSError as cause:
        raise MailboxNotThere(files.path, cause.strerror or str(cause)) from cause


def begins_as_mbox(file: BinaryIO) -> bool:
    """Whether a file, just opened, holds mails one after the other."""
    first = file.readline(LONGEST_LINE).removeprefix(BOM)
    return BETWEEN.fullmatch(first) is not None and FOLLOWS.match(file.readline(LONGEST_LINE)) is not None


class _Mbox:
    """One look into an open file."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._file, self._path = file, path

    def poll(self, wanted: MailsWanted, *, is_settled: bool) -> MailsFound:
        cursor = wanted.cursor
        if self._is_where_it_was(cursor):
            places, left_out, is_renewed = self._mails(cursor.offset), 0, False
        else:
            every = self._mails(0)
            known = self._known(every, cursor.mark)
            is_renewed = bool(cursor.mark) and known is None
            left_out = max(0, len(every) - wanted.newest) if known is None else 0
            places = every[left_out if known is None else known :]
            cursor = MailCursor(is_begun=True) if not known else self._behind(every[known - 1])
        ready = places if is_settled else places[:-1]
        chosen = ready[: portion((end - begin for begin, end in ready), wanted)]
        return MailsFound(
            mails=tuple(self._read(place, wanted.largest) for place in chosen),
            cursor=self._behind(chosen[-1]) if chosen else cursor,
            has_more=len(chosen) < len(ready),
            left_out=0 if wanted.cursor.is_begun else left_out,
            is_renewed=is_renewed,
        )

    def _mails(self, start: int) -> list[Place]:
        """The mails from a place at which one begins. Raises: NotAMailbox."""
        starts, end = self._starts(start)
        if not starts and start == 0 and self._at(0, LONGEST_LINE).strip(b"\0 \t\r\n"):
            raise NotAMailbox(self._path, "an mbox file, in which mails begin with a line “From …”")
        return list(pairwise([*starts, end]))

    def _starts(self, start: int) -> tuple[list[int], int]:
        """Where mails begin, and where the last one ends: a line at the very end that may begin another is left."""
        at = start + (len(BOM) if start == 0 and self._at(0, len(BOM)) == BOM else 0)
        self._file.seek(at)
        starts: list[int] = []
        opened: int | None = None
        is_fresh = True
        while line := self._file.readline(LONGEST_LINE):
            if opened is not None and FOLLOWS.match(line):
                starts.append(opened)
            opened = at if is_fresh and line.startswith(b"From ") and BETWEEN.fullmatch(line) else None
            is_fresh = line.endswith(b"\n")
            at += len(line)
        return starts, at if opened is None else opened

    def _known(self, places: Sequence[Place], mark: bytes) -> int | None:
        """How many mails there are up to the one with this mark; None where there is no such mail."""
        counts = range(len(places), 0, -1) if mark else ()
        return next((count for count in counts if self._mark(places[count - 1]) == mark), None)

    def _is_where_it_was(self, cursor: MailCursor) -> bool:
        """Whether the last mail taken lies where it lay, and another one or nothing follows."""
        size = self._file.seek(0, 2)
        if not cursor.mark or cursor.offset > size:
            return False
        goes_on = cursor.offset == size or self._at(cursor.offset, 5) == b"From "
        return goes_on and self._mark((cursor.mark_at, cursor.offset)) == cursor.mark

    def _behind(self, last: Place) -> MailCursor:
        return MailCursor(offset=last[1], mark_at=last[0], mark=self._mark(last), is_begun=True)

    def _mark(self, place: Place) -> bytes:
        """What tells a mail from others, whatever mail programs write into its headers: its first line and its id."""
        head = self._at(place[0], min(place[1] - place[0], HEAD_BYTES))
        found = MESSAGE_ID.search(head.replace(b"\r\n", b"\n").partition(b"\n\n")[0])
        said = head.partition(b"\n")[0].strip() + b"\0" + (found[1].strip() if found else b"")
        return blake2b(said, digest_size=12).digest()

    def _read(self, place: Place, largest: int) -> RawMail:
        size = place[1] - place[0]
        is_cut = size > largest
        line, _, mail = self._at(place[0], HEAD_BYTES if is_cut else size).partition(b"\n")
        return RawMail(f"The mail at byte {place[0]:,}", ESCAPED.sub(rb"\1", mail), _dated(line), size, is_cut)

    def _at(self, place: int, length: int) -> bytes:
        self._file.seek(place)
        return self._file.read(max(length, 0))


def _dated(line: bytes) -> datetime | None:
    """When a mail came in by the line before it, in which the hour has no zone and is taken as UTC."""
    found = DATED.fullmatch(line.decode("ascii", "replace").strip())
    parts = parsedate_tz(found["date"]) if found else None
    if parts is None:
        return None
    try:
        return datetime(*parts[:6], tzinfo=UTC)
    except ValueError:
        return None
