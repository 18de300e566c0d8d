"""The Calls tab: what is open and how urgent, how it fits, and the person's answers to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from arrowtui.lanes.fit import fit_of
from arrowtui.lanes.replying import best_contact, draft_of, subject_of
from arrowtui.lanes.urgency import CLOSING, STALE_DAYS, ending_of
from arrowtui.model.call import Answer, AnswerState
from arrowtui.model.call_board import AnswerDraft, CallBoard, CallLine, Fit, Profile, Section
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.ports import Clock
from arrowtui.services.journal import Done
from arrowtui.services.kept_calls import kept_call
from arrowtui.store import Connection, Store, undo
from arrowtui.store.answers import answer, answers, put_answer
from arrowtui.store.boards import Hours, call_texts, declined_count, section_calls, stored
from arrowtui.store.calls import ReadCall, StoredCall, keep_calls, not_yet_read
from arrowtui.store.rows import item_rows
from arrowtui.store.times import maybe_stamp, stamp
from arrowtui.store.undo import AnswerBefore

MOST = 200
"""Lines of a section; nobody scrolls further through calls, a search finds the rest."""
AT_ONCE = 100
"""Items that are read as calls in one go, where the poller has not done it."""
REMEMBERED = timedelta(days=60)
"""How long what is over is shown."""
MINDED = (AnswerState.MAYBE, AnswerState.ANSWERING)


class Calls:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock, profile: Profile = Profile(), stale_days: int = STALE_DAYS) -> None:  # noqa: B008 frozen
        self._store = store
        self._clock = clock
        self._profile = profile
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
                shown = tuple(line for line in lines if with_hidden or not line.fit.is_excluded)
                if section is not Section.OVER:
                    hidden += sum(line.fit.is_excluded for line in lines)
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
        return next(iter(lines), None)

    async def set_state(self, items: Iterable[ItemId], state: AnswerState | None) -> Done:
        """Say how far she is with calls; None: nothing said any more. Dated, and undone as one step for each call."""
        now = self._clock.now()
        count = 0
        async with self._store.write() as db:
            for item in items:
                before = await answer(db, item)
                if (before.state if before else None) is state:
                    continue
                changed = replace(before or Answer(state, now), state=state, changed_at=now)
                await self._put(db, item, changed, f"Called it {state.value!r}" if state else "Took the state away")
                count += 1
        words = f"{_calls(count)}: {state.value}" if state else f"{_calls(count)}: no state"
        return Done(words if count else "Nothing to change", count)

    async def follow_up(self, item: ItemId, at: datetime | None) -> Done:
        """Remember to ask again on a day; None: not any more."""
        return await self._change(item, "Set the day to ask again" if at else "Dropped the day", follow_up_at=at)

    async def write(self, item: ItemId, *, contact: str | None, subject: str, text: str) -> Done:
        """Keep the draft of an answer. A call with no state yet is being answered from now on."""
        async with self._store.reading() as db:
            before = await answer(db, item)
        state = before.state if before and before.state else AnswerState.ANSWERING
        return await self._change(item, "Wrote an answer", state=state, contact=contact, subject=subject, text=text)

    def draft(self, line: CallLine) -> AnswerDraft:
        """What there is to begin an answer with. A suspected scam offers no contact."""
        call, answer = line.kept.call, line.kept.answer
        contact = best_contact(call)
        if answer is not None and (answer.text or answer.subject):
            return AnswerDraft(contact, answer.subject, answer.text)
        return AnswerDraft(contact, subject_of(line.row.title, call), draft_of(call, self._profile))

    async def closing(self, within: timedelta) -> tuple[CallLine, ...]:
        """Calls she minds (maybe, answering) whose deadline comes within that time, the nearest first."""
        now = self._clock.now()
        async with self._store.reading() as db:
            hours = replace(self._hours(now), soon=stamp(now + within))
            found = await section_calls(db, Section.CLOSING, hours, MOST)
            lines = await self._lines(db, found, now)
        return tuple(line for line in lines if line.kept.answer and line.kept.answer.state in MINDED)

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
            kept = [(one.number, one.item, ReadCall(call, sign_of(call))) for one, call in read]
            await db.run(partial(keep_calls, arrived=kept))

    def _hours(self, now: datetime) -> Hours:
        stale, long_ago = now - timedelta(days=self._stale_days), now - REMEMBERED
        return Hours(stamp(now), stamp(now + CLOSING), stamp(stale), stamp(long_ago))

    async def _change(self, item: ItemId, sentence: str, **facts: object) -> Done:
        now = self._clock.now()
        async with self._store.write() as db:
            before = await answer(db, item) or Answer(None, now)
            await self._put(db, item, replace(before, changed_at=now, **facts), sentence)  # type: ignore[arg-type]  # fields of Answer, named above
        return Done(sentence, 1)

    async def _put(self, db: Connection, item: ItemId, changed: Answer, sentence: str) -> None:
        before_state = await answer(db, item)
        is_step = changed.state is not (before_state.state if before_state else None)
        wanted = AnswerBefore(
            item,
            True,
            changed.state.value if changed.state else None,
            stamp(changed.changed_at),
            maybe_stamp(changed.follow_up_at),
            changed.contact,
            changed.subject,
            changed.text,
        )
        before = await put_answer(db, item, wanted, is_step=is_step)
        await undo.log(db, changed.changed_at, sentence, before)

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
        if self._profile == Profile():
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


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count:,} calls"
