"""The Calls tab: what is open and how urgent, how it fits, and the person's answers to it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from arrowtui.gateways.files import write_file
from arrowtui.lanes.fit import fit_of
from arrowtui.lanes.urgency import CLOSING, STALE_DAYS, ending_of
from arrowtui.model.call import Answer, AnswerState, CallKind
from arrowtui.model.call_board import CallBoard, CallLine, Fit, Profile, Section
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.services.answering import Answering
from arrowtui.services.kept_calls import kept_call
from arrowtui.store import Connection, Store
from arrowtui.store.answers import answers, follow_ups
from arrowtui.store.boards import Hours, call_texts, declined_count, relays_of, section_calls, stored, with_deadline
from arrowtui.store.calls import Post, ReadCall, StoredCall, keep_calls, not_yet_read
from arrowtui.store.rows import item_rows
from arrowtui.store.times import stamp

MOST = 200
"""Lines of a section; nobody scrolls further through calls, a search finds the rest."""
AT_ONCE = 100
"""Items that are read as calls in one go, where the poller has not done it."""
REMEMBERED = timedelta(days=60)
"""How long what is over is shown."""
MINDED = (AnswerState.MAYBE, AnswerState.ANSWERING)


NOBODY = Profile()


class Calls(Answering):
    """Every method raises StoreError when the file cannot be used."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        profile: Profile = NOBODY,
        *,
        templates: Mapping[CallKind, str] | None = None,
        stale_days: int = STALE_DAYS,
    ) -> None:
        """`templates` as for `Answering`; `stale_days` is after how many a call without a deadline is stale."""
        super().__init__(store, clock, profile, templates or {})
        self._stale_days = stale_days
        self._fits: dict[tuple[int, str], Fit] = {}

    async def board(self, *, with_hidden: bool = False) -> CallBoard:
        """The sections as they are now; calls the profile excludes are counted, and shown only `with_hidden`."""
        await self._read_the_rest()
        now = self._clock.now()
        hours = self._hours(now)
        sections, hidden, more = [], 0, []
        async with self._store.reading() as db:
            for section in Section:
                found = await section_calls(db, section, hours, MOST + 1)
                lines = await self._lines(db, found[:MOST], now)
                shown = tuple(line for line in lines if with_hidden or not line.is_hidden)
                if section is not Section.OVER:
                    hidden += sum(line.is_hidden for line in lines)
                if shown:
                    sections.append((section, shown))
                if len(found) > MOST:
                    more.append((section, len(found) - MOST))
            declined = await declined_count(db, hours)
        return CallBoard(tuple(sections), hidden, declined, tuple(more))

    async def call(self, item: ItemId) -> CallLine | None:
        """One call with everything known of it; None where the item is none, or is gone."""
        async with self._store.reading() as db:
            found = await stored(db, item)
            lines = await self._lines(db, [found], self._clock.now()) if found else ()
            relays = await relays_of(db, item) if found and found.others else ()
        return next((replace(line, kept=replace(line.kept, relays=relays)) for line in lines), None)

    async def closing_count(self) -> int:
        """How many calls of the board close within a day, without those the profile excludes."""
        now = self._clock.now()
        async with self._store.reading() as db:
            found = await section_calls(db, Section.CLOSING, self._hours(now), MOST)
            return sum(not line.is_hidden for line in await self._lines(db, found, now))

    async def closing(self, within: timedelta) -> tuple[CallLine, ...]:
        """Calls she minds (maybe, answering) whose deadline comes within that time, the nearest first."""
        now = self._clock.now()
        async with self._store.reading() as db:
            hours = replace(self._hours(now), soon=stamp(now + within))
            found = await section_calls(db, Section.CLOSING, hours, MOST)
            lines = await self._lines(db, found, now)
        return tuple(line for line in lines if line.kept.answer and line.kept.answer.state in MINDED)

    async def to_ask_again(self) -> tuple[CallLine, ...]:
        """Calls on which she meant to ask again by now, the longest due first."""
        now = self._clock.now()
        async with self._store.reading() as db:
            found = [await stored(db, item) for item in await follow_ups(db, stamp(now))]
            return await self._lines(db, [one for one in found if one], now)

    async def deadlines(self, items: Sequence[ItemId] = (), *, with_hidden: bool = False) -> tuple[CallLine, ...]:
        """Calls for a calendar, the nearest first: all that have a deadline, closed ones and those of the last weeks
        among them, so that a calendar hears of every change; or just these `items`, those without one left out.

        Calls that look like a scam, that are "not me" or that the profile excludes are left out unless named.
        """
        await self._read_the_rest()
        now = self._clock.now()
        async with self._store.reading() as db:
            if items:
                found = [one for item in items if (one := await stored(db, item)) and one.call.deadline]
                return await self._lines(db, found, now)
            lines = await self._lines(db, await with_deadline(db, self._hours(now)), now)
        return tuple(line for line in lines if not line.kept.call.is_scam and (with_hidden or not line.is_hidden))

    async def write_calendar(
        self, items: Sequence[ItemId], folder: Path, *, with_hidden: bool = False
    ) -> tuple[int, str]:
        """Write the deadlines (as `deadlines`) into a file of that folder; how many, and where. None: no file.

        A file of one call is named by it, that of all calls is always the same, so that a calendar that follows it is
        brought up to date. Raises: FileUnwritable.
        """
        from arrowtui.lanes.calendar import calendar_of  # icalendar takes 80 ms to import, and few want it
        from arrowtui.notes.vault.names import slug

        lines = await self.deadlines(items, with_hidden=with_hidden)
        name = "calls-selected" if items else "calls"
        if len(items) == 1 and lines:
            name = f"call-{slug(lines[0].row.title)}"
        path = folder / f"{name}.ics"
        if lines:
            await asyncio.to_thread(write_file, path, calendar_of(lines, self._clock.now()))
        return len(lines), str(path)

    async def _read_the_rest(self) -> None:
        """Read, as calls, items of the tab that came there without being read: what she moved there herself."""
        async with self._store.reading() as db:
            found = await db.run(partial(not_yet_read, limit=AT_ONCE))
        if not found:
            return
        from arrowtui.lanes.alike import sign_of  # late: on most days everything was read by the poller
        from arrowtui.lanes.calls import read_call
        from arrowtui.lanes.post import post_of

        read = [(one, read_call(post_of(one.item, one.kind, one.source_title))) for one in found]
        async with self._store.write() as db:
            kept = [(one.number, Post.of(one.item), ReadCall(call, sign_of(call))) for one, call in read]
            await db.run(partial(keep_calls, arrived=kept))

    def _hours(self, now: datetime) -> Hours:
        stale, long_ago = now - timedelta(days=self._stale_days), now - REMEMBERED
        return Hours(stamp(now), stamp(now + CLOSING), stamp(stale), stamp(long_ago))

    async def _lines(self, db: Connection, found: Sequence[StoredCall], now: datetime) -> tuple[CallLine, ...]:
        ids = [one.item for one in found]
        rows = {row.id: row for row in await item_rows(db, [ItemId(number) for number in ids])}
        mine = await answers(db, ids)
        fits = await self._fitting(db, found)
        return tuple(
            _line(one, rows[ItemId(one.item)], mine.get(one.item), fits[one.item], now)
            for one in found
            if ItemId(one.item) in rows
        )

    async def _fitting(self, db: Connection, found: Sequence[StoredCall]) -> dict[int, Fit]:
        """The fit of each call, reckoned once for each text."""
        if self._profile == NOBODY:
            return {one.item: Fit(0) for one in found}
        texts = await call_texts(db, [one.item for one in found])
        fits: dict[int, Fit] = {}
        for one in found:
            text = texts.get(one.item, "")
            key = (one.item, text)
            if key not in self._fits:
                self._fits[key] = fit_of(one.call, text, self._profile)
            fits[one.item] = self._fits[key]
        while len(self._fits) > MOST * len(Section) * 2:
            del self._fits[next(iter(self._fits))]
        return fits


def _line(one: StoredCall, row: ItemRow, mine: Answer | None, fit: Fit, now: datetime) -> CallLine:
    kept = kept_call(one, mine)
    return CallLine(row, kept, fit, ending_of(kept, now))
