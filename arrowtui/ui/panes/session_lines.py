"""A session as the lines of its two lists: what was asked, and what was said to the part that is read."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from enum import Enum
from functools import partial

from msgspec import Struct

from arrowtui.model.chat_board import Hit, Question, Said, SessionReading
from arrowtui.model.item import ItemId
from arrowtui.ui.drawing.row import UNICODE, Ink, Pieces, Signs
from arrowtui.ui.drawing.session_line import (
    answer_lines,
    heading_lines,
    hit_lines,
    question_pieces,
    rest_pieces,
    running_words,
)
from arrowtui.ui.widgets.lines import Line


class Part(Enum):
    """The lines at the left that are no question."""

    SO_FAR = "so far"
    AROUND = "around"
    CHATTER = "chatter"
    FOUND = "found"


Chosen = int | Part
Draw = Callable[..., Sequence[Pieces]]
USUAL_WIDTH = 60
"""Counts until the list is laid out."""


class ToQuestion(Struct, frozen=True):
    """The key of a line that leads to a question; `is_now`: on to the one that is running."""

    number: int
    is_now: bool = False


class Away(Struct, frozen=True):
    """The key of a line that leads to a post of another session."""

    item: ItemId


class Found(Struct, frozen=True):
    """What a search brought: words, posts of this session by question, posts of others."""

    words: str
    here: tuple[tuple[int | None, Said], ...] = ()
    elsewhere: tuple[Hit, ...] = ()


class SessionLines:
    """Makes the lines. How many a post takes is worked out once for each width: it is asked at every change."""

    signs: Signs = UNICODE

    def __init__(self) -> None:
        self._heights: dict[ItemId, tuple[str, int, int, int]] = {}

    def forget_but(self, items: Collection[ItemId]) -> None:
        """Keep the heights of these posts alone: the others are gone."""
        self._heights = {item: known for item, known in self._heights.items() if item in items}

    def asked(self, reading: SessionReading, found: Found | None) -> Iterator[Line]:
        """The list at the left: each question, and the parts that are none."""
        if found is not None:
            yield self._rest(Part.FOUND, f"Found: {found.words}", len(found.here) + len(found.elsewhere))
        if reading.questions:
            is_on = any(one.is_running for one in reading.questions)
            yield self._rest(Part.SO_FAR, "So far: the most telling" if is_on else "The most telling", 0)
        for one in reading.questions:
            yield Line(one.number, partial(self._draw_question, one))
        if reading.around:
            yield self._rest(Part.AROUND, "Welcome and wrap-up", len(reading.around))
        if reading.chatter:
            yield self._rest(Part.CHATTER, "Chatter", len(reading.chatter))

    def so_far(self, reading: SessionReading, width: int) -> Iterator[Line]:
        """Each question with its most telling answers and why, then on to what is running."""
        for one in reading.questions:
            yield from self._block(ToQuestion(one.number), partial(heading_lines, one), width)
            yield from self.texts(one.telling, width)
            if not one.telling:
                yield _empty()
        if words := running_words(reading):
            running = next(one.number for one in reading.questions if one.is_running)
            yield Line(ToQuestion(running, is_now=True), partial(self._draw_rest, words))

    def hits(self, found: Found, width: int) -> Iterator[Line]:
        """What a search brought: of this session, then of the others."""
        for number, said in found.here:
            yield _said(f"Q{number}" if number else "beside the questions")
            yield from self.texts((said,), width)
        if found.elsewhere:
            yield _said("In other sessions")
            yield _empty()
        for hit in found.elsewhere:
            yield from self._block(Away(hit.said.item), partial(_hit_block, hit), width)
            yield _empty()

    def texts(self, many: Sequence[Said], width: int) -> Iterator[Line]:
        """Posts, an empty line under each."""
        for said in many:
            yield from self._block(said.item, partial(answer_lines, said), width, self._height(said, width))
            yield _empty()

    def _block(self, key: Hashable, draw: Draw, width: int, height: int | None = None) -> Iterator[Line]:
        """Lines of one text; the first of them can be chosen."""
        if height is None:
            height = len(draw(width or USUAL_WIDTH, self.signs))
        for place in range(height):
            yield Line(key if place == 0 else None, partial(self._drawn, draw, place))

    def _drawn(self, draw: Draw, place: int, width: int, is_cursor: bool) -> Pieces:
        drawn = draw(width, self.signs, is_cursor=is_cursor)
        return drawn[place] if place < len(drawn) else ()

    def _height(self, said: Said, width: int) -> int:
        width = width or USUAL_WIDTH
        known = self._heights.get(said.item)
        if known is None or known[:3] != (said.text, width, said.depth):
            known = (said.text, width, said.depth, len(answer_lines(said, width, self.signs)))
            self._heights[said.item] = known
        return known[3]

    def _draw_question(self, one: Question, width: int, is_cursor: bool) -> Pieces:
        return question_pieces(one, width, self.signs, is_cursor=is_cursor)

    def _rest(self, part: Part, words: str, count: int) -> Line:
        return Line(part, partial(self._draw_rest, words, count=count))

    def _draw_rest(self, words: str, width: int, is_cursor: bool, count: int = 0) -> Pieces:
        return rest_pieces(words, count, width, self.signs, is_cursor=is_cursor)


def _hit_block(hit: Hit, width: int, signs: Signs, *, is_cursor: bool = False) -> tuple[Pieces, ...]:
    return tuple(hit_lines(hit, width, signs, is_cursor=is_cursor))


def _said(words: str) -> Line:
    return Line(None, lambda width, _: ((f" {words}", Ink.HEAD),))


def _empty() -> Line:
    return Line(None, lambda width, _: ())
