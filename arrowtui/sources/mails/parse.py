"""Bytes -> a mail, or the word that they are none."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser

from arrowtui.sources.mails.broken import BROKEN

SIGNS = frozenset(
    (
        *("from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "delivered-to", "sender"),
        *("reply-to", "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "list-id"),
        *("resent-from", "resent-date", "x-mailer"),
    )
)
"""One of these headers at least makes a text a mail."""


END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n")
LINE = re.compile(rb"[^\n]*\n|[^\n]+")
PROPER = re.compile(rb"[!-9;-~]+:|[ \t]|From ")
BLANK_BEFORE_COLON = re.compile(rb"([!-9;-~]+)[ \t]+:")
NEAR = 4
"""A broken line is passed over where a header of SIGNS comes within so many lines; else the text begins there."""
LONGEST_HEAD = 200_000


def parsed(raw: bytes) -> EmailMessage | None:
    """The mail in these bytes; None where they hold none. Nothing is raised for any bytes."""
    data = raw.lstrip(b"\xef\xbb\xbf \t\r\n\0") if raw[:1] in b"\xef \t\r\n\0" else raw
    if data.startswith(b">From "):
        data = data.partition(b"\n")[2]
    mail = _whole(_mended(data))
    return mail if mail is not None and any(name.lower() in SIGNS for name in mail) else None


def _whole(data: bytes) -> EmailMessage | None:
    """A mail nested so deeply that the parser gives up is one with headers and a text."""
    try:
        return message_from_bytes(data, policy=policy.default)
    except BROKEN:
        pass
    try:
        return BytesHeaderParser(policy=policy.default).parsebytes(data)
    except BROKEN:
        return None


def _mended(data: bytes) -> bytes:
    """The mail with lines in its head that are no header made one or left out: the parser would take all that follows
    for text."""
    end = END_OF_HEAD.search(data, 0, LONGEST_HEAD)
    head = data[: end.start() + 1] if end else b""
    lines = LINE.findall(head)
    if all(PROPER.match(line) for line in lines):
        return data
    kept: list[bytes] = []
    for at, line in enumerate(lines):
        if PROPER.match(line):
            kept.append(line)
        elif mended := BLANK_BEFORE_COLON.match(line):
            kept.append(mended[1] + line[mended.end() - 1 :])
        elif not any(_is_sign(later) for later in lines[at + 1 : at + 1 + NEAR]):
            kept += lines[at:]
            break
    return b"".join(kept) + data[len(head) :]


def _is_sign(line: bytes) -> bool:
    return line.partition(b":")[0].strip().decode("latin-1").lower() in SIGNS
