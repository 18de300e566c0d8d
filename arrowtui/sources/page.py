"""Web pages that have no feed: a list of items told apart by selectors, or one page watched for change."""

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import HOUR_S, MINUTE_S, Manners
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter

ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"


class Page(Adapter):
    """One request, one page: with the option `item` its items, else an item for each change (docs/sources/page.md)."""

    kind = "page"
    manners = Manners(normal_s=3 * HOUR_S, floor_s=30 * MINUTE_S, live_s=5 * MINUTE_S)

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """One conditional request for the page.

        Raises: UnfitAddress for what is no web address, BadOption.
        """
        from arrowtui.sources.pages.options import options_of

        if not address.lower().startswith(("http://", "https://")):
            raise UnfitAddress(self.kind, address)
        options_of(options)
        return Request(address, headers={"Accept": ACCEPT})

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """Its items, or how it changed.

        Raises: UnreadableReply for what is no page, PageRebuilt, NoTextThere, BadSelector, BadOption.
        """
        from arrowtui.sources.pages.listed import listed  # the parser, 10 ms: only who reads a page pays
        from arrowtui.sources.pages.options import options_of
        from arrowtui.sources.pages.tree import page_of
        from arrowtui.sources.pages.watched import watched

        told = options_of(options)
        page = page_of(reply)
        if told.item:
            return listed(page, told)
        return watched(page, told, memory, f"{reply.received_at:%Y-%m-%dT%H:%M:%SZ}")
