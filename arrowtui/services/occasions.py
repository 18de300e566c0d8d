"""Occasions to think: a watched chat has wrapped, an answered call has closed, a series is about to begin again; and
what the weekly letter tells of chats and calls. Each occasion is offered once, quietly."""

from datetime import datetime, timedelta

from arrowtui.model.chat_board import SessionLine, SessionReading, WatchState
from arrowtui.model.letter import Closing, Missed
from arrowtui.model.note import NoteId, Subject, SubjectKind
from arrowtui.model.ports import Clock
from arrowtui.model.review import BEFORE, WRAPPED, Event, Happening, Offer
from arrowtui.services.calls import Calls
from arrowtui.services.chats import Chats
from arrowtui.services.notebook import Notebook
from arrowtui.services.reflection import Reflection
from arrowtui.store import Store, occasions

CLOSED = "closed"
LOOKED_BACK = timedelta(days=3)
SOON = timedelta(minutes=30)
WORDS = 200


class Occasions:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock, chats: Chats, calls: Calls, reflection: Reflection) -> None:
        self._store, self._clock = store, clock
        self._chats, self._calls, self._reflection = chats, calls, reflection

    async def offer(self) -> None:
        """Offer what has come up since the last time; news of calls reach the notes beside them."""
        now = self._clock.now()
        for line in await self._sessions():
            if line.state is WatchState.WATCHING and now - LOOKED_BACK < line.window.ends_at <= now:
                await self._make_wrapped(line)
            elif line.fate is None and now < line.window.starts_at <= now + SOON:
                await self._offer_before(line)
        await self._offer_closed(now)
        await self._tell_extended()

    async def _sessions(self) -> list[SessionLine]:
        if not self._chats.is_following:
            return []
        return [line for _, lines in (await self._chats.board()).parts for line in lines]

    async def offer_wrapped(self, line: SessionLine) -> Offer | None:
        """Offer to look back on a session that has just wrapped; None where she did not watch it, or has answered."""
        lines = [one for one in await self._sessions() if one.key == line.key]
        if not lines or lines[0].state is not WatchState.WATCHING:
            return None
        await self._make_wrapped(lines[0])
        offers = await self._reflection.offers()
        return next((one for one in offers if one.kind == WRAPPED and one.subject.key == line.key), None)

    async def _make_wrapped(self, line: SessionLine) -> None:
        subject = Subject(SubjectKind.SESSION, line.key)
        reading = await self._chats.read(line)
        await self._reflection.offer(
            WRAPPED, subject, f"{line.chat.name} has wrapped: look back?", detail=questions_of(reading)
        )

    async def _offer_before(self, line: SessionLine) -> None:
        """What was written about the series before is worth a look when it begins again."""
        tag = line.chat.series.hashtag
        async with self._store.reading() as db:
            found = await occasions.note_about_series(db, tag)
        if found is None:
            return
        note = await Notebook(self._store).note(found)
        starts = line.window.starts_at.astimezone()
        words = f"{line.chat.name} begins at {starts:%H:%M}; you wrote: {note.title if note else ''}"
        await self._reflection.offer(BEFORE, Subject(SubjectKind.SESSION, line.key), words, detail=str(int(found)))

    async def _offer_closed(self, now: datetime) -> None:
        async with self._store.reading() as db:
            found = await occasions.answered_and_over(db, now, now - LOOKED_BACK)
        for item, title in found:
            subject = Subject(SubjectKind.CALL, str(item))
            await self._reflection.offer(CLOSED, subject, f"A call you answered is over: {title}"[:WORDS], item=item)

    async def _tell_extended(self) -> None:
        async with self._store.reading() as db:
            found = await occasions.extended_with_notes(db)
        for note, until in found:
            here = until.astimezone()
            event = Event(Happening.EXTENDED, f"now until {here:%a} {here.day} {here:%b}, {here:%H:%M}")
            await self._reflection.happened_once(NoteId(note), event)

    # For the letter

    async def missed(self, since: datetime, until: datetime) -> tuple[Missed, ...]:
        """Sessions of followed chats that ran then and were neither watched nor read."""
        lines = await self._sessions()
        return tuple(
            Missed(line.chat.name, line.window.starts_at)
            for line in lines
            if since <= line.window.ends_at <= until and line.state is None and line.posts
        )

    async def closing(self, since: datetime, until: datetime) -> tuple[Closing, ...]:
        """Calls she minds whose last moment to respond comes then, the nearest first."""
        found = await self._calls.closing(until - since)
        return tuple(
            Closing(line.row.title, line.kept.call.deadline.at) for line in found if line.kept.call.deadline is not None
        )


def questions_of(reading: SessionReading) -> str:
    """The questions of a session as headings to write under; "" where none was asked."""
    asked = [each for each in reading.questions if each.asked is not None]
    return "".join(f"## Q{each.number}: {each.words[:WORDS]}\n\n\n" for each in asked)
