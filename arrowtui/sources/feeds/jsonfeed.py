"""JSON Feed 1 and 1.1. Source: https://jsonfeed.org/version/1.1

A field of the wrong type is left out; it never costs the item, and an item never costs the feed.
"""

import json

import msgspec

from arrowtui.model.wire import Attachment, Batch, Body, Draft, Markup, Medium
from arrowtui.sources.feeds.channel import MOST_ITEMS
from arrowtui.sources.feeds.charset import decode
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.feeds.identity import hashed_id
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.feeds.media import MOST, duration_s, medium_of
from arrowtui.sources.feeds.wording import loose_title
from arrowtui.sources.lenient import UNREADABLE, lenient


class Person(msgspec.Struct):
    name: str | None = None
    url: str | None = None


class Enclosure(msgspec.Struct):
    url: str | None = None
    mime_type: str | None = None
    title: str | None = None
    size_in_bytes: float | None = None
    duration_in_seconds: float | None = None


class Entry(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    image: str | None = None
    banner_image: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: Person | None = None
    authors: list[Person] | Person | None = None
    tags: list[str] | None = None
    language: str | None = None
    attachments: list[Enclosure] | None = None


class Feed(msgspec.Struct):
    version: str | None = None
    title: str | None = None
    home_page_url: str | None = None
    feed_url: str | None = None
    description: str | None = None
    author: Person | None = None
    authors: list[Person] | Person | None = None
    language: str | None = None
    expired: bool | None = None
    items: list[msgspec.Raw] | None = None


def is_json(body: bytes) -> bool:
    """Whether a document begins like a JSON object."""
    return body[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"{")


def read_json(body: bytes, url: str, content_type: str) -> Batch | None:
    """Everything a JSON Feed says; None when this is none."""
    feed = _feed(body, content_type)
    if feed is None or (feed.items is None and "jsonfeed" not in (feed.version or "")):
        return None
    if not (feed.version or feed.title or feed.home_page_url or feed.feed_url):
        return None
    site = resolve(feed.home_page_url, url)
    author = _names(feed.authors, feed.author)
    entries = [lenient(raw, Entry) for raw in (feed.items or [])[:MOST_ITEMS]]
    return Batch(
        drafts=tuple(_draft(entry, site or url, author) for entry in entries if entry is not None),
        title=_line(feed.title),
        site_link=site,
        description=_line(feed.description),
        language=feed.language,
        ended=feed.expired is True,
    )


def _feed(body: bytes, content_type: str) -> Feed | None:
    raw = body.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        return msgspec.json.decode(raw, type=Feed)
    except UNREADABLE:
        pass  # a field of the wrong type, control characters inside strings, another encoding: the slow way
    try:
        document: object = json.loads(decode(body, content_type), strict=False, parse_constant=lambda _: None)
        written = json.dumps(document, ensure_ascii=False).encode("utf-8", errors="replace")  # half an emoji is none
    except (ValueError, RecursionError):
        return None
    return lenient(written, Feed)


def _draft(entry: Entry, base: str, author: str | None) -> Draft:
    link = resolve(entry.url, base) or resolve(entry.external_url, base)
    title = loose_title(entry.title.strip()) if entry.title and entry.title.strip() else None
    body, summary = _texts(entry, link or base)
    published = read_date(entry.date_published)
    person = next(iter(_people(entry.authors, entry.author)), None)
    return Draft(
        native_id=_native_id(entry.id) or link or hashed_id(title, body, published),
        title=title,
        body=body,
        summary=summary,
        link=link,
        author=_names(entry.authors, entry.author) or author,
        author_link=resolve(person.url, base) if person else None,
        published_at=published,
        updated_at=read_date(entry.date_modified),
        language=entry.language,
        categories=tuple(dict.fromkeys(tag.strip() for tag in entry.tags or [] if tag.strip())),
        attachments=_attachments(entry, base),
    )


def _texts(entry: Entry, base: str) -> tuple[Body | None, Body | None]:
    html, text, short = (
        said.strip() if said else "" for said in (entry.content_html, entry.content_text, entry.summary)
    )
    summary = Body(short, Markup.TEXT, base) if short else None
    full = Body(html, Markup.HTML, base) if html else Body(text, Markup.TEXT, base) if text else None
    return (full, summary) if full else (summary, None)


def _native_id(said: str | int | float | None) -> str:
    """A number is an id too; one too large for a whole number arrives as a decimal."""
    return said.strip() if isinstance(said, str) else "" if said is None else format(said, "g" if said != said else "")


def _people(authors: list[Person] | Person | None, author: Person | None) -> list[Person]:
    listed = [authors] if isinstance(authors, Person) else authors
    return listed or ([author] if author else [])


def _names(authors: list[Person] | Person | None, author: Person | None) -> str | None:
    names = [name for person in _people(authors, author) if (name := (person.name or person.url or "").strip())]
    return ", ".join(dict.fromkeys(names)) or None


def _attachments(entry: Entry, base: str) -> tuple[Attachment, ...]:
    found: dict[str, Attachment] = {}
    for given in entry.attachments or []:
        link = resolve(given.url, base)
        if link:
            medium = medium_of(link, given.mime_type)
            found[link] = Attachment(
                link,
                medium,
                given.mime_type,
                given.title,
                _whole(given.size_in_bytes),
                _whole(given.duration_in_seconds),
            )
    for picture in (entry.image, entry.banner_image):
        link = resolve(picture, base)
        if link:
            found.setdefault(link, Attachment(link, Medium.IMAGE))
    return tuple(found.values())[:MOST]


def _whole(number: float | None) -> int | None:
    return duration_s(str(int(number))) if number is not None and 0 < number < 1e15 else None


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
