"""What the attributes of an element say about how it looks: hidden, tiny, bold, a block of its own."""

import re
from functools import lru_cache

from msgspec import Struct

from arrowtui.ingest.flow import PLAIN, Style
from arrowtui.model.document import Emphasis

Attributes = dict[str, str | None]

_HIDDEN_STYLE = re.compile(r"display:none|visibility:(?:hidden|collapse)|max-height:0(?![.]?\d*[1-9])(?:px)?(?:;|$|!)")
_SIZE = re.compile(r"(?:^|;)font-size:([\d.]+)(px|pt|r?em|%)?")
_WEIGHT = re.compile(r"(?:^|;)font-weight:(?:(bold|bolder|[6-9]00)|normal|[1-5]00)")
_SLANT = re.compile(r"(?:^|;)font-style:(?:(italic|oblique)|normal)")
_BLOCK = re.compile(r"(?:^|;)display:(?:block|flex|grid|table|list-item)(?!-)")
_UNSEEN_CLASSES = frozenset(
    (
        "invisible",
        "preheader",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "katex-html",
        "mw-editsection",
    )
)
_GUTTERS = frozenset(
    ("gutter", "linenos", "lineno", "line-numbers", "line-number", "hljs-ln-numbers", "blob-num", "rouge-gutter")
)
_ORNAMENTS = frozenset(("i", "span", "a", "svg", "em", "b", "button"))


SMALLEST = 3
"""Pixels or points; what is smaller is there for machines."""


class Look(Struct, frozen=True):
    """What a style attribute changes. None: it says nothing about it."""

    is_hidden: bool = False
    is_tiny: bool | None = None
    is_block: bool = False
    gains: Style = PLAIN
    loses: Style = PLAIN


NOTHING = Look()


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether the attributes other than `style` say that a reader of the page does not see the element."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and tag in _ORNAMENTS:
        return True
    classes = attributes.get("class")
    return bool(classes) and not (_UNSEEN_CLASSES | _GUTTERS).isdisjoint((classes or "").split())


def look(style: str | None) -> Look:
    """What a style attribute says."""
    return _look(style) if style and len(style) < 2_000 else NOTHING


@lru_cache(maxsize=512)
def _look(style: str) -> Look:
    """Letters repeat the same few styles a thousand times, hence the cache."""
    said = "".join(style.lower().split())
    weight, slant, size = _WEIGHT.search(said), _SLANT.search(said), _SIZE.search(said)
    gains = {Emphasis.STRUCK} if "line-through" in said else set()
    loses: set[Emphasis] = set()
    for found, emphasis in ((weight, Emphasis.STRONG), (slant, Emphasis.STRESS)):
        if found:
            (gains if found[1] else loses).add(emphasis)
    return Look(
        is_hidden=_HIDDEN_STYLE.search(said) is not None,
        is_tiny=None if size is None else _is_tiny(size[1], size[2] or "px"),
        is_block=_BLOCK.search(said) is not None,
        gains=frozenset(gains),
        loses=frozenset(loses),
    )


def _is_tiny(size: str, unit: str) -> bool:
    """Whether words of this size cannot be read."""
    if not size.strip("0."):
        return True
    return unit in ("px", "pt") and size.count(".") < 2 and float(size) < SMALLEST
