"""Stack Overflow and its sisters: questions by tag, search or person, and whole threads, through the API; or by feed,
which counts against nothing."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, NotThere
from arrowtui.model.errors_sources import TokenRefused, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.place import place_of
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.shapes import hostname, memory_as
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.given import Options, base, one_of
from arrowtui.sources.stackexchange_parts.address import page_at, page_of
from arrowtui.sources.stackexchange_parts.ask import KEY, Asked, Memory, ask_list, ask_question
from arrowtui.sources.stackexchange_parts.posts import Wrapper, of_feed
from arrowtui.sources.stackexchange_parts.understand import of_answers, of_comments, of_list, of_question

MORE_IN = re.compile(r"in (\d{1,6}) seconds")
DEFAULT_WAIT_S = 600
MOST_WAIT_S = 86_400
FEED = "feed"


class StackExchange(Adapter):
    """Options: `via` = "feed" (read the Atom feed in place of the API)."""

    kind = "stackexchange"
    manners = Manners(normal_s=30 * MINUTE_S, gap_s=1, live_s=5 * MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of every site of Stack Exchange."""
        page = page_of(typed)
        return (Recognised(Wish(self.kind, page.address), page.words),) if page else ()

    def first(self, address: str, options: Options, memory: str) -> Request:
        """A list, a question, or the feed of either. Raises: UnfitAddress."""
        place = place_of(address)
        page = page_at(place) if place is not None else None
        if page is None:
            raise UnfitAddress(self.kind, address)
        if page.any_tags or (one_of(options, "via", ("api", FEED), "api") == FEED and not page.search):
            return feed_request(base(options, page.site.origin) + page.feed, FEED)
        was = memory_as(memory, Memory)
        return ask_question(page, options) if page.question else ask_list(page, options, was.newest)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply; NotThere for a question that does not exist."""
        if reply.request.step == FEED:
            batch = feed_in(reply)
            return replace(batch, drafts=tuple(of_feed(draft) for draft in batch.drafts))
        asked, was = Asked.again(reply.request), memory_as(memory, Memory)
        match asked.what:
            case "question":
                return of_question(reply, asked, options, was)
            case "answers":
                return of_answers(reply, asked, options, was)
            case "comments":
                return of_comments(reply, asked)
        return of_list(reply, asked, was)

    def refused(self, reply: Reply) -> FetchError | None:
        """Every refusal of the API is a 400 and says more inside."""
        said = part(reply.body, Wrapper)
        if said is None or reply.status < 400:
            return None
        if said.error_name == "throttle_violation":
            return AskedToWait(hostname(reply), reply.status, _wait_s(said))
        if "key" in said.error_message and reply.request.secrets:
            return TokenRefused("Stack Exchange", KEY.name)
        return NotThere(hostname(reply)) if said.error_name in ("bad_parameter", "no_method") else None

    def rest_until(self, reply: Reply) -> datetime | None:
        """As `backoff` says; at the end of the quota, until the day (UTC) is over."""
        said = None if reply.request.step == FEED else part(reply.body, Wrapper)
        if said is None:
            return None
        if said.error_name == "throttle_violation":
            return reply.received_at + timedelta(seconds=_wait_s(said))
        if said.quota_remaining == 0:
            return reply.received_at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return reply.received_at + timedelta(seconds=min(said.backoff, MOST_WAIT_S)) if said.backoff > 0 else None


def _wait_s(said: Wrapper) -> int:
    found = MORE_IN.search(said.error_message)
    return min(int(found[1]), MOST_WAIT_S) if found else DEFAULT_WAIT_S
