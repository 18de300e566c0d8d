"""Pinboard's exports as JSON and XML, and the notes of Pocket's.

Source: Pinboard's documentation of `posts/all`: `description` is the title, `extended` what she wrote.
"""

import json
from collections.abc import Mapping

from arrowtui.model.saved import Haul, Highlight, Saved
from arrowtui.notes.imports.tables import is_web
from arrowtui.notes.imports.times import iso_time, unix_time


def read_json(text: str) -> Haul | None:
    """A list of Pinboard's posts or of Pocket's annotations; None for any other JSON."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    entries = [entry for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
    if entries and all("href" in entry and "description" in entry for entry in entries):
        return _posts(entries)
    if entries and all("url" in entry and "highlights" in entry for entry in entries):
        return _annotations(entries)
    return None


def read_xml(text: str) -> Haul | None:
    """Pinboard's XML; None for any other."""
    if "<posts" not in text[:2000]:
        return None
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if root is None or root.tag != "posts":
        return None
    return _posts([{str(name): str(value) for name, value in post.attrib.items()} for post in root.iter("post")])


def _posts(entries: list[dict[str, object]]) -> Haul:
    found, skipped = list[Saved](), list[tuple[str, str]]()
    for entry in entries:
        link = _text(entry, "href")
        if not is_web(link):
            skipped.append((_text(entry, "description") or link[:60], "no web address"))
            continue
        tags = tuple((_text(entry, "tags") or _text(entry, "tag")).split())
        is_later = _text(entry, "toread") == "yes"
        at = iso_time(_text(entry, "time"))
        title, note = _text(entry, "description"), _text(entry, "extended")
        found.append(Saved(link, title, link, None, at, tags, is_later=is_later, note=note))
    return Haul("pinboard", "Pinboard export", tuple(found), tuple(skipped))


def _annotations(entries: list[dict[str, object]]) -> Haul:
    found = []
    for entry in entries:
        link, marked = _text(entry, "url"), entry["highlights"]
        highlights = tuple(
            Highlight(_text(each, "quote"), "", unix_time(_text(each, "created_at")))
            for each in (marked if isinstance(marked, list) else [])
            if isinstance(each, dict) and _text(each, "quote")
        )
        if is_web(link):
            found.append(Saved(link, _text(entry, "title"), link, highlights=highlights))
    return Haul("pocket", "Pocket export", tuple(found))


def _text(entry: Mapping[str, object], name: str) -> str:
    found = entry.get(name)
    return found if isinstance(found, str) else str(found) if isinstance(found, int) else ""
