"""From bytes to an XML tree, whatever the state of the document. Nothing is fetched and no entity is expanded."""

import re
from html.entities import html5

from lxml import etree
from msgspec import Struct

from arrowtui.sources.feeds.charset import SAMPLE, decode, encoded_once, is_plain_utf8, was_encoded_twice
from arrowtui.sources.feeds.parts import attributes

MOST_FED = 9_000_000 if etree.LIBXML_VERSION >= (2, 14) else 0
"""Bytes: libxml2 refuses to be fed 10 MB at once, and before 2.14 it left the line breaks of what it was fed alone."""
DOCTYPE_WITHIN = 65_536  # characters from the start; later ones stand inside a text
HAS_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?><\?.*?\?>\s*+|<!--.*?-->\s*+)*+<!DOCTYPE", re.DOTALL)
"""All that may stand before it in sound XML; what is not sound is looked at again as text."""
JUNK_WITHIN = 16_384
PROLOG = r"\A\s*+(?><\?.*?\?>\s*+|<!--.*?-->\s*+)*+"
DOCTYPE = re.compile(rf"({PROLOG})<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
START = re.compile(r"<\?xml\b|<(?:[a-z0-9]+:)?(?:rss|feed|rdf|channel|entry)[\s>]", re.IGNORECASE)
HTML_START = re.compile(
    r"\A[^<]*+(?><!--.*?-->\s*+|<\?.*?\?>\s*+)*+<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE
)
DOUBLED_DECLARATION = re.compile(r"(?:<\?xml(?:\?xml)?\s[^>]*>\s*)+", re.IGNORECASE)
LEADING = re.compile(r"\ufeff?(?>\s+|<!--.*?-->)*+", re.DOTALL)
CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{0,31});)?"
)
C1 = re.compile("[\x80-\x9f]")
STRAYS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ud800-\udfff\ufffe\uffff]|&#1(?:2[89]|[3-5][0-9]);")
STRAY_REFERENCE = re.compile(rb"&#1(?:2[89]|[3-5]\d);")
FEW = 100
STRAY_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
TWICE_BYTES = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
HIDDEN = {code: bytes([code]).decode("windows-1252", errors="ignore") for code in range(0x80, 0xA0)}
"""&#146; and its kin mean the characters Windows has there, never the control characters Unicode has."""


class Tree(Struct, frozen=True):
    """A parsed document. `is_sound` False: it was not well-formed even after mending, so parts may be missing.

    `text` is the document as text where it had to be decoded (empty on the fast road).
    """

    root: etree._Element
    is_sound: bool
    text: str = ""


def read_tree(body: bytes, url: str, content_type: str) -> Tree | None:
    """Parse a document: as it stands if it is sound UTF-8, else decoded and mended, else as far as it goes.

    Args:
        url: where it came from, the base of its relative addresses.
    Returns: None when there is no element in it at all, or it is plainly a web page.
    """
    if is_plain_utf8(body, content_type) and not HAS_DOCTYPE.match(body) and not _has_strays(body):
        root = _parsed(body, url)
        if root is not None:
            return Tree(_encoded_once(root) if _may_be_encoded_twice(body) else root, is_sound=True)
    text = decode(body, content_type)
    if HTML_START.match(text) and not START.search(text, 0, JUNK_WITHIN):
        return None
    text = _from_start(text)
    is_twice = was_encoded_twice(text)
    root, is_sound = _parsed_text(text, url, keep_c1=is_twice)
    if root is None:
        return None
    return Tree(_encoded_once(root) if is_twice else root, is_sound, text)


def _parsed_text(text: str, url: str, *, keep_c1: bool) -> tuple[etree._Element | None, bool]:
    """The root of a document and whether it was sound, as it is or after mending."""
    if not STRAYS.search(text):
        root = _parsed(text.encode("utf-8"), url)
        if root is not None:
            return root, True
    document = mended(text, keep_c1=keep_c1).encode("utf-8")
    root = _parsed(document, url)
    return (root, True) if root is not None else (_parsed(document, url, recover=True), False)


