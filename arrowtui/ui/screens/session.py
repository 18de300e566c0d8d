"""A chat session: questions down the left, the answers to the chosen one on the right. It may be on, or long past.

Nothing moves under the reader: what comes meanwhile is counted, and shown when she asks for it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.chat_board import Question, Said, SessionLine, SessionReading, WatchState, When
from arrowtui.model.errors import ArrowError
from arrowtui.model.note import TITLE_LENGTH, About, Subject, SubjectKind
from arrowtui.model.template import NONE
from arrowtui.services.journal import Done
from arrowtui.ui.capture import Capture, Target
from arrowtui.ui.commands import Command, Place
from arrowtui.ui.drawing.chat_line import answer_lines, question_pieces
from arrowtui.ui.drawing.row import Ink, Pieces, Signs
from arrowtui.ui.panes.capture import CapturePane
from arrowtui.ui.panes.status import KeyBar, StatusLine, Tone
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.noting import NotingScreen
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.rows import Motion

LOOK_EVERY_S = 1.0
AROUND = 0
"""The key of the line for what was said around the questions; questions are keyed by their number, from 1 on."""
CHATTER = -1


class SessionScreen(NotingScreen):
    """Shows one session. The keys are those of the one table; what makes no sense here says so."""

    DEFAULT_CSS = """
    SessionScreen {
        layout: vertical; background: $background;
        & #title { height: 1; padding: 0 1; background: $panel; color: $text-primary; text-style: bold; }
        & #questions { width: 40%; max-width: 64; border-right: vkey $rule; }
        & #answers { width: 1fr; }
        &.-narrow #questions { width: 30%; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, services: Services, table: Sequence[Command], signs: Signs, session: SessionLine) -> None:
        super().__init__(table)
        self.services, self._signs, self._session = services, signs, session
        self._shown: SessionReading | None = None
        self._waiting: SessionReading | None = None
        self._version = -1
        self.wants_to_quit = False
        self._chosen_number: int | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with Horizontal():
            yield LineList(id="questions")
            with Vertical():
                yield LineList(id="answers")
        yield CapturePane()
        yield StatusLine().data_bind(SessionScreen.saying)
        yield KeyBar()

    def on_mount(self) -> None:
        bar = self.query_one(KeyBar)
        bar.table, bar.place = self.table, Place.SESSION
        self.query_one(StatusLine).signs = self._signs
        self.questions.empty = ("No question has been asked yet.",)
        self.answers.empty = ("No answers yet.",)
        self.answers.focus()
        self._look()
        self.set_interval(LOOK_EVERY_S, self._look)

    @property
    def questions(self) -> LineList:
        return self.query_one("#questions", LineList)

    @property
    def answers(self) -> LineList:
        return self.query_one("#answers", LineList)

    # Reading

    def _look(self) -> None:
        self.ask(self._read, self._arrived, group="session")

    async def _read(self) -> SessionReading | None:
        """The session anew where somebody has written into the store; else None."""
        version = await self.services.chats.version()
        if version == self._version:
            return None
        self._version = version
        return await self.services.chats.read(self._session)

    def _arrived(self, reading: SessionReading | None) -> None:
        if reading is None:
            return
        if self._shown is None or reading.posts == self._shown.posts:
            self._show(reading)
        else:
            self._waiting = reading
        self._describe()

    def _show(self, reading: SessionReading) -> None:
        is_first = self._shown is None
        self._shown, self._waiting = reading, None
        self.questions.lines = tuple(self._question_lines(reading))
        if is_first and reading.questions:
            running = next((one for one in reading.questions if one.is_running), reading.questions[0])
            self.questions.go_to(running.number)
        self._show_answers()

    def _question_lines(self, reading: SessionReading) -> Iterator[Line]:
        for one in reading.questions:
            yield Line(one.number, self._drawn_question(one))
        for key, words, many in (
            (AROUND, "Welcome and wrap-up", reading.around),
            (CHATTER, "Chatter", reading.chatter),
        ):
            if many:
                yield Line(key, self._drawn_rest(words, len(many)))

    def _drawn_question(self, one: Question) -> Callable[[int, bool], Pieces]:
        return lambda width, is_cursor: question_pieces(one, width, self._signs, is_cursor=is_cursor)

    def _drawn_rest(self, words: str, count: int) -> Callable[[int, bool], Pieces]:
        return lambda width, is_cursor: (
            (self._signs.bar if is_cursor else " ", Ink.BAR),
            (f" {words}", Ink.SOURCE),
            (f" · {count}", Ink.AGE),
        )

    def _show_answers(self) -> None:
        reading, key = self._shown, self.questions.key
        if reading is None:
            return
        self._chosen_number = key if isinstance(key, int) else None
        lines: list[Line] = []
        for said in self._said(reading):
            lines += self._lines_of(said)
        self.answers.lines = tuple(lines)
        self._describe()

    def _said(self, reading: SessionReading) -> tuple[Said, ...]:
        if self._chosen_number == AROUND:
            return reading.around
        if self._chosen_number == CHATTER:
            return reading.chatter
        one = self._chosen(reading)
        return ((one.asked,) if one and one.asked else ()) + (one.answers if one else ())

    def _chosen(self, reading: SessionReading) -> Question | None:
        return next((one for one in reading.questions if one.number == self._chosen_number), None)

    def _lines_of(self, said: Said) -> list[Line]:
        count = len(answer_lines(said, self.answers.width or 60, self._signs))
        lines = [Line(said.item if place == 0 else None, self._drawn_answer(said, place)) for place in range(count)]
        return [*lines, Line(None, lambda width, _: ())]

    def _drawn_answer(self, said: Said, place: int) -> Callable[[int, bool], Pieces]:
        def draw(width: int, is_cursor: bool) -> Pieces:
            drawn = answer_lines(said, width, self._signs, is_cursor=is_cursor)
            return drawn[place] if place < len(drawn) else ()

        return draw

    def _describe(self) -> None:
        reading, session = self._shown, self._session
        starts = session.window.starts_at.astimezone()
        words = f"{session.chat.name} · {starts:%a} {starts.day} {starts:%b} {starts:%H:%M}"
        if reading is not None:
            words += f" · {reading.posts:,} posts"
            words += f" · moderated by {', '.join(reading.moderators)}" if reading.moderators else ""
        if self._waiting is not None and reading is not None:
            words += f" · {self._waiting.posts - reading.posts:,} new · press {self.key_of('take_new')}"
        self.query_one("#title", Static).update(Content(words))

    @on(LineList.Moved)
    def _moved(self, moved: LineList.Moved) -> None:
        if moved.list is self.questions:
            self._show_answers()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_answers)

    # Doing

    def do(self) -> Mapping[str, Callable[[], None]]:
        own: dict[str, Callable[[], None]] = {
            **{motion.value: partial(self._move, motion) for motion in Motion},
            "next_question": partial(self._turn, 1),
            "previous_question": partial(self._turn, -1),
            "take_new": self._take_new,
            "keep": self._keep,
            "capture": self._begin_line,
            "new_note": self._begin_line_beside_answer,
            "browse": self._browse,
            "copy_link": self._copy,
            "read": partial(self._mark, WatchState.READ),
            "watch": partial(self._mark, WatchState.WATCHING),
            "recap": self._recap,
            "undo": self._undo,
            "next_pane": self._other_pane,
            "previous_pane": self._other_pane,
            "back": self._back,
            "quit": self._quit,
            "open": self._browse,
        }
        return {command.id: own.get(command.id, self._not_here) for command in self.table}

    def _not_here(self) -> None:
        self.say("Not in a session; Esc goes back to the tabs", Tone.HINT)

    def _move(self, motion: Motion) -> None:
        (self.questions if self.questions.has_focus else self.answers).move(motion)

    def _turn(self, step: int) -> None:
        self.questions.move(Motion.DOWN if step > 0 else Motion.UP)
        self.answers.jump(0)

    def _other_pane(self) -> None:
        (self.answers if self.questions.has_focus else self.questions).focus()

    def _take_new(self) -> None:
        if self._waiting is not None:
            self._show(self._waiting)

    def _here(self) -> Said | None:
        """The post under the cursor."""
        if self._shown is None:
            return None
        return next((said for said in self._said(self._shown) if said.item == self.answers.key), None)

    def _keep(self) -> None:
        said = self._here()
        if said is None:
            self.say("No answer here to keep", Tone.HINT)
            return
        is_on = not said.row.is_kept
        self.ask(lambda: self.services.journal.keep([said.item], is_on), self._done)

    def _done(self, done: Done) -> None:
        self.say(done.sentence, Tone.DONE, (self.key_of("undo"), "undo") if done.count else None)
        self._look()

    def _undo(self) -> None:
        self.ask(self.services.journal.undo, self._undone)

    def _undone(self, done: Done | None) -> None:
        self.say(done.sentence if done else "Nothing left to undo", Tone.DONE)
        self._look()

    def _mark(self, state: WatchState) -> None:
        self.ask(lambda: self.services.chats.set_state(self._session, state), self._done)

    def _browse(self) -> None:
        said = self._here()
        if said is None or said.link is None:
            self.say("This post has no link", Tone.HINT)
            return
        try:
            self.services.browser.open(said.link)
        except ArrowError as error:
            self.say(str(error), Tone.TROUBLE)

    def _copy(self) -> None:
        said = self._here()
        if said is not None and said.link:
            self.app.copy_to_clipboard(said.link)
            self.say(f"Copied {said.link}", Tone.DONE)

    def _recap(self) -> None:
        if self._shown is not None:
            self.ask(
                partial(self.services.chats.write_recap, self._shown),
                lambda path: self.say(f"Wrote {path}", Tone.DONE),
            )

    def _quit(self) -> None:
        """Leave the program, by way of the screen that saves and ends everything."""
        self.wants_to_quit = True
        self.dismiss()

    def _back(self) -> None:
        if self.noting is not None:
            self.end_noting()
        else:
            self.dismiss()

    # One line of thought, without leaving the stream

    def _begin_line(self) -> None:
        """Beside the question being read; before any was asked, beside the session."""
        number = self._chosen_number if self._chosen_number and self._chosen_number > 0 else None
        kind = SubjectKind.QUESTION if number else SubjectKind.SESSION
        key = f"{self._session.key}|{number}" if number else self._session.key
        about = About(title=f"{self._session.chat.name}{f' Q{number}' if number else ''}")
        label = f"Q{number}" if number else "Note"
        chosen = self._chosen(self._shown) if self._shown else None
        item = chosen.asked.item if chosen and chosen.asked else None
        self.begin_noting(Capture(Target(item, subject=Subject(kind, key), about=about), NONE, label))

    def _begin_line_beside_answer(self) -> None:
        """Beside the post under the cursor, and about it alone."""
        said = self._here()
        if said is None:
            self.say("No answer here to note beside", Tone.HINT)
            return
        chosen = self._chosen(self._shown) if self._shown else None
        is_answer = chosen is not None and said is not chosen.asked
        subject = Subject(SubjectKind.ANSWER, str(said.item)) if is_answer else None
        about = About(title=" ".join(said.text.split())[:TITLE_LENGTH], author=said.author)
        self.begin_noting(Capture(Target(said.item, subject, about), NONE, said.author or "Answer"))

    def refocus(self) -> None:
        self.answers.focus()


def is_worth_watching(session: SessionLine) -> bool:
    """Whether opening it means one is there while it is on."""
    return session.when is When.LIVE and session.state is None
