"""The lines above and below the field of a note: what it is about, and how safe its words are."""

from datetime import datetime

from textual.content import Content

from arrowtui.model.note import Note
from arrowtui.ui.drawing.layers import day
from arrowtui.ui.widgets.autosave import Autosave

COUNT_UP_TO = 200_000
"""Characters up to which words are counted at every key."""


def about_words(note: Note) -> str:
    """What it is about, its tags, and which layer this is."""
    about = note.about.title or "A note that stands alone"
    layer = f" · layer {len(note.layers)}, first {day(note.layers[0].begun_at)}" if len(note.layers) > 1 else ""
    tags = "".join(f" #{tag}" for tag in note.tags)
    return f"✎ {about}{tags}{layer}"


def state_words(state: Autosave, saved_at: datetime | None) -> Content:
    """How many words, and whether the store has them all; `saved_at` is shown in local time."""
    text = state.text
    words = f"{_words(text)} · " if text and len(text) <= COUNT_UP_TO else ""
    if state.trouble:
        return Content.assemble(words, (f"not saved: {state.trouble}", "$text-error"))
    return Content(words + _safety(state, saved_at))


def _safety(state: Autosave, saved_at: datetime | None) -> str:
    if not state.is_safe:
        return "…"
    return "saved by itself as you write" if saved_at is None else f"saved {saved_at.astimezone():%H:%M}"


def _words(text: str) -> str:
    count = len(text.split())
    return "1 word" if count == 1 else f"{count:,} words"