def _encoded_once(root: etree._Element) -> etree._Element:
    """The tree with every text in it set right."""
    for element in root.iter():
        if element.text:
            element.text = encoded_once(element.text)
        if element.tail:
            element.tail = encoded_once(element.tail)
        for name, value in attributes(element):
            element.set(name, encoded_once(value))
    return root


def mended(text: str, *, keep_c1: bool = False) -> str:
    """A document with the usual faults repaired: control characters, unknown entities, bare ampersands.

    CDATA sections and comments keep their ampersands, which are right there. `keep_c1` is for documents encoded
    twice, in which these characters are halves of others.
    """
    text = FORBIDDEN.sub("", text)
    if not keep_c1:
        text = C1.sub(lambda found: HIDDEN[ord(found[0])], text)
    if "&" not in text:
        return text
    parts = CDATA.split(text)
    parts[::2] = [AMPERSAND.sub(_mended_reference, part) for part in parts[::2]]
    return "".join(parts)


def _mended_reference(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _escaped(html5.get(f"{name};")) or f"&amp;{match[0][1:]}"
    if not decimal and not hexadecimal:
        return "&amp;"
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code in HIDDEN:
        return HIDDEN[code]
    if code > 0x10FFFF or FORBIDDEN.match(chr(code)):
        return ""
    return f"&#{code};"  # a capital X, which some write, is no XML


def _escaped(characters: str | None) -> str | None:
    return characters.replace("&", "&amp;").replace("<", "&lt;") if characters else None


def _has_strays(body: bytes) -> bool:
    """Whether references such as &#146; or bare C1 bytes stand in it, which want mending though they are sound XML."""
    return _has_stray_reference(body) or (b"\xc2" in body and STRAY_BYTES.search(body) is not None)


def _has_stray_reference(body: bytes) -> bool:
    """In most documents stand so few "#" that to look at each takes a fifth of the time of looking for the pattern."""
    at = -1
    for _ in range(FEW):
        at = body.find(b"#", at + 1)
        if at < 0:
            return False
        if body.startswith(b"&#1", at - 1) and STRAY_REFERENCE.match(body, at - 1):
            return True
    return STRAY_REFERENCE.search(body, at) is not None


def _may_be_encoded_twice(body: bytes) -> bool:
    """Cheap first look for letters made of UTF-8's first byte, each before one made of its second, which in a language
    full of accents a few always are: then nearly all of the letters must be such."""
    sample = body[:SAMPLE]
    hits = len(TWICE_BYTES.findall(sample))
    if not hits or (hits > 1 and hits * 10 < sample.count(b"\xc3") * 9):
        return False
    return was_encoded_twice(sample.decode(errors="ignore"))


def _from_start(text: str) -> str:
    """The document without what came before it (a server's notice, blank lines, comments) and without its DOCTYPE."""
    text = text[LEADING.match(text).end() :]  # type: ignore[union-attr]  # matches the empty string at least
    start = START.search(text, 0, JUNK_WITHIN)
    if start:
        text = text[start.start() :]
    text = DOUBLED_DECLARATION.sub("", text, count=1) if text[:5].lower() == "<?xml" else text
    if "<!doctype" in text[:DOCTYPE_WITHIN].lower():
        text = DOCTYPE.sub(r"\1", text, count=1)
    return text


def _parsed(body: bytes, url: str, *, recover: bool = False) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        if recover or len(body) > MOST_FED:  # whole, and copied into a buffer once more, which takes a twelfth longer
            return etree.fromstring(body, parser, base_url=url)
        parser.feed(body)
        root = parser.close()
    except (etree.XMLSyntaxError, ValueError):
        return None
    root.getroottree().docinfo.URL = url
    return root
