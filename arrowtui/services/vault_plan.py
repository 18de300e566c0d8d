"""Which file tells of which note, and what is to be done about it. Pure: from what lies there and what was known."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from msgspec import Struct

from arrowtui.gateways.vault_folder import Stat
from arrowtui.model.note import NoteId
from arrowtui.model.replace import replace
from arrowtui.model.vault import FileState, SharedBase, Uid
from arrowtui.notes.vault.file import NoteFile, NotText, read_note
from arrowtui.notes.vault.names import stem_of
from arrowtui.store.vault import KnownFile

EMPTY = "it is empty; the note is as it was"
TOO_BIG = "it is larger than 4 MiB"


class Seen(Struct, frozen=True):
    """A file that was read. `file` None: it cannot be, and `trouble` says why."""

    path: str
    stat: Stat
    digest: bytes
    data: bytes
    file: NoteFile | None
    trouble: str | None = None


@dataclass(slots=True)
class Task:
    """A note to be brought together with its file. `note` None: it is not in the store yet. `seen` None: its file was
    not read yet, or there is none. `copies` are further versions of it, each with what we had agreed on.
    `base` is what its file and the store had agreed on before this pass."""

    uid: Uid | None
    note: NoteId | None
    path: str | None
    seen: Seen | None = None
    copies: tuple[tuple[Seen, SharedBase], ...] = ()
    base: SharedBase = field(default_factory=SharedBase)


@dataclass(slots=True)
class Plan:
    """`rows` are files to remember as they are; `forget` paths nobody needs to know of any more."""

    tasks: list[Task] = field(default_factory=list)
    rows: list[KnownFile] = field(default_factory=list)
    forget: list[str] = field(default_factory=list)
    gone: list[KnownFile] = field(default_factory=list)
    renamed: list[NoteId] = field(default_factory=list)
    settled: list[NoteId] = field(default_factory=list)
    unreadable: int = 0


def seen_file(path: str, stat: Stat, data: bytes | None, digest: bytes) -> Seen:
    """Understand what was read; `data` None: too much of it."""
    if data is None:
        return Seen(path, stat, digest, b"", None, TOO_BIG)
    if not data.strip():
        return Seen(path, stat, digest, data, None, EMPTY)
    try:
        return Seen(path, stat, digest, data, read_note(data))
    except NotText as trouble:
        return Seen(path, stat, digest, data, None, str(trouble))


def name_for(path: str, data: bytes) -> Uid:
    """The name of a note that is made of a file without one: the same again after a crash."""
    return Uid(blake2b(path.encode("utf-8", "replace") + b"\0" + data, digest_size=8).hexdigest())


def plan(
    listing: Collection[str],
    known: Mapping[str, KnownFile],
    seen: Mapping[str, Seen],
    uids: Mapping[Uid, tuple[NoteId, bool]],
    waiting: Collection[NoteId],
) -> Plan:
    """What is to be done.

    Args:
        listing: the paths that are there.
        seen: those of them that are new or have changed, read.
        uids: the notes whose names occur in them.
    """
    made = Plan()
    rows = {row.note: row for row in known.values() if row.note is not None}
    claims = _claims(listing, known, seen, uids, made)
    for who, paths in claims.items():
        note, uid = who
        row = rows.get(note) if note is not None else None
        path = row.path if row and row.path in paths else min(paths)
        copies = [seen[other] for other in paths if other != path and other in seen and seen[other].file]
        made.rows += [_second(copy, path) for copy in copies]
        if row and row.path != path and note is not None:
            made.rows.append(replace(row, path=path, size=-1, state=FileState.THERE))
            made.forget.append(row.path)
            made.renamed.append(note)
        if path in seen or copies or note in waiting:
            versions = tuple((copy, SharedBase()) for copy in copies)  # a stale copy takes nothing away
            made.tasks.append(Task(uid, note, path, seen.get(path), versions))
    _missing(listing, known, {note for note, _ in claims if note is not None}, waiting, made)
    return made


def _claims(
    listing: Collection[str],
    known: Mapping[str, KnownFile],
    seen: Mapping[str, Seen],
    uids: Mapping[Uid, tuple[NoteId, bool]],
    made: Plan,
) -> dict[tuple[NoteId | None, Uid | None], list[str]]:
    """Which paths tell of which note, known here or by its name alone."""
    claims: dict[tuple[NoteId | None, Uid | None], list[str]] = {}
    for path in listing:
        row, found = known.get(path), seen.get(path)
        if found is not None and found.file is None:
            made.unreadable += 1
            made.rows.extend(_unreadable(row, found))
        who = _who(row, found, uids)
        if who is not None:
            claims.setdefault(who, []).append(path)
        elif found is not None and found.file is not None:
            made.rows.append(KnownFile(path, None, found.digest, found.stat.size, found.stat.changed_ns))
    return claims


def _who(
    row: KnownFile | None, found: Seen | None, uids: Mapping[Uid, tuple[NoteId, bool]]
) -> tuple[NoteId | None, Uid | None] | None:
    own = (row.note, None) if row and row.note is not None else None
    if found is None or found.file is None:
        return own
    uid = found.file.uid
    if uid is None:
        if row is not None:
            return own  # its front matter was taken away; or it never was a note
        return None, name_for(found.path, found.data)
    return (uids[uid][0], None) if uid in uids else (None, uid)


def _unreadable(row: KnownFile | None, found: Seen) -> Iterator[KnownFile]:
    """Known as it is now and left alone. What is empty and never was a note is looked at again each time."""
    if row is not None:
        yield replace(
            row, digest=found.digest, size=found.stat.size, changed_ns=found.stat.changed_ns, trouble=found.trouble
        )
    elif found.trouble != EMPTY:
        yield KnownFile(found.path, None, found.digest, found.stat.size, found.stat.changed_ns, trouble=found.trouble)


def _second(copy: Seen, first: str) -> KnownFile:
    why = f"it is a second file of the note in {stem_of(first)}; what it says was taken in"
    return KnownFile(copy.path, None, copy.digest, copy.stat.size, copy.stat.changed_ns, trouble=why)


def _missing(
    listing: Collection[str],
    known: Mapping[str, KnownFile],
    claimed: Collection[NoteId],
    waiting: Collection[NoteId],
    made: Plan,
) -> None:
    """Files that are no more, and notes that wait for one."""
    absent: set[NoteId] = set()
    for path, row in known.items():
        if row.note is None:
            if path not in listing:
                made.forget.append(path)
        elif row.note not in claimed:
            if row.state is FileState.WANTED:
                made.forget.append(path)
                made.tasks.append(Task(None, row.note, None))
            elif row.state is FileState.THERE:
                made.gone.append(row)
            absent.add(row.note)
    for note in waiting:
        if note in claimed:
            continue
        if note in absent:
            made.settled.append(note)
        else:
            made.tasks.append(Task(None, note, None))
