"""Links of a feed: which one leads to the item, and where a relative one leads."""

from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urljoin

from lxml import etree

from arrowtui.sources.feeds.parts import Parts

WEB = ("http://", "https://")
ALTERNATE = frozenset({"", "alternate", "http://www.iana.org/assignments/relation/alternate"})
PAGES: Mapping[str | None, int] = MappingProxyType({"text/html": 0, "application/xhtml+xml": 0, None: 1})
LONGEST = 8_192  # characters; longer ones are no links anybody follows


def resolve(link: str | None, base: str) -> str | None:
    """An absolute link, blanks inside it gone; None for nothing or what is no link at all."""
    if not link:
        return None
    link = link.strip()
    if not link or len(link) > LONGEST:
        return None
    if "&amp;" in link:
        link = link.replace("&amp;", "&")  # escaped once too often; no server means a parameter `amp;b`
    if "\n" in link or "\t" in link or "\r" in link:
        link = "".join(part.strip() for part in link.splitlines()).replace("\t", "")
    if link.startswith(WEB):
        return link
    try:
        return urljoin(base, link)
    except ValueError:  # such as an unclosed bracket of an IPv6 host
        return None


def is_web(text: str) -> bool:
    """Whether a text is a web address by its form."""
    return text[:8].lower().startswith(WEB) and not any(character.isspace() for character in text)


def item_link(parts: Parts, native_id: str, base: str) -> str | None:
    """Where an item is read: its own link, else a permanent guid, else the nearest thing to either."""
    return resolve(
        _own_link(parts)
        or _permalink(parts)
        or parts.attribute("atom:content", "src")
        or (native_id if is_web(native_id) else None)
        or _atom(parts, {"related", "via", "self"})
        or parts.own("href")
        or parts.attribute("rss:enclosure", "url")
        or _atom(parts, {"enclosure"}),
        base,
    )


def _own_link(parts: Parts) -> str | None:
    for element in parts.all("rss:link"):
        text = (element.text or "").strip() or element.get("href") or element.get("HREF")
        if text:
            return text
    if "atom:link" not in parts:
        return None
    return _atom(parts, ALTERNATE) or parts.text("atom:link")


def _atom(parts: Parts, wanted: frozenset[str] | set[str]) -> str | None:
    """The Atom link of such a relation; among several an HTML page goes first, what names no type second."""
    found = [link for link in parts.all("atom:link") if link.get("rel", "") in wanted]
    if len(found) == 1:
        return found[0].get("href")
    best = min(
        (link for link in found if link.get("href")), key=lambda link: PAGES.get(link.get("type"), 2), default=None
    )
    return None if best is None else best.get("href")


def _permalink(parts: Parts) -> str | None:
    """A guid which says, by itself or by default, that it is the item's address, and looks like one."""
    for guid in parts.all("rss:guid"):
        text = (guid.text or "").strip()
        if guid.get("isPermaLink", "true").lower() != "false" and (is_web(text) or text.startswith("/")):
            return text
    return None


def relations(parts: Parts) -> Sequence[str]:
    """Those of an item's Atom links, in small letters: one look that spares many."""
    return [link.get("rel", "").lower() for link in parts.all("atom:link")]


def linked(parts: Parts, relation: str, kinds: Container[str | None] | None = None) -> etree._Element | None:
    """The first Atom link of a relation, if asked of one of these types."""
    for link in parts.all("atom:link"):
        if link.get("rel", "").lower() == relation and link.get("href") and (not kinds or link.get("type") in kinds):
            return link
    return None
