"""Hacker News: lists, searches and whole threads from its search, ranked lists from Firebase. No account is needed."""

from collections.abc import Sequence

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.hackernews_parts.address import Page, page_of
from arrowtui.sources.hackernews_parts.ask import MOST_PARTS, Memory, ask_ranked, ask_search, ask_tree
from arrowtui.sources.hackernews_parts.understand import of_poll, of_ranked, of_search, of_single, of_tree
from arrowtui.sources.shapes import memory_as
from arrowtui.sources.social.given import Options, one_of


class HackerNews(Adapter):
    """Options: `search` (words), `points` (so many and more), `via` = "firebase" (a list in the order of its page)."""

    kind = "hackernews"
    manners = Manners(normal_s=5 * MINUTE_S, floor_s=2 * MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of news.ycombinator.com and of its search, hn.algolia.com."""
        page = page_of(typed)
        return (Recognised(Wish(self.kind, page.address), page.words),) if page else ()

    def first(self, address: str, options: Options, memory: str) -> Request:
        """A search, a whole thread or the ids of a list. Raises: UnfitAddress."""
        page = page_of(address)
        if page is None:
            raise UnfitAddress(self.kind, address)
        was = memory_as(memory, Memory)
        if page.item:
            below = Page("", "", f"comment,story_{page.item}")
            is_known = was.story == page.item and was.parts < MOST_PARTS
            return ask_search(below, options, was.newest) if is_known else ask_tree(page.item, options)
        if page.ranked and (not page.tags or one_of(options, "via", ("search", "firebase"), "search") == "firebase"):
            return ask_ranked(page, options)
        return ask_search(page, options, was.newest)

    def ask_poll(self, post: Draft, address: str, options: Options) -> Request | None:
        """The poll with its options. It never closes; who asks decides how long it is of interest."""
        return ask_tree(post.native_id, options, "poll")

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply."""
        was = memory_as(memory, Memory)
        match reply.request.step:
            case "tree":
                return of_tree(reply)
            case "poll":
                return of_poll(reply)
            case "ranked":
                return of_ranked(reply, options, was)
            case "item":
                return of_single(reply, options)
        return of_search(reply, options, was)
