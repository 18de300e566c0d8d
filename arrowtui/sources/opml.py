"""OPML: the door through which subscriptions come from and go to every other reader.

Source: http://opml.org/spec2.opml
"""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from lxml import etree

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors_requests import NotReadableAs
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Listed, Wish
from arrowtui.sources.feeds.parts import attributes
from arrowtui.sources.place import feed_address

NAMESPACE = "https://arrowtui.example/opml"
_BEGIN = re.compile(rb"(?=<\?xml\s)")
_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][0-9a-fA-F]+);)([A-Za-z][A-Za-z0-9]*;)?")
_LISTS = frozenset({"include", "source"})
"""Types of entries that are lists elsewhere, which are never fetched unasked."""
_LANES = {lane.value: lane for lane in (Lane.TIP, Lane.CHAT, Lane.CALL)}


def read_opml(data: bytes) -> Listed:
    """The subscriptions of an OPML file, folders as tags, doubles left out. Slips of the pen in it are forgiven, and
    an entry that is no address on the web is told by its line: it keeps none of the others out. A file may come from
    anywhere: nothing in it runs a program or opens a mailbox.

    Raises: NotReadableAs when it is no OPML at all.
    """
    roots = [root for document in _documents(data) if (root := _root(document)) is not None]
    if not any(_name(node) in ("opml", "outline") for root in roots for node in root.iter(etree.Element)):
        raise NotReadableAs("OPML")
    found: dict[str, Wish] = {}
    skipped: list[tuple[int, str]] = []
    for line, written, wish in (entry for root in roots for entry in _entries(root)):
        if wish is None:
            skipped.append((line, f"not a web address: {written[:80]}"))
        else:
            found.setdefault(wish.address, wish)
    if _breaks_off(data):
        skipped.append((data.count(b"\n") + 1, "the file breaks off here: what followed is missing"))
    return Listed(tuple(found.values()), tuple(skipped))


def _breaks_off(data: bytes) -> bool:
    """Whether a list has a beginning and no end, as after a download that was cut."""
    plain = data.replace(b"\x00", b"").lower()
    return plain.count(b"<opml") > plain.count(b"</opml")


def is_opml(data: bytes) -> bool:
    """Whether a document from anywhere says it is a list of subscriptions."""
    return b"<opml" in data[:2048].replace(b"\x00", b"").lower()


def _documents(data: bytes) -> list[bytes]:
    """A file may hold several documents, one after the other, as when lists were joined by hand."""
    if b"\x00" in data[:4]:
        return [data]  # UTF-16 or 32: left to the parser as it is
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return [_AMPERSAND.sub(_entity, part) for part in _BEGIN.split(bare) if part.strip()]


def _entity(found: re.Match[bytes]) -> bytes:
    """HTML's names, which XML does not know, and bare ampersands, as XML wants them."""
    name = (found.group(1) or b"").decode("ascii")
    if name in html5:
        return "".join(f"&#{ord(character)};" for character in html5[name]).encode()
    return b"&amp;" + found.group(0)[1:]


def _root(document: bytes) -> etree._Element | None:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(document, parser)
    except etree.XMLSyntaxError:
        return None


def _entries(root: etree._Element) -> Iterator[tuple[int, str, Wish | None]]:
    """Each entry with its line and its address as written; None for a wish where that is no address."""
    todo: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    while todo:
        node, folders = todo.pop()
        below = folders
        if _name(node) == "outline":
            known = {_local(name): value.strip() for name, value in attributes(node)}
            address = known.get("xmlurl") or (known.get("url", "") if known.get("type") in ("rss", "atom") else "")
            label = known.get("text") or known.get("title") or ""
            if address and known.get("type", "").lower() not in _LISTS:
                sound = feed_address(address)
                line: int = node.sourceline or 0  # type: ignore[assignment, truthy-bool]  # the stubs leave it open
                yield line, address, _wish(sound, known, folders) if sound else None
            elif label:
                below = (*folders, " ".join(label.split()))
        todo.extend((child, below) for child in reversed(node))


def _wish(address: str, known: dict[str, str], folders: tuple[str, ...]) -> Wish:
    categories = [part.strip("/ ") for part in known.get("category", "").split(",")]
    tags = dict.fromkeys(tag for tag in (*folders, *categories) if tag)
    title = " ".join((known.get("title") or known.get("text") or "").split())
    return Wish("feed", address, title or None, _LANES.get(known.get("lane", "")), tuple(tags))


def _name(node: etree._Element) -> str:
    return _local(str(node.tag))


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def write_opml(wishes: Iterable[Wish]) -> bytes:
    """An OPML 2.0 file of the feeds, in folders by first tag; secrets in addresses are left out."""
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"arrowtui": NAMESPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "arrowtui subscriptions"
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {}
    for wish in wishes:
        if wish.kind != "feed":
            continue
        parent = body
        if wish.tags:
            first = wish.tags[0]
            if first not in folders:
                folders[first] = etree.SubElement(body, "outline", {"text": xml_text(first)})
            parent = folders[first]
        etree.SubElement(parent, "outline", _attributes(wish))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _attributes(wish: Wish) -> dict[str, str]:
    address = without_secrets(wish.address)
    title = xml_text((wish.title or address).replace(wish.address, address))  # a source without a name is called so
    found = {"type": "rss", "text": title, "title": title, "xmlUrl": xml_text(address)}
    if wish.tags[1:]:
        found["category"] = xml_text(",".join(wish.tags[1:]))
    if wish.lane is not None:
        found[f"{{{NAMESPACE}}}lane"] = wish.lane.value
    return found


def xml_text(text: str) -> str:
    """Text without the characters XML cannot hold."""
    return "".join(
        c for c in text if c in "\t\n\r" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
