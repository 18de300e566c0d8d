"""A list of lines that fits in memory (sources, notes): a cursor that stays on its key, drawn one line at a time."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from msgspec import Struct
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from arrowtui.ui.drawing.row import Pieces
from arrowtui.ui.widgets.inked import InkedScroll
from arrowtui.ui.widgets.motion import Motion

Drawn = Callable[[int, bool], Pieces]


class Line(Struct, frozen=True):
    """One line: `draw` gives its pieces for a width and whether the cursor is there. `key` None: not to be chosen."""

    key: Hashable | None
    draw: Drawn


class LineList(InkedScroll):
    """Shows `lines`. `has_texts`: lines without a key go on with what stands above them."""

    has_texts = False

    lines: var[Sequence[Line]] = var((), init=False)
    empty: var[tuple[str, ...]] = var((), init=False)
    cursor: var[int] = var(0, init=False)

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        list: "LineList"
        key: Hashable | None

    @dataclass
    class Chosen(Message):
        """A line was chosen."""

        list: "LineList"
        key: Hashable

    @property
    def key(self) -> Hashable | None:
        """The key under the cursor."""
        return self.lines[self.cursor].key if 0 <= self.cursor < len(self.lines) else None

    def watch_lines(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        """The cursor stays on its key; where that is gone, on its line."""
        key = old[self.cursor].key if 0 <= self.cursor < len(old) else None
        self.virtual_size = Size(self.width, len(new))
        at = next((index for index, line in enumerate(new) if line.key == key), None) if key is not None else None
        self.set_reactive(LineList.cursor, self._choosable(self.cursor if at is None else at, 1))
        self.refresh()

    def hold(self, lines: Sequence[Line]) -> None:
        """Other lines, with the cursor's line where it is seen now: what grew above it moves nothing."""
        key, row = self.key, self.cursor - self.top
        self.lines = lines
        if key is not None and self.key == key and 0 <= row < max(self.size.height, 1):
            self.jump(self.cursor - row)

    def begin(self, lines: Sequence[Line]) -> None:
        """Other lines, from their beginning."""
        self.set_reactive(LineList.cursor, 0)
        self.lines = lines
        self.set_reactive(LineList.cursor, self._choosable(0, 1))
        self.jump(0)

    def watch_empty(self) -> None:
        self.refresh()

    def move(self, motion: Motion) -> None:
        """Move the cursor over what can be chosen."""
        page = max(self.size.height - 1, 1)
        last = len(self.lines) - 1
        goals = {
            Motion.DOWN: (self.cursor + 1, 1),
            Motion.UP: (self.cursor - 1, -1),
            Motion.HALF_DOWN: (min(self.cursor + page // 2, last), -1),
            Motion.HALF_UP: (max(self.cursor - page // 2, 0), 1),
            Motion.PAGE_DOWN: (min(self.cursor + page, last), -1),
            Motion.PAGE_UP: (max(self.cursor - page, 0), 1),
            Motion.TOP: (0, 1),
            Motion.END: (last, -1),
        }
        goal, step = goals[motion]
        if 0 <= goal <= last:
            self._put(self._choosable(goal, step))

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on a key, if it is there."""
        at = next((index for index, line in enumerate(self.lines) if line.key == key), None)
        if at is not None:
            self._put(at)

    def choose(self) -> None:
        """Choose the line under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def _choosable(self, start: int, step: int) -> int:
        """The first line from `start` on that has a key, back the other way where there is none."""
        for direction in (step, -step):
            at = start
            while 0 <= at < len(self.lines):
                if self.lines[at].key is not None:
                    return at
                at += direction
        return 0

    def _put(self, at: int) -> None:
        if at == self.cursor:
            return
        self.paint(self.cursor)
        self.cursor = at
        self.paint(at)
        last = self._last_of(at)
        if at < self.top:
            self.jump(at if at > 1 else 0)
        elif last >= self.top + self.size.height:
            self.jump(min(last - self.size.height + 1, at))
        self.post_message(self.Moved(self, self.key))

    def _last_of(self, at: int) -> int:
        """The last line of what begins at a line: in a list of texts all of it is wanted in sight."""
        if self.has_texts:
            while at + 1 < len(self.lines) and self.lines[at + 1].key is None:
                at += 1
        return at

    def on_resize(self) -> None:
        self.virtual_size = Size(self.width, len(self.lines))

    def on_click(self, event: events.Click) -> None:
        at = self.top + event.y
        if 0 <= at < len(self.lines) and self.lines[at].key is not None:
            self._put(at)
            self.choose()

    def render_line(self, y: int) -> Strip:
        at, width = self.top + y, self.width
        if not 0 <= at < len(self.lines):
            return self._blank(y, width)
        is_cursor = at == self.cursor and self.lines[at].key is not None
        return self.strip(self.lines[at].draw(width, is_cursor), self.ground(is_cursor))

    def _blank(self, y: int, width: int) -> Strip:
        return Strip.blank(width, self.rich_style) if self.lines else self.said_in_the_middle(self.empty, y)
