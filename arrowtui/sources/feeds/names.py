"""The words of feed formats, told by the address of their namespace and never by its prefix.

A tag becomes a short name such as "dc:date". Names of RSS (all versions, CDF included) begin
with "rss:", those of Atom (all versions) with "atom:". Case does not count; a wrong final slash does not either.
"""

from types import MappingProxyType

SPACES = MappingProxyType(
    {
        "": "rss",
        "backend.userland.com/rss": "rss",
        "backend.userland.com/rss2": "rss",
        "backend.userland.com/rss2.1": "rss",
        "backend.userland.com/rss091": "rss",
        "blogs.law.harvard.edu/tech/rss": "rss",
        "cyber.law.harvard.edu/rss/rss.html": "rss",
        "cyber.harvard.edu/rss/rss.html": "rss",
        "my.netscape.com/rdf/simple/0.9": "rss",
        "my.netscape.com/publish/formats/rss-0.91.dtd": "rss",
        "channel.netscape.com/rdf/simple/0.9": "rss",
        "purl.org/rss/1.0": "rss",
        "purl.org/net/rss1.0": "rss",
        "purl.org/net/rss1.1": "rss",
        "www.w3.org/2005/atom": "atom",
        "purl.org/atom/ns": "atom",
        "purl.org/atom/ns#draft-ietf-atompub-format-01": "atom",
        "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
        "purl.org/dc/elements/1.0": "dc",
        "purl.org/dc/elements/1.1": "dc",
        "purl.org/dc/terms": "dcterms",
        "purl.org/rss/1.0/modules/content": "content",
        "purl.org/rss/1.0/modules/syndication": "sy",
        "purl.org/rss/1.0/modules/slash": "slash",
        "purl.org/rss/1.0/modules/annotate": "annotate",
        "purl.org/syndication/thread/1.0": "thr",
        "wellformedweb.org/commentapi": "wfw",
        "search.yahoo.com/mrss": "media",
        "search.yahoo.com/mrss/media": "media",
        "tools.search.yahoo.com/mrss": "media",
        "video.search.yahoo.com/mrss": "media",
        "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "example.com/dtds/podcast-1.0.dtd": "itunes",
        "www.w3.org/1999/xhtml": "xhtml",
        "rssnamespace.org/feedburner/ext/1.0": "feedburner",
        "www.georss.org/georss": "georss",
    }
)
PREFIXES = MappingProxyType({prefix: prefix for prefix in SPACES.values()} | {"atom10": "atom", "l": "rdf"})
"""What a prefix means in a document that forgot to declare it."""
OLD_NAMES = MappingProxyType(
    {
        "atom:tagline": "atom:subtitle",
        "atom:copyright": "atom:rights",
        "atom:issued": "atom:published",
        "atom:modified": "atom:updated",
        "rss:abstract": "rss:description",
        "rss:a": "rss:link",
    }
)
"""Atom 0.3 and CDF under the names of their successors."""


class Names(dict[object, str]):
    """The short names of one document's tags, found when first asked for: `names["{address}local"]`.

    Elements of the root's own unknown space, or of none, are taken for Atom's below `feed` and for RSS's elsewhere.
    """

    def __init__(self, root_tag: str) -> None:
        super().__init__()
        self._own, local = _split(root_tag)
        self._home = "atom" if local in ("feed", "entry") else "rss"

    def __missing__(self, tag: object) -> str:
        name = self._name(tag) if isinstance(tag, str) else "?:"  # lxml gives other nodes than elements no string
        self[tag] = name
        return name

    def _name(self, tag: str) -> str:
        address, local = _split(tag)
        space = space_of(address)
        if space is None:
            space = self._home if address == self._own else "?"
        elif not address:
            prefix, colon, rest = local.partition(":")
            space, local = (PREFIXES.get(prefix, "?"), rest) if colon else (self._home, local)
        name = f"{space}:{local}"
        return OLD_NAMES.get(name, name)


def _split(tag: str) -> tuple[str, str]:
    address, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return address, local.lower()


def space_of(address: str) -> str | None:
    """The short word for a namespace address; None for unknown ones."""
    short = address.strip().lower()
    short = short.partition("://")[2] or short
    return SPACES.get(short) or SPACES.get(short.rstrip("/#"))
