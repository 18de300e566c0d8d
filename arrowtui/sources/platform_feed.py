"""Platforms whose way out is a feed: their own addresses and habits around the common reader."""

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.feed import ACCEPT
from arrowtui.sources.social.given import Options


class PlatformFeed(Adapter):
    """Asks a platform's feed in place of its page, reads it, and sets right what is the platform's own in each item."""

    kind: str

    def feed_of(self, address: str, options: Options) -> str:
        """The address of the feed for a page's.

        Raises: UnfitAddress, NotOffered.
        """
        raise NotImplementedError

    def touched(self, draft: Draft) -> Draft:
        """An item of the feed as this platform means it."""
        return draft

    def first(self, address: str, options: Options, memory: str) -> Request:
        """One conditional request for the feed. Raises: UnfitAddress, NotOffered."""
        return feed_request(self.feed_of(address, options))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Understand the feed. Raises: UnreadableReply."""
        batch = feed_in(reply)
        return replace(batch, drafts=tuple(self.touched(draft) for draft in batch.drafts))


def feed_request(address: str, step: str = "") -> Request:
    """A conditional request for a feed."""
    return Request(address, headers={"Accept": ACCEPT}, step=step)


def feed_in(reply: Reply) -> Batch:
    """The feed a reply holds. Raises: UnreadableReply when it holds none."""
    from arrowtui.sources.feeds.parse import parse  # lxml takes 30 ms to import: only who reads a feed pays

    return parse(reply.body, reply.address, reply.headers.get("content-type", ""))
