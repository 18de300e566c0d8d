"""The sites of Stack Exchange: their pages, what is asked of the API for each, and the feed that stands in for it."""

import re
from urllib.parse import quote, unquote

from msgspec import Struct

from arrowtui.sources.place import Place, place_of, with_query

ITS_SITES = (
    "stackoverflow.com",
    "superuser.com",
    "serverfault.com",
    "askubuntu.com",
    "stackapps.com",
    "mathoverflow.net",
    "stackexchange.com",
)
NUMBER = re.compile(r"[0-9]{1,12}")


class Page(Struct, frozen=True):
    """A page of a site. `tags` all stand on the questions, `question` makes it a thread, `user` who asked.

    `any_tags`: the page shows questions with one of its tags, which only the feed can.
    """

    site: Place
    path: str
    words: str
    tags: tuple[str, ...] = ()
    any_tags: bool = False
    question: str = ""
    user: str = ""
    search: str = ""

    @property
    def address(self) -> str:
        """The page, as it stands in the settings."""
        return with_query(f"{self.site.origin}{self.path}", (("q", self.search),))

    @property
    def feed(self) -> str:
        """The path of the feed of the same, with its query; it costs none of the API's quota."""
        if self.question:
            return f"/feeds/question/{self.question}"
        if self.user:
            return f"/feeds/user/{self.user}"
        if self.tags:
            joint = " or " if self.any_tags else " and "
            return with_query("/feeds/tag", (("tagnames", joint.join(self.tags)), ("sort", "newest")))
        return "/feeds"


def page_of(typed: str) -> Page | None:
    """The page an address means; None for what is not Stack Exchange or cannot be followed."""
    place = place_of(typed)
    if place is None or not place.is_at(*ITS_SITES) or place.host in ("stackexchange.com", "api.stackexchange.com"):
        return None
    return page_at(place)


def page_at(place: Place) -> Page | None:
    """The page an address means if its host is a site of Stack Exchange."""
    parts = place.parts[1:] if place.parts[:1] == ("feeds",) else place.parts
    match parts:
        case () | ("questions",):
            return Page(place, "/questions", f"every new question on {place.host}")
        case ("questions", "tagged", _, *_) | ("tag" | "tags", _, *_):
            written = re.split(r"/(?:tagged|tags?)/", place.path, maxsplit=1)[1].partition("/")[0]
            return _tagged(place, [unquote(word) for word in re.split(r"\+|%20|;", written.replace("c++", "c%2b%2b"))])
        case ("tag",):
            return _tagged(place, re.split(r"[\s;]+", place.query.get("tagnames", "")))
        case ("questions" | "q" | "question", number, *_) if NUMBER.fullmatch(number):
            return Page(place, f"/questions/{number}", f"one question on {place.host}", question=number)
        case ("users" | "user", number, *_) if NUMBER.fullmatch(number):
            return Page(place, f"/users/{number}", f"questions of one person on {place.host}", user=number)
        case ("search",) if place.query.get("q", "").strip():
            words = place.query["q"].strip()
            return Page(place, "/search", f"questions about “{words}” on {place.host}", search=words)
    return None


def site_of(host: str) -> str:
    """The API's word for a site: `stackoverflow`, `cooking`, `pt.stackoverflow`; of others the host itself."""
    if host.endswith(".stackexchange.com") and host.count(".") == 2:
        return host.removesuffix(".stackexchange.com")
    return host.removesuffix(".com") if host.endswith(ITS_SITES[:-2]) and host.endswith(".com") else host


def _tagged(place: Place, words: list[str]) -> Page | None:
    """Tags as an address joins them: `a+b` and `a and b` mean both, `a+or+b` means either."""
    tags = tuple(word for word in words if word and word not in ("or", "and"))
    if not tags:
        return None
    any_tags = "or" in words
    path = "/questions/tagged/" + ("+or+" if any_tags else "+").join(quote(tag, safe="") for tag in tags)
    said = (" or " if any_tags else " and ").join(tags)
    return Page(place, path, f"questions tagged {said} on {place.host}", tags, any_tags)
