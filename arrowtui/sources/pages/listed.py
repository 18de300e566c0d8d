"""A page of many items, each an element its selector fits."""

from datetime import datetime

from selectolax.lexbor import LexborNode

from arrowtui.model.errors_pages import PageRebuilt
from arrowtui.model.wire import Batch, Body, Draft, Markup
from arrowtui.sources.feeds.identity import hashed_id, told_apart
from arrowtui.sources.feeds.links import is_web, resolve
from arrowtui.sources.pages.dates import date_in
from arrowtui.sources.pages.lines import words
from arrowtui.sources.pages.options import PageOptions
from arrowtui.sources.pages.tree import Page, one

MOST_ITEMS = 500
LONGEST_TITLE = 300  # characters; a longer text is no title
KICKER = 25
"""Characters under which a heading may be no title."""
LEADING = 0.4
"""So much of an item a link must be to name it; "the form is here" does not."""
HEADINGS = "h1, h2, h3, h4, h5, h6"
FURTHER = 20
"""So many characters more than its title and date an item must say to have a text of its own."""


def listed(page: Page, options: PageOptions) -> Batch:
    """Every item of a page, in its order.

    Returns: without drafts only where the words of the option `empty` stand on the page.
    Raises: BadSelector; PageRebuilt where a selector fits nothing.
    """
    nodes = page.all(options.item, "item")[:MOST_ITEMS]
    if not nodes:
        if options.empty and page.parser.body is not None and _says(page.parser.body, options.empty):
            return Batch(title=page.title, site_link=page.address, language=page.language)
        raise PageRebuilt(page.host, "item", options.item)
    for option, selector in (("title", options.title), ("link", options.link), ("text", options.text)):
        if selector and all(one(node, selector, option) is None for node in nodes):
            raise PageRebuilt(page.host, option, selector)
    drafts = told_apart(draft for node in nodes if (draft := _draft(node, page, options)) is not None)
    if not drafts:
        raise PageRebuilt(page.host, "item", options.item)
    return Batch(
        drafts,
        title=page.title,
        site_link=page.address,
        language=page.language,
        notices=_notices(nodes, drafts, options),
    )


def _says(node: LexborNode, wanted: str) -> bool:
    return " ".join(wanted.casefold().split()) in words(node).casefold()


def _notices(nodes: list[LexborNode], drafts: tuple[Draft, ...], options: PageOptions) -> tuple[str, ...]:
    if not options.date or any(draft.published_at for draft in drafts):
        return ()
    if all(one(node, options.date, "date") is None for node in nodes):
        return (f"Nothing on the page fits date = {options.date!r} any more: items count from when they were found.",)
    return ("Its dates cannot be read for sure: items count from when they were found. See the option day_first.",)


def _draft(node: LexborNode, page: Page, options: PageOptions) -> Draft | None:
    """One item; None for an element that says nothing."""
    named = titled(node, options.title)
    title = words(named)[:LONGEST_TITLE] if named is not None else ""
    link = _link(node, named, page, options.link)
    published = _published(node, options)
    body = _body(node, options.text, title, page.base)
    if not title and body is None:
        return None
    head = Body(title, Markup.TEXT) if title else None
    return Draft(
        native_id=link or hashed_id(head, body, None),
        title=head,
        body=body,
        link=link or page.address,
        published_at=published,
    )


def titled(node: LexborNode, selector: str) -> LexborNode | None:
    """The element that names an item: as told, else its heading, else its longest link."""
    if selector and (told := one(node, selector, "title")) is not None:
        return told
    headings = [(len(said), heading) for heading in node.css(HEADINGS) if (said := words(heading))]
    named = _longest(headings)
    if named is not None and named[0] >= KICKER:
        return named[1]
    links = [(len(said), link) for link in node.css("a") if (said := words(link)) and not _holds(link, node)]
    linked = _longest(links)
    if named is not None:  # a short heading over a longer link is only the name of a section
        return max(named, linked or named, key=_length)[1]
    if linked is not None and linked[0] >= min(KICKER, LEADING * len(words(node))):
        return linked[1]
    return node if node.tag == "a" else None


def _holds(link: LexborNode, item: LexborNode) -> bool:
    """Whether a link is the whole item, or wraps the heading that names it."""
    return link.mem_id == item.mem_id or link.css_first(HEADINGS) is not None


def _longest(told: list[tuple[int, LexborNode]]) -> tuple[int, LexborNode] | None:
    return max((pair for pair in told if pair[0] <= LONGEST_TITLE), key=_length, default=None)


def _length(told: tuple[int, LexborNode]) -> int:
    return told[0]


def _link(node: LexborNode, named: LexborNode | None, page: Page, selector: str) -> str | None:
    """Where an item leads: as told, else the link in or around its title, its first link, the link around it all.

    A link to a place on the page itself counts only where there is no other.
    """
    told = one(node, selector, "link") if selector else None
    near = [told, named, *(named.css("a[href]") if named is not None else ()), *_around(named, node)]
    every = (*near, *node.css("a[href]"), node, *_around(node, None))
    links = [link for candidate in every if candidate is not None and (link := _target(candidate, page))]
    here = page.address.partition("#")[0]
    away = [link for link in links if link.partition("#")[0] != here]
    return next(iter(away or links), None)


def _around(node: LexborNode | None, stop: LexborNode | None) -> list[LexborNode]:
    """Up to three elements around one, up to `stop`."""
    found: list[LexborNode] = []
    while node is not None and len(found) < 3 and (stop is None or node.mem_id != stop.mem_id):
        node = node.parent
        if node is not None:
            found.append(node)
    return [element for element in found if element.tag == "a"]


def _target(node: LexborNode, page: Page) -> str | None:
    href = (node.attributes.get("href") or "").strip()
    if not href or href == "#":
        return None
    link = resolve(href, page.base)
    return link if link and (is_web(link) or link.startswith("mailto:")) else None


def _published(node: LexborNode, options: PageOptions) -> datetime | None:
    dated = one(node, options.date or "time[datetime]", "date")
    return date_in(dated, options.day_first) if dated is not None else None


def _body(node: LexborNode, selector: str, title: str, base: str) -> Body | None:
    """What an item says: as told, else all of it where that is clearly more than its title."""
    if selector:
        told = one(node, selector, "text")
        return Body(told.html or "", Markup.HTML, base) if told is not None and words(told) else None
    return Body(node.html or "", Markup.HTML, base) if len(words(node)) > len(title) + FURTHER else None
