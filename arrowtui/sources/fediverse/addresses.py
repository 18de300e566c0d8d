"""What stands in the settings: a hashtag, an account or a thread on a server, and the options beside it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from arrowtui.sources.fediverse.tags import folded

WRAPPINGS = {"web", "deck"}
"""Parts of the web client that may stand before the real path."""
ACCT = re.compile(r"[\w.·-]+(?:@[\w.-]+(?::\d+)?)?")
TAG = re.compile(r"[^\s/#?]+")
ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
YES = {"yes", "true", "on", "1"}
MOST_INSTANCES = 8
FEEDS = (".rss", ".atom", ".json")
"""Endings of feeds, which these servers have at the same places: those are read as feeds."""


class Sort(StrEnum):
    """What an address leads to."""

    TAG = "tag"
    ACCOUNT = "account"
    THREAD = "thread"


class Target(Struct, frozen=True):
    """`base` is the server's address, `name` the tag, the account (`ida`, `ida@other.example`) or a post's id."""

    sort: Sort
    base: str
    name: str
    tagged: str = ""

    @property
    def host(self) -> str:
        return netloc_of(self.base)


class Wanted(Struct, frozen=True):
    """The options, read. Tags in `every` and `none` are folded; `instances` are base addresses."""

    base: str | None = None
    any: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    threads: bool = False
    replies: bool = False
    boosts: bool = False


def target_of(address: str) -> Target | None:
    """What an address of a server's web site stands for; None where it is nothing of ours."""
    try:
        parts = urlsplit(address.strip().encode(errors="replace").decode())
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # raises where it is none
    except ValueError:
        return None
    steps = [unquote(step) for step in parts.path.split("/") if step]
    if not is_web or not steps or steps[-1].lower().endswith(FEEDS):
        return None
    base = f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
    return _target(base, steps[1:] if steps[0] in WRAPPINGS else steps)


def _target(base: str, steps: list[str]) -> Target | None:
    match steps:
        case ["tags" | "tag", tag] if TAG.fullmatch(tag):
            return Target(Sort.TAG, base, tag)
        case ["notice" | "statuses", post] if ID.fullmatch(post):
            return Target(Sort.THREAD, base, post)
        case ["users", user, *rest] if ACCT.fullmatch(user) and rest[:1] in ([], ["statuses"]):
            return _of_user(base, user, rest)
        case ["ap", "users", _, "statuses", post] if ID.fullmatch(post):
            return Target(Sort.THREAD, base, post)
        case [named, *rest] if named.startswith("@") and ACCT.fullmatch(named[1:]):
            return _of_user(base, named[1:], rest)
    return None


def _of_user(base: str, user: str, rest: list[str]) -> Target | None:
    acct = user.removesuffix(f"@{netloc_of(base)}")
    match rest:
        case [] | ["with_replies" | "media" | "featured"]:
            return Target(Sort.ACCOUNT, base, acct)
        case ["tagged", tag] if TAG.fullmatch(tag):
            return Target(Sort.ACCOUNT, base, acct, tag)
        case [post] | ["statuses" | "posts", post] if ID.fullmatch(post):
            return Target(Sort.THREAD, base, post)
    return None


def wanted_of(options: Iterable[tuple[str, str]]) -> Wanted:
    """The options of a source; what is not known or makes no sense counts as not said."""
    said = dict(options)
    return Wanted(
        base=base_of(said["base"]) if said.get("base") else None,
        any=tuple(dict.fromkeys(tag.lstrip("#＃") for tag in words(said.get("any")))),
        every=tuple(map(folded, words(said.get("all")))),
        none=tuple(map(folded, words(said.get("none")))),
        instances=tuple(dict.fromkeys(map(base_of, words(said.get("instances")))))[:MOST_INSTANCES],
        threads=is_yes(said.get("threads")),
        replies=is_yes(said.get("replies")),
        boosts=is_yes(said.get("boosts")),
    )


def words(said: str | None) -> list[str]:
    """The parts of a list written with commas or blanks."""
    whole = (said or "").encode(errors="replace").decode()  # half a character is none
    return [word for word in re.split(r"[\s,;]+", whole) if word.strip("#＃")]


def is_yes(said: str | None) -> bool:
    return (said or "").strip().lower() in YES


def base_of(said: str) -> str:
    """A server as a base address: `news.example` and `https://news.example/` are the same."""
    address = said.strip().rstrip("/")
    return address if "://" in address else f"https://{address}"


def netloc_of(address: str) -> str:
    """Host and port of an address, without a name or password; empty where it has none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """The host of an address, without a port."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def tag_address(base: str, tag: str) -> str:
    """Where a person finds a hashtag on a server."""
    return f"{base}/tags/{quote(tag.lstrip('#＃'), safe='')}"
