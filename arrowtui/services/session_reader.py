"""One session, read again and again while it grows: what is known already is neither fetched nor filed anew.

A thousand posts a minute must not hold up a key press, so everything but the fetching is done in a thread.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from arrowtui.model.chat import ChatPost
from arrowtui.model.chat_board import Had, Said, SessionLine, SessionReading
from arrowtui.model.item import ItemId, ItemRow, sorted_at
from arrowtui.model.ports import Clock
from arrowtui.store import Connection, Store
from arrowtui.store.gaps import session_notices
from arrowtui.store.rows import item_rows
from arrowtui.store.sessions import StoredPost, liked_authors, posts_of, session_editions
from arrowtui.store.undo import last_act

if TYPE_CHECKING:
    from arrowtui.lanes.chats import Assembly

EARLY, TAIL = timedelta(hours=1), timedelta(hours=14)
"""Posts from so long before a session to so long after it may belong to it: greetings, and answers at breakfast."""
ROWS_EVERY = timedelta(seconds=20)
"""How long marks are believed that nobody has changed by hand: notes may also come from the vault."""


class Kept(NamedTuple):
    """What is kept of a stored post besides what is filed."""

    item: ItemId
    link: str | None


@dataclass
class SessionReader:
    """Reads `line`'s session; one read at a time. Every read raises StoreError when the file cannot be read.

    What came since the last read is filed by itself; the words of a post are held once, by the assembly.
    """

    store: Store
    clock: Clock
    line: SessionLine
    _editions: dict[ItemId, int] = field(default_factory=dict)
    _rows: dict[ItemId, ItemRow] = field(default_factory=dict)
    _kept: dict[str, Kept] = field(default_factory=dict)
    _assembly: "Assembly | None" = None
    _held: dict[tuple[ItemId, int], Said] = field(default_factory=dict)
    _acted: tuple[int | None, ...] | None = None
    _rows_at: datetime | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def read(self, line: SessionLine) -> SessionReading:
        """The session as far as its posts are stored. `line`: how it stands on the board now."""
        async with self._turn:
            self.line = line
            async with self.store.reading() as db:
                fresh = await self._fetch(db)
                await self._fetch_rows(db, [post.item for post in fresh])
                liked = await liked_authors(db)
                notices = await session_notices(db, line.chat.hashtags, line.window, self.clock.now())
            return await _to_the_end(asyncio.to_thread(self._build, fresh, liked, notices))

    async def _fetch(self, db: Connection) -> Sequence[StoredPost]:
        """What came. Where something known is different or gone, all of it: everything is filed anew."""
        window = self.line.window
        found = await session_editions(db, self.line.chat.hashtags, window.starts_at - EARLY, window.ends_at + TAIL)
        is_changed = any(found.get(item) != edition for item, edition in self._editions.items())
        if is_changed:
            self._assembly, self._rows_at = None, None
            self._kept.clear()
            self._held.clear()
        wanted = list(found) if self._assembly is None else [item for item in found if item not in self._editions]
        fresh = await posts_of(db, wanted) if wanted else ()
        self._editions = found
        return fresh

    async def _fetch_rows(self, db: Connection, fresh: Sequence[ItemId]) -> None:
        """The marks of what came; of all posts when the person did anything since, and now and then."""
        acted, now = await last_act(db), self.clock.now()
        is_due = self._rows_at is None or not timedelta() <= now - self._rows_at < ROWS_EVERY
        if is_due or acted != self._acted:
            known, self._rows_at = self._rows, now
            every = await item_rows(db, list(self._editions))
            self._rows = {row.id: row if known.get(row.id) != row else known[row.id] for row in every}
        elif fresh:
            self._rows.update({row.id: row for row in await item_rows(db, fresh)})
        self._acted = acted

    def _build(self, fresh: Sequence[StoredPost], liked: frozenset[str], notices: tuple[Had, ...]) -> SessionReading:
        from arrowtui.lanes.chats import Assembly
        from arrowtui.services.chat_reading import Sheaf, reading_of

        if self._assembly is None:
            self._assembly = Assembly(self.line.chat.series)
        here = [post for post in fresh if post.item in self._rows]  # one may have gone a moment ago
        self._kept.update({post.key: Kept(post.item, post.link) for post in here})
        self._assembly.add(map(chat_post, here))
        sheaf = Sheaf(self._kept, self._rows, liked, notices, self._held)
        return reading_of(self.line, self._assembly.session(), sheaf, self.clock.now())


def chat_post(post: StoredPost) -> ChatPost:
    """A stored post as the rules of chats read it."""
    words = " ".join(post.text.split())
    return ChatPost(post.key, post.author, sorted_at(post.item), words, post.parent_key, post.repost_key)


async def _to_the_end(work: Coroutine[None, None, SessionReading]) -> SessionReading:
    """Whoever asked may be gone meanwhile: what is half filed is filed to the end first."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise
