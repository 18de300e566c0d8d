"""Who answers well in the chats that are followed: people at the left, what they said at the right."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from arrowtui.model.chat_board import Answerer, Hit
from arrowtui.ui.acts.linking import open_link
from arrowtui.ui.command import Command, Place, Surface, commands_on
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.drawing.people_line import person_pieces, person_words
from arrowtui.ui.drawing.row import Ink, Pieces, Signs
from arrowtui.ui.drawing.session_line import hit_lines
from arrowtui.ui.panes.session import AnswerList
from arrowtui.ui.panes.status import KeyBar, StatusLine, Tone
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.commanded import CommandScreen
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.motion import Motion


class PeopleScreen(CommandScreen):
    """`hit` is the answer whose session is wanted, None where the screen was only left; `quits`: the program too."""

    DEFAULT_CSS = """
    PeopleScreen {
        layout: vertical; background: $background;
        & #title { height: 1; padding: 0 1; background: $panel; color: $text-primary; text-style: bold; }
        & #people { width: 45%; max-width: 64; border-right: vkey $rule; }
        & #answers { width: 1fr; }
    }
    """

    place: reactive[Place] = reactive(Place.PEOPLE)

    def __init__(self, services: Services, commands: Sequence[Command], signs: Signs) -> None:
        super().__init__(commands_on(commands, Surface.PEOPLE))
        self.services, self._signs, self._commands = services, signs, commands
        self._people: tuple[Answerer, ...] = ()
        self.hit: Hit | None = None
        self.quits = False

    def compose(self) -> ComposeResult:
        yield Static(Content("People who answer"), id="title")
        with Horizontal():
            yield LineList(id="people")
            yield AnswerList(id="answers")
        yield StatusLine().data_bind(PeopleScreen.saying)
        yield KeyBar().data_bind(PeopleScreen.place)

    def on_mount(self) -> None:
        self.query_one(KeyBar).table = self.table
        self.query_one(StatusLine).signs = self._signs
        self.people.empty = ("Reading the sessions…",)
        self.people.focus()
        self.ask(self.services.chats.people, self._show, group="people")

    @property
    def people(self) -> LineList:
        return self.query_one("#people", LineList)

    @property
    def answers(self) -> AnswerList:
        return self.query_one("#answers", AnswerList)

    @property
    def _current(self) -> Answerer | None:
        return next((one for one in self._people if one.author == self.people.key), None)

    def _show(self, people: tuple[Answerer, ...]) -> None:
        self._people = people
        self.people.empty = ("Nobody has answered yet.",)
        now = self.services.clock.now()
        self.people.begin([Line(one.author, partial(self._draw, one, now)) for one in people])
        self._show_answers()

    def _draw(self, one: Answerer, now: object, width: int, is_cursor: bool) -> Pieces:
        return person_pieces(one, width, self.services.clock.now(), self._signs, is_cursor=is_cursor)

    def _show_answers(self) -> None:
        one = self._current
        self.answers.begin(tuple(self._lines_of(one)) if one is not None else ())
        words = "Who answers well" if one is None else f"{steady(one.author)}: {person_words(one)}"
        self.query_one("#title", Static).update(Content(words))

    def _lines_of(self, one: Answerer) -> Iterator[Line]:
        for hit in one.best:
            count = len(tuple(hit_lines(hit, self.answers.width or 60, self._signs)))
            for place in range(count):
                key: Hashable | None = hit.said.item if place == 0 else None
                yield Line(key, partial(self._draw_hit, hit, place))
            yield Line(None, lambda width, _: (("", Ink.PLAIN),))

    def _draw_hit(self, hit: Hit, place: int, width: int, is_cursor: bool) -> Pieces:
        drawn = tuple(hit_lines(hit, width, self._signs, is_cursor=is_cursor))
        return drawn[place] if place < len(drawn) else ()

    @on(LineList.Moved)
    def _moved(self, moved: LineList.Moved) -> None:
        if moved.list is self.people:
            self._show_answers()

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        self._open()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_answers)

    # Doing

    def do(self) -> Mapping[str, Callable[[], None]]:
        own: dict[str, Callable[[], None]] = {
            **{motion.value: partial(self._move, motion) for motion in Motion},
            "open": self._open,
            "back": lambda: self.leave(None),
            "next_pane": self._other_pane,
            "previous_pane": self._other_pane,
            "browse": self._browse,
            "undo": lambda: self.say("Nothing was done here", Tone.HINT),
            "help": self._help,
            "quit": self._quit,
        }
        return {command.id: own[command.id] for command in self.table}

    def leave(self, hit: Hit | None) -> None:
        """Back, or on to the session of an answer."""
        self.hit = hit
        self.dismiss()

    def _quit(self) -> None:
        self.quits = True
        self.leave(None)

    def _move(self, motion: Motion) -> None:
        (self.answers if self.answers.has_focus else self.people).move(motion)

    def _other_pane(self) -> None:
        (self.people if self.answers.has_focus else self.answers).focus()

    def _hit(self) -> Hit | None:
        best = self._current.best if self._current else ()
        return next((hit for hit in best if hit.said.item == self.answers.key), None)

    def _open(self) -> None:
        """From a person to their answers; from an answer to its session."""
        if not self.answers.has_focus:
            self.answers.focus()
        elif (hit := self._hit()) is not None:
            self.leave(hit)

    def _browse(self) -> None:
        hit = self._hit()
        if hit is None or hit.said.link is None:
            self.say("This post has no link", Tone.HINT)
            return
        open_link(self, hit.said.link, item=hit.said.item)

    def _help(self) -> None:
        # Dialogs are imported when they are first wanted: start-up time.
        from arrowtui.ui.acts.program import rows
        from arrowtui.ui.screens.help import HelpScreen

        run = self.do()
        self.app.push_screen(HelpScreen(rows(self.table, is_grouped=True)), lambda id: run[id]() if id else None)
