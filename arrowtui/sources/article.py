"""What a web page is about: its title, author, date, picture, and the text of its article without all that stands
around it. The article is found by readability (readability-lxml), what the page says of itself by its meta elements."""

import json
import logging
from collections.abc import Iterator, Mapping
from datetime import datetime

from selectolax.lexbor import LexborNode

from arrowtui.model.wire import Attachment, Body, Draft, Markup, Medium
from arrowtui.sources.feeds.dates import read_date
from arrowtui.sources.feeds.links import resolve
from arrowtui.sources.pages.lines import words
from arrowtui.sources.pages.tree import Page

SHORTEST = 140
"""Characters under which what was found is no article, but a piece of one."""
LONGEST = 500_000
"""Characters of an article that are kept."""
MOST_TAGS = 60_000
"""A page of more is read as it stands: finding the article in it would take seconds."""
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "citation_author")
DATES = (
    *("article:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "parsely-pub-date"),
    *("sailthru.date", "citation_publication_date", "pubdate", "datepublished"),
)
PICTURES = ("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src")
SUMMARIES = ("og:description", "twitter:description", "description", "dc.description")
Meta = Mapping[str, str]


def article(page: Page, text: str, native_id: str) -> Draft:
    """The draft of a page.

    Args:
        text: its HTML, decoded.
    Returns: a draft whose body is empty where the page has no text of its own.
    """
    meta = _meta(page)
    told = _linked_data(page)
    title = _first(meta, TITLES) or told.get("headline") or _heading(page) or page.title
    body = _body(page, text, title or "")
    summary = _first(meta, SUMMARIES)
    picture = resolve(_first(meta, PICTURES), page.base)
    author = _first(meta, AUTHORS) or told.get("author")
    return Draft(
        native_id=native_id,
        title=Body(title, Markup.TEXT) if title else None,
        body=Body(body, Markup.HTML, page.base) if body else None,
        summary=Body(summary, Markup.TEXT, page.base) if summary else None,
        link=page.address,
        author=None if author is None or author.startswith("http") else author,
        published_at=_date(page, meta, told),
        language=page.language,
        attachments=(Attachment(picture, Medium.IMAGE, alt=meta.get("og:image:alt")),) if picture else (),
        host="",
    )


def _body(page: Page, text: str, title: str) -> str:
    """The article as HTML: what readability finds, else the main part of the page as it stands. The title, which the
    reader shows above it, is not repeated."""
    found = _readable(text) if text.count("<") <= MOST_TAGS else None
    if found is not None and len(words(found)) >= SHORTEST:
        return _without(found, title)
    main = page.parser.css_first("article") or page.parser.css_first("main, [role=main]")
    for node in (main, found, page.parser.body):
        if node is not None and words(node):
            return _without(node, title)
    return ""


def _without(node: LexborNode, title: str) -> str:
    heading = node.css_first("h1, h2")
    if heading is not None and words(heading) == " ".join(title.split()):
        heading.decompose()
    return (node.html or "")[:LONGEST]


def _readable(text: str) -> LexborNode | None:
    from readability import Document  # 50 ms to import, and only a saved page needs it
    from readability.readability import Unparseable
    from selectolax.lexbor import LexborHTMLParser

    logging.getLogger("readability").setLevel(logging.CRITICAL)  # it logs what it raises
    try:
        return LexborHTMLParser(Document(text).summary(html_partial=True)).body
    except (Unparseable, ValueError, TypeError, AttributeError):  # a page it cannot make anything of
        return None


def _meta(page: Page) -> Meta:
    """What the meta elements say, by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in page.parser.css("meta[content]"):
        given = node.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        content = " ".join((given.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: Meta, names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _heading(page: Page) -> str | None:
    """The only heading of the first order, where the title of the page is that and the name of the site."""
    headings = page.parser.css("h1")
    said = words(headings[0]) if len(headings) == 1 else ""
    return said if said and said in (page.title or "") else None


def _date(page: Page, meta: Meta, told: Meta) -> datetime | None:
    """The day of publication: as the page says of itself, else of the only dated element in its article."""
    for said in (_first(meta, DATES), told.get("datePublished")):
        if (found := read_date(said)) is not None:
            return found
    marked = page.parser.css("[itemprop=datePublished][datetime], article time[datetime]")
    return read_date(marked[0].attributes.get("datetime")) if marked else None


def _linked_data(page: Page) -> Meta:
    """Headline, author and date from JSON-LD, where it describes an article."""
    for thing in _things(page):
        kinds = thing.get("@type")
        if any(
            "Article" in str(kind) or "Posting" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            said = {name: value for name in ("headline", "datePublished") if isinstance(value := thing.get(name), str)}
            author = _name(thing.get("author"))
            return said | ({"author": author} if author else {})
    return {}


def _things(page: Page) -> Iterator[dict[str, object]]:
    for node in page.parser.css('script[type="application/ld+json"]')[:10]:
        try:
            told: object = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        listed = told if isinstance(told, list) else [told]
        for thing in listed:
            if isinstance(thing, dict):
                yield thing
                graph = thing.get("@graph")
                yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict))


def _name(author: object) -> str | None:
    """The names of authors given as words, things or lists of either."""
    if isinstance(author, list):
        names = [name for one in author[:5] if (name := _name(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(author, dict):
        author = author.get("name")
    return author.strip() or None if isinstance(author, str) else None
