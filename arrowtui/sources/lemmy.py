"""Lemmy servers: communities, people, whole servers and threads, through version 4 of the API or, where that is not
there yet, version 3. Whichever answered is asked first the next time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, NotThere
from arrowtui.model.errors_sources import TokenNeeded, TokenRefused, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.lemmy_parts.address import POST, Asked, asked_for, is_known, page_of, typed_place
from arrowtui.sources.lemmy_parts.replies import Memory, Refusal, read_list, read_post
from arrowtui.sources.place import place_of
from arrowtui.sources.shapes import hostname, memory_as
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.given import Options

PRIVATE = ("instance_is_private", "not_logged_in", "incorrect_login")
WAIT_S = 60


class Lemmy(Adapter):
    """Options: `listing` = "all" (a whole server with what others sent it; else what was posted on it)."""

    kind = "lemmy"
    manners = Manners(normal_s=10 * MINUTE_S, floor_s=10 * MINUTE_S, gap_s=1)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """`!community@server`; `/c/…`, `/u/…`, `/post/…` of any host, surely only where its name tells."""
        place = typed_place(typed)
        page = page_of(place) if place is not None else None
        if place is None or page is None:
            return ()
        is_sure = is_known(place.host) or typed.strip().startswith("!")
        if page.path == "/" and not is_sure:
            return ()
        wish = Wish(self.kind, f"{place.origin}{page.path}")
        return (Recognised(wish, f"{page.words} (Lemmy)", is_sure),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The list or post of a page. Raises: UnfitAddress."""
        place = place_of(address)
        page = page_of(place) if place is not None else None
        if place is None or page is None:
            raise UnfitAddress(self.kind, address)
        was = memory_as(memory, Memory)
        return asked_for(page, place, options, was.version, was.newest).request(is_last=False)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply."""
        asked, was = Asked.again(reply.request), memory_as(memory, Memory)
        may_be_absent = bool(reply.request.accepts)
        if may_be_absent and (reply.status >= 400 or not reply.body.lstrip().startswith(b"{")):
            return Batch(follow=(asked.in_other_version(),))
        return read_post(reply, asked) if asked.what == POST else read_list(reply, asked, was)

    def refused(self, reply: Reply) -> FetchError | None:
        """Lemmy says in a word what is wrong, with whatever status."""
        word, host = _word(reply), hostname(reply)
        if word == "rate_limit_error":
            return AskedToWait(host, reply.status, WAIT_S)
        if word in PRIVATE or reply.status in (401, 403):
            login = f"lemmy:{host}"
            return TokenRefused(host, login) if reply.request.secrets else TokenNeeded(host, login)
        return NotThere(host) if reply.status == 400 and ("find" in word or "not_found" in word) else None

    def rest_until(self, reply: Reply) -> datetime | None:
        """Its limits count by the minute."""
        if _word(reply) == "rate_limit_error" and "retry-after" not in reply.headers:
            return reply.received_at + timedelta(seconds=WAIT_S)
        return None


def _word(reply: Reply) -> str:
    refusal = part(reply.body, Refusal) if reply.status >= 400 else None
    return refusal.error if refusal else ""
