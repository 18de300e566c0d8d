"""The versions of a note: as the store has it, as its file tells it, and as one."""

from collections.abc import Callable, Collection, Iterator

from arrowtui.ingest.clean import clean_line
from arrowtui.ingest.links import safe_link
from arrowtui.model.link import LinkTarget
from arrowtui.model.note import About
from arrowtui.model.replace import replace
from arrowtui.model.vault import SharedBase, SharedNote, Uid
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.file import NoteFile, tag_word, write_note
from arrowtui.notes.vault.links import Names, item_mark, targets
from arrowtui.services.notekeeper import clean_note
from arrowtui.services.vault_plan import Seen, Task


def cleaned(note: SharedNote) -> SharedNote:
    """A note of a file as it may enter the store: foreign text passes the cleaner."""
    about, subject = note.about, note.subject
    return replace(
        with_texts(note, clean_note),
        tags=tuple(dict.fromkeys(filter(None, (tag_word(clean_line(tag, 60)) for tag in note.tags)))),
        about=About(_line(about.title), safe_link(about.link), _line(about.author)),
        subject=replace(subject, rest=clean_line(subject.rest)),
    )


def told(file: NoteFile, mine: SharedNote, base: SharedBase) -> SharedNote:
    """What a file says of a note, clean. Tags that cannot be read are those agreed on."""
    note = cleaned(file.note(mine.uid, mine.created_at))
    return replace(note, tags=tuple(sorted(base.tags or mine.tags))) if file.tags is None else note


def with_texts(note: SharedNote, change: Callable[[str], str], unless_in: SharedNote | None = None) -> SharedNote:
    """The note with each text changed, but for layers that are in another version to the letter."""
    kept = {(layer.uid, layer.text) for layer in unless_in.layers} if unless_in else set()
    layers = (
        layer if (layer.uid, layer.text) in kept else replace(layer, text=change(layer.text)) for layer in note.layers
    )
    return replace(note, layers=tuple(layers))


def says_the_same(now: SharedNote, theirs: SharedNote, file: NoteFile) -> bool:
    """Whether the file need not be written. Dates alone are no reason to touch it."""
    if file.uid != now.uid and file.tags is not None:
        return False  # it does not bear the name of its note yet
    one, two = ({layer.uid: (layer.text, layer.rival) for layer in note.layers} for note in (now, theirs))
    return one == two and set(now.tags) == set(theirs.tags)


def is_lossy(file: NoteFile) -> bool:
    """Whether a text of the file holds what the store does not take."""
    return any(clean_note(layer.text) != layer.text for layer in file.layers)


def with_own_layers(note: SharedNote, foreign: Collection[Uid]) -> SharedNote:
    """The note with other names for layers that belong to another note: somebody copied them here."""
    names = {uid: Uid(digest_of(f"{note.uid}\0{uid}")) for uid in foreign}
    if not names:
        return note
    layers = (
        replace(
            layer,
            uid=names.get(layer.uid, layer.uid),
            rival=names.get(layer.rival, layer.rival) if layer.rival else None,
        )
        for layer in note.layers
    )
    return replace(note, layers=tuple(layers))


def as_file(now: SharedNote, names: Names, seen: Seen | None) -> bytes:
    """The bytes of a note's file, with the keys of the items it links to."""
    before = seen.file if seen else None
    by_mark = {item_mark(key): key for key in (*names.keys.values(), *(before.items if before else ()))}
    linked = dict.fromkeys(by_mark[target.wanted] for target in targets_of(now) if target.wanted in by_mark)
    return write_note(now, tuple(linked), before)


def targets_of(note: SharedNote) -> Iterator[LinkTarget]:
    """All that a note links to."""
    return (target for layer in note.layers for target in targets(layer.text))


def items_told(task: Task) -> Iterator[str]:
    """The keys of items that its files say they link to."""
    for seen in (task.seen, *(copy for copy, _ in task.copies)):
        if seen is not None and seen.file is not None:
            yield from seen.file.items


def _line(text: str | None) -> str | None:
    return clean_line(text) or None if text else None
