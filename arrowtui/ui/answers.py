"""What the clerk comes back with: whole answers of the services, as values."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from arrowtui.model.item import ItemId, ItemRow, LaneCounts, Page
from arrowtui.model.lane import Lane
from arrowtui.model.note import Note
from arrowtui.model.reading import Reading
from arrowtui.model.subscription import SourceRow, SubscriptionId
from arrowtui.services.journal import Done
from arrowtui.ui.widgets.window import Edge, Window

Counts = Mapping[Lane, LaneCounts]


class Entered(Struct, frozen=True):
    """A view as it is when it is entered. `near` is the item the cursor belongs on, `newest` the newest of all."""

    window: Window
    tally: int
    newest: ItemId | None
    near: ItemId | None = None


class Acted(Struct, frozen=True):
    """What an act did. `before` and `after` are the tallies of the view around it, None for a search."""

    done: Done | None
    rows: tuple[ItemRow, ...]
    asked: frozenset[ItemId]
    counts: Counts
    before: int | None = None
    after: int | None = None
    window: Window | None = None


class Seen(Struct, frozen=True):
    """The world after somebody wrote into the store. `tally`: None for a search, which is counted when it is entered;
    `answers`: how many wait in gatherings; None: there are none."""

    counts: Counts
    tally: int | None
    rows: tuple[ItemRow, ...]
    asked: frozenset[ItemId]
    sources: tuple[SourceRow, ...]
    tags: tuple[tuple[str, int], ...]
    answers: int | None = None


class Opened(Struct, frozen=True):
    """An item to read, with the note beside it where there is one."""

    reading: Reading | None
    note: Note | None = None


class Fetched(Struct, frozen=True):
    """Rows the list asked for: a page that begins beyond `beside`, or a whole window."""

    edge: Edge
    beside: ItemId | None = None
    page: Page | None = None
    window: Window | None = None

    def joined(self, held: Window, kept: Iterable[ItemRow]) -> Window:
        """What is held together with what came; a page whose neighbour is no longer held comes too late."""
        rows = tuple(kept)
        if self.page is None:
            return held if self.window is None else self.window.with_kept(rows)
        if not held.rows or self.beside not in (held.rows[0].id, held.rows[-1].id):
            return held
        return held.with_below(self.page, rows) if self.edge is Edge.BELOW else held.with_above(self.page, rows)


class Added(Struct, frozen=True):
    """What was taken on, and the numbers of the new sources in the store (those of new chats with them)."""

    done: Done
    ids: tuple[SubscriptionId, ...]
