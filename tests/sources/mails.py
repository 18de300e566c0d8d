"""Mails for tests: raw ones made into the reply of a mailbox."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from arrowtui.model.mailbox import MailCursor, MailsFound, RawMail
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.mail import Mail
from tests.fakes import NOON

ADDRESS = "imaps://reader@mail.example/Letters"


def reply_of(mails: Iterable[RawMail], address: str = ADDRESS, **found: object) -> Reply:
    """What a gateway answers with: these mails, oldest first."""
    body = msgspec.msgpack.encode(
        msgspec.convert({"mails": tuple(mails), "cursor": MailCursor(1, 7), **found}, MailsFound)
    )
    return Reply(Request(address), 200, address, {}, body, NOON)


def read(*raw: bytes, options: tuple[tuple[str, str], ...] = (), received_at: datetime | None = NOON) -> Batch:
    """The batch that raw mails become."""
    mails = (RawMail(str(number), one, received_at, len(one)) for number, one in enumerate(raw, 1))
    return Mail().read(reply_of(mails), options, "")


def mail(body: str = "Hello.", **headers: str) -> bytes:
    """A small mail; header names are written with `_` for `-`."""
    usual = {
        "From": "Desk <desk@desk.example>",
        "Subject": "A letter",
        "Date": "Mon, 23 Nov 2026 08:00:00 +0000",
        "Message_ID": "<m1@desk.example>",
    }
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in {**usual, **headers}.items() if value]
    return "\n".join([*lines, "", body]).encode()


def case_mails(case: Path) -> list[RawMail]:
    """The mails of a golden case in the order of their names."""
    return [RawMail(path.name, path.read_bytes(), NOON, path.stat().st_size) for path in sorted(case.glob("*.eml"))]
