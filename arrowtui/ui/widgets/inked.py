"""What all our lists share: lines of pieces in inks, drawn once and kept."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from arrowtui.ui.drawing.empty import centred
from arrowtui.ui.drawing.row import Ink, Pieces


class Ground(StrEnum):
    """What a line stands on: nothing, or the cursor with or without the keyboard."""

    PLAIN = ""
    CURSOR = "cursor"
    BLURRED = "cursor-blurred"


class InkedScroll(ScrollView, can_focus=True):
    """A scrolling list that draws one line at a time. Subclasses give `render_line`."""

    DEFAULT_CSS = """
    InkedScroll {
        height: 1fr; overflow-x: hidden; overflow-y: auto; background: transparent;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .row--bar { color: $accent; text-style: bold; }
        & > .row--picked { color: $success; text-style: bold; }
        & > .row--mark { color: $accent; }
        & > .row--seen { color: $text-disabled; }
        & > .row--source { color: $text-muted; }
        & > .row--unread { color: $foreground; }
        & > .row--read { color: $text-muted; }
        & > .row--gone { color: $text-disabled; text-style: strike; }
        & > .row--tag { color: $secondary; }
        & > .row--sign { color: $secondary; }
        & > .row--kept { color: $warning; }
        & > .row--age { color: $text-muted; }
        & > .row--head { color: $text-muted; text-style: bold; }
        & > .row--warn { color: $text-error; }
        & > .row--cursor { background: $cursor-line; text-style: $cursor-style; }
        & > .row--cursor-blurred { background: $cursor-line-blurred; }
    }
    """
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual declares it as a plain class attribute
        *(f"row--{ink}" for ink in Ink),
        "row--cursor",
        "row--cursor-blurred",
    }
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[tuple[Pieces, Ground, int], Strip] = LRUCache(1024)
        self._inks: dict[Ground, Mapping[Ink, Style]] = {}
        self._width: tuple[Size, int] | None = None

    @property
    def width(self) -> int:
        """Cells of a line, the scrollbar left out. Asked for every line, and worked out once for each size."""
        if self._width is None or self._width[0] != self.size:
            self._width = (self.size, self.scrollable_content_region.width)
        return self._width[1]

    @property
    def top(self) -> int:
        """The first line that is seen."""
        return self.scroll_offset.y

    def ground(self, is_cursor: bool) -> Ground:
        """What the line under the cursor, or another, stands on just now."""
        if not is_cursor:
            return Ground.PLAIN
        return Ground.CURSOR if self.has_focus else Ground.BLURRED

    def strip(self, pieces: Pieces, ground: Ground = Ground.PLAIN) -> Strip:
        """The pieces as a line of the widget's width."""
        width = self.width
        key = (pieces, ground, width)
        strip = self._strips.get(key)
        if strip is None:
            inks = self._styles(ground)
            strip = Strip([Segment(text, inks[ink]) for text, ink in pieces if text])
            strip = strip.adjust_cell_length(width, inks[Ink.PLAIN])
            self._strips[key] = strip
        return strip

    def said_in_the_middle(self, lines: Sequence[str], y: int) -> Strip:
        """Line `y` of a list that holds nothing: in its upper third stands why."""
        words = centred(lines, self.width)
        at = y - max((self.size.height - len(words)) // 3, 0)
        return self.strip(((words[at], Ink.READ),) if 0 <= at < len(words) else ())

    def paint(self, line: int) -> None:
        """Have one line drawn again, if it is seen."""
        y = line - self.top
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def jump(self, top: int) -> None:
        """Make `top` the first line that is seen, at once."""
        self.scroll_to(y=max(top, 0), animate=False, force=True)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._inks.clear()
        self._width = None

    def _styles(self, ground: Ground) -> Mapping[Ink, Style]:
        if ground not in self._inks:
            base = self.rich_style
            under = self.get_component_rich_style(f"row--{ground}", partial=True) if ground else Style()
            self._inks[ground] = {
                ink: base + self.get_component_rich_style(f"row--{ink}", partial=True) + under for ink in Ink
            }
        return self._inks[ground]
