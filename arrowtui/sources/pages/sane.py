"""Whether a page is one a person may have made, before a parser spends minutes on it.

A parser that follows the standard needs time by the square of the depth of nesting and of the attributes of one tag,
and memory by the square of formatting tags left open. No page of use comes near these limits.
"""

import re

LONGEST = 6_000_000  # characters
DEEPEST = 1_000
MOST_ATTRIBUTES = 400
MOST_FORMATTING = 60

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_BREAK = re.compile(r"[\s/=]+")
_ENDED_BY_OTHERS = (
    "p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption rt rp html head body "
    "area base br col embed hr img input link meta param source track wbr"
)
_NEVER_DEEP = frozenset(_ENDED_BY_OTHERS.split())
_FORMATTING_TAGS = "a b big code em font i nobr s small strike strong tt u"
_FORMATTING = frozenset(_FORMATTING_TAGS.split())


def is_sane(text: str) -> bool:
    """False for a page that is too long, too deep, or has tags that no hand wrote."""
    if len(text) > LONGEST or len(text) - text.rfind(">") > LONGEST // 10:
        return False
    depth = formatting = 0
    for tag in _TAG.finditer(text):
        name, attributes = tag[2].lower(), tag[3]
        if (
            len(attributes) > 2 * MOST_ATTRIBUTES
            and len(_BREAK.findall(_VALUE.sub("", attributes))) > 2 * MOST_ATTRIBUTES
        ):
            return False
        if name in _NEVER_DEEP:
            continue
        step = -1 if tag[1] else 1
        depth = max(0, depth + step)
        formatting = max(0, formatting + step * (name in _FORMATTING))
        if depth > DEEPEST or formatting > MOST_FORMATTING:
            return False
    return True
