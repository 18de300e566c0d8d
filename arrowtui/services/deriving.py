"""What follows from the text of a layer: its links, what is meant to be done, and that the note will be met again."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from arrowtui.model.link import LinkTarget
from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.review import Intention
from arrowtui.store import Connection, intentions, note_links, schedules
from arrowtui.store.intentions import NewIntention

# The rooms that read texts are imported inside: nobody writes at start-up.


async def derive(
    db: Connection, note: NoteId, layer: LayerId, text: str, now: datetime, cues: Sequence[str] = ()
) -> None:
    """Bring links, intentions and schedule in line with a layer's text (inside `store.write()`), however it came to be
    what it is: by writing, by undo, by recovery.

    Args:
        cues: prompts of the person's own under which intentions stand, besides ours.
    """
    await note_links.put_links(db, layer, _targets(text))
    await _follow(db, note, layer, _intended(text, now, cues), now)
    if text and not await schedules.is_started(db, note):
        await schedules.start_schedule(db, note, await _first_due(db, now))


def _targets(text: str) -> tuple[LinkTarget, ...]:
    from arrowtui.notes.links import links_in

    return tuple(link.target for link in links_in(text))


def _intended(text: str, now: datetime, cues: Sequence[str]) -> list[NewIntention]:
    from arrowtui.notes.meaning import NOW_WHATS, meant

    found = ((line, day_named(line.words, now)) for line in meant(text, (*NOW_WHATS, *cues)))
    lines = [NewIntention(line.words, day, line.is_done) for line, day in found if line.is_task or day]
    return list({line.words: line for line in reversed(lines)}.values())[::-1]


def day_named(words: str, now: datetime) -> date | None:
    """The first day a line names ("by Friday", "12 March", "in two weeks"), in the person's own zone."""
    from arrowtui.lanes.dates.find import moments
    from arrowtui.lanes.dates.resolve import Posted, resolve

    here = now.astimezone()
    for moment in moments(words):
        found = resolve(moment, Posted(here))
        if found is not None:
            return found.at.astimezone(here.tzinfo).date()
    return None


async def _follow(db: Connection, note: NoteId, layer: LayerId, lines: Sequence[NewIntention], now: datetime) -> None:
    """The same words are the same intention and keep their day; a line that was reworded is still the one it was."""
    known = {each.words: each for each in await intentions.intentions_of_layer(db, layer)}
    for line in lines:
        if (same := known.get(line.words)) is not None and same.is_ticked is not line.is_ticked:
            await intentions.tick_intention(db, same.id, line.is_ticked, now)
    kept = {line.words for line in lines}
    fresh = [line for line in lines if line.words not in known]
    left = [each for each in known.values() if each.words not in kept]
    reworded = [each for each in left if each.is_open][: len(fresh)]
    for line, was in zip(fresh, reworded, strict=False):
        await intentions.reword_intention(db, was.id, line.words, line.day)
        if line.is_ticked is not was.is_ticked:
            await intentions.tick_intention(db, was.id, line.is_ticked, now)
    for line in fresh[len(reworded) :]:
        await intentions.add_intention(db, note, layer, line, now)
    for each in _without(left, reworded):
        await intentions.drop_intention(db, each, now)


def _without(all: Sequence[Intention], some: Sequence[Intention]) -> list[Intention]:
    return [each for each in all if each not in some]


async def _first_due(db: Connection, now: datetime) -> datetime:
    from arrowtui.notes.schedule import FIRST_DAYS, first_due

    first, last = FIRST_DAYS
    return first_due(now, await schedules.due_load(db, now + timedelta(days=first), last - first + 1))
