"""Addresses of Facebook as a person sees them, and the feeds that bridges make of its Pages."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, unquote, urlsplit

from msgspec import Struct

from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish

WEB = "https://www.facebook.com"
HOSTS = frozenset({"facebook.com", "m.facebook.com", "web.facebook.com", "mbasic.facebook.com", "fb.com"})
NAME = re.compile(r"[\w.-]{1,100}")
NUMBER = re.compile(r"[0-9]{3,25}")
NUMBERED = re.compile(r".*-([0-9]{5,25})")
POST = re.compile(r"facebook\.com/.*(?:posts|permalink|photo|video|reel|story_fbid|fbid|watch)", re.IGNORECASE)
"""What the link of a post looks like, at Facebook and in the feeds of bridges."""
CLOSED = {
    "groups": "groups",
    "events": "events",
    "hashtag": "hashtags",
    "search": "a search",
    "marketplace": "the marketplace",
    "watch": "videos by topic",
    "reel": "a single reel",
    "stories": "stories",
    "photo": "a single photo",
}
"""First steps of paths, and what lies behind them that nobody may read."""
_NO_PAGES = (
    "ads business gaming help login messages notifications permalink.php policies settings share sharer story.php"
)
NO_PAGES = frozenset(_NO_PAGES.split())
HINT = (
    "Facebook shows a Page's posts only to those who run it. If it is yours: log in with its token and set "
    'own = "true" in the options of the source. Else: a bridge, or its notices by e-mail.'
)


class Place(Struct, frozen=True):
    """A Page by its name or number; else `closed` says what it is that cannot be read."""

    page: str = ""
    closed: str = ""


def place_of(address: str) -> Place | None:
    """What an address leads to; None for anything that is not Facebook's."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host not in HOSTS:
        return None
    return _in_path([unquote(step) for step in parts.path.split("/") if step], parse_qs(parts.query))


def _in_path(path: list[str], query: dict[str, list[str]]) -> Place:
    match path:
        case [first, *_] if first in CLOSED:
            return Place(closed=CLOSED[first])
        case ["profile.php", *_] if NUMBER.fullmatch(number := query.get("id", [""])[0]):
            return Place(number)
        case ["pages" | "people", _, number, *_] if NUMBER.fullmatch(number):
            return Place(number)
        case ["p", name, *_] if numbered := NUMBERED.fullmatch(name):
            return Place(numbered[1])
        case ["pg", name, *_] if NAME.fullmatch(name):
            return Place(name)
        case [name, *_] if NAME.fullmatch(name) and name not in NO_PAGES:
            return Place(name)
    return Place(closed="this address")


def recognised(typed: str) -> Iterator[Recognised]:
    """What something typed means here."""
    bare = typed.strip()
    address = bare if "://" in bare else f"https://{bare}"
    place = place_of(address)
    if place is not None and place.page:
        wish = Wish("facebook", f"{WEB}/{quote(place.page)}")
        yield Recognised(wish, f"the Facebook Page {place.page}", needs=(f"facebook:{place.page}",), hint=HINT)
    elif place is not None:
        yield Recognised(Wish("facebook", address), f"{place.closed} at Facebook")
    elif "://" in bare and (page := _bridged(bare)):
        wish = Wish("facebook", f"{WEB}/{quote(page)}", options=(("bridge", bare),))
        yield Recognised(wish, f"the Facebook Page {page}, through this bridge")


def _bridged(address: str) -> str:
    """The Page the feed of a bridge is about, by the addresses RSSHub and RSS-Bridge give their feeds; "" for none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path, query = [unquote(step) for step in parts.path.split("/") if step], parse_qs(parts.query)
    match path:
        case [*_, "facebook", "page", page] if NAME.fullmatch(page):
            return page
    if query.get("bridge", [""])[0].removesuffix("Bridge").lower() == "facebook":
        page = query.get("u", [""])[0]
        return page if NAME.fullmatch(page) else ""
    return ""
