"""Bridges: feeds that somebody's program makes of a platform without any. The person names one; none is built in."""

import re
from html import unescape
from urllib.parse import urlsplit

from arrowtui.model.errors_social import BridgeNotice, OptionUnfit
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.social.decoding import host_of, said
from arrowtui.sources.social.given import Options, option

NOTICES = re.compile(
    r"not yet whitelisted|rss reader .{0,20}whitelist|bridge returned error|fetching .{0,40}failed|rate.?limited"
    r"|instance has been rate|no auth tokens",
    re.IGNORECASE,
)
"""What bridges put into a feed when they have nothing to put there."""
_TAG = re.compile(r"<[^<>]*>")
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


def bridge_of(options: Options) -> str:
    """The address of the bridge's feed; "" where the source has none. Raises: OptionUnfit."""
    address = option(options, "bridge")
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise OptionUnfit("bridge", address, "the whole web address of the feed your bridge makes")
    return address


def bridge_request(address: str) -> Request:
    """A request for the bridge's feed."""
    return Request(address, headers={"Accept": ACCEPT}, step="bridge")


def read_bridge(reply: Reply, is_post: re.Pattern[str]) -> Batch:
    """The feed a bridge made.

    Args:
        is_post: what the link of a real post looks like; a lone item with another is a notice if it reads like one.
    Raises: UnreadableReply; BridgeNotice where the feed is a notice dressed up as one.
    """
    from arrowtui.sources.feeds.parse import parse  # lxml takes 30 ms to import: only who reads a feed pays

    batch = parse(reply.body, reply.address, reply.headers.get("content-type", ""))
    for draft in batch.drafts if len(batch.drafts) == 1 else ():
        words = _words(draft)
        if NOTICES.search(words) and not is_post.search(draft.link or ""):
            raise BridgeNotice(host_of(reply), said(words))
    return batch


def _words(draft: Draft) -> str:
    parts = [part.text for part in (draft.title, draft.body) if part is not None]
    return " ".join(unescape(_TAG.sub(" ", part)) for part in parts)[:2_000]
