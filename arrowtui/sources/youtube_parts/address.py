"""YouTube's many ways to say a channel, and what each needs before its feed can be asked."""

import re
from urllib.parse import quote

from msgspec import Struct

from arrowtui.sources.place import Place, place_of, with_query

SITE = "https://www.youtube.com"
CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)
PLAYLIST = re.compile(r"[A-Z]{2}[\w-]{1,60}", re.ASCII)
VIDEO = re.compile(r"[\w-]{11}", re.ASCII)
NAME = re.compile(r"[^\s/?#&=]{1,100}")
TABS = {"shorts": "UUSH", "streams": "UULV", "live": "UULV"}
"""Tabs of a channel whose uploads have a playlist of their own: the channel's id with another beginning."""
NOT_CHANNELS = re.compile(
    "about|account|ads|attribution_link|c|channel|creators|embed|feeds?|gaming|hashtag|howyoutubeworks|iframe_api|jobs"
    "|kids|live|live_chat|movies|music|new|oembed|playlist|post|premium|press|results|shorts|signin|sports|storefront"
    "|t|trending|tv|upload|user|v|watch|watch_videos",
    re.IGNORECASE,
)
"""First segments of addresses that once named channels, and are something else."""


class Target(Struct, frozen=True):
    """A channel or playlist. `channel` or `playlist` is its id; without either, `page` is where the channel's is found.

    `tab` is shorts, streams or empty.
    """

    words: str
    channel: str = ""
    playlist: str = ""
    page: str = ""
    tab: str = ""

    @property
    def address(self) -> str:
        """The page, as it stands in the settings."""
        if self.playlist:
            return with_query(f"{SITE}/playlist", (("list", self.playlist),))
        return SITE + (f"/channel/{self.channel}" if self.channel else self.page) + (f"/{self.tab}" if self.tab else "")


def target_of(typed: str) -> Target | None:
    """What an address means; None for what is not YouTube's or has no channel."""
    place = place_of(typed)
    if place is None:
        return None
    if place.host == "youtu.be":
        return _video(place.parts[0], place) if place.parts else None
    if not place.is_at("youtube.com", "youtube-nocookie.com"):
        return None
    return _playlist(place.query.get("list", "")) or _page(place)


def _page(place: Place) -> Target | None:
    match place.parts:
        case ("feeds", "videos.xml"):
            return _feed(place)
        case ("channel", channel, *rest) if CHANNEL.fullmatch(channel):
            return Target(_words("a channel", rest), channel=channel, tab=_tab(rest))
        case ("watch",):
            return _video(place.query.get("v", ""), place)
        case ("shorts" | "live" | "embed" | "v", video, *_):
            return _video(video, place)
        case ("c" | "user" as kind, name, *rest) if NAME.fullmatch(name):
            return Target(_words(f"the channel {name}", rest), page=f"/{kind}/{quote(name)}", tab=_tab(rest))
        case (name, *rest) if NAME.fullmatch(name) and not NOT_CHANNELS.fullmatch(name):
            return Target(_words(f"the channel {name}", rest), page=f"/{quote(name, safe='@')}", tab=_tab(rest))
    return None


def _feed(place: Place) -> Target | None:
    channel, user = place.query.get("channel_id", ""), place.query.get("user", "")
    if CHANNEL.fullmatch(channel):
        return Target("a channel on YouTube", channel=channel)
    if NAME.fullmatch(user):
        return Target(f"the channel {user} on YouTube", page=f"/user/{quote(user)}")
    return _playlist(place.query.get("playlist_id", ""))


def _playlist(name: str) -> Target | None:
    """A playlist; that of all uploads of a channel is the channel. Mixes (RD…) are made up for each visitor."""
    if not PLAYLIST.fullmatch(name) or name[:2] in ("RD", "WL", "LL", "LM"):
        return None
    channel = f"UC{name[2:]}"
    if name.startswith("UU") and CHANNEL.fullmatch(channel):
        return Target("a channel on YouTube", channel=channel)
    return Target("a playlist on YouTube", playlist=name)


def _video(video: str, place: Place) -> Target | None:
    if not VIDEO.fullmatch(video):
        return None
    return _playlist(place.query.get("list", "")) or Target("the channel of this video", page=f"/watch?v={video}")


def _tab(rest: list[str]) -> str:
    return rest[0] if rest and rest[0] in TABS else ""


def _words(who: str, rest: list[str]) -> str:
    tab = _tab(rest)
    return f"{'shorts' if tab == 'shorts' else 'streams'} of {who} on YouTube" if tab else f"{who} on YouTube"
