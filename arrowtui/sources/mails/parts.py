"""The parts of a mail: what is to be read, what is attached, which other mails lie in it."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage, Message
from html import escape

from msgspec import Struct

from arrowtui.sources.mails.broken import BROKEN
from arrowtui.sources.mails.charsets import decoded
from arrowtui.sources.mails.flowed import unflowed
from arrowtui.sources.mails.headers import header
from arrowtui.sources.mails.parse import parsed

DEEPEST = 40
"""Parts in parts; nobody nests deeper on purpose."""
MOST_PARTS = 500
MOST_NESTED = 50
READ = {"text/plain": "plain", "text/html": "html", "text/enriched": "plain", "text/markdown": "plain"}
SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
REPORTS = frozenset({"message/delivery-status", "message/disposition-notification", "text/rfc822-headers"})


class Place(Struct, frozen=True):
    """One place of a mail in up to two versions of the same words."""

    plain: str | None = None
    html: str | None = None


class File(Struct, frozen=True):
    """Something attached: its name or what it is, and its size in bytes, roughly."""

    name: str
    size_bytes: int


@dataclass
class Content:
    """What a mail holds, in its order. `is_report`: a machine tells about another mail."""

    places: list[Place] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    nested: list[EmailMessage] = field(default_factory=list)
    is_report: bool = False
    is_encrypted: bool = False
    parts_left: int = MOST_PARTS


def content(mail: EmailMessage) -> Content:
    """Take a mail apart; whatever is in it, nothing is raised."""
    found = Content()
    _gather(mail, found, 0)
    return found


def _gather(part: Message, found: Content, depth: int) -> None:
    kind = content_type(part)
    found.parts_left -= 1
    if found.parts_left < 0:
        return
    children = _children(part)
    if children and kind == "message/rfc822":
        found.nested += [child for child in (_unpacked(part, children[0]),) if len(found.nested) < MOST_NESTED]
    elif children and kind in REPORTS:
        found.is_report = True
    elif children and depth < DEEPEST:
        found.is_report |= kind == "multipart/report"
        found.is_encrypted |= kind == "multipart/encrypted"
        _GATHER.get(kind, _gather_all)(children, found, depth + 1)
    else:
        _take(part, kind, found)


def _gather_all(children: list[EmailMessage], found: Content, depth: int) -> None:
    for child in children:
        _gather(child, found, depth)


def _gather_one(children: list[EmailMessage], found: Content, depth: int) -> None:
    """multipart/alternative: the same words several times; the plainest and the last HTML are kept."""
    versions = []
    for child in children:
        version = Content(parts_left=found.parts_left)
        _gather(child, version, depth)
        found.parts_left = version.parts_left
        found.files += version.files
        found.nested += version.nested
        versions.append(version.places)
    plain = next((places for places in versions if places and all(place.html is None for place in places)), [])
    html = next((places for places in reversed(versions) if any(place.html is not None for place in places)), [])
    if html and plain:
        words = "\n\n".join(place.plain or "" for place in plain)
        found.places.append(Place(words, html_of(html)))
    else:
        found.places += html or plain


def _gather_related(children: list[EmailMessage], found: Content, depth: int) -> None:
    """multipart/related: the text and the pictures it shows, which are no attachments."""
    for child in children:
        is_shown = bool(header(child, "Content-ID") or header(child, "Content-Location"))
        if not (is_shown and content_type(child).startswith("image/")):
            _gather(child, found, depth)


_GATHER = {"multipart/alternative": _gather_one, "multipart/related": _gather_related}


def html_of(places: list[Place]) -> str:
    """Several places as one page; plain words between them keep their lines."""
    return "\n".join(place.html if place.html is not None else _as_html(place.plain or "") for place in places)


def _as_html(text: str) -> str:
    paragraphs = (part for part in text.strip().split("\n\n") if part.strip())
    return "".join(f"<p>{escape(part.strip()).replace(chr(10), '<br>')}</p>" for part in paragraphs)


def _take(part: Message, kind: str, found: Content) -> None:
    version = READ.get(kind, "plain" if kind.startswith("multipart/") else "")
    if version and not _is_attached(part):
        text = _text(part, kind)
        if text.strip():
            found.places.append(Place(**{version: text}))
    elif kind not in SIGNATURES and kind not in REPORTS:
        found.files.append(File(_name(part, kind), _size(part)))


def _text(part: Message, kind: str) -> str:
    text = decoded(_bytes(part), _parameter(part, "charset")).replace("\r\n", "\n").replace("\r", "\n")
    if kind == "text/plain" and (_parameter(part, "format") or "").lower() == "flowed":
        return unflowed(text, del_sp=(_parameter(part, "delsp") or "").lower() == "yes")
    return text


def _bytes(part: Message) -> bytes:
    """The bytes of a part as they were before they were made fit for mail; damaged ones as far as they go."""
    try:
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            return data
    except BROKEN:
        pass
    raw = _payload(part)
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _payload(part: Message) -> object:
    """What lies in a part as it came: a text, parts, or nothing."""
    try:
        return part.get_payload()
    except BROKEN:
        return None


def content_type(part: Message) -> str:
    """The type of a part in lower case, `text/plain` where it says none."""
    try:
        return part.get_content_type()
    except BROKEN:
        return "text/plain"


def _parameter(part: Message, name: str) -> str | None:
    try:
        found = part.get_param(name)
    except BROKEN:
        return None
    if isinstance(found, tuple):  # RFC 2231: charset, language, value
        found = found[2]
    return found if isinstance(found, str) else None


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except BROKEN:
        return False


def _children(part: Message) -> list[EmailMessage]:
    payload = _payload(part)
    return [child for child in payload if isinstance(child, EmailMessage)] if isinstance(payload, list) else []


def _unpacked(part: Message, inner: EmailMessage) -> EmailMessage:
    """The mail in a mail. Some programs encode it as a whole, which the standard forbids and the parser leaves."""
    if inner.keys() or header(part, "Content-Transfer-Encoding").lower() != "base64":
        return inner
    try:
        return parsed(b64decode(_bytes(inner))) or inner
    except (NotBase64, ValueError):
        return inner


def _name(part: Message, kind: str) -> str:
    try:
        name = part.get_filename()
    except BROKEN:
        name = None
    return " ".join((name or "").split()) or header(part, "Content-Description") or kind


def _size(part: Message) -> int:
    """Roughly, without decoding: base64 is a third longer than what it stands for."""
    raw = _payload(part)
    if not isinstance(raw, str):
        return 0
    return len(raw) * 3 // 4 if header(part, "Content-Transfer-Encoding").lower() == "base64" else len(raw)


def named(files: list[File]) -> Iterator[str]:
    """What is attached, in words: `report.pdf (120 kB)`."""
    for file in files:
        yield f"{file.name} ({_shown(file.size_bytes)})" if file.size_bytes else file.name


def _shown(size: int) -> str:
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1_000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
