"""The lines above and below the field of a note: what it is about, and how safe its words are."""

from datetime import datetime

from textual.content import Content

from arrowtui.model.note import Note
from arrowtui.ui.drawing.layers import day
from arrowtui.ui.widgets.autosave import Autosave

COUNT_UP_TO = 200_000
"""Characters up to which words are counted at every key."""


def about_words(note: Note) -> str:
    """What it is about, and its tags."""
    about = note.about.title or "A note that stands alone"
    tags = "".join(f" #{tag}" for tag in note.tags)
    return f"✎ {about}{tags}"


def layer_words(note: Note) -> str:
    """Which layer this is, and since when there are some; "" for the only one."""
    return f"layer {len(note.layers)}, first {day(note.layers[0].begun_at)} · " if len(note.layers) > 1 else ""


def state_words(note: Note, state: Autosave, saved_at: datetime | None, *, is_wrapped: bool = True) -> Content:
    """Which layer, how many words, and whether the store has them all; `saved_at` is shown in local time. `is_wrapped`
    False: a line of it goes on beyond the edge, and that is said."""
    text = state.text
    words = layer_words(note)
    words += f"{_words(text)} · " if text and len(text) <= COUNT_UP_TO else ""
    words += "" if is_wrapped else "a line too long to wrap · "
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
