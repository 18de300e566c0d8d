"""Which feeds does a page offer? Its `link rel=alternate` first; guesses only when the person asked for this page."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml import etree, html
from msgspec import Struct

FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/rdf+xml",
    "text/xml",
    "application/xml",
    "text/rss",
    "application/x.atom+xml",
)
NOT_FEEDS = ("oembed", "wp-json", "application/json+oembed", "opensearch", "manifest")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
GUESSES = ("feed/", "rss", "atom.xml", "index.xml", "feed.xml", "rss.xml", "feed.json")


class FoundFeed(Struct, frozen=True):
    """A feed a page names; comment feeds stand last."""

    address: str
    title: str | None
    is_comments: bool = False


def feeds_in_page(body: bytes, url: str, content_type: str = "") -> tuple[FoundFeed, ...]:
    """The feeds named in an HTML page, posts before comments, doubles left out; empty when there are none.

    Args:
        content_type: the header as it came; its charset wins over what the page says of itself.
    """
    root = _root(body, content_type)
    if root is None:
        return ()
    base = url
    for node in root.iter("base"):
        if href := node.get("href"):
            base = urljoin(url, href.strip())
            break
    found: dict[str, FoundFeed] = {}
    for node in root.iter("link", "a"):
        feed = _feed(node, base)
        if feed is not None:
            found.setdefault(feed.address, feed)
    return tuple(sorted(found.values(), key=lambda feed: feed.is_comments))


def _root(body: bytes, content_type: str) -> html.HtmlElement | None:
    if not body.strip():
        return None
    charset = _CHARSET.search(content_type)
    try:
        parser = html.HTMLParser(huge_tree=False, recover=True, encoding=charset.group(1) if charset else None)
    except LookupError:
        parser = html.HTMLParser(huge_tree=False, recover=True)
    try:
        return html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _feed(node: html.HtmlElement, base: str) -> FoundFeed | None:
    relations = (node.get("rel") or "").lower().split()
    kind = (node.get("type") or "").split(";")[0].strip().lower()
    href = (node.get("href") or "").strip()
    named = "alternate" in relations or "feed" in relations
    if not href or not named or (kind not in FEED_TYPES and "feed" not in relations):
        return None
    if node.tag == "a" and "feed" not in relations and kind not in FEED_TYPES[:3]:
        return None
    try:
        address = urljoin(base, href.removeprefix("feed:"))
    except ValueError:
        return None
    if urlsplit(address).scheme not in ("http", "https") or any(word in address.lower() for word in NOT_FEEDS):
        return None
    title = " ".join((node.get("title") or "").split()) or None
    return FoundFeed(address, title, "comments" in address.lower() or "comment" in (title or "").lower())


def guesses(url: str) -> tuple[str, ...]:
    """Where feeds usually lie on a site that names none: beside the page, then at the root."""
    parts = urlsplit(url)
    root = urlunsplit((parts.scheme, parts.netloc, "/", "", ""))
    here = urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + "/", "", ""))
    return tuple(dict.fromkeys(urljoin(base, guess) for base in (here, root) for guess in GUESSES))
