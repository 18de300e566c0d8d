"""Structure that repeats on a page: elements alike in tag, classes and place, each with something to read in it."""

from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

from arrowtui.sources.pages.lines import words
from arrowtui.sources.pages.naming import classes, found_by, module_names, outer_names, own_names, path

FEWEST = 2
MOST_CANDIDATES = 6_000
SHORTEST_TITLE = 8  # characters; a shorter link is a button
MOST_UP = 8
_NEVER = frozenset(("html", "body", "main", "head", "nav", "footer", "form", "thead", "tbody", "option", "select"))


class Group(Struct, frozen=True):
    """Elements alike, and a selector that fits them (and hardly any other)."""

    selector: str
    nodes: tuple[LexborNode, ...]


def groups(root: LexborNode) -> list[Group]:
    """Every group on a page that a selector can name, each selector once."""
    alike: dict[tuple[str, ...], dict[int, LexborNode]] = {}
    for node in _candidates(root):
        for look in _looks(node):
            alike.setdefault(look, {})[node.mem_id] = node
    named = (_named(root, list(nodes.values())) for nodes in alike.values() if len(nodes) >= FEWEST)
    return list({group.selector: group for group in named if group is not None}.values())


def _candidates(root: LexborNode) -> Iterator[LexborNode]:
    """What stands around every link and heading with words in it, these included."""
    seen: set[int] = set()
    for leaf in root.css("a[href], h1, h2, h3, h4, h5, h6")[:MOST_CANDIDATES]:
        if len(words(leaf)) < SHORTEST_TITLE:
            continue
        node: LexborNode | None = leaf
        for _ in range(MOST_UP):
            if node is None or node.mem_id == root.mem_id or node.mem_id in seen:
                break
            seen.add(node.mem_id)
            if node.tag not in _NEVER:
                yield node
            node = node.parent


def _looks(node: LexborNode) -> Iterator[tuple[str, ...]]:
    """What an element may be alike others in: its tag with each of its classes, or with what stands around it."""
    tag, parent = node.tag or "", node.parent
    around = (parent.tag or "", *sorted(classes(parent))) if parent is not None else ()
    yield (tag, "in", *around)
    yield from ((tag, name) for name in (*classes(node), *module_names(node)))


def _named(root: LexborNode, nodes: list[LexborNode]) -> Group | None:
    """The shortest selector that fits these elements alone, else the one that fits best; None where none does well."""
    wanted = {node.mem_id for node in nodes}
    best, best_worth = None, 0.75
    for selector in _selectors(nodes):
        found = found_by(root, selector)
        met = {node.mem_id for node in found}
        worth = len(met & wanted) / len(met | wanted) if met else 0.0
        if worth > best_worth:
            best, best_worth = Group(selector, tuple(found)), worth
        if worth == 1.0:
            break
    return best


def _selectors(nodes: list[LexborNode]) -> Iterator[str]:
    own, outer = own_names(nodes), list(dict.fromkeys(outer_names(nodes[0])))[:8]
    for name in own:
        if name[-1] == "]" or "." in name:
            yield name
        yield from (f"{around} > {name}" for around in outer[:2])
        yield from (f"{around} {name}" for around in outer)
    if own:
        yield f"{path(nodes[0])} > {own[-1]}"
