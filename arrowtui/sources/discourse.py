"""Discourse forums: new topics of a forum, category or tag, every new post, or one topic whole, with its polls."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import TokenNeeded, TokenRefused, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.discourse_parts.ask import KNOWN, TOPIC, Memory, ask, ask_poll, page_of
from arrowtui.sources.discourse_parts.understand import of_further, of_opening, of_posts, of_topic, of_topics
from arrowtui.sources.place import path_of, place_of
from arrowtui.sources.shapes import hostname, memory_as
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.given import Options, base

MOST_WAIT_S = 86_400


class Extras(msgspec.Struct, frozen=True):
    wait_seconds: float | None = None


class Refusal(msgspec.Struct, frozen=True):
    """What a forum says when it refuses."""

    error_type: str = ""
    extras: Extras = Extras()


class Discourse(Adapter):
    """Nothing of it needs an account unless the forum wants one for everything."""

    kind = "discourse"
    manners = Manners(normal_s=10 * MINUTE_S, floor_s=5 * MINUTE_S, gap_s=1)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Topics, categories and tags of any host; surely only where its name tells what runs there."""
        place = place_of(typed)
        page = page_of(place) if place is not None else None
        if place is None or page is None:
            return ()
        is_sure = KNOWN.fullmatch(place.host) is not None
        is_like_it = page.step == TOPIC or (len(page.path) > 2 and page.path[-1].isdigit()) or page.path[0] == "tag"
        if not is_sure and not is_like_it:
            return ()
        wish = Wish(self.kind, f"{place.origin}{path_of(page.path)}")
        return (Recognised(wish, f"{page.words} (Discourse)", is_sure),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The JSON of a page. Raises: UnfitAddress."""
        place = place_of(address)
        page = page_of(place) if place is not None else None
        if place is None or page is None:
            raise UnfitAddress(self.kind, address)
        return ask(base(options, place.origin), page.asks, page.step)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply; TokenNeeded where the forum sends everybody to its login page."""
        if urlsplit(reply.address).path.endswith("/login"):
            raise self._wants_login(reply)
        origin, was = _origin(reply.request), memory_as(memory, Memory)
        match reply.request.step:
            case "topics":
                return of_topics(reply, origin, was)
            case "opening":
                return of_opening(reply, origin)
            case "topic":
                return of_topic(reply, origin, was)
            case "further" | "poll":
                return of_further(reply, origin)
        return of_posts(reply, origin)

    def ask_poll(self, post: Draft, address: str, options: Options) -> Request | None:
        """The topic again, where the post stands in it."""
        place = place_of(address)
        return ask_poll(base(options, place.origin), post.native_id) if place is not None else None

    def refused(self, reply: Reply) -> FetchError | None:
        """401, and 403 where nobody is logged in."""
        said = part(reply.body, Refusal) or Refusal()
        is_private = reply.status == 401 or (reply.status == 403 and said.error_type in ("not_logged_in", ""))
        return self._wants_login(reply) if is_private or said.error_type == "invalid_access" else None

    def rest_until(self, reply: Reply) -> datetime | None:
        """Beside `Retry-After`, a refusal says `wait_seconds` inside."""
        said = part(reply.body, Refusal) if reply.status == 429 else None
        wait_s = (said.extras.wait_seconds if said else None) or 0
        return reply.received_at + timedelta(seconds=min(wait_s, MOST_WAIT_S)) if wait_s > 0 else None

    def _wants_login(self, reply: Reply) -> FetchError:
        host = hostname(reply)
        login = f"{self.kind}:{host}"
        return TokenRefused(host, login) if reply.request.secrets else TokenNeeded(host, login)


def _origin(request: Request) -> str:
    split = urlsplit(request.address)
    return f"{split.scheme}://{split.netloc}"
