"""One item of an XML feed, of any version, as a Draft."""

from datetime import datetime
from html import unescape

from lxml import etree
from msgspec import Struct

from arrowtui.model.wire import Body, Counts, Draft
from arrowtui.sources.feeds import people, wording
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.feeds.identity import hashed_id
from arrowtui.sources.feeds.links import PAGES, item_link, linked, resolve
from arrowtui.sources.feeds.media import attachments
from arrowtui.sources.feeds.names import Names
from arrowtui.sources.feeds.parts import Part, Parts, attributes

TITLE = ("rss:title", "atom:title", "dc:title", "media:title", "itunes:title")
FULL = (
    "content:encoded",
    "atom:content",
    "xhtml:body",
    "xhtml:div",
    "rss:content",
    "rss:fulltext",
    "rss:fullitem",
    "rss:body",
)
SHORT = ("rss:description", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary", "itunes:subtitle")
PUBLISHED = (
    "rss:pubdate",
    "atom:published",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "atom:created",
    "rss:date",
)
UPDATED = ("atom:updated", "dcterms:modified", "rss:updated", "rss:lastbuilddate")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CATEGORIES = ("rss:category", "atom:category", "dc:subject")
MOST_CATEGORIES = 60
MOST_COUNTED = 10**12
COUNTS = ("slash:comments", "thr:total")
NO_COUNTS = Counts()


class Around(Struct, frozen=True):
    """What an item inherits: the base of its links, its feed's author; and whether `xml:base` occurs at all.

    `address` is the document's own, which is what lxml calls the base of an element without `xml:base`.
    """

    names: Names
    address: str
    base: str
    author: str | None
    has_bases: bool


def draft(element: etree._Element, around: Around) -> Draft:
    """Read one `item` or `entry`; never refuses one."""
    parts = Parts(element, around.names)
    base = _base(element, around)
    native_id = _native_id(parts)
    link = item_link(parts, native_id, base)
    title = _title(parts)
    text, summary = _texts(parts, link or base, around)
    published, updated = _date(parts, PUBLISHED) or read_date(parts.own("lastmod")), _date(parts, UPDATED)
    return Draft(
        native_id=native_id or link or hashed_id(title, text, published),
        title=title,
        body=text,
        summary=summary,
        link=link,
        author=people.author(parts) or _author_of_origin(parts) or around.author,
        author_link=resolve(people.author_link(parts), base),
        published_at=published,
        updated_at=updated,
        language=element.get(LANG) or parts.text("dc:language", "rss:language"),
        comments_link=_comments_link(parts, base),
        categories=_categories(parts),
        attachments=attachments(parts, base),
        counts=_counts(parts),
        parent_id=parts.attribute("thr:in-reply-to", "ref"),
    )


def _base(element: etree._Element, around: Around) -> str:
    return _stated_base(element, around) or around.base


def _stated_base(element: etree._Element, around: Around) -> str | None:
    stated = element.base if around.has_bases else None
    return stated if stated != around.address else None


def _native_id(parts: Parts) -> str:
    return parts.text("atom:id", "rss:guid", "dc:identifier") or (parts.own("about") or "").strip()


def _title(parts: Parts) -> Body | None:
    said = parts.first(*TITLE)
    found = wording.title(*said) if said else None
    if found is None and "media:group" in parts:
        said = Parts(parts.all("media:group")[0], parts.names).first("media:title")
        found = wording.title(*said) if said else None
    return found


def _texts(parts: Parts, base: str, around: Around) -> tuple[Body | None, Body | None]:
    """The text and, where it differs, the summary. A "full" text far shorter than the summary gives way to it."""
    full = _body(parts.first(*FULL), base, around)
    short = _body(parts.first(*SHORT), base, around)
    if full is None and short is None:
        return _media_description(parts, base), None
    if full is None or short is None or full.text == short.text:
        return full or short, None
    return (short, full) if len(short.text) > 2 * len(full.text) else (full, short)


def _body(said: Part | None, base: str, around: Around) -> Body | None:
    if said is None:
        return None
    element, text = said
    return wording.body(element, text, _stated_base(element, around) or base)


def _media_description(parts: Parts, base: str) -> Body | None:
    for holder in (parts, *(Parts(group, parts.names) for group in parts.all("media:group"))):
        said = holder.text("media:description", "media:text")
        if said:
            return wording.loose_body(said, base)
    return None


def _date(parts: Parts, names: tuple[str, ...]) -> datetime | None:
    for name in names:
        for element in parts.found.get(name, ()):
            moment = read_date(element.text)
            if moment:
                return moment
    return None


def _author_of_origin(parts: Parts) -> str | None:
    """An entry taken over from another feed keeps that feed's author in `atom:source`."""
    if "atom:source" not in parts:
        return None
    return people.author(Parts(parts.all("atom:source")[0], parts.names))


def _comments_link(parts: Parts, base: str) -> str | None:
    said = parts.text("rss:comments")
    if said is None and "atom:link" in parts:
        replies = linked(parts, "replies", PAGES)
        said = replies.get("href") if replies is not None else None
    return resolve(said, base) if said and len(said.split()) == 1 else None


def _categories(parts: Parts) -> tuple[str, ...]:
    if not parts.has_any(CATEGORIES):
        return ()
    found: dict[str, None] = {}
    for element in parts.all(*CATEGORIES):
        named = (element.get("label") or element.get("term")) if element.keys() else None
        word = unescape(named or wording.plain(element)).strip()
        if word and len(found) < MOST_CATEGORIES:
            found[word] = None
    return tuple(found)


def _counts(parts: Parts) -> Counts:
    said = parts.text("slash:comments", "thr:total") if parts.has_any(COUNTS) else None
    if said is None and "atom:link" in parts:
        replies = linked(parts, "replies")
        said = (
            next((value for name, value in attributes(replies) if name.endswith("}count")), None)
            if replies is not None
            else None
        )
    return Counts(replies=min(int(said), MOST_COUNTED)) if said and said.isascii() and said.isdigit() else NO_COUNTS
