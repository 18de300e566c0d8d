"""Gathers a week for the letter. Reads only."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from arrowtui.model.document import Document
from arrowtui.model.item import ItemId
from arrowtui.model.letter import Came, Closing, KeptItem, Letter, Missed
from arrowtui.model.ports import Clock
from arrowtui.model.review import Intention, IntentionId
from arrowtui.model.wire import Body, Markup
from arrowtui.services.notebook import clean_rows
from arrowtui.services.reflection import midnight
from arrowtui.store import Connection, Store, intentions, notes, weeks
from arrowtui.store.readings import links_of
from arrowtui.store.rows import item_rows

WEEK = timedelta(days=7)
SHOWN = 20
SOURCES = 5
LONG_AGO = timedelta(days=14)
"""Only what was kept longer ago than this can be called never looked at again."""

MissedBetween = Callable[[datetime, datetime], Awaitable[tuple[Missed, ...]]]
ClosingBetween = Callable[[datetime, datetime], Awaitable[tuple[Closing, ...]]]


class Letters:
    """Raises StoreError when the file cannot be read."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        missed: MissedBetween | None = None,
        closing: ClosingBetween | None = None,
    ) -> None:
        """`missed` tells sessions that ran without her, `closing` calls that end: left out where nobody knows."""
        self._store, self._clock, self._missed, self._closing = store, clock, missed, closing

    async def letter(self, weeks_ago: int = 0) -> Letter:
        """The seven days up to now, today included, or the seven so many weeks before these."""
        now = self._clock.now()
        since = midnight(now - timedelta(days=6)) - weeks_ago * WEEK
        until = now if weeks_ago == 0 else since + WEEK
        missed = await self._missed(since, until) if self._missed else None
        closing = await self._closing(now, now + WEEK) if self._closing else None
        async with self._store.reading() as db:
            kept, written = await weeks.kept_between(db, since, until), await weeks.written_between(db, since, until)
            came = dict(await weeks.came(db, since, until))
            return Letter(
                since=since,
                until=until,
                came=tuple(Came(lane, count) for lane, count in came.items()),
                busiest=await weeks.busiest(db, since, until, SOURCES),
                kept=await _kept(db, kept[-SHOWN:]),
                kept_count=len(kept),
                notes=clean_rows(await notes.note_rows(db, written[:SHOWN])),
                notes_count=len(written),
                reviews=await weeks.met_between(db, since, until),
                done=await _done(db, since, until),
                due=await intentions.open_intentions(db, (now + WEEK).astimezone().date(), SHOWN),
                never_again=await weeks.never_again(db, now - LONG_AGO),
                missed=missed,
                closing=closing,
            )

    async def set_letter(self, weeks_ago: int = 0) -> tuple[str, Document]:
        """The letter as Markdown, and set for the screen."""
        from arrowtui.ingest.document import document  # nobody reads it at start-up
        from arrowtui.notes.letter import letter_markdown

        text = letter_markdown(await self.letter(weeks_ago))
        return text, document(Body(text, Markup.MARKDOWN))


async def _kept(db: Connection, ids: tuple[ItemId, ...]) -> tuple[KeptItem, ...]:
    rows, links = {row.id: row for row in await item_rows(db, ids)}, await links_of(db, ids)
    found = []
    for item in ids:
        if (row := rows.get(item)) is None:
            continue
        beside = clean_rows(await notes.journal_rows(db, None, 1, item=item)) if row.note_count else ()
        found.append(KeptItem(row.title, links.get(item), row.source_title, beside[0].opening if beside else ""))
    return tuple(found)


async def _done(db: Connection, since: datetime, until: datetime) -> tuple[Intention, ...]:
    found = [
        await intentions.intention(db, IntentionId(number)) for number in await weeks.done_between(db, since, until)
    ]
    return tuple(each for each in found if each is not None)
