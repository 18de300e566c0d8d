"""What may follow the first key of two: all of it, in columns, over the bottom lines while the second is waited for."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from arrowtui.ui.drawing.fit import cell_len

GAP = 3
Pairs = Sequence[tuple[str, str]]
"""Key and what it does."""


class KeyHints(Widget):
    """Lies over the status line and the footer; what stands above stays where it is."""

    DEFAULT_CSS = """
    KeyHints {
        layer: hints; dock: bottom; width: 100%; height: auto; padding: 0 1;
        background: $surface; color: $text-muted;
    }
    """

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self._pairs = tuple(pairs)

    def render(self) -> Content:
        lines = in_columns(self._pairs, self.app.size.width - 2)
        return Content("\n").join(Content("").join(_cell(*cell) for cell in line) for line in lines)


def in_columns(pairs: Pairs, width: int) -> list[list[tuple[str, str, int]]]:
    """The pairs, read down and then across, in as few lines as `width` cells allow; each with the cells it takes."""
    wide = max((cell_len(f"{key} {does}") for key, does in pairs), default=0) + GAP
    columns = max((width + GAP) // wide, 1)
    height = -(-len(pairs) // columns)
    return [[(*pair, wide) for pair in pairs[line::height]] for line in range(height)]


def _cell(key: str, does: str, cells: int) -> Content:
    blank = " " * (cells - cell_len(f"{key} {does}"))
    return Content.assemble((key, "bold $text-accent"), f" {does}{blank}")
