"""How far a round is, on one line of the error stream that is drawn over and over. Nothing where nobody looks."""

import shutil
from time import monotonic
from typing import TextIO

from arrowtui.model.progress import Progress

REST_S = 0.05
BAR_CELLS = 30


class Bar:
    """Plain characters, no colour: it reads the same on every terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_seen = stream.isatty()
        self._drawn_at = 0.0

    def show(self, progress: Progress) -> None:
        """Draw how far it is, at most twenty times a second."""
        now = monotonic()
        if self._is_seen and (progress.done == progress.total or now - self._drawn_at > REST_S):
            self._drawn_at = now
            width = shutil.get_terminal_size().columns - 1
            self._stream.write("\r" + line(progress)[:width].ljust(width))
            self._stream.flush()

    def clear(self) -> None:
        """Leave the line as if nothing had stood there."""
        if self._is_seen:
            self._stream.write("\r" + " " * (shutil.get_terminal_size().columns - 1) + "\r")
            self._stream.flush()


def line(progress: Progress) -> str:
    """[#####-----]  12/24  3 new  1 failing"""
    full = BAR_CELLS * progress.done // progress.total if progress.total else BAR_CELLS
    failing = f"  {progress.failing} failing" if progress.failing else ""
    bar = "#" * full + "-" * (BAR_CELLS - full)
    return f"[{bar}]  {progress.done}/{progress.total}  {progress.new} new{failing}"
