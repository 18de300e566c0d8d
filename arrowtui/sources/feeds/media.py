"""What comes with an item: enclosures, Media RSS, podcast pictures. Each link once, with its description in words."""

import re
from collections.abc import Iterator

from lxml import etree

from arrowtui.model.wire import Attachment, Medium
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.feeds.parts import Parts

MOST = 40  # attachments of one item; galleries beyond that are read on their page
EXTENSIONS = {
    Medium.IMAGE: ("jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp"),
    Medium.AUDIO: ("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac"),
    Medium.VIDEO: ("mp4", "m4v", "webm", "mov", "mkv", "avi", "mpg", "mpeg"),
}
SHOWN: dict[str, Medium] = {medium.value: medium for medium in EXTENSIONS}
EXTENSION = re.compile(r"\.([a-z0-9]{2,4})(?:[?#]|$)", re.IGNORECASE)
FACES = "gravatar.com/avatar/"  # WordPress puts its authors' pictures among those of the article
TINY = 64  # pixels
USELESS = "application/x-shockwave-flash"
MEDIA = ("media:group", "media:content", "media:thumbnail", "itunes:image")


def attachments(parts: Parts, base: str) -> tuple[Attachment, ...]:
    """All attachments of an item, enclosures first; thumbnails only where no other picture is given."""
    found: dict[str, Attachment] = {}
    for attachment in _each(parts, base):
        known = found.get(attachment.link)
        if known is None or (attachment.alt and not known.alt):
            found[attachment.link] = attachment
        if len(found) >= MOST:
            break
    return tuple(found.values())


def _each(parts: Parts, base: str) -> Iterator[Attachment]:
    for enclosure in parts.all("rss:enclosure"):
        made = _made(enclosure.get("url") or enclosure.get("href"), enclosure, base, length="length")
        if made:
            yield _with_duration(made, parts)
    for link in parts.all("atom:link"):
        if link.get("rel", "").lower() == "enclosure":
            made = _made(link.get("href"), link, base, length="length", alt=link.get("title"))
            if made:
                yield _with_duration(made, parts)
    if not parts.has_any(MEDIA):
        return
    groups = [parts, *(Parts(group, parts.names) for group in parts.all("media:group"))]
    pictures = [made for group in groups for made in _media(group, parts, base)]
    yield from pictures
    if not any(made.medium is Medium.IMAGE for made in pictures):
        yield from (made for group in groups for made in _thumbnails(group, base))


def _media(group: Parts, item: Parts, base: str) -> Iterator[Attachment]:
    for content in group.all("media:content"):
        inner = Parts(content, group.names)
        alt = _alt(inner) or _alt(group, with_title=group is not item)
        made = _made(
            content.get("url") or inner.attribute("media:player", "url"), content, base, length="fileSize", alt=alt
        )
        if made:
            yield made


def _thumbnails(group: Parts, base: str) -> Iterator[Attachment]:
    """Small pictures that stand for the whole; they show nothing that words beside them would describe."""
    inside = [thumb for item in group.all("media:content") for thumb in Parts(item, group.names).all("media:thumbnail")]
    for thumb in [*group.all("media:thumbnail"), *inside][:1]:
        link = resolve(thumb.get("url") or thumb.text, base)
        if link and not _is_tiny(thumb):
            yield Attachment(link, Medium.IMAGE)
    for image in group.all("itunes:image"):
        link = resolve(image.get("href") or image.text, base)
        if link:
            yield Attachment(link, Medium.IMAGE)


def _is_tiny(picture: etree._Element) -> bool:
    """Whether a picture says it is no larger than a face beside a name."""
    sides = [_number(picture.get(side)) for side in ("width", "height")]
    return all(side is not None and side <= TINY for side in sides)


def _alt(group: Parts, *, with_title: bool = True) -> str | None:
    """A picture in words: its description, else its title (which on the item itself is only the item's own)."""
    return group.text("media:description", "media:text") or (group.text("media:title") if with_title else None)


def _made(
    address: str | None, element: etree._Element, base: str, *, length: str, alt: str | None = None
) -> Attachment | None:
    link = resolve(address, base)
    mime = (element.get("type") or "").strip().lower() or None
    if not link or mime == USELESS or FACES in link:
        return None
    size = _number(element.get(length))
    medium = medium_of(link, mime, element.get("medium"))
    return Attachment(link, medium, mime, alt, size or None, _number(element.get("duration")))


def medium_of(link: str, mime: str | None, said: str | None = None) -> Medium:
    """What an attachment is, by what is said of it, its media type or the end of its address."""
    found = SHOWN.get(said or "") or SHOWN.get((mime or "").partition("/")[0])
    if found:
        return found
    match = EXTENSION.search(link)
    extension = match[1].lower() if match else ""
    return next((medium for medium, known in EXTENSIONS.items() if extension in known), Medium.FILE)


def _with_duration(made: Attachment, parts: Parts) -> Attachment:
    """A podcast tells the length of its only enclosure beside it."""
    written = parts.text("itunes:duration") if made.medium in (Medium.AUDIO, Medium.VIDEO) else None
    seconds = duration_s(written)
    if seconds is None or made.duration_s is not None:
        return made
    return Attachment(made.link, made.medium, made.mime, made.alt, made.size_bytes, seconds)


def duration_s(written: str | None) -> int | None:
    """`3600`, `62:05` or `1:02:05` in seconds."""
    pieces = (written or "").strip().split(":")
    if not written or len(pieces) > 3:
        return None
    seconds = 0
    for piece in pieces:
        number = _number(piece)
        if number is None:
            return None
        seconds = seconds * 60 + number
    return seconds or None


def _number(written: str | None) -> int | None:
    """A whole number below 2^53, decimals cut off; None for anything else."""
    digits = (written or "").strip().partition(".")[0].replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None
