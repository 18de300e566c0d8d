"""Where a letter can be read on the web: its own link "View in browser"."""

import re
from html import unescape

WORDS = re.compile(
    r"\b(?:view|read|see|open)\b.{0,30}\b(?:browser|online|web|webpage|website)\b|\bweb ?version\b"
    r"|\bonline version\b|\bview (?:this )?(?:e-?mail|newsletter|message) (?:in|on)\b"
    r"|\b(?:im|in ihrem|in deinem) browser\b|\bonline[- ]?(?:ansicht|lesen|version)\b|\bweb-?(?:ansicht|version)\b"
    r"|\b(?:ver|leer|abrir) .{0,30}(?:navegador|l[ií]nea|online)\b|\bversi[oó]n (?:web|en l[ií]nea)\b"
    r"|\b(?:voir|lire|afficher|ouvrir) .{0,40}(?:navigateur|en ligne)\b|\bversion (?:web|en ligne)\b"
    r"|\b(?:ver|ler|abrir) .{0,30}navegador\b|\bvers[aã]o (?:web|online)\b"
    r"|\b(?:bekijk|lees|open) .{0,30}(?:browser|online)\b|\bonlineversie\b|\bvisualizza .{0,30}browser\b",
    re.IGNORECASE,
)
LONGEST_WORDS = 90
ANCHOR = re.compile(r"<a\s(?P<inside>[^>]{0,4000})>(?P<words>.{0,600}?)</a>", re.IGNORECASE | re.DOTALL)
HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r"https?://[^\s<>\"']+")


def in_html(html: str) -> str | None:
    """The link of the first anchor that offers to show the letter in a browser.

    Read without a parser, whose time grows by the square of the depth of a hostile page.
    """
    for anchor in ANCHOR.finditer(html):
        words = " ".join(unescape(TAG.sub(" ", anchor["words"])).split())
        target = HREF.search(anchor["inside"]) if len(words) <= LONGEST_WORDS and WORDS.search(words) else None
        link = unescape(target[1] or target[2] or target[3] or "").strip() if target else ""
        if link.startswith(("http://", "https://")):
            return link
    return None


def in_text(text: str) -> str | None:
    """The link that stands behind such an offer, on its line or the next one; only near either end of the letter."""
    lines = [line for line in text.split("\n") if line.strip()]
    for at in (*range(min(12, len(lines))), *range(max(12, len(lines) - 12), len(lines))):
        if offer := WORDS.search(lines[at]):
            found = LINK.search("\n".join(lines[at : at + 2]), offer.start())
            return found[0].rstrip(".,;:)]>") if found else None
    return None
