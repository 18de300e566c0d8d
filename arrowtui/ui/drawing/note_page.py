"""A note as it is read: what it is about, when it was written, its layers, what links to it."""

from datetime import datetime

from arrowtui.model.document import Document
from arrowtui.model.note import Note
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.drawing.layers import day
from arrowtui.ui.drawing.page import PageLine, Piece, Tone, quiet_facts, wrapped
from arrowtui.ui.drawing.reading import set_document

MARGIN = 2


def note_page(note: Note, document: Document, width: int, measure: int, now: datetime) -> tuple[PageLine, ...]:
    """Its lines in `width` cells; running text is at most `measure` long. `document` is the note set for reading."""
    room = min(width - 2 * MARGIN, measure)
    lines: list[PageLine] = [()]
    lines += _lines(note.about.title or "A note that stands alone", room, Tone.TITLE)
    lines += quiet_facts(_facts(note, now), room)
    lines += _lines(" ".join(f"#{tag}" for tag in note.tags), room, Tone.TAG)
    lines.append(())
    lines += set_document(document, width - 2 * MARGIN, measure)
    indent = Piece(" " * MARGIN)
    return tuple((indent, *line) if line else () for line in lines)


def _facts(note: Note, now: datetime) -> list[str]:
    facts = [note.about.author] if note.about.author and note.about.author != note.about.title else []
    facts.append(f"written {day(note.created_at)} ({age(note.created_at, now)})")
    if len(note.layers) > 1:
        facts.append(f"{len(note.layers)} layers, the last {day(note.layer.begun_at)}")
    return facts


def _lines(words: str, width: int, tone: Tone) -> list[PageLine]:
    return [(Piece(line, (tone,)),) for line in wrapped(steady(words), width)] if words else []
