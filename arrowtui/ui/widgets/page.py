"""Draws set text one line at a time, however long, and lets a link be picked by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import PageLine, Piece, Tone
from arrowtui.ui.widgets.linkpick import LinkPick, LinkUse, begin_pick

CONTEXT = 3
"""Lines that are seen around a link to which one goes on."""


class PageView(ScrollView, can_focus=True):
    """Shows `lines`. While `pick` is set, keys choose a link; the choice is posted as `Picked`."""

    DEFAULT_CSS = """
    PageView {
        height: 1fr; background: transparent; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .page--title { color: $text-primary; text-style: bold; }
        & > .page--quiet { color: $text-muted; }
        & > .page--tag { color: $secondary; }
        & > .page--heading { color: $text-primary; text-style: bold; }
        & > .page--strong { text-style: bold; }
        & > .page--stress { text-style: italic; }
        & > .page--struck { text-style: strike; }
        & > .page--marked { color: $text-accent; text-style: underline; }
        & > .page--code { color: $text-secondary; }
        & > .page--link { text-style: underline; }
        & > .page--number { color: $text-muted; }
        & > .page--quote { color: $text-muted; }
        & > .page--picture { color: $text-muted; text-style: italic; }
        & > .page--bullet { color: $accent; }
        & > .page--rule { color: $rule; }
        & > .page--table-head { text-style: bold; }
        & > .page--bar { color: $primary; }
        & > .page--warning { color: $text-warning; text-style: bold; }
        & > .page--hint { background: $accent; color: $background; text-style: bold; }
        & > .page--picked { background: $cursor-line; text-style: bold underline; }
    }
    """
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual declares it as a plain class attribute
        *(f"page--{tone}" for tone in Tone),
        "page--hint",
        "page--picked",
    }

    lines: var[Sequence[PageLine]] = var((), init=False)
    pick: var[LinkPick | None] = var(None, init=False)

    @dataclass
    class Picked(Message):
        """A link was chosen, and what is wanted of it."""

        link: int
        use: LinkUse

    @dataclass
    class PickChanged(Message):
        """Another link is offered, or picking has ended (None)."""

        link: int | None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: LRUCache[tuple[PageLine, int], Strip] = LRUCache(2048)
        self._styles: dict[tuple[str, ...], Style] = {}

    @property
    def width(self) -> int:
        """Cells of a line, the scrollbar left out."""
        return self.scrollable_content_region.width

    def watch_lines(self) -> None:
        self.pick = None
        self.virtual_size = Size(0, len(self.lines))
        self.refresh()

    def jump(self, line: int) -> None:
        """Make a line the first that is seen, at once."""
        self.scroll_to(y=max(line, 0), animate=False, force=True)

    # Picking a link

    def begin_picking(self) -> bool:
        """Put a letter on every link that is seen; False when there is none."""
        top = self.scroll_offset.y
        seen = self.lines[top : top + self.size.height]
        self.pick = begin_pick(top, seen)
        return self.pick is not None

    def watch_pick(self, old: LinkPick | None, new: LinkPick | None) -> None:
        self.refresh()
        if new is not None and new.line >= self.scroll_offset.y + self.size.height:
            self.jump(new.line - self.size.height + 1)  # what tells of the link takes lines from the foot
        if old is not None or new is not None:
            self.post_message(self.PickChanged(new.link if new else None))

    def on_key(self, event: events.Key) -> None:
        """While picking all keys are for the pick."""
        if self.pick is None:
            return
        event.stop()
        event.prevent_default()
        if (way := self.pick.leads_out(event.key)) and self._pick_beyond(self.pick, way):
            return
        step = self.pick.pressed(event.key, event.character)
        self.pick = step.pick
        if step.chosen is not None:
            self.post_message(self.Picked(step.chosen, step.use))

    def _pick_beyond(self, pick: LinkPick, way: int) -> bool:
        """Scroll to the next link out of sight and go on picking there; False when there is none that way."""
        top, height = self.scroll_offset.y, self.size.height
        beyond = range(top + height, len(self.lines)) if way > 0 else range(top - 1, -1, -1)
        links = ((at, piece.link) for at in beyond for piece in self.lines[at] if piece.link is not None)
        found = next(((at, link) for at, link in links if link != pick.link), None)
        if found is None:
            return False
        at, link = found
        self.jump(at - CONTEXT if way > 0 else at - height + 1 + CONTEXT)
        if self.begin_picking() and self.pick is not None:
            self.pick = self.pick.at(link)
        return True

    def on_blur(self) -> None:
        self.pick = None

    def on_click(self, event: events.Click) -> None:
        """A click on a link opens it."""
        at = event.y + self.scroll_offset.y
        x = 0
        for piece in self.lines[at] if 0 <= at < len(self.lines) else ():
            x += cell_len(piece.text)
            if event.x < x:
                if piece.link is not None:
                    self.post_message(self.Picked(piece.link, LinkUse.OPEN))
                return

    # Drawing

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.width
        if not 0 <= at < len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[at]
        if self.pick is not None and any(piece.link is not None for piece in line):
            return self._strip(self.pick.marked(at, line), width)
        strip = self._strips.get((line, width))
        if strip is None:
            strip = self._strips[line, width] = self._strip([(piece, ()) for piece in line], width)
        return strip

    def _strip(self, pieces: Sequence[tuple[Piece, tuple[str, ...]]], width: int) -> Strip:
        segments = [Segment(piece.text, self._style((*piece.tones, *more))) for piece, more in pieces if piece.text]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _style(self, tones: tuple[str, ...]) -> Style:
        if tones not in self._styles:
            style = self.rich_style
            for tone in tones:
                style += self.get_component_rich_style(f"page--{tone}", partial=True)
            self._styles[tones] = style
        return self._styles[tones]

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def paint(self, line: int) -> None:
        """Have one line drawn again, if it is seen."""
        y = line - self.scroll_offset.y
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))
