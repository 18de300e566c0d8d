"""A session in two lists: at the left what was asked, at the right what was said to the chosen question.

Shows what it is handed. Where the reader was in each part is remembered, so that turning back is no new beginning.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from arrowtui.model.chat_board import Hit, Question, Said, SessionReading
from arrowtui.model.item import ItemId
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.panes.session_lines import Away, Chosen, Found, Part, SessionLines, ToQuestion
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.motion import Motion

NO_ANSWERS = ("No answers yet.",)


class AnswerList(LineList):
    """Texts, each with its head above it."""

    has_texts = True


class SessionPane(Horizontal):
    """Questions at the left, answers at the right."""

    DEFAULT_CSS = """
    SessionPane {
        height: 1fr;
        & #questions { width: 40%; max-width: 64; border-right: vkey $rule; }
        & #answers { width: 1fr; }
    }
    """

    @dataclass
    class Turned(Message):
        """Another part is read."""

    @dataclass
    class Elsewhere(Message):
        """A post of another session was chosen."""

        hit: Hit

    def __init__(self) -> None:
        super().__init__()
        self.lines = SessionLines()
        self.reading: SessionReading | None = None
        self.found: Found | None = None
        self._part: Chosen | None = None
        self._before: Chosen | None = None
        self._places: dict[Chosen, tuple[Hashable | None, int]] = {}
        self._said: dict[ItemId, Said] = {}

    def compose(self) -> ComposeResult:
        yield LineList(id="questions")
        yield AnswerList(id="answers")

    def on_mount(self) -> None:
        self.questions.empty = ("No question has been asked yet.",)
        self.answers.empty = NO_ANSWERS

    @property
    def questions(self) -> LineList:
        return self.query_one("#questions", LineList)

    @property
    def answers(self) -> AnswerList:
        return self.query_one("#answers", AnswerList)

    @property
    def question(self) -> Question | None:
        """The question that is read."""
        questions = self.reading.questions if self.reading else ()
        return next((one for one in questions if one.number == self._part), None)

    @property
    def here(self) -> Said | None:
        """The post under the cursor."""
        key = self.answers.key
        if (hit := self._hit) is not None:
            return hit.said
        return self._said.get(ItemId(key)) if isinstance(key, int) else None

    @property
    def _hit(self) -> Hit | None:
        """The post of another session under the cursor."""
        key, hits = self.answers.key, self.found.elsewhere if self.found else ()
        return next((hit for hit in hits if isinstance(key, Away) and hit.said.item == key.item), None)

    # Showing

    def show(self, reading: SessionReading, begin: Chosen | None = None) -> None:
        """Show a session as it is now; `begin`: with this part. What is read stays where it is."""
        before, self.reading = self.reading, reading
        self._said = {said.item: said for said in reading.all_said()}
        self.lines.forget_but(self._said)
        self.questions.hold(tuple(self.lines.asked(reading, self.found)))
        if begin is not None:
            self.questions.go_to(begin)
        if begin is not None or before is None or self._seen_in(before) != self._seen_in(reading):
            self._show_part(is_new=begin is not None)

    def _seen_in(self, reading: SessionReading) -> object:
        """What of a session stands at the right: where it is the same, nothing is set anew."""
        if self._part is Part.AROUND:
            return reading.around
        if self._part is Part.CHATTER:
            return reading.chatter
        return next((one for one in reading.questions if one.number == self._part), reading)

    def find(self, found: Found | None) -> None:
        """Show what a search brought; None: back to what was read before."""
        if found is not None and self.found is None:
            self._keep_place()
            self._before = self._part
        self.found = found
        if self.reading is None:
            return
        self.questions.hold(tuple(self.lines.asked(self.reading, found)))
        goal = self._before if found is None else Part.FOUND
        if goal is not None:
            self.questions.go_to(goal)
        self._show_part(is_new=True)

    def go_to(self, item: ItemId) -> None:
        """Go to a post, in the part where it stands."""
        part = self._part_of(item)
        if part is not None:
            self._turn_to(part)
            self.answers.go_to(item)

    def turn(self, step: int) -> None:
        """To the next part (1), or the one before (-1)."""
        self.questions.move(Motion.DOWN if step > 0 else Motion.UP)

    def choose(self) -> bool:
        """Follow the line under the cursor to where it leads; False where it leads nowhere else."""
        key = self.answers.key
        if isinstance(key, ToQuestion):
            self._turn_to(key.number)
        elif self._hit is not None:
            self.post_message(self.Elsewhere(self._hit))
        elif self._part in (Part.SO_FAR, Part.FOUND) and self.here is not None:
            self.go_to(self.here.item)
        else:
            return False
        return True

    def lay_out(self) -> None:
        """Set everything anew for another width."""
        self._show_part(is_new=False)

    @on(LineList.Moved)
    def _moved(self, moved: LineList.Moved) -> None:
        moved.stop()
        if moved.list is self.questions and moved.key != self._part:
            self._keep_place()
            self._show_part(is_new=True)
            self.post_message(self.Turned())

    def _turn_to(self, part: Chosen) -> None:
        self._keep_place()
        self.questions.go_to(part)
        self._show_part(is_new=True)
        self.post_message(self.Turned())

    def _keep_place(self) -> None:
        if self._part is not None:
            self._places[self._part] = (self.answers.key, self.answers.top)

    def _show_part(self, *, is_new: bool) -> None:
        key = self.questions.key
        self._part = key if isinstance(key, (int, Part)) else None
        lines = tuple(self._said_to_part())
        sought = self.found.words if self._part is Part.FOUND and self.found is not None else None
        self.answers.empty = (f"Nothing found for “{steady(sought)}”.",) if sought is not None else NO_ANSWERS
        if not is_new:
            self.answers.hold(lines)
            return
        self.answers.begin(lines)
        at, top = self._places.get(self._part, (None, 0)) if self._part is not None else (None, 0)
        if at is not None:
            self.answers.go_to(at)
            self.answers.jump(top)

    def _part_of(self, item: ItemId) -> Chosen | None:
        reading = self.reading
        if reading is None:
            return None
        for one in reading.questions:
            asked = (one.asked,) if one.asked else ()
            if any(said.item == item for said in (*asked, *one.thread)):
                return one.number
        if any(said.item == item for said in reading.around):
            return Part.AROUND
        return Part.CHATTER if any(said.item == item for said in reading.chatter) else None

    def _said_to_part(self) -> Iterator[Line]:
        """The list at the right."""
        reading, lines, width = self.reading, self.lines, self.answers.width
        if reading is None:
            return
        if self._part is Part.SO_FAR:
            yield from lines.so_far(reading, width)
        elif self._part is Part.FOUND and self.found is not None:
            yield from lines.hits(self.found, width)
        elif self._part is Part.AROUND:
            yield from lines.texts(reading.around, width)
        elif self._part is Part.CHATTER:
            yield from lines.texts(reading.chatter, width)
        elif (one := self.question) is not None:
            yield from lines.texts(((one.asked,) if one.asked else ()) + one.thread, width)
