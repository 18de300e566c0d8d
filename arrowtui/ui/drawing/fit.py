"""Text cut or padded to a number of terminal cells; wide characters and joined emoji are never halved."""

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"

__all__ = ["ELLIPSIS", "cell_len", "cut", "fit"]


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` in at most `width` cells; where something is left out it ends with the ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    return set_cell_size(text, room).rstrip() + ellipsis if room > 0 else set_cell_size(ellipsis, width)


def fit(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """`text` in exactly `width` cells, cut with the ellipsis or padded with blanks."""
    return set_cell_size(cut(text, width, ellipsis), max(width, 0))
