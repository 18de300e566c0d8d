"""The foot of a dialogue: keys and what they do, in as many lines as they need; a pair is never torn apart."""

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

GAP = "   "


class KeyLine(Visual):
    """Each key bold before what it does. Textual's own wrapping would break at hard blanks too."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        self._pairs = [Content.assemble((key, "bold $text-accent"), f" {does}") for key, does in keys]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The pairs as lines of `width` cells."""
        return self.folded(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All in one line."""
        return Content(GAP).join(self._pairs).cell_length

    def get_minimal_width(self, rules: RulesMap) -> int:
        """The widest pair."""
        return max((pair.cell_length for pair in self._pairs), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines there are in that width."""
        return self.folded(width).get_height(rules, width)

    def folded(self, width: int) -> Content:
        """The pairs, broken between them only."""
        lines: list[list[Content]] = []
        left = 0
        for pair in self._pairs:
            wide = pair.cell_length + len(GAP)
            if not lines or wide > left:
                lines.append([])
                left = width + len(GAP)
            lines[-1].append(pair)
            left -= wide
        return Content("\n").join(Content(GAP).join(line) for line in lines)
