"""Names an element can be found by tomorrow: classes and ids that people gave, not a build tool or a state."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode, SelectolaxError

_WORDLIKE = re.compile(r"-?[a-zA-Z_][a-zA-Z0-9_-]{1,39}")
_GENERATED = re.compile(
    r"(?:^|[-_])(?=[a-zA-Z]*\d)(?=\d*[a-zA-Z])[a-zA-Z0-9]{5,}$"  # letters and digits mixed: a hash
    r"|\d{3,}"
    r"|^(?:css|sc|jsx|svelte|emotion|astro|ng|data-v)-"
    r"|^_"
    r"|[a-z][A-Z]{2,}[a-z]|[bcdfghjklmnpqrstvwxz]{6,}",
)
_MODULE = re.compile(r"([A-Za-z][\w-]{2,40}__)[\w-]{5}")
_STATE = re.compile(
    r"--|^(?:is-|has-|js-|no-)|^(?:active|first|last|odd|even|open|closed|current|selected|hidden|visible|lazy|lazyload|"
    r"loaded|clearfix|new|read|unread|row|left|right|center|alignleft|alignright|dark|light|in|fade)$"
)
_UTILITY = re.compile(
    r"^-?(?:[mp][trblxy]?|w|h|gap|text|font|flex|grid|items|justify|self|bg|border|rounded|leading|tracking|space|col|"
    r"row|order|block|inline|relative|absolute|z|overflow|min|max|sm|md|lg|xl|xs|align|float|d|g|offset|shadow|divide|"
    r"underline|uppercase|cursor|transition|opacity)(?:-|$)"
)


def classes(node: LexborNode) -> list[str]:
    """The classes of an element that may be trusted, in their order."""
    given = (node.attributes.get("class") or "").split()
    return [name for name in dict.fromkeys(given) if _is_kept(name)]


def module_names(node: LexborNode) -> list[str]:
    """Selectors by what a person wrote before a build tool put its mark behind: `Card_root__` of `Card_root__x7Yp2`."""
    found = (_MODULE.fullmatch(name) for name in (node.attributes.get("class") or "").split())
    return [f'[class*="{match[1]}"]' for match in found if match is not None]


def anchor(node: LexborNode) -> str | None:
    """How to find this one element on its page: its id, or None."""
    name = (node.attributes.get("id") or "").strip()
    return f"#{name}" if name and _is_kept(name) else None


def _is_kept(name: str) -> bool:
    return (
        _WORDLIKE.fullmatch(name) is not None
        and not _GENERATED.search(name)
        and not _STATE.search(name)
        and not _UTILITY.search(name)
    )


def own_names(nodes: Iterable[LexborNode]) -> list[str]:
    """Selectors all of these elements fit by themselves, the telling ones first: `li.callout`, `.callout`, `li`."""
    listed = list(nodes)
    tags = {node.tag or "" for node in listed}
    shared = [name for name in classes(listed[0]) if all(name in classes(node) for node in listed[1:])]
    tag = tags.pop() if len(tags) == 1 else ""
    named = [f"{tag}.{name}" for name in shared]
    marked = [name for name in module_names(listed[0]) if all(name in module_names(node) for node in listed[1:])]
    named += [f"{tag}{name}" for name in marked]
    return [*named, *([f"{tag}.{'.'.join(shared)}"] if len(shared) > 1 else []), *([tag] if tag else [])]


def outer_names(node: LexborNode) -> Iterator[str]:
    """Selectors of what stands around an element, the nearest first."""
    parent, depth = node.parent, 0
    while parent is not None and parent.tag not in (None, "html", "-document") and depth < 6:
        if (name := anchor(parent)) is not None:
            yield name
        yield from (f".{name}" for name in classes(parent)[:2])
        if parent.tag in ("main", "article", "section", "ul", "ol", "table", "tbody", "dl"):
            yield parent.tag
        parent, depth = parent.parent, depth + 1


def path(node: LexborNode) -> str:
    """The elements around one, from the nearest with an id (or the body) inwards: `body > div > ul`."""
    steps: list[str] = []
    parent = node.parent
    while parent is not None and parent.tag not in (None, "html", "-document"):
        name = anchor(parent)
        steps.append(name or ".".join([parent.tag or "", *classes(parent)[:1]]))
        if name:
            break
        parent = parent.parent
    return " > ".join(reversed(steps))


def found_by(root: LexborNode, selector: str) -> list[LexborNode]:
    """What a selector of our own making fits; nothing where it is none."""
    try:
        return root.css(selector)
    except SelectolaxError:
        return []
