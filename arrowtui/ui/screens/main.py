"""The screen one works in. It alone talks to the services; panes are handed values and post what is wished.

Keys come here from whatever has the keyboard and are looked up in the one table of commands; what a command does stands
in `ui.acts`. A worker asks the clerk and posts the answer; only handlers change what is shown.
"""

import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive, var
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from arrowtui.model.errors import ArrowError
from arrowtui.model.item import ItemId, LaneCounts, View
from arrowtui.model.lane import Lane
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SourceRow
from arrowtui.services.journal import Journal
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.acts.everything import ACTS
from arrowtui.ui.acts.reading import open_link
from arrowtui.ui.clerk import Acted, Clerk, Entered, Seen
from arrowtui.ui.commands import Command, Place
from arrowtui.ui.desk import Desk, Tab, desks
from arrowtui.ui.drawing.empty import empty_words
from arrowtui.ui.drawing.row import ASCII, UNICODE, Look
from arrowtui.ui.keymap import KeyReader, pressed, rebound
from arrowtui.ui.panes.items import ItemsPane
from arrowtui.ui.panes.journal import JournalPane
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.panes.sources import Shelf, SourcesPane
from arrowtui.ui.panes.status import KeyBar, Saying, StatusLine, Tone
from arrowtui.ui.panes.tabs import Caption, TabBar
from arrowtui.ui.ports import Services, Taste
from arrowtui.ui.widgets.rows import Edge, RowList
from arrowtui.ui.widgets.window import Window

LOOK_EVERY_S = 1.0
AGES_EVERY_S = 30.0
PREVIEW_AFTER_S = 0.05
SEARCH_AFTER_S = 0.08
CHORD_WITHIN_S = 3.0
PROGRESS_EVERY_S = 0.1
NEAR = 20

T = TypeVar("T")


