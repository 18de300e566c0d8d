"""The earlier layers of a note, dated, the newest first: to see that a view changed is the point."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.note import Layer
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.drawing.page import PageLine, Piece, Tone, wrapped


def layer_lines(layers: Sequence[Layer], width: int) -> tuple[PageLine, ...]:
    """Each layer under its day, as it was written."""
    lines: list[PageLine] = []
    for layer in reversed(layers):
        if layer.text.strip():
            lines.append((Piece(day(layer.begun_at), (Tone.BULLET,)),))
            lines += [(Piece(line, (Tone.QUIET,)),) for line in _text_lines(layer.text, width)]
            lines.append(())
    return tuple(lines[:-1])


def _text_lines(text: str, width: int) -> list[str]:
    return [line for part in text.splitlines() for line in wrapped(steady(part), max(width, 8))]


def day(at: datetime) -> str:
    """A day of the person's own calendar: "Mon 23 Nov 2026"."""
    here = at.astimezone()
    return f"{here:%a} {here.day} {here:%b %Y}"
