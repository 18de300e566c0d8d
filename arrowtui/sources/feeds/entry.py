"""One item of an XML feed, of any version, as a Draft."""

from collections.abc import Sequence
from datetime import datetime
from html import unescape

from lxml import etree
from msgspec import Struct

from arrowtui.model.wire import Body, Counts, Draft
from arrowtui.sources.feeds import people, wording
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.feeds.identity import hashed_id
from arrowtui.sources.feeds.links import PAGES, item_link, linked, relations, resolve
from arrowtui.sources.feeds.media import attachments
from arrowtui.sources.feeds.names import Names
from arrowtui.sources.feeds.parts import Part, Parts, attributes
from arrowtui.sources.feeds.said import AUTHOR, Said, said_by

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_CATEGORIES = 60
MOST_COUNTED = 10**12
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
    said = said_by(tuple(parts.found))
    related = relations(parts) if said.linked else ()
    base = _base(element, around)
    native_id = parts.text(*said.id) or (parts.own("about") or "").strip()
    link = item_link(parts, native_id, base)
    title = _title(parts, said.title)
    text, summary = _texts(parts, said, link or base, around)
    published = _date(parts, said.published) or read_date(parts.own("lastmod"))
    return Draft(
        native_id=native_id or link or hashed_id(title, text, published),
        title=title,
        body=text,
        summary=summary,
        link=link,
        author=people.author(parts, said.author) or _author_of_origin(parts) or around.author,
        author_link=resolve(people.author_link(parts), base) if said.person else None,
        published_at=published,
        updated_at=_date(parts, said.updated),
        language=element.get(LANG) or (parts.text(*said.language) if said.language else None),
        comments_link=_comments_link(parts, base, related) if said.discussed or related else None,
        categories=_categories(parts, said.category) if said.category else (),
        attachments=attachments(parts, base) if said.attached or "enclosure" in related else (),
        counts=_counts(parts, said.count, related) if said.count or related else NO_COUNTS,
        parent_id=parts.attribute("thr:in-reply-to", "ref") if said.answered else None,
    )


def _base(element: etree._Element, around: Around) -> str:
    return _stated_base(element, around) or around.base


def _stated_base(element: etree._Element, around: Around) -> str | None:
    stated = element.base if around.has_bases else None
    return stated if stated != around.address else None


def _title(parts: Parts, names: tuple[str, ...]) -> Body | None:
    said = parts.first(*names)
    found = wording.title(*said) if said else None
    if found is None and "media:group" in parts:
        said = Parts(parts.all("media:group")[0], parts.names).first("media:title")
        found = wording.title(*said) if said else None
    return found


def _texts(parts: Parts, said: Said, base: str, around: Around) -> tuple[Body | None, Body | None]:
    """The text and, where it differs, the summary. A "full" text far shorter than the summary gives way to it."""
    full = _body(parts.first(*said.full), base, around)
    short = _body(parts.first(*said.short), base, around)
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
        for element in parts.found[name]:
            moment = read_date(element.text)
            if moment:
                return moment
    return None


def _author_of_origin(parts: Parts) -> str | None:
    """An entry taken over from another feed keeps that feed's author in `atom:source`."""
    if "atom:source" not in parts:
        return None
    return people.author(Parts(parts.all("atom:source")[0], parts.names), AUTHOR)


def _comments_link(parts: Parts, base: str, related: Sequence[str]) -> str | None:
    said = parts.text("rss:comments")
    if said is None and "replies" in related:
        replies = linked(parts, "replies", PAGES)
        said = replies.get("href") if replies is not None else None
    return resolve(said, base) if said and len(said.split()) == 1 else None


def _categories(parts: Parts, names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for element in parts.all(*names):
        named = (element.get("label") or element.get("term")) if element.keys() else None
        word = named or wording.plain(element)
        word = (unescape(word) if "&" in word else word).strip()
        if word and len(found) < MOST_CATEGORIES:
            found[word] = None
    return tuple(found)


def _counts(parts: Parts, names: tuple[str, ...], related: Sequence[str]) -> Counts:
    said = parts.text(*names) if names else None
    if said is None and "replies" in related:
        replies = linked(parts, "replies")
        said = (
            next((value for name, value in attributes(replies) if name.endswith("}count")), None)
            if replies is not None
            else None
        )
    return Counts(replies=min(int(said), MOST_COUNTED)) if said and said.isascii() and said.isdigit() else NO_COUNTS
