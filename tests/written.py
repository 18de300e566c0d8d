"""Notes for tests, made in one line."""

from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.model.note import ALONE, About, Layer, LayerId, Note, NoteId, Subject
from tests.fakes import NOON


def a_note(
    *texts: str, id: int = 1, item: int | None = None, about: str | None = None, at: datetime = NOON, layer: int = 0
) -> Note:
    """A note with one layer a text, the first one first; `layer` is the number of the first one, `id` unless given."""
    first = layer or id
    layers = tuple(Layer(LayerId(first + number), text, at, at) for number, text in enumerate(texts or ("",)))
    subject = ALONE if item is None else Subject.of_item(ItemId(item))
    beside = None if item is None else ItemId(item)
    return Note(NoteId(id), subject, beside, About(about), layers, (), at, at)
