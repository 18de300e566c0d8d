"""Which file belongs to which note, what both agreed on last, and which notes wait to be written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from sqlite3 import Row

import msgspec
from msgspec import Struct

from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.subscription import Trouble
from arrowtui.model.vault import FileState, SharedBase, Uid
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment, maybe_stamp

FILES = "SELECT path, note_id, digest, size, changed_ns, base, state, trouble FROM vault_files"
PUT = """
INSERT INTO vault_files (path, note_id, digest, size, changed_ns, base, state, trouble)
VALUES (:path, :note, :digest, :size, :changed_ns, :base, :state, :trouble)
ON CONFLICT (path) DO UPDATE SET note_id = excluded.note_id, digest = excluded.digest, size = excluded.size,
    changed_ns = excluded.changed_ns, base = excluded.base, state = excluded.state, trouble = excluded.trouble
"""
FREE = "DELETE FROM vault_files WHERE note_id = :note AND path <> :path"
FORGET = "DELETE FROM vault_files WHERE path = :path"
FORGET_ALL = "DELETE FROM vault_files"
SET_STATE = "UPDATE vault_files SET state = :state WHERE path = :path"
WAITING = "SELECT note_id, times FROM vault_waiting ORDER BY note_id"
WAITING_SUM = "SELECT count(*), coalesce(sum(times), 0) FROM vault_waiting"
TIMES = "SELECT note_id, times FROM vault_waiting WHERE note_id IN (SELECT value FROM json_each(:ids))"
SETTLE = "DELETE FROM vault_waiting WHERE note_id = ? AND times = ?"
WAIT = "INSERT INTO vault_waiting (note_id) VALUES (?) ON CONFLICT DO UPDATE SET times = times + 1"
ALL_WAIT = """
INSERT INTO vault_waiting (note_id) SELECT id FROM notes WHERE layers > 0 AND deleted_at IS NULL
ON CONFLICT DO UPDATE SET times = times + 1
"""
LINKING = """
INSERT INTO vault_waiting (note_id)
SELECT DISTINCT l.note_id FROM note_links AS k CROSS JOIN note_layers AS l ON l.id = k.layer_id
WHERE k.to_note IN (SELECT value FROM json_each(:ids)) AND l.deleted_at IS NULL
ON CONFLICT DO UPDATE SET times = times + 1
"""
NAMES = (
    "SELECT notes.id, notes.uid, vault_files.path FROM notes LEFT JOIN vault_files ON vault_files.note_id = notes.id"
)
TITLES = """
SELECT id, CASE WHEN title <> '' THEN title ELSE coalesce(about_title, '') END FROM notes
WHERE id IN (SELECT value FROM json_each(:ids)) AND layers > 0 AND deleted_at IS NULL
"""
BY_UID = "SELECT uid, id, deleted_at FROM notes WHERE uid IN (SELECT value FROM json_each(:uids))"
OWNERS = "SELECT uid, note_id FROM note_layers WHERE uid IN (SELECT value FROM json_each(:uids))"
LAYERS_BY_UID = "SELECT uid, id FROM note_layers WHERE uid IN (SELECT value FROM json_each(:uids))"
STATE = "SELECT folder, synced_at, sent_at, trouble_name, trouble_headline, trouble_hint FROM vault_state"
SET_FOLDER = "UPDATE vault_state SET folder = :folder, synced_at = NULL, sent_at = NULL, trouble_name = NULL"
SET_SYNCED = "UPDATE vault_state SET synced_at = :at"
SET_SENT = """
UPDATE vault_state SET sent_at = coalesce(:at, sent_at), trouble_name = :name, trouble_headline = :headline,
    trouble_hint = :hint
"""
COUNTS = """
SELECT (SELECT count(*) FROM vault_files WHERE note_id IS NOT NULL AND state = 'there'),
    (SELECT count(*) FROM vault_files WHERE note_id IS NULL AND trouble IS NULL),
    (SELECT count(*) FROM vault_waiting JOIN notes ON notes.id = note_id WHERE layers > 0 AND deleted_at IS NULL)
