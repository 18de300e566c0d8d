"""The undo log: what a person did, one row each, with what is needed to take it back."""

from datetime import datetime

import msgspec

from arrowtui.store import Connection
from arrowtui.store.changes import Change
from arrowtui.store.times import stamp


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
