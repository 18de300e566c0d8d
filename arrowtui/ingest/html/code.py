"""Program text and other preformatted text, kept to the letter."""

import re

from selectolax.lexbor import LexborNode

from arrowtui.ingest.clean import clean_line, clean_text
from arrowtui.ingest.html.look import is_hidden
from arrowtui.model.document import Code

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|brush|highlight-source|sourceCode|hljs)[-:\s]+\s?([A-Za-z0-9+#._-]{1,20})"
)
_LINES = frozenset(("div", "p", "li", "tr", "ol", "ul"))
TAB = 4


def code_block(node: LexborNode) -> Code | None:
    """The text in a `pre`, with the language its classes name; None where there is nothing in it."""
    text = clean_text(_letters(node)).expandtabs(TAB)
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return Code("\n".join(lines), _language(node)) if lines else None


def _letters(node: LexborNode) -> str:
    """Every letter inside, with a line for each element that highlighters make of a line."""
    parts: list[str] = []
    around: list[tuple[LexborNode | None, bool]] = []
    here: LexborNode | None = node.child
    while here is not None or around:
        if here is None:
            here, is_line = around.pop()
            if is_line:
                _break(parts)
            continue
        tag = here.tag or "-"
        if tag == "-text":
            parts.append(here.text_content or "")
        elif tag == "br":
            parts.append("\n")
        elif tag[0] != "-" and tag not in ("script", "style") and not is_hidden(tag, here.attributes):
            is_line = tag in _LINES
            if is_line:
                _break(parts)
            around.append((here.next, is_line))
            here = here.child
            continue
        here = here.next
    return "".join(parts)


def _break(parts: list[str]) -> None:
    if parts and not parts[-1].endswith("\n"):
        parts.append("\n")


def _language(node: LexborNode) -> str | None:
    """What the classes of the `pre`, the `code` in it or the `div` around it say."""
    for near in (node, node.child, node.parent):
        if near is not None and (near.tag or "-")[0] != "-":
            found = _LANGUAGE.search(near.attributes.get("class") or "")
            if found:
                return clean_line(found[1]).lower()
    return None
