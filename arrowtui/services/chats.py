"""The Chats tab: which session is on, comes next, waits to be read; and a session by question."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.gateways.files import write_file
from arrowtui.model.chat_board import (
    Answerer,
    ChatBoard,
    FollowedChat,
    Hit,
    RecapForm,
    SessionLine,
    SessionReading,
    WatchState,
    When,
)
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.ports import Clock
from arrowtui.services.agenda import Agenda
from arrowtui.services.book import Book
from arrowtui.services.chat_memory import ChatMemory
from arrowtui.services.found_chats import unfollowed
from arrowtui.services.journal import Done
from arrowtui.services.notebook import Notebook
from arrowtui.services.session_reader import SessionReader
from arrowtui.store import Store, changes, undo
from arrowtui.store.found_chats import found_chats, refuse
from arrowtui.store.sessions import session_states, set_session_state

if TYPE_CHECKING:
    from arrowtui.lanes.recap import Recap

MOST_PAST = 60
MOST_HELD = 3
"""Sessions that are held between two readings."""
MOST_QUESTIONS = 31
WORDS = {WatchState.WATCHING: "Watching", WatchState.READ: "Read", WatchState.REFLECTED: "Reflected on"}


class Chats:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        followed: Sequence[FollowedChat] | Callable[[], Sequence[FollowedChat]] = (),
        exports: Path = Path(),
        book: Book | None = None,
    ) -> None:
        """`followed` may tell anew what the settings say now; `exports` is the folder that recaps are written into,
        `book` where a chat that was found is followed."""
        self._store = store
        self._clock = clock
        self._told = followed
        self._exports = exports
        self._book = book
        self._has_found = False
        self._agenda = Agenda()
        self._readers: dict[str, SessionReader] = {}

    async def board(self) -> ChatBoard:
        """The sessions of all followed chats: on now, next (one for each chat), to read, past."""
        now = self._clock.now()
        parts: dict[When, list[SessionLine]] = {when: [] for when in When}
        found = await self.found()
        async with self._store.reading() as db:
            states = await session_states(db)
            for chat in self._followed:
                for line in await self._agenda.lines(db, chat, states, now):
                    parts[line.when].append(line)
        parts[When.LIVE].sort(key=lambda line: line.window.starts_at)
        parts[When.NEXT].sort(key=lambda line: line.window.starts_at)
        parts[When.TO_READ].sort(key=lambda line: line.window.starts_at, reverse=True)
        parts[When.PAST].sort(key=lambda line: line.window.starts_at, reverse=True)
        return ChatBoard(tuple((when, tuple(lines[:MOST_PAST])) for when, lines in parts.items() if lines), found)

    async def found(self) -> tuple[FoundChat, ...]:
        """Chats that come back in what was read and that could be followed; the poller has found them."""
        async with self._store.reading() as db:
            found = unfollowed(await found_chats(db), self._followed)
        self._has_found = bool(found)
        return found

    async def follow(self, one: FoundChat) -> Done:
        """Write a chat that was found into the settings. Raises: SettingsError."""
        added = await self._book.add_chats([one.wish]) if self._book is not None else ()
        if not added:
            return Done(f"You follow {one.hashtag} already", 0)
        sentence = f"Following {one.hashtag}"
        async with self._store.write() as db:
            await undo.log(db, self._clock.now(), sentence, changes.ChatFollowed(one.wish))
        return Done(sentence, 1)

    async def refuse(self, one: FoundChat) -> Done:
        """Tell no more of a chat that was found."""
        sentence = f"Not told of {one.hashtag} again"
        async with self._store.write() as db:
            before = await refuse(db, one.hashtag, self._clock.now())
            if before is None:
                return Done("Nothing to change", 0)
            await undo.log(db, self._clock.now(), sentence, before)
        return Done(sentence, 1)

    async def read(self, line: SessionLine) -> SessionReading:
        """A session by question, as far as its posts are stored. Those read last are held: only what is new costs."""
        reader = self._readers.pop(line.key, None) or SessionReader(self._store, self._clock, line)
        self._readers[line.key] = reader
        while len(self._readers) > MOST_HELD:
            del self._readers[next(iter(self._readers))]
        return await reader.read(line)

    async def find(self, words: str, but: SessionLine | None = None) -> tuple[Hit, ...]:
        """Posts of other sessions than `but` that words find, the newest first."""
        return await ChatMemory(self._store, self._clock).find(await self.board(), words, but)

    async def people(self) -> tuple[Answerer, ...]:
        """Who answers well, over the latest sessions of all chats that are followed."""
        return await ChatMemory(self._store, self._clock).people(await self.board())

    async def set_state(self, line: SessionLine, state: WatchState) -> Done:
        """Say how far she is with a session."""
        now = self._clock.now()
        hashtag = line.chat.series.hashtag
        async with self._store.write() as db:
            before = await set_session_state(db, hashtag, line.window.starts_at, state, now)
            if before is None:
                return Done("Nothing to change", 0)
            sentence = f"{WORDS[state]}: {line.chat.name}"
            await undo.log(db, now, sentence, before)
        return Done(sentence, 1)

    async def reflect_on(self, key: str) -> Done:
        """She looks back on the session of that key (`SessionLine.key`)."""
        lines = [line for _, lines in (await self.board()).parts for line in lines if line.key == key]
        return await self.set_state(lines[0], WatchState.REFLECTED) if lines else Done("Nothing to change", 0)

    @property
    def is_following(self) -> bool:
        """Whether any chat is followed."""
        return bool(self._followed)

    @property
    def has_board(self) -> bool:
        """Whether there is a board to show: chats that are followed, or some that could be, as was last seen."""
        return self.is_following or self._has_found

    @property
    def _followed(self) -> tuple[FollowedChat, ...]:
        return tuple(self._told() if callable(self._told) else self._told)

    async def version(self) -> int:
        """A number that changes when anybody writes into the store."""
        return await self._store.data_version()

    async def reflections(self, line: SessionLine) -> dict[int | None, tuple[str, ...]]:
        """What she wrote beside a session (None) and its questions (their numbers)."""
        notebook = Notebook(self._store)
        found: dict[int | None, tuple[str, ...]] = {}
        for number in (None, *range(MOST_QUESTIONS)):
            kind = SubjectKind.SESSION if number is None else SubjectKind.QUESTION
            key = line.key if number is None else f"{line.key}|{number}"
            notes = await notebook.about(Subject(kind, key))
            if words := tuple(layer.text for note in notes for layer in note.layers if layer.text.strip()):
                found[number] = words
        return found

    async def recap(self, reading: SessionReading, *, with_reflections: bool = True) -> "Recap":
        """What a recap is made of."""
        from arrowtui.lanes.recap import Recap

        own = await self.reflections(reading.line) if with_reflections else {}
        return Recap(reading, own)

    async def write_recap(
        self, reading: SessionReading, form: RecapForm = RecapForm.MARKDOWN, *, with_reflections: bool = True
    ) -> str:
        """Write the recap into the person's folder of exports; says where. Raises: FileTrouble."""
        from arrowtui.lanes.recap import WRITERS, day_of

        recap = await self.recap(reading, with_reflections=with_reflections)
        name = f"{reading.line.chat.series.hashtag.lstrip('#')}-{day_of(reading.line):%Y-%m-%d}"
        path = self._exports / f"{name}{'' if with_reflections else '-bare'}.{form}"
        await asyncio.to_thread(write_file, path, WRITERS[form](recap).encode())
        return str(path)
