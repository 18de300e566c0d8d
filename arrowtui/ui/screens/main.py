"""The screen one works in. It alone talks to the services; panes are handed values and post what is wished.

What a command does stands in `ui.acts`, by theme; here is what there is on the screen and which message goes where.
"""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from textual import events, on

from arrowtui.model.chat_board import Hit
from arrowtui.model.item import ItemRow, KeptSearch
from arrowtui.model.note import Note
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SourceRow
from arrowtui.ui.acts import (
    beside,
    chatting,
    describing,
    entering,
    journaling,
    lists,
    offering,
    opening,
    panes,
    program,
    reminding,
    saving,
    searching,
    watching,
    writing,
)
from arrowtui.ui.acts.everything import ACTS
from arrowtui.ui.answers import Acted
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.command import Place, Surface, commands_on
from arrowtui.ui.desk import Narrowed, Tab
from arrowtui.ui.keymap import KeyReader, rebound
from arrowtui.ui.panes.calls import CallsPane
from arrowtui.ui.panes.chats import ChatsPane
from arrowtui.ui.panes.items import ItemsPane
from arrowtui.ui.panes.journal import JournalPane
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.note_glance import NoteGlance
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.panes.sources import SourcesPane
from arrowtui.ui.panes.status import Saying, Tone
from arrowtui.ui.panes.tabs import TabBar
from arrowtui.ui.ports import Services, Taste
from arrowtui.ui.screens.parts import PartsScreen
from arrowtui.ui.widgets.rows import RowList

LOOK_EVERY_S = 1.0
AGES_EVERY_S = 30.0
OFFERS_EVERY_S = 20.0
REMIND_EVERY_S = 60.0
PREVIEW_AFTER_S = 0.05
SEARCH_AFTER_S = 0.08


