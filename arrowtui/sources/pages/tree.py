"""Bytes of a web page -> its tree, its base address, its title."""

import re
from urllib.parse import urlsplit

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_pages import BadSelector
from arrowtui.model.wire import Reply
from arrowtui.sources.feeds.charset import decode, http_charset
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.pages.sane import is_sane

HEAD = 4_096
"""Bytes among which a page names its charset."""
_CHARSET = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_BINARY = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|zip|octet-stream|json|msword)", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(rb"<(?:!doctype html|html|head|body|div|main|p|ul|table|h[1-6]|a)\b", re.IGNORECASE)


class Page(Struct, frozen=True):
    """A page. `base` is what its relative links start from."""

    parser: LexborHTMLParser
    address: str
    base: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or self.address

    @property
    def title(self) -> str | None:
        """What it calls itself in one line."""
        node = self.parser.css_first("head > title") or self.parser.css_first("h1")
        return (" ".join(node.text().split()) or None) if node is not None else None

    @property
    def language(self) -> str | None:
        root = self.parser.css_first("html[lang]")
        return root.attributes.get("lang") if root is not None else None

    def all(self, selector: str, option: str) -> list[LexborNode]:
        """Every element a selector fits. Raises: BadSelector."""
        try:
            return self.parser.css(selector)
        except SelectolaxError as cause:
            raise BadSelector(option, selector) from cause


def page_of(reply: Reply) -> Page:
    """The tree of a page.

    Raises: UnreadableReply when it is no web page, or none a person made.
    """
    content_type = reply.headers.get("content-type", "")
    if not _is_page(reply.body, content_type):
        raise UnreadableReply(urlsplit(reply.address).hostname or reply.address, "a web page")
    text = text_of(reply.body, content_type)
    if not is_sane(text):
        raise UnreadableReply(urlsplit(reply.address).hostname or reply.address, "a sound page")
    parser = LexborHTMLParser(text)
    base = parser.css_first("head > base[href]")
    given = base.attributes.get("href") if base is not None else None
    return Page(parser, reply.address, resolve(given, reply.address) or reply.address)


def text_of(body: bytes, content_type: str) -> str:
    """The text of a page by its header, else by what it says of itself, else by its bytes."""
    said = _CHARSET.search(body, 0, HEAD)
    if http_charset(content_type) is None and said is not None:
        content_type = f"text/html; charset={said[1].decode('ascii')}"
    return decode(body, content_type)


def _is_page(body: bytes, content_type: str) -> bool:
    if _BINARY.match(content_type.strip()):
        return False
    return _LOOKS_LIKE_HTML.search(body, 0, 65_536) is not None or b"\x00" in body[:4]


def one(node: LexborNode, selector: str, option: str) -> LexborNode | None:
    """The first element inside `node` a selector fits. Raises: BadSelector."""
    try:
        return node.css_first(selector)
    except SelectolaxError as cause:
        raise BadSelector(option, selector) from cause
