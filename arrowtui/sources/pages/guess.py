"""Which selectors would make a list of this page: repeated structure, rated by what its items would look like."""

import math
from collections.abc import Callable, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from arrowtui.model.errors_pages import PageRebuilt
from arrowtui.model.replace import replace
from arrowtui.model.wire import Draft
from arrowtui.sources.pages.dates import date_in
from arrowtui.sources.pages.groups import Group, groups
from arrowtui.sources.pages.lines import words
from arrowtui.sources.pages.listed import HEADINGS, listed, titled
from arrowtui.sources.pages.naming import classes, found_by, module_names
from arrowtui.sources.pages.options import PageOptions
from arrowtui.sources.pages.tree import Page

MOST = 4
LEAST = 4.0
"""The worth under which a group is some links rather than a list."""
MOST_RATED = 60
MOST_LOOKED_AT = 30
"""Items of a group that are looked at to rate it."""
MOSTLY = 0.9
LONGEST_DATE = 60  # characters of a text that may be a date
SHORTEST_TEXT = 40
TEASERS = "[class*=summary i], [class*=excerpt i], [class*=description i], [class*=teaser i]"
_OUTSIDE = (
    "nav",
    "menu",
    "footer",
    "sidebar",
    "breadcrumb",
    "pagination",
    "pager",
    "social",
    "share",
    "related",
    "tags",
)


class Proposal(Struct, frozen=True):
    """Selectors, and the items they make of the page now. `worth` is only good to compare two proposals."""

    options: PageOptions
    drafts: tuple[Draft, ...]
    worth: float

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The options as they stand in the settings."""
        told = self.options
        named = (
            ("item", told.item),
            ("title", told.title),
            ("link", told.link),
            ("date", told.date),
            ("text", told.text),
        )
        return tuple((name, value) for name, value in named if value)


def proposals(page: Page, most: int = MOST) -> tuple[Proposal, ...]:
    """The likeliest lists of a page, best first; empty where nothing repeats.

    What a better one brings already is not proposed again.
    """
    root = page.parser.body
    if root is None:
        return ()
    rated = [(_worth(group, page), group) for group in groups(root)]
    likely = sorted((pair for pair in rated if pair[0] >= LEAST), key=_rank)[:MOST_RATED]
    found: list[Proposal] = []
    for worth, group in likely:
        proposal = _proposal(page, group, worth)
        if proposal is not None and not any(_is_within(proposal, better) for better in found):
            found.append(proposal)
        if len(found) == most:
            break
    return tuple(found)


def _rank(rated: tuple[float, Group]) -> tuple[float, int]:
    """The best first; of those alike the outermost, where tomorrow's items may hold more."""
    depth, step = 0, rated[1].nodes[0].parent
    while step is not None:
        depth, step = depth + 1, step.parent
    return -round(rated[0], 6), depth


def _is_within(proposal: Proposal, better: Proposal) -> bool:
    """Whether a proposal brings nothing that a better one does not bring."""
    return {draft.native_id for draft in proposal.drafts} <= {draft.native_id for draft in better.drafts}


def _proposal(page: Page, group: Group, worth: float) -> Proposal | None:
    nodes = group.nodes[:MOST_LOOKED_AT]
    options = PageOptions(
        item=group.selector,
        title=_inner(nodes, _title_of),
        date=_inner(nodes, _dated),
        text=_inner(nodes, _text_of),
    )
    options = replace(options, link=_inner(nodes, _link_of) if nodes[0].tag != "a" else "")
    try:
        return Proposal(options, listed(page, options).drafts, worth)
    except PageRebuilt:
        return None


def _worth(group: Group, page: Page) -> float:
    """How much a group looks like a list of things to read; 0 for what certainly is none."""
    nodes = group.nodes[:MOST_LOOKED_AT]
    titles = [words(node) if (node := titled(item, "")) is not None else "" for item in nodes]
    told = [title for title in titles if title]
    if len(told) < MOSTLY * len(nodes):
        return 0.0
    distinct = len(set(told)) / len(nodes)
    length = sum(map(len, told)) / len(told)
    if distinct < 0.6 or length < 10 or len(nodes) < 2:
        return 0.0
    share = _share_of(nodes)
    quality = (
        1.0
        + 1.5 * min(1.0, max(0.0, (length - 10) / 30))
        + 1.2 * share(lambda node: node.css_first(HEADINGS) is not None)
        + 1.2 * share(lambda node: _dated(node) is not None)
        + 1.0 * share(lambda node: _text_of(node) is not None)
    ) * (0.3 + 0.7 * share(_is_linked))
    crowded = share(_is_crowded) * (0.5 if nodes[0].tag == "article" else 0.8)
    outside = share(_is_outside)
    return quality * distinct * (1.0 + math.log2(min(len(group.nodes), 40))) * (1 - crowded) * (1 - 0.8 * outside)


