"""What a program sends, cut into the frames it was painted in: as a terminal with synchronized output shows it.

Source: https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036 (DEC private mode 2026).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENS, CLOSES, ASKS = b"\x1b[?2026h", b"\x1b[?2026l", b"\x1b[?2026$p"
ANSWER = "\x1b[?2026;2$y"
"""The terminal knows the mode, and it is off just now."""

_MARKS = (OPENS, CLOSES, ASKS)
_MARK = re.compile(b"(" + b"|".join(re.escape(mark) for mark in _MARKS) + b")")
_BEGUN = tuple(mark[:length] for length in range(len(ASKS) - 1, 0, -1) for mark in _MARKS if length < len(mark))


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes to be drawn. `is_frame`: the whole of one frame; else they came outside of any, cut as they were read."""

    data: bytes
    is_frame: bool


class Frames:
    """Holds a frame back until it is closed. Markers are left out; `questions` counts how often it was asked for."""

    def __init__(self) -> None:
        self.questions = 0
        self._begun = b""  # perhaps the beginning of a marker
        self._frame: bytes | None = None  # the one that is open

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The pieces that are ready by now, in order. A marker may come in any number of parts."""
        *known, last = _MARK.split(self._begun + data)
        self._begun = next((begun for begun in _BEGUN if last.endswith(begun)), b"")
        for part in (*known, last.removesuffix(self._begun)):
            yield from self._mark(part) if part in _MARKS else self._text(part)

    def rest(self) -> Iterator[Piece]:
        """What is left when nothing comes any more: a frame that was never closed, half a marker."""
        left, self._begun, self._frame = (self._frame or b"") + self._begun, b"", None
        if left:
            yield Piece(left, is_frame=False)

    def _mark(self, mark: bytes) -> Iterator[Piece]:
        if mark == ASKS:
            self.questions += 1
        elif mark == OPENS:
            self._frame = self._frame or b""
        elif self._frame is not None:
            whole, self._frame = self._frame, None
            yield Piece(whole, is_frame=True)

    def _text(self, text: bytes) -> Iterator[Piece]:
        if self._frame is not None:
            self._frame += text
        elif text:
            yield Piece(text, is_frame=False)
