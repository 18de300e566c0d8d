"""A small picture in coloured half cells: every terminal with colours can show it."""

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from arrowtui.model.picture import Picture

UPPER_HALF = "▀"
MOST_LINES = 24


class PictureView(Widget):
    """Shows `picture`, in the middle of its width, smaller where there is less room. Nothing else is told by it."""

    DEFAULT_CSS = "PictureView { height: auto; }"

    picture: reactive[Picture | None] = reactive(None, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the picture is, in that width."""
        if self.picture is None or width < 2:
            return 0
        return -(-self.picture.height // (2 * self._every(self.picture, width)))

    def _every(self, picture: Picture, width: int) -> int:
        """Every how many dots one is shown."""
        return max(-(-picture.width // width), -(-picture.height // (2 * MOST_LINES)), 1)

    def render_line(self, y: int) -> Strip:
        picture, width = self.picture, self.size.width
        if picture is None or width < 2:
            return Strip.blank(width)
        every = self._every(picture, width)
        cells = [self._cell(picture, x, y, every) for x in range(picture.width // every)]
        left = (width - len(cells)) // 2
        return Strip([Segment(" " * left), *(cell for cell in cells if cell)]).adjust_cell_length(width)

    def _cell(self, picture: Picture, x: int, y: int, every: int) -> Segment | None:
        top, below = 2 * y * every, (2 * y + 1) * every
        if top >= picture.height:
            return None
        under = Color.from_rgb(*picture.dot(x * every, below)) if below < picture.height else None
        return Segment(UPPER_HALF, Style(color=Color.from_rgb(*picture.dot(x * every, top)), bgcolor=under))
