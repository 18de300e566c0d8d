"""An XML feed of any version, from its tree to a Batch."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from arrowtui.model.wire import Batch, Draft
from arrowtui.sources.feeds import people, wording
from arrowtui.sources.feeds.entry import LANG, Around, draft
from arrowtui.sources.feeds.links import ALTERNATE, resolve
from arrowtui.sources.feeds.names import Names
from arrowtui.sources.feeds.pace import asked_interval_s, skipped_days, skipped_hours
from arrowtui.sources.feeds.parts import Parts
from arrowtui.sources.feeds.said import AUTHOR

ITEMS = frozenset({"rss:item", "atom:entry", "rss:entry", "atom:item"})
HOLDERS = frozenset(
    {"rss:channel", "rss:rss", "rss:items", "rdf:rdf", "rss:rdf", "atom:feed", "rss:feed", "atom:channel"}
)
"""Elements which may hold items; items lie beside the channel in RSS 1.0, in channels of channels in CDF."""
FEED_ROOTS = frozenset({"rss", "feed", "channel", "entry"})
MOST_ITEMS = 20_000
"""Of one document, its first ones: no feed means more, and 10 MB hold a million of `<item/>`."""
DEEPEST = 8  # holders inside holders


def read_channel(root: etree._Element, url: str, *, has_bases: bool) -> Batch | None:
    """Everything a feed's document says; None when this is no feed.

    Args:
        url: where the document came from.
        has_bases: whether `xml:base` occurs in it (looking that up for each element is dear).
    """
    if not isinstance(root.tag, str):
        return None
    names = Names(root.tag)
    items = list(islice(_items(root, names), MOST_ITEMS))
    local = names[root.tag].partition(":")[2]
    if not items:
        buried = (element for element in root.iter() if names[element.tag] in ITEMS and len(element))
        items = list(islice(buried, MOST_ITEMS))
    channel = _channel(root, names)
    if channel is None and not items and local not in FEED_ROOTS:
        return None
    head = Parts(channel if channel is not None else etree.Element("nothing"), names)
    base = _base(head, root, url, has_bases)
    site = _site_link(head, base)
    author = people.author(head, AUTHOR) if "atom:author" in head or "dc:creator" in head else None
    around = Around(names, url, _item_base(names[root.tag], site, base), author, has_bases)
    return _batch(head, root, site, tuple(draft(item, around) for item in items))


def _batch(head: Parts, root: etree._Element, site: str | None, drafts: tuple[Draft, ...]) -> Batch:
    said = head.text("rss:language", "dc:language")
    return Batch(
        drafts=drafts,
        title=_line(head, "rss:title", "atom:title", "dc:title", "itunes:title", "media:title"),
        site_link=site,
        description=_line(head, "rss:description", "atom:subtitle", "dc:description", "itunes:summary"),
        language=said or head.element.get(LANG) or root.get(LANG),
        interval_hint_s=asked_interval_s(head),
        skip_hours=skipped_hours(head),
        skip_days=skipped_days(head),
    )


def _items(element: etree._Element, names: Names, depth: int = 0) -> Iterator[etree._Element]:
    """Items in the order of the document."""
    if names[element.tag] in ITEMS:
        yield element
        return
    for child in element:
        name = names[child.tag]
        if name in ITEMS:
            yield child
        elif name in HOLDERS and depth < DEEPEST:
            yield from _items(child, names, depth + 1)


def _channel(root: etree._Element, names: Names) -> etree._Element | None:
    """The element that speaks of the feed itself."""
    name = names[root.tag]
    if name in ("atom:feed", "rss:feed", "rss:channel", "atom:channel"):
        return root
    return next(
        (element for element in root.iter() if names[element.tag] in ("rss:channel", "atom:feed", "atom:channel")), None
    )


def _base(head: Parts, root: etree._Element, url: str, has_bases: bool) -> str:
    return (head.element.base or root.base or url) if has_bases else url


def _site_link(head: Parts, base: str) -> str | None:
    for element in head.all("rss:link", "atom:link"):
        if element.get("rel", "").strip().lower() in ALTERNATE:
            found = resolve((element.text or "").strip() or element.get("href") or element.get("HREF"), base)
            if found:
                return found
    return resolve(head.own("about") or head.own("href"), base)


def _item_base(root_name: str, site: str | None, base: str) -> str:
    """RSS says nothing of relative links: they are meant as on the site. Atom's are relative to the document."""
    return site if site and not root_name.startswith("atom:") and site.startswith(("http://", "https://")) else base


def _line(head: Parts, *names: str) -> str | None:
    said = head.first(*names)
    found = wording.title(*said) if said else None
    return wording.as_line(found) if found else None
