"""A page without a feed: the ways it could be watched, each with what it would bring now. Changes nothing."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import FetchError
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Draft, Reply
from arrowtui.services.addressing import as_address
from arrowtui.services.answers import refused
from arrowtui.services.first_look import at_first
from arrowtui.sources.page import Page

if TYPE_CHECKING:
    from arrowtui.sources.pages.options import PageOptions
    from arrowtui.sources.pages.tree import Page as Tree

OPENINGS = 3
Options = tuple[tuple[str, str], ...]


class Proposing(Struct, frozen=True):
    """Looks at pages. `known` are the addresses the person has already."""

    wire: Wire
    known: Collection[str] = ()

    async def look(self, typed: str, options: Options = ()) -> tuple[FoundSource, ...]:
        """The ways to watch the page at an address; with options of the person's own only what these bring.

        Raises: NoSuchAddress, FetchError (BadSelector, BadOption, PageRebuilt, NoTextThere among them).
        """
        address = as_address(typed)
        reply = await self.wire.fetch(Page().first(address, options, ""))
        trouble = refused(reply)
        if trouble is not None:
            raise at_first(trouble)
        address = reply.moved_to or address
        return (as_told(reply, address, options, self.known),) if options else proposed(reply, address, self.known)


def proposed(reply: Reply, address: str, known: Collection[str] = ()) -> tuple[FoundSource, ...]:
    """The lists a page holds, likeliest first, and last the page watched as a whole where it has words.

    Args:
        address: of the page as the person gave it, or where it has moved for good.
    Raises: UnreadableReply when it is no web page, NoTextThere when it shows nothing.
    """
    from arrowtui.sources.pages.guess import proposals  # late: the parser
    from arrowtui.sources.pages.options import PageOptions
    from arrowtui.sources.pages.tree import page_of

    page = page_of(reply)
    lists = [
        _found(page, Wish("page", address, options=one.pairs), one.drafts, known, reply) for one in proposals(page)
    ]
    try:
        return (*lists, _whole(page, Wish("page", address), PageOptions(), known))
    except FetchError:
        if not lists:
            raise
        return tuple(lists)


def as_told(reply: Reply, address: str, options: Options, known: Collection[str] = ()) -> FoundSource:
    """What selectors of the person's own bring from a page.

    Raises: UnreadableReply, PageRebuilt, NoTextThere, BadSelector, BadOption.
    """
    from arrowtui.sources.pages.options import options_of
    from arrowtui.sources.pages.tree import page_of

    page, told = page_of(reply), options_of(options)
    wish = Wish("page", address, options=options)
    if not told.item:
        return _whole(page, wish, told, known)
    batch = Page().read(reply, options, "")
    return replace(_found(page, wish, batch.drafts, known, reply), hint=" ".join(batch.notices))


def _found(page: "Tree", wish: Wish, drafts: tuple[Draft, ...], known: Collection[str], reply: Reply) -> FoundSource:
    arrival = Arrival("page", wish.address, reply.received_at, page.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(drafts[:OPENINGS])]
    dated = "with dates" if any(draft.published_at for draft in drafts) else "without dates"
    selectors = ", ".join(f"{name} {value}" for name, value in wish.options)
    return FoundSource(
        wish,
        _title(page),
        tuple(item.title for item in items),
        wish.address in known,
        words=clean_line(f"{len(drafts)} items, {dated}: {selectors}"),
    )


def _whole(page: "Tree", wish: Wish, options: "PageOptions", known: Collection[str]) -> FoundSource:
    from arrowtui.model.errors_pages import NoTextThere
    from arrowtui.sources.pages.change import telling
    from arrowtui.sources.pages.watched import part_of

    lines = telling(part_of(page, options.part))
    if not lines:
        raise NoTextThere(page.host)
    what = f"the part {options.part}" if options.part else "the page as a whole"
    return FoundSource(
        wish,
        _title(page),
        tuple(clean_line(line.words, 100) for line in lines[:OPENINGS]),
        wish.address in known,
        words=clean_line(f"{what}: an item whenever its words change"),
    )


def _title(page: "Tree") -> str:
    return clean_line(page.title or "") or page.host
