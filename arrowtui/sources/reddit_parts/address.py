"""Reddit's web addresses, old ones and short ones included, and the feed each has."""

import re
from collections.abc import Mapping

from msgspec import Struct

from arrowtui.sources.place import Place, path_of, place_of, with_query

HOME = "https://www.reddit.com"
SHORT = re.compile(r"/?(?:r|u|user)/[\w+.-]{2,400}(?:/\S*)?", re.ASCII)
"""`r/sub`, `u/name`: what people write to each other."""
NAME = re.compile(r"[\w+.-]{2,400}", re.ASCII)
ID = re.compile(r"[a-z0-9]{2,12}")
SORTS = ("new", "hot", "top", "rising", "controversial", "best")
SPANS = ("hour", "day", "week", "month", "year", "all")
MOST_ENTRIES = ("limit", "100")
"""Of one feed; Reddit gives 25 unless asked for more, and more entries cost no further request."""
RSS = ".rss"

Path = tuple[str, ...]
Query = tuple[tuple[str, str], ...]


class Listing(Struct, frozen=True):
    """A page of Reddit and the path of its feed. `query` is that of both, `feed_query` the feed's alone."""

    page: Path
    feed: Path
    words: str
    query: Query = ()
    feed_query: Query = ()

    @property
    def address(self) -> str:
        """The page, as it stands in the settings."""
        return with_query(f"{HOME}{path_of(self.page)}/", self.query)

    def feed_at(self, origin: str, user: str) -> str:
        """The feed, as far as Reddit lets it reach; `user` goes with a private token."""
        query = (*self.query, *self.feed_query, MOST_ENTRIES, ("user", user))
        return with_query(origin + path_of(self.feed), query)


def listing_of(typed: str) -> Listing | None:
    """The listing an address or a name such as `r/sub` means; None for what is not Reddit's or has no feed."""
    typed = typed.strip()
    place = place_of(f"{HOME}/{typed.lstrip('/')}" if SHORT.fullmatch(typed) else typed)
    if place is None:
        return None
    if place.host == "redd.it":
        return _thread((), place.parts[0]) if len(place.parts) == 1 else None
    return _of_page(place) if place.is_at("reddit.com") else None


def name_of(parts: Path, query: Mapping[str, str]) -> str:
    """What a feed is called, by its path and query; the empty text where Reddit's own name for it is as good."""
    match parts:
        case ("r", sub, "search.rss"):
            return f"r/{sub}: {query.get('q', '')}"
        case ("search.rss",):
            return f"Reddit: {query.get('q', '')}"
        case ("r", sub, "comments", last) if last == RSS:
            return f"Comments in r/{sub}"
        case ("r", sub, *rest) if "comments" not in rest:
            return f"r/{sub}"
        case ("user", name, *_) if "m" not in parts[2:3]:
            return f"u/{name}"
    return ""


def is_share_link(typed: str) -> bool:
    """Whether this is one of the links the app's share button makes, which only a browser can follow."""
    place = place_of(typed)
    return bool(place and place.is_at("reddit.com") and len(place.parts) == 4 and place.parts[2] == "s")


def _of_page(place: Place) -> Listing | None:
    parts = tuple(part.removesuffix(RSS).removesuffix(".json") for part in place.parts)
    match tuple(part for part in parts if part):
        case ():
            return Listing((), (RSS,), "the front page of Reddit")
        case (sort,) if sort in SORTS:
            return _sorted((), sort, "the front page of Reddit", place)
        case ("search",):
            return _search((), place)
        case ("comments" | "gallery", thread, *_):
            return _thread((), thread)
        case ("domain", domain, *_) if NAME.fullmatch(domain):
            return Listing(("domain", domain), ("domain", domain, "new", RSS), f"links to {domain} on Reddit")
        case ("r", sub, *rest) if NAME.fullmatch(sub):
            return _of_sub(sub, tuple(rest), place)
        case ("u" | "user", name, *rest) if NAME.fullmatch(name):
            return _of_user(name, tuple(rest))
    return None


def _of_sub(sub: str, rest: Path, place: Place) -> Listing | None:
    path, words = ("r", sub), f"{' and '.join(f'r/{name}' for name in sub.split('+')[:4])} on Reddit"
    match rest:
        case ():
            return Listing(path, (*path, "new", RSS), words)
        case (sort,) if sort in SORTS:
            return _sorted(path, sort, words, place)
        case ("search",):
            return _search(path, place)
        case ("comments",):
            return Listing((*path, "comments"), (*path, "comments", RSS), f"every comment in {words}")
        case ("comments", thread, *_):
            return _thread(path, thread)
    return None


def _of_user(name: str, rest: Path) -> Listing | None:
    path = ("user", name)
    match rest:
        case () | ("overview",):
            return Listing(path, (*path, RSS), f"posts and comments of u/{name} on Reddit")
        case ("submitted" | "comments" as what,):
            things = "posts" if what == "submitted" else "comments"
            return Listing((*path, what), (*path, what, RSS), f"{things} of u/{name} on Reddit")
        case ("m", multi, *_) if NAME.fullmatch(multi):
            page = (*path, "m", multi)
            return Listing(page, (*page, "new", RSS), f"the communities u/{name} calls {multi} on Reddit")
    return None


def _sorted(path: Path, sort: str, words: str, place: Place) -> Listing:
    span = place.query.get("t", "")
    query = (("t", span),) if span in SPANS else ()
    return Listing((*path, sort), (*path, sort, RSS), f"{words}, sorted by {sort}", query)


def _thread(path: Path, thread: str) -> Listing | None:
    if not ID.fullmatch(thread):
        return None
    page = (*path, "comments", thread)
    words = f"one thread in r/{path[1]} on Reddit" if path else "one thread on Reddit"
    return Listing(page, (*page, RSS), words, feed_query=(("sort", "new"),))


def _search(path: Path, place: Place) -> Listing | None:
    words = place.query.get("q", "").strip()
    if not words:
        return None
    inside = (("restrict_sr", "on"),) if path else ()
    query = (("q", words), *inside, ("sort", place.query.get("sort") or "new"))
    where = f"in r/{path[1]} on Reddit" if path else "on Reddit"
    return Listing((*path, "search"), (*path, f"search{RSS}"), f"posts about “{words}” {where}", query)
