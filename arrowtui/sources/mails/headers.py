"""Headers of a mail, read so that none can break the reading: taken raw and understood here, by what `email` offers
for the purpose. Its modern policy parses each header when asked for it, and stumbles over some that are in the world.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_tz

from msgspec import Struct

from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.mails.broken import BROKEN
from arrowtui.sources.mails.charsets import decoded

LONGEST = 20_000
"""Characters of a header that are read."""
ANGLED = re.compile(r"<([^<>]*)>")
ADDRESS = re.compile(r"[^\s<>\"(),:;@]+@[^\s<>\"(),:;@]+")
BLANKS = re.compile(r"\s+")


class Person(Struct, frozen=True):
    """Who sent a mail; `address` is lower case in its domain, "" where none is given."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def __str__(self) -> str:
        if self.name and self.address:
            return f"{self.name} <{self.address}>"
        return self.name or self.address


def header(mail: Message, name: str) -> str:
    """The first header of that name, decoded, on one line; "" where there is none."""
    return next(headers(mail, name), "")


def headers(mail: Message, name: str) -> Iterator[str]:
    """Every header of that name in order, decoded, each on one line."""
    wanted = name.lower()
    for known, raw in mail.raw_items():
        if known.lower() == wanted:
            yield BLANKS.sub(" ", _decoded(str(raw)[:LONGEST])).strip()


def _decoded(raw: str) -> str:
    """A header with its encoded words read; bytes that were never encoded are taken for UTF-8, else Windows-1252."""
    plain = _bytes_read(raw)
    if "=?" not in plain:
        return plain
    try:
        parts = decode_header(plain.replace("\r", "").replace("\n", ""))
        return "".join(part if isinstance(part, str) else decoded(part, charset) for part, charset in parts)
    except BROKEN:
        return plain


def _bytes_read(raw: str) -> str:
    try:
        return decoded(raw.encode("ascii", "surrogateescape"), None)
    except UnicodeEncodeError:  # text already: the mail was not read from bytes
        return raw.encode("utf-8", "replace").decode()


def sender(mail: Message) -> Person:
    """Who wrote it: `From`, else `Sender`, else `Reply-To`."""
    for name in ("From", "Sender", "Reply-To"):
        if (said := header(mail, name)) and (found := person(said)):
            return found
    return Person("", "")


def person(said: str) -> Person | None:
    """The first person a header names: `Ida Lund <ida@desk.example>`, also where quotes and commas are missing. A group
    without members is nobody."""
    if said.rstrip("; ").endswith(":"):
        return None
    try:
        name, address = parseaddr(said)
    except BROKEN:
        name, address = "", ""
    if "@" not in address:
        found = ADDRESS.search((ANGLED.search(said) or [said])[0])
        address = found[0] if found else ""
        name = said.partition("<")[0] if "<" in said else said.replace(address, "")
    name = name.strip(" \"'(),;")
    local, at, domain = address.strip().rpartition("@")
    domain = domain.lower().strip(".[]")
    is_whole = bool(local and at and domain) and not any(c.isspace() for c in address.strip())
    found_address = f"{local}@{domain}" if is_whole else ""
    if not name and not found_address:
        return None
    return Person("" if name.lower() == found_address.lower() else name, found_address)


def message_id(mail: Message) -> str:
    """The id of a mail without its brackets; "" where it has none of any use."""
    said = header(mail, "Message-ID")
    found = ANGLED.search(said)
    inside = BLANKS.sub("", found[1] if found else said)
    return inside if 3 <= len(inside) <= 500 else ""


def list_id(mail: Message) -> str:
    """The list a mail came through, lower case: what stands in the brackets of `List-Id`. Source: RFC 2919."""
    said = header(mail, "List-Id")
    found = ANGLED.search(said)
    inside = (found[1] if found else said).strip().strip('"').lower()
    return inside if inside and len(inside) <= 255 and not any(c.isspace() for c in inside) else ""


def date(mail: Message) -> datetime | None:
    """When it says it was sent, with the offset it says; None for no date and for what is none."""
    said = header(mail, "Date")
    try:
        parts = parsedate_tz(said)
        if parts is not None:
            offset = timedelta(seconds=parts[9] or 0)
            if abs(offset) < timedelta(hours=24):
                return datetime(*parts[:6], tzinfo=timezone(offset))
    except BROKEN:
        pass
    return read_date(said)


def links(said: str) -> Iterator[str]:
    """The web addresses in a header such as `List-Archive: <https://…>`."""
    for found in ANGLED.findall(said):
        if found.strip().lower().startswith(("http://", "https://")):
            yield found.strip()
