"""One page of posts, whichever method it came from."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.wire import Reply
from arrowtui.sources.at.drafts import posted_at
from arrowtui.sources.at.shapes import Posts, PostView, Reason, Timeline, TimelinePost
from arrowtui.sources.social.decoding import Pieces, moment, part, whole


class Page(Struct, frozen=True):
    """The entries of a page in the order given. `times` are when each came to stand there; pinned ones have none."""

    entries: tuple[TimelinePost, ...]
    times: tuple[datetime, ...]
    cursor: str | None
    notices: tuple[str, ...] = ()

    @property
    def newest(self) -> str:
        """The youngest instant, in ISO form (which sorts as time does); "" where there is none."""
        return max(self.times).isoformat() if self.times else ""

    @property
    def oldest(self) -> str:
        """The oldest instant, as `newest`."""
        return min(self.times).isoformat() if self.times else ""

    def reaches(self, since: datetime | None) -> bool:
        """Whether it goes back to what was met before. A first poll needs no more than a page."""
        return since is None or any(at <= since for at in self.times)


def page_of(reply: Reply, *, is_timeline: bool) -> Page:
    """Understand a page. Raises: UnreadableReply."""
    if is_timeline:
        timeline = whole(reply, Timeline, "a timeline")
        entries = Pieces.of(timeline.feed, TimelinePost).checked(reply, "a timeline")
        return _page(entries.read, timeline.cursor, entries.notices())
    found = whole(reply, Posts, "posts")
    posts = Pieces.of(found.posts, PostView).checked(reply, "posts")
    return _page([TimelinePost(post) for post in posts.read], found.cursor, posts.notices())


def _page(entries: list[TimelinePost], cursor: str | None, notices: tuple[str, ...]) -> Page:
    times = (_stands_since(entry) for entry in entries)
    return Page(tuple(entries), tuple(at for at in times if at is not None), cursor or None, notices)


def _stands_since(entry: TimelinePost) -> datetime | None:
    reason = part(entry.reason, Reason)
    if reason is not None and reason.type.endswith("#reasonPin"):
        return None
    return (moment(reason.indexed_at) if reason else None) or posted_at(entry.post)
