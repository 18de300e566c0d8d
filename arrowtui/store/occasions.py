"""What the store knows of occasions to think: answered calls that are over, extended calls with notes, series."""

from datetime import datetime

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId
from arrowtui.store import Connection
from arrowtui.store.times import moment, stamp

ANSWERED_AND_OVER = """
SELECT a.item_id, a.title FROM answers AS a JOIN calls AS c ON c.item_id = a.item_id
WHERE a.state IN ('answered', 'heard back', 'nothing') AND a.changed_at >= :long_ago
AND (c.is_closed OR c.closed_by IS NOT NULL OR (c.deadline <= :now AND c.deadline >= :since))
"""
EXTENDED = """
SELECT n.id, c.deadline FROM notes AS n INDEXED BY notes_by_item CROSS JOIN calls AS c ON c.item_id = n.item_id
WHERE n.item_id IS NOT NULL AND n.deleted_at IS NULL AND n.layers > 0
AND c.extended_from IS NOT NULL AND c.deadline IS NOT NULL
"""
OF_SERIES = """
SELECT id FROM notes INDEXED BY notes_by_subject
WHERE subject_kind = :kind AND subject_key >= :first AND subject_key < :last AND deleted_at IS NULL AND layers > 0
ORDER BY id DESC LIMIT 1
"""
LONG_AGO_MS = 180 * 86_400_000
KINDS = ("series", "session", "question")


async def answered_and_over(db: Connection, now: datetime, since: datetime) -> tuple[tuple[ItemId, str], ...]:
    """Calls that were answered in the last half year and are closed, or whose last moment passed after `since`."""
    asked = {"now": stamp(now), "since": stamp(since), "long_ago": stamp(now) - LONG_AGO_MS}
    return tuple((ItemId(item), title) for item, title in await db.execute_fetchall(ANSWERED_AND_OVER, asked))


async def extended_with_notes(db: Connection) -> tuple[tuple[NoteId, datetime], ...]:
    """Notes beside calls that were extended, and until when."""
    return tuple((NoteId(note), moment(at)) for note, at in await db.execute_fetchall(EXTENDED))


async def note_about_series(db: Connection, tag: str) -> NoteId | None:
    """The latest note about a series, its sessions or their questions; keys begin with the tag."""
    found: list[int] = []
    for kind in KINDS:
        # Keys of sessions go on after the tag with "|"; "}" is the character after it.
        asked = {"kind": kind, "first": tag if kind == "series" else f"{tag}|", "last": f"{tag}}}"}
        row = await db.first(OF_SERIES, asked)
        found += [] if row is None else [int(row[0])]
    return NoteId(max(found)) if found else None