"""


class _Base(msgspec.Struct, frozen=True, omit_defaults=True):
    layers: dict[Uid, tuple[str, Uid | None]] = {}
    tags: tuple[str, ...] = ()


_DECODER = msgspec.json.Decoder(_Base)


class KnownFile(Struct, frozen=True):
    """A file as it was last seen or written. `note` None: not a note of ours."""

    path: str
    note: NoteId | None
    digest: bytes
    size: int
    changed_ns: int
    base: SharedBase = SharedBase()
    state: FileState = FileState.THERE
    trouble: str | None = None


class Name(Struct, frozen=True):
    """How a note is known to files: its own name, and the path of its file where it has one."""

    uid: Uid
    path: str | None


class VaultState(Struct, frozen=True):
    """How the vault fares. `waiting` counts notes whose file is older than they are."""

    folder: str
    synced_at: datetime | None
    sent_at: datetime | None
    trouble: Trouble | None
    files: int = 0
    foreign: int = 0
    waiting: int = 0


async def known_files(db: Connection) -> dict[str, KnownFile]:
    """Every file known, by its path."""
    return {row[0]: _known(row) for row in await db.execute_fetchall(FILES)}


async def put_file(db: Connection, file: KnownFile) -> None:
    """Remember a file; a note has one only."""
    if file.note is not None:
        await db.execute(FREE, {"note": file.note, "path": file.path})
    base = _Base(dict(file.base.layers), tuple(sorted(file.base.tags)))
    cells = {
        "path": file.path, "note": file.note, "digest": file.digest, "size": file.size, "changed_ns": file.changed_ns,
        "base": msgspec.json.encode(base).decode(), "state": file.state.value, "trouble": file.trouble,
    }  # fmt: skip
    await db.execute(PUT, cells)


async def forget_file(db: Connection, path: str) -> None:
    await db.execute(FORGET, {"path": path})


async def set_file_state(db: Connection, path: str, state: FileState) -> None:
    await db.execute(SET_STATE, {"path": path, "state": state.value})


async def waiting_notes(db: Connection) -> dict[NoteId, int]:
    """Notes that changed since their file was written, with a count that grows with each change."""
    return {NoteId(note): times for note, times in await db.execute_fetchall(WAITING)}


async def waiting_times(db: Connection, notes: Sequence[NoteId]) -> dict[NoteId, int]:
    """The same for these notes."""
    rows = await db.execute_fetchall(TIMES, {"ids": _json(notes)})
    return {NoteId(note): times for note, times in rows}


async def waiting_sum(db: Connection) -> tuple[int, int]:
    """How many wait, and a number that grows with every change."""
    found = await db.first(WAITING_SUM)
    return (found[0], found[1]) if found else (0, 0)


async def settle(db: Connection, notes: Iterable[tuple[NoteId, int]]) -> None:
    """These wait no longer, unless they changed beyond the count."""
    await db.executemany(SETTLE, list(notes))


async def wait(db: Connection, notes: Iterable[NoteId]) -> None:
    """Their files are to be written anew."""
    await db.executemany(WAIT, [(note,) for note in notes])


async def wait_linking(db: Connection, notes: Sequence[NoteId]) -> None:
    """Whoever links to these notes waits: their files have other names now."""
    await db.execute(LINKING, {"ids": _json(notes)})


async def names(db: Connection) -> dict[NoteId, Name]:
    """Every note with its name, put away or not."""
    return {NoteId(note): Name(Uid(uid), path) for note, uid, path in await db.execute_fetchall(NAMES)}


async def titles(db: Connection, notes: Sequence[NoteId]) -> dict[NoteId, str]:
    """What the written ones of these notes are called."""
    return {NoteId(note): title for note, title in await db.execute_fetchall(TITLES, {"ids": _json(notes)})}


async def notes_by_uid(db: Connection, uids: Sequence[Uid]) -> dict[Uid, tuple[NoteId, bool]]:
    """The notes of these names, and whether they were put away."""
    rows = await db.execute_fetchall(BY_UID, {"uids": _json(uids)})
    return {Uid(uid): (NoteId(note), deleted is not None) for uid, note, deleted in rows}


async def layers_by_uid(db: Connection, uids: Sequence[Uid]) -> dict[Uid, LayerId]:
    """The layers of these names, put away or not."""
    rows = await db.execute_fetchall(LAYERS_BY_UID, {"uids": _json(uids)})
    return {Uid(uid): LayerId(layer) for uid, layer in rows}


async def owners_of(db: Connection, uids: Sequence[Uid]) -> dict[Uid, NoteId]:
    """Which notes the layers of these names belong to."""
    rows = await db.execute_fetchall(OWNERS, {"uids": _json(uids)})
    return {Uid(uid): NoteId(note) for uid, note in rows}


async def begin_folder(db: Connection, folder: str) -> bool:
    """The vault lies in this folder; True when it is another one than before: then its files are looked at anew."""
    row = await db.first(STATE)
    if row is not None and row[0] == folder:
        return False
    await db.execute(FORGET_ALL)
    await db.execute(SET_FOLDER, {"folder": folder})
    await db.execute(ALL_WAIT)
    return True


async def set_synced(db: Connection, at: datetime) -> None:
    await db.execute(SET_SYNCED, {"at": maybe_stamp(at)})


async def set_sent(db: Connection, at: datetime | None, trouble: Trouble | None) -> None:
    """How sending went; `at` None: it did not."""
    told = (trouble.name, trouble.headline, trouble.hint) if trouble else (None, None, None)
    await db.execute(SET_SENT, {"at": maybe_stamp(at), **dict(zip(("name", "headline", "hint"), told, strict=True))})


async def vault_state(db: Connection) -> VaultState:
    """How the vault fares."""
    row, counted = await db.first(STATE), await db.first(COUNTS)
    folder, synced, sent, name, headline, hint = row or ("", None, None, None, None, None)
    trouble = Trouble(name, headline or "", hint or "") if name else None
    return VaultState(folder, maybe_moment(synced), maybe_moment(sent), trouble, *(counted or (0, 0, 0)))


def _known(row: Row) -> KnownFile:
    path, note, digest, size, changed_ns, base, state, trouble = row
    agreed = _DECODER.decode(base) if base else _Base()
    return KnownFile(
        path,
        None if note is None else NoteId(note),
        digest,
        size,
        changed_ns,
        SharedBase(agreed.layers, frozenset(agreed.tags)),
        FileState(state),
        trouble,
    )


def _json(values: Sequence[int] | Sequence[str] | Mapping[str, str]) -> str:
    return msgspec.json.encode(list(values)).decode()
