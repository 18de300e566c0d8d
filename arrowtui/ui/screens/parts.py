"""What there is on the main screen: its panes, what they are bound to, and what all acts may read of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive, var

from arrowtui.model.item import ItemId, ItemRow, LaneCounts, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import LayerId
from arrowtui.model.order import Order
from arrowtui.model.progress import Progress
from arrowtui.model.review import Offer
from arrowtui.services.journal import Journal
from arrowtui.services.notekeeper import clean_note
from arrowtui.ui.clerk import Clerk
from arrowtui.ui.command import Command, Place
from arrowtui.ui.desk import BOARD, NOTE_ORDERS, Desk, Narrowed, Tab, desks
from arrowtui.ui.drawing.row import ASCII, UNICODE
from arrowtui.ui.note_clerk import NoteClerk
from arrowtui.ui.panes.calls import BoardList, CallsPane
from arrowtui.ui.panes.capture import CapturePane
from arrowtui.ui.panes.chats import ChatsPane, SessionList
from arrowtui.ui.panes.items import ItemsPane
from arrowtui.ui.panes.journal import JournalPane
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.note_glance import NoteGlance
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.panes.sources import SourcesPane
from arrowtui.ui.panes.status import KeyBar, Saying, StatusLine
from arrowtui.ui.panes.tabs import Caption, TabBar
from arrowtui.ui.ports import Services, Taste
from arrowtui.ui.screens.noting import NotingScreen
from arrowtui.ui.widgets.rows import RowList


class PartsScreen(NotingScreen):
    """Tabs, side panel, lists, reader, note, status line, keys. The parts alone; `MainScreen` says what they do."""

    tab: reactive[Tab] = reactive(Tab.TIPS, init=False)
    counts: reactive[Mapping[Lane, LaneCounts]] = reactive({})
    caption: reactive[Caption] = reactive(Caption())
    progress: reactive[Progress | None] = reactive(None)
    failing: reactive[int] = reactive(0)
    place: reactive[Place] = reactive(Place.LIST)
    waiting: reactive[int] = reactive(0)
    offered: reactive[Saying] = reactive(Saying())
    is_reading: var[bool] = var(False, toggle_class="-reading")

    def __init__(self, services: Services, taste: Taste, table: Sequence[Command]) -> None:
        super().__init__(table)
        self.services, self.taste = services, taste
        self.clerk, self.notes = Clerk(services), NoteClerk(services)
        self.desks = desks()
        self.put_in_order(taste.orders)
        self.signs = ASCII if taste.is_ascii else UNICODE
        # Held here: at the very end it is asked for its words after it left the screen.
        self.note = NotePane(clean_note)
        self.newest: ItemId | None = None
        self.narrowed = Narrowed()
        self.note_tags: Sequence[tuple[str, int]] = ()
        self.kept_just_now: ItemId | None = None
        self.offer: Offer | None = None
        self.undecided = 0
        self.hours_offered: set[date] = set()
        self.occasions_at: datetime | None = None

    def compose(self) -> ComposeResult:
        yield TabBar().data_bind(PartsScreen.counts, PartsScreen.caption, PartsScreen.waiting, active=PartsScreen.tab)
        with Horizontal(id="body"):
            yield SourcesPane()
            yield ItemsPane()
            yield CallsPane()
            yield ChatsPane()
            yield JournalPane()
            with Vertical(id="reading"):
                yield NoteGlance(self.taste.measure)
                yield ReaderPane(self.taste.measure, recall_key=self.key_of("follow"))
                yield self.note
        yield CapturePane()
        yield StatusLine().data_bind(PartsScreen.saying, PartsScreen.offered, PartsScreen.progress, PartsScreen.failing)
        yield KeyBar().data_bind(PartsScreen.place)

    def put_in_order(self, orders: Mapping[str, Order]) -> None:
        """Let every list stand in its order, those without one as they do at first."""
        for tab, desk in self.desks.items():
            desk.put_in_order(orders.get(tab, Order.NEWEST), orders.get(BOARD, Order.URGENCY))
        note_order = orders.get(Tab.JOURNAL, Order.CHANGED)
        self.note_order = note_order if note_order in NOTE_ORDERS else Order.CHANGED

    def dress(self) -> None:
        """Tell the parts what they draw with: signs, keys, taste."""
        self.query_one(KeyBar).table = self.table
        self.query_one(TabBar).has_counts = self.taste.has_counts
        self.query_one(StatusLine).signs = self.side.signs = self.journal_pane.signs = self.signs
        self.chats_pane.list.signs = self.chats_pane.glance.signs = self.signs
        self.chats_pane.list.name_keys(self.key_of)
        self.calls_pane.list.signs, self.calls_pane.list.unfold_key = self.signs, self.key_of("unfold")

    def show_hour(self) -> None:
        """Tell the parts what time it is: ages and time left are counted from it."""
        now = self.services.clock.now().astimezone()
        self.rows.now = self.journal_pane.now = self.reader.now = self.calls_pane.list.now = (
            self.chats_pane.list.now
        ) = now

    @property
    def desk(self) -> Desk:
        """The memory of the tab; in the Journal that of the Tips."""
        return self.desks.get(self.tab, self.desks[Tab.TIPS])

    @property
    def is_journal(self) -> bool:
        return self.tab is Tab.JOURNAL

    @property
    def is_board(self) -> bool:
        """Does the tab show calls by urgency? Narrowed in any way it shows a list like the others."""
        return self.tab is Tab.CALLS and self.desk.view == View(Lane.CALL)

    @property
    def is_sessions(self) -> bool:
        """Does the tab show sessions of chats? Narrowed, or with no chat followed or found, it is a list like the
        others."""
        return self.tab is Tab.CHATS and self.services.chats.has_board and self.desk.view == View(Lane.CHAT)

    @property
    def row(self) -> ItemRow | None:
        """The item under the cursor of the list that is shown; sessions are no items."""
        if self.is_sessions:
            return None
        return self.calls_pane.list.row if self.is_board else self.rows.row

    @property
    def list(self) -> RowList | BoardList | SessionList:
        """The list that is shown."""
        if self.is_sessions:
            return self.chats_pane.list
        return self.calls_pane.list if self.is_board else self.rows

    @property
    def journal(self) -> Journal:
        return self.services.journal

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def items(self) -> ItemsPane:
        return self.query_one(ItemsPane)

    @property
    def calls_pane(self) -> CallsPane:
        return self.query_one(CallsPane)

    @property
    def chats_pane(self) -> ChatsPane:
        return self.query_one(ChatsPane)

    @property
    def side(self) -> SourcesPane:
        return self.query_one(SourcesPane)

    @property
    def journal_pane(self) -> JournalPane:
        return self.query_one(JournalPane)

    @property
    def note_glance(self) -> NoteGlance:
        return self.query_one(NoteGlance)

    @property
    def reader(self) -> ReaderPane:
        return self.query_one(ReaderPane)

    def unsaved_words(self) -> Sequence[tuple[LayerId, str]]:
        in_note = self.note.unsaved
        return [*super().unsaved_words(), *([] if in_note is None else [in_note])]
