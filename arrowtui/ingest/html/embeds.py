"""What a terminal cannot show: films, sound, frames of other sites, formulas."""

from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from arrowtui.ingest.html.formulas import readable
from arrowtui.ingest.html.look import Attributes
from arrowtui.ingest.links import safe_link

_FILMS = (
    "youtube",
    "youtu.be",
    "vimeo",
    "dailymotion",
    "twitch",
    "peertube",
    "loom.com",
    "wistia",
    "streamable",
    "ted.com",
)
_SOUNDS = (
    "soundcloud",
    "spotify",
    "bandcamp",
    "simplecast",
    "megaphone",
    "libsyn",
    "anchor.fm",
    "podcasts.apple",
    "buzzsprout",
)
_NAMES = {"video": "video", "audio": "audio"}


def embed_line(node: LexborNode, attributes: Attributes, base: str | None) -> tuple[str, str] | None:
    """A line such as "[video: youtube.com]" and the safe link it leads to; None where there is nothing to open."""
    for address in _addresses(node, attributes):
        link = safe_link(address, base)
        if link is not None:
            host = (urlsplit(link).hostname or "").removeprefix("www.")
            return f"[{_kind(node.tag or '', host)}: {host}]", link
    return None


def _addresses(node: LexborNode, attributes: Attributes) -> list[str | None]:
    own = [attributes.get(name) for name in ("src", "data-src", "data", "data-lazy-src")]
    child = node.child
    while child is not None:
        if child.tag in ("source", "embed"):
            own.append(child.attributes.get("src"))
        child = child.next
    return own


def _kind(tag: str, host: str) -> str:
    if tag in _NAMES:
        return _NAMES[tag]
    if any(name in host for name in _FILMS):
        return "video"
    return "audio" if any(name in host for name in _SOUNDS) else "embedded"


def math_text(node: LexborNode, attributes: Attributes) -> str:
    """A formula on a line: from what its author typed, where the page keeps that, else its letters in order."""
    typed = attributes.get("alttext") or attributes.get("alt")
    if typed:
        return readable(typed)
    for inner in node.css("annotation"):
        if "tex" in (inner.attributes.get("encoding") or ""):
            return readable(inner.text())
    return "".join(part.strip() for part in node.text(separator="\n").split("\n"))
