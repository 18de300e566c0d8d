"""Pinterest: what a person or a board saves, from the feeds it has for both. No account, no API (docs/sources)."""

from collections.abc import Sequence

from msgspec import DecodeError, Struct, json

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import NotForUs, NotOffered, UnfitAddress
from arrowtui.model.manners import HOUR_S, MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.pins.addresses import WEB, Place, is_ours, is_short, place_in
from arrowtui.sources.pins.copies import as_pin
from arrowtui.sources.social.decoding import host_of
from arrowtui.sources.social.given import Options, base

KIND = "pinterest"
ACCEPT = "application/rss+xml, application/xml;q=0.9, */*;q=0.5"
INSTEAD = "the address of a person or of a board"
NO_SUCH = "There is no such person or board there, or the board is secret: secret boards have no feed."


class Memory(Struct, frozen=True):
    """Where a short address leads."""

    address: str = ""


class Pinterest(Adapter):
    """One feed: of a person (the newest pins of all open boards) or of one board."""

    kind = KIND
    manners = Manners(normal_s=HOUR_S, floor_s=30 * MINUTE_S, gap_s=2, live_s=30 * MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Every address of Pinterest, in every country."""
        bare = typed.strip()
        address = bare if "://" in bare else f"https://{bare}"
        if not is_ours(address) or any(sign.isspace() for sign in bare):
            return ()
        if is_short(address):
            return (Recognised(Wish(KIND, address), "what this short address leads to at Pinterest"),)
        place = place_in(address)
        if place.board:
            return (Recognised(Wish(KIND, place.address), f"the board {place.board} of {place.user} at Pinterest"),)
        if place.user:
            return (Recognised(Wish(KIND, place.address), f"all that {place.user} saves at Pinterest"),)
        return (Recognised(Wish(KIND, address), _what_else(place)),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """A request for the feed. Raises: UnfitAddress; NotOffered for pins, searches and topics."""
        if not is_ours(address):
            raise UnfitAddress(KIND, address)
        known = _memory(memory)
        if is_short(address) and not known.address:
            return Request(address, step="short", conditional=False)
        return _feed(_followed(known.address or address), options)

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Understand the feed, or see where a short address leads. Raises: UnreadableReply, NotOffered."""
        if reply.request.step == "short":
            place = _followed(reply.address)
            return Batch(memory=json.encode(Memory(place.address)).decode(), follow=(_feed(place, options),))
        from arrowtui.sources.feeds.parse import parse  # lxml takes 30 ms to import: only who reads a feed pays

        batch = parse(reply.body, reply.address, reply.headers.get("content-type", ""))
        place = place_in(reply.request.address)
        pins = tuple({pin.native_id: pin for pin in reversed([as_pin(one, place) for one in batch.drafts])}.values())
        return replace(batch, drafts=pins[::-1], site_link=batch.site_link or place.address)

    def refused(self, reply: Reply) -> FetchError | None:
        """404: also what a secret board says."""
        return NotForUs(host_of(reply), NO_SUCH) if reply.status in (403, 404) else None


def _feed(place: Place, options: Options) -> Request:
    return Request(place.feed(base(options, WEB)), headers={"Accept": ACCEPT}, step="feed")


def _followed(address: str) -> Place:
    """The person or board at an address. Raises: UnfitAddress, NotOffered."""
    if not is_ours(address) or is_short(address):
        raise UnfitAddress(KIND, address)
    place = place_in(address)
    if not place.user:
        raise NotOffered("Pinterest", _what_else(place), INSTEAD)
    return place


def _what_else(place: Place) -> str:
    return "a single pin" if place.pin else "searches and topics"


def _memory(text: str) -> Memory:
    try:
        return json.decode(text, type=Memory) if text else Memory()
    except DecodeError:
        return Memory()
