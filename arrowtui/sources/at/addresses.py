"""Addresses of Bluesky: what a person sees in the browser, and what the protocol calls it."""

import re
from collections.abc import Iterator
from enum import Enum
from urllib.parse import parse_qs, quote, unquote, urlsplit

from msgspec import Struct

from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish

WEB = "https://bsky.app"
HANDLE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]")
RECORD_KEY = re.compile(r"[A-Za-z0-9._:~-]{1,512}")
TAG = re.compile(r"#([^\s#.,;:!?/@]{1,64})")
POST, GENERATOR, LIST = "app.bsky.feed.post", "app.bsky.feed.generator", "app.bsky.graph.list"
COLLECTIONS = {POST: "post", GENERATOR: "feed", LIST: "lists"}


class What(Enum):
    """What an address leads to."""

    AUTHOR = "author"
    LIST = "list"
    FEED = "feed"
    THREAD = "thread"
    QUOTES = "quotes"
    SEARCH = "search"


class Place(Struct, frozen=True):
    """An address taken apart. `who` is a handle or DID, `key` a record key; `tag` or `words` what is searched for."""

    what: What
    who: str = ""
    key: str = ""
    tag: str = ""
    words: str = ""
    author: str = ""

    def uri(self, did: str) -> str:
        """The AT-URI of a list, feed or post once its owner's DID is known."""
        collection = {What.LIST: LIST, What.FEED: GENERATOR}.get(self.what, POST)
        return f"at://{did}/{collection}/{self.key}"


def place_of(address: str) -> Place | None:
    """What an address of bsky.app leads to; None for anything else."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host != "bsky.app":
        return None
    return _in_path([unquote(step) for step in parts.path.split("/") if step], parse_qs(parts.query))


def _in_path(path: list[str], query: dict[str, list[str]]) -> Place | None:
    match path:
        case ["profile", who] | ["profile", who, "rss"] if is_actor(who):
            return Place(What.AUTHOR, who)
        case ["profile", who, ("post" | "feed" | "lists") as collection, key] if is_actor(who) and _is_key(key):
            kind = {"post": What.THREAD, "feed": What.FEED, "lists": What.LIST}[collection]
            return Place(kind, who, key)
        case ["profile", who, "post", key, "quotes"] if is_actor(who) and _is_key(key):
            return Place(What.QUOTES, who, key)
        case ["hashtag", tag] if tag.strip():
            return Place(What.SEARCH, tag=tag.strip().lstrip("#"), author=_first(query, "author"))
        case ["search"] if words := _first(query, "q"):
            return Place(What.SEARCH, words=words)
    return None


def _first(query: dict[str, list[str]], name: str) -> str:
    return query.get(name, [""])[0].strip()


def _is_key(key: str) -> bool:
    return RECORD_KEY.fullmatch(key) is not None


def is_actor(who: str) -> bool:
    """Whether this is a handle or a DID by its form."""
    return HANDLE.fullmatch(who) is not None or DID.fullmatch(who) is not None


def post_link(uri: str) -> str | None:
    """Where a post is read in the browser. By DID: a handle may change, and the item would seem edited."""
    did, key = parts_of(uri)
    return f"{WEB}/profile/{did}/post/{key}" if did and key else None


def parts_of(uri: str) -> tuple[str, str]:
    """The owner and the record key of an AT-URI, empty where it is none."""
    steps = uri.split("/")
    return (steps[2], steps[4]) if uri.startswith("at://") and len(steps) == 5 else ("", "")


def recognised(typed: str) -> Iterator[Recognised]:
    """What something typed means here, the likeliest first."""
    bare = typed.strip()
    if bare.startswith("at://"):
        address = _of_uri(bare)
        place = place_of(address) if address else None
        if address and place:
            yield _meant(address, place)
    elif (place := place_of(bare if "://" in bare else f"https://{bare}")) is not None:
        yield _meant(bare.removesuffix("/rss") if "://" in bare else f"https://{bare.removesuffix('/rss')}", place)
    elif DID.fullmatch(bare):
        yield _meant(f"{WEB}/profile/{bare}", Place(What.AUTHOR, bare))
    elif tag := TAG.fullmatch(bare):
        yield _meant(f"{WEB}/hashtag/{quote(tag[1])}", Place(What.SEARCH, tag=tag[1]), is_sure=False)
    elif (handle := bare.removeprefix("@")) and HANDLE.fullmatch(handle):
        is_ours = handle.lower().endswith(".bsky.social")
        if is_ours or bare.startswith("@"):  # any other name with dots alone is a web site first of all
            yield _meant(f"{WEB}/profile/{handle.lower()}", Place(What.AUTHOR, handle.lower()), is_sure=is_ours)


def _of_uri(uri: str) -> str | None:
    """The web address of an AT-URI; None for records that have none."""
    steps = uri.removeprefix("at://").rstrip("/").split("/")
    if len(steps) == 1:
        return f"{WEB}/profile/{steps[0]}"
    if len(steps) == 3 and steps[1] in COLLECTIONS:
        return f"{WEB}/profile/{steps[0]}/{COLLECTIONS[steps[1]]}/{steps[2]}"
    return None


def _meant(address: str, place: Place, *, is_sure: bool = True) -> Recognised:
    who = place.who if place.who.startswith("did:") else f"@{place.who}"
    words = {
        What.AUTHOR: f"the posts of {who} on Bluesky",
        What.LIST: f"a list of {who} on Bluesky",
        What.FEED: f"the feed {place.key} of {who} on Bluesky",
        What.THREAD: f"a thread of {who} on Bluesky",
        What.QUOTES: f"the posts that quote one of {who} on Bluesky",
        What.SEARCH: f"#{place.tag} on Bluesky" if place.tag else f"the search {place.words} on Bluesky",
    }[place.what]
    hint = "Without a login only the newest page of a search shows." if place.what is What.SEARCH else ""
    return Recognised(Wish("bluesky", address), words, is_sure, hint=hint)
