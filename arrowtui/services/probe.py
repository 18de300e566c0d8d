"""What is at this address? A feed, a page that names feeds, or nothing we can use. Asks the world, changes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import (
    AskedToWait,
    FetchError,
    NoFeedThere,
    NoSuchAddress,
    ServerTooSlow,
    ServerUnreachable,
    UnreadableReply,
)
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Source, Wire
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply
from arrowtui.services.answers import refused
from arrowtui.services.recognising import OPENINGS, Recognising
from arrowtui.sources.discover import feeds_in_page, guesses

MOST_FEEDS = 8


@dataclass(frozen=True, slots=True)
class Probe:
    """Looks at addresses. `known` are the addresses the person has already; `bases` other base addresses by kind."""

    wire: Wire
    sources: Mapping[str, Source]
    known: Collection[str] = ()
    bases: Mapping[str, str] = field(default_factory=dict)

    async def look(self, typed: str) -> tuple[FoundSource, ...]:
        """What a platform knows by that address, tag or name, else the feeds there, the likeliest first; never empty.

        Raises: NoSuchAddress, NoFeedThere, FetchError.
        """
        recognised = await Recognising(self.wire, self.sources, self.known, self.bases).look(typed.strip())
        return recognised or await self._feeds(typed)

    async def _feeds(self, typed: str) -> tuple[FoundSource, ...]:
        address = as_address(typed)
        try:
            reply = await self._ask(address)
        except ServerUnreachable:
            if "://" in typed or typed.strip().lower().startswith("feed:"):
                raise
            address = f"http://{address.removeprefix('https://')}"  # nobody said https; small hosts may not have it
            reply = await self._ask(address)
        batch = self._read(reply)
        if batch is not None:
            return (self._found(address, reply, batch),)
        named = feeds_in_page(reply.body, reply.address, reply.headers.get("content-type", ""))[:MOST_FEEDS]
        found = [feed for one in named for feed in await self._try(one.address, is_comments=one.is_comments)]
        if not found:
            found = await self._guessed(reply.address)
        if not found:
            raise NoFeedThere(address)
        found.sort(key=lambda feed: feed.is_comments)
        return tuple({feed.wish.address: feed for feed in reversed(found)}.values())[::-1]

    async def _guessed(self, address: str) -> list[FoundSource]:
        """The first of the usual places that holds a feed. A host that stops answering is not asked on."""
        for guess in guesses(address):
            try:
                reply = await self._ask(guess)
            except (ServerTooSlow, ServerUnreachable, AskedToWait):
                return []
            except FetchError:
                continue
            batch = self._read(reply)
            if batch is not None:
                return [self._found(guess, reply, batch)]
        return []

    async def _try(self, address: str, *, is_comments: bool = False) -> tuple[FoundSource, ...]:
        """What a page names need not be there: then it is simply not offered."""
        try:
            reply = await self._ask(address)
        except FetchError:
            return ()
        batch = self._read(reply)
        return () if batch is None else (self._found(address, reply, batch, is_comments=is_comments),)

    async def _ask(self, address: str) -> Reply:
        reply = await self.wire.fetch(self.sources["feed"].first(address, (), ""))
        trouble = refused(reply)
        if trouble is not None:
            raise trouble
        return reply

    def _read(self, reply: Reply) -> Batch | None:
        try:
            return self.sources["feed"].read(reply, (), "")
        except UnreadableReply:
            return None

    def _found(self, address: str, reply: Reply, batch: Batch, *, is_comments: bool = False) -> FoundSource:
        arrival = Arrival("feed", reply.address, reply.received_at, batch.language)
        items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts[:OPENINGS])]
        wish = Wish("feed", reply.moved_to or address)
        return FoundSource(
            wish,
            clean_line(batch.title or "") or urlsplit(address).netloc,
            tuple(item.title for item in items),
            wish.address in self.known or address in self.known,
            is_comments,
        )


def as_address(typed: str) -> str:
    """A web address from what a person typed: `feed:` taken away, https where no scheme stands.

    Raises: NoSuchAddress.
    """
    bare = typed.strip()
    if bare.lower().startswith("feed:"):
        bare = bare[5:].removeprefix("//")
    if "://" not in bare:
        bare = f"https://{bare}"
    try:
        parts = urlsplit(bare)
        host = parts.hostname or ""
    except ValueError as cause:
        raise NoSuchAddress(typed) from cause
    is_name = "." in host or ":" in host or host == "localhost"
    if parts.scheme.lower() not in ("http", "https") or not is_name or any(c.isspace() for c in bare):
        raise NoSuchAddress(typed)
    return bare
