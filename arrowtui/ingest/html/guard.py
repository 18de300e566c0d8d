"""Keeps nonsense away from the HTML parser.

A parser that follows the standard needs time by the square of the depth of nesting (100,000 nested `<div>` are 20 s),
of the attributes of one tag, of formatting tags never closed, and of the options of one choice. No page a person wrote
comes near these limits.
"""

import re

DEEPEST = 200
MOST_ATTRIBUTES = 200
MOST_OPTIONS = 2_000
"""The others run into the last one, which nobody sees: choices are not shown."""
MOST_FORMATTING = 24
"""Formatting tags open at once: each is opened again in every paragraph that follows."""

# To the end where a tag is never closed: else each of a million such would be read to the end anew.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)(?:>|\Z)")
_NEVER_DEEP = (
    "p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption rt rp html head body "
    "area base br col embed hr img input link meta param source track wbr"
)
_ENDED_BY_OTHERS = frozenset(_NEVER_DEEP.split())
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)


def sheltered(text: str) -> str:
    """HTML in which nothing is nested, repeated or left open more than any page needs."""
    if len(text) < 16_000 and text.count("<") < 500:
        return text
    return _TAG.sub(_Depth().keep, text)


class _Depth:
    """How deep we are, roughly: counted by tags, the standard's rules of repair left aside."""

    def __init__(self) -> None:
        self.depth = 0
        self.formatting = 0
        self.options = 0
        self.left_out: dict[str, int] = {}

    def keep(self, tag: re.Match[str]) -> str:
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        if closing:
            return self._close(tag[0], name)
        if name == "option":
            self.options += 1
            if self.options > MOST_OPTIONS:
                return ""
        if name not in _ENDED_BY_OTHERS:
            is_formatting = name in _FORMATTING
            if self.depth >= DEEPEST or (is_formatting and self.formatting >= MOST_FORMATTING):
                self.left_out[name] = self.left_out.get(name, 0) + 1
                return ""
            self.depth += 1
            self.formatting += is_formatting
        if len(attributes) > 4 * MOST_ATTRIBUTES and len(attributes.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES:
            return f"<{name}>"
        return tag[0]

    def _close(self, whole: str, name: str) -> str:
        if self.left_out.get(name):
            self.left_out[name] -= 1
            return ""
        if name not in _ENDED_BY_OTHERS:
            self.depth = max(0, self.depth - 1)
            self.formatting = max(0, self.formatting - (name in _FORMATTING))
        return whole
