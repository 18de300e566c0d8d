"""Who is who among the notes while a pass lasts: by number, by name, by the stem of a file."""

from collections.abc import Iterable, Mapping

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId
from arrowtui.model.vault import Uid
from arrowtui.notes.vault.links import Names, Numbers, item_mark, marks_of
from arrowtui.notes.vault.names import stem_of
from arrowtui.store.vault import Name


class Directory:
    """The names of all notes. What is looked up in them is made once, and anew only when a path has changed: a pass
    over many thousand notes asks for it with every handful."""

    def __init__(self, names: Mapping[NoteId, Name] | None = None) -> None:
        self._names = dict(names or {})
        self._uids: dict[NoteId, Uid] = {note: name.uid for note, name in self._names.items()}
        self._stems: dict[NoteId, str] | None = None
        self._by_stem: dict[str, NoteId] = {}
        self._by_mark = {mark: note for note, name in self._names.items() for mark in marks_of(name.uid)}

    def get(self, note: NoteId) -> Name | None:
        """How a note is known; None: not at all."""
        return self._names.get(note)

    @property
    def paths(self) -> Iterable[str]:
        """The paths of all that have a file."""
        return (name.path for name in self._names.values() if name.path)

    def move(self, note: NoteId, path: str) -> None:
        """A note has its file there now; one that is not known stays so."""
        name = self._names.get(note)
        if name is not None and name.path != path:
            self._names[note] = Name(name.uid, path)
            self._stems = None

    def called(self, keys: Mapping[ItemId, str]) -> Names:
        """Names for the numbers of this store."""
        return Names(self._uids, self._all_stems(), keys)

    def numbered(self, items: Mapping[str, ItemId]) -> Numbers:
        """Numbers of this store for names."""
        self._all_stems()
        return Numbers(self._by_stem, self._by_mark, {item_mark(key): item for key, item in items.items()})

    def _all_stems(self) -> Mapping[NoteId, str]:
        if self._stems is None:
            self._stems = {note: stem_of(name.path) for note, name in self._names.items() if name.path}
            self._by_stem = {stem: note for note, stem in self._stems.items()}
        return self._stems
