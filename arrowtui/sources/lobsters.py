"""Lobsters: lists by RSS, as the site asks of programs; JSON for a thread alone, where the comments are."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.lobsters_parts.thread import Story, thread
from arrowtui.sources.place import Place, path_of, place_of
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.social.decoding import whole
from arrowtui.sources.social.given import Options, base

SITE = "https://lobste.rs"
WORD = re.compile(r"[\w.,+-]{1,80}", re.ASCII)
SHORT_ID = re.compile(r"[a-z0-9]{2,12}")
IN_ADDRESS = re.compile(r"/(s|c)/([a-z0-9]{2,12})(?:[/#?]|$)")
WRITER = re.compile(r"(?:\b(?:via|by) |\()([\w-]{1,50})\)?$")
"""`desk.example via ida`, `ida@users.lobste.rs (ida)`: who submitted a story, in their RSS."""
TAIL = re.compile(r'\s*<p>\s*<a [^<>]*href="[^"<>]*/s/[^"<>]*"[^<>]*>Comments</a>\s*</p>\s*$')
EPOCH_NOT_SECONDS = 10_000_000
"""`RateLimit-Reset` is seconds to go by the standard, the hour itself in seconds since 1970 at Lobsters."""


class Page(Struct, frozen=True):
    """A page and what is asked in its place: a feed, or the JSON of a thread."""

    path: tuple[str, ...]
    words: str
    feed: str = ""

    @property
    def is_thread(self) -> bool:
        return not self.feed


class Lobsters(Adapter):
    """Works for every site that runs the same program, by its own address."""

    kind = "lobsters"
    manners = Manners(normal_s=30 * MINUTE_S, gap_s=2)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of lobste.rs."""
        place = place_of(typed)
        page = _page(place) if place is not None and place.host == "lobste.rs" else None
        return (Recognised(Wish(self.kind, f"{SITE}{path_of(page.path) or '/'}"), page.words),) if page else ()

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The feed of a list, the JSON of a thread. Raises: UnfitAddress."""
        place = place_of(address)
        page = _page(place) if place is not None else None
        if place is None or page is None:
            raise UnfitAddress(self.kind, address)
        origin = base(options, place.origin)
        if page.is_thread:
            return Request(f"{origin}{path_of(page.path)}.json", {"Accept": "application/json"}, step="thread")
        return feed_request(origin + page.feed, "list")

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply."""
        if reply.request.step == "thread":
            return thread(whole(reply, Story, "a thread"), reply.address)
        batch = feed_in(reply)
        return replace(batch, drafts=tuple(_listed(draft) for draft in batch.drafts))

    def rest_until(self, reply: Reply) -> datetime | None:
        """`RateLimit-Remaining` used up: rest until `RateLimit-Reset`."""
        remaining, reset = (reply.headers.get(f"ratelimit-{name}", "") for name in ("remaining", "reset"))
        if remaining.strip() != "0" or not (reset.isascii() and reset.isdigit() and len(reset) < 12):
            return None
        if int(reset) > EPOCH_NOT_SECONDS:
            return datetime.fromtimestamp(int(reset), UTC)
        return reply.received_at + timedelta(seconds=int(reset))


def _page(place: Place) -> Page | None:
    parts = tuple(part.removesuffix(".rss").removesuffix(".json") for part in place.parts)
    match parts:
        case () | ("hottest",) | ("rss",):
            return Page((), "the front page of Lobsters", "/rss")
        case ("newest",) | ("recent",):
            return Page(("newest",), "every new story on Lobsters", "/newest.rss")
        case ("comments",):
            return Page(("comments",), "every new comment on Lobsters", "/comments.rss")
        case ("top",):
            return Page(("top",), "the top stories on Lobsters", "/top/rss")
        case ("t" | "domains" | "categories" as what, name, *_) if WORD.fullmatch(name):
            noun = {"t": "tagged", "domains": "linking to", "categories": "in the category"}[what]
            return Page((what, name), f"stories {noun} {name} on Lobsters", f"{path_of((what, name))}.rss")
        case ("s", story, *_) if SHORT_ID.fullmatch(story):
            return Page(("s", story), "one thread on Lobsters")
        case ("u", name) if WORD.fullmatch(name):
            return _of_user(name)
        case (user, *_) if user.startswith("~") and WORD.fullmatch(user[1:]):
            return _of_user(user[1:])
    return None


def _of_user(name: str) -> Page:
    path = (f"~{name}", "stories")
    return Page(path, f"stories of {name} on Lobsters", f"{path_of(path)}.rss")


def _listed(draft: Draft) -> Draft:
    """A story or comment of a feed."""
    found = IN_ADDRESS.search(draft.native_id) or IN_ADDRESS.search(draft.comments_link or draft.link or "")
    body = draft.body and replace(draft.body, text=TAIL.sub("", draft.body.text))
    writer = WRITER.search(draft.author or "")
    author = writer[1] if writer else draft.author
    touched = replace(draft, body=body if body and body.text else None, author=author, author_handle=author)
    if found is None:
        return touched
    touched = replace(touched, native_id=f"{found[1]}/{found[2]}")
    if found[1] == "s":
        return touched
    story = re.search(r"/s/([a-z0-9]{2,12})", draft.link or "")
    return replace(touched, title=None, root_id=f"s/{story[1]}" if story else None)
