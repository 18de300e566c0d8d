"""Who wrote an item, out of the many ways feeds say so."""

import re

from lxml import etree

from arrowtui.sources.feeds.parts import Parts, children
from arrowtui.sources.feeds.wording import plain

MAIL_THEN_NAME = re.compile(r"\S+@\S+\s*\(\s*([^()]+?)\s*\)")
NAME_THEN_MAIL = re.compile(r"([^<>()]+?)\s*[<(]\s*(?:mailto:)?\S+@[^\s<>()]+\s*[>)]")
LONGEST = 300  # characters


def author(parts: Parts, kinds: tuple[str, ...]) -> str | None:
    """The names of the authors of an item or feed, several joined by commas: those of the first of these kinds of part
    that names any."""
    for kind in kinds:
        names = [name for element in parts.found.get(kind, ()) if (name := _name(element, parts))]
        if names:
            return ", ".join(dict.fromkeys(names)) if len(names) > 1 else names[0]
    return None


def author_link(parts: Parts) -> str | None:
    """The address Atom gives for its author."""
    for element in parts.all("atom:author"):
        for child in children(element):
            if parts.names[child.tag] in ("atom:uri", "atom:url") and child.text:
                return child.text.strip()
    return None


def _name(element: etree._Element, parts: Parts) -> str | None:
    inside = children(element)
    if not inside:
        return bare_name((element.text or "").strip())
    if len(inside) == 1 and parts.names[inside[0].tag] == "atom:name":
        return bare_name((inside[0].text or "").strip())
    inner = Parts(element, parts.names)
    named = inner.text("atom:name", "rss:name") or inner.text("atom:email", "rss:email") or plain(element)
    return bare_name(named) or inner.text("atom:email", "rss:email")


def bare_name(written: str) -> str | None:
    """`ida@desk.example (Ida Lund)` and `Ida Lund <ida@desk.example>` are both Ida Lund."""
    written = written[:LONGEST]  # also for the patterns' sake, which try every pair of marks
    match = (MAIL_THEN_NAME.fullmatch(written) or NAME_THEN_MAIL.fullmatch(written)) if "@" in written else None
    return (match[1].strip(" \"'") if match else written) or None
