"""Where a file lies, in the room there is: `~` for the person's home, and the folders in the middle left out first."""

import os
from pathlib import Path

from arrowtui.ui.drawing.fit import ELLIPSIS, cell_len, cut, steady

ENDING_CELLS = 12
"""So much of the end of a long name is kept: files of one folder are often told apart by it."""


def told_path(path: Path) -> str:
    """The path with `~` for the home of the person."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 pathlib's raises where there is none
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)


def fit_path(path: Path, width: int, ellipsis: str = ELLIPSIS) -> str:
    """A path in at most `width` cells: its beginning, then an ellipsis for folders, then the file and those right above
    it; a name longer than that is shortened in its own middle."""
    told = steady(told_path(path))
    if cell_len(told) <= width:
        return told
    first, *folders, name = told.split("/")
    for start in range(1, len(folders) + 1):
        short = "/".join((first, ellipsis, *folders[start:], name))
        if cell_len(short) <= width:
            return short
    return _shortened(name, width, ellipsis)


def _shortened(name: str, width: int, ellipsis: str) -> str:
    if cell_len(name) <= width:
        return name
    ending = name[-ENDING_CELLS:]
    room = width - cell_len(ending)
    return cut(name, room, ellipsis) + ending if room > cell_len(ellipsis) else cut(name, width, ellipsis)
