"""The mailbox of the demo: one letter of queries, which comes on the afternoon on which the demo begins."""

from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from importlib.resources import files

import msgspec

from arrowtui.model.mailbox import MailCursor, MailsFound, RawMail

SCHEME = "imaps"
LETTERS = ("source-letters.eml",)


def answer(now: datetime) -> bytes:
    """The mails that have come by then, as the gateway of mailboxes hands them on."""
    mails = [_mail(number, name) for number, name in enumerate(LETTERS, 1)]
    come = tuple(mail for mail in mails if mail.received_at is not None and mail.received_at <= now)
    return msgspec.msgpack.encode(MailsFound(come, MailCursor(validity=1, uid=len(come))))


def _mail(number: int, name: str) -> RawMail:
    raw = (files("arrowtui.demo") / "feeds" / name).read_bytes()
    at = parsedate_to_datetime(str(BytesHeaderParser().parsebytes(raw)["Date"]))
    return RawMail(str(number), raw, at, len(raw))
