"""A session in two lists: at the left what was asked, at the right what was said to the chosen question.

Shows what it is handed. Where the reader was in each part is remembered, so that turning back is no new beginning.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from arrowtui.model.chat_board import Hit, Question, Said, SessionReading
from arrowtui.model.item import ItemId
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.drawing.row import UNICODE, Ink, Pieces, Signs
from arrowtui.ui.drawing.session_line import (
    answer_lines,
    heading_lines,
    hit_lines,
    question_pieces,
    rest_pieces,
    running_words,
)
from arrowtui.ui.widgets.lines import Line, LineList
from arrowtui.ui.widgets.rows import Motion


class Part(Enum):
    """The lines at the left that are no question."""

    SO_FAR = "so far"
    AROUND = "around"
    CHATTER = "chatter"
    FOUND = "found"


Chosen = int | Part
Draw = Callable[..., Sequence[Pieces]]


@dataclass(frozen=True, slots=True)
class ToQuestion:
    """The key of a line that leads to a question; `is_now`: on to the one that is running."""

    number: int
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """The key of a line that leads to a post of another session."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought: words, posts of this session by question, posts of others."""

    words: str
    here: tuple[tuple[int | None, Said], ...] = ()
    elsewhere: tuple[Hit, ...] = ()


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

    signs: Signs = UNICODE

    def __init__(self) -> None:
        super().__init__()
        self.reading: SessionReading | None = None
        self.found: Found | None = None
        self._part: Chosen | None = None
        self._before: Chosen | None = None
        self._places: dict[Chosen, tuple[Hashable | None, int]] = {}
        self._said: dict[ItemId, Said] = {}
        self._heights: dict[ItemId, tuple[str, int, int, int]] = {}

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
        self._heights = {item: known for item, known in self._heights.items() if item in self._said}
        self.questions.hold(tuple(self._left(reading)))
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
        self.questions.hold(tuple(self._left(self.reading)))
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
        lines = tuple(self._right())
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

    # The lists

    def _left(self, reading: SessionReading) -> Iterator[Line]:
        if self.found is not None:
            count = len(self.found.here) + len(self.found.elsewhere)
            yield self._rest(Part.FOUND, f"Found: {self.found.words}", count)
        if reading.questions:
            is_on = any(one.is_running for one in reading.questions)
            yield self._rest(Part.SO_FAR, "So far: the most telling" if is_on else "The most telling", 0)
        for one in reading.questions:
            yield Line(one.number, partial(self._draw_question, one))
        if reading.around:
            yield self._rest(Part.AROUND, "Welcome and wrap-up", len(reading.around))
        if reading.chatter:
            yield self._rest(Part.CHATTER, "Chatter", len(reading.chatter))

    def _draw_question(self, one: Question, width: int, is_cursor: bool) -> Pieces:
        return question_pieces(one, width, self.signs, is_cursor=is_cursor)

    def _rest(self, part: Part, words: str, count: int) -> Line:
        return Line(part, partial(self._draw_rest, words, count=count))

    def _draw_rest(self, words: str, width: int, is_cursor: bool, count: int = 0) -> Pieces:
        return rest_pieces(words, count, width, self.signs, is_cursor=is_cursor)

    def _right(self) -> Iterator[Line]:
        reading = self.reading
        if reading is None:
            return
        if self._part is Part.SO_FAR:
            yield from self._so_far(reading)
        elif self._part is Part.FOUND and self.found is not None:
            yield from self._hits(self.found)
        elif self._part is Part.AROUND:
            yield from self._texts(reading.around)
        elif self._part is Part.CHATTER:
            yield from self._texts(reading.chatter)
        elif (one := self.question) is not None:
            yield from self._texts(((one.asked,) if one.asked else ()) + one.thread)

    def _so_far(self, reading: SessionReading) -> Iterator[Line]:
        """Each question with its most telling answers and why, then on to what is running."""
        for one in reading.questions:
            yield from self._block(ToQuestion(one.number), partial(heading_lines, one))
            yield from self._texts(one.telling)
            if not one.telling:
                yield _empty()
        if words := running_words(reading):
            running = next(one.number for one in reading.questions if one.is_running)
            yield Line(ToQuestion(running, is_now=True), partial(self._draw_rest, words))

    def _hits(self, found: Found) -> Iterator[Line]:
        for number, said in found.here:
            yield _said(f"Q{number}" if number else "beside the questions")
            yield from self._texts((said,))
        if found.elsewhere:
            yield _said("In other sessions")
            yield _empty()
        for hit in found.elsewhere:
            yield from self._block(Away(hit.said.item), partial(_hit_block, hit))
            yield _empty()

    def _texts(self, many: Sequence[Said]) -> Iterator[Line]:
        for said in many:
            yield from self._block(said.item, partial(answer_lines, said), self._height(said))
            yield _empty()

    def _block(self, key: Hashable, draw: Draw, height: int | None = None) -> Iterator[Line]:
        """Lines of one text; the first of them can be chosen."""
        if height is None:
            height = len(draw(self.answers.width or 60, self.signs))
        for place in range(height):
            yield Line(key if place == 0 else None, partial(self._drawn, draw, place))

    def _drawn(self, draw: Draw, place: int, width: int, is_cursor: bool) -> Pieces:
        drawn = draw(width, self.signs, is_cursor=is_cursor)
        return drawn[place] if place < len(drawn) else ()

    def _height(self, said: Said) -> int:
        """How many lines a post takes; set once for each width."""
        width = self.answers.width or 60  # before it is laid out
        known = self._heights.get(said.item)
        if known is None or known[:3] != (said.text, width, said.depth):
            known = (said.text, width, said.depth, len(answer_lines(said, width, self.signs)))
            self._heights[said.item] = known
        return known[3]


def _hit_block(hit: Hit, width: int, signs: Signs, *, is_cursor: bool = False) -> tuple[Pieces, ...]:
    return tuple(hit_lines(hit, width, signs, is_cursor=is_cursor))


def _said(words: str) -> Line:
    return Line(None, lambda width, _: ((f" {words}", Ink.HEAD),))


def _empty() -> Line:
    return Line(None, lambda width, _: ())
