"""Pages of Discourse forums and what is asked for each: any page's address with `.json` behind it."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.place import Place, path_of

SLUG = re.compile(r"[^\s/?#]{1,200}")
NUMBER = re.compile(r"[0-9]{1,12}")
KNOWN = re.compile(r"discourse\.[a-z0-9.-]+|[a-z0-9-]+\.discourse\.group|meta\.discourse\.org")
"""Hosts whose name tells what runs there."""
BATCH = 20
"""Posts a forum gives at once."""
MOST_FOLLOWED = 19
TOPICS, TOPIC, OPENING, FURTHER, POSTS, POLL = "topics", "topic", "opening", "further", "posts", "poll"


class Memory(msgspec.Struct, frozen=True):
    """Of a list: the topics that were read. Of a topic: the newest post met, and posts that were left for later."""

    topics: list[int] = []
    newest: int = 0
    left: list[int] = []


class Page(Struct, frozen=True):
    """`step` is what it is: a list of topics, one topic, or every new post. `number` is the topic's."""

    step: str
    path: tuple[str, ...]
    words: str
    number: str = ""

    @property
    def asks(self) -> str:
        """The path asked in its place."""
        if self.step == TOPIC:
            return f"/t/{self.number}.json"
        return f"{path_of(self.path)}.json" + ("?order=created" if self.step == TOPICS else "")


def page_of(place: Place) -> Page | None:
    """The page an address means if a Discourse forum runs there; None where no forum has such a page."""
    parts = tuple(part.removesuffix(".json").removesuffix(".rss") for part in place.parts)
    match parts:
        case () | ("latest",) | ("new",) | ("categories",):
            return Page(TOPICS, ("latest",), f"new topics of {place.host}")
        case ("posts",):
            return Page(POSTS, ("posts",), f"every new post of {place.host}")
        case ("t", number) | ("t", _, number) | ("t", _, number, _) if NUMBER.fullmatch(number):
            return Page(TOPIC, ("t", number), f"one topic of {place.host}", number)
        case ("c", *slugs):
            return _category(tuple(slugs), place)
        case ("tag", name, *rest) if SLUG.fullmatch(name):
            numbers = [part for part in rest[:1] if NUMBER.fullmatch(part)]
            return Page(TOPICS, ("tag", name, *numbers), f"new topics tagged {name} of {place.host}")
    return None


def ask(origin: str, path: str, step: str) -> Request:
    """A request to a forum, with the person's own key for it where there is one."""
    key = SecretUse(f"discourse:{urlsplit(origin).hostname}", ("header", "User-Api-Key"), is_optional=True)
    return Request(f"{origin}{path}", {"Accept": "application/json"}, secrets=(key,), step=step)


def ask_openings(origin: str, topics: Sequence[int]) -> tuple[Request, ...]:
    """Topics one by one, for what stands in their first posts."""
    return tuple(ask(origin, f"/t/{topic}.json", OPENING) for topic in topics)


def ask_further(origin: str, topic: int, posts: Sequence[int]) -> tuple[Request, ...]:
    """Posts of a topic, twenty a request."""
    batches = [posts[start : start + BATCH] for start in range(0, len(posts), BATCH)]
    return tuple(
        ask(origin, f"/t/{topic}/posts.json?" + "&".join(f"post_ids[]={post}" for post in batch), FURTHER)
        for batch in batches
    )


def ask_poll(origin: str, native_id: str) -> Request | None:
    """The posts around one (its id is that of a draft), for the sake of its poll; None where the id is none of ours."""
    topic, _, number = native_id.partition("/")
    if not (NUMBER.fullmatch(topic) and NUMBER.fullmatch(number)):
        return None
    return ask(origin, f"/t/{topic}.json" if number == "1" else f"/t/{topic}/{number}.json", POLL)


def _category(slugs: tuple[str, ...], place: Place) -> Page | None:
    """`/c/slug/5`, `/c/parent/child/12`, perhaps with `/l/latest` behind."""
    kept = slugs[: slugs.index("l")] if "l" in slugs[1:] else slugs
    if not kept or len(kept) > 4 or not all(SLUG.fullmatch(slug) for slug in kept):
        return None
    name = kept[-2] if NUMBER.fullmatch(kept[-1]) and len(kept) > 1 else kept[-1]
    return Page(TOPICS, ("c", *kept), f"new topics in {name} of {place.host}")
