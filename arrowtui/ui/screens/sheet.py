"""A text over the whole screen: the weekly letter, the measures."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from textual import on
from textual.widget import Widget

from arrowtui.model.document import Document
from arrowtui.ui.acts.linking import open_link
from arrowtui.ui.acts.scrolling import scroll
from arrowtui.ui.command import Command, Place, Surface
from arrowtui.ui.drawing.page import PageLine, Piece
from arrowtui.ui.drawing.reading import set_document
from arrowtui.ui.screens.over import Beneath, OverScreen
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.page import PageView

MEASURE = 76


class Sheet(Struct, frozen=True):
    """What is shown; `markdown` is what `y` copies."""

    title: str
    facts: str
    document: Document
    markdown: str = ""


class SheetScreen(OverScreen):
    """Shows what `ask` answers; `ask` is given how many steps back the person went (0 is now)."""

    DEFAULT_CSS = "SheetScreen #sheet { height: 1fr; padding: 1 2; }"
    AUTO_FOCUS = "#sheet"

    def __init__(self, beneath: Beneath, ask: Callable[[int], Awaitable[Sheet]], *, has_past: bool = True) -> None:
        """`has_past`: one may go back."""
        super().__init__(beneath, Surface.SHEET, Place.SHEET)
        self._ask, self._back, self._has_past = ask, 0, has_past
        self._sheet: Sheet | None = None
        self._picked_by = "pick_link"

    def part(self) -> Sequence[Widget]:
        return [PageView(id="sheet")]

    def begin(self) -> None:
        self._load()

    def footer(self) -> Sequence[Command]:
        past = ("earlier", "later_sheet")
        return [each for each in super().footer() if self._has_past or each.id not in past]

    def do(self) -> Mapping[str, Callable[[], None]]:
        return {
            **self.everywhere(),
            **{motion.value: partial(scroll, self.page, motion) for motion in Motion},
            "open": lambda: scroll(self.page, Motion.PAGE_DOWN),
            **{id: partial(self._pick, id) for id in ("browse", "pick_link")},
            "copy_sheet": self._copy,
            "earlier": partial(self._turn, 1),
            "later_sheet": partial(self._turn, -1),
            "undo": lambda: self.say("Nothing was done here"),
        }

    @property
    def page(self) -> PageView:
        return self.query_one("#sheet", PageView)

    def _turn(self, by: int) -> None:
        if not self._has_past:
            self.say("This is always as of today")
            return
        self._back = max(self._back + by, 0)
        self._load()

    def _load(self) -> None:
        self.ask(partial(self._ask, self._back), self._show, group="sheet")

    def _show(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.head(sheet.title, sheet.facts)
        self._draw()
        self.page.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Set it anew for the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.page.width - 2
        if self._sheet is not None and width > 0:
            lines = set_document(self._sheet.document, width, MEASURE)
            self.page.lines = tuple(_indented(line) for line in lines)

    def _pick(self, command: str) -> None:
        self._picked_by = command
        if not self.page.begin_picking():
            self.say("There is no link in sight")

    @on(PageView.Picked)
    def _picked(self, picked: PageView.Picked) -> None:
        picked.stop()
        links = self._sheet.document.links if self._sheet else ()
        if picked.link < len(links):
            open_link(self, links[picked.link], asks=self._picked_by)

    def _copy(self) -> None:
        """The whole text as Markdown, to the clipboard of the person's own terminal."""
        if self._sheet is not None and self._sheet.markdown:
            self.app.copy_to_clipboard(self._sheet.markdown)
            self.say("Copied as Markdown")


def _indented(line: PageLine) -> PageLine:
    return (Piece(" "), *line) if line else ()
