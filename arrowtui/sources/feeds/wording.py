"""Titles and texts of a feed: what is markup in them and what is not. Decided here, cleaned elsewhere."""

import binascii
import re
from base64 import b64decode
from html import escape, unescape

from lxml import etree

from arrowtui.model.wire import Body, Markup

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|div|em|font|h[1-6]|i|ins|kbd|li|mark|nobr|p|q|s|samp|small|span|strike"
    "|strong|sub|sup|tt|u|ul|var"
)
TITLE_MARKUP = re.compile(rf"</(?:{INLINE})\s*>|<(?:br|hr|img|wbr)\b[^<>]*>", re.IGNORECASE)
"""Only an element that is closed, or needs no closing, is markup: a title may well speak *of* `<div>`."""
BLOCKS = re.compile(r"</(?:p|div|li|blockquote|h[1-6]|table|pre|a)\s*>|<(?:br|img)\b[^<>]*>", re.IGNORECASE)
ELEMENT = re.compile(r"[a-z][\w.-]*", re.ASCII)
WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]+(?=\S)")
DECLARED = re.compile(r'^(<[\w.-]+)(?: xmlns(?::[\w.-]+)?="[^"<>]*")+')
"""Namespaces of the feed, which lxml repeats on what is taken out of it."""
UNWRAPPED = re.compile(r"\n[^\s]")
HTML_TYPES = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml", "text/x-html", "application/xml"})


def plain(element: etree._Element) -> str:
    """The characters of an element, those of its children included, without blanks around them."""
    text = element.text or ""
    if len(element):
        text = "".join(str(text) for text in element.itertext())
    return text.strip()


def title(element: etree._Element, own_text: str) -> Body | None:
    """The title an element holds, None when empty. `own_text` is what stands in it before any child, stripped.

    Atom says what it is; elsewhere entities are decoded once more, and it is markup only if known elements are in it.
    """
    if is_bare(element):
        return loose_title(own_text) if own_text else None
    kind = element.get("type", "").lower()
    if len(element):
        text = inner_markup(element) if kind in HTML_TYPES or any(child.text for child in element) else plain(element)
        return Body(text, Markup.HTML) if text else None
    text = _decoded(element, own_text, kind)
    if not text:
        return None
    if kind in HTML_TYPES:
        return Body(text, Markup.HTML) if TAG.search(text) else Body(unescape(text), Markup.TEXT)
    return Body(text, Markup.TEXT) if kind in ("text", "text/plain") else loose_title(text)


def is_bare(element: etree._Element) -> bool:
    """Whether there is nothing but text in an element and nothing said about it, as with most."""
    return not len(element) and not element.keys()


def loose_title(text: str) -> Body:
    """A title of which nobody says whether it is text or HTML."""
    if "<" not in text and "&" not in text:
        return Body(text, Markup.TEXT)
    if TITLE_MARKUP.search(text):
        return Body(text, Markup.HTML)
    once = unescape(text) if "&" in text else text
    return Body(once, Markup.HTML if TITLE_MARKUP.search(once) else Markup.TEXT)


def body(element: etree._Element, own_text: str, base: str) -> Body | None:
    """The text an element holds, None when empty. `base` is where its relative links lead from."""
    if is_bare(element):
        return loose_body(own_text, base) if own_text else None
    kind = element.get("type", "").lower()
    if len(element):
        text = inner_markup(element)
        return Body(text, Markup.HTML, base) if text else None
    text = _decoded(element, own_text, kind)
    if not text:
        return None
    if kind in HTML_TYPES:
        return Body(text, Markup.HTML, base) if "<" in text else _unwrapped(unescape(text), base)
    if kind in ("text", "text/plain"):
        return Body(text, Markup.HTML, base) if BLOCKS.search(text) else _unwrapped(text, base)
    return loose_body(text, base)


def loose_body(text: str, base: str) -> Body:
    """A text of which nobody says what it is: HTML if a tag is in it, also if it was escaped once too often."""
    if "<" in text and TAG.search(text):
        return Body(text, Markup.HTML, base)
    if "&" not in text:
        return _unwrapped(text, base)
    once = unescape(text)
    return Body(once, Markup.HTML, base) if BLOCKS.search(once) else _unwrapped(once, base)


def inner_markup(element: etree._Element) -> str:
    """The children of an element as HTML. The element is used up: its children lose their namespaces."""
    for node in element.iter():
        if node is not element and hasattr(node.tag, "rpartition"):  # an entity is a node, too, and has no name
            name = node.tag.rpartition("}")[2].rpartition(":")[2].lower()
            node.tag = name if ELEMENT.fullmatch(name) else "span"
    etree.cleanup_namespaces(element)
    only = element[0] if len(element) == 1 else None
    if only is not None and only.tag == "div" and not (element.text or "").strip() and not (only.tail or "").strip():
        element = only  # the wrapper that XHTML in Atom must have, and that says nothing
    parts = [escape(element.text, quote=False)] if element.text else []
    parts += [DECLARED.sub(r"\1", _as_html(child)) for child in element]
    return "".join(parts).strip()


def _as_html(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html", with_tail=True)


def _decoded(element: etree._Element, text: str, kind: str) -> str:
    """The text of an element without children; Atom may carry it in base64."""
    if kind and "/" not in kind and len(element.keys()) == 1:  # only a type such as `html` is said, as mostly
        return text
    if _is_binary(kind) or element.get("mode") == "base64" or element.get("encoding") == "base64":
        try:
            return "" if _is_picture(kind) else b64decode("".join(text.split()), validate=True).decode("utf-8")
        except (binascii.Error, ValueError):  # a type that is none, or another encoding inside: leave it as it stands
            return text
    return text


def _is_binary(kind: str) -> bool:
    """RFC 4287, 4.1.3.3: a type that is neither text nor XML is carried in base64."""
    return "/" in kind and not kind.startswith("text/") and not kind.endswith(("+xml", "/xml"))


def _is_picture(kind: str) -> bool:
    return kind.startswith(("image/", "audio/", "video/"))


def _unwrapped(text: str, base: str) -> Body:
    """Plain text; lines that are broken and indented only because the XML is set that way are joined."""
    if "\n" in text and not UNWRAPPED.search(text):
        text = WRAPPED.sub(" ", text)
    return Body(text, Markup.TEXT, base)


def as_line(written: Body) -> str | None:
    """A feed's own title or description as plain words on one line, not yet cleaned; None when nothing is left."""
    text = written.text
    if written.markup is Markup.HTML:
        text = unescape(TAG.sub(" ", text))
    return " ".join(text.split()) or None
