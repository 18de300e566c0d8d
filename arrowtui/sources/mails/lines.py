"""HTML of a letter -> its lines, for readers of letters that hold many items. What nobody sees is left out.

Not what a person reads (that is made of the HTML itself): only where one item ends and the next begins is read here,
so links stand behind their words as `words <https://…>`.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
APART = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "ul", "ol", "blockquote"))
"""Blocks with an empty line around them."""
UNREAD = frozenset(("head", "style", "script", "title", "template", "noscript", "svg", "select"))
HIDDEN = re.compile(r"display:none|visibility:hidden|(?:^|;)(?:font-size|max-height):0(?:px|pt|em|%)?(?:;|$|!)")
BLANKS = re.compile(r"[^\S\n]+")
GAPS = re.compile(r"\n{3,}")
MOST_TAGS = 15_000
"""A parser's time grows by the square of the depth of a page; no letter has so many tags."""


def lines_of(html: str) -> str:
    """The visible words of a page with its line breaks; empty for a page with too many tags for a letter."""
    if html.count("<") > MOST_TAGS:
        return ""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    said: list[str] = []
    _walk(body, said)
    text = "\n".join(BLANKS.sub(" ", line).strip() for line in "".join(said).split("\n"))
    return GAPS.sub("\n\n", text).strip()


def _walk(start: LexborNode, said: list[str]) -> None:
    """One loop over the tree: deep nesting of a hostile page costs no stack."""
    after: list[tuple[LexborNode | None, str]] = []
    node: LexborNode | None = start.child
    while node is not None or after:
        if node is None:
            node, words = after.pop()
            said.append(words)
            continue
        tag = node.tag or "-"
        following = node.next
        if tag == "-text":
            said.append((node.text_content or "").replace("\n", " ").replace("\xa0", " "))
        elif tag == "br":
            said.append("\n")
        elif tag[0] != "-" and tag not in UNREAD and not _is_hidden(node):
            before, behind = _around(node, tag)
            said.append(before)
            after.append((following, behind))
            following = node.child
        node = following


def _around(node: LexborNode, tag: str) -> tuple[str, str]:
    if tag == "a":
        link = (node.attributes.get("href") or "").strip()
        is_new = link.startswith(("http://", "https://", "mailto:")) and link.removeprefix("mailto:") not in node.text()
        return "", f" <{link}>" if is_new else ""
    if tag in ("td", "th"):
        return "", " "
    if tag not in BLOCKS:
        return "", ""
    gap = "\n\n" if tag in APART else "\n"
    return gap, gap


def _is_hidden(node: LexborNode) -> bool:
    if "hidden" in node.attributes:
        return True
    style = node.attributes.get("style")
    return bool(style) and HIDDEN.search("".join((style or "").lower().split())) is not None
