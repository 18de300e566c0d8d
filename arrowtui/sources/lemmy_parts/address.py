"""Pages of Lemmy servers, and what is asked for each in either version of their API."""

import re

from msgspec import Struct

from arrowtui.model.replace import replace
from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.place import Place, place_of, with_query
from arrowtui.sources.social.given import Options, base, one_of

COMMUNITY = re.compile(r"!([\w-]{1,100})@([a-z0-9.-]+\.[a-z]{2,24})", re.IGNORECASE | re.ASCII)
"""`!news@lemmy.example`: what people of the fediverse write for a community."""
NAME = re.compile(r"[\w-]{1,100}(?:@[a-z0-9.-]+\.[a-z]{2,24})?", re.IGNORECASE | re.ASCII)
KNOWN = re.compile(r"(?:[a-z0-9-]+\.)*(?:lemmy[a-z]*|feddit|lemm)\.[a-z]{2,24}(?:\.[a-z]{2})?|lemmy\..+")
ALSO_KNOWN = (
    "aussie.zone",
    "beehaw.org",
    "discuss.tchncs.de",
    "infosec.pub",
    "jlai.lu",
    "midwest.social",
    "programming.dev",
    "sh.itjust.works",
    "slrpnk.net",
    "sopuli.xyz",
)
"""Large servers whose names do not tell."""
V4, V3 = "v4", "v3"
OTHER = {V4: V3, V3: V4}
ABSENT = (400, 404, 405, 410, 501)
"""What a server says to a version it does not have (and, alas, to a community it does not have)."""
LIMIT = "50"
POSTS, PERSON, POST, COMMENTS = "posts", "person", "post", "comments"
ENDPOINTS = {
    (POSTS, V4): "post/list",
    (POSTS, V3): "post/list",
    (PERSON, V4): "person/content",
    (PERSON, V3): "user",
    (POST, V4): "post",
    (POST, V3): "post",
    (COMMENTS, V4): "comment/list",
    (COMMENTS, V3): "comment/list",
}


class Page(Struct, frozen=True):
    """A page of a server. `what` is posts, person or post; `name` that of the community or person, the post's number,
    or empty for the whole server."""

    what: str
    name: str
    path: str
    words: str


class Asked(Struct, frozen=True):
    """What is asked of a server: enough to ask it in the other version, or for its next page.

    `since` is when the newest post of the last poll was written (ISO 8601), empty at first.
    """

    origin: str
    what: str
    name: str
    version: str
    listing: str = "all"
    since: str = ""

    @property
    def step(self) -> str:
        """This in words, given back with the reply."""
        return "|".join((self.what, self.version, self.listing, self.since, self.name))

    @classmethod
    def again(cls, request: Request) -> "Asked":
        """What was asked with a request."""
        what, version, listing, since, name = request.step.split("|", 4)
        return cls(request.address.partition("/api/")[0], what, name, version, listing, since)

    def in_other_version(self) -> Request:
        """The same in the other version; if that is refused, it is."""
        return replace(self, version=OTHER[self.version]).request(is_last=True)

    def request(self, *, is_last: bool, cursor: str = "") -> Request:
        """The request; unless it is the last attempt, the refusal of a version that is absent is read, too."""
        host = self.origin.partition("://")[2].partition(":")[0]
        endpoint = f"{self.origin}/api/{self.version}/{ENDPOINTS[self.what, self.version]}"
        return Request(
            with_query(endpoint, (*self._pairs(), ("page_cursor", cursor))),
            {"Accept": "application/json"},
            secrets=(SecretUse(f"lemmy:{host}", ("header", "Authorization"), "Bearer {}", is_optional=True),),
            step=self.step,
            accepts=() if is_last else ABSENT,
        )

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        """The parameters; v4 spells its words small, v3 large."""
        word = str.lower if self.version == V4 else str.title
        newest = (("sort", word("new")), ("limit", LIMIT))
        match self.what:
            case "post":
                return (("id", self.name),)
            case "comments":
                return (("post_id", self.name), ("type_", word("all")), ("max_depth", "8"), *newest)
            case "person":
                return (("username", self.name), *newest)
        return (("type_", word(self.listing)), ("community_name", self.name), *newest)


def page_of(place: Place) -> Page | None:
    """The page an address means if its host is a Lemmy server; None where no Lemmy server has such."""
    match place.parts:
        case ():
            return Page(POSTS, "", "/", f"posts on {place.host}")
        case ("c", name) if NAME.fullmatch(name):
            return Page(POSTS, name, f"/c/{name}", f"the community {_full(name, place)}")
        case ("u", name) if NAME.fullmatch(name):
            return Page(PERSON, name, f"/u/{name}", f"posts and comments of {_full(name, place)}")
        case ("post", number, *_) if number.isascii() and number.isdigit():
            return Page(POST, number, f"/post/{number}", f"one thread on {place.host}")
    return None


def asked_for(page: Page, place: Place, options: Options, version: str, since: str) -> Asked:
    """What is asked for a page, first in the version that answered the last time."""
    listing = "all" if page.name else one_of(options, "listing", ("local", "all"), "local")
    return Asked(base(options, place.origin), page.what, page.name, version or V4, listing, since)


def typed_place(typed: str) -> Place | None:
    """The address something typed means: one of the web, or `!community@server`."""
    community = COMMUNITY.fullmatch(typed.strip())
    return place_of(f"https://{community[2]}/c/{community[1]}" if community else typed)


def is_known(host: str) -> bool:
    """Whether a host is surely a Lemmy server."""
    return KNOWN.fullmatch(host) is not None or host in ALSO_KNOWN


def _full(name: str, place: Place) -> str:
    return name if "@" in name else f"{name}@{place.host}"
