"""YouTube: the feeds of channels and playlists. A handle is looked up on its page, once."""

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_forums import NoFeedJustNow
from arrowtui.model.errors_sources import NotForUs, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.place import with_query
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.shapes import memory_as, remembered, unreadable
from arrowtui.sources.social.given import Options, base, one_of
from arrowtui.sources.youtube_parts.address import SITE, TABS, Target, target_of

WITHOUT_SHORTS = "UULF"
"""How the playlist of a channel's long videos begins. It fails more often than the channel's own feed."""
FLAKY = (404, 410, 500, 502, 504)
HOST = "youtube.com"
CHANNEL_IN_PAGE = (
    re.compile(rb"feeds/videos\.xml\?channel_id=(UC[\w-]{22})"),
    re.compile(rb'<link rel="canonical" href="https?://(?:www\.)?youtube\.com/channel/(UC[\w-]{22})"'),
    re.compile(rb'itemprop="(?:identifier|channelId)" content="(UC[\w-]{22})"'),
    re.compile(rb'"(?:externalId|externalChannelId)":"(UC[\w-]{22})"'),
)
"""Where a page says whose it is, the surest first; other ids in it belong to channels it recommends."""
NAME_IN_PAGE = re.compile(rb'<(?:meta property="og:title"|link itemprop="name") content="([^"]{1,200})"')
CONSENT = re.compile(rb"consent\.(?:youtube|google)\.com")
ASKS_CONSENT = (
    "YouTube first asks visitors from your country for their consent. Open the channel in the browser, copy its id "
    "(About > Share channel > Copy channel ID) and add youtube.com/channel/ with that id."
)
FELL_BACK = "YouTube did not give the list without shorts this time, so all uploads were read."


class Memory(msgspec.Struct, frozen=True):
    """The id of the channel whose page was looked at."""

    channel: str = ""


class YouTube(Adapter):
    """Options: `shorts` = "no" (a channel without its shorts). Fifteen entries, no comments, no community posts."""

    kind = "youtube"
    manners = Manners(floor_s=30 * MINUTE_S, gap_s=1)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Channels by id, handle or old name, playlists, feeds; of a video its channel."""
        target = target_of(typed)
        return (Recognised(Wish(self.kind, target.address), target.words),) if target else ()

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The feed, or the page that tells which. Raises: UnfitAddress."""
        target = target_of(address)
        if target is None:
            raise UnfitAddress(self.kind, address)
        origin = base(options, SITE)
        channel = target.channel or memory_as(memory, Memory).channel
        if target.playlist or channel:
            return _feed(origin, target, channel, options)
        headers = {"Accept": "text/html", "Accept-Language": "en"}
        return Request(origin + target.page, headers, step=f"page {target.tab}", conditional=False)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply; NotForUs where YouTube asks for consent first."""
        if reply.request.step.startswith("page"):
            return _of_page(reply, options)
        if reply.status >= 400:
            channel = reply.request.address.rpartition(WITHOUT_SHORTS)[2]
            whole = _feed(_origin(reply.request), Target("", channel=f"UC{channel}"), f"UC{channel}", ())
            return Batch(follow=(whole,), notices=(FELL_BACK,))
        batch = feed_in(reply)
        return replace(batch, drafts=tuple(_video(draft) for draft in batch.drafts))

    def refused(self, reply: Reply) -> FetchError | None:
        """Its feeds answer 404, 410 and 500 in waves: that is never the end of a channel."""
        is_feed = not reply.request.step.startswith("page")
        return NoFeedJustNow("YouTube", reply.status) if is_feed and reply.status in FLAKY else None


def _feed(origin: str, target: Target, channel: str, options: Options) -> Request:
    """The feed of a playlist, or of a channel or a part of one."""
    is_without_shorts = (
        not target.playlist and not target.tab and one_of(options, "shorts", ("yes", "no"), "yes") == "no"
    )
    prefix = WITHOUT_SHORTS if is_without_shorts else TABS.get(target.tab, "")
    playlist = target.playlist or (prefix + channel[2:] if prefix else "")
    pairs = (("playlist_id", playlist), ("channel_id", "" if playlist else channel))
    request = feed_request(with_query(f"{origin}/feeds/videos.xml", pairs), "feed")
    return replace(request, accepts=FLAKY) if is_without_shorts else request


def _of_page(reply: Reply, options: Options) -> Batch:
    found = next((match for pattern in CHANNEL_IN_PAGE if (match := pattern.search(reply.body))), None)
    if found is None:
        is_asked = CONSENT.search((urlsplit(reply.address).hostname or "").encode()) or CONSENT.search(reply.body)
        raise NotForUs("YouTube", ASKS_CONSENT) if is_asked else unreadable(reply, "a channel page")
    channel = found[1].decode("ascii")
    name = NAME_IN_PAGE.search(reply.body)
    target = Target("", channel=channel, tab=reply.request.step.removeprefix("page").strip())
    return Batch(
        title=unescape(name[1].decode("utf-8", "replace")) if name else None,
        follow=(_feed(_origin(reply.request), target, channel, options),),
        memory=remembered(Memory(channel)),
    )


def _video(draft: Draft) -> Draft:
    """A video. Its `updated` moves with its views and says nothing; what it holds stands in plain text below it."""
    return replace(draft, host=HOST, updated_at=None, comments_link=draft.link)


def _origin(request: Request) -> str:
    split = urlsplit(request.address)
    return f"{split.scheme}://{split.netloc}"
