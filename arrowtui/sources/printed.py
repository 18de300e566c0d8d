"""Items a person's own program prints as JSON: an array, an object with `items`, or one object a line."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from arrowtui.model.wire import Attachment, Batch, Body, Draft, Markup, Medium
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.feeds.identity import hashed_id, told_apart
from arrowtui.sources.feeds.jsonfeed import is_json, read_json
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.lenient import UNREADABLE, lenient

JSON_FEED = b"jsonfeed.org/version"
MOST_ITEMS = 5_000
LATEST_S = 253_402_300_799  # the last second of the year 9999


class Author(msgspec.Struct):
    name: str | None = None


class Entry(msgspec.Struct):
    """One item; every field may be missing. Where two names mean the same, the first that is there counts."""

    id: str | int | None = None
    title: str | None = None
    link: str | None = None
    url: str | None = None
    html: str | None = None
    content_html: str | None = None
    markdown: str | None = None
    text: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date: str | int | float | None = None
    date_published: str | int | float | None = None
    published: str | int | float | None = None
    updated: str | int | float | None = None
    author: str | Author | None = None
    language: str | None = None
    image: str | None = None
    comments: str | None = None
    tags: list[str] | None = None


class Listed(msgspec.Struct):
    items: list[msgspec.Raw]
    title: str | None = None


def printed(body: bytes, base: str) -> Batch | None:
    """The items in such output; None where it is none.

    A JSON Feed is read as one. An item that says nothing at all is left out, and the person is told how many.
    """
    text = body.removeprefix(b"\xef\xbb\xbf").strip()
    if JSON_FEED in text[:4096] and is_json(text) and (feed := read_json(text, base, "")) is not None:
        return feed
    found = _entries(text)
    if found is None:
        return None
    title, raws = found
    entries = [lenient(raw, Entry) for raw in raws[:MOST_ITEMS]]
    drafts = [draft for entry in entries if entry is not None and (draft := _draft(entry, base)) is not None]
    if raws and not drafts:
        return None
    lost = len(raws) - len(drafts)
    notices = (f"{lost} of {len(raws)} items it printed say nothing, or are too many.",) if lost else ()
    return Batch(told_apart(drafts), title=title, notices=notices)


def _entries(text: bytes) -> tuple[str | None, Sequence[msgspec.Raw | bytes]] | None:
    """What seems to be items, and what they are called together."""
    try:
        if text.startswith(b"["):
            return None, msgspec.json.decode(text, type=list[msgspec.Raw])
        if text.startswith(b"{"):
            whole = msgspec.json.decode(text, type=Listed)
            return whole.title, whole.items
    except UNREADABLE:
        pass  # an object a line begins in the same way
    if not text.startswith(b"{"):
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return (None, lines) if lenient(lines[0], Entry) is not None else None


def _draft(entry: Entry, base: str) -> Draft | None:
    title = Body(entry.title.strip(), Markup.TEXT) if entry.title and entry.title.strip() else None
    link = resolve(entry.link or entry.url, base)
    body = _body(entry, link)
    if title is None and body is None and link is None:
        return None
    published = _moment(entry.date or entry.date_published or entry.published)
    return Draft(
        native_id=_id(entry.id) or link or hashed_id(title, body, published),
        title=title,
        body=body,
        summary=Body(entry.summary, Markup.TEXT, link) if entry.summary else None,
        link=link,
        author=entry.author.name if isinstance(entry.author, Author) else entry.author,
        published_at=published,
        updated_at=_moment(entry.updated),
        language=entry.language,
        comments_link=resolve(entry.comments, base),
        categories=tuple(dict.fromkeys(tag.strip() for tag in entry.tags or [] if tag.strip())),
        attachments=tuple(Attachment(image, Medium.IMAGE) for image in [resolve(entry.image, base)] if image),
    )


def _body(entry: Entry, base: str | None) -> Body | None:
    for said, markup in (
        (entry.html or entry.content_html, Markup.HTML),
        (entry.markdown, Markup.MARKDOWN),
        (entry.text or entry.content_text, Markup.TEXT),
    ):
        if said and said.strip():
            return Body(said, markup, base)
    return None


def _id(said: str | int | None) -> str:
    return str(said).strip() if said is not None else ""


def _moment(said: str | float | None) -> datetime | None:
    """A date in words, or seconds (or, beyond the year 9999, milliseconds) since 1970."""
    if said is None or isinstance(said, str):
        return read_date(said)
    seconds = said / 1000 if abs(said) > LATEST_S else said
    try:
        return datetime.fromtimestamp(seconds, UTC) if 0 < seconds <= LATEST_S else None
    except (ValueError, OverflowError, OSError):
        return None
