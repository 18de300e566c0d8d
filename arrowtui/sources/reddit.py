"""Reddit through its Atom feeds: subreddits, users, searches, threads. Its JSON has been closed since May 2026."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import NotForUs, NotOffered, TokenRefused, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply, Request, SecretUse
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.place import place_of
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.reddit_parts.address import HOME, is_share_link, listing_of, name_of
from arrowtui.sources.reddit_parts.entry import HOST, entry
from arrowtui.sources.reddit_parts.recheck import STEP, read_recheck, recheck
from arrowtui.sources.social.given import Options, base, option

FEED_TOKEN = SecretUse("reddit", ("query", "feed"), is_optional=True)
"""The hash of a person's private feeds (reddit.com/prefs/feeds); the option `user` is her name there."""
MOST_RESET_S = 86_400
WHY_CLOSED = (
    "It refuses programs from some networks, and the community may be private. A private feed token of your own "
    "(`arrowtui login reddit`) often helps."
)
SLOW = "Reddit answers about one feed a minute, so each of its sources waits for its turn."
TOKEN_FOUND = (
    "The token in this address is a password: it was left out. Keep it with `arrowtui login reddit` to read it."
)


class Reddit(Adapter):
    """One feed a poll. No scores, no polls, and comments without their parents: the feeds do not have them."""

    kind = "reddit"
    manners = Manners(normal_s=20 * MINUTE_S, floor_s=10 * MINUTE_S, gap_s=MINUTE_S, live_s=2 * MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of reddit.com and redd.it, `r/sub`, `u/name`."""
        if is_share_link(typed):
            return (Recognised(Wish(self.kind, typed.strip()), "a link shared from Reddit"),)
        listing = listing_of(typed)
        if listing is None:
            return ()
        place = place_of(typed)
        asked = place.query if place else {}
        user = (("user", asked["user"]),) if asked.get("feed") and asked.get("user") else ()
        wish = Wish(self.kind, listing.address, options=user)
        if asked.get("feed"):
            return (Recognised(wish, listing.words, needs=(FEED_TOKEN.name,), hint=TOKEN_FOUND),)
        return (Recognised(wish, listing.words, hint=SLOW),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The feed of a page. Raises: UnfitAddress, NotOffered."""
        if is_share_link(address):
            raise NotOffered("Reddit", "shared links", "open it in the browser and add the address shown there")
        listing = listing_of(address)
        if listing is None:
            raise UnfitAddress(self.kind, address)
        request = feed_request(listing.feed_at(base(options, HOME), option(options, "user")))
        return replace(request, secrets=(FEED_TOKEN,))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """The posts and comments of a feed. Raises: UnreadableReply."""
        if reply.request.step.startswith(STEP):
            return read_recheck(reply)
        batch, place = feed_in(reply), place_of(reply.request.address)
        entries = [(draft, entry(draft)) for draft in batch.drafts]
        return replace(
            batch,
            title=(name_of(place.parts, place.query) if place else "") or batch.title,
            drafts=tuple(kept for _, kept in entries if kept is not None),
            deleted=tuple(draft.native_id for draft, kept in entries if kept is None),
            deleted_host=HOST,
        )

    def recheck(self, native_ids: Iterable[str], options: Options) -> tuple[Request, ...]:
        """Requests that tell which of these posts and comments are still there; `read` gives the others as deleted."""
        requests = recheck(native_ids, base(options, HOME), option(options, "user"))
        return tuple(replace(request, secrets=(FEED_TOKEN,), conditional=False) for request in requests)

    def refused(self, reply: Reply) -> FetchError | None:
        """403 is what Reddit says to programs, to whole networks, and of private communities."""
        if reply.status in (401, 403):
            return NotForUs("Reddit", WHY_CLOSED) if not reply.request.secrets else TokenRefused("Reddit", "reddit")
        return None

    def rest_until(self, reply: Reply) -> datetime | None:
        """`x-ratelimit-remaining` used up: rest for `x-ratelimit-reset` seconds."""
        remaining, reset_s = (_number(reply, f"x-ratelimit-{name}") for name in ("remaining", "reset"))
        if remaining is None or remaining >= 1 or reset_s is None or not 0 < reset_s < MOST_RESET_S:
            return None
        return reply.received_at + timedelta(seconds=reset_s)


def _number(reply: Reply, header: str) -> float | None:
    try:
        return float(reply.headers.get(header, ""))
    except ValueError:
        return None
