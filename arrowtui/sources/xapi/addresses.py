"""Addresses of X as a person sees them, and the feeds that bridges make of them."""

import re
from collections.abc import Iterator
from enum import Enum
from urllib.parse import parse_qs, quote, unquote, urlsplit

from msgspec import Struct

from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.sources.social.given import Options, option

WEB = "https://x.com"
HOSTS = frozenset({"x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com"})
NAME = re.compile(r"[A-Za-z0-9_]{1,15}")
NUMBER = re.compile(r"[0-9]{1,20}")
TAG = re.compile(r"#([^\s#.,;:!?/@]{1,64})")
STATUS = re.compile(r"/status/([0-9]{1,20})(?:[/?#]|$)")
"""What the link of a post looks like, at X and at every bridge to it."""
_PAGES = (
    "about bookmarks compose explore hashtag home i intent jobs login logout messages notifications oauth privacy "
    "search settings share signup tos who_to_follow"
)
PAGES = frozenset(_PAGES.split())
"""First steps of paths that are no accounts."""
_BRIDGE = re.compile(r"://[^/]*(?:nitter|xcancel|rsshub)|/twitter/(?:user|keyword)/|[?&]f=tweets(?:&|$)", re.IGNORECASE)
"""What only a bridge to X has in its address. A notice in its place is then told, not taken for a feed."""
HINT = "X charges for every post read: nothing is asked before you set a budget in the settings."
NEEDS = ("x",)


class What(Enum):
    """What an address leads to."""

    USER = "user"
    SEARCH = "search"
    CONVERSATION = "conversation"


class Place(Struct, frozen=True):
    """An address taken apart: an account's name, the words of a search, or the id of a post."""

    what: What
    words: str


def place_of(address: str, options: Options = ()) -> Place | None:
    """What a source reads: as its options say, else as its address does; None where neither does."""
    if words := option(options, "search"):
        return Place(What.SEARCH, words)
    if (post := option(options, "conversation")) and NUMBER.fullmatch(post):
        return Place(What.CONVERSATION, post)
    if (name := option(options, "user").removeprefix("@")) and NAME.fullmatch(name):
        return Place(What.USER, name)
    return _in_address(address)


def _in_address(address: str) -> Place | None:
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host not in HOSTS:
        return None
    path = [unquote(step) for step in parts.path.split("/") if step]
    match path:
        case ["hashtag", tag] if tag.strip():
            return Place(What.SEARCH, f"#{tag.strip().lstrip('#')}")
        case ["search"] if words := parse_qs(parts.query).get("q", [""])[0].strip():
            return Place(What.SEARCH, words)
        case ["i", "status", number] | ["i", "web", "status", number] if NUMBER.fullmatch(number):
            return Place(What.CONVERSATION, number)
        case [name, "status", number, *_] if NAME.fullmatch(name) and NUMBER.fullmatch(number):
            return Place(What.CONVERSATION, number)
        case [name] | [name, "with_replies"] if NAME.fullmatch(name) and name.lower() not in PAGES:
            return Place(What.USER, name)
    return None


def is_ours(address: str) -> bool:
    """Whether an address is one of X itself: items are known by it."""
    try:
        host = (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return host == "x.com"


def address_of(place: Place) -> str:
    """The address of X itself under which a place is kept, whatever was typed."""
    if place.what is What.USER:
        return f"{WEB}/{place.words}"
    if place.what is What.CONVERSATION:
        return f"{WEB}/i/status/{place.words}"
    tag = TAG.fullmatch(place.words)
    return f"{WEB}/hashtag/{quote(tag[1])}" if tag else f"{WEB}/search?q={quote(place.words)}"


def words_of(place: Place) -> str:
    """What a place is to a person; also the name of its source until it has a better one."""
    if place.what is What.USER:
        return f"@{place.words} on X"
    if place.what is What.CONVERSATION:
        return "a conversation on X"
    return f"{place.words} on X"


def recognised(typed: str) -> Iterator[Recognised]:
    """What something typed means here."""
    bare = typed.strip()
    if tag := TAG.fullmatch(bare):
        yield _meant(Place(What.SEARCH, f"#{tag[1]}"), is_sure=False)
    elif bare.startswith("@") and NAME.fullmatch(bare[1:]):
        yield _meant(Place(What.USER, bare[1:]), is_sure=False)
    elif place := _in_address(bare if "://" in bare else f"https://{bare}"):
        yield _meant(place, is_sure=True)
    elif "://" in bare and (place := _bridged(bare)):
        options = (("bridge", bare),)
        words = f"{words_of(place)}, through this bridge"
        yield Recognised(Wish("x", address_of(place), options=options), words, is_sure=_BRIDGE.search(bare) is not None)


def _meant(place: Place, *, is_sure: bool) -> Recognised:
    return Recognised(Wish("x", address_of(place)), words_of(place), is_sure, NEEDS, HINT)


def _bridged(address: str) -> Place | None:
    """What the feed of a bridge is about, by the paths Nitter and RSSHub give their feeds."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path, query = [unquote(step) for step in parts.path.split("/") if step], parse_qs(parts.query)
    match path:
        case [name, "rss"] | [name, "with_replies" | "media" | "search", "rss"] if _is_account(name):
            return Place(What.USER, name)
        case ["search", "rss"] if words := query.get("q", [""])[0].strip():
            return Place(What.SEARCH, words)
        case [*_, "twitter", "user", name] | [*_, "twitter", "user", name, _] if _is_account(name):
            return Place(What.USER, name)
        case [*_, "twitter", "keyword", words] if words.strip():
            return Place(What.SEARCH, words.strip())
    return None


def _is_account(name: str) -> bool:
    return NAME.fullmatch(name) is not None and name.lower() not in PAGES | {"feed", "rss", "blog", "news", "index"}
