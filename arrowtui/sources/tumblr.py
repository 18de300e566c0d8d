"""Tumblr: a blog and a tag of a blog by feed; a tag of all blogs by its API, which wants a key."""

import re
from collections.abc import Sequence

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import NotForUs, TokenNeeded, TokenRefused, UnfitAddress
from arrowtui.model.manners import Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request, SecretUse
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.place import with_query
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.social.given import Options, base
from arrowtui.sources.tumblr_parts.address import page_of
from arrowtui.sources.tumblr_parts.tagged import HOST, tagged

API = "https://api.tumblr.com"
KEY = SecretUse("tumblr", ("query", "api_key"))
POST = re.compile(r"/post/([0-9]{1,24})|tumblr\.com/[a-z0-9-]+/([0-9]{6,24})")
BLOG = re.compile(r"https?://(?!www\.)([a-z0-9-]+)\.tumblr\.com/|https?://www\.tumblr\.com/([a-z0-9-]+)/")
NO_TITLE = re.compile(r"(?:Photo|Photoset|Video|Audio|Quote|Link|Chat)")
"""What a post without words is called in the feed."""
CLOSED = (
    "In place of the blog came a page that asks for consent, as it does towards some countries, or for a login, as for "
    "blogs that are closed to visitors. Open it in the browser to see which."
)
NEEDS_KEY = "A tag of all blogs can be read only with a free key: `arrowtui login tumblr`."


class Tumblr(Adapter):
    """Twenty posts. Polls show their votes on the page alone."""

    kind = "tumblr"
    manners = Manners(gap_s=1)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """`name.tumblr.com`, `tumblr.com/name`, `tumblr.com/blog/name`, each with a tag; `tumblr.com/tagged/tag`."""
        page = page_of(typed)
        if page is None:
            return ()
        needs, hint = ((), "") if page.blog else ((KEY.name,), NEEDS_KEY)
        return (Recognised(Wish(self.kind, page.address), page.words, needs=needs, hint=hint),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """Raises: UnfitAddress."""
        page = page_of(address)
        if page is None:
            raise UnfitAddress(self.kind, address)
        if page.blog:
            return feed_request(base(options, f"https://{page.blog}.tumblr.com") + page.feed, "feed")
        asked = with_query(f"{base(options, API)}/v2/tagged", (("tag", page.tag), ("limit", "20")))
        return Request(asked, {"Accept": "application/json"}, secrets=(KEY,), step="tagged")

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply; NotForUs where a page came that asks for consent or a login."""
        if reply.request.step == "tagged":
            return tagged(reply)
        try:
            batch = feed_in(reply)
        except UnreadableReply as cause:
            if b"<html" in reply.body[:2_000].lower():
                raise NotForUs("Tumblr", CLOSED) from cause
            raise
        return replace(batch, drafts=tuple(_post(draft) for draft in batch.drafts))

    def refused(self, reply: Reply) -> FetchError | None:
        """401 and 403 of the API are about the key."""
        if reply.request.step != "tagged" or reply.status not in (401, 403):
            return None
        return TokenRefused("Tumblr", KEY.name) if reply.request.secrets else TokenNeeded("Tumblr", KEY.name)


def _post(draft: Draft) -> Draft:
    """A post of a feed under the id the API gives it."""
    found = POST.search(draft.native_id) or POST.search(draft.link or "")
    title = draft.title if draft.title and not NO_TITLE.fullmatch(draft.title.text) else None
    native_id = (found[1] or found[2]) if found else draft.native_id
    named = BLOG.search(draft.link or "")
    blog = (named[1] or named[2]) if named else None
    touched = replace(draft, native_id=native_id, host=HOST, title=title, comments_link=draft.link)
    return replace(touched, author=draft.author or blog, author_handle=blog)
