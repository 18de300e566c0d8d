"""Where an item of a feed says what: the names of its parts for each thing, an earlier one before a later."""

from functools import lru_cache

from msgspec import Struct

ID = ("atom:id", "rss:guid", "dc:identifier")
TITLE = ("rss:title", "atom:title", "dc:title", "media:title", "itunes:title")
FULL = (
    "content:encoded",
    "atom:content",
    "xhtml:body",
    "xhtml:div",
    "rss:content",
    "rss:fulltext",
    "rss:fullitem",
    "rss:body",
)
SHORT = ("rss:description", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary", "itunes:subtitle")
PUBLISHED = (
    "rss:pubdate",
    "atom:published",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "atom:created",
    "rss:date",
)
UPDATED = ("atom:updated", "dcterms:modified", "rss:updated", "rss:lastbuilddate")
AUTHOR = ("atom:author", "dc:creator", "dc:author", "rss:author", "itunes:author", "dcterms:creator", "media:credit")
LANGUAGE = ("dc:language", "rss:language")
CATEGORY = ("rss:category", "atom:category", "dc:subject")
COUNT = ("slash:comments", "thr:total")
LINKED = ("atom:link",)
PERSON = ("atom:author",)
DISCUSSED = ("rss:comments",)
ANSWERED = ("thr:in-reply-to",)
ATTACHED = ("media:group", "media:content", "media:thumbnail", "itunes:image", "rss:enclosure")


class Said(Struct, frozen=True):
    """The names above that occur in an item: most things are not said in most feeds, and need not be looked for."""

    id: tuple[str, ...]
    title: tuple[str, ...]
    full: tuple[str, ...]
    short: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    author: tuple[str, ...]
    language: tuple[str, ...]
    category: tuple[str, ...]
    count: tuple[str, ...]
    attached: tuple[str, ...]
    linked: tuple[str, ...]
    person: tuple[str, ...]
    discussed: tuple[str, ...]
    answered: tuple[str, ...]


@lru_cache(256)
def said_by(names: tuple[str, ...]) -> Said:
    """What an item says that has parts of these names; a feed's items have one combination of them or a few."""
    every = (ID, TITLE, FULL, SHORT, PUBLISHED, UPDATED, AUTHOR, LANGUAGE, CATEGORY, COUNT)
    rest = (ATTACHED, LINKED, PERSON, DISCUSSED, ANSWERED)
    return Said(*(tuple(name for name in thing if name in names) for thing in every + rest))
