"""Web feeds: one request, one document, whatever its make."""

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"
)


class Feed(Adapter):
    """RSS, Atom, CDF and JSON Feed. Further pages (`next_url`, `rel=next`) are not asked for: they hold old items."""

    kind = "feed"

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """One conditional request for the document. Raises: UnfitAddress for anything but a web address."""
        if not address[:8].lower().startswith(("http://", "https://")):
            raise UnfitAddress(self.kind, address)
        return Request(address, headers={"Accept": ACCEPT})

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """Understand the document.

        Raises: UnreadableReply when it is no feed.
        """
        from arrowtui.sources.feeds.parse import parse  # lxml takes 30 ms to import: only who reads a feed pays

        return parse(reply.body, reply.address, reply.headers.get("content-type", ""))
