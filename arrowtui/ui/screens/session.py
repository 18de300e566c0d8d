"""A chat session: questions down the left, the answers to the chosen one on the right. It may be on, or long past.

Nothing moves under the reader: what comes meanwhile is counted, and shown when she asks for it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from arrowtui.model.chat_board import Hit, Said, SessionLine, SessionReading, WatchState, When
from arrowtui.model.item import ItemId
from arrowtui.model.review import Offer
from arrowtui.services.journal import Done
from arrowtui.ui.acts import sessions
from arrowtui.ui.command import Command, Place, Surface, commands_on
from arrowtui.ui.drawing.row import Signs
from arrowtui.ui.drawing.session_head import Head, head_words, notice_words
from arrowtui.ui.panes.capture import CapturePane
from arrowtui.ui.panes.searched import SearchLine
from arrowtui.ui.panes.session import SessionPane
from arrowtui.ui.panes.session_lines import Chosen, Found, Part
from arrowtui.ui.panes.status import KeyBar, Saying, StatusLine, Tone
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.looking import LookingScreen
from arrowtui.ui.tidying import keep_all, let_go
from arrowtui.ui.widgets.lines import LineList

SEARCH_AFTER_S = 0.08
MANY = 1000
LATE = 2
"""Questions after which somebody who comes is late: she begins with what was so far."""


class Leaving(Struct, frozen=True):
    """Why the session was left: to quit, for another one, to take up what was offered."""

    quits: bool = False
    hit: Hit | None = None
    offer: Offer | None = None


class SessionScreen(LookingScreen):
    """Shows one session. Its keys are those of the one table; what each does stands in `ui.acts.sessions`."""

    CSS_PATH = "session.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    place: reactive[Place] = reactive(Place.SESSION)
    offered: reactive[Saying] = reactive(Saying())

    def __init__(
        self,
        services: Services,
        commands: Sequence[Command],
        signs: Signs,
        session: SessionLine,
        at: ItemId | None = None,
    ) -> None:
        """`commands`: all there are; `at`: the post to begin with."""
        super().__init__(commands_on(commands, Surface.SESSION))
        self.all_commands = commands
        self.services, self.signs, self.session = services, signs, session
        self.leaving = Leaving()
        self.offer: Offer | None = None
        self._begin_at = at
        self._seen: frozenset[ItemId] = frozenset()
        self._was_offered = False
        self._notices = Content("")

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="notices")
        with Horizontal(id="search"):
            yield Static("/")
            yield SearchLine(placeholder="words in this session and the others", id="words")
        yield SessionPane()
        yield CapturePane()
        yield StatusLine().data_bind(SessionScreen.saying, SessionScreen.offered)
        yield KeyBar().data_bind(SessionScreen.place)

    def on_mount(self) -> None:
        self.query_one(KeyBar).table = self.table
        self.query_one(StatusLine).signs = self.pane.lines.signs = self.signs
        self.pane.answers.focus()
        self.begin_looking()

    def on_unmount(self) -> None:
        if self.latest is not None and self.latest.posts >= MANY:
            let_go()

    @property
    def pane(self) -> SessionPane:
        return self.query_one(SessionPane)

    @property
    def words(self) -> SearchLine:
        """Where a search is typed."""
        return self.query_one("#words", SearchLine)

    @property
    def is_searching(self) -> bool:
        return self.has_class("-searching")

    # Reading

    def arrived(self, reading: SessionReading | None) -> None:
        """The first time all of it is shown; later what is new is only counted."""
        if reading is not None:
            is_first, self.latest = self.latest is None, reading
            if is_first:
                self._seen = reading.items
                self.pane.show(reading, self._beginning(reading))
                if self._begin_at is not None:
                    self.pane.go_to(self._begin_at)
                if reading.posts >= MANY:
                    keep_all()
            else:
                self.pane.show(reading.as_seen(self._seen))
        self.describe()
        self._offer_to_look_back()

    def _beginning(self, reading: SessionReading) -> Chosen | None:
        running = next((one for one in reading.questions if one.is_running), None)
        if running is None:
            return reading.questions[0].number if reading.questions else Part.AROUND
        is_late = self.session.state is None and len(reading.questions) >= LATE
        return Part.SO_FAR if is_late else running.number

    def take_new(self) -> None:
        """Show what has come meanwhile."""
        if self.latest is not None:
            self._seen = self.latest.items
            self.pane.show(self.latest)
            self.describe()

    @property
    def waiting(self) -> frozenset[ItemId]:
        """What came and is not shown yet."""
        return self.latest.items - self._seen if self.latest is not None else frozenset()

    def describe(self) -> None:
        """Say what this is, what waits, and what could not be had."""
        now = self.services.clock.now()
        head = Head(self.session, self.latest, len(self.waiting), self.is_paused, self.key_of("take_new"))
        title = head_words(head, now, self.key_of("pause"), self.size.width - 2, self.signs)
        self.query_one("#title", Static).update(title, layout=False)
        words = notice_words(self.latest, self.session, self.signs)
        if words != self._notices:
            self._notices = words
            notices = self.query_one("#notices", Static)
            notices.display = bool(words)
            notices.update(words)

    def _offer_to_look_back(self) -> None:
        """Once, when a session that was watched has wrapped."""
        reading = self.latest
        if reading is None or self._was_offered or not sessions.has_wrapped(reading, self.services.clock.now()):
            return
        self._was_offered = True
        self.ask(partial(self.services.occasions.offer_wrapped, self.session), self.show_offer)

    def show_offer(self, offer: Offer | None) -> None:
        """Offer something in the line where nothing else is said."""
        self.offer = offer
        keys = ((self.key_of("follow"), "yes"), (self.key_of("wave_off"), "no"))
        self.offered = Saying(offer.words, Tone.HINT, keys) if offer else Saying()

    @on(SessionPane.Turned)
    def _turned(self) -> None:
        self.describe()

    @on(SessionPane.Elsewhere)
    def _elsewhere(self, elsewhere: SessionPane.Elsewhere) -> None:
        self.leave(Leaving(hit=elsewhere.hit))

    @on(LineList.Chosen)
    def _chosen(self, chosen: LineList.Chosen) -> None:
        if chosen.list is self.pane.answers:
            self.pane.choose()

    def on_resize(self) -> None:
        self.call_after_refresh(self.pane.lay_out)
        self.call_after_refresh(self.describe)

    # Searching

    def begin_search(self) -> None:
        """Show the line and give it the keyboard."""
        self.add_class("-searching")
        self.words.focus()

    def end_search(self) -> None:
        """Put the line away; what was read before is there again."""
        self.remove_class("-searching")
        self.never_mind("search")
        self.words.value = ""
        self.pane.find(None)
        self.refocus()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_searching:
            self.later("search", SEARCH_AFTER_S, partial(self._seek, event.value.strip()))

    @on(Input.Submitted, "#words")
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.hasten("search")
        self.refocus()

    def _seek(self, words: str) -> None:
        """This session at once, the others when they have answered."""
        shown = self.pane.reading
        if not words or shown is None:
            self.pane.find(None)
            return
        here = shown.find(words)
        self.pane.find(Found(words, here))
        find = partial(self.services.chats.find, words, self.session)
        self.ask(find, lambda hits: self._found(Found(words, here, hits)), group="find")

    def _found(self, found: Found) -> None:
        if self.is_searching and self.pane.found is not None and self.pane.found.words == found.words:
            self.pane.find(found)

    # Doing

    def do(self) -> Mapping[str, Callable[[], None]]:
        return {command.id: partial(sessions.SESSIONS[command.id], self) for command in self.table}

    def on_descendant_focus(self) -> None:
        places = {"words": Place.SEARCH, "line": Place.CAPTURE}
        focused = self.focused.id if self.focused is not None else None
        self.place = places.get(focused or "", Place.SESSION)

    def here(self) -> Said | None:
        """The post under the cursor."""
        return self.pane.here

    def done(self, done: Done) -> None:
        """Say what was done, and show it."""
        self.say(done.sentence, Tone.DONE, (self.key_of("undo"), "undo") if done.count else None)
        self.look()

    def mark(self, state: WatchState) -> None:
        """Say how far she is with the session."""
        self.ask(partial(self.services.chats.set_state, self.session, state), self.done)

    def leave(self, leaving: Leaving | None = None) -> None:
        """Back to the tabs, where the rest is done."""
        self.leaving = leaving or Leaving()
        self.dismiss()

    def left_people(self, hit: Hit | None, *, quits: bool) -> None:
        """Whoever was among the people goes on where an answer was said."""
        if quits or hit is not None:
            self.leave(Leaving(quits=quits, hit=hit))

    def _more_room(self) -> None:
        """There is no room here: the line stays a line."""

    def refocus(self) -> None:
        self.pane.answers.focus()


def is_worth_watching(session: SessionLine) -> bool:
    """Whether opening it means one is there while it is on."""
    return session.when is When.LIVE and session.state is None
