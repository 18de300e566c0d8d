"""What is at this address? A source of a platform, a feed, a page that names feeds, or one that can be watched.

Asks the world, changes nothing.
"""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from msgspec import Struct, field

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, ServerTooSlow, ServerUnreachable, UnreadableReply
from arrowtui.model.errors_pages import NoTextThere
from arrowtui.model.errors_requests import NoFeedThere, NothingListed
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Source, Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply
from arrowtui.services.addressing import as_address
from arrowtui.services.answers import refused
from arrowtui.services.first_look import only_looking
from arrowtui.services.lists import read_source_file
from arrowtui.services.proposing import Proposing, proposed
from arrowtui.services.recognising import OPENINGS, Options, Recognising
from arrowtui.services.rounds import host_of, is_own_host
from arrowtui.sources.discover import FoundFeed, feeds_in_page, guesses
from arrowtui.sources.opml import is_opml
from arrowtui.sources.sync.server_page import interface_behind

MOST_FEEDS = 8
PAGE = "page:"


class Probe(Struct, frozen=True):
    """Looks at addresses. `known` are those the person has already; `given` the options of her settings by kind."""

    wire: Wire
    sources: Mapping[str, Source]
    known: Collection[str] = ()
    given: Mapping[str, Options] = field(default_factory=dict)

    async def look(self, typed: str) -> tuple[FoundSource, ...]:
        """What a platform knows by that address, tag or name, else the feeds there, else what a list there names, else
        the ways to watch the page.

        The likeliest comes first. `page:` before an address means the page itself, whatever feeds it has.

        Raises: NoSuchAddress; NothingListed; NoFeedThere where there is nothing to watch either; FetchError.
        """
        with only_looking():
            return await self._look(typed)

    async def _look(self, typed: str) -> tuple[FoundSource, ...]:
        said = typed.strip()
        if said[: len(PAGE)].lower() == PAGE:
            return await Proposing(self.wire, self.known).look(said[len(PAGE) :])
        return await self._recognised(said) or await self._feeds(typed)

    async def _recognised(self, said: str) -> tuple[FoundSource, ...]:
        return await Recognising(self.wire, self.sources, self.known, self.given).look(said)

    async def _feeds(self, typed: str) -> tuple[FoundSource, ...]:
        address = as_address(typed)
        try:
            reply = await self._ask(address)
        except ServerUnreachable:
            if "://" in typed and not typed.strip().lower().startswith("feed://"):
                raise
            address = f"http://{address.removeprefix('https://')}"  # nobody said https; small hosts may not have it
            reply = await self._ask(address)
        batch = self._read(reply)
        if batch is not None:
            return (self._found(address, reply, batch),)
        if (interface := interface_behind(reply.body, reply.address)) is not None:
            return await self._recognised(interface)
        if is_opml(reply.body):
            return self._listed(reply.body)
        named = feeds_in_page(reply.body, reply.address, reply.headers.get("content-type", ""))[:MOST_FEEDS]
        found = [feed for one in named for feed in await self._try(one, reply)]
        if not found:
            found = await self._guessed(reply.address)
        if not found:
            return self._watched(address, reply)
        found.sort(key=lambda feed: feed.is_comments)
        return tuple({feed.wish.address: feed for feed in reversed(found)}.values())[::-1]

    def _listed(self, body: bytes) -> tuple[FoundSource, ...]:
        """The sources of a list that lies on the web. Raises: NothingListed."""
        wishes = read_source_file(body).wishes
        if not wishes:
            raise NothingListed("This list")
        return tuple(
            FoundSource(wish, wish.title or wish.address, is_known=wish.address in self.known) for wish in wishes
        )

    def _watched(self, address: str, reply: Reply) -> tuple[FoundSource, ...]:
        """The ways to watch a page that has no feed."""
        try:
            return proposed(reply, reply.moved_to or address, self.known)
        except (UnreadableReply, NoTextThere) as cause:
            raise NoFeedThere(address) from cause

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

    async def _try(self, one: FoundFeed, page: Reply) -> tuple[FoundSource, ...]:
        """What a page names need not be there: then it is simply not offered. A page of the world names nothing inside
        the person's network."""
        here, there = host_of(page.address), host_of(one.address)
        try:
            reply = await self._ask(one.address, is_foreign=there != here and not is_own_host(here))
        except FetchError:
            return ()
        batch = self._read(reply)
        return () if batch is None else (self._found(one.address, reply, batch, is_comments=one.is_comments),)

    async def _ask(self, address: str, *, is_foreign: bool = False) -> Reply:
        asked = self.sources["feed"].first(address, (), "")
        reply = await self.wire.fetch(replace(asked, is_foreign=is_foreign) if is_foreign else asked)
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
            clean_line(batch.title or "") or urlsplit(address).netloc.rpartition("@")[2],
            tuple(item.title for item in items),
            wish.address in self.known or address in self.known,
            is_comments,
        )
