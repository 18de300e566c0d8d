"""Answering calls: how far the person is with each, when to ask again, and the draft of what she writes."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from arrowtui.lanes.replying import best_contact, draft_of, subject_of
from arrowtui.model.call import Answer, AnswerState, CallKind
from arrowtui.model.call_board import AnswerDraft, CallLine, Profile
from arrowtui.model.item import ItemId
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.services.journal import Done
from arrowtui.store import Connection, Store, undo
from arrowtui.store.answers import answer, answer_versions, put_answer
from arrowtui.store.changes import AnswerBefore, Several
from arrowtui.store.times import maybe_stamp, stamp

SITTING = timedelta(minutes=10)
"""A pause longer than this ends a sitting: the next words are a step of their own."""
WROTE = "Wrote an answer"


class Answering:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock, profile: Profile, templates: Mapping[CallKind, str]) -> None:
        """`templates` are texts of her own that drafts begin with, by kind of call."""
        self._store, self._clock = store, clock
        self._profile, self._templates = profile, templates

    async def set_state(self, items: Iterable[ItemId], state: AnswerState | None) -> Done:
        """Say how far she is with calls; None: nothing said any more. Dated, and undone as one step."""
        now, befores = self._clock.now(), list[AnswerBefore]()
        async with self._store.write() as db:
            for item in items:
                before = await answer(db, item)
                if (before.state if before else None) is not state:
                    changed = replace(before or Answer(state, now), state=state, changed_at=now)
                    befores.append(await _put(db, item, changed, stamp(now), is_step=True))
            words = f"{_calls(len(befores))}: {state.value}" if state else f"{_calls(len(befores))}: no state"
            if befores:
                change = befores[0] if len(befores) == 1 else Several(tuple(befores))
                await undo.log(db, now, _called(len(befores), state), change)
        return Done(words if befores else "Nothing to change", len(befores))

    async def follow_up(self, item: ItemId, at: datetime | None) -> Done:
        """Remember to ask again on a day; None: not any more."""
        now = self._clock.now()
        sentence = "Set the day to ask again" if at else "Dropped the day to ask again"
        async with self._store.write() as db:
            before = await answer(db, item)
            if (before.follow_up_at if before else None) == at:
                return Done("Nothing to change", 0)
            changed = replace(before or Answer(None, now), follow_up_at=at)
            await undo.log(db, now, sentence, await _put(db, item, changed, stamp(now), is_step=False))
        return Done(sentence, 1)

    def day_of(self, words: str) -> datetime | None:
        """The instant meant by words such as "Friday", "in two weeks" or "2026-12-01": the morning of the day named.

        None where they name no day that is still to come.
        """
        from arrowtui.services.deriving import day_named  # parsers of dates: for who types one

        here = self._clock.now().astimezone()
        day = day_named(words, here)
        if day is None or day <= here.date():
            return None
        return datetime(day.year, day.month, day.day, MORNING_H).astimezone()

    async def write(self, item: ItemId, *, contact: str | None, subject: str, text: str) -> Done:
        """Keep the draft of an answer. A call with no state yet is being answered from now on.

        Words written in one sitting are one step to undo, however often they were saved.
        """
        now = self._clock.now()
        subject, text = (words.encode("utf-8", "replace").decode() for words in (subject, text))  # no half characters
        async with self._store.write() as db:
            before = await answer(db, item)
            was = before or Answer(None, now)
            is_step = was.state is None
            changed = replace(was, contact=contact, subject=subject, text=text)
            if is_step:
                changed = replace(changed, state=AnswerState.ANSWERING, changed_at=now)
            if changed == before:
                return Done("Nothing to change", 0)
            stood = await _put(db, item, changed, stamp(now), is_step=is_step)
            await _log_sitting(db, item, stood, now)
        return Done(WROTE, 1)

    async def earlier(self, item: ItemId) -> tuple[str, ...]:
        """Texts of the answer that made way to others or were taken back, the latest first."""
        async with self._store.reading() as db:
            return await answer_versions(db, item)

    def draft(self, line: CallLine) -> AnswerDraft:
        """What there is to begin an answer with. A suspected scam offers no contact."""
        call, mine = line.kept.call, line.kept.answer
        contact = best_contact(call)
        if mine is not None and (mine.text or mine.subject):
            return AnswerDraft(contact, mine.subject, mine.text)
        text = draft_of(line.row.title, line.kept.asker, call, self._profile, self._templates.get(call.kind))
        return AnswerDraft(contact, subject_of(line.row.title, call), text)


MORNING_H = 9
"""When the day to ask again begins, by the local clock."""


async def _put(db: Connection, item: ItemId, changed: Answer, at: int, *, is_step: bool) -> AnswerBefore:
    """Returns: how it was before."""
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
    return await put_answer(db, item, wanted, is_step=is_step, at=at)


async def _log_sitting(db: Connection, item: ItemId, before: AnswerBefore, now: datetime) -> None:
    """A step of its own, unless the last step is the same sitting."""
    last = await undo.last_action(db)
    is_same = (
        last is not None
        and last.sentence == WROTE
        and isinstance(last.change, AnswerBefore)
        and last.change.item == item
        and stamp(now) - last.at <= SITTING // timedelta(milliseconds=1)
        and await undo.is_latest(db, last)
    )
    if last is not None and is_same:
        await undo.renew(db, last, now, WROTE)
    else:
        await undo.log(db, now, WROTE, before)


def _called(count: int, state: AnswerState | None) -> str:
    what = "it" if count == 1 else f"{count:,} calls"
    return f"Called {what} {state.value!r}" if state else f"Took the state of {what} away"


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count:,} calls"
