"""The undo log: what a person did, one row each, with what is needed to take it back.

A change holds the state before it, grouped by equal states, so that marking 18,000 items read is one group of ids.
"""

from datetime import datetime

import msgspec

from arrowtui.model.item import Scope
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.store import Connection
from arrowtui.store.times import stamp


class MarksBefore(msgspec.Struct, frozen=True, tag="marks"):
    """Columns of `marks` and, for each state before, the items that had it."""

    columns: tuple[str, ...]
    groups: tuple[tuple[tuple[int | str | None, ...], tuple[int, ...]], ...]


class TagsBefore(msgspec.Struct, frozen=True, tag="tags"):
    """Pairs of item and tag that were added, and that were removed."""

    added: tuple[tuple[int, str], ...]
    removed: tuple[tuple[int, str], ...]


class NoteBegun(msgspec.Struct, frozen=True, tag="note begun"):
    """A note that was not there before."""

    note: int


class NoteBefore(msgspec.Struct, frozen=True, tag="note"):
    """The state of a note before it was written or deleted, from when a note was one text: now its first layer."""

    note: int
    text: str
    changed_at: int
    deleted_at: int | None


class NoteAway(msgspec.Struct, frozen=True, tag="note away"):
    """A note before it was deleted."""

    note: int
    changed_at: int
    deleted_at: int | None


class LayerBegun(msgspec.Struct, frozen=True, tag="layer begun"):
    """A layer that was not there before, and when its note was changed last until then."""

    layer: int
    note_changed_at: int


class LayerBefore(msgspec.Struct, frozen=True, tag="layer"):
    """The state of a layer and its note before it was written on."""

    layer: int
    note: int
    text: str
    changed_at: int
    deleted_at: int | None
    note_changed_at: int
    note_deleted_at: int | None


class NoteTagsBefore(msgspec.Struct, frozen=True, tag="note tags"):
    """Tags that a note was given, and that were taken from it."""

    note: int
    added: tuple[str, ...]
    removed: tuple[str, ...]


class ScheduleBefore(msgspec.Struct, frozen=True, tag="schedule"):
    """When a note was due before it was met; `review` is the row that says how that went; `events` were news then."""

    note: int
    due_at: int
    stability: float | None
    difficulty: float | None
    reviewed_at: int | None
    let_go_at: int | None
    review: int
    events: tuple[int, ...] = ()


class IntentionBefore(msgspec.Struct, frozen=True, tag="intention"):
    """An intention before it was done or let go."""

    intention: int
    done_at: int | None
    let_go_at: int | None


class OfferBefore(msgspec.Struct, frozen=True, tag="offer"):
    """An offer that was open."""

    offer: int


class AnswerBefore(msgspec.Struct, frozen=True, tag="answer"):
    """The person's side of a call before it changed; `was_there` False: she had not touched it."""

    item: int
    was_there: bool
    state: str | None = None
    changed_at: int = 0
    follow_up_at: int | None = None
    contact: str | None = None
    subject: str = ""
    text: str = ""


class SessionBefore(msgspec.Struct, frozen=True, tag="session"):
    """How far she was with a chat session before; None: not at all."""

    hashtag: str
    starts_at: int
    state: str | None = None
    changed_at: int = 0


class Saved(msgspec.Struct, frozen=True, tag="saved"):
    """A page that was saved. `is_joined`: its item was here before, from another source."""

    address: str
    key: str
    item: int
    subscription: int
    is_joined: bool = False


class RivalBefore(msgspec.Struct, frozen=True, tag="rival"):
    """Against which layer this one was written at the same time, before that was decided."""

    layer: int
    rival: str | None
    is_here: bool


class FileBefore(msgspec.Struct, frozen=True, tag="file"):
    """How the missing file of a note stood before that was decided."""

    note: int
    state: str


class ImportedBefore(msgspec.Struct, frozen=True, tag="imported"):
    """What was taken in from other programs and had not been before, by its keys."""

    keys: tuple[str, ...]


class SearchBefore(msgspec.Struct, frozen=True, tag="search"):
    """A search that was kept in the settings, and what stood there under that name before; words "": nothing did."""

    name: str
    words: str = ""
    lane: Lane | None = None
    scope: Scope = Scope.ALL


class RefusedBefore(msgspec.Struct, frozen=True, tag="chat refused"):
    """A chat that was found and had not been refused before."""

    hashtag: str


