"""WordPress: the feeds of a blog, of its categories, of the comments on a post; its REST interface where asked for."""

import re
from collections.abc import Sequence

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import NotForUs, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.sources.place import place_of
from arrowtui.sources.platform_feed import PlatformFeed, feed_request
from arrowtui.sources.social.given import Options, base, one_of
from arrowtui.sources.wordpress_parts import rest
from arrowtui.sources.wordpress_parts.address import is_blog, page_of

COMMENT = re.compile(r"(.*?)#comment-[0-9]+$")
REST = "rest"
REST_CLOSED = "The site keeps its REST interface closed. Take `via` out of the source's options: its feed stays open."


class WordPress(PlatformFeed):
    """Options: `via` = "rest" (more posts, names of authors, the post itself above its comments)."""

    kind = "wordpress"
    manners = Manners(gap_s=1, live_s=10 * MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Blogs at WordPress.com; of a post's address the blog, and the comments. Others are found as feeds."""
        place = place_of(typed)
        if place is None or not is_blog(place.host):
            return ()
        page = page_of(place)
        pages = (page_of(replace(place, parts=(), query={})), page) if page.post else (page,)
        return tuple(Recognised(Wish(self.kind, place.origin + one.path), one.words) for one in pages)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """Raises: UnfitAddress."""
        place = place_of(address)
        if place is None:
            raise UnfitAddress(self.kind, address)
        page = page_of(place)
        if one_of(options, "via", ("feed", REST), "feed") == REST and not page.is_archive and page.path != "/comments/":
            return rest.ask(page, place, options)
        return feed_request(base(options, place.origin) + page.feed)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply; NotThere for a post that is not there."""
        return rest.read(reply) if reply.request.step.startswith(REST) else super().read(reply, options, memory)

    def touched(self, draft: Draft) -> Draft:
        """A comment belongs to its post; “By: Bo” is no title."""
        found = COMMENT.match(draft.native_id) or COMMENT.match(draft.link or "")
        if found is None:
            return draft
        return replace(draft, title=None, root_id=found[1], parent_id=draft.parent_id or found[1])

    def refused(self, reply: Reply) -> FetchError | None:
        """A closed REST interface is no closed blog."""
        is_rest = reply.request.step.startswith(REST)
        return NotForUs("WordPress", REST_CLOSED) if is_rest and reply.status in (401, 403, 404) else None
