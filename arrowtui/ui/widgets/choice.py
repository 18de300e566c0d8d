"""A list to choose from in dialogs: rows with a hint at the right, under headings, narrowed by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from arrowtui.model.replace import replace
from arrowtui.ui.widgets.matching import match


class Choice(Struct, frozen=True):
    """One row. `hint` stands at the right (a key, a count), `mark` in front (a tick, a key).

    `about` makes a second, quieter line and some air. `words` is found but not shown.
    """

    id: str
    label: str
    hint: str = ""
    group: str = ""
    mark: str = ""
    about: str | None = None
    words: str = ""


class _Line(Struct, frozen=True):
    """A line on screen: the row of `choice`, else words that cannot be chosen (a heading, air, a line below)."""

    heading: str = ""
    choice: Choice | None = None
    places: tuple[int, ...] = ()
    is_about: bool = False

    @property
    def is_air(self) -> bool:
        return self.choice is None and not self.heading


class ChoiceList(ScrollView):
    """Shows `choices`; `sought` narrows them, best first. Posts `Chosen`. Works with or without the focus."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto; max-height: 100%; background: transparent; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .choice--group { color: $text-muted; text-style: bold; }
        & > .choice--hint { color: $text-muted; }
        & > .choice--mark { color: $text-success; }
        & > .choice--match { color: $text-accent; text-style: bold; }
        & > .choice--cursor { background: $cursor-line; text-style: $cursor-style; }
        & > .choice--none { color: $text-muted; text-style: italic; }
    }
    """
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual declares it as a plain class attribute
        "choice--group",
        "choice--hint",
        "choice--mark",
        "choice--match",
        "choice--cursor",
        "choice--none",
    }
    BINDINGS = [  # noqa: RUF012 - as above
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    can_focus = True

    choices: var[tuple[Choice, ...]] = var(())
    sought: var[str] = var("")
    nothing: var[str] = var("Nothing fits.")
    cursor: var[int] = var(-1)

    @dataclass
    class Chosen(Message):
        """The person chose a row."""

        id: str
        list: "ChoiceList"

        @property
        def control(self) -> "ChoiceList":
            """So that a handler may be bound to one list of several."""
            return self.list

    def __init__(
        self, choices: Sequence[Choice] = (), *, nothing: str = "Nothing fits.", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._lines: tuple[_Line, ...] = ()
        self.set_reactive(ChoiceList.nothing, nothing)
        self.choices = tuple(choices)

    @property
    def current(self) -> Choice | None:
        """The row under the cursor; None when nothing fits."""
        return self._lines[self.cursor].choice if 0 <= self.cursor < len(self._lines) else None

    def watch_choices(self) -> None:
        """New rows: the cursor stays on the same id."""
        self._arrange(self.current.id if self.current else None)

    def watch_sought(self) -> None:
        """New words: the cursor goes to the best row."""
        self._arrange(None)

    def _arrange(self, stay_on: str | None) -> None:
        self._lines = _lines(self.choices, self.sought)
        rows = [at for at, line in enumerate(self._lines) if line.choice]
        same = [at for at in rows if self._lines[at].choice.id == stay_on] if stay_on else []  # type: ignore[union-attr]  # rows hold choices only
        self.set_reactive(ChoiceList.cursor, (same or rows or [-1])[0])
        self.virtual_size = Size(0, max(1, len(self._lines)))
        self.refresh(layout=True)
        self.call_after_refresh(self._reveal)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines))

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, over headings, round the ends."""
        rows = [at for at, line in enumerate(self._lines) if line.choice]
        if rows:
            place = rows.index(self.cursor) if self.cursor in rows else 0
            last = len(rows) - 1
            goal = place + by
            if abs(by) == 1:
                goal %= len(rows)
            self.cursor = rows[max(0, min(goal, last))]

    def action_move(self, by: int) -> None:
        self.move(by)

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if self.current:
            self.post_message(self.Chosen(self.current.id, self))

    def watch_cursor(self) -> None:
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        """Keep the cursor in view, with the heading above the first row of a group."""
        if self.cursor >= 0:
            above = 1 if self.cursor and self._lines[self.cursor - 1].choice is None else 0
            self.scroll_to_region(Region(0, self.cursor - above, 1, 1 + above), animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        at = int(event.y + self.scroll_offset.y)
        if 0 <= at < len(self._lines):
            at -= self._lines[at].is_about
            if self._lines[at].choice is None:
                return
            self.cursor = at
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        at, width = y + int(self.scroll_offset.y), self.scrollable_content_region.width
        base = self.get_visual_style()
        if not self._lines and at == 0:
            text = Content(f"  {self.nothing}").stylize(self.get_visual_style("choice--none", partial=True))
        elif at >= len(self._lines):
            return Strip.blank(width, base.rich_style)
        else:
            line = self._lines[at]
            is_cursor = at - line.is_about == self.cursor
            text = self._draw(line, width, is_cursor)
            base = self.get_visual_style("choice--cursor") if is_cursor else base
        segments: list[Segment] = text.truncate(width, ellipsis=True, pad=True).render_segments(base)
        return Strip(segments, width)

    def _draw(self, line: _Line, width: int, is_cursor: bool) -> Content:
        style = {
            name: self.get_visual_style(f"choice--{name}", partial=True) for name in ("group", "hint", "mark", "match")
        }
        if line.is_about:
            about = Content(f"   {line.heading}")
            return about if is_cursor else about.stylize(style["hint"])
        if line.choice is None:
            return Content(f" {line.heading}").stylize(style["group"])
        choice = line.choice
        hint = Content(choice.hint)
        label = Content(choice.label)
        for place in line.places if not is_cursor else ():
            if place < len(choice.label):
                label = label.stylize(style["match"], place, place + 1)
        mark = Content(f" {choice.mark or ' '} ")
        room = max(4, width - hint.cell_length - 2 - mark.cell_length)
        label = label.truncate(room, ellipsis=True, pad=True)
        if not is_cursor:
            mark, hint = mark.stylize(style["mark"]), hint.stylize(style["hint"])
        return Content("").join([mark, label, Content(" "), hint, Content(" ")])


def _lines(choices: Sequence[Choice], sought: str) -> tuple[_Line, ...]:
    """Unasked: by group, each where it first appears. Asked: the best first, no headings."""
    if sought.strip():
        return _found(choices, sought)
    lines: list[_Line] = []
    for group in dict.fromkeys(choice.group for choice in choices):
        lines += [_Line()] if lines and not lines[-1].is_air else []
        lines += [_Line(group)] if group else []
        for choice in choices:
            if choice.group == group:
                lines.append(_Line("", choice))
                lines += [] if choice.about is None else [_Line(choice.about, is_about=True), _Line()]
    return tuple(lines[:-1] if lines and lines[-1].is_air else lines)


def _found(choices: Sequence[Choice], sought: str) -> tuple[_Line, ...]:
    """Those with every word in what is shown, then those with it in what is not; scattered letters only if none."""
    words, behind, scattered = [], [], []
    for choice in choices:
        fit = match(sought, choice.label)
        hidden = match(sought, f"{choice.words} {choice.hint} {choice.group}")
        if fit and fit.is_whole:
            words.append((fit.score, _Line("", choice, fit.places)))
        elif hidden and hidden.is_whole:
            behind.append((hidden.score, _Line("", choice)))
        elif fit:
            scattered.append((fit.score, _Line("", choice, fit.places)))
    kinds = (words, behind) if words or behind else (scattered,)
    return tuple(line for kind in kinds for _, line in sorted(kind, key=lambda scored: -scored[0]))


def marked(choices: Sequence[Choice], id: str, mark: str) -> tuple[Choice, ...]:
    """The same choices with one row's mark changed."""
    return tuple(replace(choice, mark=mark) if choice.id == id else choice for choice in choices)
