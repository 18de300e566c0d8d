"""Which pictures of a page are worth a word, and which."""

import re

from arrowtui.ingest.clean import clean_line
from arrowtui.ingest.html.formulas import readable
from arrowtui.ingest.html.look import Attributes

LONGEST_ALT = 2_000

_SIZE = re.compile(r"(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*([0-3])(?:px)?\s*(?:;|!|$)", re.IGNORECASE)
_EMOJI_CLASS = re.compile(r"(?:^|[\s_-])(?:emoji|wp-smiley|emojione|custom-emoji|emoticon|twemoji)(?:$|[\s_-])")
_FORMULA_CLASS = re.compile(r"(?:^|[\s_-])(?:math|latex|tex)(?:$|[\s_-])")
_SHORTCODE = re.compile(r":[\w+-]{1,40}:")
_WORDS = re.compile(r"[0-9A-Za-z]")
_SPACER = re.compile(
    r"spacer|blank\.gif|transparent\.(?:gif|png)|clear\.gif|1x1|pixel\.(?:gif|png)|/pixel|/open\b|beacon|trk\.gif"
)
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")


def letters(attributes: Attributes) -> str | None:
    """The text of a picture that stands for text, an emoji or a formula; None for a real picture."""
    alt = attributes.get("alt") or ""
    if alt and (_FORMULA_CLASS.search(attributes.get("class") or "") or "\\displaystyle" in alt):
        return readable(alt)
    return _emoji(attributes)


def _emoji(attributes: Attributes) -> str | None:
    alt = clean_line(attributes.get("alt") or "", 40)
    if not alt:
        return None
    if _EMOJI_CLASS.search(attributes.get("class") or "") or _SHORTCODE.fullmatch(alt):
        return alt
    return alt if len(alt) <= 8 and not alt.isascii() and not any(c.isalnum() for c in alt) else None


def description(attributes: Attributes, *, in_figure: bool) -> str | None:
    """What a picture shows, "" where nobody says; None for pixels that count readers, spacers and ornaments."""
    if _is_speck(attributes):
        return None
    alt = attributes.get("alt")
    words = clean_line(alt or attributes.get("title") or "", LONGEST_ALT)
    if words:
        return words
    if _SPACER.search(source(attributes)):
        return None
    return None if alt is not None and not in_figure else ""


def source(attributes: Attributes) -> str:
    """Where the picture is: the address a page that loads it later keeps aside, where the plain one is a stand-in."""
    plain = attributes.get("src") or ""
    if plain and not plain.startswith("data:"):
        return plain
    return next((kept for name in _LAZY if (kept := attributes.get(name))), "")


def _is_speck(attributes: Attributes) -> bool:
    for name in ("width", "height"):
        if (attributes.get(name) or "").strip().removesuffix("px") in ("0", "1", "2", "3"):
            return True
    return _SIZE.search(attributes.get("style") or "") is not None
