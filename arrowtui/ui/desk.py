"""Each tab's own memory: what it shows, where the cursor stood, and what the person changed while being there."""

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from arrowtui.model.item import MOST_FOUND, ItemId, ItemRow, LaneCounts, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.replace import replace

MOST_COUNTED = 100
"""Notes a search finds are counted up to here."""


TITLE_TOLD = 40
"""Characters of an item's title that a caption has room for."""


class Tab(StrEnum):
    """The tabs, in their order."""

    TIPS = "Tips"
    CHATS = "Chats"
    CALLS = "Calls"
    JOURNAL = "Journal"

    @property
    def lane(self) -> Lane | None:
        """The lane a tab shows; None for the Journal."""
        return LANES.get(self)


BOARD = "Board"
"""The name under which the order of the calls by urgency is kept; lists go by the word of their tab."""
BOARD_ORDERS = (Order.URGENCY, Order.NEWEST, Order.FIT)
NOTE_ORDERS = (Order.CHANGED, Order.OLDEST, Order.TITLE)

LANES = {Tab.TIPS: Lane.TIP, Tab.CHATS: Lane.CHAT, Tab.CALLS: Lane.CALL}


@dataclass(slots=True)
class Desk:
    """One tab of items.

    `touched` are the rows changed during this visit: they stay visible until the view is entered anew, although the
    store no longer lists them in it. `expected` is how many rows the view would have had nothing arrived since; what
    the tally has more than that is new. `back` is what was shown before a search that is kept. `notes_found` is how
    many notes the words of the view find, at most 100. `order` is the one its lists stand in where they can,
    `board_order` that of the calls by urgency.
    """

    view: View
    order: Order = Order.NEWEST
    board_order: Order = Order.URGENCY
    cursor: ItemId | None = None
    screen_line: int = 0
    visit: int = 0
    touched: dict[ItemId, ItemRow] = field(default_factory=dict)
    expected: int | None = None
    tally: int = 0
    back: View | None = None
    notes_found: int = 0

    def put_in_order(self, order: Order, board_order: Order) -> None:
        """Let its lists stand so, where they can."""
        self.order = order
        self.board_order = board_order if board_order in BOARD_ORDERS else Order.URGENCY
        self.view = self.view.ordered(order)

    def sought(self, view: View) -> View:
        """Go to a search that is kept; what is left for it comes back after it."""
        self.back = self.back or self.view
        return view

    def returned(self) -> View | None:
        """What was shown before a search that is kept; None where none is shown."""
        back, self.back = self.back, None
        return back

    @property
    def notes_told(self) -> str:
        """How many notes the search finds, in words; "" for none."""
        if self.notes_found < 2:
            return "1 note" if self.notes_found else ""
        return f"{self.notes_found}{'+' if self.notes_found == MOST_COUNTED else ''} notes"

    @property
    def arrived(self) -> int:
        """How many rows came into the view since it was entered."""
        if self.expected is None or self.view.words:
            return 0
        return max(self.tally - self.expected, 0)

    def entered(self) -> int:
        """A new visit; answers to questions of older ones no longer count. Returns its number."""
        self.visit += 1
        self.touched.clear()
        self.expected = None
        self.notes_found = 0
        return self.visit


class Narrowed(Struct, frozen=True):
    """Which notes the Journal shows: those words find, else those with a tag, else those beside an item, else all."""

    words: str = ""
    tag: str | None = None
    item: ItemId | None = None
    title: str = ""

    def told(self, order: Order) -> str:
        """In words for the caption."""
        if self.words:
            return f"notes · “{self.words}” · {order.value}"
        if self.item is not None:
            return f"notes · on “{self.title[:TITLE_TOLD]}” · {order.value}"
        return f"notes · #{self.tag} · {order.value}" if self.tag else f"notes, {order.value}"


def next_scope(scope: Scope) -> Scope:
    """`f` goes round."""
    scopes = tuple(Scope)
    return scopes[(scopes.index(scope) + 1) % len(scopes)]


def counted(scope: Scope, counts: LaneCounts) -> int:
    """How many items of a lane a scope holds."""
    return {
        Scope.UNREAD: counts.unread,
        Scope.ALL: counts.total,
        Scope.KEPT: counts.kept,
        Scope.LATER: counts.later,
        Scope.DISMISSED: counts.dismissed,
    }[scope]


def told_tally(view: View, tally: int) -> str:
    """How many rows a view has, in figures; where counting stopped there may be more."""
    is_counted_out = not view.words and view.source_tag is None and (view.source is None or view.tag is None)
    return f"{tally:,}" if is_counted_out or tally < MOST_FOUND else f"{tally:,}+"


def desks() -> dict[Tab, Desk]:
    """A desk for every tab that shows items, all at unread."""
    return {tab: Desk(View(lane)) for tab, lane in LANES.items()}


def widened(view: View, home: Lane | None) -> View | None:
    """The view one narrowing less: words first, then tag, then source or noise; None when it is the whole tab.

    `home` is the lane of the tab.
    """
    if view.words:
        return replace(view, words=None)
    if view.tag:
        return replace(view, tag=None)
    is_narrow = view.is_of_sources or view.lane is not home
    return replace(view, source=None, source_tag=None, lane=home) if is_narrow else None