class PausedBefore(msgspec.Struct, frozen=True, tag="paused"):
    """A source of the settings that was paused, or asked, before it became the other."""

    source: str
    address: str
    is_paused: bool


class ChatFollowed(msgspec.Struct, frozen=True, tag="chat followed"):
    """A chat that was written into the settings, as it was written."""

    wish: ChatWish


class Several(msgspec.Struct, frozen=True, tag="several"):
    """Changes that were one act, in their order."""

    changes: tuple[
        MarksBefore | TagsBefore | NoteBegun | LayerBegun | LayerBefore | RivalBefore | ImportedBefore | AnswerBefore,
        ...,
    ]


class LessonsBefore(msgspec.Struct, frozen=True, tag="lessons"):
    """Lessons that were forgotten: item, traits (JSON), when it was learned."""

    rows: tuple[tuple[int, str, int], ...]


Change = (
    SearchBefore
    | LessonsBefore
    | SessionBefore
    | AnswerBefore
    | MarksBefore
    | TagsBefore
    | NoteBegun
    | NoteBefore
    | NoteAway
    | LayerBegun
    | LayerBefore
    | NoteTagsBefore
    | ScheduleBefore
    | IntentionBefore
    | OfferBefore
    | Saved
    | RivalBefore
    | FileBefore
    | ImportedBefore
    | RefusedBefore
    | PausedBefore
    | ChatFollowed
    | Several
)


class Action(msgspec.Struct, frozen=True):
    """A row of the log."""

    id: int
    at: int
    sentence: str
    change: Change


LOG = "INSERT INTO actions (at, sentence, payload) VALUES (:at, :sentence, :payload)"
LAST = "SELECT id, at, sentence, payload FROM actions WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
LAST_ACT = """
SELECT (SELECT coalesce(max(id), 0) FROM actions), (SELECT count(*) FROM actions WHERE undone_at IS NULL),
    (SELECT at FROM actions WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1)
"""
IS_LATEST = "SELECT NOT EXISTS (SELECT 1 FROM actions WHERE id > :id)"
RENEW = "UPDATE actions SET at = :at, sentence = :sentence WHERE id = :id"
UNDONE = "UPDATE actions SET undone_at = :at WHERE id = :id"

PLAIN, PRESSED = b"\x00", b"\x01"
PRESS_FROM = 1024

_DECODER = msgspec.msgpack.Decoder(Change)


async def log(db: Connection, at: datetime, sentence: str, change: Change) -> None:
    """Add a row (in the same transaction as the change itself)."""
    payload = msgspec.msgpack.encode(change)
    packed = _pressed(payload) if len(payload) > PRESS_FROM else PLAIN + payload
    await db.execute(LOG, {"at": stamp(at), "sentence": sentence, "payload": packed})


async def last_action(db: Connection) -> Action | None:
    """The latest action that was not taken back."""
    row = await db.first(LAST)
    if row is None:
        return None
    number, at, sentence, packed = row
    payload = _unpressed(packed) if packed[:1] == PRESSED else packed[1:]
    return Action(number, at, sentence, _DECODER.decode(payload))


def _pressed(payload: bytes) -> bytes:
    from zstandard import ZstdCompressor  # start-up time

    return PRESSED + ZstdCompressor(level=1).compress(payload)


def _unpressed(packed: bytes) -> bytes:
    from zstandard import ZstdDecompressor  # as above

    return ZstdDecompressor().decompress(packed[1:])


async def last_act(db: Connection) -> tuple[int | None, ...]:
    """What is another as soon as the person did anything, went on with it, or took it back."""
    found = await db.first(LAST_ACT)
    return tuple(found) if found else ()


async def is_latest(db: Connection, action: Action) -> bool:
    """Whether nothing was done after it, not even something taken back."""
    found = await db.first(IS_LATEST, {"id": action.id})
    return bool(found and found[0])


async def renew(db: Connection, action: Action, at: datetime, sentence: str) -> None:
    """Let an action go on: the same step, ended later."""
    await db.execute(RENEW, {"id": action.id, "at": stamp(at), "sentence": sentence})


async def set_undone(db: Connection, action: Action, at: datetime) -> None:
    await db.execute(UNDONE, {"id": action.id, "at": stamp(at)})