class MainScreen(PartsScreen):
    """The parts at work: what begins by itself, and which message goes where."""

    CSS_PATH = "main.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (100, "-two"), (140, "-three")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = "RowList"

    def __init__(self, services: Services, taste: Taste) -> None:
        self.all_commands = rebound(taste.keys)
        super().__init__(services, taste, commands_on(self.all_commands, Surface.MAIN, Surface.JOURNAL))
        self._readers = {one: KeyReader(commands_on(self.table, one)) for one in (Surface.MAIN, Surface.JOURNAL)}
        self.keys = self._readers[Surface.MAIN]
        self.sources: tuple[SourceRow, ...] = ()
        self.tags: tuple[tuple[str, int], ...] = ()
        self.found: Mapping[KeptSearch, int] = {}
        self.answers: int | None = None
        self.heard: Progress | None = None
        self.round_over: Progress | None = None
        self.wrong: Progress | None = None
        self.troubled: Saying | None = None
        self.is_stopped = False
        self.asking: Saying | None = None
        self.reminded: set[str] = set()
        self.is_looking = self.must_look = self.shows_hidden = self.is_covered = False
        self.piped_last = ""
        self._first_rows = self.clerk.look_ahead(self.desk.view)
        # For the width there is: Textual tells it after the first layout, and everything would be laid out twice.
        self.add_class(max(point for point in self.HORIZONTAL_BREAKPOINTS if point[0] <= self.app.size.width)[1])

    def do(self) -> Mapping[str, Callable[[], None]]:
        return {id: partial(act, self) for id, act in ACTS.items()}

    def on_mount(self) -> None:
        self.dress()
        self._tell_time()
        entering.show_view(self, self.desk.view)
        self.set_interval(AGES_EVERY_S, self._tell_time)
        self.set_interval(LOOK_EVERY_S, self.look)
        self.set_interval(OFFERS_EVERY_S, partial(offering.refresh, self))
        self.set_interval(REMIND_EVERY_S, partial(reminding.remind, self))
        self.beside(self._begin_after_rows, "begin")

    async def _begin_after_rows(self) -> None:
        """Once the list is seen, or cannot be read."""
        await asyncio.wait({self._first_rows})
        self.post_message(self.Answered(self._begin_soon))

    def _begin_soon(self) -> None:
        self.call_after_refresh(partial(program.begin, self))

    def look(self) -> None:
        """See whether somebody wrote into the store. A session over all of this reads for itself."""
        if not self.is_covered:
            watching.look(self)

    def on_resize(self) -> None:
        if self._first_rows.done():  # else all is about to be filled anyway
            beside.renew_soon(self)

    def _tell_time(self) -> None:
        self.show_hour()
        chatting.renew_sessions(self)  # sessions begin and end by the clock

    # Which message goes where

    def watch_tab(self, old: Tab, new: Tab) -> None:
        """Each tab has its own view and cursor."""
        if old in self.desks:
            desk = self.desks[old]
            if not (self.has_class("-board") or self.has_class("-sessions")):
                desk.cursor, desk.screen_line = self.rows.cursor, self.rows.screen_line
        panes.leave_everything(self)
        panes.choose_list(self)
        panes.focus_list(self)
        if new is Tab.JOURNAL:
            journaling.enter(self, self.desks.get(old))
        else:
            entering.show_view(self, self.desk.view)

    def on_descendant_focus(self) -> None:
        self.place = place = panes.place_of(self.focused)
        self.keys = self._readers[Surface.JOURNAL if place is Place.JOURNAL else Surface.MAIN]

    def on_paste(self, event: events.Paste) -> None:
        """No field took it."""
        program.pasted(self, event.text)

    def run_command(self, id: str) -> None:
        """Do it; whatever else is done than noting why, the question why is over."""
        if id != "capture":
            self.kept_just_now = None
        super().run_command(id)

    @on(TabBar.Picked)
    def _tab_picked(self, picked: TabBar.Picked) -> None:
        self.tab = picked.tab

    @on(SourcesPane.Picked)
    def _side_picked(self, picked: SourcesPane.Picked) -> None:
        lists.pick(self, picked.pick)
        panes.leave_side(self)  # what was picked is wanted in the list

    @on(SourcesPane.Ailing)
    def _tell_trouble(self, ailing: SourcesPane.Ailing) -> None:
        trouble = ailing.source.trouble if ailing.source else None
        self.say(f"{trouble.headline}. {trouble.hint}" if trouble else "", Tone.TROUBLE)

    @on(RowList.Wanted)
    def _rows_wanted(self, wanted: RowList.Wanted) -> None:
        lists.fetch(self, wanted)

    @on(RowList.Moved)
    def _cursor_moved(self, moved: RowList.Moved) -> None:
        """In the reader the next item is opened; beside the list it is only looked at."""
        if self.is_board or self.is_sessions:
            return
        self.desk.cursor = moved.row.id if moved.row else None
        if moved.row is not None:
            self.looked_at(moved.row)

    @on(RowList.Chosen)
    @on(CallsPane.Opened)
    def _row_chosen(self) -> None:
        opening.open_current(self)

    @on(ChatsPane.Opened)
    def _session_chosen(self, opened: ChatsPane.Opened) -> None:
        chatting.open_session(self, opened.session)

    @on(ChatsPane.Moved)
    def _session_looked_at(self, moved: ChatsPane.Moved) -> None:
        self.later("preview", PREVIEW_AFTER_S, partial(entering.glance, self, moved.session))

    @on(CallsPane.Moved)
    def _call_looked_at(self, moved: CallsPane.Moved) -> None:
        if moved.row is not None and self.is_board:
            self.looked_at(moved.row)

    @on(ItemsPane.Sought)
    def _sought(self, sought: ItemsPane.Sought) -> None:
        self.later("search", SEARCH_AFTER_S, partial(lists.seek, self, sought.words))

    @on(ItemsPane.SearchDone)
    def _search_done(self) -> None:
        panes.focus_list(self)

    @on(NoteGlance.PickingDone)
    def _glance_left(self) -> None:
        journaling.leave_glance(self)

    @on(ReaderPane.LinkWanted)
    def _link_wanted(self, wanted: ReaderPane.LinkWanted) -> None:
        reading = self.reader.reading
        saving.use_link(self, wanted.link, wanted.use, reading.row.id if reading else None)

    @on(NoteGlance.LinkWanted)
    def _link_in_journal_wanted(self, wanted: NoteGlance.LinkWanted) -> None:
        row = self.journal_pane.row
        saving.use_link(self, wanted.link, wanted.use, row.item if row else None)

    @on(NotePane.Changed)
    def _note_changed(self, changed: NotePane.Changed) -> None:
        opening.save_note(self, changed.layer, changed.text, in_editor=changed.in_editor)

    @on(NotePane.PreviewWanted)
    def _note_preview(self, wanted: NotePane.PreviewWanted) -> None:
        opening.preview_of_note(self, wanted.text)

    @on(NotePane.LinkWanted)
    def _link_to_be_put(self) -> None:
        writing.link(self)

    @on(NotePane.Picked)
    def _note_link(self, picked: NotePane.Picked) -> None:
        opening.follow(self, picked.link, self.note.note.item if self.note.note else None)

    @on(NotePane.Closed)
    def _note_closed(self) -> None:
        opening.note_closed(self)

    @on(JournalPane.Opened)
    def _note_opened(self, opened: JournalPane.Opened) -> None:
        opening.open_note(self, partial(self.notes.of_row, opened.row))

    @on(JournalPane.Moved)
    def _note_looked_at(self) -> None:
        if panes.is_reader_shown(self):
            self.later("preview", PREVIEW_AFTER_S, partial(opening.glance_at_note, self))

    @on(JournalPane.Sought)
    def _notes_sought(self, sought: JournalPane.Sought) -> None:
        self.later("search", SEARCH_AFTER_S, partial(lists.narrow_notes, self, Narrowed(sought.words)))

    @on(JournalPane.SearchDone)
    def _note_search_done(self) -> None:
        panes.focus_list(self)

    @on(JournalPane.OlderWanted)
    def _older_notes(self, wanted: JournalPane.OlderWanted) -> None:
        journaling.load_older(self, wanted.last)

    def looked_at(self, row: ItemRow) -> None:
        """The cursor stands on another item."""
        self.desk.cursor = row.id
        if self.is_reading:
            opening.open_current(self)
        elif panes.is_reader_shown(self):
            self.later("preview", PREVIEW_AFTER_S, partial(opening.preview, self))

    def left_people(self, hit: Hit | None, *, quits: bool) -> None:
        """Whoever was among the people goes on where an answer was said."""
        chatting.left_people(self, hit, quits=quits)

    # What the acts share

    def noted(self, note: Note) -> None:
        opening.noted(self, note)

    def refocus(self) -> None:
        panes.focus_last(self)

    def acted(self, acted: Acted, *, is_quiet: bool = False) -> None:
        """Show what an act changed, and say it."""
        lists.acted(self, acted, is_quiet=is_quiet)

    def describe(self) -> None:
        """Say anew what the list shows."""
        describing.describe(self)

    def renew_searches(self) -> None:
        """Read again which searches are kept."""
        searching.renew(self)

    def load_notes(self) -> None:
        """Read the Journal from its newest note on."""
        journaling.load(self)

    def begin_anew(self, greeting: str) -> None:
        """End, for another screen to begin in this place with the settings as they are now."""
        app = self.app
        assert isinstance(app, ArrowApp)  # no other app has this screen
        app.begin_anew(f"tab_{self.tab.value.lower()}", greeting)

    def quit(self) -> None:
        """Save the last words, end the poller, leave."""
        self.ask(partial(program.leave, self), lambda _: None, group="leave")
