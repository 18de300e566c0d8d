"""The Chats tab: which session is on, comes next, waits to be read; and a session by question."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.gateways.files import write_file
from arrowtui.model.chat import ChatPost, FiledPost, Role, Session, Window
from arrowtui.model.chat_board import (
    ChatBoard,
    FollowedChat,
    Question,
    Said,
    SessionLine,
    SessionReading,
    WatchState,
    When,
)
from arrowtui.model.item import ItemId, ItemRow, sorted_at
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.ports import Clock
from arrowtui.services.journal import Done
from arrowtui.services.notebook import Notebook
from arrowtui.store import Connection, Store, undo
from arrowtui.store.rows import item_rows
from arrowtui.store.sessions import StoredPost, post_count, session_posts, session_states, set_session_state
from arrowtui.store.times import stamp

if TYPE_CHECKING:
    from arrowtui.lanes.recap import Recap

# The rules of chats are imported where they are first needed: they take 60 ms, and a start shall not wait for them.
EARLY, TAIL = timedelta(hours=1), timedelta(hours=14)
"""Posts from so long before a session to so long after it may belong to it: greetings, and answers at breakfast."""
BACK, AHEAD = timedelta(days=60), timedelta(days=35)
MOST_PAST = 60
MOST_QUESTIONS = 31
WORDS = {WatchState.WATCHING: "Watching", WatchState.READ: "Read", WatchState.REFLECTED: "Reflected on"}


class Chats:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(
        self, store: Store, clock: Clock, followed: Sequence[FollowedChat] = (), exports: Path = Path()
    ) -> None:
        """`exports` is the folder that recaps are written into."""
        self._store = store
        self._clock = clock
        self._followed = tuple(followed)
        self._exports = exports

    async def board(self) -> ChatBoard:
        """The sessions of all followed chats: on now, next (one for each chat), to read, past."""
        now = self._clock.now()
        parts: dict[When, list[SessionLine]] = {when: [] for when in When}
        async with self._store.reading() as db:
            states = await session_states(db)
            for chat in self._followed:
                for line in await self._lines(db, chat, states, now):
                    parts[line.when].append(line)
        parts[When.LIVE].sort(key=lambda line: line.window.starts_at)
        parts[When.NEXT].sort(key=lambda line: line.window.starts_at)
        parts[When.TO_READ].sort(key=lambda line: line.window.starts_at, reverse=True)
        parts[When.PAST].sort(key=lambda line: line.window.starts_at, reverse=True)
        return ChatBoard(tuple((when, tuple(lines[:MOST_PAST])) for when, lines in parts.items() if lines))

    async def read(self, line: SessionLine) -> SessionReading:
        """A session by question, as far as its posts are stored."""
        from arrowtui.lanes.chats import assemble

        window = line.window
        async with self._store.reading() as db:
            posts = await session_posts(db, line.chat.hashtags, window.starts_at - EARLY, window.ends_at + TAIL)
            rows = {row.id: row for row in await item_rows(db, [post.item for post in posts])}
        posts = tuple(post for post in posts if post.item in rows)
        session = assemble(line.chat.series, [_chat_post(post) for post in posts])
        return _reading(line, session, {post.key: post for post in posts}, rows, self._clock.now())

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

    @property
    def is_following(self) -> bool:
        """Whether any chat is followed."""
        return bool(self._followed)

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

    async def write_recap(self, reading: SessionReading) -> str:
        """Write the recap into the person's folder of exports, as Markdown; says where."""
        from arrowtui.lanes.recap import as_markdown

        recap = await self.recap(reading)
        line = reading.line
        name = f"{line.chat.series.hashtag.lstrip('#')}-{line.window.starts_at:%Y-%m-%d}.md"
        path = self._exports / name
        await asyncio.to_thread(write_file, path, as_markdown(recap).encode())
        return str(path)

    async def _lines(
        self, db: Connection, chat: FollowedChat, states: dict[tuple[str, int], WatchState], now: datetime
    ) -> list[SessionLine]:
        from arrowtui.lanes.schedule import windows

        lines: list[SessionLine] = []
        known = windows(chat.series, now - BACK, now + AHEAD)
        ahead = [window for window in known if window.starts_at > now]
        for window in [one for one in known if one.starts_at <= now] + ahead[:1]:
            state = states.get((chat.series.hashtag, stamp(window.starts_at)))
            posts = await post_count(db, chat.hashtags, window.starts_at - EARLY, window.ends_at + TAIL)
            when = _when(window, posts, state, now)
            if when is not When.PAST or posts or state:
                lines.append(SessionLine(chat, window, when, posts, state))
        return lines


def _when(window: Window, posts: int, state: WatchState | None, now: datetime) -> When:
    if window.starts_at <= now < window.ends_at:
        return When.LIVE
    if window.starts_at > now:
        return When.NEXT
    is_read = state in (WatchState.READ, WatchState.REFLECTED)
    return When.TO_READ if posts and not is_read else When.PAST


def _chat_post(post: StoredPost) -> ChatPost:
    return ChatPost(
        post.key, post.author, sorted_at(post.item), " ".join(post.text.split()), post.parent_key, post.repost_key
    )


def _reading(
    line: SessionLine, session: Session, posts: dict[str, StoredPost], rows: dict[ItemId, ItemRow], now: datetime
) -> SessionReading:
    from arrowtui.lanes.telling import most_telling

    replies = Counter(post.reply_to for post in (filed.post for filed in session.posts) if post.reply_to)
    reposts = Counter(
        filed.post.repost_of for filed in session.posts if filed.role is Role.REPOST and filed.post.repost_of
    )
    kept = {posts[filed.post.id].author for filed in session.posts if rows[posts[filed.post.id].item].is_kept}

    def said(filed: FiledPost, why: str = "", depth: int = 0) -> Said:
        post = posts[filed.post.id]
        return Said(
            item=post.item,
            row=rows[post.item],
            author=post.author,
            posted_at=filed.post.posted_at,
            text=filed.post.text,
            is_moderator=_handle(post.author) in session.moderators,
            reposts=reposts[filed.post.id],
            depth=depth,
            link=post.link,
            why=why,
        )

    def question(number: int, asked: tuple[FiledPost, ...]) -> Question:
        answers = session.answers(number)
        why = {one.post: one.why for one in most_telling(answers, replies, reposts, kept)}
        answered = {filed.post.id for filed in answers}
        shown = [
            said(filed, why.get(filed.post.id, ""), depth=int((filed.post.reply_to or "") in answered))
            for filed in answers
        ]
        return Question(number, said(asked[0]), tuple(shown))

    questions = [question(number, asked) for number, asked in sorted(session.questions().items())]
    is_on = line.window.starts_at <= now < line.window.ends_at
    has_wrapped = any(filed.role is Role.WRAPUP for filed in session.posts)
    if questions and is_on and not has_wrapped:
        latest = max(questions, key=lambda one: one.asked.posted_at if one.asked else line.window.starts_at)
        questions = [Question(one.number, one.asked, one.answers, is_running=one is latest) for one in questions]
    return SessionReading(
        line=line,
        questions=tuple(questions),
        around=tuple(said(f) for f in session.posts if f.role in (Role.ANNOUNCEMENT, Role.WRAPUP)),
        chatter=tuple(said(f) for f in session.posts if f.role is Role.CHATTER),
        moderators=tuple(
            dict.fromkeys(post.author for post in posts.values() if _handle(post.author) in session.moderators)
        ),
        posts=len(session.posts),
        has_wrapped=has_wrapped,
    )


def _handle(author: str) -> str:
    from arrowtui.lanes.chat_read import handle

    return handle(author)
