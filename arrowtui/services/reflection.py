"""Meeting notes again: what is due today, how it went, what was meant to be done, and what is offered quietly."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId, Subject
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.review import (
    Card,
    Event,
    Intention,
    IntentionId,
    Offer,
    OfferId,
    Outcome,
    ReviewCount,
    ReviewRules,
    Schedule,
)
from arrowtui.services.journal import Done
from arrowtui.store import Connection, Store, intentions, looks, notes, offers, schedules, undo

NEWS = 20
"""So many notes with news are looked at to fill a day."""
OFFERS_FADE = timedelta(days=7)
SENTENCES = {
    Outcome.LATER: "Put the note off",
    Outcome.LET_GO: "Let the note go",
    Outcome.USED: "Used what the note meant",
}


class Reflection:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock, rules: ReviewRules | None = None) -> None:
        self._store, self._clock = store, clock
        self._rules = rules or ReviewRules()

    @property
    def rules(self) -> ReviewRules:
        """How much is met a day."""
        return self._rules

    # Today

    async def cards(self) -> tuple[Card, ...]:
        """What is left to meet today: notes with news first, then those due, the last to fall due first; at most one
        that is long overdue, at the end, to be let go. Never more than the rules allow a day."""
        now = self._clock.now()
        async with self._store.reading() as db:
            left = self._rules.most_a_day - await schedules.met_since(db, midnight(now))
            if left <= 0:
                return ()
            chosen, faded = await self._chosen(db, now, left)
            return await _dealt(db, chosen, faded)

    async def count(self) -> ReviewCount:
        """How many cards are left today, and how many notes were met."""
        now = self._clock.now()
        async with self._store.reading() as db:
            met = await schedules.met_since(db, midnight(now))
            chosen, faded = await self._chosen(db, now, max(self._rules.most_a_day - met, 0))
        return ReviewCount(len(chosen) + len(faded), met)

    async def coming(self) -> str:
        """When the next note is due, in words; "" when none ever is."""
        now = self._clock.now()
        async with self._store.reading() as db:
            due = await schedules.next_due(db, midnight(now) + timedelta(days=1))
        if due is None:
            return ""
        days = (due.astimezone().date() - now.astimezone().date()).days
        return f"The next one comes {'tomorrow' if days <= 1 else f'in {days} days'}."

    async def _chosen(self, db: Connection, now: datetime, left: int) -> tuple[list[NoteId], list[NoteId]]:
        """Who is met, and who is only offered for letting go."""
        if left <= 0:
            return [], []
        tonight, faded_at = midnight(now) + timedelta(days=1), now - timedelta(days=self._rules.fades_days)
        faded = list(await schedules.oldest_due(db, faded_at))
        news = await schedules.notes_with_news(db, NEWS)
        due = await schedules.due_notes(db, tonight, faded_at, left)
        chosen = [note for note in dict.fromkeys((*news, *due)) if note not in faded]
        return chosen[: left - len(faded)], faded

    # How it went

    async def answer(self, note: NoteId, outcome: Outcome) -> Done:
        """How meeting a note went, as one act.

        `used it` says that what it meant was done: where it was not graded today it counts as a yes.
        Raises: NoSuchNote.
        """
        now = self._clock.now()
        async with self._store.write() as db:
            before = (await schedules.schedules_of(db, [note])).get(note)
            if before is None:
                raise NoSuchNote(note)
            change = await schedules.meet(db, note, before, outcome, now)
            after = self._after(before, outcome, now)
            await schedules.put_schedule(db, note, after)
            sentence = SENTENCES.get(outcome) or f"Met again: {outcome.value}"
            await undo.log(db, now, sentence, change)
        return Done(_said(sentence, after, outcome, now), 1)

    def _after(self, before: Schedule, outcome: Outcome, now: datetime) -> Schedule:
        # Late: only who reviews pays for the import.
        from arrowtui.notes.schedule import graded, put_off

        match outcome:
            case Outcome.LATER:
                return put_off(before, now)
            case Outcome.LET_GO:
                return replace(before, let_go_at=now)
            case Outcome.USED:
                is_graded = before.reviewed_at is not None and before.reviewed_at >= midnight(now)
                return before if is_graded else graded(before, Outcome.YES, now, self._rules.retention)
            case _:
                return graded(before, outcome, now, self._rules.retention)

    async def let_go_or_take_up(self, note: NoteId) -> Done:
        """Let a note go; one that was let go will be met again.

        Raises: NoSuchNote when nothing is written in it.
        """
        now = self._clock.now()
        async with self._store.reading() as db:
            before = (await schedules.schedules_of(db, [note])).get(note)
        if before is None or before.let_go_at is None:
            return await self.answer(note, Outcome.LET_GO)
        async with self._store.write() as db:
            change = await schedules.meet(db, note, before, Outcome.LATER, now)
            await schedules.put_schedule(db, note, replace(self._after(before, Outcome.LATER, now), let_go_at=None))
            await undo.log(db, now, "Took the note up again", change)
        return Done("Took the note up again", 1)

    # What was meant to be done

    async def intentions(self, until: date) -> tuple[Intention, ...]:
        """What is to be done by a day and is not done yet, the earliest day first."""
        async with self._store.reading() as db:
            return await intentions.open_intentions(db, until)

    async def intended_by(self, ids: Sequence[NoteId]) -> tuple[Intention, ...]:
        """All that these notes mean to do, done or not."""
        async with self._store.reading() as db:
            return await intentions.intentions_of(db, ids)

    async def finish(self, intention: IntentionId, *, is_done: bool = True, is_let_go: bool = False) -> Done:
        """Done with it, let go of it, or (both False) neither after all."""
        now = self._clock.now()
        async with self._store.write() as db:
            known = await intentions.intention(db, intention)
            if known is None:
                return Done("That intention is not there any more", 0)
            times = (now if is_done else None), (now if is_let_go and not is_done else None)
            before = await intentions.set_intention(db, known, *times)
            sentence = "Done" if is_done else "Let go" if is_let_go else "Not done yet"
            await undo.log(db, now, f"{sentence}: {known.words[:60]}", before)
        return Done(f"{sentence}: {known.words[:60]}", 1)

    # What happens meanwhile

    async def happened(self, note: NoteId, event: Event) -> None:
        """Something happened to the thing a note is about: the note comes back before its day."""
        async with self._store.write() as db:
            await schedules.happen(db, note, event)

    async def happened_once(self, note: NoteId, event: Event) -> None:
        """The same, from somebody who tells it again and again: only the first time counts."""
        async with self._store.write() as db:
            await schedules.happen_once(db, note, event)

    async def looked(self, item: ItemId) -> None:
        """An item was opened. Counts for those kept on an earlier day."""
        now = self._clock.now()
        async with self._store.write() as db:
            await looks.look(db, item, now, midnight(now))

    async def offer(
        self, kind: str, subject: Subject, words: str, *, item: ItemId | None = None, detail: str = ""
    ) -> bool:
        """Offer something to reflect on, quietly; False when it was offered before. Words are clean text.

        Args:
            kind: a word for the occasion; each subject is offered once a kind.
            detail: what the note begins with when it is taken up, such as the questions of a session as a list.
        """
        async with self._store.write() as db:
            return await offers.make_offer(db, kind, subject, item, words, detail, self._clock.now())

    async def offers(self) -> tuple[Offer, ...]:
        """What waits, the latest first; what nobody took up for a week has faded."""
        async with self._store.reading() as db:
            return await offers.open_offers(db, self._clock.now() - OFFERS_FADE)

    async def answer_offer(self, offer: OfferId) -> Done:
        """Taken up or waved away: it is not offered again."""
        now = self._clock.now()
        async with self._store.write() as db:
            before = await offers.answer_offer(db, offer, now)
            if before is None:
                return Done("Nothing to change", 0)
            await undo.log(db, now, "Answered an offer", before)
        return Done("Answered an offer", 1)


def midnight(now: datetime) -> datetime:
    """The beginning of the person's own day."""
    return datetime.combine(now.astimezone().date(), time()).astimezone()


async def _dealt(db: Connection, chosen: Sequence[NoteId], faded: Sequence[NoteId]) -> tuple[Card, ...]:
    ids = [*chosen, *faded]
    found = await notes.notes_by_id(db, ids)
    known, events = await schedules.schedules_of(db, ids), await schedules.events_of(db, ids)
    meant = await intentions.intentions_of(db, ids)
    return tuple(
        Card(
            note,
            known[note.id],
            events.get(note.id, ()),
            tuple(each for each in meant if each.note == note.id),
            note.id in faded,
        )
        for note in found
        if note.id in known
    )


def _said(sentence: str, after: Schedule, outcome: Outcome, now: datetime) -> str:
    if outcome in (Outcome.LET_GO, Outcome.USED):
        return sentence
    days = (after.due_at.astimezone().date() - now.astimezone().date()).days
    return f"{sentence}. Again {'tomorrow' if days <= 1 else f'in {days} days'}"
