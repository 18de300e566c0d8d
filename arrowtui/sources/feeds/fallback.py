"""feedparser, for documents so broken that the own reader finds less in them than there is."""

import warnings
from datetime import UTC, datetime
from time import struct_time

from arrowtui.model.wire import Attachment, Batch, Body, Draft, Markup
from arrowtui.sources.feeds.identity import hashed_id
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.feeds.media import MOST, medium_of
from arrowtui.sources.feeds.wording import loose_body, loose_title

FAULTS = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError, ArithmeticError)
"""What feedparser has been seen to raise over broken documents, rather than to report it."""
LONGEST = 1_000_000  # characters; at 2 MB a second longer ones would hold up everybody else


def read_with_feedparser(text: str, url: str) -> Batch | None:
    """What feedparser finds in a document; None when that is nothing at all."""
    import feedparser  # 55 ms that only a broken document should cost

    if len(text) > LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            found = feedparser.parse(
                text.encode("utf-8", errors="replace"),
                response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
                sanitize_html=False,
                resolve_relative_uris=False,
            )
    except FAULTS:
        return None
    if not found.entries and not found.version:
        return None
    feed = found.feed
    base = _text(feed, "link") or url
    return Batch(
        drafts=tuple(_draft(entry, base) for entry in found.entries),
        title=_text(feed, "title") or None,
        site_link=resolve(_text(feed, "link"), url),
        description=_text(feed, "subtitle") or None,
        language=_text(feed, "language") or None,
    )


def _draft(entry: dict[str, object], base: str) -> Draft:
    link = resolve(_text(entry, "link"), base)
    title = loose_title(_text(entry, "title")) if _text(entry, "title") else None
    body, summary = _texts(entry, link or base)
    published = _date(entry, "published_parsed") or _date(entry, "created_parsed")
    return Draft(
        native_id=_text(entry, "id") or link or hashed_id(title, body, published),
        title=title,
        body=body,
        summary=summary,
        link=link,
        author=_text(entry, "author") or None,
        published_at=published,
        updated_at=_date(entry, "updated_parsed"),
        comments_link=resolve(_text(entry, "comments"), base),
        categories=tuple(dict.fromkeys(term for tag in _dicts(entry, "tags") if (term := _text(tag, "term")))),
        attachments=_attachments(entry, base),
    )


def _texts(entry: dict[str, object], base: str) -> tuple[Body | None, Body | None]:
    contents = [_text(content, "value") for content in _dicts(entry, "content")]
    full, short = next(filter(None, contents), ""), _text(entry, "summary")
    if not full or full == short:
        return (_body(short, base) if short else None), None
    return _body(full, base), (_body(short, base) if short else None)


def _body(text: str, base: str) -> Body:
    return Body(text, Markup.HTML, base) if "<" in text else loose_body(text, base)


def _attachments(entry: dict[str, object], base: str) -> tuple[Attachment, ...]:
    found = {}
    for given in _dicts(entry, "enclosures")[:MOST]:
        link = resolve(_text(given, "href"), base)
        if link:
            mime = _text(given, "type") or None
            found[link] = Attachment(link, medium_of(link, mime), mime)
    return tuple(found.values())


def _date(entry: dict[str, object], name: str) -> datetime | None:
    """feedparser hands out years and hours no calendar has."""
    parsed = entry.get(name)
    if not isinstance(parsed, struct_time):
        return None
    try:
        return datetime(*parsed[:6], tzinfo=UTC)
    except ValueError:
        return None


def _text(holder: dict[str, object], name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""


def _dicts(holder: dict[str, object], name: str) -> list[dict[str, object]]:
    value = holder.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
