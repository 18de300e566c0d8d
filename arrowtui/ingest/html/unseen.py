"""What nobody sees of a page, taken out of its HTML: for the quick reader of texts, which knows no nesting."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from arrowtui.ingest.html.guard import sheltered
from arrowtui.ingest.html.look import is_hidden, look


def without_unseen(html: str) -> str:
    """The page less its hidden elements and its words of no size."""
    body = LexborHTMLParser(sheltered(html)).body
    if body is None:
        return html
    _take_out(body)
    return body.html or ""


def _take_out(start: LexborNode) -> None:
    """One loop over the tree; `small` says for each element around whether its words are too small to be read."""
    small = [False]
    around: list[LexborNode | None] = []
    node: LexborNode | None = start.child
    while node is not None or around:
        if node is None:
            node = around.pop()
            small.pop()
            continue
        following = node.next
        tag = node.tag or "-"
        if tag == "-text":
            if small[-1]:
                node.decompose()
        elif tag[0] != "-":
            attributes = node.attributes
            looks = look(attributes.get("style"))
            if looks.is_hidden or is_hidden(tag, attributes):
                node.decompose()
            elif node.child is not None:
                around.append(following)
                small.append(small[-1] if looks.is_tiny is None else looks.is_tiny)
                following = node.child
        node = following
