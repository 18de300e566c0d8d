"""Items: what the world said, and the rows and pages in which lists show them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId
from arrowtui.model.wire import Draft

ItemId = NewType("ItemId", int)
"""Time-ordered: milliseconds since 1970 shifted left by 20 bits, plus a tie-break. Greater is newer.

Given once, at first arrival, and never changed, so nothing on screen is ever reordered and every list walks an index.
"""

MOST_FOUND = 10_000
"""What a search finds, or a list narrowed twice holds, is counted up to here."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TIE_BITS = 20


def first_id_at(moment: datetime) -> ItemId:
    """The smallest id an item sorted at `moment` can have: a bound for pages and searches by time."""
    return ItemId((moment - EPOCH) // timedelta(milliseconds=1) << TIE_BITS)


def sorted_at(item: ItemId) -> datetime:
    """The instant (UTC, to the millisecond) by which the item is sorted."""
    return EPOCH + timedelta(milliseconds=item >> TIE_BITS)


class Item(Struct, frozen=True):
    """An item after every ingest rule: clean text, safe links, aware UTC times.

    `key` is its identity "kind|host|native id" and joins the same item met through several sources.
    `title` is one clean line and never empty; `text` is clean plain text for search and sorting.
    `published_at` is None when the document has no believable date; `sorted_at` then is when it was first seen.
    `fingerprint` changes when the world changed what it says (title, text, link), not when only counts moved.
    `draft` is the raw part, kept so that better rules can be run again without asking the world.
    `link_key` stands for the page the link leads to, `post_key` for how a post without a title begins: items of other
    sources with the same number may be the same thing. `is_titled`: the title is its own, not made of the text.
    """

    key: str
    title: str
    text: str
    link: str | None
    author: str | None
    published_at: datetime | None
    updated_at: datetime | None
    sorted_at: datetime
    language: str | None
    fingerprint: bytes
    draft: Draft
    parent_key: str | None = None
    root_key: str | None = None
    repost_key: str | None = None
    link_key: int | None = None
    post_key: int | None = None
    is_titled: bool = True


class Scope(StrEnum):
    """Which items of a list are shown; `f` cycles through them in this order."""

    UNREAD = "unread"
    ALL = "all"
    KEPT = "kept"
    LATER = "later"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows. `lane` None shows every lane (a source's own list, a search across tabs).

    `words` is a search as typed; `tag` and `source` narrow further, `source_tag` to all sources that have that tag in
    the settings. Views of the same items are equal whatever their `order`, which is one of `orders`.
    """

    lane: Lane | None
    scope: Scope = Scope.UNREAD
    source: SubscriptionId | None = None
    tag: str | None = None
    words: str | None = None
    order: Order = field(default=Order.NEWEST, compare=False)
    source_tag: str | None = None

    @property
    def is_of_sources(self) -> bool:
        """Whether it shows what one source, or those of one tag, have brought."""
        return self.source is not None or self.source_tag is not None

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders in which this list can be walked: by source only where it is a whole tab."""
        is_whole = self.lane is not None and not self.is_of_sources and self.tag is None and not self.words
        return (Order.NEWEST, Order.OLDEST, *((Order.SOURCE,) if is_whole else ()))

    def ordered(self, order: Order) -> "View":
        """The same items in an order, where this list has that; else the newest first."""
        return replace(self, order=order if order in self.orders else Order.NEWEST)


class KeptSearch(Struct, frozen=True):
    """A search the person gave a name. `lane` None searches every lane."""

    name: str
    words: str
    lane: Lane | None = None
    scope: Scope = Scope.ALL

    @property
    def view(self) -> View:
        """The list it asks for."""
        return View(self.lane, self.scope, words=self.words)


class ItemRow(Struct, frozen=True):
    """One line of a list. `source_place` grows with the place of its source in the list of sources."""

    id: ItemId
    lane: Lane
    title: str
    source_title: str
    author: str | None
    is_read: bool
    is_kept: bool
    is_later: bool
    is_dismissed: bool
    is_edited: bool
    tags: tuple[str, ...]
    note_count: int
    other_sources: int = 0
    source_place: int = 0

    @property
    def sorted_at(self) -> datetime:
        """When it was published, or first seen where no date was given."""
        return sorted_at(self.id)


class Page(Struct, frozen=True):
    """Rows in the order of their list. `has_above` and `has_below` say whether it goes on beyond either end."""

    rows: tuple[ItemRow, ...]
    has_above: bool
    has_below: bool


class LaneCounts(Struct, frozen=True):
    """How many items a tab or source holds (dismissed ones left out of `total`)."""

    total: int = 0
    unread: int = 0
    kept: int = 0
    later: int = 0
    dismissed: int = 0
