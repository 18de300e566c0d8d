"""Tag soup put in order: a feed whose elements do not close is taken apart by its known words and built anew.

XML parsers that recover nest every item inside the unclosed element of the one before. Here each item begins where it
says so and ends where the next begins; each known part of it ends at its end tag or where the next known part begins.
"""

import re
from html import escape, unescape

from lxml import etree

from arrowtui.sources.feeds.names import PREFIXES, SPACES
from arrowtui.sources.feeds.tree import FORBIDDEN

SECTION = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
ITEM = re.compile(r"<(?P<tag>(?:[\w.-]+:)?(?:item|entry))(?:\s[^<>]*)?>", re.IGNORECASE)
KNOWN = (
    "title|link|description|guid|pubDate|author|category|comments|enclosure|id|updated|published"
    "|issued|modified|summary"
    "|content|content:encoded|dc:creator|dc:date|dc:subject|dc:language|language|itunes:author|itunes:duration|ttl"
)
PART = re.compile(
    rf"<(?P<tag>(?:rss:|atom:)?(?:{KNOWN}))(?P<attributes>(?:\s[^<>]*?)?)"
    rf"(?:/>|>(?P<text>.*?)(?:</(?P=tag)\s*>|(?=<(?:{KNOWN})[\s>])|\Z))",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*("[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""")
END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry|channel|feed|rss|rdf)\s*>.*", re.DOTALL | re.IGNORECASE)
INNER = re.compile(r"</?(?:name|email|uri|url)[^<>]*>", re.IGNORECASE)
ADDRESSES = {space: f"http://{address}" for address, space in reversed(list(SPACES.items())) if address}


def rebuilt(text: str) -> etree._Element | None:
    """A tree of what can be told apart in a broken document; None when no item begins in it."""
    text = SECTION.sub(lambda section: escape(section[1] or "", quote=False), text)
    starts = list(ITEM.finditer(text))
    if not starts:
        return None
    is_atom = starts[0]["tag"].lower().endswith("entry")
    home = "atom" if is_atom else ""
    root = etree.Element(_name("feed" if is_atom else "rss", home))
    channel = root if is_atom else etree.SubElement(root, "channel")
    _fill(channel, text[: starts[0].start()], home)
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        _fill(etree.SubElement(channel, _name("entry" if is_atom else "item", home)), text[start.end() : end], home)
    return root


def _fill(holder: etree._Element, text: str, home: str) -> None:
    for part in PART.finditer(END.sub("", text)):
        prefix, _, local = part["tag"].rpartition(":")
        element = etree.SubElement(holder, _name(local, PREFIXES.get(prefix.lower(), home) if prefix else home))
        for name, value in ATTRIBUTE.findall(part["attributes"] or ""):
            _set(element, name, unescape(value.strip("\"'")))
        element.text = _content(part["text"] or "", local)


def _content(text: str, local: str) -> str:
    """What an element says: markup that stands in it bare is HTML already; else one layer of escapes comes off."""
    if local.lower() == "author":
        text = INNER.sub(" ", text)
    return FORBIDDEN.sub("", text if "<" in text else unescape(text)).strip()


def _set(element: etree._Element, name: str, value: str) -> None:
    try:
        element.set(name, value)
    except ValueError:  # no name XML knows
        return


def _name(local: str, space: str) -> str:
    address = ADDRESSES.get(space, "") if space != "rss" else ""
    return f"{{{address}}}{local}" if address else local