def _share_of(nodes: Sequence[LexborNode]) -> Callable[[Callable[[LexborNode], bool]], float]:
    return lambda holds: sum(map(holds, nodes)) / len(nodes)


def _is_outside(node: LexborNode) -> bool:
    """Whether an element stands in what is around the page's own matter. An article may have a header of its own."""
    step: LexborNode | None = node
    inside = False
    while step is not None and step.tag != "body":
        names = f"{step.attributes.get('class') or ''} {step.attributes.get('id') or ''}".lower()
        inside = inside or step.tag in ("article", "main")
        if step.tag in ("nav", "aside") or (step.tag in ("header", "footer") and not _is_in_article(step)):
            return True
        if not inside and any(word in names for word in _OUTSIDE):
            return True
        step = step.parent
    return False


def _is_in_article(node: LexborNode) -> bool:
    step = node.parent
    while step is not None and step.tag not in ("article", "main"):
        step = step.parent
    return step is not None


def _title_of(item: LexborNode) -> LexborNode | None:
    return titled(item, "")


def _link_of(item: LexborNode) -> LexborNode | None:
    """The link of an item's title, else its first."""
    named = titled(item, "")
    inside = named.css_first("a[href]") if named is not None and named.tag != "a" else named
    return inside if inside is not None and inside.tag == "a" else item.css_first("a[href]")


def _is_linked(item: LexborNode) -> bool:
    """Whether an item leads anywhere but to a place on the page."""
    return any(
        not (_href(link) or "#").startswith("#") for link in ([item] if item.tag == "a" else item.css("a[href]"))
    )


def _is_crowded(item: LexborNode) -> bool:
    """Whether an element looks like several items rather than one."""
    return len(item.css(HEADINGS)) > 2 or len({_href(link) for link in item.css("a[href]")}) > 6


def _href(node: LexborNode) -> str:
    return (node.attributes.get("href") or "").strip()


def _dated(item: LexborNode) -> LexborNode | None:
    """The first element of an item that is a date and nothing else."""
    for node in (
        *item.css("time"),
        *item.css("[datetime], [class*=date i], [class*=time i], span, small, p, td, div, em, dd"),
    ):
        if date_in(node, True) is not None and len(words(node)) <= LONGEST_DATE:
            return node
    return None


def _text_of(item: LexborNode) -> LexborNode | None:
    """The longest paragraph of an item, where it says more than a title would."""
    named = titled(item, "")
    found = [node for node in (*item.css("p"), *item.css(TEASERS)) if named is None or node.mem_id != named.mem_id]
    longest = max(found, key=lambda node: len(words(node)), default=None)
    return longest if longest is not None and len(words(longest)) >= SHORTEST_TEXT else None


def _inner(items: Sequence[LexborNode], pick: Callable[[LexborNode], LexborNode | None]) -> str:
    """A selector that finds in nearly every item what `pick` picks there; "" where there is none."""
    picked = [(item, node) for item in items if (node := pick(item)) is not None and node.mem_id != item.mem_id]
    if len(picked) < len(items) / 2:
        return ""
    for name in _names(picked[0][1]):
        hits = sum(1 for item, node in picked if _is_first(item, name, node))
        if hits >= MOSTLY * len(picked):
            return name
    return ""


def _names(node: LexborNode) -> list[str]:
    """Selectors of one element inside its item: by tag, by class, by what stands right around it."""
    tag = node.tag or ""
    named = [*(f".{name}" for name in classes(node)[:2]), *module_names(node)[:1]]
    parent = node.parent
    around = [parent.tag or "", *(f".{name}" for name in classes(parent)[:2])] if parent is not None else []
    simple = [tag] if tag not in ("div", "span", "p", "td") else []
    nested = [f"{outer} {inner}" for outer in around if outer for inner in (tag, *named)]
    return [*simple, *named, *([tag] if not simple else []), *nested, *_placed(node)]


def _placed(node: LexborNode) -> list[str]:
    """By its place among its siblings, as in a table."""
    place, before = 1, node.prev
    while before is not None:
        place += before.is_element_node
        before = before.prev
    return [f"{node.tag}:nth-child({place})"]


def _is_first(item: LexborNode, selector: str, node: LexborNode) -> bool:
    found = found_by(item, selector)
    return bool(found) and found[0].mem_id == node.mem_id