class MainScreen(Screen[None]):
    """Tabs, list, reader, note, side panel, status."""

    CSS_PATH = "main.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (100, "-two"), (140, "-three")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = "RowList"

    tab: reactive[Tab] = reactive(Tab.TIPS, init=False)
    counts: reactive[Mapping[Lane, LaneCounts]] = reactive({})
    caption: reactive[Caption] = reactive(Caption())
    saying: reactive[Saying] = reactive(Saying())
    progress: reactive[Progress | None] = reactive(None)
    place: reactive[Place] = reactive(Place.LIST)
    is_reading: var[bool] = var(False, toggle_class="-reading")

    @dataclass
    class Answered(Message):
        """The clerk came back."""

        use: Callable[[], None]

    @dataclass
    class Progressed(Message):
        """The poller spoke."""

        progress: Progress

    def __init__(self, services: Services, taste: Taste) -> None:
        super().__init__()
        self.services, self.taste = services, taste
        self.clerk = Clerk(services)
        self.desks = desks()
        self.table: Sequence[Command] = rebound(taste.keys)
        self.keys = KeyReader(self.table)
        self.signs = ASCII if taste.is_ascii else UNICODE
        self.sources: tuple[SourceRow, ...] = ()
        self.tags: tuple[tuple[str, int], ...] = ()
        self.newest: ItemId | None = None
        self._asked = ""
        self._timers: dict[str, Timer] = {}
        self._is_looking = False
        self._spoken: Progress | None = None

    def compose(self) -> ComposeResult:
        yield TabBar().data_bind(MainScreen.counts, MainScreen.caption, active=MainScreen.tab)
        with Horizontal(id="body"):
            yield SourcesPane()
            yield ItemsPane()
            yield JournalPane()
            with Vertical(id="reading"):
                yield ReaderPane(self.taste.measure)
                yield NotePane(panes.clean)
        yield StatusLine().data_bind(MainScreen.saying, MainScreen.progress)
        yield KeyBar().data_bind(MainScreen.place)

    def on_mount(self) -> None:
        self.query_one(KeyBar).table = self.table
        self.query_one(StatusLine).signs = self.signs
        self.side.signs = self.journal_pane.signs = self.signs
        self._tell_time()
        self.show_view(self.desk.view)
        self.set_interval(AGES_EVERY_S, self._tell_time)
        self.set_interval(LOOK_EVERY_S, self._look)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """After the first paint: what is heavy."""
        self._look()
        self.run_worker(self._listen(), group="poller")
        self.ask(self.services.notes.recover(), lambda found: opening.tell_recovered(self, len(found)))
        gc.collect()
        gc.freeze()  # full passes of the collector are what makes single key presses slow

    # Parts

    @property
    def desk(self) -> Desk:
        """The memory of the tab; the Journal has none and leaves that of the Tips."""
        return self.desks[self.tab if self.tab in self.desks else Tab.TIPS]

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
    def side(self) -> SourcesPane:
        return self.query_one(SourcesPane)

    @property
    def journal_pane(self) -> JournalPane:
        return self.query_one(JournalPane)

    @property
    def reader(self) -> ReaderPane:
        return self.query_one(ReaderPane)

    @property
    def note(self) -> NotePane:
        return self.query_one(NotePane)

    # Keys and commands

    def on_key(self, event: events.Key) -> None:
        had_pending = bool(self.keys.pending)
        is_typing = panes.is_typing(self)
        command = self.keys.read(pressed(event.key, event.character), is_typing=is_typing)
        if command is None and not had_pending and not self.keys.pending:
            self._forget_question("")
            return
        event.stop()
        event.prevent_default()
        self._show_pending(had_pending)
        if command is not None:
            self.run_command(command.id)

    def _show_pending(self, had_pending: bool) -> None:
        self._stop("chord")
        if self.keys.pending:
            self.say(f"{self.keys.pending}…   {self.keys.answers()}", Tone.ASK)
            self._later("chord", CHORD_WITHIN_S, self._drop_chord)
        elif had_pending:
            self.say("")

    def _drop_chord(self) -> None:
        self.keys.pending = ""
        self.say("")

    def run_command(self, id: str) -> None:
        """Do what a command of the table says."""
        self._forget_question(id)
        ACTS[id](self)

    def ask_twice(self, id: str, words: str) -> None:
        """Ask once: the same command again says yes, anything else says no."""
        self._asked = id
        key = next(command.keys[:1] for command in self.table if command.id == id)
        self.say(words, Tone.ASK, ("".join(key), "again: yes · any other key: no"))

    def is_asked(self, id: str) -> bool:
        """Was this asked about just before? The question is then answered."""
        is_asked, self._asked = self._asked == id, ""
        return is_asked

    def _forget_question(self, id: str) -> None:
        if self._asked and self._asked != id:
            self._asked = ""
            self.say("")

    def say(self, words: str, tone: Tone = Tone.HINT, key: tuple[str, str] | None = None) -> None:
        """Show a sentence in the status line; "" empties it."""
        self.saying = Saying(words, tone, key)

    # Questions and answers

    def ask(self, question: Awaitable[T], use: Callable[[T], None], *, group: str | None = None) -> None:
        """Have a question answered beside the screen, then use the answer; a later one of its group replaces it."""
        self.run_worker(self._answer(question, use), group=group or "any", exclusive=group is not None)

    async def _answer(self, question: Awaitable[T], use: Callable[[T], None]) -> None:
        try:
            answer = await question
        except ArrowError as error:
            self.post_message(self.Answered(partial(self.say, str(error), Tone.TROUBLE)))
        else:
            self.post_message(self.Answered(partial(use, answer)))

    @on(Answered)
    def _use_answer(self, message: Answered) -> None:
        message.use()

    def _later(self, name: str, seconds: float, act: Callable[[], None]) -> None:
        """Do something after a while; asked again in the meantime, the while begins anew."""
        self._stop(name)
        self._timers[name] = self.set_timer(seconds, act)

    def _stop(self, name: str) -> None:
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.stop()

    # The list

    def watch_tab(self, old: Tab, new: Tab) -> None:
        """Each tab has its own view and cursor."""
        if old in self.desks:
            desk = self.desks[old]
            desk.cursor, desk.screen_line = self.rows.cursor, self.rows.screen_line
        panes.leave_everything(self)
        self.set_class(new is Tab.JOURNAL, "-journal")
        if new is Tab.JOURNAL:
            self.load_notes()
            self.journal_pane.list.focus()
            self.caption = Caption("your notes")
        else:
            self.rows.focus()
            self.show_view(self.desk.view)
        self.say("")

    def show_view(self, view: View, *, from_top: bool = False) -> None:
        """Enter a view, with the cursor on its item where that is still there."""
        desk = self.desk
        desk.view, visit = view, desk.entered()
        cursor = None if from_top else desk.cursor
        use = partial(self._entered, self.tab, visit, cursor)
        self.ask(self.clerk.enter(view, cursor, desk.screen_line), use, group="view")

    def _entered(self, tab: Tab, visit: int, cursor: ItemId | None, entered: Entered) -> None:
        desk = self.desk
        if tab is not self.tab or visit != desk.visit:
            return
        desk.expected = desk.tally = entered.tally
        self.newest = entered.newest
        rows = self.rows
        rows.picked, rows.range_from = frozenset(), None
        rows.look = Look(rows.width, self.signs, desk.view.lane)
        rows.show(entered.window, cursor, desk.screen_line if cursor is not None else 0)
        self._describe()

    def _describe(self) -> None:
        """Caption, empty words and side panel follow the view."""
        desk, view = self.desk, self.desk.view
        source = next((row.title for row in self.sources if row.id == view.source), None)
        self.rows.empty = empty_words(view, self.tab.value, source=source, has_sources=bool(self.sources))
        if self.tab in self.desks:
            parts = [view.scope.value, source, f"#{view.tag}" if view.tag else None]
            parts += [f"“{view.words}”" if view.words else f"{desk.tally:,}"]
            self.caption = Caption(" · ".join(part for part in parts if part), desk.arrived)
        if self.side.display:
            self.side.shelf = Shelf(view, self.counts.get(view.lane or Lane.NOISE, LaneCounts()), self._listed(), self.tags, self.services.clock.now())

    def _listed(self) -> tuple[SourceRow, ...]:
        """The sources that may bring something to this tab."""
        return tuple(row for row in self.sources if row.lane is None or row.lane is self.tab.lane)

    @on(RowList.Wanted)
    def _fetch(self, wanted: RowList.Wanted) -> None:
        window, view = self.rows.window, self.desk.view
        library, total = self.services.library, self.desk.tally
        use = partial(self._fetched, self.desk.visit, wanted.edge)
        question = panes.page(library, view, window, wanted.edge, wanted.line, total)
        self.ask(question, use, group=f"page {wanted.edge}")

    def _fetched(self, visit: int, edge: Edge, window: Callable[[Window], Window]) -> None:
        desk, rows = self.desk, self.rows
        if visit != desk.visit:
            return
        grown = window(rows.window).with_kept(desk.touched.values())
        if edge is Edge.TOP:
            rows.show(grown)
        elif edge is Edge.END and grown.rows:
            rows.show(grown, grown.rows[-1].id)
        else:
            rows.grow(grown)

    @on(RowList.Moved)
    def _follow(self, moved: RowList.Moved) -> None:
        """What is under the cursor is shown in the reader: read there, it is opened; beside the list, a preview."""
        if moved.row is None:
            return
        self.desk.cursor = moved.row.id
        if self.is_reading:
            opening.open_current(self)
        elif panes.is_reader_shown(self):
            self._later("preview", PREVIEW_AFTER_S, partial(opening.preview, self))

    @on(RowList.Chosen)
    def _choose(self) -> None:
        opening.open_current(self)

    # What was done

    def acted(self, acted: Acted, *, is_quiet: bool = False) -> None:
        """Show what an act changed; nothing leaves the list before the view is entered anew."""
        desk = self.desk
        self.counts = acted.counts
        if acted.before is not None and acted.after is not None and desk.expected is not None:
            desk.expected += acted.after - acted.before
            desk.tally = acted.after
        desk.touched.update((row.id, row) for row in acted.rows)
        found = {row.id: row for row in acted.rows}
        rows = self.rows
        if acted.window is None:
            rows.renew(rows.window.renewed(found, acted.asked))
        else:
            window = acted.window.with_kept(desk.touched.values()).renewed(found, ())
            rows.show(window, rows.cursor, rows.screen_line)
        opening.renew(self, found)
        if self.tab is Tab.JOURNAL:
            self.load_notes()
        self._describe()
        if acted.done is not None and not is_quiet:
            self.say(acted.done.sentence, Tone.DONE, ("u", "undo") if acted.done.count else None)

    def undone(self, acted: Acted) -> None:
        """Show what was taken back."""
        self.acted(acted, is_quiet=True)
        if acted.done is None:
            self.say("Nothing to undo", Tone.HINT)
        else:
            self.say(acted.done.sentence, Tone.DONE, ("u", "undo more"))

    # The Journal

    def load_notes(self) -> None:
        """Show the newest notes."""
        self.ask(self.clerk.notes(), self._show_notes, group="notes")

    def _show_notes(self, notes: tuple[object, ...]) -> None: ...

    # The world

    def _tell_time(self) -> None:
        self.rows.now = self.journal_pane.now = self.services.clock.now()

    def _look(self) -> None:
        """Has somebody written into the store? Then read again what is seen, and count what is new."""
        if self._is_looking:
            return
        self._is_looking = True
        rows = self.rows
        first = max(rows.top - rows.window.base - NEAR, 0)
        ids = [row.id for row in rows.window.rows[first : first + rows.size.height + 2 * NEAR]]
        self.ask(self.clerk.look(self.desk.view, ids), partial(self._seen, self.tab))

    def _seen(self, tab: Tab, seen: Seen | None) -> None: ...
